package dev.sextant.findings;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.FindingId;
import dev.sextant.terms.Grade;
import dev.sextant.terms.SnapshotId;
import dev.sextant.terms.StatementType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it is hashed, reviewed, signed and printed: the claim and, copied into it, all that
 * it rests on. Nothing outside it is needed to read it; the same document always gives the same
 * bytes. The format is described in {@code docs/formats/finding.md}.
 *
 * @param id the finding
 * @param number its number within the case, from 1
 * @param caseId the case
 * @param authority the authority it was written under
 * @param authorityVersion version of that authority
 * @param author who wrote it
 * @param authorName the author's name
 * @param frozen when what it cites was copied in
 * @param claim the claim
 * @param supports the claim's supports, in its order
 * @param counterSupports the claim's counter-supports, in its order
 * @param snapshot the frozen network, or null
 * @param measures the measures, in the claim's order
 * @param entities the entities named, in the claim's order
 * @param corrects the signed finding whose place it takes, or null
 * @param salt random, 64 hexadecimal digits, so that the digest of the whole gives nothing of it
 *     away to whoever holds a redacted copy; empty in a copy, and in documents older than salts
 */
public record FindingDocument(
    FindingId id,
    int number,
    CaseId caseId,
    AuthorityId authority,
    int authorityVersion,
    ActorId author,
    String authorName,
    Instant frozen,
    Claim claim,
    List<Support> supports,
    List<Support> counterSupports,
    @Nullable CitedSnapshot snapshot,
    List<CitedMeasure> measures,
    List<CitedEntity> entities,
    @Nullable Correction corrects,
    String salt) {
  private static final Pattern SALT = Pattern.compile("[0-9a-f]{64}");

  /** Names the layout; a change of layout is a new name. */
  public static final String FORMAT = "sextant-finding/4";

  /** The layout of findings that show no note beside a record. */
  private static final String WITHOUT_NOTES = "sextant-finding/3";

  /** The layout of findings that declare no scale, hold no matrix and correct nothing. */
  private static final String PLAIN = "sextant-finding/2";

  /** Copies, and checks that what is copied in is what the claim cites. */
  public FindingDocument {
    supports = List.copyOf(supports);
    counterSupports = List.copyOf(counterSupports);
    measures = List.copyOf(measures);
    entities = List.copyOf(entities);
    SnapshotId shown = snapshot == null ? null : snapshot.id();
    boolean whole =
        citations(supports).equals(claim.supports())
            && citations(counterSupports).equals(claim.counterSupports())
            && java.util.Objects.equals(shown, claim.snapshot())
            && measures.stream().map(CitedMeasure::id).toList().equals(claim.measures())
            && measures.stream().allMatch(m -> m.snapshot().equals(shown))
            && entities.stream().map(CitedEntity::key).toList().equals(claim.entityKeys());
    if (!whole) {
      throw new FindingFault.Damaged(
          "finding", "what it carries is not what its claim cites: " + id);
    }
    if (!salt.isEmpty() && !SALT.matcher(salt).matches()) {
      throw new FindingFault.Damaged("salt", "not 64 hexadecimal digits");
    }
  }

  /** A finding that corrects none, without a salt. */
  public FindingDocument(
      FindingId id,
      int number,
      CaseId caseId,
      AuthorityId authority,
      int authorityVersion,
      ActorId author,
      String authorName,
      Instant frozen,
      Claim claim,
      List<Support> supports,
      List<Support> counterSupports,
      @Nullable CitedSnapshot snapshot,
      List<CitedMeasure> measures,
      List<CitedEntity> entities) {
    this(
        id,
        number,
        caseId,
        authority,
        authorityVersion,
        author,
        authorName,
        frozen,
        claim,
        supports,
        counterSupports,
        snapshot,
        measures,
        entities,
        null,
        "");
  }

  /** The same as the correction of another, without its salt. */
  public FindingDocument correcting(@Nullable Correction other) {
    return new FindingDocument(
        id,
        number,
        caseId,
        authority,
        authorityVersion,
        author,
        authorName,
        frozen,
        claim,
        supports,
        counterSupports,
        snapshot,
        measures,
        entities,
        other,
        "");
  }

  /* What was signed before there were scales, matrices and corrections keeps its bytes. */
  private boolean plain() {
    return corrects == null && claim.reasoning().equals(Reasoning.NONE) && !noted();
  }

  private boolean noted() {
    return Stream.concat(supports.stream(), counterSupports.stream())
        .anyMatch(s -> !s.beside().isEmpty());
  }

  private String format() {
    return noted() ? FORMAT : plain() ? PLAIN : WITHOUT_NOTES;
  }

  private static List<Citation> citations(List<Support> supports) {
    return supports.stream().map(Support::citation).toList();
  }

  /** The document as a map for canonical JSON. */
  public Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("format", format());
    json.put("id", id.toString());
    json.put("number", number);
    json.put("case", caseId.toString());
    json.put("authority", Map.of("id", authority.toString(), "version", authorityVersion));
    json.put("author", Map.of("id", author.toString(), "name", authorName));
    json.put("frozen", frozen.toString());
    json.put("title", claim.title());
    json.put("text", claim.text());
    json.put("type", claim.type().name());
    json.put(
        "grade",
        Map.of(
            "scheme",
            claim.grade().scheme(),
            "code",
            claim.grade().code(),
            "words",
            claim.grade().words()));
    json.put("method", claim.method());
    json.put("supports", supports.stream().map(Support::json).toList());
    json.put("counterSupports", counterSupports.stream().map(Support::json).toList());
    json.put("noCounterSupport", claim.noCounterSupport());
    json.put("alternatives", claim.alternatives());
    json.put("snapshot", snapshot == null ? null : snapshot.json());
    json.put("measures", measures.stream().map(CitedMeasure::json).toList());
    json.put("entities", entities.stream().map(CitedEntity::json).toList());
    if (!plain()) {
      AchMatrix matrix = claim.reasoning().matrix();
      json.put("scale", claim.reasoning().scale().name());
      json.put("matrix", matrix == null ? null : matrix.json());
      json.put("corrects", corrects == null ? null : corrects.json());
    }
    if (!salt.isEmpty()) {
      json.put("salt", salt);
    }
    return json;
  }

  /** The canonical bytes, which are what is hashed and signed. */
  public byte[] bytes() {
    return CanonicalJson.write(json());
  }

  /**
   * The text that author and reviewer sign; its first line keeps such a signature from being taken
   * for one over anything else.
   */
  public static String signedText(Digest document) {
    return "sextant-finding/v1\n" + document.hex() + "\n";
  }

  /** Digest of {@link #bytes}. */
  public Digest digest() {
    return Digest.of(bytes());
  }

  /**
   * Reads a document.
   *
   * @throws FindingFault.Damaged if the bytes are not a finding's canonical document
   */
  public static FindingDocument read(byte[] bytes) {
    FindingDocument document;
    try {
      document = read(new Fields("finding", CanonicalJson.read(bytes)));
    } catch (BadValue e) {
      throw new FindingFault.Damaged(e.place(), e.value());
    }
    if (!java.util.Arrays.equals(bytes, document.bytes())) {
      throw new FindingFault.Damaged("finding", "fields that this version does not know");
    }
    return document;
  }

  private static FindingDocument read(Fields f) {
    String format = f.text("format");
    if (!List.of(FORMAT, WITHOUT_NOTES, PLAIN).contains(format)) {
      throw f.bad("format", format);
    }
    boolean full = !format.equals(PLAIN);
    Fields corrects = full ? f.maybeObject("corrects") : null;
    List<Support> supports = f.objects("supports", Support::read);
    List<Support> counter = f.objects("counterSupports", Support::read);
    Fields shown = f.maybeObject("snapshot");
    CitedSnapshot snapshot = shown == null ? null : CitedSnapshot.read(shown);
    List<CitedMeasure> measures = f.objects("measures", CitedMeasure::read);
    List<CitedEntity> entities = f.objects("entities", CitedEntity::read);
    Fields grade = f.object("grade");
    Claim claim =
        new Claim(
            f.text("title"),
            f.text("text"),
            f.one(StatementType.class, "type"),
            Grade.parse(grade.text("scheme"), grade.text("code")),
            f.text("method"),
            citations(supports),
            citations(counter),
            f.text("noCounterSupport"),
            f.texts("alternatives"),
            snapshot == null ? null : snapshot.id(),
            measures.stream().map(CitedMeasure::id).toList(),
            entities.stream().map(CitedEntity::key).toList(),
            full ? reasoning(f) : Reasoning.NONE);
    Fields authority = f.object("authority");
    Fields author = f.object("author");
    String salt = f.maybe("salt");
    return new FindingDocument(
        FindingId.parse(f.text("id")),
        Math.toIntExact(f.number("number")),
        CaseId.parse(f.text("case")),
        AuthorityId.parse(authority.text("id")),
        Math.toIntExact(authority.number("version")),
        ActorId.parse(author.text("id")),
        author.text("name"),
        f.instant("frozen"),
        claim,
        supports,
        counter,
        snapshot,
        measures,
        entities,
        corrects == null ? null : Correction.read(corrects),
        salt == null ? "" : salt);
  }

  private static Reasoning reasoning(Fields f) {
    Fields matrix = f.maybeObject("matrix");
    return new Reasoning(
        f.one(EstimateScale.class, "scale"), matrix == null ? null : AchMatrix.read(matrix));
  }
}
