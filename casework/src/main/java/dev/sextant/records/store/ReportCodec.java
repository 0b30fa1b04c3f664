package dev.sextant.records.store;

import dev.sextant.authority.Verdict;
import dev.sextant.records.Counts;
import dev.sextant.records.ReadReport.PlacedFault;
import dev.sextant.records.RecordCodec;
import dev.sextant.records.RecordFault;
import dev.sextant.records.RecordKind;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.terms.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a reading told, as canonical JSON and back. */
final class ReportCodec {
  private ReportCodec() {}

  static byte[] bytes(Heard heard) {
    Counts counts = heard.counts();
    Map<String, @Nullable Object> out = new TreeMap<>();
    out.put("reader", heard.reader());
    out.put("items", counts.items());
    out.put("read", counts.read());
    out.put("sealed", counts.sealed());
    out.put("faulted", counts.faults());
    out.put("unknownItems", counts.unknown());
    out.put("ignored", counts.ignored());
    out.put("byKind", named(counts.byKind()));
    out.put("sealedBy", named(counts.sealedBy()));
    out.put("moreFaults", heard.moreFaults());
    out.put("unknown", new TreeMap<String, @Nullable Object>(heard.unknown()));
    List<@Nullable Object> notes = new ArrayList<>();
    heard.notes().forEach(n -> notes.add(Map.of("code", n.code(), "what", n.what())));
    out.put("notes", notes);
    List<@Nullable Object> faults = new ArrayList<>();
    heard
        .faults()
        .forEach(f ->
            faults.add(
                Map.of(
                    "at",
                    RecordCodec.locator(f.where()),
                    "code",
                    f.fault().code(),
                    "what",
                    f.fault().what())));
    out.put("faults", faults);
    return CanonicalJson.write(out);
  }

  private static <E extends Enum<E>> Map<String, @Nullable Object> named(Map<E, Long> counts) {
    Map<String, @Nullable Object> out = new TreeMap<>();
    counts.forEach((key, count) -> out.put(key.name(), count));
    return out;
  }

  static Heard heard(byte[] bytes) {
    Map<String, @Nullable Object> in = CanonicalJson.readObject(bytes);
    return new Heard(
        text(in, "reader"),
        new Counts(
            whole(in, "items"),
            whole(in, "read"),
            whole(in, "sealed"),
            whole(in, "faulted"),
            whole(in, "unknownItems"),
            whole(in, "ignored"),
            counts(in, "byKind", RecordKind::valueOf),
            counts(in, "sealedBy", Verdict::valueOf)),
        maps(in, "notes").stream()
            .map(n -> new ReadNote(text(n, "code"), text(n, "what")))
            .toList(),
        maps(in, "faults").stream()
            .map(f ->
                new PlacedFault(
                    RecordCodec.locator(map(f, "at")),
                    new ReadFault(text(f, "code"), text(f, "what"))))
            .toList(),
        whole(in, "moreFaults"),
        counts(in, "unknown", section -> section));
  }

  private static <K> Map<K, Long> counts(
      Map<String, @Nullable Object> in, String key, Function<String, K> form) {
    Map<K, Long> out = new java.util.HashMap<>();
    Map<String, @Nullable Object> map = map(in, key);
    map.keySet().forEach(k -> out.put(form.apply(k), whole(map, k)));
    return out;
  }

  private static String text(Map<String, @Nullable Object> in, String key) {
    if (in.get(key) instanceof String s) {
      return s;
    }
    throw altered(key);
  }

  private static long whole(Map<String, @Nullable Object> in, String key) {
    if (in.get(key) instanceof Long l) {
      return l;
    }
    throw altered(key);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> map(Map<String, @Nullable Object> in, String key) {
    if (in.get(key) instanceof Map<?, ?> m) {
      return (Map<String, @Nullable Object>) m;
    }
    throw altered(key);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, @Nullable Object>> maps(
      Map<String, @Nullable Object> in, String key) {
    if (!(in.get(key) instanceof List<?> list)) {
      throw altered(key);
    }
    List<Map<String, @Nullable Object>> out = new ArrayList<>();
    for (Object one : list) {
      if (!(one instanceof Map<?, ?> m)) {
        throw altered(key);
      }
      out.add((Map<String, @Nullable Object>) m);
    }
    return out;
  }

  private static RecordFault.Altered altered(String key) {
    return new RecordFault.Altered("a reading's report is not as it was written", key);
  }
}
