package dev.sextant.records.reader.archive.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.archive.ArchiveSample;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedditDumpTest {
  @TempDir Path folder;

  private static final String LINES =
      "{\"id\":\"aa1\",\"author\":\"sxt_rex\",\"author_fullname\":\"t2_xyz\",\"subreddit\":\"boats\",\"subreddit_id\":\"t5_1\",\"body\":\"a &amp; b\",\"created_utc\":1577836800,\"parent_id\":\"t3_pp1\",\"link_id\":\"t3_pp1\",\"score\":3,\"edited\":false}\n"
          + "{broken\n"
          + "{\"id\":\"aa2\",\"author\":\"[deleted]\",\"subreddit\":\"boats\",\"body\":\"[removed]\",\"created_utc\":\"1577836900\",\"parent_id\":\"t1_aa1\",\"link_id\":\"t3_pp1\"}\n"
          + "{\"id\":\"pp1\",\"author\":\"sxt_rex\",\"subreddit\":\"boats\",\"title\":\"Tow\",\"selftext\":\"how?\",\"url\":\"https://i.example/x.jpg\",\"created_utc\":1577836700,\"over_18\":false}\n";

  private static ArchiveSample sample() {
    return new ArchiveSample()
        .file("RC_2020-01", LINES)
        .file(
            "thread.json",
            "[{\"kind\":\"Listing\",\"data\":{\"after\":null,\"children\":[{\"kind\":\"t3\",\"data\":{\"id\":\"pp2\",\"author\":\"sxt_a\",\"title\":\"T\",\"selftext\":\"\",\"created_utc\":1577836700.0}}]}},{\"kind\":\"Listing\",\"data\":{\"children\":[{\"kind\":\"t1\",\"data\":{\"id\":\"c1\",\"author\":\"sxt_b\",\"body\":\"one\",\"parent_id\":\"t3_pp2\",\"created_utc\":1577836800.0,\"replies\":{\"kind\":\"Listing\",\"data\":{\"children\":[{\"kind\":\"t1\",\"data\":{\"id\":\"c2\",\"author\":\"sxt_a\",\"body\":\"two\",\"parent_id\":\"t1_c1\",\"created_utc\":1577836900.0}}]}}}},{\"kind\":\"more\",\"data\":{\"count\":3,\"children\":[\"x\"]}}]}}]");
  }

  @Test
  void dumpAndThread() {
    try (ReadTrial trial = sample().golden(folder, "archive/reddit")) {
      assertThat(trial.reader()).isEqualTo("reddit-dump");
      assertThat(trial.of(Record.Post.class))
          .extracting(Record.Post::text)
          .containsExactly("a & b", "[removed]", "Tow\nhow?", "T", "one", "two");
      assertThat(trial.of(Record.Post.class).getFirst().author())
          .extracting(AccountRef::key)
          .isEqualTo("t2_xyz");
      assertThat(trial.of(Record.Post.class).get(1).author()).isNull();
      assertThat(trial.of(Record.Post.class).getLast().replyToPost()).isEqualTo("c1");
      assertThat(trial.faults).hasSize(1);
      assertThat(trial.unknowns).hasSize(1);
    }
  }

  @Test
  void packedLinesAreTheSame() {
    byte[] packed =
        com.github.luben.zstd.Zstd.compress(
            LINES.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    ArchiveSample sample = new ArchiveSample().file("RC_2020-01.zst", packed);
    try (ReadTrial trial = sample.alone(folder, "RC_2020-01.zst")) {
      assertThat(trial.of(Record.Post.class)).hasSize(3);
      var at = trial.of(Record.Post.class).getFirst().header().locator();
      assertThat(at.part()).isEqualTo("!/RC_2020-01");
      assertThat(LINES.substring((int) at.from(), (int) at.to()))
          .startsWith("{\"id\":\"aa1\"")
          .endsWith("}");
    }
    for (int cut = 5; cut < packed.length; cut++) {
      byte[] start = java.util.Arrays.copyOf(packed, cut);
      // Whatever is left: read to where it can be unpacked, or refused; never more than was there.
      try (ReadTrial trial = new ArchiveSample().file("x.zst", start).alone(folder, "x.zst")) {
        assertThat(trial.of(Record.Post.class).size()).as("cut at %d", cut).isLessThanOrEqualTo(3);
      }
    }
  }

  /* Children first, then what the whole is; longer than what sniffing looks at. */
  private static String turned(int children) {
    StringBuilder out = new StringBuilder("[{\"data\":{\"children\":[");
    for (int i = 0; i < children; i++) {
      out.append(i == 0 ? "" : ",")
          .append(
              "{\"data\":{\"subreddit\":\"boats\",\"created_utc\":1577836700.0,\"title\":\"T\",")
          .append("\"author\":\"sxt_a\",\"id\":\"p")
          .append(i)
          .append("\"},\"kind\":\"t3\"}");
    }
    return out
        + "],\"after\":null},\"kind\":\"Listing\"},"
        + "{\"data\":{\"body\":\"alone\",\"author\":\"sxt_b\",\"id\":\"c9\"},\"kind\":\"t1\"}]";
  }

  @Test
  void kindsMayStandBehindTheirData() {
    ArchiveSample sample = new ArchiveSample().file("turned.json", turned(2000));
    try (ReadTrial trial = sample.alone(folder, "turned.json")) {
      assertThat(trial.reader()).isEqualTo("reddit-dump");
      assertThat(trial.of(Record.Post.class)).hasSize(2001);
      assertThat(trial.of(Record.Post.class).getLast().text()).isEqualTo("alone");
      assertThat(trial.faults).isEmpty();
      assertThat(trial.unknowns).isEmpty();
    }
  }

  @Test
  void whatIsCutBeforeItsKindIsStillAListing() {
    String whole = turned(3);
    String cut = whole.substring(0, whole.indexOf("p2"));
    ArchiveSample sample = new ArchiveSample().file("cut.json", cut);
    try (ReadTrial trial = sample.alone(folder, "cut.json")) {
      assertThat(trial.of(Record.Post.class)).hasSize(2);
      assertThat(trial.faults).hasSize(1);
    }
  }

  @Test
  @Tag("heavy") // Thousands of readings.
  void cutAndDamaged() {
    sample().batter(61);
  }
}
