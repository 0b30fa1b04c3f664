package dev.sextant.disclosure;

import dev.sextant.authority.Act;
import dev.sextant.authority.Approval;
import dev.sextant.authority.AuthorityDraft;
import dev.sextant.authority.AuthorityFile;
import dev.sextant.authority.CaseFile;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Scope;
import dev.sextant.custody.Acquisition;
import dev.sextant.custody.CustodyEntry;
import dev.sextant.custody.Exhibit;
import dev.sextant.disclosure.export.Exported;
import dev.sextant.disclosure.report.Report;
import dev.sextant.disclosure.report.ReportJson;
import dev.sextant.disclosure.report.ReportText;
import dev.sextant.findings.CitedEntity;
import dev.sextant.findings.CitedMeasure;
import dev.sextant.findings.CitedSnapshot;
import dev.sextant.findings.Finding;
import dev.sextant.findings.FindingStep;
import dev.sextant.findings.Support;
import dev.sextant.ledger.Checkpoint;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.ledger.WitnessPolicy;
import dev.sextant.press.Typeface;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import dev.sextant.terms.Selector;
import dev.sextant.verify.BundleFiles;
import dev.sextant.verify.BundleKey;
import dev.sextant.verify.BundleSignature;
import dev.sextant.verify.BundleWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One release under way: gathers what belongs to the findings, prints it and bundles it. */
final class Release {
  private final Disclosures.Ground ground;
  private final Proving proving;
  private final String agency;
  private final Act act;
  private final Permit permit;
  private final Map<ActorId, String> names = new LinkedHashMap<>();

  Release(Disclosures.Ground ground, Proving proving, String agency, Act act) {
    this.ground = ground;
    this.proving = proving;
    this.agency = agency;
    this.act = act;
    this.permit = act.permit();
    ground.authority().people().all().forEach(person -> names.put(person.id(), person.name()));
  }

  /**
   * What a release is called and for whom.
   *
   * @param id the disclosure
   * @param title its title
   * @param recipient who receives it
   * @param salt of the recipient's digest in the log
   * @param at when
   * @param marking what stands on every page of this copy
   */
  record Heading(
      DisclosureId id,
      String title,
      Recipient recipient,
      String salt,
      Instant at,
      Report.Marking marking) {}

  /** An exhibit with its printed number and its chain. */
  private record Shown(String number, Exhibit exhibit, List<CustodyEntry> chain) {}

  /** Writes the bundle; answers its digest. It has been verified when this returns. */
  Digest bundle(Heading heading, List<Finding> findings, Path zip) {
    Map<String, String> roles = Categories.of(act, ground.roles(), findings);
    List<Shown> exhibits = exhibits(findings);
    AuthorityFile authority = authority();
    TreeSet<Long> leaves = leaves(heading.id(), findings, exhibits, authority);
    Checkpoint checkpoint = proving.publish().get();
    List<BundleKey> keys = keys(findings);
    Report report =
        new Report(
            heading.id(),
            heading.title(),
            agency,
            ground.authority().cases().file(permit).shortName(),
            basis(authority),
            heading.recipient(),
            heading.salt(),
            heading.at(),
            name(permit.actor()),
            heading.marking(),
            new Report.Persons(
                roles,
                Categories.attempts(
                    ground.authority().holds().attempts(permit), numbers(exhibits), this::name)),
            findings.stream().map(Release::signed).toList(),
            exhibits.stream().map(this::exhibited).toList(),
            touches(exhibits),
            proof(checkpoint, keys, leaves.size()));
    BundleWriter writer =
        new BundleWriter(heading.id(), permit.caseId(), heading.at())
            .keys(keys)
            .checkpoint(checkpoint)
            .file(BundleFiles.REPORT, ReportText.print(report, Typeface.load()))
            .file(Disclosures.REPORT_SOURCE, ReportJson.write(report))
            .file(BundleFiles.NETWORK, network(findings, roles));
    Exported.of(report).forEach(file -> writer.file(file.path(), file.bytes()));
    findings.forEach(f -> writer.finding(f.document().json(), signatures(f)));
    exhibits.forEach(e -> add(writer, e));
    leaves.forEach(leaf -> writer.act(proving.view(), leaf, checkpoint.size()));
    return writer.write(zip, proving.disclosure());
  }

  private static Map<String, String> numbers(List<Shown> exhibits) {
    Map<String, String> numbers = new LinkedHashMap<>();
    exhibits.forEach(e -> numbers.put(e.exhibit().id().toString(), e.number()));
    return numbers;
  }

  private String name(ActorId id) {
    return names.getOrDefault(id, id.toString());
  }

  // ---------------------------------------------------------------- exhibits and custody

  private List<Shown> exhibits(List<Finding> findings) {
    Set<Digest> cited = new LinkedHashSet<>();
    for (Finding finding : findings) {
      supports(finding).forEach(s -> cited.add(s.locator().exhibit()));
    }
    CaseFile of = ground.authority().cases().file(permit);
    List<Shown> shown = new ArrayList<>();
    for (Exhibit exhibit : ground.custody().exhibits(permit)) {
      if (cited.remove(exhibit.digest())) {
        shown.add(new Shown(exhibit.printed(of), exhibit, chain(exhibit)));
      }
    }
    if (!cited.isEmpty()) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-EXHIBIT",
          "a finding cites an exhibit that this case does not hold",
          "findings",
          cited.iterator().next().hex(),
          "cite the exhibit under the case that holds it");
    }
    return shown;
  }

  /* An act may touch an exhibit long after it began, and another in between: in order of time, as
   * the acts began. */
  private List<CustodyEntry> chain(Exhibit exhibit) {
    return ground.custody().chain(act, exhibit.id()).stream()
        .sorted(Comparator.comparing(CustodyEntry::at))
        .toList();
  }

  private static List<Support> supports(Finding finding) {
    List<Support> all = new ArrayList<>(finding.document().supports());
    all.addAll(finding.document().counterSupports());
    return all;
  }

  private Report.Exhibited exhibited(Shown shown) {
    Exhibit e = shown.exhibit();
    Acquisition how = e.acquisition();
    return new Report.Exhibited(
        shown.number(),
        e.digest(),
        e.bytes(),
        e.name(),
        how.how(),
        how.note() == null ? how.tool() : how.tool() + "; " + how.note(),
        name(how.by()),
        how.at());
  }

  private List<Report.Touch> touches(List<Shown> exhibits) {
    List<Report.Touch> touches = new ArrayList<>();
    for (Shown shown : exhibits) {
      for (CustodyEntry entry : shown.chain()) {
        touches.add(
            new Report.Touch(
                shown.number(),
                entry.at(),
                name(entry.by().actor()),
                word(entry),
                detail(entry.acquisition()),
                entry.by().leaf()));
      }
    }
    return touches;
  }

  private static String word(CustodyEntry entry) {
    return entry.touch().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String detail(@Nullable Acquisition how) {
    return how == null ? "" : how.sourceName() + ", " + how.how().toLowerCase(Locale.ROOT);
  }

  private void add(BundleWriter writer, Shown shown) {
    Exhibit e = shown.exhibit();
    Acquisition how = e.acquisition();
    Map<String, @Nullable Object> acquisition = new TreeMap<>();
    acquisition.put("how", how.how());
    acquisition.put("tool", how.tool());
    acquisition.put("by", name(how.by()));
    acquisition.put("at", how.at().toString());
    acquisition.put("name", e.name());
    acquisition.put("note", how.note());
    writer.exhibit(shown.number(), e.digest(), e.bytes(), acquisition);
    List<Map<String, Object>> chain = new ArrayList<>();
    for (CustodyEntry entry : shown.chain()) {
      chain.add(
          Map.of(
              "at", entry.at().toString(),
              "who", name(entry.by().actor()),
              "actor", entry.by().actor().toString(),
              "what", word(entry),
              "detail", detail(entry.acquisition()),
              "leaf", entry.by().leaf(),
              "leafSha256", Digest.of(proving.view().entry(entry.by().leaf())).hex()));
    }
    writer.custody(shown.number(), chain);
  }

  // ---------------------------------------------------------------- authority

  private AuthorityFile authority() {
    return ground.authority().authorities().authority(permit.actor(), permit.authority()).stream()
        .filter(version -> version.document().version() == permit.authorityVersion())
        .findFirst()
        .orElseThrow();
  }

  private Report.Basis basis(AuthorityFile file) {
    AuthorityDraft draft = file.document().draft();
    Scope scope = draft.bounds().scope();
    return new Report.Basis(
        draft.basis().instrument(),
        draft.basis().number(),
        file.document().version(),
        draft.basis().businessCase().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        ground.authority().offences().words(draft.basis().offence()),
        scope.selectors().stream().map(Selector::toString).toList(),
        scope.platforms().stream().map(Object::toString).toList(),
        end(scope.contentWindow().from()) + " to " + end(scope.contentWindow().to()),
        draft.duties().handling(),
        file.digest(),
        file.approvals().stream().map(this::line).toList());
  }

  private static String end(@Nullable Instant at) {
    return at == null ? "open" : at.toString();
  }

  private String line(Approval approval) {
    return approval.decision().name().toLowerCase(Locale.ROOT)
        + " by "
        + name(approval.actor())
        + " ("
        + approval.role().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + "), "
        + approval.at();
  }

  // ---------------------------------------------------------------- acts

  private TreeSet<Long> leaves(
      DisclosureId id, List<Finding> findings, List<Shown> exhibits, AuthorityFile authority) {
    Set<String> things = new HashSet<>();
    Collection<Long> always = new ArrayList<>();
    things.add(id.toString());
    always.add(act.intentLeaf());
    for (Finding finding : findings) {
      things.add(finding.id().toString());
      finding.steps().forEach(step -> always.add(step.leaf()));
      CitedSnapshot snapshot = finding.document().snapshot();
      if (snapshot != null) {
        things.add(snapshot.id().toString());
        things.add(snapshot.digest().hex());
      }
      finding.document().measures().forEach(m -> things.add(m.id().toString()));
      for (CitedEntity entity : finding.document().entities()) {
        entity.judgements().forEach(j -> things.add(j.id().toString()));
      }
    }
    for (Shown shown : exhibits) {
      things.add(shown.exhibit().id().toString());
      things.add(shown.exhibit().digest().hex());
      shown.chain().forEach(entry -> always.add(entry.by().leaf()));
    }
    authority.history().forEach(step -> always.add(step.leaf()));
    return new RelevantActs(ground.authority().cases(), permit).leaves(things, always);
  }

  // ---------------------------------------------------------------- keys and signatures

  private List<BundleKey> keys(List<Finding> findings) {
    List<BundleKey> keys = new ArrayList<>();
    keys.add(new BundleKey(BundleKey.Role.LOG, agency, proving.log()));
    proving.witnesses().forEach(w -> keys.add(new BundleKey(BundleKey.Role.WITNESS, w.name(), w)));
    keys.add(new BundleKey(BundleKey.Role.DISCLOSURE, agency, proving.disclosure().verifier()));
    Map<ActorId, VerifierKey> persons = new LinkedHashMap<>();
    for (Finding finding : findings) {
      signing(finding).forEach(s -> persons.put(s.actor(), VerifierKey.parse(s.vkey())));
    }
    persons.forEach(
        (person, key) -> keys.add(new BundleKey(BundleKey.Role.PERSON, person.toString(), key)));
    return keys;
  }

  private static List<FindingStep> signing(Finding finding) {
    return List.of(finding.review().orElseThrow(), finding.signature().orElseThrow());
  }

  private static List<BundleSignature> signatures(Finding finding) {
    FindingStep review = finding.review().orElseThrow();
    FindingStep own = finding.signature().orElseThrow();
    return List.of(
        new BundleSignature(
            BundleSignature.AUTHOR, VerifierKey.parse(own.vkey()).name(), own.note()),
        new BundleSignature(
            BundleSignature.REVIEWER, VerifierKey.parse(review.vkey()).name(), review.note()));
  }

  private static Report.Signed signed(Finding finding) {
    FindingStep review = finding.review().orElseThrow();
    FindingStep own = finding.signature().orElseThrow();
    return new Report.Signed(
        finding.document(),
        finding.digest(),
        review.actorName(),
        review.reasons(),
        review.at(),
        own.at(),
        List.of(signature("author", own), signature("reviewer", review)));
  }

  private static String signature(String role, FindingStep step) {
    return role
        + " "
        + step.actorName()
        + ", key "
        + VerifierKey.parse(step.vkey()).fingerprint().hex();
  }

  private Report.Proof proof(Checkpoint checkpoint, List<BundleKey> keys, int acts) {
    List<VerifierKey> cosigners = new WitnessPolicy(proving.witnesses(), 0).cosigners(checkpoint);
    List<Report.Key> printed = new ArrayList<>();
    for (BundleKey key : keys) {
      String holder =
          key.role() == BundleKey.Role.PERSON ? name(ActorId.parse(key.holder())) : key.holder();
      printed.add(
          new Report.Key(
              key.role().text(), holder + ", " + key.key().name(), key.key().fingerprint().hex()));
    }
    return new Report.Proof(
        checkpoint.origin(),
        checkpoint.size(),
        Base64.getEncoder().encodeToString(checkpoint.root().bytes()),
        cosigners.stream().map(VerifierKey::name).toList(),
        printed,
        proving.disclosure().verifier().text(),
        acts);
  }

  // ---------------------------------------------------------------- network

  private static byte[] network(List<Finding> findings, Map<String, String> roles) {
    Map<String, CitedSnapshot> snapshots = new LinkedHashMap<>();
    Map<String, CitedMeasure> measures = new LinkedHashMap<>();
    for (Finding finding : findings) {
      CitedSnapshot snapshot = finding.document().snapshot();
      if (snapshot != null) {
        snapshots.putIfAbsent(snapshot.id().toString(), snapshot);
      }
      finding.document().measures().forEach(m -> measures.putIfAbsent(m.id().toString(), m));
    }
    return CanonicalJson.write(
        Map.of(
            "format",
            "sextant-network/2",
            "roles",
            roles,
            "snapshots",
            snapshots.values().stream().map(CitedSnapshot::json).toList(),
            "measures",
            measures.values().stream().map(CitedMeasure::json).toList()));
  }
}
