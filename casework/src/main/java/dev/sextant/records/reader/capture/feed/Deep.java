package dev.sextant.records.reader.capture.feed;

import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds fields in objects that platforms nest anew with every release. */
final class Deep {
  /** Values looked at; a post has some thousands at most. */
  private static final int MOST = 50_000;

  private Deep() {}

  /**
   * The value at a path of names, or null; {@code 0} is an array's first element. It counts as
   * taken: what nobody takes beside it is left over in what is around it.
   */
  static @Nullable Json at(@Nullable Json from, String... path) {
    Json value = from;
    for (String step : path) {
      if (value instanceof Json.Obj o) {
        value = new Fields(o).take(step);
      } else if (value instanceof Json.Arr a && step.equals("0") && !a.items().isEmpty()) {
        value = a.items().getFirst();
      } else {
        return null;
      }
    }
    return value instanceof Json.Null ? null : value;
  }

  /** The text or number at a path as text; null if there is none. */
  static @Nullable String text(@Nullable Json from, String... path) {
    Json value = at(from, path);
    return value instanceof Json.Text t ? t.text() : value instanceof Json.Num n ? n.text() : null;
  }

  /** The fields of the object at a path; none if there is none. */
  static Fields fields(@Nullable Json from, String... path) {
    return Fields.of(at(from, path));
  }

  /** The first value of that name that fits, nearest to the top; null if there is none. */
  static @Nullable Json find(Json from, String name, Predicate<Json> fits) {
    Deque<Json> due = new ArrayDeque<>();
    due.add(from);
    for (int seen = 0; !due.isEmpty() && seen < MOST; seen++) {
      Json value = due.remove();
      if (value instanceof Json.Obj o) {
        Json found = o.get(name);
        if (found != null && fits.test(found)) {
          return found;
        }
        due.addAll(o.fields().values());
      } else if (value instanceof Json.Arr a) {
        due.addAll(a.items());
      }
    }
    return null;
  }

  /** The first text or number of that name, nearest to the top; null if there is none. */
  static @Nullable String findText(Json from, String name) {
    Json found =
        find(
            from,
            name,
            v -> v instanceof Json.Text t && !t.text().isBlank() || v instanceof Json.Num);
    return found == null ? null : found.raw();
  }
}
