package dev.sextant.records;

import dev.sextant.records.reader.media.Likeness;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.StringJoiner;

/**
 * Where else in a case a medium is. What only looks the same is a lead to look at both, no proof.
 *
 * @param medium which of the record's media, from 0
 * @param words the search that finds them, the record itself among them (see {@link RecordQuery})
 * @param others records that carry it, but for the record itself
 * @param found the oldest of them, at most {@value #MOST_FOUND}
 */
public record SameMedia(int medium, String words, long others, List<Elsewhere> found) {
  /** Media of one record that are looked for at once. */
  static final int MOST_MEDIA = 20;

  /** Records that are shown of each; the search shows the rest. */
  static final int MOST_FOUND = 20;

  /**
   * A record that carries the medium.
   *
   * @param bytes whether it is the same bytes; else the picture looks the same
   * @param bits in how many of 64 bits the likeness of the two differs; 0 for the same bytes
   */
  public record Elsewhere(StoredRecord record, boolean bytes, int bits) {}

  /** Copies. */
  public SameMedia {
    found = List.copyOf(found);
  }

  /** The words that look for a medium; empty if there is nothing to know it by. */
  public static String words(Media medium) {
    Digest digest = medium.digest();
    PictureHash likeness = medium.likeness();
    StringJoiner words = new StringJoiner(" OR ");
    if (digest != null) {
      words.add("same:" + digest.hex());
    }
    if (likeness != null) {
      words.add("same:" + likeness.hex());
    }
    return words.toString();
  }

  /** What a file is known by, before it is any exhibit's. */
  public static Media known(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    try (InputStream bytes = Files.newInputStream(file);
        InputStream picture = Files.newInputStream(file)) {
      MessageDigest sha = Digest.sha256();
      new DigestInputStream(bytes, sha).transferTo(OutputStream.nullOutputStream());
      Digest digest = Digest.ofRaw(sha.digest());
      return new Media(name, null, null, digest, Likeness.of(picture).orElse(null));
    }
  }

  static SameMedia of(int number, Media medium, Digest record, Page page) {
    List<Elsewhere> others =
        page.found().stream()
            .map(Page.Found::record)
            .filter(r -> !r.id().equals(record))
            .limit(MOST_FOUND)
            .map(r -> elsewhere(r, medium))
            .toList();
    boolean itself = page.found().stream().anyMatch(f -> f.record().id().equals(record));
    // Beyond the first page it is among those that are not shown.
    boolean counted = itself || page.total() > page.found().size();
    return new SameMedia(number, words(medium), page.total() - (counted ? 1 : 0), others);
  }

  private static Elsewhere elsewhere(StoredRecord record, Media medium) {
    int least = Long.SIZE;
    for (Media one : record.record().media()) {
      if (medium.digest() != null && medium.digest().equals(one.digest())) {
        return new Elsewhere(record, true, 0);
      }
      PictureHash mine = medium.likeness();
      PictureHash other = one.likeness();
      if (mine != null && other != null) {
        least = Math.min(least, mine.distance(other));
      }
    }
    return new Elsewhere(record, false, least);
  }
}
