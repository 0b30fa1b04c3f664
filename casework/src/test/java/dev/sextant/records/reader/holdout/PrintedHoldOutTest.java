package dev.sextant.records.reader.holdout;

import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Record;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/**
 * What Google, Discord and TikTok answer to legal process, printed as text. Layouts: the samples in
 * a police tool for addresses ({@code docs/formats/public-layouts.md}). All people are invented.
 */
@NullUnmarked // What is null where it must not be fails the test by itself.
class PrintedHoldOutTest {
  /** Sections, banners of pages between rows, an end of a page within a row's section, tabs. */
  static HoldOut google() {
    return HoldOut.of("printed-google")
        .file(
            "lena.SubscriberInfo.txt",
            Made.crlf(
                """
                Google Confidential and Proprietary
                GOOGLE SUBSCRIBER INFORMATION

                Google Account ID: 533350449322
                Name: Lena Marsh
                Given Name: Lena
                Family Name: Marsh
                e-Mail: lena.marsh.sxt@example.com
                Alternate e-Mails: lena@example.org, marsh@example.net
                Created on: 2019-03-04 10:11:12 Z
                Terms of Service IP: 2001:db8:1f::7
                Terms of Service Language: en
                Birthday (Month Day, Year): May 1, 1990
                Services: Gmail, Google Calendar, zzservice
                Deletion Date:
                Status: Enabled
                Last Logins: 2023-02-25 04:34:32 Z, 2023-02-24 22:54:13 Z

                ACCOUNT RECOVERY

                Contact e-Mail: lena.marsh.sxt@example.com
                Recovery e-Mail: quay@example.org
                Recovery SMS: +447700900311 [GB]

                PHONE NUMBERS

                User Phone Numbers: +447700900312 [GB]
                2-Step Verification Phone Numbers:

                IP ACTIVITY

                Timestamp\tIP Address\tActivity Type\tAndroid ID\tApple iOS IDFV\tRaw User Agents
                2023-02-25 04:34:32 Z\t2001:db8:82ae:6fb1:1:1:b8eb:1d22\tLogin\t\t\tMozilla/5.0 (X11; Linux x86_64) zzagent
                2023-02-24 22:54:13 Z\t203.0.113.41\tLogout\t\t\t
                Google Confidential and Proprietary
                Page 1 of 2

                Google Confidential and Proprietary
                2023-02-24 17:56:18 Z\t203.0.113.42\tLogin\t3a4b5c6d7e8f9012\t\t
                2023-02-23 00:00:00 Z\t203.0.113.43\tLogin\t\t6D92078A-8246-4BA4-AE5B-76104861E7DC\t

                ZZLINKED DEVICES

                zzdevice one two
                Page 2 of 2
                """));
  }

  @Test
  void readsGoogle() {
    HoldOut h = google().readPlain().by("printed");
    h.login("2001:db8:82ae:6fb1:1:1:b8eb:1d22")
        .at("2023-02-25T04:34:32Z")
        .byKey(KeyBasis.PLATFORM_ID, "533350449322")
        .on("google")
        .says("Login")
        .says("zzagent")
        .bytes("2023-02-25 04:34:32 Z");
    h.login("203.0.113.41").at("2023-02-24T22:54:13Z").says("Logout");
    h.login("203.0.113.42").at("2023-02-24T17:56:18Z").says("3a4b5c6d7e8f9012");
    h.login("203.0.113.43").says("6D92078A-8246-4BA4-AE5B-76104861E7DC");
    h.login("2001:db8:1f::7").timeless();
    h.count(Record.Login.class, 5);
    h.profile("533350449322")
        .selector("email:lena.marsh.sxt@example.com")
        .selector("email:lena@example.org")
        .selector("email:quay@example.org")
        .selector("phone:+447700900311")
        .selector("phone:+447700900312")
        .says("Lena Marsh");
    h.kept("May 1, 1990", "Enabled", "2023-02-24 22:54:13 Z").done();
  }

  /** Columns by blanks, a French month, an offset that is said, a row without an address. */
  static HoldOut googleBlanks() {
    return HoldOut.of("printed-google-blanks")
        .file(
            "subscriber.txt",
            """
            GOOGLE SUBSCRIBER INFORMATION

            Google Account ID: 90210000001
            Name: Bo Ferry
            e-Mail: bo.ferry.sxt@example.com
            Created on: 3 févr. 2020 10:11:12 UTC

            IP ACTIVITY

            Timestamp                     IP Address                     Activity Type   Android ID         Raw User Agents
            25 févr. 2023 04:34:32 UTC    203.0.113.51                   Login                              App : GMAIL_APP. Os : IOS_OS
            24 août 2022 22:54:13 UTC     2001:db8:18bf:9681:1:0:70f2:df19   Logout      1122334455667788
            2022-08-24 20:00:00 +02:00    203.0.113.52                   Login
            2022-08-23 20:00:00 Z                                        Login
            """);
  }

  @Test
  void readsGoogleBlanks() {
    HoldOut h = googleBlanks().readPlain().by("printed");
    h.login("203.0.113.51").at("2023-02-25T04:34:32Z").says("GMAIL_APP").says("Login");
    h.login("2001:db8:18bf:9681:1:0:70f2:df19").at("2022-08-24T22:54:13Z").says("1122334455667788");
    h.login("203.0.113.52").at("2022-08-24T18:00:00Z").by("90210000001");
    h.kept("2022-08-23 20:00:00 Z", "3 févr. 2020").done();
  }

  /** Nothing logged. */
  static HoldOut googleEmpty() {
    return HoldOut.of("printed-google-empty")
        .file(
            "subscriber.txt",
            """
            GOOGLE SUBSCRIBER INFORMATION

            Google Account ID: 90210000002
            Name: Not: a colon
            e-Mail: cy.sxt@example.com
            Created on: 2020-02-03 10:11:12 Z
            Terms of Service IP: 203.0.113.60

            IP ACTIVITY

            Timestamp   IP Address  Activity Type   Android ID  Apple iOS IDFV  Raw User Agents
            No zzrecords found for this account.
            """);
  }

  @Test
  void readsGoogleEmpty() {
    HoldOut h = googleEmpty().readPlain().by("printed");
    h.login("203.0.113.60").timeless();
    h.count(Record.Login.class, 1);
    h.profile("90210000002").selector("email:cy.sxt@example.com").says("Not: a colon");
    h.done();
  }

  /** Values not found, the table's head on each page, another section below. */
  static HoldOut discord() {
    return HoldOut.of("printed-discord")
        .file(
            "1366836644673622076.txt",
            """
            Discord Inc.
            Response to Legal Process                                          Page 1
            User ID:                     1366836644673622076
            Username:                    sxt_rook#0
            Email:                       rook.sxt@example.com
            Email verified:              Yes
            Phone number:                +447700900410
            Registration IP:             2001:db8:d15c::1
            Registration Time (UTC):     2025-04-29 18:00:50
            Last Seen Time (UTC):        2025-05-14 01:43:39
            Last Seen IP:                203.0.113.70
            Payment method:              zzcard ending 4242

            Session Start (UTC)    IP Address
            2025-05-14 00:47:29    203.0.113.70
            2025-05-13 23:55:51    2001:db8:d15c::2
            Response to Legal Process                                          Page 2
            Session Start (UTC)    IP Address
            2025-05-12 08:46:41    203.0.113.71
            2025-05-12 08:46:41    203.0.113.71

            Servers
            zzserver one    zzserver two
            """);
  }

  @Test
  void readsDiscord() {
    HoldOut h = discord().readPlain().by("printed");
    h.login("2001:db8:d15c::2")
        .at("2025-05-13T23:55:51Z")
        .byKey(KeyBasis.PLATFORM_ID, "1366836644673622076")
        .on("discord")
        .bytes("2025-05-13 23:55:51");
    h.login("2001:db8:d15c::1").at("2025-04-29T18:00:50Z");
    h.count(
        Record.Login.class,
        1,
        "last seen",
        l ->
            "203.0.113.70".equals(l.ip())
                && java.time.Instant.parse("2025-05-14T01:43:39Z")
                    .equals(l.header().claimed().instant()));
    h.count(Record.Login.class, 2, "of one second", l -> "203.0.113.71".equals(l.ip()));
    h.count(Record.Login.class, 6);
    h.profile("1366836644673622076")
        .selector("email:rook.sxt@example.com")
        .selector("phone:+447700900410")
        .says("sxt_rook");
    h.done();
  }

  /** Offsets, noon and midnight, a footer within a record, values that run onto a second line. */
  static HoldOut tiktok() {
    return HoldOut.of("printed-tiktok")
        .file(
            "events.txt",
            """
            TikTok Pte. Limited
            Events IP Data
            Username: sxt_reef
            Date: 27/07/2026 12:04:43AM (UTC +00)
            IP: 203.0.113.80
            Event: video_play
            Country: Brazil
            Date: 27/07/2026 12:04:31PM (UTC +08)
            IP: 2001:db8:5:6:7:8:9:a
            TikTok Pte. Limited
            One Raffles Quay, #26-10, South Tower, Singapore 048583
            2
            Event: like
            Country: Brazil
            Date: 26/07/2026 02:48:12PM
            (UTC -03)
            IP: 203.0.113.81
            Event: publish
            Country: Bosnia and
            Herzegovina
            Date: 05/07/2026 11:59:59 PM (UTC +05:30)
            IP: 203.0.113.82
            Event: login
            Videos Data
            zzvideo 7300000000000000001
            """);
  }

  @Test
  void readsTiktok() {
    HoldOut h = tiktok().readPlain().by("printed|tiktok");
    h.login("203.0.113.80")
        .at("2026-07-27T00:04:43Z")
        .by("sxt_reef")
        .on("tiktok")
        .says("video_play")
        .says("Brazil")
        .bytes("203.0.113.80");
    h.login("2001:db8:5:6:7:8:9:a").at("2026-07-27T04:04:31Z").says("like").bytes("Event: like");
    h.login("203.0.113.81").at("2026-07-26T17:48:12Z").says("Herzegovina");
    h.login("203.0.113.82").at("2026-07-05T18:29:59Z").says("login");
    h.count(Record.Login.class, 4).done();
  }

  /** The page of the subscriber with the events below, no name in the events. */
  static HoldOut tiktokSubscriber() {
    return HoldOut.of("printed-tiktok-subscriber")
        .file(
            "return.txt",
            """
            Subscriber Information
            Username: sxt_kelp
            User ID: 6900000000000000123
            Registration Method: Phone Number
            Phone Number: +447700900511
            Registration Date: 13/01/2021 09:10:11AM (UTC +00)
            Registration IP: 203.0.113.90
            Registration Device Info: Pixel 4a, zzandroid
            One Raffles Quay, #26-10, South Tower, Singapore 048583
            1
            Events IP Data
            Date: 02/01/2021 03:04:43PM (UTC +00)
            IP: 203.0.113.91
            Event: login
            Country: Norway
            """);
  }

  @Test
  void readsTiktokSubscriber() {
    HoldOut h = tiktokSubscriber().readPlain().by("printed|tiktok");
    h.login("203.0.113.90").at("2021-01-13T09:10:11Z");
    h.login("203.0.113.91").at("2021-01-02T15:04:43Z").says("login").on("tiktok");
    h.count(Record.Login.class, 2);
    h.the(
        Record.Profile.class,
        "with the telephone",
        p -> p.selectors().stream().anyMatch(s -> s.selector().value().equals("+447700900511")));
    h.kept("Pixel 4a", "sxt_kelp", "6900000000000000123").done();
  }
}
