package dev.sextant.records.reader.holdout;

import dev.sextant.records.Record;
import org.junit.jupiter.api.Test;

/** What other case systems write: STIX, MISP, FollowTheMoney, CASE, Analyst's Notebook. */
class InterchangeHoldOutTest {
  private static boolean names(Record r, String... texts) {
    String all = r.toString();
    for (String text : texts) {
      if (!all.contains(text)) {
        return false;
      }
    }
    return true;
  }

  private static Found tie(HoldOut h, String... texts) {
    return h.the(Record.Relation.class, "of " + String.join(" and ", texts), r -> names(r, texts));
  }

  @Test
  void readsStix() {
    HoldOut h =
        HoldOut.of("stix-2.1")
            .file(
                "bundle.json",
                "{\"type\":\"bundle\",\"id\":\"bundle--11111111-1111-4111-8111-111111111111\",\"objects\":[{\"type\":\"relationship\",\"spec_version\":\"2.1\",\"id\":\"relationship--22222222-2222-4222-8222-222222222222\",\"created\":\"2025-03-01T10:00:00.000Z\",\"modified\":\"2025-03-01T10:00:00.000Z\",\"relationship_type\":\"attributed-to\",\"source_ref\":\"threat-actor--33333333-3333-4333-8333-333333333333\",\"target_ref\":\"identity--44444444-4444-4444-8444-444444444444\",\"x_zz\":\"zzstixrel\"},{\"type\":\"identity\",\"spec_version\":\"2.1\",\"id\":\"identity--44444444-4444-4444-8444-444444444444\",\"created\":\"2025-02-01T10:00:00.000Z\",\"modified\":\"2025-02-01T10:00:00.000Z\",\"name\":\"Ana Stix\",\"identity_class\":\"individual\",\"contact_information\":\"ana@example.org\"},{\"type\":\"threat-actor\",\"spec_version\":\"2.1\",\"id\":\"threat-actor--33333333-3333-4333-8333-333333333333\",\"created\":\"2025-02-01T10:00:00.000Z\",\"modified\":\"2025-02-01T10:00:00.000Z\",\"name\":\"Quay Gang\"},{\"type\":\"user-account\",\"spec_version\":\"2.1\",\"id\":\"user-account--55555555-5555-5555-8555-555555555555\",\"user_id\":\"777\",\"account_login\":\"sxt_stix\",\"account_type\":\"twitter\",\"display_name\":\"Stix\",\"account_created\":\"2015-01-01T00:00:00Z\"},{\"type\":\"zz-custom\",\"id\":\"zz-custom--66666666-6666-4666-8666-666666666666\",\"zz\":\"zzstixcustom\"},{\"type\":\"marking-definition\",\"spec_version\":\"2.1\",\"id\":\"marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9\",\"created\":\"2017-01-20T00:00:00.000Z\",\"definition_type\":\"tlp\",\"name\":\"TLP:WHITE\",\"definition\":{\"tlp\":\"white\"}}]}")
            .readPlain()
            .by("stix");
    tie(
            h,
            "threat-actor--33333333-3333-4333-8333-333333333333",
            "identity--44444444-4444-4444-8444-444444444444")
        .at("2025-03-01T10:00:00Z")
        .says("attributed-to");
    h.the(Record.Profile.class, "of the account", p -> Found.is(p.account(), "777"))
        .says("sxt_stix");
    h.kept("Ana Stix", "Quay Gang", "ana@example.org", "TLP:WHITE").done();
  }

  private static final String EVENT =
      "{\"Event\":{\"id\":\"9\",\"uuid\":\"aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee\",\"info\":\"Quay campaign\",\"date\":\"2025-03-01\",\"timestamp\":\"1740823200\",\"zz\":\"zzmispevent\",\"Tag\":[{\"name\":\"tlp:amber\"}],\"Attribute\":[{\"id\":\"1\",\"uuid\":\"a1\",\"type\":\"email-src\",\"category\":\"Payload delivery\",\"value\":\"mal@example.org\",\"timestamp\":\"1740823201\",\"to_ids\":true,\"comment\":\"zzmispcomment\"},{\"id\":\"2\",\"uuid\":\"a2\",\"type\":\"zz-type\",\"value\":\"zzmispvalue\"}],\"Object\":[{\"id\":\"5\",\"uuid\":\"o5\",\"name\":\"telegram-account\",\"meta-category\":\"misc\",\"timestamp\":\"1740823202\",\"Attribute\":[{\"object_relation\":\"username\",\"type\":\"text\",\"value\":\"sxt_misp\"},{\"object_relation\":\"id\",\"type\":\"text\",\"value\":\"4242\"},{\"object_relation\":\"phone\",\"type\":\"phone-number\",\"value\":\"+447700900123\"}],\"ObjectReference\":[{\"object_uuid\":\"o5\",\"referenced_uuid\":\"o6\",\"relationship_type\":\"related-to\"}]},{\"id\":\"6\",\"uuid\":\"o6\",\"name\":\"twitter-post\",\"timestamp\":\"1740823203\",\"Attribute\":[{\"object_relation\":\"post\",\"type\":\"text\",\"value\":\"posted words\"},{\"object_relation\":\"username\",\"type\":\"text\",\"value\":\"sxt_tw\"},{\"object_relation\":\"creation-date\",\"type\":\"datetime\",\"value\":\"2025-02-28T10:00:00+00:00\"}]}],\"Galaxy\":[],\"RelatedEvent\":[{\"Event\":{\"id\":\"8\",\"info\":\"zzmisprelated\"}}]}}";

  @Test
  void readsMisp() {
    HoldOut h = HoldOut.of("misp-event").file("misp.json", EVENT).readPlain().by("misp");
    misp(h);
  }

  @Test
  void readsMispResponse() {
    HoldOut h =
        HoldOut.of("misp-response")
            .file("misp.json", "{\"response\":[" + EVENT + "]}")
            .readPlain()
            .by("misp");
    misp(h);
  }

  private static void misp(HoldOut h) {
    h.the(Record.class, "the telegram account", r -> names(r, "sxt_misp") && (names(r, "4242")));
    h.the(Record.Post.class, "the post", p -> p.text().contains("posted words"))
        .by("sxt_tw")
        .at("2025-02-28T10:00:00Z");
    h.kept("mal@example.org", "+447700900123", "Quay campaign", "tlp:amber").done();
  }

  @Test
  void readsFtm() {
    HoldOut h =
        HoldOut.of("ftm")
            .file(
                "entities.ftm.json",
                "{\"id\":\"p1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ana Ftm\",\"A. Ftm\"],\"email\":[\"ana@example.org\"],\"phone\":[\"+447700900321\"],\"birthDate\":[\"1990\"],\"zz\":[\"zzftmprop\"]},\"datasets\":[\"zzdataset\"]}\n{\"id\":\"c1\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Boats Ltd\"],\"jurisdiction\":[\"gb\"]}}\n{\"id\":\"o1\",\"schema\":\"Ownership\",\"properties\":{\"owner\":[\"p1\"],\"asset\":[\"c1\"],\"percentage\":[\"51\"],\"startDate\":[\"2020-01-02\"]}}\n{\"id\":\"u1\",\"schema\":\"UserAccount\",\"properties\":{\"owner\":[\"p1\"],\"username\":[\"sxt_ftm\"],\"service\":[\"twitter\"]}}\n{\"id\":\"k1\",\"schema\":\"Call\",\"properties\":{\"caller\":[\"p1\"],\"callerNumber\":[\"+447700900321\"],\"receiver\":[\"p2\"],\"date\":[\"2025-03-01T10:00:00\"],\"duration\":[\"65\"]}}\n{\"id\":\"z1\",\"schema\":\"ZzSchema\",\"properties\":{\"name\":[\"zzschemaname\"]}}\n")
            .readPlain()
            .by("ftm|followthemoney|follow-the-money");
    tie(h, "p1", "c1").says("51");
    h.the(Record.Profile.class, "of Ana", p -> names(p, "Ana Ftm"))
        .selector("email:ana@example.org");
    h.the(Record.class, "the account", r -> names(r, "sxt_ftm"));
    h.the(
        Record.class, "the call", r -> names(r, "+447700900321") && !(r instanceof Record.Profile));
    h.done();
  }

  @Test
  void readsCase() {
    HoldOut h =
        HoldOut.of("case-uco")
            .file(
                "case.jsonld",
                "{\"@context\":{\"kb\":\"http://example.org/kb/\",\"core\":\"https://ontology.unifiedcyberontology.org/uco/core/\",\"observable\":\"https://ontology.unifiedcyberontology.org/uco/observable/\",\"identity\":\"https://ontology.unifiedcyberontology.org/uco/identity/\",\"xsd\":\"http://www.w3.org/2001/XMLSchema#\"},\"@graph\":[{\"@id\":\"kb:acc-1\",\"@type\":\"observable:ObservableObject\",\"core:hasFacet\":[{\"@type\":\"observable:PhoneAccountFacet\",\"observable:phoneNumber\":\"+447700900501\"}]},{\"@id\":\"kb:acc-2\",\"@type\":\"observable:ObservableObject\",\"core:hasFacet\":[{\"@type\":\"observable:PhoneAccountFacet\",\"observable:phoneNumber\":\"+447700900502\"},{\"@type\":\"zz:Facet\",\"zz:value\":\"zzcasefacet\"}]},{\"@id\":\"kb:msg-1\",\"@type\":\"observable:Message\",\"core:hasFacet\":[{\"@type\":\"observable:MessageFacet\",\"observable:messageText\":\"case words\",\"observable:sentTime\":{\"@type\":\"xsd:dateTime\",\"@value\":\"2025-03-01T10:00:00Z\"},\"observable:from\":{\"@id\":\"kb:acc-1\"},\"observable:to\":[{\"@id\":\"kb:acc-2\"}]}]},{\"@id\":\"kb:rel-1\",\"@type\":\"core:Relationship\",\"core:source\":{\"@id\":\"kb:acc-1\"},\"core:target\":{\"@id\":\"kb:acc-2\"},\"core:kindOfRelationship\":\"Calls\",\"core:isDirectional\":true},{\"@id\":\"kb:zz\",\"@type\":\"zz:Thing\",\"zz:v\":\"zzcasething\"}]}")
            .readPlain()
            .by("case|uco");
    h.message("case words").at("2025-03-01T10:00:00Z");
    h.the(
        Record.Message.class,
        "between the two",
        m -> names(m, "+447700900501", "+447700900502") || names(m, "acc-1", "acc-2"));
    tie(h, "+447700900501", "+447700900502").says("Calls");
    h.done();
  }

  @Test
  void readsAnx() {
    HoldOut h =
        HoldOut.of("i2-anx")
            .file(
                "chart.anx",
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Chart SchemaVersion=\"8.0\"><AttributeClassCollection><AttributeClass Name=\"Phone\" Type=\"AttText\" Id=\"ac1\"/></AttributeClassCollection><EntityTypeCollection><EntityType Name=\"Person\" Id=\"et1\"/></EntityTypeCollection><LinkTypeCollection><LinkType Name=\"Called\" Id=\"lt1\"/></LinkTypeCollection><ChartItemCollection><ChartItem Label=\"Ana Anx\" Id=\"0\" XPosition=\"10\" DateSet=\"false\"><End X=\"1\" Y=\"2\"><Entity EntityId=\"e1\" Identity=\"ANA-1\"><Icon><IconStyle Type=\"Person\"/></Icon></Entity></End><AttributeCollection><Attribute AttributeClass=\"Phone\" Value=\"+447700900601\"/></AttributeCollection></ChartItem><ChartItem Label=\"Bo Anx\" Description=\"zzanxdescription\" Id=\"1\"><End X=\"3\" Y=\"4\"><Entity EntityId=\"e2\" Identity=\"BO-1\"/></End></ChartItem><ChartItem Label=\"3 calls\" Id=\"2\" DateSet=\"true\" DateTime=\"2025-03-01T10:00:00.000\" TimeSet=\"true\"><Link End1Id=\"e1\" End2Id=\"e2\"><LinkStyle Strength=\"Confirmed\" ArrowStyle=\"ArrowOnHead\" Type=\"Called\" MlStyle=\"MultiplicityMultiple\"/></Link><CardCollection><Card Summary=\"zzanxcard\"/></CardCollection></ChartItem></ChartItemCollection><ZzCollection><Zz Value=\"zzanxsection\"/></ZzCollection></Chart>\n")
            .readPlain()
            .by("anx|i2|notebook");
    Found link =
        h.the(
            Record.Relation.class,
            "Ana called Bo",
            r ->
                (names(r, "ANA-1") || names(r, "Ana Anx"))
                    && (names(r, "BO-1") || names(r, "Bo Anx")));
    link.says("3 calls").at("2025-03-01T10:00:00Z");
    h.kept("+447700900601", "Confirmed", "Called", "Person").done();
  }
}
