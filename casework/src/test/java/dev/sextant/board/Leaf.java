package dev.sextant.board;

import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log whose inclusion was proved to a signed and cosigned checkpoint.
 *
 * @param index its place
 * @param bytes the entry
 * @param size entries in the proved tree
 * @param root the proved tree's root
 * @param path the proof
 */
public record Leaf(long index, byte[] bytes, long size, Digest root, List<Digest> path) {
  /** The entry's text. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The entry's fields. */
  public Map<String, @Nullable Object> entry() {
    return CanonicalJson.readObject(bytes);
  }

  /** A field as text; empty if it has none. A path of names joined by dots leads deeper. */
  public String field(String path) {
    @Nullable Object here = entry();
    for (String name : path.split("\\.", -1)) {
      here = here instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return Objects.toString(here, "");
  }
}
