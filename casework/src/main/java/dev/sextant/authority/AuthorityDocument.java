package dev.sextant.authority;

import dev.sextant.authority.AuthorityDraft.Basis;
import dev.sextant.authority.AuthorityDraft.Bounds;
import dev.sextant.authority.AuthorityDraft.Duties;
import dev.sextant.authority.AuthorityDraft.Quota;
import dev.sextant.authority.AuthorityDraft.SensitiveFlag;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One version of an authority as it is signed: its canonical JSON is what principles and approvals
 * are signatures of.
 *
 * @param id the authority
 * @param version from 1
 * @param applicant who applies
 * @param salt random: without it the digest, which enters the log, cannot be tried out
 * @param results of the version before; empty for the first
 * @param draft everything applied for
 * @param oral the word of mouth by which it came into force, or null for the ordinary way
 */
public record AuthorityDocument(
    AuthorityId id,
    int version,
    ActorId applicant,
    String salt,
    String results,
    AuthorityDraft draft,
    @Nullable OralGrant oral) {

  static final String FORMAT = "sextant-authority/1";

  /** Applied for in writing. */
  public AuthorityDocument(
      AuthorityId id,
      int version,
      ActorId applicant,
      String salt,
      String results,
      AuthorityDraft draft) {
    this(id, version, applicant, salt, results, draft, null);
  }

  /** True if an overseer must decide before it lives; what was granted orally always. */
  public boolean needsOversight() {
    return oral != null || draft.needsOversight();
  }

  /** Digest of what the officer granted by word of mouth, once that is written up; else null. */
  @Nullable Digest granted() {
    return oral == null ? null : oral.granted();
  }

  /** True while it lives by word of mouth alone. */
  boolean unwritten() {
    return oral != null && oral.granted() == null;
  }

  /** The canonical bytes. */
  public byte[] bytes() {
    TreeMap<String, @Nullable Object> map = new TreeMap<>();
    map.put("format", FORMAT);
    map.put("authority", id.toString());
    map.put("version", version);
    map.put("applicant", applicant.toString());
    map.put("salt", salt);
    map.put("results", results);
    map.put("case", draft.caseId().toString());
    map.put("basis", basis(draft.basis()));
    TreeMap<String, Object> principles = new TreeMap<>();
    for (Principle principle : Principle.values()) {
      principles.put(principle.name(), draft.principles().fields(principle));
    }
    map.put("principles", principles);
    map.put("bounds", bounds(draft.bounds()));
    map.put("duties", duties(draft.duties()));
    if (oral != null) {
      map.put("oral", oral(oral));
    }
    return CanonicalJson.write(map);
  }

  /** SHA-256 of the canonical bytes. */
  public Digest digest() {
    return Digest.of(bytes());
  }

  /** What the applicant signs for one principle. */
  String principleText(Principle principle) {
    return "sextant-principle/v1\nauthority "
        + id
        + " version "
        + version
        + "\ndocument "
        + digest()
        + "\nprinciple "
        + principle
        + " "
        + Digest.of(CanonicalJson.write(draft.principles().fields(principle)))
        + "\n";
  }

  private static Map<String, @Nullable Object> oral(OralGrant oral) {
    TreeMap<String, @Nullable Object> map = new TreeMap<>();
    map.put("officer", oral.officer().toString());
    map.put("at", oral.at().toString());
    map.put("danger", oral.danger());
    map.put("words", oral.words());
    Digest granted = oral.granted();
    map.put("granted", granted == null ? null : granted.hex());
    return map;
  }

  private static Map<String, Object> basis(Basis basis) {
    return Map.of(
        "jurisdiction", basis.jurisdiction(),
        "instrument", basis.instrument(),
        "number", basis.number(),
        "issuer", basis.issuer(),
        "offence", basis.offence(),
        "businessCase", basis.businessCase().name());
  }

  private static Map<String, @Nullable Object> bounds(Bounds bounds) {
    TreeMap<String, @Nullable Object> map = new TreeMap<>();
    Scope scope = bounds.scope();
    map.put("selectors", texts(scope.selectors()));
    map.put("platforms", texts(scope.platforms()));
    map.put("contentWindow", span(scope.contentWindow()));
    map.put("maxLevel", scope.maxLevel());
    if (!scope.stableIds().isEmpty()) {
      TreeMap<String, Object> bound = new TreeMap<>();
      scope.stableIds().forEach((handle, number) -> bound.put(handle.toString(), number));
      map.put("stableIds", bound);
    }
    map.put("operationWindow", span(bounds.operationWindow()));
    map.put("methods", texts(bounds.methods()));
    map.put("hopLimit", bounds.hopLimit());
    map.put(
        "quota",
        Map.of(
            "items", bounds.quota().items(),
            "subjects", bounds.quota().subjects(),
            "views", bounds.quota().views()));
    return map;
  }

  private static Map<String, Object> duties(Duties duties) {
    return Map.of(
        "team", texts(duties.team()),
        "reviewEvery", duties.reviewEvery().toString(),
        "handling", duties.handling(),
        "retention", duties.retention().toString(),
        "flags", texts(duties.flags()));
  }

  private static List<String> texts(Collection<?> values) {
    return values.stream().map(Object::toString).toList();
  }

  private static Map<String, @Nullable Object> span(Span span) {
    TreeMap<String, @Nullable Object> map = new TreeMap<>();
    map.put("from", span.from() == null ? null : span.from().toString());
    map.put("to", span.to() == null ? null : span.to().toString());
    return map;
  }

  /**
   * Reads canonical bytes.
   *
   * @throws dev.sextant.terms.BadValue if they are not such a document
   */
  public static AuthorityDocument parse(byte[] bytes) {
    Node root = new Node(CanonicalJson.readObject(bytes));
    Node principles = root.node("principles");
    AuthorityDraft draft =
        new AuthorityDraft(
            CaseId.parse(root.text("case")),
            parseBasis(root.node("basis")),
            parsePrinciples(principles),
            parseBounds(root.node("bounds")),
            parseDuties(root.node("duties")));
    return new AuthorityDocument(
        AuthorityId.parse(root.text("authority")),
        (int) root.number("version"),
        ActorId.parse(root.text("applicant")),
        root.text("salt"),
        root.text("results"),
        draft,
        root.has("oral") ? parseOral(root.node("oral")) : null);
  }

  private static OralGrant parseOral(Node node) {
    return new OralGrant(
        ActorId.parse(node.text("officer")),
        Instant.parse(node.text("at")),
        node.text("danger"),
        node.text("words"),
        node.has("granted") ? new Digest(node.text("granted")) : null);
  }

  private static Basis parseBasis(Node node) {
    return new Basis(
        node.text("jurisdiction"),
        node.text("instrument"),
        node.text("number"),
        node.text("issuer"),
        node.text("offence"),
        BusinessCase.valueOf(node.text("businessCase")));
  }

  private static Principles parsePrinciples(Node node) {
    Node motive = node.node("MOTIVE");
    Node necessity = node.node("NECESSITY");
    Node right = node.node("RIGHT");
    Node last = node.node("LAST_RESORT");
    Node prospect = node.node("PROSPECT");
    return new Principles(
        node.node("CAUSE").text("text"),
        new Principles.Motive(motive.text("text"), motive.text("interests")),
        new Principles.Necessity(
            necessity.text("text"),
            necessity.text("proportionality"),
            necessity.text("collateral")),
        new Principles.Right(right.text("text"), right.text("validation")),
        new Principles.LastResort(last.text("text"), last.list("tried")),
        new Principles.Prospect(prospect.text("text"), prospect.text("stop")));
  }

  private static Bounds parseBounds(Node node) {
    Scope scope =
        new Scope(
            node.set("selectors", Selector::parse),
            node.set("platforms", Platform::new),
            node.node("contentWindow").span(),
            (int) node.number("maxLevel"),
            node.has("stableIds") ? node.node("stableIds").stableIds() : Map.of());
    Node quota = node.node("quota");
    return new Bounds(
        scope,
        node.node("operationWindow").span(),
        node.set("methods", t -> t),
        (int) node.number("hopLimit"),
        new Quota(quota.number("items"), quota.number("subjects"), quota.number("views")));
  }

  private static Duties parseDuties(Node node) {
    return new Duties(
        node.set("team", ActorId::parse),
        Duration.parse(node.text("reviewEvery")),
        node.text("handling"),
        Duration.parse(node.text("retention")),
        node.set("flags", SensitiveFlag::valueOf));
  }

  /** A JSON object of our own writing; a missing field means that it was altered. */
  private record Node(Map<String, @Nullable Object> map) {
    boolean has(String name) {
      return map.get(name) != null;
    }

    Map<Selector, String> stableIds() {
      Map<Selector, String> bound = new HashMap<>();
      map.forEach((handle, number) ->
          bound.put(Selector.parse(handle), (String) Objects.requireNonNull(number, handle)));
      return bound;
    }

    String text(String name) {
      return (String) Objects.requireNonNull(map.get(name), name);
    }

    long number(String name) {
      return (Long) Objects.requireNonNull(map.get(name), name);
    }

    @SuppressWarnings("unchecked")
    Node node(String name) {
      return new Node((Map<String, @Nullable Object>) Objects.requireNonNull(map.get(name), name));
    }

    <T> Set<T> set(String name, Function<String, T> read) {
      LinkedHashSet<T> set = new LinkedHashSet<>();
      for (Object one : (List<?>) Objects.requireNonNull(map.get(name), name)) {
        set.add(read.apply((String) one));
      }
      return set;
    }

    List<String> list(String name) {
      return ((List<?>) Objects.requireNonNull(map.get(name), name))
          .stream().map(one -> (String) one).toList();
    }

    Span span() {
      return new Span(instant(map.get("from")), instant(map.get("to")));
    }

    private static @Nullable Instant instant(@Nullable Object text) {
      return text == null ? null : Instant.parse((String) text);
    }
  }
}
