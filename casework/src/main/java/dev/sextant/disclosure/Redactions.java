package dev.sextant.disclosure;

import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.disclosure.redaction.PictureCopy;
import dev.sextant.disclosure.redaction.Places;
import dev.sextant.disclosure.redaction.Whole;
import dev.sextant.disclosure.store.RedactionStore;
import dev.sextant.findings.Finding;
import dev.sextant.findings.FindingDocument;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Fault;
import dev.sextant.terms.FindingId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What people decide to take out of what is released: words, cited records, persons, areas of
 * pictures, each with a reason code. A mark stands until it is taken back; whoever decided on one
 * does not release what it applies to.
 */
public final class Redactions {
  private final Disclosures.Ground ground;
  private final Clock clock;
  private final RedactionStore store;
  private final Pictures pictures;

  Redactions(Disclosures.Ground ground, Clock clock) {
    this.ground = ground;
    this.clock = clock;
    this.pictures = new Pictures(ground);
    this.store = new RedactionStore(ground.authority().door(), ground.authority().keys());
  }

  /**
   * What is to be marked.
   *
   * @param kind what is taken out
   * @param thing the finding, or the exhibit of an area
   * @param place a path of {@link Places}, or a person's key; of an area, a {@link Pictured} that
   *     lies in the exhibit, or empty for the exhibit itself
   * @param from first UTF-16 unit, or left edge in pixels
   * @param to unit after the last, or upper edge in pixels
   * @param width of an area in pixels
   * @param height of an area in pixels
   * @param code reason code
   */
  public record Draft(
      Mark.Kind kind,
      UUID thing,
      String place,
      int from,
      int to,
      int width,
      int height,
      String code) {}

  /**
   * A text in which words can be marked.
   *
   * @param place its path, as {@link Draft} names it
   * @param label in words, as the list of redactions prints it
   * @param text what it says
   */
  public record Text(String place, String label, String text) {}

  /**
   * A person who can be taken out whole.
   *
   * @param key of the entity, or of the author of a record
   * @param label as the finding shows the person
   */
  public record Named(String key, String label) {}

  /**
   * What of a finding can be marked.
   *
   * @param texts in the order of the report
   * @param records paths of its cited records
   * @param persons each once
   * @param pictures that its cited records carry within their exhibits, as far as the permit's
   *     scope reaches
   */
  public record Markable(
      List<Text> texts, List<String> records, List<Named> persons, List<Carried> pictures) {
    /** Copies. */
    public Markable {
      texts = List.copyOf(texts);
      records = List.copyOf(records);
      persons = List.copyOf(persons);
      pictures = List.copyOf(pictures);
    }
  }

  /**
   * A picture that a cited record carries.
   *
   * @param picture by which it is named in a {@link Draft} and in a release
   * @param exhibit that holds it
   * @param exhibitNumber of it within the case
   * @param part path within the exhibit
   */
  public record Carried(
      Pictured.OfRecord picture, ExhibitId exhibit, int exhibitNumber, String part) {}

  /** What of a finding can be marked. */
  public Markable markable(Permit permit, FindingId id) {
    Particulars inputs = Particulars.none().token("what", "markable").id("finding", id);
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      Finding finding = ground.findings().finding(act, id);
      FindingDocument document = finding.document();
      List<Text> texts =
          Places.of(document).entrySet().stream()
              .map(e ->
                  new Text(e.getKey(), Places.words(finding.number(), e.getKey()), e.getValue()))
              .toList();
      Markable found =
          new Markable(
              texts,
              Places.records(document),
              Whole.persons(document),
              pictures.carried(
                  act,
                  Stream.concat(document.supports().stream(), document.counterSupports().stream())
                      .toList()));
      act.done(finding.digest());
      return found;
    }
  }

  /** Why something may be taken out, by the pack in force now. */
  public ReasonCodes reasons() {
    return new ReasonCodes(ground.authority().pack());
  }

  /** All marks under the permit's authority, also those taken back, oldest first. */
  public List<Mark> all(Permit permit) {
    try (Act act = permit.begin(Step.VIEW, Particulars.none().token("what", "redactions"))) {
      List<Mark> all = store.all(act);
      act.done(Particulars.none().number("redactions", all.size()));
      return all;
    }
  }

  /** Those that stand, oldest first. */
  List<Mark> standing(Act act) {
    return store.all(act).stream().filter(Mark::stands).toList();
  }

  /**
   * Marks something.
   *
   * @throws BadValue {@code SX-DISC-REASON-CODE}; {@code SX-DISC-MARK} if there is nothing at the
   *     place
   * @throws DisclosureFault.NotReleasable {@code SX-DISC-UNSIGNED} or {@code SX-DISC-UNSALTED}
   */
  public Mark mark(Permit permit, Draft draft) {
    reasons().of(draft.code());
    boolean area = draft.kind() == Mark.Kind.AREA;
    Particulars inputs =
        Particulars.none()
            .token("kind", draft.kind().name())
            .token("code", draft.code())
            .id(area ? "exhibit" : "finding", draft.thing());
    try (Act act = permit.begin(Step.REDACT, inputs)) {
      try {
        Mark made = area ? area(act, draft) : inFinding(act, draft);
        store.add(act, made);
        act.done(Particulars.none().id("redaction", made.id()));
        return made;
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  /** Takes a mark back; what was released before keeps it. */
  public void withdraw(Permit permit, UUID id) {
    Particulars inputs = Particulars.none().token("kind", "WITHDRAW").id("redaction", id);
    try (Act act = permit.begin(Step.REDACT, inputs)) {
      if (!store.withdraw(act, id, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
        act.failed("SX-DISC-MARK");
        throw bad("redaction", id.toString(), "choose one that stands");
      }
      act.done(Particulars.none().id("redaction", id));
    }
  }

  private Mark inFinding(Act act, Draft draft) {
    Finding finding = ground.findings().finding(act, new FindingId(draft.thing()));
    Releasable.requireSigned(
        finding, "mark it once it is signed: before that its text may still change");
    requireSalt(finding);
    int from = draft.from();
    int to = draft.to();
    switch (draft.kind()) {
      case WORDS -> {
        Map<String, String> texts = Places.of(finding.document());
        String text = texts.get(draft.place());
        if (text == null || from < 0 || to > text.length() || from >= to) {
          throw bad(
              "place", draft.place() + " " + from + " to " + to, "mark words of a text shown");
        }
        Whole whole = Whole.around(text, from, to);
        from = whole.from();
        to = whole.to();
        if (!whole.findable(text)) {
          throw bad("words", (to - from) + " characters", "mark at least two letters or digits");
        }
      }
      case RECORD -> {
        if (!Places.isRecord(finding.document(), draft.place())) {
          throw bad("place", draft.place(), "name a cited record, such as supports/0");
        }
      }
      case PERSON -> {
        if (!Whole.names(finding.document(), draft.place())) {
          throw bad("place", "a key", "name an entity or author of this finding by its key");
        }
      }
      case AREA -> throw new IllegalArgumentException("an area is of an exhibit");
    }
    return made(act, draft, draft.place(), finding.digest(), from, to);
  }

  private Mark made(Act act, Draft draft, String place, Digest digest, int from, int to) {
    return new Mark(
        UUID.randomUUID(),
        draft.kind(),
        draft.thing(),
        digest,
        place,
        from,
        to,
        draft.width(),
        draft.height(),
        draft.code(),
        act.permit().actor(),
        now(),
        act.intentLeaf(),
        null);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  static void requireSalt(Finding finding) {
    if (finding.document().salt().isEmpty()) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-UNSALTED",
          "the digest of a finding without a salt would let words be tried that are taken out",
          "finding F-" + finding.number(),
          "written by an older program",
          "withdraw it and write it anew; nothing else of it need change");
    }
  }

  private Mark area(Act act, Draft draft) {
    Pictures.Found found = pictures.find(act.permit(), pictured(draft));
    if (!found.exhibit().id().value().equals(draft.thing())) {
      throw bad("place", draft.place(), "name a picture of this exhibit");
    }
    Pictures.Open open = pictures.open(act.permit(), found);
    PictureCopy.Area area =
        new PictureCopy.Area(draft.from(), draft.to(), draft.width(), draft.height());
    if (!area.within(open.dots().getWidth(), open.dots().getHeight())) {
      throw bad(
          "area",
          area.toString(),
          "mark it within "
              + open.dots().getWidth()
              + " by "
              + open.dots().getHeight()
              + " pixels");
    }
    return made(act, draft, found.part(), open.original(), draft.from(), draft.to());
  }

  private static Pictured pictured(Draft draft) {
    return draft.place().isEmpty()
        ? new Pictured.OfExhibit(new ExhibitId(draft.thing()))
        : Pictured.parse(draft.place());
  }

  /**
   * A picture as it would be released without marks.
   *
   * @param png a PNG file
   * @param original SHA-256 of the bytes that it is of: an area marked on them holds for it
   */
  public record Unmarked(byte[] png, Digest original) {}

  /**
   * A picture as it would be released without marks, for whoever marks it.
   *
   * @throws DisclosureFault.NotReleasable {@code SX-DISC-PICTURE} if it is no picture that can be
   *     opened
   */
  public Unmarked picture(Permit permit, Pictured picture) {
    Pictures.Open open = pictures.open(permit, pictures.find(permit, picture));
    return new Unmarked(PictureCopy.png(open.dots(), List.of()), open.original());
  }

  private static BadValue bad(String field, String value, String cure) {
    return new BadValue("SX-DISC-MARK", field, value, cure);
  }
}
