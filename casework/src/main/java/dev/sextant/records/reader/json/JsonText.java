package dev.sextant.records.reader.json;

import dev.sextant.terms.CanonicalJson;
import java.util.Map;

/** Writes a value as compact JSON, in the order of its source. */
final class JsonText {
  private JsonText() {}

  static void append(StringBuilder out, Json value) {
    switch (value) {
      case Json.Text t -> out.append(CanonicalJson.text(t.text()));
      case Json.Num n -> out.append(n.text());
      case Json.Bool b -> out.append(b.value());
      case Json.Null n -> out.append("null");
      case Json.Arr a -> {
        String before = "[";
        for (Json item : a.items()) {
          out.append(before);
          append(out, item);
          before = ",";
        }
        out.append(a.items().isEmpty() ? "[]" : "]");
      }
      case Json.Obj o -> {
        String before = "{";
        for (Map.Entry<String, Json> field : o.fields().entrySet()) {
          out.append(before).append(CanonicalJson.text(field.getKey())).append(':');
          append(out, field.getValue());
          before = ",";
        }
        out.append(o.fields().isEmpty() ? "{}" : "}");
      }
    }
  }
}
