package dev.sextant.records.reader.capture.table;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.capture.JsonExport;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.Locator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** SpiderFoot's findings in JSON, of one scan or several. */
public final class SpiderFootJson extends JsonExport {
  /** The reader. */
  public SpiderFootJson() {
    super(
        new ReaderCard(
            "spiderfoot-json",
            1,
            "Findings of SpiderFoot (JSON)",
            List.of("data, event_type, module, source_data, last_seen, scan_name, scan_target"),
            List.of("times are the scanning machine's, kept as text")),
        "SpiderFoot object that is no finding");
  }

  @Override
  protected int knows(Json.Obj first) {
    boolean kind = first.get("event_type") != null || first.get("type") != null;
    boolean where = first.get("source_data") != null || first.get("source") != null;
    return first.get("data") instanceof Json.Text && first.get("module") != null && kind && where
        ? 90
        : 0;
  }

  @Override
  protected @Nullable List<Record> records(Json value, Locator at, Source source) {
    Fields f = Fields.of(value);
    String type = f.text("event_type");
    type = type == null ? f.text("type") : type;
    String data = f.text("data");
    if (type == null) {
      return null;
    }
    if (data == null || data.isBlank()) {
      return List.of();
    }
    String from = f.object().get("source_data") instanceof Json.Text t ? t.text() : "";
    Map<String, String> extra = new TreeMap<>(f.rest());
    return List.of(SpiderFoot.finding(type, data, from, at, extra));
  }
}
