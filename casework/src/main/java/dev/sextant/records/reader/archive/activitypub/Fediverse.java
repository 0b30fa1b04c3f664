package dev.sextant.records.reader.archive.activitypub;

import dev.sextant.records.AccountRef;
import dev.sextant.records.reader.archive.Accounts;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.Platform;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How ActivityPub names things: by address; an account's address is its permanent key. */
final class Fediverse {
  static final Platform MASTODON = new Platform("mastodon");

  private static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

  private static final Pattern USER =
      Pattern.compile("^https?://([^/]+)/(?:users/|@|u/)([^/@?#]+)/?$");

  private Fediverse() {}

  /** The types of an account. */
  static boolean account(String type) {
    return switch (type) {
      case "Person", "Service", "Group", "Organization", "Application" -> true;
      default -> false;
    };
  }

  /** The types of things that are published. */
  static boolean publication(String type) {
    return switch (type) {
      case "Note",
          "Article",
          "Page",
          "Question",
          "Video",
          "Audio",
          "Image",
          "Document",
          "Event",
          "ChatMessage" ->
          true;
      default -> false;
    };
  }

  /** The types of doings. */
  static boolean doing(String type) {
    return switch (type) {
      case "Create",
          "Update",
          "Announce",
          "Like",
          "Dislike",
          "EmojiReact",
          "Follow",
          "Block",
          "Accept",
          "Reject",
          "TentativeAccept",
          "TentativeReject",
          "Undo",
          "Delete",
          "Add",
          "Remove",
          "Invite",
          "Join",
          "Leave",
          "Move",
          "Flag",
          "View",
          "Listen",
          "Read",
          "Travel",
          "Arrive",
          "Offer" ->
          true;
      default -> false;
    };
  }

  /** The address of a thing: a text, an object's id or url, or the first of several. */
  static @Nullable String address(@Nullable Json value) {
    return switch (value) {
      case Json.Text t -> t.text().isBlank() ? null : t.text();
      case Json.Obj o -> {
        String id = address(o.get("id"));
        String url = id == null ? address(o.get("url")) : id;
        yield url == null ? address(o.get("href")) : url;
      }
      case Json.Arr a -> a.items().isEmpty() ? null : address(a.items().getFirst());
      case null, default -> null;
    };
  }

  /** An account by its address, with what an object says of it. */
  static @Nullable AccountRef account(@Nullable Json value, String scope) {
    Json one = value instanceof Json.Arr a && !a.items().isEmpty() ? a.items().getFirst() : value;
    String address = address(one);
    Fields f = Fields.of(one);
    String name = f.text("name");
    if (address == null) {
      return name == null || name.isBlank() ? null : Accounts.shown(MASTODON, scope, name);
    }
    String called = f.text("preferredUsername");
    String handle = handleOf(address);
    if (handle == null && called != null && !called.isBlank()) {
      String host = host(address);
      handle = host == null ? called : called + "@" + host;
    }
    return AccountRef.ofId(MASTODON, address, handle, name == null || name.isBlank() ? null : name);
  }

  /** {@code alice@host} out of {@code https://host/users/alice}. */
  static @Nullable String handleOf(String address) {
    Matcher m = USER.matcher(address);
    return m.matches() ? m.group(2) + "@" + m.group(1) : null;
  }

  private static @Nullable String host(String address) {
    Matcher m = Pattern.compile("^https?://([^/?#]+)").matcher(address);
    return m.find() ? m.group(1) : null;
  }

  /** Who may see it: public, unlisted, followers or direct; empty if nothing says. */
  static String visibility(Fields f) {
    List<String> to = addresses(f.object().get("to"));
    List<String> cc = addresses(f.object().get("cc"));
    if (to.stream().anyMatch(Fediverse::isPublic)) {
      return "public";
    }
    if (cc.stream().anyMatch(Fediverse::isPublic)) {
      return "unlisted";
    }
    if (to.isEmpty() && cc.isEmpty()) {
      return "";
    }
    return to.stream().anyMatch(t -> t.endsWith("/followers"))
            || cc.stream().anyMatch(t -> t.endsWith("/followers"))
        ? "followers"
        : "direct";
  }

  private static boolean isPublic(String address) {
    return address.equals(PUBLIC) || address.equals("as:Public") || address.equals("Public");
  }

  private static List<String> addresses(@Nullable Json value) {
    return switch (value) {
      case Json.Text t -> List.of(t.text());
      case Json.Arr a -> a.items().stream().map(Json::raw).toList();
      case null, default -> List.of();
    };
  }
}
