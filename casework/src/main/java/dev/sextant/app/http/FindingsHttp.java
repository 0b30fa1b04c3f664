package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.Views.ClaimDraft;
import dev.sextant.app.http.Views.CodedText;
import dev.sextant.app.http.Views.FindingView;
import dev.sextant.app.http.Views.Reasons;
import dev.sextant.app.http.Views.ReviewDraft;
import dev.sextant.app.http.Views.SignatureView;
import dev.sextant.app.http.Views.SupportDraft;
import dev.sextant.app.http.Views.SupportView;
import dev.sextant.authority.Permit;
import dev.sextant.findings.Citation;
import dev.sextant.findings.Claim;
import dev.sextant.findings.Finding;
import dev.sextant.findings.FindingStep;
import dev.sextant.findings.Findings;
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
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

  @PostMapping("/api/findings")
  FindingView draft(Permit permit, @RequestBody ClaimDraft draft) {
    return view(permit, findings().draft(permit, claim(draft)));
  }

  @PutMapping("/api/findings/{id}")
  FindingView amend(Permit permit, @PathVariable String id, @RequestBody ClaimDraft draft) {
    return view(permit, findings().amend(permit, FindingId.parse(id), claim(draft)));
  }

  @PostMapping("/api/findings/{id}/submit")
  FindingView submit(Permit permit, @PathVariable String id) {
    return view(permit, findings().submit(permit, FindingId.parse(id)));
  }

  @PostMapping("/api/findings/{id}/review")
  FindingView review(Permit permit, @PathVariable String id, @RequestBody ReviewDraft body) {
    ReviewDecision decision = choice(ReviewDecision.values(), "decision", body.decision());
    // What is signed is what was on the reviewer's screen, or nothing.
    Digest seen = new Digest(body.digest());
    return view(
        permit, findings().review(permit, FindingId.parse(id), seen, decision, body.reasons()));
  }

  @PostMapping("/api/findings/{id}/sign")
  FindingView sign(Permit permit, @PathVariable String id) {
    return view(permit, findings().sign(permit, FindingId.parse(id)));
  }

  @PostMapping("/api/findings/{id}/withdraw")
  FindingView withdraw(Permit permit, @PathVariable String id, @RequestBody Reasons body) {
    return view(permit, findings().withdraw(permit, FindingId.parse(id), body.reasons()));
  }

  private static Claim claim(ClaimDraft draft) {
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
        draft.entities());
  }

  private static List<Citation> citations(List<SupportDraft> drafts) {
    return drafts.stream().map(d -> new Citation(new Digest(d.record()), d.note())).toList();
  }

  private static <E extends Enum<E>> E choice(E[] all, String what, String text) {
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
            claim.entityKeys()),
        finding.document().supports().stream().map(FindingsHttp::support).toList(),
        finding.document().counterSupports().stream().map(FindingsHttp::support).toList(),
        finding.document().authorName(),
        review.map(FindingStep::actorName).orElse(null),
        review.map(FindingStep::reasons).orElse(null),
        finding.digest().hex(),
        claim.grade().words(),
        signatures,
        finding.allowed(permit.actor()).stream()
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .toList(),
        findings().remarks(claim).stream().map(r -> new CodedText(r.code(), r.what())).toList());
  }

  private static List<SupportDraft> drafts(List<Citation> citations) {
    return citations.stream().map(c -> new SupportDraft(c.record().hex(), c.note())).toList();
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
        s.author().isEmpty() ? null : s.author());
  }
}
