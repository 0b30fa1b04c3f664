package dev.sextant.disclosure;

import dev.sextant.authority.Act;
import dev.sextant.authority.Approval;
import dev.sextant.authority.AuthorityDraft;
import dev.sextant.authority.AuthorityFile;
import dev.sextant.authority.CaseFile;
import dev.sextant.authority.JurisdictionPack;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Scope;
import dev.sextant.custody.Acquisition;
import dev.sextant.custody.CustodyEntry;
import dev.sextant.custody.Exhibit;
import dev.sextant.disclosure.export.Exported;
import dev.sextant.disclosure.parcel.PortableCase;
import dev.sextant.disclosure.redaction.LeakCheck;
import dev.sextant.disclosure.redaction.Redactor;
import dev.sextant.disclosure.report.Form;
import dev.sextant.disclosure.report.Report;
import dev.sextant.disclosure.report.ReportJson;
import dev.sextant.disclosure.report.ReportText;
import dev.sextant.findings.CitedEntity;
import dev.sextant.findings.CitedMeasure;
import dev.sextant.findings.CitedSnapshot;
import dev.sextant.findings.Finding;
import dev.sextant.findings.FindingDocument;
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
import dev.sextant.terms.ExhibitId;
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

  /** A report with all that made it. */
  private record Made(Report report, Redactor redactor, List<Shown> exhibits) {}

  /** Writes the bundle; answers its digest. It has been verified when this returns. */
  Digest bundle(Heading heading, List<Finding> findings, Cuts cuts, Path zip) {
    Parts parts = parts(heading, findings, cuts);
    AuthorityFile authority = authority();
    TreeSet<Long> leaves =
        leaves(heading.id(), findings, parts.exhibits(), authority, parts.redactor());
    Checkpoint checkpoint = proving.publish().get();
    List<BundleKey> keys = keys(findings);
    Made made = report(heading, findings, parts, authority, proof(checkpoint, keys, leaves.size()));
    Report report = made.report();
    Redactor redactor = made.redactor();
    LeakCheck check = redactor.check(report);
    byte[] pdf = ReportText.print(report, Typeface.load());
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(BundleFiles.REPORT, pdf);
    files.put(Disclosures.REPORT_SOURCE, ReportJson.write(report));
    files.put(BundleFiles.NETWORK, network(report));
    Exported.of(report).forEach(file -> files.put(file.path(), file.bytes()));
    report.form().pictures().forEach(p -> files.put(p.path(), p.png().bytes()));
    BundleWriter writer =
        new BundleWriter(heading.id(), permit.caseId(), heading.at())
            .keys(keys)
            .checkpoint(checkpoint);
    files.forEach((path, bytes) -> {
      check.require(path, bytes);
      writer.file(path, bytes);
    });
    writer.madeOf(
        PortableCase.PATH,
        others -> {
          byte[] page = PortableCase.write(report, others, List.of());
          check.require(PortableCase.PATH, page);
          return page;
        });
    findings.forEach(f -> add(writer, f, redactor, check));
    made.exhibits().forEach(e -> add(writer, e, redactor, check));
    for (long leaf : leaves) {
      check.require(BundleFiles.ACTS, proving.view().entry(leaf));
      writer.act(proving.view(), leaf, checkpoint.size());
    }
    return writer.write(zip, proving.disclosure());
  }

  /** The report that a release would print, without proofs. */
  Report preview(Heading heading, List<Finding> findings, Cuts cuts) {
    Parts parts = parts(heading, findings, cuts);
    Report.Proof none =
        new Report.Proof(
            "given when it is released",
            0,
            "given when it is released",
            List.of(),
            List.of(),
            proving.disclosure().verifier().text(),
            0);
    return report(heading, findings, parts, authority(), none).report();
  }

  /** What a report is made of, before it is worded. */
  private record Parts(
      Cuts cuts, Categories persons, Redactor redactor, List<Shown> exhibits, Form form) {}

  /** Pictures that would go with findings cut like this. */
  List<Redactions.Carried> going(List<Finding> findings, Cuts cuts) {
    Categories persons = Categories.of(act, ground.roles(), findings);
    Redactor redactor =
        cuts.redactor(act, DisclosureId.random(), ground, persons, findings, this::name);
    return new Pictures(ground).going(act, cited(findings), redactor);
  }

  private static List<Support> cited(List<Finding> findings) {
    return findings.stream().flatMap(f -> supports(f).stream()).toList();
  }

  private Parts parts(Heading heading, List<Finding> findings, Cuts cuts) {
    Categories persons = Categories.of(act, ground.roles(), findings);
    cuts.requireFit(heading.title(), persons, findings);
    Redactor redactor = cuts.redactor(act, heading.id(), ground, persons, findings, this::name);
    persons.requireNoChild(redactor::withholds);
    Pictures pictures = new Pictures(ground);
    pictures.requireGoing(act, cited(findings), redactor, cuts.pictures());
    List<Pictures.Found> asked = Pictures.distinct(cuts.pictures());
    Set<ExhibitId> pictured = new LinkedHashSet<>();
    asked.forEach(one -> pictured.add(one.exhibit().id()));
    if (cuts.certifies()) {
      // The draft says that each was hashed anew: then it was.
      exhibits(findings, pictured).forEach(e -> ground.custody().verify(permit, e.exhibit().id()));
    }
    List<Form.Picture> copies = new ArrayList<>();
    List<Redaction> areas = new ArrayList<>();
    ReasonCodes reasons = new ReasonCodes(ground.authority().pack());
    List<Shown> shown = exhibits(findings, pictured);
    for (Shown one : shown) {
      for (Pictures.Found picture : asked) {
        if (picture.exhibit().id().equals(one.exhibit().id())) {
          Pictures.Open open = pictures.open(permit, picture);
          String name = Cuts.name(one.number(), picture, open);
          Form.Picture copy = Cuts.picture(name, picture, open, cuts.areas(picture));
          requireApart(copies, copy);
          copies.add(copy);
          areas.addAll(cuts.areaLog(name, picture, reasons, this::name));
        }
      }
    }
    Form form = cuts.form(certificate(), copies, areas, redactor.takes());
    return new Parts(cuts, persons, redactor, shown, form);
  }

  /* Whoever makes an archive can make two pictures whose digests begin alike. */
  private static void requireApart(List<Form.Picture> copies, Form.Picture copy) {
    if (copies.stream().anyMatch(one -> one.path().equals(copy.path()))) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-PICTURES",
          "the digests of two pictures of an exhibit begin alike, so that copies have one name",
          "pictures",
          copy.path(),
          "release them apart");
    }
  }

  private List<String> certificate() {
    JurisdictionPack pack = ground.authority().pack();
    return List.of(
        pack.text("board.certificate.title"),
        pack.text("board.certificate.rules"),
        pack.text("board.certificate.declaration"));
  }

  private Made report(
      Heading heading,
      List<Finding> findings,
      Parts parts,
      AuthorityFile authority,
      Report.Proof proof) {
    List<Shown> exhibits = parts.exhibits();
    Report whole =
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
                parts.persons().words(),
                Categories.attempts(
                    ground.authority().holds().attempts(permit), numbers(exhibits), this::name)),
            findings.stream().map(Release::signed).toList(),
            exhibits.stream().map(this::exhibited).toList(),
            touches(exhibits),
            proof,
            parts.form());
    Redactor redactor = parts.redactor();
    if (!redactor.takes()) {
      return new Made(whole, redactor, exhibits);
    }
    Set<Digest> guessable = redactor.guessable(whole);
    if (!guessable.isEmpty()) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-GUESSABLE",
          "an exhibit holds hardly more than what is cited of it, so that its digest would let words"
              + " be tried that are taken out",
          "exhibits",
          guessable.size() + " of " + whole.exhibits().size(),
          "leave out the finding that cites it, or release it without the redaction");
    }
    return new Made(redactor.of(whole), redactor, exhibits);
  }

  private static void add(
      BundleWriter writer, Finding finding, Redactor redactor, LeakCheck check) {
    FindingDocument copy = redactor.copy(finding.document());
    check.require(BundleFiles.FINDINGS, CanonicalJson.write(copy.json()));
    if (copy == finding.document()) {
      writer.finding(copy.json(), signatures(finding));
    } else {
      writer.copy(copy.json(), finding.digest(), signatures(finding));
    }
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

  private List<Shown> exhibits(List<Finding> findings, Set<ExhibitId> pictured) {
    Set<Digest> cited = new LinkedHashSet<>();
    for (Finding finding : findings) {
      supports(finding).forEach(s -> cited.add(s.locator().exhibit()));
    }
    CaseFile of = ground.authority().cases().file(permit);
    List<Shown> shown = new ArrayList<>();
    for (Exhibit exhibit : ground.custody().exhibits(permit)) {
      boolean asked = cited.remove(exhibit.digest()) | pictured.contains(exhibit.id());
      if (asked) {
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

  private void add(BundleWriter writer, Shown shown, Redactor redactor, LeakCheck check) {
    Exhibit e = shown.exhibit();
    Acquisition how = e.acquisition();
    Map<String, @Nullable Object> acquisition = new TreeMap<>();
    acquisition.put("how", how.how());
    acquisition.put("tool", how.tool());
    acquisition.put("by", name(how.by()));
    acquisition.put("at", how.at().toString());
    acquisition.put("name", redactor.text(e.name()));
    acquisition.put("note", how.note() == null ? null : redactor.text(how.note()));
    check.require(BundleFiles.EXHIBITS, CanonicalJson.write(acquisition));
    writer.exhibit(shown.number(), e.digest(), e.bytes(), acquisition);
    List<Map<String, Object>> chain = new ArrayList<>();
    for (CustodyEntry entry : shown.chain()) {
      chain.add(
          Map.of(
              "at", entry.at().toString(),
              "who", name(entry.by().actor()),
              "actor", entry.by().actor().toString(),
              "what", word(entry),
              "detail", redactor.text(detail(entry.acquisition())),
              "leaf", entry.by().leaf(),
              "leafSha256", Digest.of(proving.view().entry(entry.by().leaf())).hex()));
    }
    check.require(BundleFiles.CUSTODY, CanonicalJson.write(chain));
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
      DisclosureId id,
      List<Finding> findings,
      List<Shown> exhibits,
      AuthorityFile authority,
      Redactor redactor) {
    Set<String> things = new HashSet<>();
    Collection<Long> always = new ArrayList<>();
    things.add(id.toString());
    always.add(act.intentLeaf());
    for (Finding finding : findings) {
      things.add(finding.id().toString());
      finding.steps().forEach(step -> always.add(step.leaf()));
      CitedSnapshot snapshot = finding.document().snapshot();
      // The acts that made a network name its digest, which tells of everybody in it.
      boolean whole = redactor.copy(finding.document()) == finding.document();
      if (snapshot != null && whole) {
        things.add(snapshot.id().toString());
        things.add(snapshot.digest().hex());
      }
      if (whole) {
        finding.document().measures().forEach(m -> things.add(m.id().toString()));
      }
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

  private static byte[] network(Report report) {
    Map<String, CitedSnapshot> snapshots = new LinkedHashMap<>();
    Map<String, CitedMeasure> measures = new LinkedHashMap<>();
    for (Report.Signed finding : report.findings()) {
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
            report.persons().roles(),
            "snapshots",
            snapshots.values().stream().map(CitedSnapshot::json).toList(),
            "measures",
            measures.values().stream().map(CitedMeasure::json).toList()));
  }
}
