package dev.sextant.records.reader.returns.meta;

import java.util.ArrayList;
import java.util.List;

/** Writes a business record in each of its three generations from one list of labels. */
final class MetaPages {
  /** A label with a value and with labels inside it. */
  record Said(String label, String value, List<Said> inside) {}

  static Said said(String label, String value, Said... inside) {
    return new Said(label, value, List.of(inside));
  }

  /** A section. */
  record Section(String id, List<Said> said) {}

  static Section section(String id, Said... said) {
    return new Section(id, List.of(said));
  }

  /** How a generation writes. */
  enum Generation {
    TABLES,
    DIV_TABLES,
    MINIFIED
  }

  private MetaPages() {}

  static String page(Generation generation, List<Section> sections) {
    StringBuilder out =
        new StringBuilder(
            "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><style>.m{x:y}</style></head><body>");
    out.append("<div id=\"header\">Meta Business Record</div><div id=\"records\">");
    for (Section section : sections) {
      out.append("\n<div id=\"property-").append(section.id()).append("\" class=\"content-pane\">");
      section.said().forEach(s -> write(generation, s, out));
      out.append("</div>");
    }
    return out.append("</div></body></html>\n").toString();
  }

  private static void write(Generation generation, Said said, StringBuilder out) {
    String[] frame =
        switch (generation) {
          case TABLES -> new String[] {"<table><tr><th>", "</th><td>", "</td></tr></table>"};
          case DIV_TABLES ->
              new String[] {
                "<div class=\"div_table outer\"><div class=\"div_table inner\">",
                "<div class=\"most_inner\"><div>",
                "</div></div></div></div>"
              };
          case MINIFIED ->
              new String[] {
                "<div class=\"t o\"><div class=\"t i\">",
                "<div class=\"m\"><div>",
                "<div class=\"p\"></div></div></div></div></div>"
              };
        };
    out.append(frame[0]).append(said.label()).append(frame[1]).append(said.value());
    said.inside().forEach(s -> write(generation, s, out));
    out.append(frame[2]);
  }

  static final String PAGE_BREAK = "<div class=\"p\">Meta Platforms Business Record Page 12</div>";

  /** A record with something in most sections. */
  static List<Section> whole() {
    List<Section> all = new ArrayList<>();
    all.add(
        section(
            "request_parameters",
            said("Service", "Instagram"),
            said("Internal Ticket Number", "1234567"),
            said("Target", "100"),
            said("Account Identifier", "https://www.instagram.com/sxt_ana"),
            said("Account Type", "User"),
            said("Generated", "2026-02-01 10:00:00 UTC"),
            said("Date Range", "2025-01-01 00:00:00 UTC to 2026-01-31 23:59:59 UTC")));
    all.add(
        section(
            "name",
            said("Name Definition", "Name: the name that the account holder gave."),
            said("Name", "", said("First", "Ana"))));
    all.add(
        section(
            "emails",
            said("Registered Email Addresses", "ana@example.org<br>ana.b@example.org Verified")));
    all.add(
        section(
            "phone_numbers",
            said("Phone Numbers", "+447700900123 Verified on 2024-05-06 07:08:09 UTC")));
    all.add(section("registration_date", said("Registration Date", "2020-01-02 03:04:05 UTC")));
    all.add(
        section(
            "ip_addresses",
            said(
                "Ip Addresses",
                "",
                said("IP Address", "203.0.113.7:40001"),
                said("Time", "2025-03-01 10:00:00 UTC"),
                said("IP Address", "[2001:db8::7]:443"),
                said("Time", "2025-03-02 10:00:00 UTC"))));
    all.add(
        section(
            "devices",
            said(
                "Devices",
                "",
                said("Type", "iPhone14,2"),
                said("Id", "A1B2"),
                said("Active", "true"),
                said("Type", "SM-G991B"),
                said("Id", "C3D4"),
                said("Active", "false"))));
    all.add(
        section(
            "followers",
            said("Followers", "sxt_ben (instagram: 200) [Ben]<br>sxt_cid (instagram: 300)")));
    all.add(section("searches", said("Searches", "No responsive records located")));
    all.add(
        section(
            "unified_messages",
            said(
                "Unified Messages",
                "",
                said(
                    "Thread",
                    " (555000111)",
                    said(
                        "Current Participants",
                        "2026-01-31 10:00:00 UTC<br>sxt_ana (instagram: 100)<br>sxt_ben (instagram: 200)"),
                    said("Author", "\u2068sxt_ben\u2069 (instagram: 200)"),
                    said("Sent", "2025-06-01 12:00:00 UTC"),
                    said("Body", "hel" + PAGE_BREAK + "lo &lt;b&gt; <br>Zo\u00eb"),
                    said(
                        "Attachments",
                        "",
                        said("Type", "image/jpeg"),
                        said("Size", "123"),
                        said("Linked Media File:", "linked_media/pic_1.jpg")),
                    said("Author", "sxt_ana (instagram: 100)"),
                    said("Sent", "2025-06-01 12:01:00 UTC"),
                    said("Body", "look"),
                    said(
                        "Share",
                        "",
                        said("Date Created", "2025-05-01 00:00:00 UTC"),
                        said("Text", "shared words"),
                        said("Url", "https://example.org/p/1")),
                    said("Author", "Instagram User (instagram: 0)"),
                    said("Sent", "2025-06-01 12:02:00 UTC"),
                    said(
                        "Call Record",
                        "",
                        said("Type", "video"),
                        said("Duration", "65"),
                        said("Missed", "false"))))));
    all.add(
        section(
            "ncmec_reports",
            said(
                "NCMEC CyberTip Numbers",
                "",
                said("CyberTip ID", "987654"),
                said("Time", "2025-07-01 00:00:00 UTC"),
                said("Responsible Id", "100"),
                said("Linked Media File:", "linked_media/ncmec_1.jpg"))));
    all.add(
        section(
            "photos",
            said(
                "Photos",
                "",
                said("Id", "42"),
                said("Taken", "2025-04-01 00:00:00 UTC"),
                said("Caption", "at sea"),
                said("Image", "linked_media/pic_2.jpg"),
                said("Upload Ip", "198.51.100.4:5555"),
                said(
                    "Comments",
                    "",
                    said("User", "sxt_ben (instagram: 200)"),
                    said("Text", "nice")))));
    all.add(section("quantum_settings", said("Quantum", "", said("Spin", "up"))));
    return all;
  }
}
