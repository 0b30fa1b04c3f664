package dev.sextant.network;

import dev.sextant.identity.EntityKey;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Span;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rules, windows, counts, legends and ties as canonical JSON, and back. */
final class SnapshotCodec {
  private static final String FORMAT = "sextant-snapshot/1";

  private SnapshotCodec() {}

  /** What a snapshot holds, without name, author and time. */
  record Content(TieRule rule, Span window, Harvest harvest) {}

  /** The canonical bytes, whose digest names the content. */
  static byte[] bytes(Content content) {
    Harvest harvest = content.harvest();
    Map<String, @Nullable Object> map = new TreeMap<>();
    map.put("format", FORMAT);
    map.put("rule", rule(content.rule()));
    map.put("window", window(content.window()));
    map.put("legend", harvest.legend().stream().map(SnapshotCodec::line).toList());
    map.put("ties", harvest.ties().stream().map(SnapshotCodec::tie).toList());
    map.put("counts", counts(harvest.counts()));
    return CanonicalJson.write(map);
  }

  /** Reads what {@link #bytes} wrote. */
  static Content read(byte[] bytes) {
    Fields map = new Fields(CanonicalJson.readObject(bytes));
    Harvest harvest =
        new Harvest(
            map.objects("legend").stream().map(SnapshotCodec::line).toList(),
            map.objects("ties").stream().map(SnapshotCodec::tie).toList(),
            counts(map.object("counts")));
    return new Content(rule(map.object("rule")), window(map.object("window")), harvest);
  }

  static Map<String, Object> rule(TieRule rule) {
    return Map.of(
        "kinds", rule.kinds().stream().map(TieKind::name).toList(),
        "minimumRecords", rule.minimumRecords(),
        "directed", rule.directed(),
        "maxGroupSize", rule.maxGroupSize());
  }

  static TieRule rule(Fields map) {
    EnumSet<TieKind> kinds = EnumSet.noneOf(TieKind.class);
    map.texts("kinds").forEach(kind -> kinds.add(TieKind.valueOf(kind)));
    return new TieRule(
        kinds,
        (int) map.number("minimumRecords"),
        map.flag("directed"),
        (int) map.number("maxGroupSize"));
  }

  static Map<String, @Nullable Object> window(Span window) {
    Map<String, @Nullable Object> map = new TreeMap<>();
    map.put("from", text(window.from()));
    map.put("to", text(window.to()));
    return map;
  }

  static Span window(Fields map) {
    return new Span(map.instant("from"), map.instant("to"));
  }

  static Map<String, Object> counts(TieCounts counts) {
    Map<String, Object> notUsed = new TreeMap<>();
    counts.notUsed().forEach((reason, number) -> notUsed.put(reason.name(), number));
    return Map.of(
        "seen", counts.seen(),
        "used", counts.used(),
        "notUsed", notUsed,
        "untimed", counts.untimed(),
        "belowMinimum", counts.belowMinimum(),
        "entitiesWithoutTie", counts.entitiesWithoutTie());
  }

  static TieCounts counts(Fields map) {
    EnumMap<NotUsed, Long> notUsed = new EnumMap<>(NotUsed.class);
    Fields reasons = map.object("notUsed");
    reasons.names().forEach(name -> notUsed.put(NotUsed.valueOf(name), reasons.number(name)));
    return new TieCounts(
        map.number("seen"),
        map.number("used"),
        notUsed,
        map.number("untimed"),
        (int) map.number("belowMinimum"),
        (int) map.number("entitiesWithoutTie"));
  }

  private static Map<String, Object> line(NodeView line) {
    return Map.of(
        "index", line.index(),
        "entity", line.entity().toString(),
        "label", line.label(),
        "accounts", line.accounts(),
        "platforms", line.platforms());
  }

  private static NodeView line(Fields map) {
    return new NodeView(
        (int) map.number("index"),
        EntityKey.parse(map.text("entity")),
        map.text("label"),
        map.texts("accounts"),
        map.texts("platforms"));
  }

  private static Map<String, @Nullable Object> tie(TieView tie) {
    Map<String, Object> kinds = new TreeMap<>();
    tie.kinds().forEach((kind, number) -> kinds.put(kind.name(), number));
    Map<String, @Nullable Object> map = new TreeMap<>();
    map.put("from", tie.from());
    map.put("to", tie.to());
    map.put("kinds", kinds);
    map.put("records", tie.records());
    map.put("weight", Double.toString(tie.weight()));
    map.put("first", text(tie.first()));
    map.put("last", text(tie.last()));
    map.put("examples", tie.examples().stream().map(Digest::hex).toList());
    return map;
  }

  private static TieView tie(Fields map) {
    EnumMap<TieKind, Integer> kinds = new EnumMap<>(TieKind.class);
    Fields numbers = map.object("kinds");
    numbers.names().forEach(n -> kinds.put(TieKind.valueOf(n), (int) numbers.number(n)));
    List<Digest> examples = map.texts("examples").stream().map(Digest::new).toList();
    return new TieView(
        (int) map.number("from"),
        (int) map.number("to"),
        kinds,
        (int) map.number("records"),
        Double.parseDouble(map.text("weight")),
        map.instant("first"),
        map.instant("last"),
        examples);
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
