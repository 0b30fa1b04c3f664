package dev.sextant.records.reader.holdout;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What tools found: names tried on many sites, scans, charts, phones, call records. */
class ToolsHoldOutTest {
  private static boolean names(Record r, String text) {
    return r.toString().contains(text);
  }

  private static void lead(HoldOut h, String url, String handle) {
    h.the(Record.class, "for " + url, r -> names(r, url)).says(handle);
  }

  @Test
  void readsMaigretCsv() {
    HoldOut h =
        HoldOut.of("maigret-csv")
            .file(
                "report_sxt_ana.csv",
                "username,name,url_main,url_user,exists,http_status,error_reason\nsxt_ana,GitHub,https://github.com,https://github.com/sxt_ana,Claimed,200,\nsxt_ana,Zzsite,https://zzsite.example,https://zzsite.example/sxt_ana,Available,404,\nsxt_ana,Other,https://o.example,https://o.example/sxt_ana,Unknown,0,zzerror\n")
            .readPlain()
            .by("maigret|sherlock|leads");
    lead(h, "https://github.com/sxt_ana", "sxt_ana");
    h.count(Record.Profile.class, 1, "claimed", p -> names(p, "GitHub") || names(p, "github"));
    h.expect(
        h.trial().of(Record.Profile.class).stream()
            .noneMatch(p -> names(p, "zzsite.example/sxt_ana")),
        "no profile where the name is free",
        h.trial().of(Record.Profile.class).size());
    h.done();
  }

  @Test
  void readsMaigretJson() {
    HoldOut h =
        HoldOut.of("maigret-json-simple")
            .file(
                "report_sxt_ana_simple.json",
                "{\"GitHub\":{\"username\":\"sxt_ana\",\"parsing_enabled\":true,\"url_main\":\"https://github.com\",\"url_user\":\"https://github.com/sxt_ana\",\"http_status\":200,\"is_similar\":false,\"rank\":83,\"status\":{\"username\":\"sxt_ana\",\"site_name\":\"GitHub\",\"url\":\"https://github.com/sxt_ana\",\"status\":\"Claimed\",\"ids\":{\"uid\":\"9988\",\"fullname\":\"Ana S\",\"zzids\":\"zzidvalue\"},\"tags\":[\"coding\"]},\"site\":{\"name\":\"GitHub\",\"tags\":[\"coding\"]}}}")
            .readPlain()
            .by("maigret|leads");
    lead(h, "https://github.com/sxt_ana", "sxt_ana");
    h.kept("9988", "Ana S").done();
  }

  @Test
  void readsMaigretNdjson() {
    HoldOut h =
        HoldOut.of("maigret-ndjson")
            .file(
                "report_sxt_ana_ndjson.json",
                "{\"username\":\"sxt_ana\",\"url_user\":\"https://a.example/sxt_ana\",\"url_main\":\"https://a.example\",\"http_status\":200,\"status\":{\"username\":\"sxt_ana\",\"site_name\":\"A\",\"url\":\"https://a.example/sxt_ana\",\"status\":\"Claimed\",\"ids\":{},\"tags\":[]},\"sitename\":\"A\"}\n{\"username\":\"sxt_ana\",\"url_user\":\"https://b.example/sxt_ana\",\"url_main\":\"https://b.example\",\"http_status\":200,\"status\":{\"username\":\"sxt_ana\",\"site_name\":\"B\",\"url\":\"https://b.example/sxt_ana\",\"status\":\"Claimed\",\"ids\":{\"location\":\"zzlocation\"},\"tags\":[]},\"sitename\":\"B\"}\n")
            .readPlain()
            .by("maigret|leads");
    lead(h, "https://a.example/sxt_ana", "sxt_ana");
    lead(h, "https://b.example/sxt_ana", "sxt_ana");
    h.done();
  }

  @Test
  void readsSherlock() {
    HoldOut h =
        HoldOut.of("sherlock-csv")
            .file(
                "sxt_ana.csv",
                "username,name,url_main,url_user,exists,http_status,response_time_s\nsxt_ana,Reddit,https://www.reddit.com/,https://www.reddit.com/user/sxt_ana,Claimed,200,0.41\nsxt_ana,Free,https://f.example,https://f.example/sxt_ana,Available,404,0.2\n")
            .readPlain()
            .by("sherlock|leads");
    lead(h, "https://www.reddit.com/user/sxt_ana", "sxt_ana");
    h.kept("f.example", "0.41").done();
  }

  @Test
  void readsSpiderFoot() {
    HoldOut h =
        HoldOut.of("spiderfoot-csv")
            .file(
                "SpiderFoot.csv",
                "Scan Name,Updated,Type,Module,Source,F/P,Data\nzzscan,2025-03-01 10:00:00,Email Address,sfp_email,boats.example,0,ana@boats.example\nzzscan,2025-03-01 10:00:01,Account on External Site,sfp_accounts,sxt_ana,0,\"Instagram (Category: social)\n<SFURL>https://www.instagram.com/sxt_ana</SFURL>\"\nzzscan,2025-03-01 10:00:02,Phone Number,sfp_phone,boats.example,1,+447700900777\n")
            .readPlain()
            .by("spiderfoot");
    h.the(Record.class, "the e-mail", r -> names(r, "ana@boats.example"));
    h.the(
        Record.class, "the address on the web", r -> names(r, "https://www.instagram.com/sxt_ana"));
    h.kept("+447700900777", "sfp_accounts").done();
  }

  static byte[] mtgx() {
    return Battering.zip(
        Battering.texts(
            Map.of(
                "Graphs/Graph1.graphml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:y=\"http://www.yworks.com/xml/graphml\"><key for=\"node\" id=\"d0\" yfiles.type=\"nodegraphics\"/><key attr.name=\"MaltegoEntity\" for=\"node\" id=\"d5\"/><key attr.name=\"MaltegoLink\" for=\"edge\" id=\"d11\"/><graph edgedefault=\"directed\" id=\"G\"><node id=\"n0\"><data key=\"d5\"><mtg:MaltegoEntity xmlns:mtg=\"http://maltego.paterva.com/xml/mtgx\" id=\"e0\" type=\"maltego.Person\"><mtg:Properties displayValue=\"\" value=\"person.fullname\"><mtg:Property displayName=\"Full Name\" name=\"person.fullname\" type=\"string\"><mtg:Value>Ana S</mtg:Value></mtg:Property><mtg:Property displayName=\"Zz\" name=\"zz\" type=\"string\"><mtg:Value>zzmtgxvalue</mtg:Value></mtg:Property></mtg:Properties></mtg:MaltegoEntity></data></node><node id=\"n1\"><data key=\"d5\"><mtg:MaltegoEntity xmlns:mtg=\"http://maltego.paterva.com/xml/mtgx\" id=\"e1\" type=\"maltego.PhoneNumber\"><mtg:Properties value=\"phonenumber\"><mtg:Property name=\"phonenumber\" type=\"string\"><mtg:Value>+447700900888</mtg:Value></mtg:Property></mtg:Properties></mtg:MaltegoEntity></data></node><edge id=\"x0\" source=\"n0\" target=\"n1\"><data key=\"d11\"><mtg:MaltegoLink xmlns:mtg=\"http://maltego.paterva.com/xml/mtgx\" type=\"maltego.link.manual-link\"><mtg:Properties><mtg:Property name=\"maltego.link.manual.type\" type=\"string\"><mtg:Value>uses zzlink</mtg:Value></mtg:Property></mtg:Properties></mtg:MaltegoLink></data></edge></graph></graphml>",
                "version.properties",
                "maltego.client.version=4.3.0\nmaltego.graph.version=1.2\n")));
  }

  @Test
  void readsMtgx() {
    HoldOut h =
        HoldOut.of("maltego-mtgx")
            .opaque()
            .file("graph.mtgx", mtgx())
            .readPlain()
            .by("maltego|mtgx");
    h.the(
            Record.Relation.class,
            "person uses telephone",
            r -> names(r, "Ana S") && names(r, "+447700900888"))
        .says("zzlink");
    h.kept("zzmtgxvalue").done();
  }

  @Test
  void readsAutoArchiver() {
    HoldOut h =
        HoldOut.of("auto-archiver-sheet")
            .file(
                "archive.csv",
                "Link,Archive Status,Destination Folder,Archive Location,Archive Date,Thumbnail,Upload Timestamp,Upload Title,Text Content,Screenshot,Hash,WACZ,ReplayWebpage,Zz\nhttps://x.com/sxt_a/status/1001,twitter-api: success,,s3://b/1.html,2025-03-02T10:00:00+00:00,,2025-03-01T10:00:00+00:00,Title of it,archived words,s3://b/s.png,SHA-512:abc,,,zzaacell\nhttps://dead.example/,no archiver,,,2025-03-02T10:01:00+00:00,,,,,,,,,\n")
            .readPlain()
            .by("auto-?archiver");
    h.the(Record.class, "the archived words", r -> names(r, "archived words"))
        .at("2025-03-01T10:00:00Z");
    h.kept(
            "https://x.com/sxt_a/status/1001",
            "https://dead.example/",
            "2025-03-02T10:00:00",
            "SHA-512:abc")
        .done();
  }

  static final String UFDR =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<project id=\"aaaa\" name=\"Phone\" reportVersion=\"5.1.0.0\" licenseID=\"1\" containsGarbage=\"False\" extractionType=\"FileSystem\" NodeCount=\"1\" ModelCount=\"3\" xmlns=\"http://pa.cellebrite.com/report/2.0\"><sourceExtractions><extractionInfo id=\"0\" name=\"Legacy\" isCustomName=\"False\" type=\"FileSystem\" deviceName=\"Pixel\" index=\"0\" IsPartialData=\"False\"/></sourceExtractions><metadata section=\"Additional Fields\"><item name=\"DeviceInfoTime\"><![CDATA[01/03/2025 10:00:00(UTC+0)]]></item><item name=\"Zz\"><![CDATA[zzufdrmeta]]></item></metadata><taggedFiles><file fs=\"data\" fsid=\"1\" path=\"/media/a.jpg\" size=\"3\" id=\"f1\" extractionId=\"0\" deleted=\"Intact\" embedded=\"false\"><accessInfo><timestamp name=\"ModifyTime\" format=\"TimeStampKnown\" formattedTimestamp=\"2025-03-01T10:00:00+00:00\">2025-03-01T10:00:00.000+00:00</timestamp></accessInfo><metadata section=\"File\"><item name=\"Local Path\"><![CDATA[files\\Image\\a.jpg]]></item></metadata></file></taggedFiles><decodedData>"
          + "<modelType type=\"Chat\"><model type=\"Chat\" id=\"c1\" deleted_state=\"Intact\" decoding_confidence=\"High\" isrelated=\"False\" source_index=\"1\" extractionId=\"0\"><field name=\"Source\" type=\"String\"><value type=\"String\"><![CDATA[WhatsApp]]></value></field><field name=\"Id\" type=\"String\"><value type=\"String\"><![CDATA[447700900001@s.whatsapp.net]]></value></field><field name=\"Zz\" type=\"String\"><value type=\"String\"><![CDATA[zzufdrchat]]></value></field><field name=\"StartTime\" type=\"TimeStamp\"><value type=\"TimeStamp\" format=\"TimeStampKnown\" formattedTimestamp=\"2025-03-01T10:00:00+00:00\">2025-03-01T10:00:00.000+00:00</value></field><multiModelField name=\"Participants\" type=\"Party\"><model type=\"Party\" id=\"p1\"><field name=\"Identifier\" type=\"String\"><value type=\"String\"><![CDATA[447700900001@s.whatsapp.net]]></value></field><field name=\"Name\" type=\"String\"><value type=\"String\"><![CDATA[Ben]]></value></field><field name=\"IsPhoneOwner\" type=\"Boolean\"><value type=\"Boolean\"><![CDATA[False]]></value></field></model><model type=\"Party\" id=\"p2\"><field name=\"Identifier\" type=\"String\"><value type=\"String\"><![CDATA[447700900002@s.whatsapp.net]]></value></field><field name=\"Name\" type=\"String\"><empty /></field><field name=\"IsPhoneOwner\" type=\"Boolean\"><value type=\"Boolean\"><![CDATA[True]]></value></field></model></multiModelField><multiModelField name=\"Messages\" type=\"InstantMessage\"><model type=\"InstantMessage\" id=\"m1\" deleted_state=\"Deleted\"><modelField name=\"From\" type=\"Party\"><model type=\"Party\" id=\"p3\"><field name=\"Identifier\" type=\"String\"><value type=\"String\"><![CDATA[447700900001@s.whatsapp.net]]></value></field><field name=\"Name\" type=\"String\"><value type=\"String\"><![CDATA[Ben]]></value></field></model></modelField><multiModelField name=\"To\" type=\"Party\"><empty /></multiModelField><field name=\"Body\" type=\"String\"><value type=\"String\"><![CDATA[phone <words> & more]]></value></field><field name=\"Identifier\" type=\"String\"><value type=\"String\"><![CDATA[3EB0FF]]></value></field><field name=\"TimeStamp\" type=\"TimeStamp\"><value type=\"TimeStamp\" format=\"TimeStampKnown\" formattedTimestamp=\"2025-03-01T11:00:00+01:00\">2025-03-01T11:00:00.000+01:00</value></field><multiModelField name=\"Attachments\" type=\"Attachment\"><model type=\"Attachment\" id=\"a1\"><field name=\"Filename\" type=\"String\"><value type=\"String\"><![CDATA[a.jpg]]></value></field><field name=\"attachment_extracted_path\" type=\"String\"><value type=\"String\"><![CDATA[files\\Image\\a.jpg]]></value></field></model></multiModelField></model></multiModelField></model></modelType>"
          + "<modelType type=\"Call\"><model type=\"Call\" id=\"k1\" deleted_state=\"Intact\"><field name=\"Source\" type=\"String\"><value type=\"String\"><![CDATA[Phone]]></value></field><field name=\"Direction\" type=\"String\"><value type=\"String\"><![CDATA[Outgoing]]></value></field><field name=\"TimeStamp\" type=\"TimeStamp\"><value type=\"TimeStamp\">2025-03-01T12:00:00.000+00:00</value></field><field name=\"Duration\" type=\"TimeSpan\"><value type=\"TimeSpan\">00:01:05</value></field><multiModelField name=\"Parties\" type=\"Party\"><model type=\"Party\" id=\"p5\"><field name=\"Identifier\" type=\"String\"><value type=\"String\"><![CDATA[+447700900005]]></value></field><field name=\"Role\" type=\"PartyRole\"><value type=\"PartyRole\"><![CDATA[To]]></value></field></model></multiModelField></model></modelType><modelType type=\"ZzModel\"><model type=\"ZzModel\" id=\"z1\"><field name=\"A\" type=\"String\"><value type=\"String\"><![CDATA[zzufdrmodel]]></value></field></model></modelType></decodedData></project>";

  private static void ufdr(HoldOut h) {
    h.by("ufdr|ufed|cellebrite");
    h.message("phone <words> & more")
        .byKey(AccountRef.KeyBasis.PHONE, "+447700900001")
        .at("2025-03-01T10:00:00Z")
        .id("3EB0FF")
        .on("whatsapp")
        .bytes("phone <words>");
    h.the(
        Record.Message.class,
        "to the owner",
        m -> m.recipients().stream().anyMatch(r -> r.key().contains("447700900002")));
    h.the(Record.Call.class, "65 s", c -> true)
        .to("+447700900005")
        .seconds(65)
        .at("2025-03-01T12:00:00Z");
    h.kept("Deleted").done();
  }

  @Test
  void readsUfdrXml() {
    ufdr(HoldOut.of("ufdr-report-xml").file("report.xml", UFDR).readPlain());
  }

  @Test
  void readsUfdrZip() {
    HoldOut h =
        HoldOut.of("ufdr-zip")
            .file("report.xml", UFDR)
            .file("files/Image/a.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, 9})
            .readZip();
    h.message("phone").media("a.jpg", true);
    ufdr(h);
  }

  @Test
  void readsBandicoot() {
    HoldOut h =
        HoldOut.of("cdr-bandicoot")
            .file(
                "ego.csv",
                "interaction,direction,correspondent_id,datetime,call_duration,antenna_id\ncall,out,7123,2025-03-01 10:00:00,65,701\ntext,in,7124,2025-03-01 10:01:00,,702\ncall,in,7125,2025-03-01 10:02:00,5,701\n")
            .readPlain()
            .by("cdr|call|bandicoot|known-table");
    h.the(
            Record.Call.class,
            "out to 7123",
            c -> c.called().stream().anyMatch(a -> Found.is(a, "7123")))
        .seconds(65)
        .at("2025-03-01T10:00:00Z");
    h.the(Record.Call.class, "in from 7125", c -> Found.is(c.caller(), "7125")).seconds(5);
    h.the(Record.Message.class, "text from 7124", m -> Found.is(m.author(), "7124"))
        .at("2025-03-01T10:01:00Z");
    h.kept("701", "702").done();
  }

  @Test
  void readsOrange() {
    HoldOut h =
        HoldOut.of("cdr-orange")
            .file(
                "cdr.csv",
                "2;11;221771234567;221777654321;2014-08-20 20:30:37;137;-17.4467;14.6937\n2;12;221771234567;221777654322;2014-08-20 21:30:37;10;-17.4468;14.6938\n2;21;221771234567;221777654323;2014-08-20 22:30:37;0;-17.4469;14.6939\n")
            .readPlain()
            .by("cdr|call|orange|known-table");
    h.the(Record.Call.class, "137 s", c -> c.duration() != null && c.duration().toSeconds() == 137)
        .at("2014-08-20T20:30:37Z");
    h.place(14.6937, -17.4467);
    h.kept("221777654321", "221777654322", "221777654323").done();
  }

  @Test
  void readsIndia() {
    HoldOut h =
        HoldOut.of("cdr-india")
            .file(
                "airtel.csv",
                "Airtel CDR Report\nMobile No '9198765zz43'\n\nTarget No,Call Type,B Party No,LRN No,LRN TSP-LSA,Call Date,Call Initiation Time,Call Duration,First BTS Location,First Cell Global Id,Last Cell Global Id,IMEI,IMSI,Roaming Circle,Service Type\n919876500043,OUT,919876500044,1234,X-Y,01/03/2025,10:00:05,65,\"12, Dock Road/28.6139/77.2090\",404-96-290-128686112,404-96-290-128686113,356938035643809,404961234567890,DL,Voice\n919876500043,SMS_IN,AD-ZZBANK,,,13/03/2025,10:01:05,0,,404-96-290-128686112,,356938035643809,404961234567890,DL,SMS\n")
            .readPlain()
            .by("cdr|call|india|airtel|known-table");
    h.the(Record.Call.class, "out", c -> true).by("919876500043").to("919876500044").seconds(65);
    h.kept("356938035643809", "404961234567890", "404-96-290-128686112").done();
  }

  @Test
  void readsUsCarrier() {
    HoldOut h =
        HoldOut.of("cdr-us-like")
            .file(
                "calls.csv",
                Made.crlf(
                    "Calling Number,Called Number,Direction,Start Time (UTC),End Time (UTC),Duration (sec),IMEI,IMSI,First Cell,Last Cell,Latitude,Longitude,Zz\n12025550101,12025550102,Outgoing,03/13/2025 10:00:00,03/13/2025 10:01:05,65,356938035643809,310150123456789,310-410-1-2,310-410-1-3,38.9,-77.03,zzcdrcell\n12025550103,12025550101,Incoming,03/14/2025 10:00:00,,0,3.56938E+14,310150123456789,,,,,\n"))
            .readPlain()
            .by("cdr|call|known-table");
    h.the(Record.Call.class, "65 s", c -> c.duration() != null && c.duration().toSeconds() == 65)
        .at("2025-03-13T10:00:00Z");
    h.the(
            Record.Call.class,
            "from ...0103",
            c -> c.caller() != null && c.caller().key().contains("12025550103"))
        .at("2025-03-14T10:00:00Z");
    h.place(38.9, -77.03);
    h.done();
  }
}
