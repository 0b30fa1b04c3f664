package dev.sextant.disclosure;

import dev.sextant.authority.Act;
import dev.sextant.authority.AuthorityRoom;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.custody.Custody;
import dev.sextant.disclosure.report.ReportJson;
import dev.sextant.disclosure.report.ReportText;
import dev.sextant.disclosure.store.DisclosureStore;
import dev.sextant.disclosure.store.DisclosureStore.Clear;
import dev.sextant.disclosure.store.DisclosureStore.Line;
import dev.sextant.disclosure.store.ScopeNote;
import dev.sextant.findings.Finding;
import dev.sextant.findings.FindingState;
import dev.sextant.findings.Findings;
import dev.sextant.press.Typeface;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import dev.sextant.terms.FindingId;
import dev.sextant.verify.BundleFiles;
import dev.sextant.verify.BundleReport;
import dev.sextant.verify.BundleVerifier;
import dev.sextant.verify.CanonicalZip;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The room's front door: releases, and the register of what was released. */
public final class Disclosures {
  /** In a bundle: all that {@code report.pdf} says, for printing it again. */
  public static final String REPORT_SOURCE = BundleFiles.REPORT_SOURCE;

  /** A report of more would not be read; release them apart. */
  private static final int FINDINGS_MAX = 100;

  private static final int TITLE_MIN = 3;
  private static final int TITLE_MAX = 200;
  private static final int SALT_BYTES = 32;

  /** Larger files of a bundle are not read back whole. */
  private static final int PART_MAX_BYTES = 1 << 28;

  private final Ground ground;
  private final Proving proving;
  private final Path folder;
  private final String agency;
  private final Clock clock;
  private final DisclosureStore store;

  /**
   * What the room rests on.
   *
   * @param authority the authority room
   * @param custody of exhibits
   * @param findings that may be released
   */
  public record Ground(AuthorityRoom authority, Custody custody, Findings findings) {}

  /**
   * Wires the room.
   *
   * @param ground what it rests on
   * @param proving what bundles are proved and signed with
   * @param folder where bundles lie, such as {@code <home>/disclosures}
   * @param agency the releasing body's name, as printed
   * @param clock when releases happen
   */
  public Disclosures(Ground ground, Proving proving, Path folder, String agency, Clock clock) {
    this.ground = ground;
    this.proving = proving;
    this.folder = folder;
    this.agency = agency;
    this.clock = clock;
    sweep(folder);
    this.store = new DisclosureStore(ground.authority().door(), ground.authority().keys());
  }

  /**
   * Releases signed findings to a recipient: prints the report, writes the bundle, verifies it as
   * the recipient will, and registers it. If anything fails, nothing has left the house.
   *
   * @throws DisclosureFault.NotReleasable {@code SX-DISC-UNSIGNED} if one is not signed, or was
   *     withdrawn; {@code SX-DISC-SCOPE} if the permit's scope no longer covers the one that it was
   *     written under
   */
  public Disclosure release(Permit permit, List<FindingId> ids, Recipient to, String title) {
    check(ids, title);
    DisclosureId id = DisclosureId.random();
    String salt = salt();
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try (Act act = permit.begin(Step.RELEASE, inputs(id, ids, to, salt))) {
      List<Finding> findings = ids.stream().map(f -> releasable(act, f)).toList();
      Path zip = file(id);
      Digest digest =
          new Release(ground, proving, agency, act)
              .bundle(new Release.Heading(id, title.strip(), to, salt, at), findings, zip);
      boolean registered = false;
      try {
        settle(zip);
        long bytes = Files.size(zip);
        Clear clear =
            new Clear(
                permit.caseId(),
                id,
                permit.authority(),
                permit.actor(),
                act.intentLeaf(),
                at,
                digest,
                bytes);
        ScopeNote scope = ScopeNote.of(permit.scope());
        Line line = new Line(clear, title.strip(), to, salt, ids, scope);
        store.add(act, line);
        registered = true;
        act.done(Particulars.none().digest("bundle", digest).number("bytes", bytes));
        return disclosure(line, names());
      } finally {
        if (!registered) {
          Files.deleteIfExists(zip);
        }
      }
    } catch (IOException e) {
      throw new DisclosureFault.Storage("disclosure " + id, e);
    }
  }

  /**
   * The register of the case's disclosures, oldest first: those of the permit's authority whose
   * scope the permit's covers. What else was released is not even counted.
   */
  public List<Disclosure> register(Permit permit) {
    try (Act act = permit.begin(Step.VIEW, Particulars.none().token("what", "disclosures"))) {
      Map<ActorId, String> names = names();
      List<Disclosure> all = visible(act).map(l -> disclosure(l, names)).toList();
      act.done(Particulars.none().number("disclosures", all.size()));
      return all;
    }
  }

  /**
   * One line of the register.
   *
   * @throws DisclosureFault.NotFound if the case has none of this identifier that this permit may
   *     open
   */
  public Disclosure disclosure(Permit permit, DisclosureId id) {
    Particulars inputs = Particulars.none().token("what", "disclosure").id("disclosure", id);
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      Disclosure found = find(act, id);
      act.done(found.digest());
      return found;
    }
  }

  /**
   * The released bundle's file; handing it out once more is logged.
   *
   * @throws DisclosureFault.BadBundle if the file is not the one that was released
   */
  public Path bundle(Permit permit, DisclosureId id) {
    return handOut(permit, id, "bundle").bundle();
  }

  /** The released report, as it lies in the bundle; handing it out once more is logged. */
  public byte[] report(Permit permit, DisclosureId id) {
    return part(handOut(permit, id, "report").bundle(), BundleFiles.REPORT);
  }

  /** Prints a released report again, from what its bundle says; the same bytes as then. */
  public byte[] reprint(Permit permit, DisclosureId id) {
    Path bundle = handOut(permit, id, "reprint").bundle();
    return ReportText.print(
        ReportJson.read(part(bundle, REPORT_SOURCE), part(bundle, BundleFiles.FINDINGS)),
        Typeface.load());
  }

  /** Verifies a released bundle as a recipient would. */
  public BundleReport verify(Permit permit, DisclosureId id) {
    return BundleVerifier.verify(
        handOut(permit, id, "verify").bundle(), proving.disclosure().verifier(), proving.log());
  }

  private Disclosure handOut(Permit permit, DisclosureId id, String what) {
    Particulars inputs = Particulars.none().token("what", what).id("disclosure", id);
    try (Act act = permit.begin(Step.EXPORT, inputs)) {
      Disclosure found = find(act, id);
      requireUnaltered(found);
      act.done(found.digest());
      return found;
    }
  }

  private static void requireUnaltered(Disclosure disclosure) {
    Path file = disclosure.bundle();
    String name = String.valueOf(file.getFileName());
    if (!Files.isRegularFile(file)) {
      throw new DisclosureFault.BadBundle(name, "missing");
    }
    MessageDigest sha = Digest.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new DisclosureFault.Storage(name, e);
    }
    Digest found = Digest.ofRaw(sha.digest());
    if (!found.equals(disclosure.digest())) {
      throw new DisclosureFault.BadBundle(name, found.hex());
    }
  }

  private static byte[] part(Path bundle, String name) {
    try (CanonicalZip zip = CanonicalZip.open(bundle)) {
      return zip.read(name, PART_MAX_BYTES);
    } catch (IOException e) {
      throw new DisclosureFault.Storage(bundle.toString(), e);
    }
  }

  private Disclosure find(Act act, DisclosureId id) {
    return visible(act)
        .filter(line -> line.clear().id().equals(id))
        .findFirst()
        .map(line -> disclosure(line, names()))
        .orElseThrow(() -> new DisclosureFault.NotFound(id.toString()));
  }

  /* The database shows no other authority's lines; a bundle lies beside it as a plain file, so the
   * authority is asked for here as well. Its scope may have been narrowed by a renewal since. */
  private Stream<Line> visible(Act act) {
    Permit permit = act.permit();
    return store.all(act).stream()
        .filter(line -> line.clear().authority().equals(permit.authority()))
        .filter(line -> line.scope() != null && line.scope().coveredBy(permit.scope()));
  }

  private Disclosure disclosure(Line line, Map<ActorId, String> names) {
    Clear clear = line.clear();
    return new Disclosure(
        clear.id(),
        line.title(),
        line.recipient(),
        line.recipient().digest(line.salt()),
        line.findings(),
        clear.authority(),
        clear.actor(),
        names.getOrDefault(clear.actor(), clear.actor().toString()),
        clear.at(),
        clear.leaf(),
        folder.resolve(clear.id() + ".zip"),
        clear.digest(),
        clear.bytes());
  }

  private Map<ActorId, String> names() {
    Map<ActorId, String> names = new HashMap<>();
    ground.authority().people().all().forEach(person -> names.put(person.id(), person.name()));
    return names;
  }

  /* Bundles hold evidence in the clear, as their recipients must read it: the folder is its
   * owner's alone. */
  private Path file(DisclosureId id) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder.toAbsolutePath().resolveSibling(".").normalize());
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return folder.resolve(id + ".zip");
  }

  /* What a crash left half written was never released. */
  private static void sweep(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*.zip.new")) {
      for (Path file : left) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new DisclosureFault.Storage(folder.toString(), e);
    }
  }

  /* The bundle is durable before the register speaks of it. */
  private void settle(Path zip) throws IOException {
    for (Path path : List.of(zip, folder)) {
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private Finding releasable(Act act, FindingId id) {
    Finding finding = ground.findings().finding(act, id);
    if (finding.state() != FindingState.SIGNED) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-UNSIGNED",
          "only signed findings are released",
          "finding F-" + finding.number(),
          finding.state().name(),
          "have it reviewed and signed, or leave it out");
    }
    requireCovered(act.permit(), finding);
    return finding;
  }

  /* A signed finding carries what the scope of its day let be seen. */
  private void requireCovered(Permit permit, Finding finding) {
    int version = finding.document().authorityVersion();
    boolean covered =
        version == permit.authorityVersion()
            || ground
                .authority()
                .authorities()
                .authority(permit.actor(), permit.authority())
                .stream()
                .filter(file -> file.document().version() == version)
                .map(file -> ScopeNote.of(file.document().draft().bounds().scope()))
                .anyMatch(note -> note.coveredBy(permit.scope()));
    if (!covered) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-SCOPE",
          "the authority was narrowed since this finding was written",
          "finding F-" + finding.number(),
          "version " + version + ", now " + permit.authorityVersion(),
          "write the finding anew under the authority as it stands, or leave it out");
    }
  }

  private static void check(List<FindingId> ids, String title) {
    if (ids.isEmpty() || ids.size() > FINDINGS_MAX || new HashSet<>(ids).size() != ids.size()) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-FINDINGS",
          "a release names its findings, each once",
          "findings",
          ids.size() + " given",
          "give 1 to " + FINDINGS_MAX);
    }
    int length = title.strip().length();
    if (length < TITLE_MIN || length > TITLE_MAX) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-TITLE",
          "a release needs a title",
          "title",
          length + " characters",
          "write 3 to 200 characters");
    }
  }

  /* The log names the recipient by a salted digest: whoever holds the register can show that a line
   * is the one in the log, and from the log alone nobody can find out whom it names. */
  private static Particulars inputs(
      DisclosureId id, List<FindingId> ids, Recipient to, String salt) {
    Particulars inputs =
        Particulars.none()
            .id("disclosure", id)
            .digest("recipient", to.digest(salt))
            .number("findings", ids.size());
    for (int i = 0; i < ids.size(); i++) {
      inputs = inputs.id("finding-" + (i + 1), ids.get(i));
    }
    return inputs;
  }

  private static String salt() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }
}
