package dev.sextant.records.reader.capture.table;

import dev.sextant.records.reader.table.Columns;
import dev.sextant.terms.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a tool's table of posts are. Of several names for one thing the first that is
 * there and filled counts.
 *
 * @param platform of all rows, or null where it shows by the row
 * @param knows how sure a table with these columns is of the tool
 * @param id the post's number
 * @param authorId the author's number
 * @param handle the author's handle
 * @param name the author's name as shown
 * @param text columns of words, all of which count, in order
 * @param time when it was published
 * @param utc true if local texts are documented to be UTC
 * @param replyTo number of what it answers
 * @param repostOf number or address of what it repeats
 * @param mentions lists of handles
 * @param media addresses of media, all of which count
 * @param url the post's own address
 */
record PostColumns(
    @Nullable Platform platform,
    ToIntFunction<Columns> knows,
    List<String> id,
    List<String> authorId,
    List<String> handle,
    List<String> name,
    List<String> text,
    List<String> time,
    boolean utc,
    List<String> replyTo,
    List<String> repostOf,
    List<String> mentions,
    List<String> media,
    List<String> url) {

  static Builder of(@Nullable String platform, ToIntFunction<Columns> knows) {
    return new Builder(platform == null ? null : new Platform(platform), knows);
  }

  /** Put together piece by piece, as most tools have few of the columns. */
  static final class Builder {
    private final @Nullable Platform platform;
    private final ToIntFunction<Columns> knows;
    private List<String> id = List.of();
    private List<String> authorId = List.of();
    private List<String> handle = List.of();
    private List<String> name = List.of();
    private List<String> text = List.of();
    private List<String> time = List.of();
    private boolean utc;
    private List<String> replyTo = List.of();
    private List<String> repostOf = List.of();
    private List<String> mentions = List.of();
    private List<String> media = List.of();
    private List<String> url = List.of();

    private Builder(@Nullable Platform platform, ToIntFunction<Columns> knows) {
      this.platform = platform;
      this.knows = knows;
    }

    Builder id(String... columns) {
      id = List.of(columns);
      return this;
    }

    /** Number, handle and name of the author, one column each; empty for none. */
    Builder author(String number, String account, String shown) {
      authorId = one(number);
      handle = one(account);
      name = one(shown);
      return this;
    }

    private static List<String> one(String columns) {
      List<String> all = new ArrayList<>();
      for (String column : columns.split("\\|")) {
        if (!column.isEmpty()) {
          all.add(column);
        }
      }
      return List.copyOf(all);
    }

    Builder text(String... columns) {
      text = List.of(columns);
      return this;
    }

    Builder time(boolean inUtc, String... columns) {
      utc = inUtc;
      time = List.of(columns);
      return this;
    }

    Builder replyTo(String... columns) {
      replyTo = List.of(columns);
      return this;
    }

    Builder repostOf(String... columns) {
      repostOf = List.of(columns);
      return this;
    }

    Builder mentions(String... columns) {
      mentions = List.of(columns);
      return this;
    }

    Builder media(String... columns) {
      media = List.of(columns);
      return this;
    }

    Builder url(String... columns) {
      url = List.of(columns);
      return this;
    }

    PostColumns done() {
      return new PostColumns(
          platform, knows, id, authorId, handle, name, text, time, utc, replyTo, repostOf, mentions,
          media, url);
    }
  }
}
