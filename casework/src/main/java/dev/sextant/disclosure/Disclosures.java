package dev.sextant.disclosure;

import dev.sextant.authority.Act;
import dev.sextant.authority.AuthorityRoom;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.authority.Voiding;
import dev.sextant.custody.Custody;
import dev.sextant.disclosure.report.Report;
import dev.sextant.disclosure.report.ReportText;
import dev.sextant.disclosure.store.DisclosureStore;
import dev.sextant.disclosure.store.DisclosureStore.Clear;
import dev.sextant.disclosure.store.DisclosureStore.Line;
import dev.sextant.disclosure.store.ScopeNote;
import dev.sextant.findings.Finding;
import dev.sextant.findings.Findings;
import dev.sextant.press.Typeface;
import dev.sextant.subjects.RoleBook;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import dev.sextant.terms.Fault;
import dev.sextant.terms.FindingId;
import dev.sextant.verify.BundleFiles;
import dev.sextant.verify.BundleReport;
import dev.sextant.verify.BundleVerifier;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The room's front door: releases, and the register of what was released. */
public final class Disclosures {
  /** In a bundle: all that {@code report.pdf} says, for printing it again. */
  public static final String REPORT_SOURCE = BundleFiles.REPORT_SOURCE;

  private static final int SALT_BYTES = 32;

  private final Ground ground;
  private final Proving proving;
  private final BundleFolder bundles;
  private final String agency;
  private final Clock clock;
  private final ReleasedLines released;
  private final Releasable releasable;
  private final Recipients recipients;
  private final Exports exports;
  private final Recalls recalls;
  private final Timestamps timestamps;
  private final Parcels parcels;
  private final Redactions redactions;
  private final Templates templates = Templates.shipped();

  /**
   * What the room rests on.
   *
   * @param authority the authority room
   * @param custody of exhibits
   * @param findings that may be released
   * @param roles of the persons that findings name
   * @param pixels opens pictures
   * @param media that records in scope carry
   */
  public record Ground(
      AuthorityRoom authority,
      Custody custody,
      Findings findings,
      Roles roles,
      Pixels pixels,
      CarriedMedia media) {
    /** One that opens no pictures. */
    public Ground(AuthorityRoom authority, Custody custody, Findings findings, Roles roles) {
      this(authority, custody, findings, roles, hostile -> Optional.empty(), NO_MEDIA);
    }
  }

  private static final CarriedMedia NO_MEDIA =
      new CarriedMedia() {
        @Override
        public List<Medium> of(Act act, Digest record) {
          return List.of();
        }

        @Override
        public List<Medium> ifThere(Act act, Digest record) {
          return List.of();
        }

        @Override
        public byte[] bytes(Act act, Digest record, int medium) {
          throw new IllegalArgumentException("no record carries a medium here");
        }
      };

  /** Opens pictures where they can do no harm. */
  public interface Pixels {
    /** The dots of a picture; nothing of bytes that are none, or that cannot be opened safely. */
    Optional<BufferedImage> of(byte[] hostile);
  }

  /** Which persons have which roles. */
  public interface Roles {
    /** The roles of whoever is behind these accounts. */
    RoleBook of(Act act, Collection<String> accounts);
  }

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
    this.bundles = new BundleFolder(folder);
    this.agency = agency;
    this.clock = clock;
    AuthorityRoom authority = ground.authority();
    this.released = new ReleasedLines(ground, bundles);
    this.releasable = new Releasable(ground);
    this.recipients = new Recipients(authority.houseDeeds(), authority.pack(), clock);
    this.exports = new Exports(authority.houseDeeds(), authority.pack(), clock);
    this.recalls = new Recalls(authority, this, agency, clock);
    this.timestamps = new Timestamps(authority, this, proving.stamping(), clock);
    this.parcels = new Parcels(this, timestamps, clock);
    this.redactions = new Redactions(ground, clock);
  }

  /** As {@link #release(Permit, ReleaseOrder)}, with the authority's handling and nothing more. */
  public Disclosure release(Permit permit, List<FindingId> ids, Recipient to, String title) {
    return release(permit, new ReleaseOrder(ids, to, title, Handling.NONE, ""));
  }

  /**
   * Releases signed findings to a recipient of the register: prints the report, marked as this
   * recipient's copy, writes the bundle, verifies it as the recipient will, and registers it. If
   * anything fails, nothing has left the house.
   *
   * @throws DisclosureFault.NotReleasable {@code SX-DISC-UNSIGNED} if one is not signed, or was
   *     withdrawn; {@code SX-DISC-SCOPE} if the permit's scope no longer covers the one that it was
   *     written under; {@code SX-DISC-RECIPIENT-UNKNOWN} or {@code SX-DISC-AGREEMENT} if the
   *     recipient may not receive; {@code SX-DISC-HANDLING} if a code asks for a permission; {@code
   *     SX-DISC-BULK} if the person has handed out as much as one person may
   */
  public Disclosure release(Permit permit, ReleaseOrder order) {
    order.check();
    DisclosureId id = DisclosureId.random();
    String salt = salt();
    Optional<Registered> registered = recipients.find(order.to());
    Cuts cuts = cuts(permit, order);
    try (Act act =
        permit.begin(Step.RELEASE, order.inputs(id, salt, registered, cuts.redacted()))) {
      try {
        cuts.requireSecondPerson(permit.actor());
        return release(act, new Naming(id, salt), order, cuts, recipients.require(registered));
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  /** By what a release goes in the log. */
  private record Naming(DisclosureId id, String salt) {}

  private Cuts cuts(Permit permit, ReleaseOrder order) {
    Pictures pictures = new Pictures(ground);
    List<Pictures.Found> asked =
        order.shape().pictures().stream().map(one -> pictures.find(permit, one)).toList();
    List<Mark> standing = redactions.all(permit).stream().filter(Mark::stands).toList();
    return new Cuts(
        templateOf(order.shape()), Cuts.applying(standing, order, asked), order.shape(), asked);
  }

  /* Making a bundle takes seconds: what somebody marked meanwhile would leave the house in it. */
  private void requireSameMarks(Act act, ReleaseOrder order, Cuts cuts) {
    List<Mark> now = Cuts.applying(redactions.standing(act), order, cuts.pictures());
    if (!now.equals(cuts.marks())) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-MARK",
          "somebody marked something, or took a mark back, while this was made",
          "redactions",
          now.size() + " stand now, " + cuts.marks().size() + " were applied",
          "look at the preview again, then release it anew");
    }
  }

  /**
   * What a release would print, for whoever looks at it before it is made: the same report, without
   * proofs and marks of a copy. Nothing leaves the house.
   *
   * @param css the report's style sheet
   * @param html the report as a page without scripts and styles
   * @param redactions what is taken out
   * @param ownMarks how many of them this person decided on, who therefore does not release it
   */
  public record Preview(String css, String html, List<Redaction> redactions, long ownMarks) {}

  /**
   * Shows what a release would print.
   *
   * @throws DisclosureFault.NotReleasable as {@link #release}, but for the recipient's agreement
   */
  public Preview preview(Permit permit, ReleaseOrder order) {
    order.check();
    Cuts cuts = cuts(permit, order);
    Particulars inputs =
        Particulars.none().token("what", "preview").number("findings", order.findings().size());
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      try {
        List<Finding> findings =
            order.findings().stream().map(f -> releasable.finding(act, f)).toList();
        Handling handling = order.handlingUnder(releasable.instruction(permit));
        Report report =
            new Release(ground, proving, agency, act)
                .preview(
                    heading(new Naming(DisclosureId.random(), ""), order, handling, ""),
                    findings,
                    cuts);
        act.done(Particulars.none().number("redactions", report.form().redactions().size()));
        ReportText.Screen screen = ReportText.screen(report, Typeface.load());
        return new Preview(
            screen.css(),
            screen.xhtml(),
            report.form().redactions(),
            cuts.decidedBy(permit.actor()));
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  /**
   * Pictures that records cited by findings carry and that would leave with them: not those whose
   * record is taken out, nor those that only records of withheld authors carry.
   *
   * @param findings signed ones
   * @param shape of the release; its pictures do not count
   * @throws DisclosureFault.NotReleasable where {@link #release} would refuse the findings
   */
  public List<Redactions.Carried> going(
      Permit permit, List<FindingId> findings, ReleaseOrder.Shape shape) {
    Particulars inputs =
        Particulars.none().token("what", "pictures").number("findings", findings.size());
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      try {
        List<Finding> signed = findings.stream().map(f -> releasable.finding(act, f)).toList();
        List<Mark> marks = Cuts.ofFindings(redactions.standing(act), findings);
        List<Redactions.Carried> going =
            new Release(ground, proving, agency, act)
                .going(signed, new Cuts(templateOf(shape), marks, shape, List.of()));
        act.done(Particulars.none().number("pictures", going.size()));
        return going;
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  private @Nullable Template templateOf(ReleaseOrder.Shape shape) {
    return shape.template().isEmpty() ? null : templates.of(shape.template());
  }

  private Release.Heading heading(
      Naming naming, ReleaseOrder order, Handling handling, String mark) {
    return new Release.Heading(
        naming.id(),
        order.title(),
        order.to(),
        naming.salt(),
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        new Report.Marking(handling.line(), mark));
  }

  private Disclosure release(Act act, Naming naming, ReleaseOrder order, Cuts cuts, Registered to) {
    Permit permit = act.permit();
    DisclosureId id = naming.id();
    List<Finding> findings =
        order.findings().stream().map(f -> releasable.finding(act, f)).toList();
    Handling handling = order.handlingUnder(releasable.instruction(permit));
    for (Finding finding : findings) {
      handling = handling.join(Handling.of(finding.number(), finding.document().claim().grade()));
    }
    order.requirePermission(handling);
    exports.count(act);
    String mark = watermark(act).of(id, to.id());
    Release.Heading heading = heading(naming, order, handling, mark);
    boolean registered = false;
    Path zip = bundles.of(id);
    try {
      bundles.make();
      Digest digest =
          new Release(ground, proving, agency, act).bundle(heading, findings, cuts, zip);
      requireSameMarks(act, order, cuts);
      bundles.settle(zip);
      Clear clear =
          new Clear(
              permit.caseId(),
              id,
              permit.authority(),
              permit.actor(),
              act.intentLeaf(),
              heading.at(),
              digest,
              Files.size(zip));
      DisclosureStore.Marks marks =
          new DisclosureStore.Marks(
              to.id().toString(),
              to.agreement().id().toString(),
              mark,
              handling,
              order.permission(),
              order.shape().template(),
              cuts.redacted());
      Line line =
          new Line(
              clear,
              order.title(),
              order.to(),
              naming.salt(),
              order.findings(),
              ScopeNote.of(permit.scope()),
              marks);
      ground
          .authority()
          .voiding()
          .handedOver(
              act,
              new Voiding.HandedOver(
                  id,
                  heading.at(),
                  digest,
                  order.title(),
                  order.to().name(),
                  order.to().organisation()));
      released.add(act, line);
      registered = true;
      act.done(Particulars.none().digest("bundle", digest).number("bytes", line.clear().bytes()));
      return released.disclosure(line);
    } catch (IOException e) {
      throw new DisclosureFault.Storage("disclosure " + id, e);
    } finally {
      if (!registered) {
        bundles.clear(List.of(id));
      }
    }
  }

  private Watermark watermark(Act act) {
    return new Watermark(ground.authority().keys().derive(act, Watermark.USE));
  }

  /** The register of those who may receive. */
  public Recipients recipients() {
    return recipients;
  }

  /** How much each person hands out, and leave for more. */
  public Exports exports() {
    return exports;
  }

  /** The releasing body's name. */
  public String agency() {
    return agency;
  }

  /** What people decided to take out. */
  public Redactions redactions() {
    return redactions;
  }

  /** The lines of the register, within an act. */
  ReleasedLines released() {
    return released;
  }

  /** In which forms findings are released. */
  public Templates templates() {
    return templates;
  }

  /** Calling back, and assessments in an emergency. */
  public Recalls recalls() {
    return recalls;
  }

  /** Timestamps of what was released. */
  public Timestamps timestamps() {
    return timestamps;
  }

  /** Other shapes in which what was released is handed out. */
  public Parcels parcels() {
    return parcels;
  }

  /**
   * Whose copy a page is.
   *
   * @param mark as printed at the foot of each page; case and hyphens do not matter
   * @throws DisclosureFault.NotFound if no copy of this authority bears it
   */
  public Disclosure trace(Permit permit, String mark) {
    String wanted = Watermark.plain(mark);
    try (Act act = permit.begin(Step.VIEW, Particulars.none().token("what", "watermark"))) {
      Disclosure found =
          released.all(act).stream()
              .filter(one -> !one.mark().isEmpty() && Watermark.plain(one.mark()).equals(wanted))
              .findFirst()
              .orElseThrow(() -> {
                act.failed("SX-DISC-NOT-FOUND");
                return new DisclosureFault.NotFound("mark " + mark);
              });
      act.done(found.digest());
      return found;
    }
  }

  /**
   * The register of the case's disclosures, oldest first: those of the permit's authority whose
   * scope the permit's covers. What else was released is not even counted.
   */
  public List<Disclosure> register(Permit permit) {
    try (Act act = permit.begin(Step.VIEW, Particulars.none().token("what", "disclosures"))) {
      List<Disclosure> all = released.all(act);
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
      Disclosure found = released.find(act, id);
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
    return BundleFolder.part(handOut(permit, id, "report").bundle(), BundleFiles.REPORT);
  }

  /** Prints a released report again, from what its bundle says; the same bytes as then. */
  public byte[] reprint(Permit permit, DisclosureId id) {
    Path bundle = handOut(permit, id, "reprint").bundle();
    return ReportText.print(BundleFolder.said(bundle), Typeface.load());
  }

  /** Verifies a released bundle as a recipient would. */
  public BundleReport verify(Permit permit, DisclosureId id) {
    return BundleVerifier.verify(
        looked(permit, id).bundle(), proving.disclosure().verifier(), proving.log());
  }

  /**
   * Removes the bundles of disclosures whose findings were destroyed; the register keeps its lines.
   */
  public void clear(List<DisclosureId> ids) {
    bundles.clear(ids);
  }

  /* Verifying here gives nothing away. */
  private Disclosure looked(Permit permit, DisclosureId id) {
    Particulars inputs = Particulars.none().token("what", "verify").id("disclosure", id);
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      Disclosure found = released.find(act, id);
      BundleFolder.requireUnaltered(found);
      act.done(found.digest());
      return found;
    }
  }

  private Disclosure handOut(Permit permit, DisclosureId id, String what) {
    return handOut(permit, id, what, (act, found) -> found);
  }

  /* What a shape of a bundle needs beside the bundle is read within the act that hands it out. */
  <T> T handOut(Permit permit, DisclosureId id, String what, BiFunction<Act, Disclosure, T> made) {
    // Whose copy it is must stand in the intent, which is written before the register is read.
    Particulars inputs = Particulars.none().token("what", what).id("disclosure", id);
    try (Act act = permit.begin(Step.EXPORT, inputs)) {
      try {
        Disclosure found = released.find(act, id);
        if (!found.recipientId().isEmpty()) {
          act.note(Particulars.none().id("recipientId", found.recipientId()));
        }
        exports.count(act);
        BundleFolder.requireUnaltered(found);
        T shape = made.apply(act, found);
        act.done(Particulars.none().digest("output", found.digest()));
        return shape;
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  /**
   * Begins to hand something of a case to the person who asks, in a file of their own: an export,
   * counted like every other. The person is named as its recipient.
   *
   * @param inputs what is handed out
   * @throws DisclosureFault.NotReleasable {@code SX-DISC-BULK} if the person has handed out as much
   *     as one person may
   */
  public HandOut handOut(Permit permit, Particulars inputs) {
    Act act = permit.begin(Step.EXPORT, inputs.id("recipientId", permit.actor()));
    boolean counted = false;
    try {
      exports.count(act);
      counted = true;
      return new HandOut(act);
    } catch (Fault e) {
      act.failed(e.code());
      throw e;
    } finally {
      if (!counted) {
        act.close();
      }
    }
  }

  private static String salt() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }
}
