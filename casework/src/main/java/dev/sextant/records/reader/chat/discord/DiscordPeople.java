package dev.sextant.records.reader.chat.discord;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.Platform;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How exports of Discord name people. */
final class DiscordPeople {
  static final Platform DISCORD = new Platform("discord");

  /** Discord's own account that stands for all who were deleted; it is nobody. */
  private static final String DELETED = "456226577798135808";

  private DiscordPeople() {}

  /**
   * An account object of either source: {@code {id, name, discriminator, nickname}} or {@code {id,
   * username, global_name, discriminator}}; null if it names nobody.
   */
  static @Nullable AccountRef of(@Nullable Json value) {
    return value instanceof Json.Obj object ? of(new Fields(object)) : null;
  }

  private static @Nullable AccountRef of(Fields fields) {
    String id = fields.text("id");
    if (DELETED.equals(id)) {
      return null;
    }
    String name = first(fields, "username", "name");
    String shown = first(fields, "nickname", "nick", "global_name");
    String tag = fields.text("discriminator");
    boolean old = tag != null && tag.matches("[0-9]{4}") && !tag.equals("0000");
    String handle = name == null || !old ? name : name + "#" + tag;
    if (shown == null) {
      shown = name;
    }
    if (id != null && !id.isBlank() && !id.equals("0")) {
      return AccountRef.ofId(DISCORD, id, handle, shown);
    }
    return handle == null ? null : named(handle, shown);
  }

  /** An account by number and handle; null for the one that stands for all who were deleted. */
  static @Nullable AccountRef numbered(String id, @Nullable String handle) {
    return DELETED.equals(id) ? null : AccountRef.ofId(DISCORD, id, handle, handle);
  }

  /** An account known by its handle only. */
  static AccountRef named(String handle, @Nullable String shown) {
    return new AccountRef(
        DISCORD, KeyBasis.HANDLE, handle.toLowerCase(java.util.Locale.ROOT), handle, shown);
  }

  static @Nullable String first(Fields fields, String... names) {
    for (String name : names) {
      String said = fields.text(name);
      if (said != null && !said.isBlank()) {
        return said;
      }
    }
    return null;
  }

  /** What an account object says beyond who it is, by {@code prefix.field}. */
  static Map<String, String> rest(String prefix, @Nullable Json value) {
    Map<String, String> out = new TreeMap<>();
    if (value instanceof Json.Obj object) {
      Fields fields = new Fields(object);
      fields.known("id", "name", "username", "nickname", "nick", "global_name", "discriminator");
      quiet(fields);
      fields.rest().forEach((name, said) -> out.put(prefix + "." + name, said));
    }
    return out;
  }

  /** Marks fields that say "no": false, empty lists, objects and texts. */
  static void quiet(Fields fields) {
    fields
        .object()
        .fields()
        .forEach((name, value) -> {
          boolean empty =
              switch (value) {
                case Json.Bool b -> !b.value();
                case Json.Arr a -> a.items().isEmpty();
                case Json.Obj o -> o.fields().isEmpty();
                case Json.Text t -> t.text().isEmpty();
                case Json.Num n -> false;
                case Json.Null n -> true;
              };
          if (empty) {
            fields.known(name);
          }
        });
  }
}
