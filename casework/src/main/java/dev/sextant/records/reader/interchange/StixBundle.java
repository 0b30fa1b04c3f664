package dev.sextant.records.reader.interchange;

import dev.sextant.records.AccountRef;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * STIX 2.0 and 2.1 (OASIS, "STIX Version 2.1", 10 June 2021): a bundle, a list of objects, or one
 * object alone.
 */
final class StixBundle extends JsonReader {
  private static final String UUID = "[a-z][a-z0-9-]{2,60}--[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}";

  /** What a bundle says of itself: that it is one. */
  private static final Set<String> OWN = Set.of("type", "id", "spec_version");

  private static final Pattern BUNDLE =
      Pattern.compile("\"bundle--[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}\"");
  private static final Pattern OBJECT =
      Pattern.compile(
          "\\A(?:\\[\\s*)?\\{(?s:[^{}\\[\\]]{0,4000}?)\"(?:id|created_by_ref)\"\\s*:\\s*\""
              + UUID
              + "\"");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "stix",
        3,
        "STIX 2.0 and 2.1",
        List.of(
            "bundles, lists and single objects",
            "user accounts, identities and all other domain objects as profiles",
            "relationships, sightings and observed data as ties",
            "e-mail messages, notes, reports and opinions with their words",
            "locations",
            "markings kept beside what they mark"),
        List.of("patterns of indicators are kept as text", "custom objects are listed as unknown"),
        List.of(
            "OASIS examples of indicators, infrastructure and a malicious e-mail; the APT1 and"
                + " Poison Ivy reports"));
  }

  @Override
  int certainty(String head) {
    if (!head.startsWith("{") && !head.startsWith("[")) {
      return 0;
    }
    if (BUNDLE.matcher(head).find() && head.contains("\"bundle\"")) {
      return 96;
    }
    return OBJECT.matcher(head).find() && head.contains("\"type\"") ? 90 : 0;
  }

  @Override
  void walk(JsonStream in, Takers to) throws IOException {
    if (in.kind() == JsonStream.Kind.ARRAY) {
      in.array(index -> {
        if (in.kind() == JsonStream.Kind.OBJECT) {
          to.thing().take(in);
        } else {
          to.rest().take(in);
        }
      });
      return;
    }
    if (!whole(in, to)) {
      to.rest().take(in);
    }
  }

  /* A bundle's objects are walked one by one. A single object cannot be told from a bundle before
   * its fields are seen, which may come in any order; single objects are small. */
  private boolean whole(JsonStream in, Takers to) throws IOException {
    if (in.kind() != JsonStream.Kind.OBJECT) {
      return false;
    }
    if (!single) {
      in.object(name -> {
        if (name.equals("objects") && in.kind() == JsonStream.Kind.ARRAY) {
          in.array(index -> to.thing().take(in));
        } else if (OWN.contains(name)) {
          in.skip();
        } else {
          to.rest().take(in);
        }
      });
    } else {
      to.thing().take(in);
    }
    return true;
  }

  private final boolean single;

  StixBundle() {
    this(false);
  }

  private StixBundle(boolean single) {
    this.single = single;
  }

  @Override
  void part(
      dev.sextant.records.reader.Source source,
      dev.sextant.records.reader.Source.Part part,
      Sink sink)
      throws IOException {
    String head = head(part);
    boolean alone = head.startsWith("{") && !BUNDLE.matcher(head).find();
    if (alone && !single) {
      new StixBundle(true).part(source, part, sink);
    } else {
      super.part(source, part, sink);
    }
  }

  @Override
  void learn(Json thing, Names names) {
    Fields f = Fields.of(thing);
    String id = f.text("id");
    for (String name :
        new String[] {
          "name", "value", "display_name", "account_login", "user_id", "subject", "abstract"
        }) {
      names.put(id, f.text(name));
    }
    String type = f.textOrEmpty("type");
    if (id != null && (type.equals("user-account") || type.equals("email-addr"))) {
      AccountRef account = StixForms.accountOf(f, id);
      names.account(id, () -> account);
    }
    if ("marking-definition".equals(f.text("type"))) {
      Fields definition = f.object("definition");
      String tlp = definition.text("tlp");
      names.put(
          id,
          tlp != null
              ? "TLP:" + tlp.toUpperCase(java.util.Locale.ROOT)
              : definition.text("statement"));
    }
  }

  @Override
  void tell(JsonItems items, JsonStream in, Names names, Sink sink) throws IOException {
    items.known(in, StixForms::unfamiliar, (value, at) -> new StixForms(names, at).records(value));
  }
}
