package dev.sextant.records.reader.dyi;

import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes the sections that have no form of their own by what they are about. */
final class OtherSections {
  private final SectionForms forms;
  private final OldInstagram old;
  private final JsonItems items;

  OtherSections(SectionForms forms, OldInstagram old, JsonItems items) {
    this.forms = forms;
    this.old = old;
    this.items = items;
  }

  /**
   * Takes the value of a section.
   *
   * @param name its key, or what its file is called
   * @param file what its file is called, where the key does not tell
   */
  void take(JsonStream in, String name, String file) throws IOException {
    if (in.nothing()) {
      in.skip();
      return;
    }
    SectionKind own = SectionKind.of(name);
    SectionKind kind = own == null ? SectionKind.of(file) : own;
    JsonStream.Kind shape = in.kind();
    if (shape == JsonStream.Kind.SCALAR) {
      items.passing(in, v -> v.raw().isBlank(), name);
    } else if (kind == null || kind == SectionKind.LISTED) {
      items.unknownEach(in, name);
    } else if (shape == JsonStream.Kind.ARRAY) {
      items.each(in, form(kind, name), name);
    } else if (single(kind)) {
      items.item(in, form(kind, name));
    } else {
      // A container: its lists are about what it is about, unless their own names say more.
      in.object(below -> take(in, below, name));
    }
  }

  /** Takes a file that is one entry, about what its name says. */
  void one(JsonStream in, String file) throws IOException {
    SectionKind kind = SectionKind.of(file);
    if (kind == null || kind == SectionKind.LISTED) {
      items.unknown(in, file);
    } else {
      items.item(in, form(kind, file));
    }
  }

  /** Kinds whose objects are entries, not containers of lists. */
  private static boolean single(@Nullable SectionKind kind) {
    return switch (kind) {
      case ABOUT, PLACE, LOGIN, CHANGED, DEVICE, STATUS, MEDIA -> true;
      case null, default -> false;
    };
  }

  private JsonItems.Form form(SectionKind kind, String name) {
    return (v, at) ->
        OldInstagram.pair(v) && v instanceof Json.Arr
            ? old.pair(v, at, name)
            : forms.records(v, at, kind, name);
  }
}
