package dev.sextant.records.reader.capture.feed;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.capture.Forms;
import dev.sextant.records.reader.capture.JsonExport;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Posts of X as its programming interface gave them and twarc keeps them: version 1.1, one post a
 * line; version 2, one answer ({@code data}, {@code includes}) or one flattened post a line.
 */
public final class XApi extends JsonExport {
  /** The reader. */
  public XApi() {
    super(
        new ReaderCard(
            "x-api",
            2,
            "Posts of X from its programming interface (twarc and others)",
            List.of(
                "version 1.1: a post a line or in a list",
                "version 2: answers with includes, flattened posts, lists of users"),
            List.of(
                "media of version 2 are kept as keys",
                "counts and rules stay in the extra fields")),
        "answer of X without posts");
  }

  @Override
  protected int knows(Json.Obj first) {
    if (TweetForms.first(first) || TweetForms.second(first)) {
      return 88;
    }
    Json data = first.get("data");
    Json one = data instanceof Json.Arr a && !a.items().isEmpty() ? a.items().getFirst() : data;
    return one instanceof Json.Obj o && (TweetForms.second(o) || user(o)) ? 88 : 0;
  }

  private static boolean user(Json.Obj o) {
    return o.get("id") != null && o.get("username") != null && o.get("name") != null;
  }

  @Override
  protected @Nullable List<Record> records(Json value, Locator at, Source source) {
    if (!(value instanceof Json.Obj o)) {
      return null;
    }
    if (TweetForms.first(o)) {
      return TweetForms.first(o, new Item(Platform.X, at, Map.of()));
    }
    if (TweetForms.second(o)) {
      return TweetForms.second(o, new Item(Platform.X, at, Map.of()), Map.of());
    }
    Json data = o.get("data");
    List<Json> all =
        data instanceof Json.Arr a ? a.items() : data == null ? List.of() : List.of(data);
    return all.isEmpty() ? null : answer(o, all, at);
  }

  /* A line is one item; its posts follow from it, each with the bytes of the line. */
  private static @Nullable List<Record> answer(Json.Obj whole, List<Json> all, Locator at) {
    Fields f = new Fields(whole);
    f.known("data");
    List<Json> listed = f.object("includes").array("users");
    List<Json> named = f.object("includes").array("tweets");
    Map<String, String> around = new TreeMap<>();
    f.rest().forEach((name, said) -> around.put("answer." + name, said));
    Map<String, Json> users = new HashMap<>();
    for (Json one : listed) {
      String id = Deep.text(one, "id");
      if (id != null) {
        users.put(id, one);
      }
    }
    List<Record> records = new ArrayList<>();
    for (Json one : all) {
      if (one instanceof Json.Obj o && TweetForms.second(o)) {
        Map<String, String> beside = records.isEmpty() ? around : Map.of();
        records.addAll(TweetForms.second(o, new Item(Platform.X, at, beside), users));
      } else if (one instanceof Json.Obj o && user(o)) {
        add(records, profile(o, at, records.isEmpty() ? around : Map.of()));
      }
    }
    for (Json one :
        users.values().stream().sorted(java.util.Comparator.comparing(Json::raw)).toList()) {
      add(records, profile(one, at, Map.of()));
    }
    for (Json one : named) {
      Item item = new Item(Platform.X, at, Map.of("section", "included"));
      records.addAll(TweetForms.second(one, item, users));
    }
    return records.isEmpty() ? null : records;
  }

  private static void add(List<Record> records, @Nullable Record one) {
    if (one != null) {
      records.add(one);
    }
  }

  private static @Nullable Record profile(Json user, Locator at, Map<String, String> around) {
    Fields u = Fields.of(user);
    var account =
        Forms.account(Platform.X, u.text("id"), u.text("username"), u.text("name"), "user");
    if (account == null) {
      return null;
    }
    Map<String, String> attributes = new TreeMap<>();
    for (String field : new String[] {"description", "location", "url"}) {
      String said = u.text(field);
      if (said != null && !said.isBlank()) {
        attributes.put(field.equals("description") ? "bio" : field, said);
      }
    }
    ClaimedTime made = TweetForms.created(u.text("created_at"));
    Map<String, String> extra = new TreeMap<>(around);
    extra.putAll(u.rest());
    return new Record.Profile(
        new dev.sextant.records.Header(Platform.X, at, made, extra),
        account,
        List.of(),
        attributes);
  }
}
