package dev.sextant.records.reader.archive.reddit;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.archive.Accounts;
import dev.sextant.records.reader.archive.Stating;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns Reddit's things into records: comments (t1), accounts (t2), posts (t3), messages (t4). */
final class RedditForms {
  static final Platform REDDIT = new Platform("reddit");

  /** Answers within answers that are followed. */
  private static final int DEEPEST = 150;

  private RedditForms() {}

  /** The section that a thing counts under if it is of no known kind; else the empty text. */
  static String unfamiliar(Json value) {
    Fields f = Fields.of(value);
    String kind = f.textOrEmpty("kind");
    boolean wrapped = f.object().get("data") instanceof Json.Obj;
    if (wrapped) {
      return kind.matches("t[1-4]") ? "" : "thing of kind " + kind;
    }
    boolean known = f.has("body") || f.has("title") || f.has("selftext") || f.has("author");
    return known ? "" : "object without words or author";
  }

  /** A thing, bare as in dumps or wrapped as in listings. */
  static List<Record> thing(Json value, Locator at) {
    List<Record> records = new ArrayList<>();
    thing(value, at, records, 0);
    return records;
  }

  private static void thing(Json value, Locator at, List<Record> into, int depth) {
    Fields outer = Fields.of(value);
    boolean wrapped = outer.object().get("data") instanceof Json.Obj;
    String kind = wrapped ? outer.textOrEmpty("kind") : "";
    Fields f = wrapped ? outer.object("data").apart() : outer;
    Map<String, String> around = new TreeMap<>();
    if (wrapped) {
      outer.rest().forEach((name, said) -> around.put("thing." + name, said));
    }
    List<Json> replies = depth < DEEPEST ? replies(f, around) : List.of();
    switch (kind) {
      case "t2" -> account(f, at, around, into);
      case "t4" -> message(f, at, around, into);
      case "t1" -> comment(f, at, around, into);
      case "t3" -> post(f, at, around, into);
      default -> {
        if (f.has("body")) {
          comment(f, at, around, into);
        } else {
          post(f, at, around, into);
        }
      }
    }
    for (Json one : replies) {
      thing(one, within(at, one, "/data/replies"), into, depth + 1);
    }
  }

  /* Answers are records of their own; what is named only ("more") stays beside the words. */
  private static List<Json> replies(Fields f, Map<String, String> around) {
    Fields data = f.object("replies").object("data");
    f.object("replies").known("kind");
    data.known("modhash", "dist", "geo_filter"); // Said of the page.
    List<Json> known = new ArrayList<>();
    for (Json one : data.array("children")) {
      boolean familiar = one instanceof Json.Obj && unfamiliar(one).isEmpty();
      Fields.of(one).apart();
      if (familiar) {
        known.add(one);
      } else {
        around.put("replies (not read) " + (around.size() + 1), one.raw());
      }
    }
    return known;
  }

  private static Locator within(Locator at, Json value, String below) {
    return new Locator(at.exhibit(), at.part(), value.from(), value.to(), at.pointer() + below);
  }

  private static @Nullable AccountRef author(Fields f) {
    String name = f.text("author");
    String number = f.text("author_fullname");
    boolean gone = name == null || name.isBlank() || name.equals("[deleted]");
    if (gone) {
      return number == null ? null : AccountRef.ofId(REDDIT, number, null, null);
    }
    return Accounts.of(REDDIT, number, name, null);
  }

  static ClaimedTime time(Fields f, String... names) {
    for (String name : names) {
      String text = f.text(name);
      if (text != null && text.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
        return ClaimedTimes.ofSeconds(Long.valueOf(text.replaceFirst("\\..*", "")), text);
      }
    }
    return ClaimedTime.none();
  }

  /* The interface escapes these three characters; dumps keep what it gave. */
  private static String words(Fields f, String name, Map<String, String> extra) {
    String raw = f.textOrEmpty(name);
    String good = raw.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    if (!good.equals(raw)) {
      extra.put("raw:" + name, raw);
    }
    return good;
  }

  /* "t1_abc" names the comment "abc". */
  private static @Nullable String bare(@Nullable String name) {
    return name == null ? null : name.replaceFirst("^t[1-6]_", "");
  }

  private static Header header(Fields f, Locator at, ClaimedTime time, Map<String, String> extra) {
    f.known("created");
    f.rest()
        .forEach((name, said) -> {
          if (!name.equals("replies") || !said.isEmpty()) { // Empty where nobody answered.
            extra.putIfAbsent(name, said);
          }
        });
    return new Header(REDDIT, at, time, extra);
  }

  private static void comment(Fields f, Locator at, Map<String, String> around, List<Record> into) {
    Map<String, String> extra = new TreeMap<>(around);
    String text = words(f, "body", extra);
    AccountRef author = author(f);
    ClaimedTime time = time(f, "created_utc", "created");
    String parent = f.text("parent_id");
    if (parent != null) {
      extra.put("parent_id", parent);
    }
    String id = f.text("id");
    into.add(
        new Record.Post(
            header(f, at, time, extra),
            author,
            id,
            text,
            bare(parent),
            null,
            List.of(),
            null,
            List.of()));
  }

  private static void post(Fields f, Locator at, Map<String, String> around, List<Record> into) {
    Map<String, String> extra = new TreeMap<>(around);
    String title = words(f, "title", extra);
    String self = words(f, "selftext", extra);
    AccountRef author = author(f);
    ClaimedTime time = time(f, "created_utc", "created");
    String url = f.text("url");
    String crossed = bare(f.text("crosspost_parent"));
    String id = f.text("id");
    if (!title.isEmpty()) {
      extra.put("title", title);
    }
    boolean picture = url != null && url.matches("(?i).*\\.(jpe?g|png|gif|webp|mp4|gifv)(\\?.*)?");
    if (url != null && !picture) {
      extra.put("url", url);
    }
    String text = title.isEmpty() || self.isEmpty() ? title + self : title + "\n" + self;
    into.add(
        new Record.Post(
            header(f, at, time, extra),
            author,
            id,
            text,
            null,
            null,
            List.of(),
            crossed,
            url != null && picture ? List.of(new Media(url, null, null, null)) : List.of()));
  }

  private static void message(Fields f, Locator at, Map<String, String> around, List<Record> into) {
    Map<String, String> extra = new TreeMap<>(around);
    String text = words(f, "body", extra);
    AccountRef author = author(f);
    String to = f.text("dest");
    String id = f.text("id");
    String first = bare(f.text("first_message_name"));
    ClaimedTime time = time(f, "created_utc", "created");
    String subject = f.text("subject");
    if (subject != null) {
      extra.put("subject", subject);
    }
    into.add(
        new Record.Message(
            header(f, at, time, extra),
            new ConversationRef(
                REDDIT,
                ConversationRef.Kind.DIRECT,
                "message/" + (first == null ? id : first),
                subject),
            author,
            to == null || to.isBlank() ? List.of() : List.of(Accounts.handle(REDDIT, to, null)),
            id,
            text,
            bare(f.text("parent_id")),
            null,
            null,
            List.of(),
            List.of()));
  }

  private static void account(Fields f, Locator at, Map<String, String> around, List<Record> into) {
    String id = f.text("id");
    String name = f.text("name");
    String number = id == null ? null : id.startsWith("t2_") ? id : "t2_" + id;
    AccountRef account = Accounts.of(REDDIT, number, name, null);
    if (account == null) {
      return;
    }
    ClaimedTime time = time(f, "created_utc", "created");
    Stating said = new Stating().handle(REDDIT, "name", name);
    if (number != null) {
      said.id(REDDIT, "id", number);
    }
    into.add(
        new Record.Profile(
            header(f, at, time, new TreeMap<>(around)),
            account,
            said.selectors(),
            said.attributes()));
  }
}
