package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.Views.BesideView;
import dev.sextant.app.http.Views.ClaimDraft;
import dev.sextant.app.http.Views.CodedText;
import dev.sextant.app.http.Views.FindingView;
import dev.sextant.app.http.Views.Reasons;
import dev.sextant.app.http.Views.ReviewDraft;
import dev.sextant.app.http.Views.SignatureView;
import dev.sextant.app.http.Views.SupportDraft;
import dev.sextant.app.http.Views.SupportView;
import dev.sextant.authority.JurisdictionPack;
import dev.sextant.authority.LawKind;
import dev.sextant.authority.Permit;
import dev.sextant.findings.Citation;
import dev.sextant.findings.Claim;
import dev.sextant.findings.Correction;
import dev.sextant.findings.EstimateScale;
import dev.sextant.findings.Finding;
import dev.sextant.findings.FindingStep;
import dev.sextant.findings.Findings;
import dev.sextant.findings.Remark;
import dev.sextant.findings.ReviewDecision;
import dev.sextant.findings.Support;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Digest;
import dev.sextant.terms.FindingId;
import dev.sextant.terms.Grade;
import dev.sextant.terms.MeasureId;
import dev.sextant.terms.SnapshotId;
import dev.sextant.terms.StatementType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Findings: written, reviewed by another, signed. */
@RestController
class FindingsHttp {
  private final House house;

  FindingsHttp(House house) {
    this.house = house;
  }

  private Findings findings() {
    return house.rooms().findings();
  }

  @GetMapping("/api/findings")
  List<FindingView> all(Permit permit) {
    return findings().findings(permit).stream().map(f -> view(permit, f)).toList();
  }

  @GetMapping("/api/findings/{id}")
  FindingView one(Permit permit, @PathVariable String id) {
    return view(permit, findings().finding(permit, FindingId.parse(id)));
  }

  /** The scale of estimative words with which new findings begin: the agency's choice. */
  @GetMapping("/api/findings/scale")
  ReasoningViews.ChosenScaleView scale() {
    return ReasoningViews.chosen(pack());
  }

  private EstimateScale chosen() {
    return EstimateScale.chosen(pack());
  }

  /* A change that is due counts now: no act need come first. */
  private JurisdictionPack pack() {
    house.authority().law().inForce(LawKind.PACK);
    return house.authority().pack();
  }

  /** Begins a finding; one that names no scale begins with the agency's. */
  @PostMapping("/api/findings")
  FindingView draft(Permit permit, @RequestBody ClaimDraft draft) {
    return view(permit, findings().draft(permit, claim(draft, this::chosen)));
  }

  /** A finding as its team sees it: as it was submitted last, or not at all. */
  record PublishedFinding(@Nullable FindingView finding) {}

  /** What the team sees of a finding while its author goes on writing. */
  @GetMapping("/api/findings/{id}/published")
  PublishedFinding published(Permit permit, @PathVariable String id) {
    return new PublishedFinding(
        findings()
            .finding(permit, FindingId.parse(id))
            .published()
            .map(f -> view(permit, f))
            .orElse(null));
  }

  /**
   * Changes a draft. One that names no scale keeps the one it has.
   *
   * @param seen digest of what the change was begun from; absent for whatever it is now
   */
  @PutMapping("/api/findings/{id}")
  FindingView amend(
      Permit permit,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String seen,
      @RequestBody ClaimDraft draft) {
    Digest digest = seen == null ? null : new Digest(seen);
    FindingId finding = FindingId.parse(id);
    Claim claim =
        claim(
            draft,
            () -> findings().finding(permit, finding).document().claim().reasoning().scale());
    return view(permit, findings().amend(permit, finding, digest, claim));
  }

  @PostMapping("/api/findings/{id}/submit")
  FindingView submit(
      Permit permit,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String seen) {
    Digest digest = seen == null ? null : new Digest(seen);
    return view(permit, findings().submit(permit, FindingId.parse(id), digest));
  }

  @PostMapping("/api/findings/{id}/review")
  FindingView review(Permit permit, @PathVariable String id, @RequestBody ReviewDraft body) {
    ReviewDecision decision = choice(ReviewDecision.values(), "decision", body.decision());
    // What is signed is what was on the reviewer's screen, or nothing.
    Digest seen = new Digest(body.digest());
    return view(
        permit, findings().review(permit, FindingId.parse(id), seen, decision, body.reasons()));
  }

  /* Whoever received what a correction takes the place of is called first: if that is refused, nothing is
   * signed, and no recipient holds what the house no longer stands by without having been told. */
  @PostMapping("/api/findings/{id}/sign")
  FindingView sign(Permit permit, @PathVariable String id) {
    Finding finding = findings().finding(permit, FindingId.parse(id));
    Correction corrects = finding.document().corrects();
    if (corrects != null && finding.allowed(permit.actor()).contains(FindingStep.Kind.SIGNED)) {
      house
          .rooms()
          .disclosures()
          .recalls()
          .recallAll(
              permit,
              corrects.finding(),
              "F-" + corrects.number() + " is corrected: " + corrects.reason());
    }
    return view(permit, findings().sign(permit, finding.id()));
  }

  @PostMapping("/api/findings/{id}/withdraw")
  FindingView withdraw(Permit permit, @PathVariable String id, @RequestBody Reasons body) {
    return view(permit, findings().withdraw(permit, FindingId.parse(id), body.reasons()));
  }

  private static Claim claim(ClaimDraft draft, Supplier<EstimateScale> scale) {
    String snapshot = draft.snapshot();
    return new Claim(
        draft.title(),
        draft.text(),
        choice(StatementType.values(), "type", draft.type()),
        Grade.parse(draft.gradeScheme(), draft.gradeCode()),
        draft.method(),
        citations(draft.supports()),
        citations(draft.counterSupports()),
        draft.noCounterSupport(),
        draft.alternatives(),
        snapshot == null || snapshot.isBlank() ? null : SnapshotId.parse(snapshot),
        draft.measures().stream().map(MeasureId::parse).toList(),
        draft.entities(),
        ReasoningViews.reasoning(draft.scale(), draft.matrix(), scale));
  }

  private static List<Citation> citations(List<SupportDraft> drafts) {
    return drafts.stream().map(FindingsHttp::citation).toList();
  }

  private static Citation citation(SupportDraft draft) {
    List<String> beside = draft.beside();
    return new Citation(
        new Digest(draft.record()),
        draft.note(),
        beside == null ? List.of() : beside.stream().map(NotesHttp::uuid).toList());
  }

  static <E extends Enum<E>> E choice(E[] all, String what, String text) {
    return Arrays.stream(all)
        .filter(one -> one.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new BadValue("SX-HTTP-CHOICE", what, text, "use one of " + Arrays.toString(all)));
  }

  private FindingView view(Permit permit, Finding finding) {
    Claim claim = finding.document().claim();
    Optional<FindingStep> review = finding.review();
    List<SignatureView> signatures = new ArrayList<>();
    finding.signature().ifPresent(s -> signatures.add(new SignatureView(s.actorName(), "author")));
    review
        .filter(s -> s.kind() == FindingStep.Kind.ACCEPTED)
        .ifPresent(s -> signatures.add(new SignatureView(s.actorName(), "reviewer")));
    SnapshotId snapshot = claim.snapshot();
    List<Remark> remarks = findings().remarks(claim);
    return new FindingView(
        finding.id().toString(),
        finding.number(),
        finding.state().name(),
        new ClaimDraft(
            claim.title(),
            claim.text(),
            claim.type().name(),
            claim.grade().scheme(),
            claim.grade().code(),
            claim.method(),
            drafts(claim.supports()),
            drafts(claim.counterSupports()),
            claim.noCounterSupport(),
            claim.alternatives(),
            snapshot == null ? null : snapshot.toString(),
            claim.measures().stream().map(MeasureId::toString).toList(),
            claim.entityKeys(),
            claim.reasoning().scale().name(),
            ReasoningViews.draft(claim.reasoning().matrix())),
        finding.document().supports().stream().map(FindingsHttp::support).toList(),
        finding.document().counterSupports().stream().map(FindingsHttp::support).toList(),
        finding.document().authorName(),
        review.map(FindingStep::actorName).orElse(null),
        review.map(FindingStep::reasons).orElse(null),
        finding.digest().hex(),
        claim.grade().words(),
        signatures,
        allowed(permit, finding),
        remarks.stream().map(r -> new CodedText(r.code(), r.what())).toList(),
        ReasoningViews.remarks(remarks),
        ReasoningViews.reading(claim.reasoning().matrix()),
        finding.version(),
        ReasoningViews.corrects(finding.document().corrects()),
        because(finding, FindingStep.Kind.CORRECTED),
        because(finding, FindingStep.Kind.WITHDRAWN));
  }

  private static List<String> allowed(Permit permit, Finding finding) {
    Stream<String> steps =
        finding.allowed(permit.actor()).stream().map(kind -> kind.name().toLowerCase(Locale.ROOT));
    return (finding.correctable() ? Stream.concat(steps, Stream.of("corrected")) : steps).toList();
  }

  private static @Nullable String because(Finding finding, FindingStep.Kind kind) {
    return finding.last().kind() == kind ? finding.last().reasons() : null;
  }

  /** What would be said of a claim, before it is saved. */
  @PostMapping("/api/findings/remarks")
  List<ReasoningViews.RemarkView> remarks(Permit permit, @RequestBody ClaimDraft draft) {
    return ReasoningViews.remarks(findings().remarks(claim(draft, this::chosen)));
  }

  /** Begins a correction of a signed finding, from what it claims. */
  @PostMapping("/api/findings/{id}/correct")
  FindingView correct(Permit permit, @PathVariable String id, @RequestBody Reasons body) {
    return view(permit, findings().correct(permit, FindingId.parse(id), null, body.reasons()));
  }

  private static List<SupportDraft> drafts(List<Citation> citations) {
    return citations.stream()
        .map(c ->
            new SupportDraft(
                c.record().hex(), c.note(), c.beside().stream().map(UUID::toString).toList()))
        .toList();
  }

  private static SupportView support(Support s) {
    var instant = s.claimed().instant();
    @Nullable String time = instant == null ? null : instant.toString();
    return new SupportView(
        s.record().hex(),
        s.exhibitNumber(),
        s.locator().toString(),
        s.words().isEmpty() ? s.excerpt() : s.words(),
        s.note(),
        time,
        s.author().isEmpty() ? null : s.author(),
        s.beside().stream()
            .map(n ->
                new BesideView(n.kind().name(), n.language(), n.text(), n.original(), n.line()))
            .toList());
  }
}
