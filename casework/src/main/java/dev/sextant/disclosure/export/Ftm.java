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
import java.util.TreeMap;
import java.util.UUID;

/**
 * FollowTheMoney, an entity a line, as Aleph and OpenAleph load it: entities are legal entities of
 * no further kind, accounts their user accounts, ties unknown links, findings notes. What is
 * carried of authority and handling stands in each one's {@code summary}.
 */
final class Ftm {
  private final Report report;
  private final String carried;
  private final UUID namespace;
  private final Map<String, String> lines = new LinkedHashMap<>();

  private Ftm(Report report, Carried carried) {
    this.report = report;
    this.carried = carried.line();
    this.namespace = report.id().value();
  }

  static String write(Report report, Carried carried) {
    Ftm ftm = new Ftm(report, carried);
    report.exhibits().forEach(ftm::exhibit);
    report.findings().forEach(signed -> ftm.finding(signed.document()));
    return String.join("", ftm.lines.values());
  }

  private String id(String name) {
    return NamedUuid.of(namespace, name).toString();
  }

  private String entity(String id, String schema, Map<String, List<String>> properties) {
    Map<String, List<String>> filled = new TreeMap<>(properties);
    filled.put("summary", List.of(carried));
    filled.values().removeIf(values -> values.stream().allMatch(String::isEmpty));
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("id", id);
    entity.put("schema", schema);
    entity.put("properties", filled);
    lines.putIfAbsent(id, JsonText.line(entity));
    return id;
  }

  private void exhibit(Report.Exhibited exhibit) {
    entity(
        exhibitId(exhibit.digest().hex()),
        "Document",
        Map.of(
            "name", List.of(exhibit.number()),
            "fileName", List.of(exhibit.name()),
            "fileSize", List.of(Long.toString(exhibit.bytes())),
            "notes", List.of("SHA-256 " + exhibit.digest().hex()),
            "retrievedAt", List.of(exhibit.at().toString())));
  }

  private String exhibitId(String sha256) {
    return id("exhibit " + sha256);
  }

  private void finding(FindingDocument finding) {
    List<String> about = new ArrayList<>();
    finding.entities().forEach(entity -> about.add(entity(entity)));
    CitedSnapshot network = finding.snapshot();
    if (network != null) {
      network.ties().forEach(tie -> tie(network, tie));
    }
    entity(
        id("finding " + finding.id()),
        "Note",
        Map.of(
            "name", List.of(finding.claim().title()),
            "description", List.of(finding.claim().text()),
            "entity", List.copyOf(about),
            "notes",
                List.of(
                    finding.claim().type().name().toLowerCase(java.util.Locale.ROOT)
                        + "; grade "
                        + finding.claim().grade().scheme()
                        + " "
                        + finding.claim().grade().code(),
                    against(finding)),
            "proof",
                finding.supports().stream()
                    .map(s -> exhibitId(s.locator().exhibit().hex()))
                    .distinct()
                    .toList()));
  }

  private static String against(FindingDocument finding) {
    String none = finding.claim().noCounterSupport();
    return none.isEmpty()
        ? "Against it: " + finding.counterSupports().size() + " records, in the report."
        : "Against it: " + none;
  }

  private String entity(CitedEntity entity) {
    String id = who(entity.key(), entity.label());
    for (CitedAccount account : entity.accounts()) {
      String username = account.handles().isEmpty() ? account.key() : account.handles().getFirst();
      entity(
          id("account " + account.key()),
          "UserAccount",
          Map.of(
              "name", account.names().isEmpty() ? List.of(username) : account.names(),
              "username", account.handles().isEmpty() ? List.of(username) : account.handles(),
              "service", List.of(account.platform()),
              "notes", List.of("key " + account.key()),
              "owner", List.of(id)));
    }
    return id;
  }

  private String who(String key, String label) {
    return entity(
        id("entity " + key),
        "LegalEntity",
        Map.of(
            "name", List.of(label),
            "notes", List.of(report.persons().roles().getOrDefault(key, ""))));
  }

  private void tie(CitedSnapshot network, CitedSnapshot.Tie tie) {
    String from = node(network, tie.from());
    String to = node(network, tie.to());
    entity(
        id("tie " + network.id() + " " + from + " " + to),
        "UnknownLink",
        Map.of(
            "subject", List.of(from),
            "object", List.of(to),
            "role", List.of("weight " + tie.weight() + ", " + tie.kinds()),
            "startDate", List.of(tie.first()),
            "endDate", List.of(tie.last())));
  }

  /* Whoever is not named is a number of one network, and nobody of another. */
  private String node(CitedSnapshot network, int place) {
    CitedSnapshot.Node node = network.nodes().get(place);
    return node.named()
        ? who(node.entityKey(), node.label())
        : who("unnamed " + network.id() + " " + node.number(), node.shownAs());
  }
}
