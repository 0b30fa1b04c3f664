package dev.sextant.findings;

import dev.sextant.records.RecordKind;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.StatementType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cited record, copied whole into the finding, so that the finding can be read and checked
 * without the store it came from.
 *
 * @param record the record's id
 * @param kind what kind of record
 * @param platform where it comes from
 * @param exhibitNumber the exhibit's number as printed
 * @param locator the bytes it was read from; names the exhibit's digest
 * @param claimed when it happened, as the source says
 * @param acquired when the exhibit was acquired
 * @param author the acting account's name as the source shows it; empty if it names nobody
 * @param authorKey the acting account's key; empty if it names nobody
 * @param words what the record says, as it was read
 * @param excerpt the bytes at the locator as text, at most {@value #EXCERPT_MAX} characters
 * @param excerptWhole true if the excerpt's UTF-8 bytes are all the bytes at the locator, so that
 *     its digest can be recomputed from this document alone
 * @param excerptDigest digest of all the bytes at the locator
 * @param note what the author of the claim sees in it; may be empty
 * @param place where it says that somebody was; null for records of other kinds, and in findings
 *     that were written before places were copied
 * @param beside what people wrote beside it, each together with the words that it is of
 */
public record Support(
    Digest record,
    RecordKind kind,
    Platform platform,
    String exhibitNumber,
    Locator locator,
    ClaimedTime claimed,
    Instant acquired,
    String author,
    String authorKey,
    String words,
    String excerpt,
    boolean excerptWhole,
    Digest excerptDigest,
    String note,
    @Nullable CitedPlace place,
    List<CitedNote> beside) {
  /** What a court can read at a glance; the whole stays in the exhibit. */
  public static final int EXCERPT_MAX = 2_000;

  /** Checks that an excerpt that is said to be whole has the digest it is said to have. */
  public Support {
    beside = List.copyOf(beside);
    if (excerptWhole
        && !Digest.of(excerpt.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .equals(excerptDigest)) {
      throw new FindingFault.Damaged("support.excerpt", "digest differs from the excerpt's bytes");
    }
  }

  /**
   * What kind of statement the record is: what a platform noted by itself is a fact of its log;
   * what somebody wrote is reported, however true it may be.
   */
  public StatementType type() {
    return switch (kind) {
      case LOGIN, CALL, FOLLOW, MEMBERSHIP, RELATION, ACTIVITY -> StatementType.FACT;
      case PROFILE, POST, MESSAGE, PLACE -> StatementType.REPORTED;
    };
  }

  /** What the claim says to cite this. */
  public Citation citation() {
    return new Citation(record, note, beside.stream().map(CitedNote::id).toList());
  }

  /** The kind of record in a lower-case word, for people. */
  public String kindWord() {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("record", record.hex());
    json.put("kind", kind.name());
    json.put("type", type().name());
    json.put("platform", platform.name());
    json.put("exhibitNumber", exhibitNumber);
    json.put("exhibit", locator.exhibit().hex());
    json.put("part", locator.part());
    json.put("from", locator.from());
    json.put("to", locator.to());
    json.put("pointer", locator.pointer());
    json.put("claimed", time(claimed));
    json.put("acquired", acquired.toString());
    json.put("author", author);
    json.put("authorKey", authorKey);
    json.put("words", words);
    json.put("excerpt", excerpt);
    json.put("excerptWhole", excerptWhole);
    json.put("excerptSha256", excerptDigest.hex());
    json.put("note", note);
    if (place != null) {
      json.put("place", place.json());
    }
    if (!beside.isEmpty()) {
      json.put("beside", beside.stream().map(CitedNote::json).toList());
    }
    return json;
  }

  private static Map<String, @Nullable Object> time(ClaimedTime time) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    Instant instant = time.instant();
    json.put("instant", instant == null ? null : instant.toString());
    json.put("text", time.text());
    json.put("basis", time.basis().name());
    json.put("zone", time.zone());
    json.put("precision", time.precision().name());
    return json;
  }

  static Support read(Fields f) {
    Fields t = f.object("claimed");
    Fields place = f.maybeObject("place");
    return new Support(
        new Digest(f.text("record")),
        f.one(RecordKind.class, "kind"),
        new Platform(f.text("platform")),
        f.text("exhibitNumber"),
        new Locator(
            new Digest(f.text("exhibit")),
            f.text("part"),
            f.number("from"),
            f.number("to"),
            f.text("pointer")),
        new ClaimedTime(
            t.maybeInstant("instant"),
            t.text("text"),
            t.one(ClaimedTime.ZoneBasis.class, "basis"),
            t.text("zone"),
            t.one(ClaimedTime.Precision.class, "precision")),
        f.instant("acquired"),
        f.text("author"),
        f.text("authorKey"),
        f.text("words"),
        f.text("excerpt"),
        f.flag("excerptWhole"),
        new Digest(f.text("excerptSha256")),
        f.text("note"),
        place == null ? null : CitedPlace.read(place),
        f.has("beside") ? f.objects("beside", CitedNote::read) : List.of());
  }
}
