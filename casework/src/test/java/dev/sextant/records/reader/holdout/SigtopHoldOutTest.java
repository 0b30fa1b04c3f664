package dev.sextant.records.reader.holdout;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef.Kind;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/**
 * Signal conversations as sigtop writes them. Layout: tbvdm/sigtop, {@code fmt_text.go}, {@code
 * signal/recipient.go}. All people are invented.
 */
@NullUnmarked // What is null where it must not be fails the test by itself.
class SigtopHoldOutTest {
  /** Several messages with quotation, files, words on several lines; the partner has a number. */
  static HoldOut direct() {
    return HoldOut.of("sigtop-direct")
        .file(
            "Bosun Reef (+447700900800).txt",
            """
            Conversation: Bosun Reef (+447700900800)

            From: Bosun Reef (+447700900800)
            Type: incoming
            Sent: Sat, 1 Mar 2025 10:00:05 +0100
            Received: Sat, 1 Mar 2025 10:00:06 +0100
            Attachment: no filename (image/jpeg, 48213 bytes)
            Attachment: plan (final).pdf (application/pdf, 1024 bytes)
            Reaction: 👍 from You

            bring the keys
            and the lamp

            - second paragraph

            From: You
            Type: outgoing
            Sent: Sat, 1 Mar 2025 10:02:00 +0100
            Reaction: ❤️ from Bosun Reef

            > From: Bosun Reef (+447700900800)
            > Sent: Sat, 1 Mar 2025 10:00:05 +0100
            > Attachment: plan (final).pdf (application/pdf)
            >
            > bring the keys
            > and the zzquoted lamp

            which keys?

            From: You
            Type: outgoing
            Sent: Sun, 30 Mar 2025 02:59:59 +0000
            Attachment: boat.png (image/png, 5 bytes)

            """);
  }

  @Test
  void readsDirect() {
    HoldOut h = direct().readPlain().by("sigtop");
    h.message("bring the keys\nand the lamp")
        .text("bring the keys\nand the lamp\n\n- second paragraph")
        .byKey(KeyBasis.PHONE, "+447700900800")
        .at("2025-03-01T09:00:05Z")
        .on("signal")
        .in(Kind.DIRECT)
        .media("plan (final).pdf", false)
        .bytes("second paragraph");
    h.message("which keys?").text("which keys?").by("You").at("2025-03-01T09:02:00Z");
    h.message("which keys?").to("+447700900800");
    h.the(Record.Message.class, "without words", m -> m.text().isEmpty())
        .by("You")
        .at("2025-03-30T02:59:59Z")
        .media("boat.png", false);
    h.activity(What.REACTED, "👍").by("You");
    h.activity(What.REACTED, "❤️").byKey(KeyBasis.PHONE, "+447700900800");
    h.count(Record.Message.class, 3).count(Record.Activity.class, 2).done();
  }

  /** A group: people with numbers, user names, identities, none; two of one name. */
  static HoldOut group() {
    return HoldOut.of("sigtop-group")
        .file(
            "The Quay Crew (group).txt",
            """
            Conversation: The Quay (Crew) (group)

            Type: group-v2-change
            Sent: Sat, 1 Mar 2025 09:00:00 +0000
            Received: Sat, 1 Mar 2025 09:00:00 +0000

            From: Ana (Ferry) (+447700900811)
            Type: incoming
            Sent: Sat, 1 Mar 2025 10:00:00 +0000
            Received: Sat, 1 Mar 2025 10:00:01 +0000
            Reaction: 👍 from +447700900812
            Reaction: 😮 from sxt_dora.42
            Reaction: 🚤 from Sam
            Reaction: 🙏 from Ana (Ferry)

            ahoy @Sam and @sxt_dora.42

            From: +447700900812 (+447700900812)
            Type: incoming
            Sent: Sat, 1 Mar 2025 10:01:00 +0000
            Received: Sat, 1 Mar 2025 10:01:01 +0000

            no name here

            From: sxt_dora.42 (sxt_dora.42)
            Type: incoming
            Sent: Sat, 1 Mar 2025 10:02:00 +0000
            Received: Sat, 1 Mar 2025 10:02:01 +0000

            a user name

            From: Ed (9d0652a3-dcc3-4d11-975f-74d61598733f)
            Type: incoming
            Sent: Sat, 1 Mar 2025 10:03:00 +0000
            Received: Sat, 1 Mar 2025 10:03:01 +0000
            Reaction: 👎 from Ed

            an identity

            From: Unknown
            Type: incoming
            Sent: Sat, 1 Mar 2025 10:04:00 +0000
            Received: Sat, 1 Mar 2025 10:04:01 +0000

            who was it

            From: Sam (+447700900813)
            Type: incoming
            Sent: Sat, 1 Mar 2025 10:05:00 +0000
            Received: Sat, 1 Mar 2025 10:05:01 +0000

            the first Sam

            From: Sam (+447700900814)
            Type: incoming
            Sent: Sat, 1 Mar 2025 10:06:00 +0000
            Received: Sat, 1 Mar 2025 10:06:01 +0000

            the second Sam

            """);
  }

  private static boolean keyed(AccountRef account, String key) {
    return account != null && account.key().equals(key);
  }

  @Test
  void readsGroup() {
    HoldOut h = group().readPlain().by("sigtop");
    h.message("ahoy @Sam")
        .byKey(KeyBasis.PHONE, "+447700900811")
        .by("Ana (Ferry)")
        .in(Kind.GROUP)
        .inConversation("The Quay (Crew)");
    h.message("no name here").byKey(KeyBasis.PHONE, "+447700900812");
    h.message("a user name").byKey(KeyBasis.HANDLE, "sxt_dora.42");
    h.message("an identity")
        .byKey(KeyBasis.PLATFORM_ID, "9d0652a3-dcc3-4d11-975f-74d61598733f")
        .by("Ed");
    h.message("who was it").byNobody();
    h.message("the second Sam").byKey(KeyBasis.PHONE, "+447700900814");
    h.activity(What.REACTED, "👍").byKey(KeyBasis.PHONE, "+447700900812");
    h.activity(What.REACTED, "😮").byKey(KeyBasis.HANDLE, "sxt_dora.42");
    h.activity(What.REACTED, "🙏").byKey(KeyBasis.PHONE, "+447700900811");
    h.activity(What.REACTED, "👎")
        .byKey(KeyBasis.PLATFORM_ID, "9d0652a3-dcc3-4d11-975f-74d61598733f");
    h.count(
        Record.Activity.class,
        1,
        "of a Sam who is neither of the two",
        a ->
            a.text().contains("🚤")
                && !keyed(a.account(), "+447700900813")
                && !keyed(a.account(), "+447700900814"));
    h.count(
        Record.Message.class,
        1,
        "of the program",
        m -> m.action() != null && m.author() == null && m.text().isEmpty());
    h.count(Record.Message.class, 8).done();
  }

  /** Versions newest first, with quotation and file; deleted words; times unknown. */
  static HoldOut edited() {
    return HoldOut.of("sigtop-edited")
        .file(
            "Cleo.txt",
            """
            Conversation: Cleo (+447700900820)

            From: Cleo (+447700900820)
            Type: incoming
            Sent: Sat, 1 Mar 2025 10:00:00 -0500
            Received: Sat, 1 Mar 2025 10:00:01 -0500
            Reaction: 😀 from You
            Edited: 3 versions

            | Version: 3
            | Attachment: map.png (image/png, 77 bytes)
            | Sent: Sat, 1 Mar 2025 10:09:00 -0500
            |
            | > From: You
            | > Sent: Sat, 1 Mar 2025 09:00:00 -0500
            | >
            | > zzasked where
            |
            | at the pier
            | at nine
            |
            | Version: 2
            | Sent: Sat, 1 Mar 2025 10:04:00 -0500
            |
            | at the zzmole
            |\u0020
            | Version: of mine
            |
            | Version: 1
            | Sent: Sat, 1 Mar 2025 10:00:00 -0500
            |
            | at the zzlock

            From: Cleo (+447700900820)
            Type: incoming
            Sent: Sat, 1 Mar 2025 10:20:00 -0500
            Received: Sat, 1 Mar 2025 10:20:01 -0500

            From: Cleo (+447700900820)
            Type: incoming
            Sent: unknown
            Received: Thu, 1 Jan 1970 00:00:00 +0000

            > From: Unknown
            > Sent: unknown
            >
            > zzold words
            >\u0020
            > From: nobody

            after the deleted one

            Type: unknown
            Sent: Sat, 1 Mar 2025 10:30:00 -0500
            Received: Sat, 1 Mar 2025 10:30:01 -0500

            """);
  }

  @Test
  void readsEdited() {
    HoldOut h = edited().readPlain().by("sigtop");
    h.message("at the pier")
        .text("at the pier\nat nine")
        .byKey(KeyBasis.PHONE, "+447700900820")
        .at("2025-03-01T15:00:00Z")
        .media("map.png", false)
        .bytes("zzlock");
    h.the(
            Record.Message.class,
            "deleted",
            m ->
                m.text().isEmpty()
                    && m.author() != null
                    && Objects.equals(
                        m.header().claimed().instant(),
                        java.time.Instant.parse("2025-03-01T15:20:00Z")))
        .by("Cleo");
    h.message("after the deleted one").text("after the deleted one").by("Cleo").timeless();
    h.activity(What.REACTED, "😀").by("You");
    h.kept("Version: of mine", "at the zzlock").done();
  }

  /** Words that look like heads, quotations, versions, and like other formats. */
  static HoldOut lookalikes() {
    return HoldOut.of("sigtop-lookalikes")
        .file(
            "Dan (+447700900830).txt",
            Made.crlf(
                """
                Conversation: Dan: of the docks (+447700900830)

                From: Dan: of the docks (+447700900830)
                Type: incoming
                Sent: Sat, 1 Mar 2025 10:00:00 +0000
                Received: Sat, 1 Mar 2025 10:00:01 +0000

                From: my uncle
                Type: old man
                Sent: last week

                From: the harbour master
                Subject: berth

                > he said so
                | and so did I
                Reaction: none from him

                From: You
                Type: outgoing
                Sent: Sat, 1 Mar 2025 10:01:00 +0000

                > not a quotation
                > of anybody

                Edited: by hand

                From: You
                Type: outgoing
                Sent: Sat, 1 Mar 2025 10:02:00 +0000

                [2025-03-01, 10:03] Ana: pasted from elsewhere


                two empty lines above

                """));
  }

  @Test
  void readsLookalikes() {
    HoldOut h = lookalikes().readPlain().by("sigtop");
    h.message("From: my uncle")
        .text(
            "From: my uncle\nType: old man\nSent: last week\n\nFrom: the harbour master\nSubject: berth\n\n> he said so\n| and so did I\nReaction: none from him")
        .byKey(KeyBasis.PHONE, "+447700900830")
        .by("Dan: of the docks");
    h.message("not a quotation").text("> not a quotation\n> of anybody\n\nEdited: by hand");
    h.message("pasted from elsewhere")
        .text("[2025-03-01, 10:03] Ana: pasted from elsewhere\n\n\ntwo empty lines above")
        .by("You");
    h.count(Record.Message.class, 3).count(Record.Activity.class, 0).done();
  }

  /** What the program itself tells, some of it about a person, in two conversations of one zip. */
  static HoldOut system() {
    return HoldOut.of("sigtop-system")
        .file(
            "messages/Fay (+447700900840).txt",
            """
            Conversation: Fay (+447700900840)

            From: Fay (+447700900840)
            Type: keychange
            Sent: Sat, 1 Mar 2025 10:00:00 +0000
            Received: Sat, 1 Mar 2025 10:00:00 +0000

            Type: call-history
            Sent: Sat, 1 Mar 2025 10:01:00 +0000
            Received: Sat, 1 Mar 2025 10:01:00 +0000

            From: Fay (+447700900840)
            Type: incoming
            Sent: Sat, 1 Mar 2025 10:02:00 +0000
            Received: Sat, 1 Mar 2025 10:02:01 +0000

            one to one

            """)
        .file(
            "messages/Yard (group).txt",
            """
            Conversation: Yard (group)

            From: Fay (+447700900840)
            Type: profile-change
            Sent: Sat, 1 Mar 2025 11:00:00 +0000
            Received: Sat, 1 Mar 2025 11:00:00 +0000

            From: Gus (+447700900841)
            Type: incoming
            Sent: Sat, 1 Mar 2025 11:01:00 +0000
            Received: Sat, 1 Mar 2025 11:01:01 +0000
            Reaction: 🔥 from Fay
            Reaction: 🔥 from Hal from Hull

            in the yard

            """);
  }

  @Test
  void readsSystem() {
    HoldOut h = system().readZip().by("sigtop");
    h.message("one to one").byKey(KeyBasis.PHONE, "+447700900840").in(Kind.DIRECT);
    h.message("in the yard").byKey(KeyBasis.PHONE, "+447700900841").in(Kind.GROUP);
    h.count(Record.Message.class, 3, "of the program", m -> m.action() != null);
    h.the(
            Record.Message.class,
            "changed key",
            m -> m.action() != null && m.action().contains("keychange"))
        .at("2025-03-01T10:00:00Z")
        .byKey(KeyBasis.PHONE, "+447700900840");
    h.count(
        Record.Activity.class,
        1,
        "of Fay's account",
        a -> a.what() == What.REACTED && keyed(a.account(), "+447700900840"));
    h.count(
        Record.Activity.class,
        1,
        "of Hal from Hull",
        a -> a.what() == What.REACTED && Found.is(a.account(), "Hal from Hull"));
    h.count(Record.Message.class, 5).done();
  }
}
