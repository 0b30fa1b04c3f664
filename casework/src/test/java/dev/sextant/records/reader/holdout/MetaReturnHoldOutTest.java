package dev.sextant.records.reader.holdout;

import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.Record.Follow.How;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Meta's business records in three generations of HTML, and WhatsApp's. */
@NullUnmarked // What is null where it must not be fails the test by itself.
class MetaReturnHoldOutTest {
  private static final String BREAK =
      "<div class=\"p\">Meta Platforms Business Record Page 2</div>";

  private static String t(String label, String value) {
    return "<div class=\"t o\"><div class=\"t i\">%s<div class=\"m\"><div>%s<div class=\"p\"></div></div></div></div></div>"
        .formatted(label, value);
  }

  private static String section(String id, String title, String body) {
    return "<div id=\"property-%s\" class=\"content-pane\">%s</div>"
        .formatted(id, t(title + " Definition", "What " + title + " means.") + t(title, body));
  }

  private static String page(String... sections) {
    return """
    <!DOCTYPE html><html><head><meta charset="utf-8"/><title>Meta Platforms Business Record</title>
    <style>.t{display:table}.m{display:table-cell}.p{page-break-after:always}</style></head>
    <body><div id="header">Meta Platforms Business Record</div>\
    """
        + String.join("", sections)
        + "</body></html>";
  }

  private static String message(String who, long id, String sent, String rest) {
    return t("Author", "%s (instagram: %d)".formatted(who, id)) + t("Sent", sent) + rest;
  }

  static HoldOut minified() {
    String thread =
        " (340282366841710300949128)"
            + t(
                "Current Participants",
                "2025-03-09 18:00:00 UTC"
                    + "<br/>sxt_anna (instagram: 17841400000000001)<br/>sxt_ben (instagram: 17841400000000002)")
            + t("Thread Name", "Boat zzthreadnick")
            + t("AI", "false")
            + message(
                "sxt_anna",
                17841400000000001L,
                "2025-03-01 10:00:05 UTC",
                t(
                    "Body",
                    "Meet at the har" + BREAK + "bour &amp; bring \u2068Ben\u2069 \uD83D\uDEA4"))
            + message(
                "sxt_ben",
                17841400000000002L,
                "2025-03-01 10:01:00 UTC",
                t("Body", "ok")
                    + t(
                        "Attachments",
                        "image-998877 (998877)"
                            + t("Type", "image/jpeg")
                            + t("Size", "12345")
                            + t("URL", "https://interncache.example/x?id=998877")
                            + t("Linked Media File:", "linked_media/unified_message_998877.jpg")))
            + message(
                "sxt_ben",
                17841400000000002L,
                "2025-03-01 10:02:00 UTC",
                t(
                        "Share",
                        t("Date Created", "2025-02-28 00:00:00 UTC")
                            + t("Text", "zzsharetext")
                            + t("Url", "https://www.instagram.com/p/ABC/"))
                    + t("Removed by Sender", "true"))
            + message(
                "sxt_anna",
                17841400000000001L,
                "2025-03-01 10:05:00 UTC",
                t("Body", "Video chat ended")
                    + t(
                        "Call Record",
                        t("Type", "video") + t("Duration", "65") + t("Missed", "false")));
    return HoldOut.of("meta-return-minified-instagram")
        .file(
            "records.html",
            page(
                "<div id=\"property-request_parameters\" class=\"content-pane\">"
                    + t("Service", "Instagram")
                    + t("Internal Ticket Number", "7654321")
                    + t("Target", "17841400000000001")
                    + t("Account Identifier", "https://www.instagram.com/sxt_anna")
                    + t("Account Type", "InstagramUser")
                    + t("Generated", "2025-03-10 18:00:00 UTC")
                    + t("Date Range", "2024-01-01 00:00:00 UTC to 2025-03-09 23:59:59 UTC")
                    + "</div>",
                section("name", "Name", t("First", "Anna Sext")),
                section(
                    "emails", "Emails", t("Registered Email Addresses", "anna.sxt@example.org")),
                section("vanity", "Vanity", "sxt_anna"),
                section("registration_date", "Registration Date", "2019-05-04 03:02:01 UTC"),
                section("registration_ip", "Registration Ip", "198.51.100.4"),
                section(
                    "phone_numbers",
                    "Phone Numbers",
                    "+447700900123 Verified on 2020-01-02 03:04:05 UTC"),
                section(
                    "ip_addresses",
                    "Ip Addresses",
                    t("IP Address", "198.51.100.7:51123")
                        + t("Time", "2025-02-01 00:00:01 UTC")
                        + t("IP Address", "[2001:db8::7]:443")
                        + t("Time", "2025-02-02 00:00:02 UTC")
                        + t("IP Address", "203.0.113.9")
                        + t("Time", "2025-02-03 00:00:03 UTC")),
                section(
                    "following",
                    "Following",
                    "sxt_ben (instagram: 17841400000000002) [Ben B]<br/>sxt_cleo (instagram: 17841400000000003) [Cleo \uD83C\uDF19]"),
                section("followers", "Followers", "No responsive records"),
                section(
                    "devices",
                    "Devices",
                    t("Type", "Android") + t("Id", "android-77aa88bb") + t("Active", "true")),
                section(
                    "ncmec_reports",
                    "NCMEC Reports",
                    t("CyberTip ID", "190000001")
                        + t("Time", "2025-01-15 12:00:00 UTC")
                        + t("Responsible Id", "17841400000000001")),
                section("unified_messages", "Unified Messages", t("Thread", thread)),
                section("quantum_notes", "Quantum Notes", t("Quux", "zzunknownsection"))))
        .file("linked_media/unified_message_998877.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, 1})
        .noise();
  }

  @Test
  void readsMinified() {
    HoldOut h = minified().opaque().readZip().by("meta");
    h.message("harbour")
        .text("Meet at the harbour & bring \u2068Ben\u2069 \uD83D\uDEA4")
        .byKey(KeyBasis.PLATFORM_ID, "17841400000000001")
        .at("2025-03-01T10:00:05Z")
        .to("17841400000000002")
        .inConversation("340282366841710300949128")
        .on("instagram")
        .bytes("bring");
    h.message("ok").media("998877", true).byKey(KeyBasis.PLATFORM_ID, "17841400000000002");
    h.count(
        Record.Message.class,
        3,
        "or more, at 10:00:05, 10:01 and 10:02",
        m -> String.valueOf(m.header().claimed().instant()).matches("2025-03-01T10:0[012].*"));
    h.the(Record.Call.class, "video", c -> true)
        .by("17841400000000001")
        .seconds(65)
        .at("2025-03-01T10:05:00Z");
    h.login("198.51.100.7").port(51123).at("2025-02-01T00:00:01Z").by("17841400000000001");
    h.login("2001:db8::7").port(443).at("2025-02-02T00:00:02Z");
    h.login("203.0.113.9").port(-1).at("2025-02-03T00:00:03Z");
    h.profile("17841400000000001").selector("email:anna.sxt@example.org");
    h.the(
        Record.Profile.class,
        "with a verified telephone",
        p ->
            p.selectors().stream()
                .anyMatch(s -> s.selector().value().equals("+447700900123") && s.verified()));
    h.follow("17841400000000001", "17841400000000002", How.FOLLOWS);
    h.follow("17841400000000001", "17841400000000003", How.FOLLOWS);
    h.count(Record.Follow.class, 2);
    h.activity(What.FLAGGED, "190000001").at("2025-01-15T12:00:00Z");
    h.activity(What.INSTALLED, "android-77aa88bb");
    h.kept("198.51.100.4", "2019-05-04 03:02:01", "7654321", "sxt_anna", "Removed by Sender");
    h.done();
  }

  private static String outer(String label, String value) {
    return "<div class=\"div_table outer\" style=\"display:table\"><div class=\"div_table inner\" style=\"display:table\">%s<div class=\"most_inner\" style=\"display:table-cell\"><div>%s</div></div></div></div>"
        .formatted(label, value);
  }

  static HoldOut divTable() {
    return HoldOut.of("meta-return-div-table-facebook")
        .file(
            "preservation-1/records.html",
            "\ufeff<html><head><meta charset=\"utf-8\"><title>Facebook Business Record</title></head><body>\r\n<div id=\"property-request_parameters\" class=\"content-pane\">"
                + outer("Service", "Facebook")
                + outer("Target", "100004444444444")
                + outer("Generated", "2022-06-01 10:00:00 UTC")
                + "</div>\r\n<div id=\"property-emails\" class=\"content-pane\">"
                + outer("Emails Definition", "Email addresses of the account")
                + outer("Registered Email Addresses", "dora@example.net")
                + "</div><div id=\"property-ip_addresses\" class=\"content-pane\">"
                + outer("Ip Addresses Definition", "IP, time, action")
                + outer("IP Address", "192.0.2.77")
                + outer("Time", "2022-05-01 08:00:00 UTC")
                + outer("Action", "Login")
                + outer("IP Address", "192.0.2.78")
                + outer("Time", "2022-05-02 08:00:00 UTC")
                + outer("Action", "zzactionword")
                + "</div><div id=\"property-unified_messages\" class=\"content-pane\">"
                + outer("Unified Messages Definition", "Messages")
                + outer(
                    "Thread",
                    "(555666777)"
                        + outer(
                            "Current Participants",
                            "2022-06-01 09:00:00 UTC<br>Dora D (facebook: 100004444444444)<br>Emil E (facebook: 100005555555555)<br>Fay (facebook: 100006666666666)")
                        + outer("Author", "Emil E (facebook: 100005555555555)")
                        + outer("Sent", "2022-04-30 23:59:59 UTC")
                        + outer("Body", "line one<br>line two: zzbodyword"))
                + "</div></body></html>");
  }

  @Test
  void readsDivTable() {
    HoldOut h = divTable().readZip().by("meta");
    h.message("line one")
        .byKey(KeyBasis.PLATFORM_ID, "100005555555555")
        .at("2022-04-30T23:59:59Z")
        .on("facebook");
    h.told("100006666666666", "is told to be in the group");
    h.login("192.0.2.77").at("2022-05-01T08:00:00Z").by("100004444444444").says("Login");
    h.login("192.0.2.78").at("2022-05-02T08:00:00Z");
    h.profile("100004444444444").selector("email:dora@example.net");
    h.count(Record.Login.class, 2);
    h.done();
  }

  private static String row(String th, String td) {
    return "<table border=\"0\"><tr><th>%s</th><td>%s</td></tr></table>".formatted(th, td);
  }

  static HoldOut tables() {
    return HoldOut.of("meta-return-tables-2019")
        .file(
            "index.html",
            "<html><head><title>Facebook Business Record</title><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"></head><body><div id=\"toc\"><a href=\"#home\">Home</a></div><div id=\"home\" class=\"content-pane\">"
                + row("Service", "Facebook")
                + row("Target", "100001111111111")
                + row("Account Identifier", "https://www.facebook.com/old.gerd")
                + row("Account Type", "User")
                + row("Generated", "2019-09-09 09:09:09 UTC")
                + row("Date Range", "2019-01-01 00:00:00 UTC to 2019-09-01 00:00:00 UTC")
                + row("Zz Field", "zzhomeword")
                + "</div><div id=\"property-registered_email_addresses\" class=\"content-pane\">"
                + row(
                    "Registered Email Addresses", "gerd@example.org<br/>old.gerd@facebook.example")
                + "</div><div id=\"property-recent_activities\" class=\"content-pane\">"
                + row(
                    "Recent Activities",
                    row("IP Address", "203.0.113.50") + row("Time", "2019-08-08 08:08:08 UTC"))
                + "</div><div id=\"property-unified_messages\" class=\"content-pane\">"
                + row(
                    "Unified Messages",
                    row(
                        "Thread",
                        "(1234509876)"
                            + row(
                                "Current Participants",
                                "Gerd Alt (100001111111111), Hilde (100002222222222)")
                            + row("Author", "Hilde (100002222222222)")
                            + row("Sent", "2019-07-07 07:07:07 UTC")
                            + row("Body", "Wo treffen wir uns? äöü")
                            + row("Author", "Gerd Alt (100001111111111)")
                            + row("Sent", "2019-07-07 07:08:07 UTC")
                            + row("Body", "Am Bahnhof")))
                + "</div></body></html>");
  }

  @Test
  void readsTables() {
    HoldOut h = tables().readZip().by("meta");
    h.message("Wo treffen")
        .text("Wo treffen wir uns? äöü")
        .byKey(KeyBasis.PLATFORM_ID, "100002222222222")
        .at("2019-07-07T07:07:07Z")
        .to("100001111111111")
        .on("facebook");
    h.message("Bahnhof").at("2019-07-07T07:08:07Z").to("100002222222222");
    h.count(Record.Message.class, 2);
    h.login("203.0.113.50").at("2019-08-08T08:08:08Z");
    h.profile("100001111111111").selector("email:gerd@example.org");
    h.done();
  }

  static HoldOut whatsapp() {
    return HoldOut.of("meta-return-whatsapp")
        .file(
            "records.html",
            page(
                    "<div id=\"property-request_parameters\" class=\"content-pane\">"
                        + t("Service", "WhatsApp")
                        + t("Internal Ticket Number", "8887776")
                        + t("Account Identifier", "+447700900321")
                        + t("Account Type", "WhatsAppUser")
                        + t("Generated", "2025-04-01 00:00:00 UTC")
                        + "</div>",
                    section(
                        "ip_addresses",
                        "Ip Addresses",
                        t("Time", "2025-03-31 10:00:00 UTC")
                            + t("IP Address", "198.51.100.200")
                            + t("Time", "2025-03-31 11:00:00 UTC")
                            + t("IP Address", "198.51.100.201:40001")),
                    section(
                        "message_log",
                        "Message Log",
                        t(
                            "Message",
                            t("Timestamp", "2025-03-30 12:00:00 UTC")
                                + t("Message Id", "3EB0AA11")
                                + t("Sender", "447700900321")
                                + t("Recipients", "447700900654")
                                + t("Sender Ip", "198.51.100.200")
                                + t("Sender Port", "40001")
                                + t("Type", "image")
                                + t("Message Style", "individual")
                                + t("Message Size", "2001"))),
                    section("zz_contacts", "Zz", "zzwhatsappword"))
                .replace("Meta Platforms Business Record", "WhatsApp Business Record"));
  }

  @Test
  void readsWhatsapp() {
    HoldOut h = whatsapp().opaque().readZip().by("meta|whatsapp");
    h.login("198.51.100.200").at("2025-03-31T10:00:00Z").by("+447700900321");
    h.login("198.51.100.201").port(40001).at("2025-03-31T11:00:00Z");
    h.the(Record.Message.class, "of the log", m -> true)
        .byKey(KeyBasis.PHONE, "+447700900321")
        .to("+447700900654")
        .at("2025-03-30T12:00:00Z")
        .on("whatsapp");
    h.kept("3EB0AA11", "2001");
    h.done();
  }
}
