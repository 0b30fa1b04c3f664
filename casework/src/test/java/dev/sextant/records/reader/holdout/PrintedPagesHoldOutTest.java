package dev.sextant.records.reader.holdout;

import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Record;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/**
 * The same answers as pages of a PDF: cells at their own places on the page, banners above and
 * numbers below between rows. All people are invented.
 */
@NullUnmarked // What is null where it must not be fails the test by itself.
class PrintedPagesHoldOutTest {
  static HoldOut google() {
    return HoldOut.of("pages-google")
        .file(
            "SubscriberInfo.pdf",
            Made.pages(
                List.of(
                    "Google Confidential and Proprietary",
                    "GOOGLE SUBSCRIBER INFORMATION",
                    "Google Account ID: 533350449399",
                    "Name: Ida Marsh",
                    "e-Mail: ida.sxt@example.com",
                    "Created on: 2019-03-04 10:11:12 Z",
                    "Terms of Service IP: 203.0.113.140",
                    "",
                    "IP ACTIVITY",
                    "Timestamp\tIP Address\tActivity Type\tRaw User Agents",
                    "2023-02-25 04:34:32 Z\t203.0.113.141\tLogin\tMozilla/5.0",
                    "Page 1 of 2"),
                List.of(
                    "Google Confidential and Proprietary",
                    "2023-02-24 04:34:32 Z\t2001:db8::141\tLogout",
                    "",
                    "DEVICES",
                    "zzdevice seven",
                    "Page 2 of 2")));
  }

  @Test
  void readsGoogle() {
    HoldOut h = google().opaque().unplanted().readPlain().by("printed");
    h.login("203.0.113.141")
        .at("2023-02-25T04:34:32Z")
        .byKey(KeyBasis.PLATFORM_ID, "533350449399")
        .says("Login");
    h.login("2001:db8::141").at("2023-02-24T04:34:32Z").says("Logout");
    h.login("203.0.113.140").timeless();
    h.count(Record.Login.class, 3);
    h.profile("533350449399").selector("email:ida.sxt@example.com");
    h.done();
  }

  static HoldOut discord() {
    return HoldOut.of("pages-discord")
        .file(
            "response.pdf",
            Made.pages(
                List.of(
                    "Discord Inc.",
                    "User ID:\t136683664467367",
                    "Username:\tsxt_pawn#0",
                    "Email:\tpawn.sxt@example.com",
                    "Email verified:\tYes",
                    "Phone number:\tNot found",
                    "Registration IP:\tNot found",
                    "Registration Time (UTC):\t2025-04-29 18:00:50",
                    "Last Seen Time (UTC):\t2025-05-14 01:43:39",
                    "Last Seen IP:\t203.0.113.150",
                    "",
                    "Session Start (UTC)\tIP Address",
                    "2025-05-14 00:47:29\t203.0.113.151",
                    "1"),
                List.of(
                    "Discord Inc.",
                    "Session Start (UTC)\tIP Address",
                    "2025-05-13 23:55:51\t2001:db8::151",
                    "2")));
  }

  @Test
  void readsDiscord() {
    HoldOut h = discord().opaque().unplanted().readPlain().by("printed");
    h.login("203.0.113.151")
        .at("2025-05-14T00:47:29Z")
        .byKey(KeyBasis.PLATFORM_ID, "136683664467367");
    h.login("2001:db8::151").at("2025-05-13T23:55:51Z").on("discord");
    h.login("203.0.113.150").at("2025-05-14T01:43:39Z");
    h.count(Record.Login.class, 3);
    h.profile("136683664467367").selector("email:pawn.sxt@example.com").says("sxt_pawn");
    h.the(
        Record.Profile.class,
        "without a telephone",
        p -> p.selectors().stream().noneMatch(s -> s.selector().type().name().equals("PHONE")));
    h.done();
  }

  static HoldOut tiktok() {
    return HoldOut.of("pages-tiktok")
        .file(
            "events.pdf",
            Made.pages(
                List.of(
                    "Events IP Data",
                    "Date: 27/07/2026 03:04:43PM (UTC +00)",
                    "IP: 203.0.113.160",
                    "Event: video_play",
                    "Country: Brazil",
                    "Date: 07/08/2026 12:30:00AM (UTC +00)",
                    "TikTok Pte. Limited",
                    "One Raffles Quay, #26-10, South Tower, Singapore 048583",
                    "1"),
                List.of(
                    "Events IP Data",
                    "IP: 2001:db8:0:1:2:3:4:160",
                    "Event: like",
                    "Country: Brazil",
                    "TikTok Pte. Limited",
                    "One Raffles Quay, #26-10, South Tower, Singapore 048583",
                    "2")));
  }

  @Test
  void readsTiktok() {
    HoldOut h = tiktok().opaque().unplanted().readPlain().by("printed|tiktok");
    h.login("203.0.113.160").at("2026-07-27T15:04:43Z").says("video_play").on("tiktok");
    h.login("2001:db8:0:1:2:3:4:160").at("2026-08-07T00:30:00Z").says("like").says("Brazil");
    h.count(Record.Login.class, 2).done();
  }

  private static byte[] subscriber(boolean events) {
    List<String> said =
        List.of(
            "Username: sxt_kelp",
            "Registration Method: Phone Number",
            "Phone Number: +447700900512",
            "Registration Date: 2021-01-13 09:10:11 UTC",
            "Registration IP: 203.0.113.190",
            "Registration Device Info: Pixel 4a");
    List<String> done =
        List.of(
            "Events IP Data",
            "Date: 27/07/2026 03:04:43PM (UTC +00)",
            "IP: 203.0.113.191",
            "Event: like",
            "Country: Norway");
    return events ? Made.pages(said, done) : Made.pages(said);
  }

  /** Not blind: the subscriber's PDF beside a workbook, with a page of events, and by itself. */
  @Test
  void readsTiktokSubscribers() {
    HoldOut h =
        HoldOut.of("pages-tiktok-return")
            .file(
                "sxt_kelp - IP Data.xlsx",
                Made.xlsx(
                    Map.of(
                        "IP Data",
                        List.of(
                            List.of("Timestamp (UTC)", "IP", "Country"),
                            List.of("2025-02-01 10:00:00", "203.0.113.192", "Norway")))))
            .file("sxt_kelp (Subscriber information).pdf", subscriber(true))
            .opaque()
            .unplanted()
            .readZip()
            .by("tiktok");
    h.login("203.0.113.192").by("sxt_kelp");
    h.login("203.0.113.191").at("2026-07-27T15:04:43Z").says("like").by("sxt_kelp");
    h.login("203.0.113.190").at("2021-01-13T09:10:11Z").by("sxt_kelp");
    h.count(Record.Login.class, 3);
    h.profile("sxt_kelp").selector("phone:+447700900512").says("Pixel 4a");
    h.done();
    HoldOut alone =
        HoldOut.of("pages-tiktok-alone")
            .file("subscriber.pdf", subscriber(false))
            .opaque()
            .unplanted()
            .readPlain()
            .by("printed");
    alone.login("203.0.113.190").on("tiktok").by("sxt_kelp");
    alone.profile("sxt_kelp").selector("phone:+447700900512");
    alone.done();
  }

  static HoldOut meta() {
    return HoldOut.of("pages-meta")
        .file(
            "records.pdf",
            Made.pages(
                List.of(
                    "Meta Platforms Business Record Page 1",
                    "Service\tInstagram",
                    "Internal Ticket Number\t7771299",
                    "Target\t17841400000000999",
                    "Account Identifier\tsxt_ling",
                    "Account Type\tUser",
                    "Generated\t2025-10-02 09:00:00 UTC",
                    "Registered Email Addresses\tling.sxt@example.org",
                    "Phone Numbers\t+447700900911 Verified on 2019-01-02 03:04:05 UTC",
                    "Ip Addresses Definition",
                    "IP Addresses: IP addresses and source port/port numbers associated with the account.",
                    "Ip Addresses",
                    "IP Address\t203.0.113.170:1024"),
                List.of(
                    "Meta Platforms Business Record Page 2",
                    "Time\t2025-09-29 11:15:01 UTC",
                    "IP Address\t[2001:db8::170]:59483",
                    "Time\t2025-09-28 11:15:01 UTC",
                    "Followers\tzzfollower list (instagram: 17841400000000555)")));
  }

  @Test
  void readsMeta() {
    HoldOut h = meta().opaque().unplanted().readPlain().by("printed|meta");
    h.login("203.0.113.170")
        .at("2025-09-29T11:15:01Z")
        .port(1024)
        .byKey(KeyBasis.PLATFORM_ID, "17841400000000999")
        .on("instagram");
    h.login("2001:db8::170").at("2025-09-28T11:15:01Z").port(59483);
    h.count(Record.Login.class, 2);
    h.profile("17841400000000999")
        .selector("email:ling.sxt@example.org")
        .selector("phone:+447700900911")
        .says("sxt_ling");
    h.done();
  }

  static HoldOut whatsApp() {
    return HoldOut.of("pages-whatsapp")
        .file(
            "record.pdf",
            Made.pages(
                List.of(
                    "WhatsApp Business Record Page 1",
                    "Service",
                    "WhatsApp",
                    "Account Identifier",
                    "+447700900921",
                    "Generated",
                    "2025-12-11 10:00:00 UTC",
                    "Ip Addresses Definition",
                    "IP Addresses: IP addresses an account holder has connected from.",
                    "Ip Addresses",
                    "Time",
                    "2025-12-10 18:58:48 UTC"),
                List.of(
                    "WhatsApp Business Record Page 2",
                    "IP Address",
                    "2001:db8:8e90:866e:d4ba:a89a:bcd8:921",
                    "Time",
                    "2025-12-05 19:35:57 UTC",
                    "IP Address",
                    "203.0.113.180")));
  }

  @Test
  void readsWhatsApp() {
    HoldOut h = whatsApp().opaque().unplanted().readPlain().by("printed|meta");
    h.login("2001:db8:8e90:866e:d4ba:a89a:bcd8:921")
        .at("2025-12-10T18:58:48Z")
        .byKey(KeyBasis.PHONE, "+447700900921")
        .on("whatsapp");
    h.login("203.0.113.180").at("2025-12-05T19:35:57Z");
    h.count(Record.Login.class, 2).done();
  }
}
