package dev.sextant.records.reader.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.terms.ClaimedTime;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threema's data backup, laid out after the names in the program's source. */
@NullUnmarked // What is null where it must not be fails the test by itself.
class ThreemaTest {
  @TempDir Path folder;

  private static final String MESSAGE =
      "\"apiid\",\"uid\",\"isoutbox\",\"isread\",\"issaved\",\"messagestae\",\"posted_at\",\"created_at\",\"modified_at\",\"type\",\"body\",\"isstatusmessage\",\"isqueued\",\"caption\",\"quoted_message_apiid\",\"delivered_at\",\"read_at\"\n";

  private static final Map<String, String> BACKUP =
      Map.of(
          "contacts.csv",
          "\"identity\",\"publickey\",\"verification\",\"acid\",\"tacid\",\"firstname\",\"lastname\",\"nick_name\",\"hidden\",\"archived\",\"identity_id\"\n"
              + "\"ANAAAAA1\",\"00ff\",\"FULLY_VERIFIED\",\"\",\"\",\"Ana\",\"Ré\",\"ana\",\"0\",\"0\",\"0123456789abcdef0123456789abcdef\"\n"
              + "\"CLEOOOO3\",\"00fe\",\"UNVERIFIED\",\"\",\"\",\"\",\"\",\"cleo\",\"0\",\"0\",\"1123456789abcdef0123456789abcdef\"\n",
          "groups.csv",
          "\"id\",\"creator\",\"groupname\",\"created_at\",\"members\",\"deleted\",\"archived\",\"group_uid\"\n"
              + "\"ab12cd34ef56ab78\",\"ANAAAAA1\",\"Quay\",\"1600000000000\",\"ANAAAAA1;CLEOOOO3;MEEEEEE9\",\"0\",\"0\",\"2123456789abcdef0123456789abcdef\"\n",
          "message_0123456789abcdef0123456789abcdef.csv",
          MESSAGE
              + "\"a1\",\"u1\",\"0\",\"1\",\"1\",\"READ\",\"1600000100123\",\"1600000099000\",\"\",\"TEXT\",\"Quay, \"\"nine\"\"?\nsecond line\",\"0\",\"1\",\"\",\"\",\"\",\"1600000200000\"\n"
              + "\"a2\",\"u2\",\"1\",\"1\",\"1\",\"DELIVERED\",\"1600000300000\",\"1600000300000\",\"\",\"FILE\",\"[\"\"\"\",\"\"\"\",\"\"image/jpeg\"\"]\",\"0\",\"1\",\"look\",\"a1\",\"1600000301000\",\"\"\n"
              + "\"a3\",\"u3\",\"0\",\"1\",\"1\",\"\",\"1600000400000\",\"1600000400000\",\"\",\"LOCATION\",\"[41.14,-8.61,10,\"\"Quay\"\"]\",\"0\",\"1\",\"\",\"\",\"\",\"\"\n",
          "message_media_u2",
          "picture",
          "group_message_2123456789abcdef0123456789abcdef.csv",
          MESSAGE.replace("\"uid\",", "\"uid\",\"identity\",")
              + "\"g1\",\"v1\",\"CLEOOOO3\",\"0\",\"1\",\"1\",\"READ\",\"1600000500000\",\"1600000500000\",\"\",\"TEXT\",\"all here\",\"0\",\"1\",\"\",\"\",\"\",\"\"\n"
              + "\"\",\"v2\",\"\",\"0\",\"1\",\"1\",\"\",\"1600000600000\",\"1600000600000\",\"\",\"STATUS\",\"Cleo left\",\"1\",\"1\",\"\",\"\",\"\",\"\"\n",
          "settings",
          "25\n");

  @Test
  void backup() {
    try (ReadTrial trial = Given.folder(folder, BACKUP)) {
      assertThat(trial.reader()).isEqualTo("threema-backup");
      String own = "the account of this backup";
      assertThat(Given.told(trial))
          .containsExactly(
              "profile of threema/platform_id/ANAAAAA1",
              "FOLLOW",
              "profile of threema/platform_id/CLEOOOO3",
              "FOLLOW",
              "cleo: all here",
              "status -: Cleo left",
              "group Ana Ré: Quay",
              "Ana Ré PRESENT",
              "cleo PRESENT",
              "MEEEEEE9 PRESENT",
              "Ana Ré: Quay, \"nine\"?\nsecond line",
              own + ": look",
              "LOCATION Ana Ré: ",
              "PLACE");
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m.get(0).conversation().key()).isEqualTo("ab12cd34ef56ab78-ANAAAAA1");
      assertThat(m.get(0).conversation().title()).isEqualTo("Quay");
      assertThat(m.get(3).conversation().kind()).isEqualTo(ConversationRef.Kind.DIRECT);
      assertThat(m.get(3).header().claimed().instant())
          .isEqualTo(Instant.ofEpochMilli(1600000100123L));
      assertThat(m.get(3).header().extra())
          .containsEntry("created_at", "1600000099000")
          .containsEntry("messagestae", "READ");
      assertThat(m.get(3).recipients()).extracting(Given::name).containsExactly(own);
      assertThat(m.get(4).media().getFirst().part()).isEqualTo("message_media_u2");
      assertThat(m.get(4).replyTo()).isEqualTo("a1");
      assertThat(m.get(4).recipients()).extracting(a -> a.key()).containsExactly("ANAAAAA1");
      assertThat(trial.of(Record.Place.class).getFirst().latitude()).isEqualTo(41.14);
      assertThat(trial.unknowns)
          .extracting(ReadTrial.Unfamiliar::section)
          .containsExactly("settings");
      Golden.check("threema/backup", trial);
    }
  }

  @Test
  void timesAreMillisecondsOnly() {
    Map<String, String> odd = new TreeMap<>(BACKUP);
    odd.replaceAll((path, text) ->
        text.replace("1600000100123", "1000")
            .replace("\"1600000300000\",\"1600000300000\"", "\"1000\",\"1600000300\""));
    try (ReadTrial trial = Given.folder(folder, odd)) {
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m.get(3).header().claimed().instant())
          .isEqualTo(Instant.ofEpochMilli(1600000099000L));
      assertThat(m.get(3).header().extra()).containsEntry("posted_at", "1000");
      assertThat(m.get(4).header().claimed()).isEqualTo(ClaimedTime.unreadable("1000"));
      assertThat(trial.notes).extracting(n -> n.code()).contains("SX-NOTE-TIME");
    }
  }

  @Test
  void batteredBytesGiveOnlyTypedOutcomes() {
    Battering.batterAll(Battering.texts(new TreeMap<>(BACKUP)), 41, 40);
  }
}
