package dev.sextant.disclosure.export;

import dev.sextant.disclosure.report.Report;
import dev.sextant.findings.CitedEntity;
import dev.sextant.findings.CitedEntity.CitedAccount;
import dev.sextant.findings.CitedSnapshot;
import dev.sextant.findings.FindingDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * CASE 1.4 on UCO 1.4 as JSON-LD (caseontology.org): the investigation with its authorization,
 * exhibits as files with their digests and provenance records, each touch of the chain of custody
 * as an investigative action, accounts, ties as relationships, findings as annotations of the
 * exhibits they rest on. Every object is marked with authority and handling.
 */
final class CaseUco {
  private static final String UCO = "https://ontology.unifiedcyberontology.org/uco/";

  private final Report report;
  private final UUID namespace;
  private final Map<String, Map<String, @Nullable Object>> graph = new LinkedHashMap<>();
  private final String marking;

  private CaseUco(Report report) {
    this.report = report;
    this.namespace = report.id().value();
    this.marking = id("marking", "marking");
  }

  static String write(Report report, Carried carried) {
    CaseUco out = new CaseUco(report);
    out.head(carried);
    report.exhibits().forEach(out::exhibit);
    for (int i = 0; i < report.custody().size(); i++) {
      out.touch(i, report.custody().get(i));
    }
    report.findings().forEach(signed -> out.finding(signed));
    out.investigation();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("@context", context());
    document.put("@graph", List.copyOf(out.graph.values()));
    return JsonText.lines(document);
  }

  private static Map<String, @Nullable Object> context() {
    Map<String, @Nullable Object> context = new LinkedHashMap<>();
    context.put("kb", "urn:sextant:");
    context.put("case-investigation", "https://ontology.caseontology.org/case/investigation/");
    for (String part :
        List.of("action", "core", "identity", "marking", "observable", "tool", "types")) {
      context.put("uco-" + part, UCO + part + "/");
    }
    context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    return context;
  }

  private String id(String kind, String name) {
    return "kb:" + kind + "-" + NamedUuid.of(namespace, kind + " " + name);
  }

  private static Map<String, Object> ref(String id) {
    return Map.of("@id", id);
  }

  private static List<Map<String, Object>> refs(List<String> ids) {
    return ids.stream().distinct().map(CaseUco::ref).toList();
  }

  private static Map<String, Object> typed(String type, Object value) {
    Map<String, Object> typed = new LinkedHashMap<>();
    typed.put("@type", type);
    typed.put("@value", value);
    return typed;
  }

  private static Map<String, Object> time(String instant) {
    return typed("xsd:dateTime", instant);
  }

  private Map<String, @Nullable Object> bare(String id, String type) {
    Map<String, @Nullable Object> node = new LinkedHashMap<>();
    node.put("@id", id);
    node.put("@type", type);
    return node;
  }

  private Map<String, @Nullable Object> object(String id, String type) {
    Map<String, @Nullable Object> node = bare(id, type);
    node.put("uco-core:objectMarking", ref(marking));
    graph.put(id, node);
    return node;
  }

  private void head(Carried carried) {
    Map<String, @Nullable Object> definition = bare(marking, "uco-marking:MarkingDefinition");
    definition.put("uco-marking:definitionType", "statement");
    Map<String, @Nullable Object> statement =
        bare(id("statement", "marking"), "uco-marking:StatementMarking");
    statement.put("uco-marking:definitionType", "statement");
    statement.put("uco-marking:statement", carried.line());
    definition.put("uco-marking:definition", statement);
    graph.put(marking, definition);
    object(agency(), "uco-identity:Organization").put("uco-core:name", report.agency());
    object(tool(), "uco-tool:Tool").put("uco-core:name", "Sextant");
    Map<String, @Nullable Object> authority =
        object(id("authorization", "authority"), "case-investigation:Authorization");
    authority.put("case-investigation:authorizationType", report.basis().instrument());
    authority.put("case-investigation:authorizationIdentifier", report.basis().number());
    authority.put(
        "uco-core:description", report.basis().offence() + "; " + report.basis().window());
  }

  private String agency() {
    return id("organization", report.agency());
  }

  private String tool() {
    return id("tool", "sextant");
  }

  private void investigation() {
    List<String> all = new ArrayList<>(graph.keySet());
    all.remove(marking);
    Map<String, @Nullable Object> body =
        object(id("investigation", report.caseNumber()), "case-investigation:Investigation");
    body.put("uco-core:name", report.caseNumber());
    body.put("uco-core:description", report.title());
    body.put("case-investigation:investigationForm", "case");
    body.put("case-investigation:focus", report.basis().offence());
    body.put("case-investigation:relevantAuthorization", ref(id("authorization", "authority")));
    body.put("uco-core:createdBy", ref(agency()));
    body.put("uco-core:objectCreatedTime", time(report.at().toString()));
    body.put("uco-core:object", refs(all));
  }

  // ---------------------------------------------------------------- exhibits

  private String file(String sha256) {
    return id("file", sha256);
  }

  private void exhibit(Report.Exhibited exhibit) {
    String sha256 = exhibit.digest().hex();
    Map<String, @Nullable Object> file = object(file(sha256), "uco-observable:File");
    Map<String, @Nullable Object> named =
        bare(id("file-facet", sha256), "uco-observable:FileFacet");
    named.put("uco-observable:fileName", exhibit.name());
    named.put("uco-observable:sizeInBytes", exhibit.bytes());
    Map<String, @Nullable Object> hash = bare(id("hash", sha256), "uco-types:Hash");
    hash.put("uco-types:hashMethod", "SHA256");
    hash.put("uco-types:hashValue", typed("xsd:hexBinary", sha256));
    Map<String, @Nullable Object> content =
        bare(id("content-data-facet", sha256), "uco-observable:ContentDataFacet");
    content.put("uco-observable:hash", hash);
    content.put("uco-observable:sizeInBytes", exhibit.bytes());
    file.put("uco-core:hasFacet", List.of(named, content));
    Map<String, @Nullable Object> record =
        object(provenance(exhibit.number()), "case-investigation:ProvenanceRecord");
    record.put("case-investigation:exhibitNumber", exhibit.number());
    record.put("uco-core:description", exhibit.how() + ", " + exhibit.source());
    record.put("uco-core:objectCreatedTime", time(exhibit.at().toString()));
    record.put("uco-core:object", ref(file(sha256)));
  }

  private String provenance(String number) {
    return id("provenance-record", number);
  }

  private void touch(int place, Report.Touch touch) {
    Map<String, @Nullable Object> action =
        object(
            id("investigative-action", place + " " + touch.exhibit()),
            "case-investigation:InvestigativeAction");
    action.put("uco-core:name", touch.event());
    String leaf = touch.leaf() < 0 ? "" : "; entry " + touch.leaf() + " of the log";
    action.put("uco-core:description", touch.by() + leaf);
    action.put("uco-action:startTime", time(touch.at().toString()));
    action.put("uco-action:performer", ref(agency()));
    action.put("uco-action:instrument", ref(tool()));
    action.put("uco-action:object", ref(provenance(touch.exhibit())));
  }

  // ---------------------------------------------------------------- findings

  private void finding(Report.Signed signed) {
    FindingDocument finding = signed.document();
    List<String> about = new ArrayList<>();
    finding.supports().forEach(s -> about.add(file(s.locator().exhibit().hex())));
    finding.counterSupports().forEach(s -> about.add(file(s.locator().exhibit().hex())));
    finding.entities().forEach(e -> about.add(entity(e)));
    CitedSnapshot network = finding.snapshot();
    if (network != null) {
      network.ties().forEach(tie -> about.add(tie(network, tie)));
    }
    about.retainAll(graph.keySet());
    if (about.isEmpty()) {
      about.add(agency());
    }
    Map<String, @Nullable Object> body =
        object(id("annotation", finding.id().toString()), "uco-core:Annotation");
    body.put("uco-core:name", finding.claim().title());
    body.put("uco-core:statement", finding.claim().text());
    body.put(
        "uco-core:tag",
        List.of(
            finding.claim().type().name().toLowerCase(java.util.Locale.ROOT),
            finding.claim().grade().scheme() + " " + finding.claim().grade().code()));
    body.put("uco-core:createdBy", ref(agency()));
    body.put("uco-core:objectCreatedTime", time(signed.signedAt().toString()));
    body.put("uco-core:object", refs(about));
  }

  /* An entity is what was judged to be one actor: an identity, not a person. */
  private String entity(CitedEntity entity) {
    String who = who(entity.key(), entity.label());
    entity.accounts().forEach(account -> account(who, account));
    return who;
  }

  private String who(String key, String label) {
    String id = id("identity", key);
    if (!graph.containsKey(id)) {
      Map<String, @Nullable Object> body = object(id, "uco-identity:Identity");
      body.put("uco-core:name", label);
      String role = report.persons().roles().get(key);
      if (role != null) {
        body.put("uco-core:tag", role);
      }
    }
    return id;
  }

  private void account(String owner, CitedAccount account) {
    // Two findings may hold one account to be of two entities: both statements stand.
    String key = owner + " " + account.key();
    String id = id("account", key);
    Map<String, @Nullable Object> body = object(id, "uco-observable:ApplicationAccount");
    Map<String, @Nullable Object> facet =
        bare(id("account-facet", key), "uco-observable:AccountFacet");
    facet.put("uco-observable:accountIdentifier", account.key());
    facet.put("uco-observable:accountType", account.platform());
    facet.put("uco-observable:owner", ref(owner));
    Map<String, @Nullable Object> digital =
        bare(id("digital-account-facet", key), "uco-observable:DigitalAccountFacet");
    digital.put("uco-observable:accountLogin", account.handles());
    if (!account.names().isEmpty()) {
      digital.put("uco-observable:displayName", account.names().getFirst());
    }
    body.put("uco-core:hasFacet", List.of(facet, digital));
  }

  private String tie(CitedSnapshot network, CitedSnapshot.Tie tie) {
    String from = node(network, tie.from());
    String to = node(network, tie.to());
    String id = id("relationship", network.id() + " " + from + " " + to);
    Map<String, @Nullable Object> body = object(id, "uco-core:Relationship");
    body.put("uco-core:source", ref(from));
    body.put("uco-core:target", ref(to));
    body.put("uco-core:kindOfRelationship", String.join(", ", tie.kinds().keySet()));
    body.put("uco-core:isDirectional", "true".equals(network.rule().get("directed")));
    body.put("uco-core:description", "weight " + tie.weight());
    if (!tie.first().isEmpty()) {
      body.put("uco-core:startTime", time(tie.first()));
    }
    if (!tie.last().isEmpty()) {
      body.put("uco-core:endTime", time(tie.last()));
    }
    return id;
  }

  /* Whoever is not named is a number of one network, and nobody of another. */
  private String node(CitedSnapshot network, int place) {
    CitedSnapshot.Node node = network.nodes().get(place);
    return node.named()
        ? who(node.entityKey(), node.label())
        : who("unnamed " + network.id() + " " + node.number(), node.shownAs());
  }
}
