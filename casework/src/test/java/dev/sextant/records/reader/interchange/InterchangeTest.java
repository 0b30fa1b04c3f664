package dev.sextant.records.reader.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadTrial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked // What is null where it must not be fails the test by itself.
class InterchangeTest {
  private static final String STIX =
      """
      {"type":"bundle","id":"bundle--00000000-0000-4000-8000-000000000001","objects":[
       {"type":"marking-definition","spec_version":"2.1","id":"marking-definition--00000000-0000-4000-8000-000000000002",
        "definition_type":"tlp","definition":{"tlp":"amber"}},
       {"type":"identity","id":"identity--00000000-0000-4000-8000-000000000003","name":"Harbour Unit","identity_class":"organization",
        "created":"2026-01-02T03:04:05.000Z","object_marking_refs":["marking-definition--00000000-0000-4000-8000-000000000002"]},
       {"type":"user-account","id":"user-account--00000000-0000-4000-8000-000000000004","user_id":"900100","account_login":"lantern",
        "account_type":"twitter","display_name":"Lantern","x_custom":"kept"},
       {"type":"email-addr","id":"email-addr--00000000-0000-4000-8000-000000000005","value":"keeper@example.org"},
       {"type":"email-addr","id":"email-addr--00000000-0000-4000-8000-000000000006","value":"buyer@example.org"},
       {"type":"email-message","id":"email-message--00000000-0000-4000-8000-000000000007","is_multipart":false,
        "date":"2026-01-03T04:05:06Z","from_ref":"email-addr--00000000-0000-4000-8000-000000000005",
        "to_refs":["email-addr--00000000-0000-4000-8000-000000000006"],"subject":"Lamps","body":"Tomorrow."},
       {"type":"relationship","id":"relationship--00000000-0000-4000-8000-000000000008","relationship_type":"attributed-to",
        "source_ref":"user-account--00000000-0000-4000-8000-000000000004","target_ref":"identity--00000000-0000-4000-8000-000000000003",
        "created":"2026-01-04T00:00:00Z"},
       {"type":"observed-data","id":"observed-data--00000000-0000-4000-8000-000000000009","first_observed":"2026-01-05T00:00:00Z",
        "last_observed":"2026-01-05T01:00:00Z","number_observed":3,"object_refs":["user-account--00000000-0000-4000-8000-000000000004"]},
       {"type":"location","id":"location--00000000-0000-4000-8000-00000000000a","name":"Quay","latitude":51.5,"longitude":-0.12,"precision":50},
       {"type":"sighting","id":"sighting--00000000-0000-4000-8000-00000000000b","sighting_of_ref":"user-account--00000000-0000-4000-8000-000000000004",
        "where_sighted_refs":["identity--00000000-0000-4000-8000-000000000003"],"count":2,"first_seen":"2026-01-06T00:00:00Z"},
       {"type":"note","id":"note--00000000-0000-4000-8000-00000000000c","abstract":"Seen","content":"At the quay.",
        "created":"2026-01-07T00:00:00Z","created_by_ref":"identity--00000000-0000-4000-8000-000000000003",
        "object_refs":["user-account--00000000-0000-4000-8000-000000000004"]},
       {"type":"x-lamp","id":"x-lamp--00000000-0000-4000-8000-00000000000d"},
       {"type":"relationship","id":"relationship--00000000-0000-4000-8000-00000000000e","relationship_type":"uses"}
      ]}
      """;

  private static final String MISP =
      """
      {"response":[{"Event":{"id":"7","info":"Lamp traders","date":"2026-01-02","uuid":"00000000-0000-4000-8000-000000000101",
       "Orgc":{"name":"Harbour Unit","uuid":"00000000-0000-4000-8000-000000000102"},"Tag":[{"name":"tlp:green"}],
       "Attribute":[
        {"uuid":"00000000-0000-4000-8000-000000000103","type":"email-src","category":"Payload delivery","value":"keeper@example.org","timestamp":"1767323045","comment":"seen"},
        {"uuid":"00000000-0000-4000-8000-000000000104","type":"ip-dst|port","category":"Network activity","value":"192.0.2.7|443","timestamp":"1767323046"},
        {"uuid":"00000000-0000-4000-8000-000000000105","type":"twitter-id","value":"@Lantern","Tag":[{"name":"x"}]}],
       "Object":[
        {"uuid":"00000000-0000-4000-8000-000000000106","name":"telegram-account","template_uuid":"t","Attribute":[
          {"object_relation":"id","type":"text","value":"900100"},{"object_relation":"username","type":"text","value":"lantern"},
          {"object_relation":"phone","type":"text","value":"+447700900123"}],
         "ObjectReference":[{"object_uuid":"00000000-0000-4000-8000-000000000106","referenced_uuid":"00000000-0000-4000-8000-000000000103","relationship_type":"owns"}]},
        {"uuid":"00000000-0000-4000-8000-000000000107","name":"twitter-post","template_uuid":"t","Attribute":[
          {"object_relation":"post","type":"text","value":"New lamps."},{"object_relation":"username","type":"text","value":"lantern"},
          {"object_relation":"post-id","type":"text","value":"5"},{"object_relation":"created-at","type":"datetime","value":"2026-01-03T04:05:06+00:00"}]},
        {"uuid":"00000000-0000-4000-8000-000000000108","name":"geolocation","template_uuid":"t","Attribute":[
          {"object_relation":"latitude","type":"float","value":"51.5"},{"object_relation":"longitude","type":"float","value":"-0.12"}]}],
       "RelatedEvent":[{"Event":{"uuid":"00000000-0000-4000-8000-000000000109","info":"Other"}}],
       "Galaxy":[{"name":"Threat Actor"}]}}]}
      """;

  private static final String FTM =
      """
      {"id":"p1","schema":"Person","properties":{"name":["Anna Example"],"email":["anna@example.org"],"birthDate":["1980"]}}
      {"id":"c1","schema":"Company","properties":{"name":["Lamps Ltd"],"incorporationDate":["2019-05"]}}
      {"id":"o1","schema":"Ownership","properties":{"owner":["p1"],"asset":["c1"],"startDate":["2020-01-02"],"percentage":["60"]}}
      {"id":"u1","schema":"UserAccount","properties":{"service":["Telegram"],"username":["Lantern"],"owner":["p1"]}}
      {"id":"m1","schema":"Message","properties":{"sender":["p1"],"recipients":["c1"],"bodyText":["Tomorrow."],"date":["2026-01-02T03:04:05"]}}
      {"id":"k1","schema":"Call","properties":{"caller":["p1"],"receiver":["c1"],"duration":["61"]}}
      {"id":"a1","schema":"Address","properties":{"full":["Quay 1"],"latitude":["51.5"],"longitude":["-0.12"]}}
      {"id":"d1","schema":"PlainText","properties":{"fileName":["a.txt"],"bodyText":["Words."]}}
      {"schema":"Person","properties":{}}
      not json
      """;

  private static final String VIS =
      """
      {"layout":{"entities":[
        {"id":"p1","schema":"Person","properties":{"name":["Anna"]}},
        {"id":"p2","schema":"Person","properties":{"name":["Ben"]}},
        {"id":"f1","schema":"Family","properties":{"person":[{"id":"p1","schema":"Person","properties":{"name":["Anna"]}}],"relative":["p2"],"relationship":["mother"]}}],
       "vertices":[{"id":"entity:p1"}],"edges":[],"groupings":[{"id":"g","label":"Family","vertices":["entity:p1","entity:p2"]}],"selection":[]},
       "viewport":{"zoomLevel":1}}
      """;

  private static final String CASE =
      """
      {"@context":{"kb":"http://example.org/kb/","uco-core":"https://ontology.unifiedcyberontology.org/uco/core/",
        "uco-observable":"https://ontology.unifiedcyberontology.org/uco/observable/"},
       "@graph":[
        {"@id":"kb:app","@type":"uco-observable:ObservableObject","uco-core:name":"Telegram"},
        {"@id":"kb:acc1","@type":"uco-observable:ObservableObject","uco-core:hasFacet":[
          {"@type":"uco-observable:AccountFacet","uco-observable:accountIdentifier":"900100"},
          {"@type":"uco-observable:DigitalAccountFacet","uco-observable:displayName":"Lantern"},
          {"@type":"uco-observable:ApplicationAccountFacet","uco-observable:application":{"@id":"kb:app"}}]},
        {"@id":"kb:acc2","@type":"uco-observable:ObservableObject","uco-core:hasFacet":{"@type":"uco-observable:PhoneAccountFacet","uco-observable:phoneNumber":"+447700900123"}},
        {"@id":"kb:msg","@type":"uco-observable:Message","uco-core:hasFacet":[{"@type":"uco-observable:MessageFacet",
          "uco-observable:application":{"@id":"kb:app"},"uco-observable:from":{"@id":"kb:acc1"},"uco-observable:to":[{"@id":"kb:acc2"}],
          "uco-observable:messageText":"Tomorrow.","uco-observable:sentTime":{"@type":"xsd:dateTime","@value":"2026-01-02T03:04:05Z"}}]},
        {"@id":"kb:call","@type":"uco-observable:Call","uco-core:hasFacet":[{"@type":"uco-observable:CallFacet","uco-observable:from":{"@id":"kb:acc1"},
          "uco-observable:to":{"@id":"kb:acc2"},"uco-observable:duration":"PT1M1S","uco-observable:startTime":{"@value":"2026-01-02T04:00:00Z"}}]},
        {"@id":"kb:rel","@type":"uco-observable:ObservableRelationship","uco-core:source":{"@id":"kb:acc1"},"uco-core:target":{"@id":"kb:acc2"},
          "uco-core:kindOfRelationship":"Has_Account","uco-core:isDirectional":{"@type":"xsd:boolean","@value":"true"}},
        {"@id":"kb:loc","@type":"uco-location:Location","uco-core:hasFacet":[{"@type":"uco-location:LatLongCoordinatesFacet",
          "uco-location:latitude":{"@type":"xsd:decimal","@value":"51.5"},"uco-location:longitude":{"@type":"xsd:decimal","@value":"-0.12"}}]},
        {"@id":"kb:act","@type":"case-investigation:InvestigativeAction","uco-core:name":"Imaged","uco-action:result":[{"@id":"kb:msg"}]},
        7
       ]}
      """;

  @TempDir Path folder;

  private ReadTrial read(String name, String text) throws IOException {
    return ReadTrial.of(Files.writeString(folder.resolve(name), text));
  }

  @Test
  void stix() throws IOException {
    try (ReadTrial t = read("b.json", STIX)) {
      assertThat(t.reader()).isEqualTo("stix");
      Golden.check("stix", t);
      Record.Profile account =
          t.of(Record.Profile.class).stream()
              .filter(p -> p.account().platform().name().equals("x"))
              .findFirst()
              .orElseThrow();
      assertThat(account.account().key()).isEqualTo("900100");
      assertThat(account.header().extra()).containsEntry("x_custom", "kept");
      Record.Message mail = t.of(Record.Message.class).getFirst();
      assertThat(mail.author().accountKey()).isEqualTo("email/handle/keeper@example.org");
      assertThat(mail.header().claimed().instant()).hasToString("2026-01-03T04:05:06Z");
      assertThat(t.of(Record.Relation.class))
          .extracting(r -> r.label() + " " + r.weight())
          .containsExactly("attributed-to 1.0", "observed 3.0", "sighted 2.0");
      assertThat(t.of(Record.Relation.class).getFirst().from()).isEqualTo(account.account());
      assertThat(t.of(Record.Profile.class).getFirst().header().extra())
          .containsEntry("markings", "TLP:AMBER");
      assertThat(t.unknowns)
          .extracting(ReadTrial.Unfamiliar::section)
          .containsExactly("STIX object marking-definition", "STIX object x-lamp");
      assertThat(t.faults).hasSize(1);
      assertThat(t.records)
          .allSatisfy(r -> assertThat(t.text(r.header().locator())).startsWith("{").endsWith("}"));
    }
  }

  @Test
  void misp() throws IOException {
    try (ReadTrial t = read("m.json", MISP)) {
      assertThat(t.reader()).isEqualTo("misp");
      Golden.check("misp", t);
      assertThat(t.of(Record.Profile.class))
          .extracting(p -> p.account().accountKey())
          .contains(
              "email/handle/keeper@example.org", "x/handle/lantern", "telegram/platform_id/900100");
      assertThat(t.of(Record.Post.class))
          .extracting(Record.Post::text)
          .containsExactly("New lamps.", "Lamp traders");
      assertThat(t.of(Record.Relation.class))
          .extracting(Record.Relation::label)
          .containsExactly("owns", "related event");
      Record.Relation owns = t.of(Record.Relation.class).getFirst();
      assertThat(owns.from().accountKey()).isEqualTo("telegram/platform_id/900100");
      assertThat(owns.to().accountKey()).isEqualTo("email/handle/keeper@example.org");
      assertThat(t.of(Record.Place.class)).hasSize(1);
    }
  }

  @Test
  void followTheMoney() throws IOException {
    try (ReadTrial t = read("e.ijson", FTM)) {
      assertThat(t.reader()).isEqualTo("follow-the-money");
      Golden.check("ftm", t);
      Record.Relation owns = t.of(Record.Relation.class).getFirst();
      assertThat(owns.from().displayName()).isEqualTo("Anna Example");
      assertThat(owns.to().displayName()).isEqualTo("Lamps Ltd");
      assertThat(owns.label()).isEqualTo("Ownership");
      assertThat(t.of(Record.Message.class).getFirst().text()).isEqualTo("Tomorrow.");
      assertThat(t.of(Record.Call.class).getFirst().duration()).hasSeconds(61);
      assertThat(t.faults).hasSize(2);
    }
    try (ReadTrial t = read("d.vis", VIS)) {
      assertThat(t.reader()).isEqualTo("follow-the-money");
      assertThat(t.of(Record.Relation.class).getFirst().label()).isEqualTo("Family: mother");
      assertThat(t.of(Record.Membership.class)).hasSize(2);
    }
  }

  @Test
  void caseGraph() throws IOException {
    try (ReadTrial t = read("c.jsonld", CASE)) {
      assertThat(t.reader()).isEqualTo("case-uco");
      Golden.check("case-uco", t);
      Record.Message message = t.of(Record.Message.class).getFirst();
      assertThat(message.text()).isEqualTo("Tomorrow.");
      assertThat(message.conversation().platform().name()).isEqualTo("telegram");
      assertThat(message.author().accountKey()).isEqualTo("telegram/platform_id/900100");
      assertThat(t.of(Record.Relation.class).getFirst().from()).isEqualTo(message.author());
      assertThat(message.recipients().getFirst().accountKey())
          .isEqualTo("phone/phone/+447700900123");
      assertThat(t.of(Record.Call.class).getFirst().duration()).hasSeconds(61);
      assertThat(t.of(Record.Place.class).getFirst().latitude()).isEqualTo(51.5);
      assertThat(t.of(Record.Activity.class).getFirst().text()).isEqualTo("Imaged");
      assertThat(t.unknowns).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"stix", "misp", "ftm", "vis", "case"})
  void survivesDamage(String which) {
    String text =
        switch (which) {
          case "stix" -> STIX;
          case "misp" -> MISP;
          case "ftm" -> FTM;
          case "vis" -> VIS;
          default -> CASE;
        };
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Battering.truncate(bytes, which + ".json");
    Battering.mutate(bytes, which + ".json", 20261122, 120);
  }

  @ParameterizedTest
  @CsvSource({
    "stix, stix",
    "misp, misp",
    "ftm/donations.ijson, follow-the-money",
    "ftm/royal-family-v2.vis, follow-the-money",
    "specs/case/tests, case-uco"
  })
  void realFiles(String place, String reader) throws IOException {
    Path real = ReadTrial.realData(place);
    try (var files = Files.walk(real)) {
      for (Path file :
          files
              .filter(f ->
                  Files.isRegularFile(f)
                      && !f.toString().endsWith(".py")
                      && f.toString().matches(".*(json|ijson|vis)"))
              .sorted()
              .toList()) {
        try (ReadTrial t = ReadTrial.of(file)) {
          assertThat(t.reader()).as("%s", file).isEqualTo(reader);
          assertThat(t.faults).as("%s", file).isEmpty();
        }
      }
    }
    assertThat(List.of(real)).isNotEmpty();
  }

  /** STIX 2.0 carries what was observed inside; objects there name one another by their place. */
  @Test
  void aMailWithinObservedData() throws IOException {
    String bundle =
        """
            {"type":"bundle","id":"bundle--00000001-1111-4111-8111-111111111111","spec_version":"2.0","objects":[
             {"type":"observed-data","id":"observed-data--00000002-1111-4111-8111-111111111111",
              "first_observed":"2015-12-21T19:00:00Z","last_observed":"2015-12-21T19:00:00Z","number_observed":1,
              "objects":{"0":{"type":"email-addr","value":"a@example.org"},
               "1":{"type":"email-message","from_ref":"0","to_refs":["2"],"subject":"plan","body":"at nine","date":"2015-12-21T19:00:00Z"},
               "2":{"type":"email-addr","value":"b@example.org"}}}]}
        """;
    try (ReadTrial trial = read("observed.json", bundle)) {
      Record.Message mail = trial.of(Record.Message.class).getFirst();
      assertThat(mail.text()).isEqualTo("plan\nat nine");
      assertThat(mail.accounts())
          .extracting(AccountRef::key)
          .containsExactly("a@example.org", "b@example.org");
    }
  }
}
