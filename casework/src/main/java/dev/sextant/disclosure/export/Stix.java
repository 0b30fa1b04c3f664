package dev.sextant.disclosure.export;

import dev.sextant.disclosure.report.Report;
import dev.sextant.findings.CitedEntity;
import dev.sextant.findings.CitedEntity.CitedAccount;
import dev.sextant.findings.CitedSnapshot;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.Support;
import dev.sextant.terms.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * STIX 2.1 (OASIS): a bundle with one report a finding. Entities are identities of the class {@code
 * unknown}, never threat actors: being in a finding is not guilt. What was cited is a note with its
 * excerpt; what speaks against the claim is a note that says so. Every object is marked with the
 * authority and the handling.
 */
final class Stix {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Report report;
  private final UUID namespace;
  private final String at;
  private final String marking;
  private final String agency;
  private final Map<String, Map<String, @Nullable Object>> objects = new LinkedHashMap<>();

  private Stix(Report report) {
    this.report = report;
    this.namespace = report.id().value();
    this.at = time(report.at());
    this.marking = "marking-definition--" + NamedUuid.of(namespace, "marking");
    this.agency = "identity--" + NamedUuid.of(NamedUuid.STIX, "agency " + report.agency());
  }

  static String write(Report report, Carried carried) {
    Stix stix = new Stix(report);
    stix.head(carried);
    report.exhibits().forEach(stix::exhibit);
    report.findings().forEach(signed -> stix.finding(signed.document(), signed.signedAt()));
    Map<String, @Nullable Object> bundle = new LinkedHashMap<>();
    bundle.put("type", "bundle");
    bundle.put("id", "bundle--" + NamedUuid.of(stix.namespace, "bundle"));
    bundle.put("objects", List.copyOf(stix.objects.values()));
    return JsonText.lines(bundle);
  }

  private void head(Carried carried) {
    Map<String, @Nullable Object> statement = new LinkedHashMap<>();
    statement.put("type", "marking-definition");
    statement.put("spec_version", "2.1");
    statement.put("id", marking);
    statement.put("created", at);
    statement.put("definition_type", "statement");
    statement.put("definition", Map.of("statement", carried.line()));
    objects.put(marking, statement);
    Map<String, @Nullable Object> body = dated("identity", agency);
    body.put("name", report.agency());
    body.put("identity_class", "organization");
  }

  private Map<String, @Nullable Object> object(String type, String id) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("type", type);
    object.put("spec_version", "2.1");
    object.put("id", id);
    object.put("object_marking_refs", List.of(marking));
    objects.put(id, object);
    return object;
  }

  private Map<String, @Nullable Object> dated(String type, String id) {
    Map<String, @Nullable Object> object = object(type, id);
    object.put("created", at);
    object.put("modified", at);
    if (!id.equals(agency)) {
      object.put("created_by_ref", agency);
    }
    return object;
  }

  /* The schemas ask for thousandths of a second, where Java leaves them out of a full second. */
  private static String time(Instant instant) {
    return TIME.format(instant);
  }

  private String id(String type, String name) {
    return type + "--" + NamedUuid.of(namespace, name);
  }

  private void exhibit(Report.Exhibited exhibit) {
    String id = fileId(exhibit.digest().hex());
    Map<String, @Nullable Object> file = object("file", id);
    file.put("hashes", Map.of("SHA-256", exhibit.digest().hex()));
    file.put("size", exhibit.bytes());
    file.put("name", exhibit.name().isEmpty() ? exhibit.number() : exhibit.name());
  }

  /* Contributing properties of a file: hashes alone, so that it is one file under any name. */
  private static String fileId(String sha256) {
    return "file--"
        + NamedUuid.of(NamedUuid.STIX, canonical(Map.of("hashes", Map.of("SHA-256", sha256))));
  }

  private static String canonical(Object value) {
    return new String(CanonicalJson.write(value), StandardCharsets.UTF_8);
  }

  private void finding(FindingDocument finding, Instant signedAt) {
    List<String> refs = new ArrayList<>();
    refs.add(agency);
    finding.entities().forEach(entity -> entity(entity, refs));
    CitedSnapshot network = finding.snapshot();
    if (network != null) {
      network(network, refs);
    }
    finding.supports().forEach(s -> refs.add(note(finding, s, "supports")));
    finding.counterSupports().forEach(s -> refs.add(note(finding, s, "speaks against")));
    Map<String, @Nullable Object> body = dated("report", id("report", finding.id().toString()));
    body.put("name", finding.claim().title());
    body.put("description", words(finding));
    body.put("published", time(signedAt));
    body.put("object_refs", refs.stream().distinct().toList());
    body.put("labels", List.of(finding.claim().type().name().toLowerCase(Locale.ROOT)));
  }

  private static String words(FindingDocument finding) {
    StringBuilder words = new StringBuilder(finding.claim().text());
    words.append("\n\nGrade: ").append(finding.claim().grade().scheme()).append(' ');
    words.append(finding.claim().grade().code()).append(" (");
    words.append(finding.claim().grade().words()).append("). Method: ");
    words.append(finding.claim().method());
    if (!finding.claim().noCounterSupport().isEmpty()) {
      words.append("\nAgainst it: ").append(finding.claim().noCounterSupport());
    }
    finding.claim().alternatives().forEach(a -> words.append("\nAlternative: ").append(a));
    return words.toString();
  }

  private void entity(CitedEntity entity, List<String> refs) {
    String who = identity(entity.key(), entity.label());
    refs.add(who);
    for (CitedAccount account : entity.accounts()) {
      String of = account(account);
      refs.add(of);
      String link = id("relationship", "account " + entity.key() + " " + account.key());
      Map<String, @Nullable Object> body = dated("relationship", link);
      body.put("relationship_type", "related-to");
      body.put("description", "judged to be an account of this entity");
      body.put("source_ref", who);
      body.put("target_ref", of);
      refs.add(link);
    }
  }

  private String identity(String key, String label) {
    String id = id("identity", "entity " + key);
    if (!objects.containsKey(id)) {
      Map<String, @Nullable Object> body = dated("identity", id);
      body.put("name", label);
      body.put("identity_class", "unknown");
      String role = report.persons().roles().get(key);
      if (role != null) {
        body.put("description", "Role in the case: " + role);
      }
    }
    return id;
  }

  private String account(CitedAccount account) {
    Map<String, String> contributing = new TreeMap<>();
    contributing.put("account_type", account.platform());
    contributing.put("user_id", account.key());
    if (!account.handles().isEmpty()) {
      contributing.put("account_login", account.handles().getFirst());
    }
    String id = "user-account--" + NamedUuid.of(NamedUuid.STIX, canonical(contributing));
    Map<String, @Nullable Object> body = object("user-account", id);
    body.putAll(contributing);
    if (!account.names().isEmpty()) {
      body.put("display_name", account.names().getFirst());
    }
    return id;
  }

  private void network(CitedSnapshot network, List<String> refs) {
    for (CitedSnapshot.Tie tie : network.ties()) {
      String from = node(network, tie.from());
      String to = node(network, tie.to());
      String id = id("relationship", "tie " + network.id() + " " + from + " " + to);
      Map<String, @Nullable Object> body = dated("relationship", id);
      body.put("relationship_type", "related-to");
      body.put("description", "weight " + tie.weight() + "; records: " + tie.kinds());
      body.put("source_ref", from);
      body.put("target_ref", to);
      span(body, tie);
      refs.addAll(List.of(from, to, id));
    }
  }

  /* STIX wants the end after the beginning; a tie of one moment has only a beginning. */
  private static void span(Map<String, @Nullable Object> body, CitedSnapshot.Tie tie) {
    if (!tie.first().isEmpty()) {
      Instant first = Instant.parse(tie.first());
      body.put("start_time", time(first));
      if (!tie.last().isEmpty() && Instant.parse(tie.last()).isAfter(first)) {
        body.put("stop_time", time(Instant.parse(tie.last())));
      }
    }
  }

  /* Whoever is not named is a number of one network, and nobody of another. */
  private String node(CitedSnapshot network, int place) {
    CitedSnapshot.Node node = network.nodes().get(place);
    return node.named()
        ? identity(node.entityKey(), node.label())
        : identity("unnamed " + network.id() + " " + node.number(), node.shownAs());
  }

  private String note(FindingDocument finding, Support support, String how) {
    String id = id("note", finding.id() + " " + how + " " + support.record().hex());
    Map<String, @Nullable Object> body = dated("note", id);
    body.put(
        "abstract", support.kindWord() + " that " + how + " the claim, " + support.exhibitNumber());
    body.put("content", support.words().isEmpty() ? support.excerpt() : support.words());
    Instant claimed = support.claimed().instant();
    Map<String, @Nullable Object> where = new LinkedHashMap<>();
    where.put("source_name", "exhibit " + support.exhibitNumber());
    where.put("description", place(support, claimed));
    where.put("hashes", Map.of("SHA-256", support.locator().exhibit().hex()));
    body.put("external_references", List.of(where));
    body.put("object_refs", List.of(fileId(support.locator().exhibit().hex())));
    return id;
  }

  private static String place(Support support, @Nullable Instant claimed) {
    return "part "
        + support.locator().part()
        + ", bytes "
        + support.locator().from()
        + " to "
        + support.locator().to()
        + (claimed == null ? "" : ", claimed time " + claimed);
  }
}
