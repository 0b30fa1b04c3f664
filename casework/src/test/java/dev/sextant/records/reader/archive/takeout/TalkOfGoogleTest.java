package dev.sextant.records.reader.archive.takeout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Membership.Action;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.archive.ArchiveSample;
import dev.sextant.terms.ClaimedTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Voice, Hangouts, and reactions of Chat in a Takeout, as public parsers' tests lay them out. */
@NullUnmarked // What is null where it must not be fails the test by itself.
class TalkOfGoogleTest {
  @TempDir Path folder;

  private static final String CALLS = "Takeout/Voice/Calls/";

  private static final String TAIL =
      "<div class=\"tags\">Labels:\n<a rel=\"tag\" href=\"http://www.google.com/voice#%s\">%s</a></div>\n<div class=\"deletedStatusContainer\">User Deleted:\nFalse</div>";

  private static String page(String title, String body) {
    return "<?xml version=\"1.0\" ?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\" />\n<title>"
        + title
        + "</title>\n<style type=\"text/css\">.tags{}</style></head>\n<body>"
        + body
        + "</body></html>\n";
  }

  private static String said(String title, String who, String words) {
    return "<div class=\"message\"><abbr class=\"dt\" title=\""
        + title
        + "\">Oct 1, 2023, 12:34:50&#8239;PM\nPacific Time</abbr>:\n<cite class=\"sender vcard\">"
        + who
        + "</cite>:\n"
        + words
        + "</div> ";
  }

  private static final String ANA =
      "<a class=\"tel\" href=\"tel:+447700900111\"><span class=\"fn\">Ana Ré</span></a>";
  private static final String CLEO =
      "<a class=\"tel\" href=\"tel:+447700900333\"><span class=\"fn\">+447700900333</span></a>";
  private static final String ME =
      "<a class=\"tel\" href=\"tel:+447700900009\"><abbr class=\"fn\" title=\"\">Me</abbr></a>";

  private static String audio(String what, String label, String more) {
    return page(
        what + "\nAna Ré",
        "<div class=\"haudio\"><span class=\"album\">Call Log for\n</span>\n<span class=\"fn\">"
            + what
            + "\nAna Ré</span>\n<div class=\"contributor vcard\">"
            + what
            + "\n"
            + ANA
            + "</div>\n<abbr class=\"published\" title=\"2018-07-23T09:23:31.000-07:00\">Jul 23, 2018, 9:23:31&#8239;AM\nPacific Time</abbr>\n"
            + more
            + "\n<abbr class=\"duration\" title=\"PT2M18S\">(00:02:18)</abbr>\n"
            + TAIL.formatted(label, label)
            + "</div>");
  }

  static ArchiveSample sample() {
    return new ArchiveSample()
        .file(
            CALLS + "Ana Ré - Text - 2023-10-01T19_34_50Z.html",
            page(
                "Ana Ré",
                "<div class=\"hChatLog hfeed\">"
                    + said(
                        "2023-10-01T12:34:50.760-07:00",
                        ANA,
                        "<q>Quay at 9?<br>bring it &amp; go</q>\n")
                    + said(
                        "2023-10-01T12:35:05.029-07:00",
                        ME,
                        "<q></q>\n<div><img src=\"Ana Ré - Text - 2023-10-01T19_34_50Z-2-1\" alt=\"Image MMS Attachment\" /></div>")
                    + "</div>\n"
                    + TAIL.formatted("sms", "Text")))
        .file(CALLS + "Ana Ré - Text - 2023-10-01T19_34_50Z-2-1.jpg", "picture")
        .file(
            CALLS + "Group Conversation - 2023-10-02T10_00_00Z.html",
            page(
                "Group Conversation",
                "<div class=\"hChatLog hfeed\"><div class=\"participants\">Group conversation with:\n<cite class=\"sender vcard\">"
                    + ANA
                    + "</cite>, <cite class=\"sender vcard\">"
                    + CLEO
                    + "</cite></div>\n"
                    + said("2023-10-02T03:00:00.000-07:00", CLEO, "<q>all here</q>\n")
                    + "</div>\n"
                    + TAIL.formatted("sms", "Text")))
        .file(
            CALLS + "+447700900444 - Text - 2023-10-03T10_00_00Z.html",
            page(
                "Me to\n+447700900444",
                "<div class=\"hChatLog hfeed\">"
                    + said("2023-10-03T03:00:00.000-07:00", ME, "<q>anybody?</q>\n")
                    + "</div>\n"
                    + TAIL.formatted("sms", "Text")))
        .file(
            CALLS + "Ana Ré - Placed - 2018-07-23T16_23_31Z.html",
            audio("Placed call to", "placed", ""))
        .file(
            CALLS + "Ana Ré - Missed - 2018-07-23T16_23_31Z.html",
            audio("Anruf verpasst von", "missed", ""))
        .file(
            CALLS + "Ana Ré - Voicemail - 2018-07-23T16_23_31Z.html",
            audio(
                "Voicemail from",
                "voicemail",
                "Transcript:\n<span class=\"description\"><span class=\"full-text\">Call me back.</span></span>\n<br />\n<audio controls=\"controls\" src=\"Ana Ré - Voicemail - 2018-07-23T16_23_31Z.mp3\"><a rel=\"enclosure\" href=\"Ana Ré - Voicemail - 2018-07-23T16_23_31Z.mp3\">Audio</a></audio>"))
        .file(CALLS + "Ana Ré - Voicemail - 2018-07-23T16_23_31Z.mp3", "sound")
        .file(
            "Takeout/Google Chat/Groups/Space q1w2e3/group_info.json",
            "{\"name\":\"Crew\",\"members\":[{\"name\":\"Ana\",\"email\":\"ana@example.org\",\"user_type\":\"Human\"}]}")
        .file(
            "Takeout/Google Chat/Groups/Space q1w2e3/messages.json",
            "{\"messages\":[{\"creator\":{\"name\":\"Ana\",\"email\":\"ana@example.org\",\"user_type\":\"Human\"},\"created_date\":\"Saturday, March 1, 2025 at 2:00:00\u202fPM UTC\",\"text\":\"now\",\"topic_id\":\"t\",\"message_id\":\"m1\",\"quoted_message_metadata\":{\"message_id\":\"m0\",\"text\":\"when?\"},\"reactions\":[{\"emoji\":{\"unicode\":\"\uD83D\uDC4D\"},\"reactor_emails\":[\"bo@example.org\",\"cy@example.org\"],\"zz\":\"zzreaction\"}]}]}")
        .file(
            "Takeout/Hangouts/Hangouts.json",
            "{\"conversations\":[{\"conversation\":{\"conversation_id\":{\"id\":\"Ugx1\"},\"conversation\":{\"id\":{\"id\":\"Ugx1\"},\"type\":\"GROUP\",\"name\":\"Quay\",\"self_conversation_state\":{\"status\":\"ACTIVE\"},\"current_participant\":[{\"gaia_id\":\"101\",\"chat_id\":\"101\"}],\"participant_data\":[{\"id\":{\"gaia_id\":\"101\",\"chat_id\":\"101\"},\"fallback_name\":\"Ana Ré\",\"participant_type\":\"GAIA\"},{\"id\":{\"gaia_id\":\"102\",\"chat_id\":\"102\"},\"phone_number\":{\"e164\":\"+447700900102\"},\"participant_type\":\"OFF_NETWORK_PHONE\"}]}},\"events\":["
                + "{\"conversation_id\":{\"id\":\"Ugx1\"},\"sender_id\":{\"gaia_id\":\"101\",\"chat_id\":\"101\"},\"timestamp\":\"1443742921190532\",\"chat_message\":{\"message_content\":{\"segment\":[{\"type\":\"TEXT\",\"text\":\"two\"},{\"type\":\"LINE_BREAK\"},{\"type\":\"LINK\",\"text\":\"lines\",\"link_data\":{\"link_target\":\"http://a.example/\"}}]}},\"event_id\":\"e1\",\"event_type\":\"REGULAR_CHAT_MESSAGE\"},"
                + "{\"sender_id\":{\"gaia_id\":\"102\"},\"timestamp\":\"1443742931190532\",\"chat_message\":{\"message_content\":{\"attachment\":[{\"embed_item\":{\"type\":[\"PLUS_PHOTO\"],\"plus_photo\":{\"url\":\"https://lh3.example/x/IMG_1.jpg\",\"media_type\":\"PHOTO\",\"album_id\":\"9\"}},\"id\":\"a\"}]}},\"event_id\":\"e2\",\"event_type\":\"SMS\"},"
                + "{\"sender_id\":{\"gaia_id\":\"101\"},\"timestamp\":\"1443742941190532\",\"hangout_event\":{\"event_type\":\"END_HANGOUT\",\"participant_id\":[{\"gaia_id\":\"101\"},{\"gaia_id\":\"102\"}],\"hangout_duration_secs\":\"75\"},\"event_id\":\"e3\",\"event_type\":\"HANGOUT_EVENT\"},"
                + "{\"sender_id\":{\"gaia_id\":\"101\"},\"timestamp\":\"1443742951190532\",\"membership_change\":{\"type\":\"LEAVE\",\"participant_id\":[{\"gaia_id\":\"102\"}]},\"event_id\":\"e4\",\"event_type\":\"REMOVE_USER\"},"
                + "{\"sender_id\":{\"gaia_id\":\"101\"},\"timestamp\":\"1443742961190532\",\"conversation_rename\":{\"new_name\":\"Dock\",\"old_name\":\"Quay\"},\"event_id\":\"e5\",\"event_type\":\"RENAME_CONVERSATION\"}]}]}")
        .file("Takeout/Hangouts/IMG_1.jpg", "picture");
  }

  @Test
  void voice() {
    try (ReadTrial trial = sample().golden(folder, "archive/takeout-talk")) {
      assertThat(trial.reader()).isEqualTo("google-takeout");
      assertThat(trial.faults).isEmpty();
      assertThat(trial.unknowns).isEmpty();
      List<Record.Message> texts =
          trial.of(Record.Message.class).stream()
              .filter(m -> m.header().platform().name().equals("phone"))
              .toList();
      assertThat(texts)
          .extracting(Record.Message::text)
          .containsExactlyInAnyOrder(
              "Quay at 9?\nbring it & go", "", "all here", "anybody?", "Call me back.");
      Record.Message first = one(texts, "Quay at 9?\nbring it & go");
      assertThat(first.author().accountKey()).isEqualTo("phone/phone/+447700900111");
      assertThat(first.author().displayName()).isEqualTo("Ana Ré");
      assertThat(first.recipients()).extracting(a -> a.key()).containsExactly("+447700900009");
      assertThat(first.conversation().key()).isEqualTo("+447700900009-+447700900111");
      assertThat(first.header().claimed())
          .isEqualTo(
              new ClaimedTime(
                  Instant.parse("2023-10-01T19:34:50.760Z"),
                  "2023-10-01T12:34:50.760-07:00",
                  ClaimedTime.ZoneBasis.STATED,
                  "-07:00",
                  ClaimedTime.Precision.MILLISECOND));
      assertThat(first.header().extra())
          .containsEntry("labels", "Labels: Text")
          .containsEntry("status", "User Deleted: False");
      assertThat(one(texts, "").media())
          .singleElement()
          .satisfies(m ->
              assertThat(m.part())
                  .isEqualTo(CALLS + "Ana Ré - Text - 2023-10-01T19_34_50Z-2-1.jpg"));
      assertThat(one(texts, "all here").conversation().kind())
          .isEqualTo(ConversationRef.Kind.GROUP);
      assertThat(one(texts, "anybody?").recipients())
          .extracting(a -> a.key())
          .containsExactly("+447700900444");
      assertThat(one(texts, "Call me back.").author().key()).isEqualTo("+447700900111");
      assertThat(one(texts, "Call me back.").media()).hasSize(1);
      List<Record.Call> calls =
          trial.of(Record.Call.class).stream()
              .filter(c -> c.header().platform().name().equals("phone"))
              .toList();
      assertThat(calls)
          .extracting(c -> c.outcome() + " " + c.caller().key() + " " + c.called().getFirst().key())
          .containsExactlyInAnyOrder(
              "placed +447700900009 +447700900111",
              "missed +447700900111 +447700900009",
              "voicemail +447700900111 +447700900009");
      assertThat(calls.getFirst().duration()).isEqualTo(Duration.ofSeconds(138));
      assertThat(trial.of(Record.Membership.class))
          .filteredOn(m -> m.header().platform().name().equals("phone"))
          .extracting(m -> m.account().key())
          .containsExactly("+447700900111", "+447700900333");
    }
  }

  private static Record.Message one(List<Record.Message> all, String text) {
    return all.stream().filter(m -> m.text().equals(text)).findFirst().orElseThrow();
  }

  @Test
  void reactionsOfChatAreDoings() {
    try (ReadTrial trial = sample().zip(folder)) {
      assertThat(trial.of(Record.Activity.class))
          .extracting(a -> a.account().handle() + " " + a.text() + " " + a.object())
          .containsExactly("bo@example.org \uD83D\uDC4D m1", "cy@example.org \uD83D\uDC4D m1");
      Record.Message said = one(trial.of(Record.Message.class), "now");
      assertThat(said.replyTo()).isEqualTo("m0");
      assertThat(said.header().extra())
          .containsEntry("quoted_message_metadata.text", "when?")
          .containsEntry("reactions.0.zz", "zzreaction");
    }
  }

  @Test
  void hangouts() {
    try (ReadTrial trial = sample().alone(folder, "Takeout/Hangouts/Hangouts.json")) {
      assertThat(trial.reader()).isEqualTo("google-takeout");
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m)
          .extracting(Record.Message::text)
          .containsExactly("Quay", "two\nlines", "", "Dock");
      assertThat(m.get(1).author().displayName()).isEqualTo("Ana Ré");
      assertThat(m.get(1).header().claimed().instant())
          .isEqualTo(Instant.parse("2015-10-01T23:42:01.190Z"));
      assertThat(m.get(1).header().extra())
          .containsEntry(
              "chat_message.message_content.segment.2.link_data",
              "{\"link_target\":\"http://a.example/\"}");
      assertThat(m.get(2).media())
          .extracting(x -> x.name())
          .containsExactly("https://lh3.example/x/IMG_1.jpg");
      assertThat(m.get(3).action()).isEqualTo("RENAME_CONVERSATION");
      assertThat(m.get(3).conversation().title()).isEqualTo("Quay");
      Record.Call call = trial.of(Record.Call.class).getFirst();
      assertThat(call.duration()).isEqualTo(Duration.ofSeconds(75));
      assertThat(call.called()).extracting(a -> a.key()).containsExactly("102");
      assertThat(
              trial.of(Record.Profile.class).getFirst().selectors().getFirst().selector().value())
          .isEqualTo("+447700900102");
      assertThat(trial.of(Record.Membership.class))
          .extracting(x -> x.account().key() + " " + x.action())
          .containsExactly(
              "101 " + Action.PRESENT, "102 " + Action.PRESENT, "102 " + Action.REMOVED);
    }
  }

  @Test
  void whoCameAndWentIsSaidByWords() {
    String change =
        "{\"sender_id\":{\"gaia_id\":\"101\"},\"timestamp\":\"1443742951190532\",\"membership_change\":{\"type\":\"%s\",\"participant_id\":[{\"gaia_id\":\"102\"}]},\"event_id\":\"e\",\"event_type\":\"%s\"}";
    String chat =
        "{\"conversations\":[{\"conversation\":{\"conversation_id\":{\"id\":\"U3\"},\"conversation\":{\"id\":{\"id\":\"U3\"},\"type\":\"GROUP\"}},\"events\":["
            + String.join(
                ",",
                change.formatted("JOIN", "OTHER"),
                change.formatted("LEAVE", "OTHER"),
                change.formatted("", "ADD_USER"),
                change.formatted("ZZ", "REMOVE_USER"),
                change.formatted("ZZ", "OTHER"))
            + "]}]}";
    try (ReadTrial trial =
        new ArchiveSample().file("Hangouts.json", chat).alone(folder, "Hangouts.json")) {
      assertThat(trial.of(Record.Membership.class))
          .extracting(Record.Membership::action)
          .containsExactly(Action.ADDED, Action.REMOVED, Action.ADDED, Action.REMOVED);
      Record.Message kept = trial.of(Record.Message.class).getLast();
      assertThat(kept.action()).isEqualTo("OTHER");
      assertThat(kept.header().extra().toString()).contains("ZZ").contains("102");
    }
  }

  @Test
  void aPageThatNamesNobodyElseIsNoGroup() {
    String alone =
        page(
            "",
            "<div class=\"hChatLog hfeed\">"
                + said("2023-10-03T03:00:00.000-07:00", ME, "<q>to nobody</q>\n")
                + "</div>\n"
                + TAIL.formatted("sms", "Text"));
    try (ReadTrial trial =
        sample().file(CALLS + " - Text - 2023-10-03T10_00_00Z.html", alone).zip(folder)) {
      Record.Message said = one(trial.of(Record.Message.class), "to nobody");
      assertThat(said.conversation().kind()).isEqualTo(ConversationRef.Kind.UNKNOWN);
      assertThat(said.recipients()).isEmpty();
    }
  }

  @Test
  void theGenerationBefore() {
    String old =
        "{\"continuation_end_timestamp\":\"1\",\"conversation_state\":[{\"conversation_id\":{\"id\":\"U2\"},\"response_header\":{\"status\":\"OK\"},\"conversation_state\":{\"conversation_id\":{\"id\":\"U2\"},\"event\":[{\"sender_id\":{\"gaia_id\":\"101\"},\"timestamp\":\"1443742921190532\",\"chat_message\":{\"message_content\":{\"segment\":[{\"type\":\"TEXT\",\"text\":\"early\"}]}},\"event_id\":\"e1\"}],\"conversation\":{\"id\":{\"id\":\"U2\"},\"type\":\"STICKY_ONE_TO_ONE\",\"participant_data\":[{\"id\":{\"gaia_id\":\"101\"},\"fallback_name\":\"Ana Ré\"},{\"id\":{\"gaia_id\":\"102\"},\"fallback_name\":\"Bo\"}]}}}]}";
    try (ReadTrial trial =
        new ArchiveSample().file("Hangouts.json", old).alone(folder, "Hangouts.json")) {
      assertThat(trial.reader()).isEqualTo("google-takeout");
      Record.Message m = one(trial.of(Record.Message.class), "early");
      assertThat(m.recipients()).extracting(a -> a.displayName()).containsExactly("Bo");
      assertThat(m.conversation().kind()).isEqualTo(ConversationRef.Kind.DIRECT);
      assertThat(trial.of(Record.Membership.class)).hasSize(2);
      assertThat(trial.unknowns).hasSize(1); // The header of the answer.
    }
  }

  @Test
  @Tag("heavy") // Thousands of readings.
  void cutAndDamaged() {
    sample().batter(83);
  }
}
