package dev.sextant.records.reader.x;

import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.terms.ClaimedTime;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Long posts ({@code note-tweet.js}), whose beginnings stand among the ordinary posts, cut and
 * without a number that joins the two. They belong together if they were made within two seconds
 * and the one begins as the other does.
 */
final class LongPosts {
  /** More are not joined; they are still read. */
  private static final int MOST = 50_000;

  /** The two are written one after the other by the same request. */
  private static final long SECONDS_APART = 2;

  /** Fewer characters than these in common are chance. */
  private static final int LEAST_IN_COMMON = 20;

  /** One long post. */
  record Post(String id, String text) {}

  private final Map<Long, List<Post>> bySecond = new HashMap<>();
  private int count;

  /** Takes the long posts of a file. */
  void gather(Source source, Source.Part part) throws IOException {
    try (JsonStream in = JsonStream.afterAssignment(part, source.limits())) {
      if (in.kind() == JsonStream.Kind.ARRAY) {
        in.array(index -> take(in.tree()));
      }
    } catch (JsonBroken e) {
      return; // The reading proper meets and reports it.
    }
  }

  /** The fields that hold a long post's words: its core, or the result that it is wrapped in. */
  static Fields words(Fields note) {
    Fields core = note.object("core");
    return core.has("text") ? core : note.object("noteTweetResults").object("result");
  }

  private void take(Json value) {
    Fields f = Fields.of(value).object("noteTweet");
    String id = f.text("noteTweetId");
    String text = words(f).text("text");
    Instant at = ClaimedTimes.ofIso(f.text("createdAt")).instant();
    if (id != null && text != null && at != null && count++ < MOST) {
      bySecond.computeIfAbsent(at.getEpochSecond(), k -> new ArrayList<>()).add(new Post(id, text));
    }
  }

  /** The long post that begins so, or null. */
  @Nullable Post of(ClaimedTime time, String cut) {
    Instant at = time.instant();
    int end = cut.lastIndexOf('\u2026');
    if (at == null || end < LEAST_IN_COMMON) {
      return null;
    }
    String start = cut.substring(0, end).strip();
    for (long second = at.getEpochSecond() - SECONDS_APART;
        second <= at.getEpochSecond() + SECONDS_APART;
        second++) {
      for (Post post : bySecond.getOrDefault(second, List.of())) {
        if (post.text().startsWith(start)) {
          return post;
        }
      }
    }
    return null;
  }
}
