package dev.sextant.records.reader.archive.snapchat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.archive.ArchiveSample;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapchatDataTest {
  @TempDir Path folder;

  private static ArchiveSample sample() {
    return new ArchiveSample()
        .file(
            "json/account.json",
            """
            {"Basic Information":{"Username":"sxt_me","Name":"Mia","Creation Date":"2019-01-01 10:00:00 UTC","Registration IP":"192.0.2.1","Country":"GB"},
             "Device Information":{"Make":"Apple","Model ID":"iPhone"},
             "Device History":[{"Make":"Apple","Model":"iPhone","Start Time":"2020-01-01 00:00:00 UTC","Device Type":"PHONE"}],
             "Login History":[{"IP":"192.0.2.2","Country":"GB","Created":"2023-01-01 00:00:00 UTC","Status":"success","Device":"iPhone"}]}
            """)
        .file(
            "json/account_history.json",
            "{\"Display Name Change\":[{\"Date\":\"2020-02-02 00:00:00 UTC\",\"Display Name\":\"Mia M\"}],\"Email Change\":[{\"Date\":\"2020-02-03 00:00:00 UTC\",\"Email Address\":\"mia@example.org\"}],\"Mobile Number Change\":[]}")
        .file(
            "json/friends.json",
            "{\"Friends\":[{\"Username\":\"sxt_ed\",\"Display Name\":\"Ed\",\"Creation Timestamp\":\"2021-01-01 00:00:00 UTC\",\"Last Modified Timestamp\":\"2021-01-02 00:00:00 UTC\",\"Source\":\"Added by phone\"}],\"Friend Requests Sent\":[],\"Blocked Users\":[{\"Username\":\"sxt_foe\",\"Display Name\":\"\",\"Creation Timestamp\":\"2021-02-01 00:00:00 UTC\"}],\"Deleted Friends\":[{\"Username\":\"sxt_ex\",\"Creation Timestamp\":\"2021-03-01 00:00:00 UTC\"}]}")
        .file(
            "json/chat_history.json",
            """
            {"sxt_ed":[
              {"From":"sxt_ed","Media Type":"TEXT","Created":"2023-10-01 12:00:00 UTC","Content":"it&#39;s on","Conversation Title":null,"IsSender":false,"Created(microseconds)":1696161600123,"IsSaved":true,"Media IDs":""},
              {"From":"sxt_me","Media Type":"MEDIA","Created":"2023-10-01 12:01:00 UTC","Content":"","Conversation Title":null,"IsSender":true,"Created(microseconds)":1696161660000,"IsSaved":false,"Media IDs":"b~AbC"}],
             "8f5d0d7e-3f69-4cb5-a4d5-000000000001":[
              {"From":"sxt_ed","Media Type":"TEXT","Created":"2023-10-02 12:00:00 UTC","Content":"all here?","Conversation Title":"Crew","IsSender":false}]}
            """)
        .file("chat_media/2023-10-01_b~AbC.jpg", "picture")
        .file(
            "json/memories_history.json",
            "{\"Saved Media\":[{\"Date\":\"2022-05-01 10:00:00 UTC\",\"Media Type\":\"Image\",\"Location\":\"Latitude, Longitude: 51.5, -0.12\",\"Download Link\":\"https://example.org/x?sig=1\"}]}")
        .file(
            "json/location_history.json",
            "{\"Location History\":[[\"2023/01/01 00:00:00 UTC\",\"34.47359 ± 39.66, -118.2 ± 39.66\"]],\"Latest Location\":[{\"City\":\"London\",\"Country\":\"GB\",\"Region\":\"ENG\"}]}")
        .file("html/account.html", "<html></html>");
  }

  private static ArchiveSample old() {
    return new ArchiveSample()
        .file(
            "chat_history.json",
            "{\"Received Saved Chat History\":[{\"From\":\"sxt_ed\",\"Media Type\":\"TEXT\",\"Created\":\"2019-10-01 12:00:00 UTC\",\"Text\":\"hello\"}],\"Sent Saved Chat History\":[{\"To\":\"sxt_ed\",\"Media Type\":\"TEXT\",\"Created\":\"2019-10-01 12:05:00 UTC\",\"Text\":\"hi\"}]}");
  }

  @Test
  void newShape() {
    try (ReadTrial trial = sample().golden(folder, "archive/snapchat")) {
      assertThat(trial.reader()).isEqualTo("snapchat-data");
      assertThat(trial.faults).isEmpty();
      Record.Message first = trial.of(Record.Message.class).getFirst();
      assertThat(first.text()).isEqualTo("it's on");
      assertThat(first.header().extra()).containsEntry("raw:content", "it&#39;s on");
      assertThat(first.accounts()).extracting(AccountRef::key).containsExactly("sxt_ed", "sxt_me");
      assertThat(trial.of(Record.Message.class).get(1).media().getFirst().part())
          .isEqualTo("chat_media/2023-10-01_b~AbC.jpg");
      assertThat(trial.of(Record.Message.class).get(2).conversation().title()).isEqualTo("Crew");
      assertThat(trial.of(Record.Place.class)).hasSize(2);
      assertThat(trial.of(Record.Follow.class)).hasSize(2);
      assertThat(trial.of(Record.Login.class))
          .extracting(Record.Login::ip)
          .containsExactly("192.0.2.1", "192.0.2.2");
    }
  }

  @Test
  void oldShapeAlone() {
    try (ReadTrial trial = old().alone(folder, "chat_history.json")) {
      assertThat(trial.of(Record.Message.class))
          .extracting(Record.Message::text)
          .containsExactly("hello", "hi");
      assertThat(trial.of(Record.Message.class).get(1).recipients())
          .extracting(AccountRef::key)
          .containsExactly("sxt_ed");
    }
  }

  @Test
  @Tag("heavy") // Thousands of readings.
  void cutAndDamaged() {
    sample().batter(21);
    old().batter(22);
  }

  /**
   * Sections with nothing to tell are written with empty fields: no fault, and told as passed over.
   */
  @Test
  void emptyEntriesAreNoFaults() {
    ArchiveSample sample =
        new ArchiveSample()
            .file(
                "json/location_history.json",
                """
                {"Latest Location":[{"City":"","Country":"","Region":""}],"Home & Work":{},
                 "Frequent Locations":[{"City":"Hove","Country":"GB","Region":""}],
                 "Areas you may have visited in the last two years":[]}
                """);
    try (ReadTrial trial = sample.zip(folder)) {
      assertThat(trial.faults).isEmpty();
      assertThat(trial.of(Record.Activity.class)).hasSize(1);
      assertThat(trial.ignored).hasSize(2);
    }
  }
}
