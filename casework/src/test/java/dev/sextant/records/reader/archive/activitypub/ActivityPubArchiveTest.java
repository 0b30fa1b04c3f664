package dev.sextant.records.reader.archive.activitypub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.archive.ArchiveSample;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityPubArchiveTest {
  @TempDir Path folder;

  private static ArchiveSample sample() {
    String context = "\"@context\":\"https://www.w3.org/ns/activitystreams\",";
    return new ArchiveSample()
        .file(
            "actor.json",
            "{"
                + context
                + "\"id\":\"https://m.example/users/ana\",\"type\":\"Person\",\"preferredUsername\":\"ana\",\"name\":\"Ana\",\"summary\":\"<p>boats &amp; bikes</p>\",\"published\":\"2020-01-01T00:00:00Z\",\"attachment\":[{\"type\":\"PropertyValue\",\"name\":\"Site\",\"value\":\"<a href=\\\"https://x.example\\\">x.example</a>\"}]}")
        .file(
            "outbox.json",
            "{"
                + context
                + "\"id\":\"outbox.json\",\"type\":\"OrderedCollection\",\"totalItems\":5,\"orderedItems\":["
                + "{\"id\":\"https://m.example/users/ana/statuses/1/activity\",\"type\":\"Create\",\"actor\":\"https://m.example/users/ana\",\"published\":\"2023-03-01T10:00:00Z\",\"to\":[\"https://www.w3.org/ns/activitystreams#Public\"],\"cc\":[\"https://m.example/users/ana/followers\"],\"object\":{\"id\":\"https://m.example/users/ana/statuses/1\",\"type\":\"Note\",\"summary\":null,\"inReplyTo\":null,\"published\":\"2023-03-01T10:00:00Z\",\"attributedTo\":\"https://m.example/users/ana\",\"content\":\"<p>first<br>line</p><p>second</p>\",\"tag\":[{\"type\":\"Mention\",\"href\":\"https://n.example/users/bo\",\"name\":\"@bo@n.example\"}],\"attachment\":[{\"type\":\"Document\",\"mediaType\":\"image/png\",\"url\":\"/media_attachments/files/1.png\",\"name\":\"a boat\"}]}},"
                + "{\"type\":\"Create\",\"actor\":\"https://m.example/users/ana\",\"published\":\"2023-03-02T10:00:00Z\",\"to\":[\"https://n.example/users/bo\"],\"cc\":[],\"object\":{\"type\":\"Note\",\"content\":\"<p>for you</p>\",\"to\":[\"https://n.example/users/bo\"],\"cc\":[]}},"
                + "{\"type\":\"Announce\",\"actor\":\"https://m.example/users/ana\",\"published\":\"2023-03-03T10:00:00Z\",\"object\":\"https://n.example/users/bo/statuses/9\"},"
                + "{\"type\":\"Strange\"}]}")
        .file("media_attachments/files/1.png", "png")
        .file(
            "likes.json",
            "{"
                + context
                + "\"id\":\"likes.json\",\"type\":\"OrderedCollection\",\"orderedItems\":[\"https://n.example/users/bo/statuses/8\"]}")
        .file(
            "following_accounts.csv",
            "Account address,Show boosts,Notify on new posts,Languages\nbo@n.example,true,false,\n");
  }

  @Test
  void archive() {
    try (ReadTrial trial = sample().golden(folder, "archive/mastodon")) {
      assertThat(trial.reader()).isEqualTo("mastodon-archive");
      Record.Post first = trial.of(Record.Post.class).getFirst();
      assertThat(first.text()).isEqualTo("first\nline\n\nsecond");
      assertThat(first.header().extra()).containsEntry("visibility", "public");
      assertThat(first.author()).extracting(AccountRef::handle).isEqualTo("ana@m.example");
      assertThat(first.mentions()).extracting(AccountRef::handle).containsExactly("bo@n.example");
      assertThat(first.media().getFirst().part()).isEqualTo("media_attachments/files/1.png");
      assertThat(trial.of(Record.Post.class).get(1).header().extra())
          .containsEntry("visibility", "direct");
      assertThat(trial.notes)
          .anyMatch(n -> n.code().equals("SX-NOTE-COUNT") && n.what().contains("promises 5"));
      assertThat(trial.unknowns).hasSize(1);
      assertThat(trial.faults).isEmpty();
    }
  }

  @Test
  @Tag("heavy") // Thousands of readings.
  void cutAndDamaged() {
    sample().batter(41);
  }

  @Test
  void realObjects() {
    java.io.File[] files = ReadTrial.realData("mastodon/granary-as2").toFile().listFiles();
    assertThat(files).isNotEmpty();
    for (java.io.File file : files == null ? new java.io.File[0] : files) {
      try (ReadTrial trial = ReadTrial.of(file.toPath())) {
        assertThat(trial.reader()).as(file.getName()).isEqualTo("mastodon-archive");
        assertThat(trial.records).as(file.getName()).isNotEmpty();
        assertThat(trial.faults).as(file.getName()).isEmpty();
        assertThat(trial.unknowns).as(file.getName()).isEmpty();
      }
    }
  }
}
