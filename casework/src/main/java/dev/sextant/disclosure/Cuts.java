package dev.sextant.disclosure;

import dev.sextant.authority.Act;
import dev.sextant.disclosure.redaction.Commitments;
import dev.sextant.disclosure.redaction.PictureCopy;
import dev.sextant.disclosure.redaction.Redactor;
import dev.sextant.disclosure.report.Form;
import dev.sextant.disclosure.template.Fitting;
import dev.sextant.findings.Finding;
import dev.sextant.findings.FindingDocument;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import dev.sextant.terms.FindingId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How one release is cut: its template, the marks that stand on what it holds, and what goes with
 * it.
 *
 * @param template or null for none
 * @param marks that stand on its findings and pictures
 * @param shape as ordered
 * @param pictures where those lie that were asked for
 */
record Cuts(
    @Nullable Template template,
    List<Mark> marks,
    ReleaseOrder.Shape shape,
    List<Pictures.Found> pictures) {
  Cuts {
    marks = List.copyOf(marks);
    pictures = List.copyOf(pictures);
  }

  /** Those of standing marks that a release is cut by: of its findings, and of its pictures. */
  static List<Mark> applying(
      List<Mark> standing, ReleaseOrder order, List<Pictures.Found> pictures) {
    return standing.stream()
        .filter(mark ->
            mark.kind() == Mark.Kind.AREA
                ? pictures.stream().anyMatch(one -> one.has(mark) || one.lies(mark))
                : order.findings().contains(new FindingId(mark.thing())))
        .toList();
  }

  /** Those of standing marks that are of findings. */
  static List<Mark> ofFindings(List<Mark> standing, List<FindingId> findings) {
    return standing.stream()
        .filter(
            mark -> mark.kind() != Mark.Kind.AREA && findings.contains(new FindingId(mark.thing())))
        .toList();
  }

  /** Whether third parties are withheld by rule. */
  boolean withholds() {
    return template != null && (template.withholds() || (template.choice() && shape.withhold()));
  }

  /** How many marks and rules take something out, as the log says. */
  long redacted() {
    return marks.size() + (withholds() ? 1 : 0);
  }

  long decidedBy(ActorId person) {
    return marks.stream().filter(mark -> mark.by().equals(person)).count();
  }

  /* Who takes something out does not decide alone that the rest may go. */
  void requireSecondPerson(ActorId releasing) {
    long own = decidedBy(releasing);
    if (own > 0) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-SECOND-PERSON",
          "who decided on a redaction does not release what it applies to",
          "redactions",
          own + " of " + marks.size() + " are this person's",
          "have a second person of the team release it");
    }
  }

  /** Requires that the template fits; a release of no template fits everything. */
  void requireFit(String title, Categories persons, List<Finding> findings) {
    if (template != null) {
      new Fitting(template)
          .require(
              new Fitting.Matter(
                  title,
                  shape.receiver(),
                  shape.about(),
                  persons.nameable(),
                  findings.stream().map(Finding::document).toList()));
    }
  }

  /** What takes it out. */
  Redactor redactor(
      Act act,
      DisclosureId id,
      Disclosures.Ground ground,
      Categories persons,
      List<Finding> findings,
      Function<ActorId, String> names) {
    List<FindingDocument> documents = findings.stream().map(Finding::document).toList();
    marks.stream()
        .filter(mark -> mark.kind() != Mark.Kind.AREA)
        .forEach(mark -> requireSame(mark, findings));
    marks.forEach(this::requireSamePicture);
    Set<String> named = withholds() ? persons.nameable(selectors(act)) : null;
    Redactor redactor =
        new Redactor(
            documents,
            new Redactor.Orders(marks, named),
            new ReasonCodes(ground.authority().pack()),
            names,
            new Commitments(ground.authority().keys().derive(act, Commitments.USE), id));
    if (redactor.takes()) {
      findings.stream()
          .filter(f -> redactor.copy(f.document()) != f.document())
          .forEach(Redactions::requireSalt);
    }
    return redactor;
  }

  private static void requireSame(Mark mark, List<Finding> findings) {
    boolean same =
        findings.stream()
            .anyMatch(f -> f.id().value().equals(mark.thing()) && f.digest().equals(mark.digest()));
    if (!same) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-MARK",
          "a finding is another than the one that was marked",
          "redaction " + mark.id(),
          mark.thing().toString(),
          "take the mark back and mark the finding as it stands");
    }
  }

  /* What is sealed off later is masked: then these are other bytes, and the mark may miss. */
  private void requireSamePicture(Mark mark) {
    if (pictures.stream().anyMatch(one -> one.lies(mark) && !one.has(mark))) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-MARK",
          "a picture is another than the one that was marked",
          "redaction " + mark.id(),
          mark.thing().toString(),
          "take the mark back and mark the picture as it stands");
    }
  }

  /* As accounts are keyed: platform, kind of identifier, value. */
  private static Set<String> selectors(Act act) {
    return act.permit().scope().selectors().stream()
        .map(s ->
            (s.platform() == null ? "" : s.platform() + "/")
                + s.type().name().toLowerCase(Locale.ROOT)
                + "/"
                + s.value())
        .collect(Collectors.toSet());
  }

  /** The report's form, before anything is taken out. */
  Form form(
      List<String> certificate, List<Form.Picture> pictures, List<Redaction> areas, boolean takes) {
    boolean taking = takes || !areas.isEmpty();
    List<Form.Section> sections =
        new ArrayList<>(template == null ? Form.PLAIN.sections() : template.sections());
    // A reader is told what was taken out, and shown what was ordered, in every template.
    if (taking && !sections.contains(Form.Section.REDACTIONS)) {
      sections.add(sections.indexOf(Form.Section.CHECKING), Form.Section.REDACTIONS);
    }
    if (!pictures.isEmpty() && !sections.contains(Form.Section.PICTURES)) {
      sections.add(sections.indexOf(Form.Section.EXHIBITS), Form.Section.PICTURES);
    }
    if (template == null && sections.equals(Form.PLAIN.sections())) {
      return Form.PLAIN;
    }
    return new Form(
        template == null ? "" : template.id(),
        template == null ? "" : template.title(),
        template == null ? List.of() : template.words(),
        sections,
        shape.about(),
        certifies() ? certificate : List.of(),
        areas,
        Set.of(),
        pictures);
  }

  boolean certifies() {
    return template != null && template.sections().contains(Form.Section.CERTIFICATE);
  }

  /** The areas of a picture that are drawn over. */
  List<PictureCopy.Area> areas(Pictures.Found picture) {
    return marks.stream()
        .filter(picture::has)
        .map(m -> new PictureCopy.Area(m.from(), m.to(), m.width(), m.height()))
        .toList();
  }

  /** The log's lines of those areas. */
  List<Redaction> areaLog(
      String name, Pictures.Found picture, ReasonCodes reasons, Function<ActorId, String> names) {
    return marks.stream()
        .filter(picture::has)
        .map(m -> {
          ReasonCodes.Reason reason = reasons.of(m.code());
          return new Redaction(
              "picture of exhibit " + name,
              "area",
              reason.code(),
              reason.title(),
              reason.source(),
              names.apply(m.by()),
              m.at().toString());
        })
        .toList();
  }

  /**
   * How a picture is named in what leaves: by its exhibit, and one that lies in it by the beginning
   * of its digest, since a path may say what is to be taken out.
   */
  static String name(String number, Pictures.Found picture, Pictures.Open open) {
    return picture.part().isEmpty() ? number : number + ", picture " + mark(open);
  }

  private static String mark(Pictures.Open open) {
    return open.original().hex().substring(0, 12);
  }

  /** A copy of a picture for the bundle. */
  static Form.Picture picture(
      String name, Pictures.Found picture, Pictures.Open open, List<PictureCopy.Area> areas) {
    byte[] png = PictureCopy.png(open.dots(), areas);
    String within = picture.part().isEmpty() ? "" : "-" + mark(open);
    return new Form.Picture(
        name,
        "pictures/E-" + picture.exhibit().number() + within + ".png",
        Digest.of(png),
        open.original(),
        open.dots().getWidth(),
        open.dots().getHeight(),
        areas.size(),
        new Form.Png(png));
  }
}
