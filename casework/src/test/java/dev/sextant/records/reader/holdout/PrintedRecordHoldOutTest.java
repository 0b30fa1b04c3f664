package dev.sextant.records.reader.holdout;

import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Record;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/**
 * Business records of Meta and WhatsApp, printed as text. Layouts: the samples in a police tool for
 * addresses and the labels that parsers of such records look for ({@code
 * docs/formats/public-layouts.md}). All people are invented.
 */
@NullUnmarked // What is null where it must not be fails the test by itself.
class PrintedRecordHoldOutTest {
  /** Labels on lines of their own, a break within a value, empty sections, ports. */
  static HoldOut meta() {
    return HoldOut.of("printed-meta")
        .file(
            "records.txt",
            """
            Meta Platforms Business Record Page 1
            Service
            Facebook
            Internal Ticket Number
            7771234
            Target
            100001111111111
            Account Identifier
            https://www.facebook.com/sxt.mara
            Account Type
            User
            Generated
            2025-10-02 09:00:00 UTC
            Date Range
            2025-09-01 00:00:00 UTC to 2025-10-01 23:59:59 UTC
            Ncmec Reports Definition
            NCMEC Reports: NCMEC CyberTip numbers.
            NCMEC CyberTip Numbers
            No responsive records located
            Name Definition
            Name: The name of the account.
            Name
            First
            Mara
            Last
            Quay
            Emails Definition
            Emails: Registered email addresses.
            Registered Email Addresses
            mara.sxt@example.org
            Phone Numbers Definition
            Phone Numbers: Numbers of the account.
            Phone Numbers
            +447700900611 Verified on 2019-01-02 03:04:05 UTC
            Meta Platforms Business Record Page 2
            Registration Date
            2018-01-02 03:04:05 UTC
            Registration Ip
            203.0.113.100
            Ip Addresses Definition
            IP Addresses: IP addresses and source port/port numbers associated with the account.
            Ip Addresses
            IP Address
            203.0.113.101:22859
            Time
            2025-09-29 11:15:01 UTC
            IP Address
            [2001:db8:1354:6500:29a9:2a7f:ee68:d955]:59483
            Meta Platforms Business Record Page 3
            Time
            2025-09-21
            Meta Platforms Business Record Page 4
            23:01:39 UTC
            IP Address
            203.0.113.102
            Time
            2025-09-20 00:00:00 UTC
            Logins Definition
            Logins: zzdefinition of logins.
            Logins
            No responsive records located
            Unified Messages Definition
            Unified Messages: zzmessages of the account.
            Unified Messages
            Thread
            (1122334455)
            Author
            Mara Quay (Facebook: 100001111111111)
            Sent
            2025-09-22 10:00:00 UTC
            Body
            zzunified words on the IP Address
            """);
  }

  @Test
  void readsMeta() {
    HoldOut h = meta().readPlain().by("printed|meta");
    h.login("203.0.113.101")
        .at("2025-09-29T11:15:01Z")
        .port(22859)
        .byKey(KeyBasis.PLATFORM_ID, "100001111111111")
        .on("facebook")
        .bytes("203.0.113.101:22859");
    h.login("2001:db8:1354:6500:29a9:2a7f:ee68:d955").at("2025-09-21T23:01:39Z").port(59483);
    h.login("203.0.113.102").at("2025-09-20T00:00:00Z").port(-1);
    h.login("203.0.113.100").at("2018-01-02T03:04:05Z");
    h.count(Record.Login.class, 4);
    h.profile("100001111111111")
        .selector("email:mara.sxt@example.org")
        .selector("phone:+447700900611")
        .says("7771234");
    h.kept("sxt.mara", "2025-10-02 09:00:00 UTC").done();
  }

  /** The same as copied from a viewer of pages: label and value on one line. */
  static HoldOut metaLines() {
    return HoldOut.of("printed-meta-lines")
        .file(
            "instagram.txt",
            """
            Meta Platforms Business Record
            Service Instagram
            Target 17841400000000123
            Account Identifier sxt_moss
            Account Type User
            Generated 2025-10-02 09:00:00 UTC
            Registered Email Addresses No responsive records located
            Ip Addresses Definition
            IP Addresses: IP addresses and source port/port numbers associated with the account.
            Ip Addresses
            IP Address 203.0.113.111:40001
            Time 2025-09-29 11:15:01 UTC
            IP Address [2001:db8::111]:40002
            Meta Platforms Business Record Page 2
            Time 2025-09-28 11:15:02 UTC
            Devices
            Type zzphone
            """);
  }

  @Test
  void readsMetaLines() {
    HoldOut h = metaLines().readPlain().by("printed|meta");
    h.login("203.0.113.111")
        .at("2025-09-29T11:15:01Z")
        .port(40001)
        .byKey(KeyBasis.PLATFORM_ID, "17841400000000123")
        .on("instagram");
    h.login("2001:db8::111").at("2025-09-28T11:15:02Z").port(40002);
    h.count(Record.Login.class, 2);
    h.kept("sxt_moss").done();
  }

  /** Time before address, contacts and groups in other sections. */
  static HoldOut whatsApp() {
    return HoldOut.of("printed-whatsapp")
        .file(
            "record.txt",
            Made.bom(
                """
                WhatsApp Business Record Page 1
                Service
                WhatsApp
                Internal Ticket Number
                5551234
                Account Identifier
                +44 7700 900711
                Account Type
                WhatsApp User
                Generated
                2025-12-11 10:00:00 UTC
                Date Range
                2025-12-01 00:00:00 UTC to 2025-12-11 00:00:00 UTC
                Registered Email Addresses
                No responsive records located
                Connection
                Device Id
                0
                Service start
                2024-11-30 10:00:00 UTC
                Device Type
                android
                Online Since
                2025-12-10 18:00:00 UTC
                Connected from
                203.0.113.120
                Push Name
                zzpush name
                Ip Addresses Definition
                IP Addresses: IP addresses an account holder has connected from.
                Ip Addresses
                Time
                2025-12-10 18:58:48 UTC
                IP Address
                2001:db8:8e90:866e:d4ba:a89a:bcd8:8dc7
                WhatsApp Business Record Page 2
                Time
                2025-12-05 19:35:57 UTC
                WhatsApp Business Record Page 3
                IP Address
                203.0.113.121
                Contacts Definition
                Contacts: zzcontacts of the account.
                Symmetric contacts
                2 Total
                447700900712
                447700900713
                Asymmetric contacts
                0 Total
                Groups
                No responsive records located
                """));
  }

  @Test
  void readsWhatsApp() {
    HoldOut h = whatsApp().readPlain().by("printed|meta");
    h.login("2001:db8:8e90:866e:d4ba:a89a:bcd8:8dc7")
        .at("2025-12-10T18:58:48Z")
        .byKey(KeyBasis.PHONE, "+447700900711")
        .on("whatsapp")
        .bytes("8dc7");
    h.login("203.0.113.121").at("2025-12-05T19:35:57Z");
    h.count(
        Record.Login.class, 2, "of the table of addresses", l -> !"203.0.113.120".equals(l.ip()));
    h.kept("447700900712", "203.0.113.120", "5551234", "android").done();
  }

  /** A log of messages as a viewer of pages copies it; recipients run onto a second line. */
  static HoldOut whatsAppLog() {
    return HoldOut.of("printed-whatsapp-log")
        .file(
            "log.txt",
            """
            WhatsApp Business Record Page 1
            Service WhatsApp
            Account Identifier +447700900721
            Ip Addresses
            Time 2025-12-05 19:35:57 UTC
            IP Address 203.0.113.130
            Message Log
            Message
            Timestamp 2025-12-06 10:00:00 UTC
            Message Id zz3EB0AABB
            Sender 447700900721
            Recipients 447700900722,
            447700900723
            Sender Ip 203.0.113.131
            Sender Port 50001
            Sender Device android
            Type text
            Message Style group
            Message Size 120
            """);
  }

  @Test
  void readsWhatsAppLog() {
    HoldOut h = whatsAppLog().readPlain().by("printed|meta");
    h.login("203.0.113.130").at("2025-12-05T19:35:57Z").byKey(KeyBasis.PHONE, "+447700900721");
    h.count(
        Record.Login.class,
        0,
        "of the section's line",
        l -> "203.0.113.130".equals(l.ip()) && l.port() != -1);
    h.kept("203.0.113.131", "447700900723", "50001").done();
  }
}
