package dev.sextant.records.reader.interchange;

import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * CASE and UCO as JSON-LD (caseontology.org, unifiedcyberontology.org): a graph or bundle of nodes
 * with facets, of the 0.x, 1.x and later ontologies. Prefixes are resolved by the file's own
 * context and by the last segment of a name; nothing is ever fetched.
 */
final class CaseGraph extends JsonReader {
  private static final Pattern ONTOLOGY =
      Pattern.compile(
          "unifiedcyberontology\\.org|caseontology\\.org|\"uco-(?:core|observable|action|identity|location)[:\"]"
              + "|\"case-investigation[:\"]|purl\\.org/NET/uco|case\\.example\\.org/core");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "case-uco",
        2,
        "CASE/UCO JSON-LD",
        List.of(
            "accounts, e-mail addresses, telephone numbers, contacts, identities",
            "messages, e-mails, calls, threads",
            "relationships",
            "files, devices, addresses and other observables as profiles",
            "places",
            "investigative actions and provenance records"),
        List.of("property paths outside the known facets are kept beside the record"),
        List.of("CASE's own test of an investigative action"));
  }

  @Override
  int certainty(String head) {
    boolean json = head.startsWith("{") || head.startsWith("[");
    return json
            && (head.contains("\"@graph\"")
                || head.contains("\"@context\"")
                || head.contains("\"@type\""))
            && ONTOLOGY.matcher(head).find()
        ? 93
        : 0;
  }

  @Override
  void walk(JsonStream in, Takers to) throws IOException {
    switch (in.kind()) {
      case ARRAY -> in.array(index -> node(in, to));
      case SCALAR -> to.rest().take(in);
      case OBJECT ->
          in.object(name -> {
            String local = CaseForms.local(name);
            boolean nodes =
                name.equals("@graph") || local.equals("object") || local.equals("content");
            if (nodes && in.kind() == JsonStream.Kind.ARRAY) {
              in.array(index -> node(in, to));
            } else if (name.startsWith("@")) {
              to.frame().take(in);
            } else {
              to.rest().take(in);
            }
          });
    }
  }

  private static void node(JsonStream in, Takers to) throws IOException {
    if (in.kind() == JsonStream.Kind.OBJECT) {
      to.thing().take(in);
    } else {
      to.rest().take(in);
    }
  }

  @Override
  void learn(Json thing, Names names) {
    CaseForms.learn(thing, names);
  }

  @Override
  void tell(JsonItems items, JsonStream in, Names names, Sink sink) throws IOException {
    items.known(in, CaseForms::unfamiliar, (value, at) -> new CaseForms(names, at).records(value));
  }
}
