package dev.sextant.records.reader.archive.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.archive.ArchiveSample;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlueskyApiTest {
  @TempDir Path folder;

  private static ArchiveSample sample() {
    return new ArchiveSample()
        .file(
            "feed.json",
            """
            {"cursor":"c","feed":[{"post":{"uri":"at://did:plc:aaa/app.bsky.feed.post/1","cid":"b1","author":{"did":"did:plc:aaa","handle":"ana.example","displayName":"Ana"},
              "record":{"$type":"app.bsky.feed.post","text":"hi @bo","createdAt":"2024-01-01T10:00:00.000Z","langs":["en"],"facets":[{"index":{"byteStart":3,"byteEnd":6},"features":[{"$type":"app.bsky.richtext.facet#mention","did":"did:plc:bbb"}]}],"reply":{"root":{"uri":"at://did:plc:bbb/app.bsky.feed.post/r","cid":"x"},"parent":{"uri":"at://did:plc:bbb/app.bsky.feed.post/p","cid":"y"}}},
              "embed":{"$type":"app.bsky.embed.record#view","record":{"$type":"app.bsky.embed.record#viewRecord","uri":"at://did:plc:ccc/app.bsky.feed.post/q","author":{"did":"did:plc:ccc","handle":"cy.example"},"value":{"$type":"app.bsky.feed.post","text":"quoted","createdAt":"2023-01-01T00:00:00Z"}}},
              "likeCount":2,"indexedAt":"2024-01-01T10:00:01Z"},
              "reason":{"$type":"app.bsky.feed.defs#reasonRepost","by":{"did":"did:plc:ddd","handle":"di.example"},"indexedAt":"2024-01-02T00:00:00Z"}}]}
            """)
        .file(
            "followers.json",
            "{\"subject\":{\"did\":\"did:plc:aaa\",\"handle\":\"ana.example\"},\"followers\":[{\"did\":\"did:plc:bbb\",\"handle\":\"bo.example\",\"description\":\"b\",\"createdAt\":\"2023-01-01T00:00:00Z\"}]}")
        .file(
            "thread.json",
            "{\"thread\":{\"$type\":\"app.bsky.feed.defs#threadViewPost\",\"post\":{\"uri\":\"at://did:plc:aaa/app.bsky.feed.post/1\",\"author\":{\"did\":\"did:plc:aaa\"},\"record\":{\"text\":\"top\",\"createdAt\":\"2024-01-01T10:00:00Z\"}},\"replies\":[{\"post\":{\"uri\":\"at://did:plc:bbb/app.bsky.feed.post/2\",\"author\":{\"did\":\"did:plc:bbb\"},\"record\":{\"text\":\"below\",\"createdAt\":\"2024-01-01T11:00:00Z\"}}}]}}")
        .file(
            "dump.ndjson",
            "{\"py_type\":\"app.bsky.feed.defs#postView\",\"uri\":\"at://did:plc:aaa/app.bsky.feed.post/3\",\"author\":{\"did\":\"did:plc:aaa\",\"display_name\":\"Ana\"},\"record\":{\"py_type\":\"app.bsky.feed.post\",\"text\":\"from python\",\"created_at\":\"2024-02-01T10:00:00Z\"}}\n{\"py_type\":\"app.bsky.feed.defs#postView\",\"uri\":\"at://did:plc:aaa/app.bsky.feed.post/4\",\"author\":{\"did\":\"did:plc:aaa\"},\"record\":{\"text\":\"second\",\"created_at\":\"2024-02-02T10:00:00Z\"}}\n");
  }

  @Test
  void answers() {
    try (ReadTrial trial = sample().golden(folder, "archive/bluesky-api")) {
      assertThat(trial.reader()).isEqualTo("bluesky-api");
      assertThat(trial.of(Record.Post.class))
          .extracting(Record.Post::text)
          .containsExactly("from python", "second", "hi @bo", "quoted", "top", "below");
      Record.Post post = trial.of(Record.Post.class).get(2);
      assertThat(post.replyTo()).extracting(AccountRef::key).isEqualTo("did:plc:bbb");
      assertThat(post.mentions()).extracting(AccountRef::key).containsExactly("did:plc:bbb");
      Record.Post quoted = trial.of(Record.Post.class).get(3);
      assertThat(trial.text(quoted.header().locator()))
          .startsWith("{")
          .contains("quoted")
          .doesNotContain("hi @bo");
      assertThat(trial.of(Record.Activity.class).getFirst().account())
          .extracting(AccountRef::key)
          .isEqualTo("did:plc:ddd");
      assertThat(trial.of(Record.Follow.class).getFirst().from().key()).isEqualTo("did:plc:bbb");
      assertThat(trial.faults).isEmpty();
    }
  }

  @Test
  @Tag("heavy") // Thousands of readings.
  void cutAndDamaged() {
    sample().batter(71);
  }

  @Test
  void realAnswers() {
    for (String below : new String[] {"bluesky/bskyr", "bluesky/granary"}) {
      java.io.File[] files = ReadTrial.realData(below).toFile().listFiles();
      assertThat(files).isNotEmpty();
      for (java.io.File file : files == null ? new java.io.File[0] : files) {
        try (ReadTrial trial = ReadTrial.of(file.toPath())) {
          assertThat(trial.reader()).as(file.getName()).isEqualTo("bluesky-api");
          assertThat(trial.records).as(file.getName()).isNotEmpty();
          assertThat(trial.faults).as(file.getName()).isEmpty();
        }
      }
    }
  }
}
