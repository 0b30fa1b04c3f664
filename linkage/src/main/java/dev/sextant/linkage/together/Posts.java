package dev.sextant.linkage.together;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.delimited.DelimitedRows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who wrote what, when: the posts of each account in order of time. */
public final class Posts {
  private final Map<String, List<Post>> byAccount = new TreeMap<>();

  /** No posts yet. */
  public Posts() {}

  /**
   * One post.
   *
   * @param millis since 1970
   * @param text as written
   */
  public record Post(long millis, String text) {}

  /**
   * Reads a comma-separated table.
   *
   * @param columns names of account, time and text, in this order
   * @param zone of times that name none; empty: such a time is a fault
   * @throws LinkageFault {@code SX-LINK-COLUMN} or {@code SX-LINK-TIME}
   */
  public static Posts read(Path file, List<String> columns, Optional<ZoneId> zone)
      throws IOException {
    Posts posts = new Posts();
    try (DelimitedRows rows = DelimitedRows.table(file)) {
      int account = rows.column(columns.get(0));
      int time = rows.column(columns.get(1));
      int text = rows.column(columns.get(2));
      while (rows.next()) {
        if (!rows.cell(account).isBlank()
            && !rows.cell(time).isBlank()
            && !rows.cell(text).isBlank()) {
          posts.add(rows.cell(account), Shares.time(rows.cell(time), zone, rows), rows.cell(text));
        }
      }
    }
    return posts;
  }

  /** Adds a post. */
  public void add(String account, long millis, String text) {
    byAccount.computeIfAbsent(account, k -> new ArrayList<>()).add(new Post(millis, text));
  }

  /** The accounts, in order of name. */
  public List<String> accounts() {
    return List.copyOf(byAccount.keySet());
  }

  /** The posts of an account, by time and then by text; none if it is not known. */
  public List<Post> of(String account) {
    List<Post> posts = new ArrayList<>(byAccount.getOrDefault(account, List.of()));
    posts.sort(Comparator.comparingLong(Post::millis).thenComparing(Post::text));
    return posts;
  }
}
