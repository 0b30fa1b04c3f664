package dev.sextant.records.reader.interchange;

import dev.sextant.records.AccountRef;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * MISP's JSON (misp-project.org, "MISP core format", draft-dulaunoy-misp-core-format): an event, a
 * list of events, a search's response, a feed's file, or objects and attributes without their
 * event.
 */
final class MispEvent extends JsonReader {
  private static final Pattern EVENT =
      Pattern.compile(
          "\\A(?:\\{\\s*\"response\"\\s*:\\s*)?(?:\\[\\s*)?\\{\\s*\"Event\"\\s*:\\s*\\{");

  private static final Pattern BARE =
      Pattern.compile(
          "\\A(?:\\{\\s*\"response\"\\s*:\\s*)?(?:\\[\\s*)?\\{\\s*\"(?:Object|Attribute)\"\\s*:\\s*\\[\\s*\\{");

  /* The same with other fields before the event. */
  private static final Pattern LATER =
      Pattern.compile("\\A[\\[{].{0,60000}?\"Event\"\\s*:\\s*\\{", Pattern.DOTALL);

  /* Fields that an event of MISP has and hardly anything else that is called event. */
  private static final List<String> OWN =
      List.of(
          "\"threat_level_id\"",
          "\"Orgc\"",
          "\"to_ids\"",
          "\"sharing_group_id\"",
          "\"ShadowAttribute\"");

  /* What an event holds, each with its number, in lists whose names nobody else writes so. */
  private static final Pattern LISTED =
      Pattern.compile("\"(?:Attribute|Object)\"\\s*:\\s*\\[\\s*\\{[^{}\\[\\]]{0,2000}\"uuid\"");

  private static final Pattern GROUPS =
      Pattern.compile(
          "\\A(?:\\{\\s*\"response\"\\s*:\\s*)?\\[\\s*\\{\\s*\"SharingGroup\"\\s*:\\s*\\{");

  private static final Set<String> LISTS =
      Set.of("Attribute", "Object", "ShadowAttribute", "EventReport");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "misp",
        2,
        "MISP events",
        List.of(
            "events, lists, responses and parts without their event",
            "attributes by their type, with selectors",
            "accounts, posts, e-mails, persons and places among the objects",
            "references between objects and related events as ties",
            "tags, galaxies, sightings and proposals kept beside what they stand at"),
        List.of(
            "attachments inside attributes are kept as text",
            "sharing groups are listed as unknown"),
        List.of("MISP's own test events: objects, sightings, sharing groups, Japanese text"));
  }

  @Override
  int certainty(String head) {
    if (EVENT.matcher(head).find()) {
      return head.contains("\"info\"")
              || head.contains("\"Attribute\"")
              || head.contains("\"Orgc\"")
          ? 95
          : 60;
    }
    if (GROUPS.matcher(head).find()) {
      return 80;
    }
    if (LATER.matcher(head).find()
        && (OWN.stream().filter(head::contains).count() >= 2 || LISTED.matcher(head).find())) {
      return 88;
    }
    boolean bare = BARE.matcher(head).find();
    return bare && (head.contains("\"object_relation\"") || head.contains("\"to_ids\"")) ? 88 : 0;
  }

  /** What happens to an event's own fields once all of it was seen. */
  private interface Own {
    /** Takes them. */
    void take(Json.Obj own, String pointer);
  }

  @Override
  void walk(JsonStream in, Takers to) throws IOException {
    walk(in, to.thing(), to.rest(), (own, pointer) -> {});
  }

  private static void walk(JsonStream in, Taker thing, Taker rest, Own own) throws IOException {
    switch (in.kind()) {
      case ARRAY -> in.array(index -> walk(in, thing, rest, own));
      case SCALAR -> rest.take(in);
      case OBJECT ->
          in.object(name -> {
            if (name.equals("response")) {
              walk(in, thing, rest, own);
            } else if (name.equals("Event") && in.kind() == JsonStream.Kind.OBJECT) {
              event(in, thing, own);
            } else if (LISTS.contains(name) && in.kind() == JsonStream.Kind.ARRAY) {
              in.array(index -> thing.take(in));
            } else {
              rest.take(in);
            }
          });
    }
  }

  /* The event's own fields may stand before, between and after its long lists: the lists are told
   * as they come, the event itself at its end. */
  private static void event(JsonStream in, Taker thing, Own own) throws IOException {
    long from = in.offset();
    String pointer = in.pointer();
    Map<String, Json> fields = new LinkedHashMap<>();
    in.object(name -> {
      if (LISTS.contains(name) && in.kind() == JsonStream.Kind.ARRAY) {
        in.array(index -> thing.take(in));
      } else {
        fields.put(name, in.tree());
      }
    });
    own.take(new Json.Obj(fields, from, in.position()), pointer);
  }

  @Override
  void learn(Json thing, Names names) {
    Fields f = Fields.of(thing);
    String id = f.text("uuid");
    names.put(id, f.text("name"));
    names.put(id, f.text("value"));
    names.put(id, f.text("info"));
    AccountRef account = MispForms.accountOf(thing);
    if (account != null) {
      names.account(id, () -> account);
    }
  }

  @Override
  void part(
      dev.sextant.records.reader.Source source,
      dev.sextant.records.reader.Source.Part part,
      Sink sink)
      throws IOException {
    Names names = learned(part, source.limits());
    JsonItems items = new JsonItems(source, part, sink);
    items.run(in ->
        walk(
            in,
            thing -> tell(items, thing, names, sink),
            rest -> items.unknown(rest, rest.pointer()),
            (own, pointer) -> {
              sink.item();
              sink.records(new MispForms(names, part.at(own.from(), own.to(), pointer)).event(own));
            }));
  }

  @Override
  void tell(JsonItems items, JsonStream in, Names names, Sink sink) throws IOException {
    items.known(in, MispForms::unfamiliar, (value, at) -> new MispForms(names, at).records(value));
  }
}
