package dev.sextant.disclosure.export;

import dev.sextant.disclosure.Template;
import dev.sextant.disclosure.report.Report;
import dev.sextant.findings.CitedEntity.CitedAccount;
import dev.sextant.findings.FindingDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A MISP event (misp-core-format): a {@code user-account} object an account, an {@code annotation}
 * a finding, a {@code file} an exhibit. Unpublished, for the receiving organisation only, and
 * nothing in it is an indicator to detect by: {@code to_ids} is false throughout.
 */
final class Misp {
  private static final Template ACCOUNT =
      new Template("user-account", "misc", "49606b06-22f0-4ac8-8eee-2f12ad46f3d3", 6);
  private static final Template ANNOTATION =
      new Template("annotation", "misc", "5d8dc046-15a1-4ca3-a09f-ed4ede7c4487", 2);
  private static final Template FILE =
      new Template("file", "file", "688c46fb-5edb-40a3-8273-1af7923e2215", 23);

  private final UUID namespace;
  private final String comment;
  private final List<Object> objects = new ArrayList<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private final String timestamp;

  private record Template(String name, String category, String uuid, int version) {}

  private Misp(Report report, Carried carried) {
    this.namespace = report.id().value();
    this.comment = carried.line();
    this.timestamp = Long.toString(report.at().getEpochSecond());
  }

  static String write(Report report, Carried carried) {
    Misp misp = new Misp(report, carried);
    report.exhibits().forEach(misp::exhibit);
    for (Report.Signed signed : report.findings()) {
      signed
          .document()
          .entities()
          .forEach(e -> e.accounts().forEach(a -> misp.account(e.label(), a)));
      misp.finding(signed.document());
    }
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("uuid", misp.namespace.toString());
    event.put("info", report.title());
    event.put("date", report.at().toString().substring(0, "2026-01-01".length()));
    event.put("timestamp", misp.timestamp);
    event.put("published", false);
    event.put("analysis", "2");
    event.put("threat_level_id", "4");
    event.put("distribution", "0");
    Map<String, @Nullable Object> agency = new LinkedHashMap<>();
    agency.put("name", report.agency());
    agency.put("uuid", NamedUuid.of(NamedUuid.STIX, "agency " + report.agency()));
    event.put("Orgc", agency);
    event.put(
        "Tag",
        List.of(
            Map.of("name", "sextant:authority=\"" + plain(carried.authority()) + "\""),
            Map.of("name", "sextant:handling=\"" + plain(carried.handling()) + "\"")));
    event.put("Object", misp.objects);
    return JsonText.lines(Map.of("Event", event));
  }

  private static String plain(String text) {
    return text.replace('"', '\'');
  }

  private void object(
      String name, Template template, Map<String, String> typed, List<String> values) {
    String uuid = NamedUuid.of(namespace, name).toString();
    if (!seen.add(uuid)) {
      return;
    }
    List<Object> attributes = new ArrayList<>();
    int i = 0;
    for (Map.Entry<String, String> relation : typed.entrySet()) {
      String value = values.get(i++);
      if (!value.isEmpty()) {
        Map<String, @Nullable Object> attribute = new LinkedHashMap<>();
        attribute.put("uuid", NamedUuid.of(namespace, name + " " + relation.getKey()));
        attribute.put("object_relation", relation.getKey());
        attribute.put("type", relation.getValue());
        attribute.put("category", "Other");
        attribute.put("value", value);
        attribute.put("to_ids", false);
        attribute.put("distribution", "5");
        attribute.put("timestamp", timestamp);
        attributes.add(attribute);
      }
    }
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("name", template.name());
    object.put("meta-category", template.category());
    object.put("template_uuid", template.uuid());
    object.put("template_version", Integer.toString(template.version()));
    object.put("uuid", uuid);
    object.put("timestamp", timestamp);
    object.put("distribution", "5");
    object.put("comment", comment);
    object.put("Attribute", attributes);
    objects.add(object);
  }

  private static Map<String, String> types(String... relationsAndTypes) {
    Map<String, String> types = new LinkedHashMap<>();
    for (int i = 0; i < relationsAndTypes.length; i += 2) {
      types.put(relationsAndTypes[i], relationsAndTypes[i + 1]);
    }
    return types;
  }

  private void account(String entity, CitedAccount account) {
    object(
        "account " + account.key(),
        ACCOUNT,
        types(
            "account-type",
            "text",
            "user-id",
            "text",
            "username",
            "text",
            "display-name",
            "text",
            "description",
            "text"),
        List.of(
            account.platform(),
            account.key(),
            account.handles().isEmpty() ? "" : account.handles().getFirst(),
            account.names().isEmpty() ? "" : account.names().getFirst(),
            "judged to be an account of " + entity));
  }

  private void exhibit(Report.Exhibited exhibit) {
    object(
        "exhibit " + exhibit.digest().hex(),
        FILE,
        types(
            "filename",
            "filename",
            "sha256",
            "sha256",
            "size-in-bytes",
            "size-in-bytes",
            "text",
            "text"),
        List.of(
            exhibit.name(),
            exhibit.digest().hex(),
            Long.toString(exhibit.bytes()),
            "exhibit " + exhibit.number()));
  }

  private void finding(FindingDocument finding) {
    object(
        "finding " + finding.id(),
        ANNOTATION,
        types("text", "text", "type", "text", "format", "text", "creation-date", "datetime"),
        List.of(
            finding.claim().title()
                + "\n\n"
                + finding.claim().text()
                + "\n\nGrade: "
                + finding.claim().grade().scheme()
                + " "
                + finding.claim().grade().code(),
            "Other",
            "text",
            finding.frozen().toString()));
  }
}
