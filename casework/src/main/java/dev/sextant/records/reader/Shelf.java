package dev.sextant.records.reader;

import dev.sextant.records.Media;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a source as media that records mention. Remembers which were mentioned or read, so
 * that the others can be announced as unknown and no part is dropped in silence.
 */
public final class Shelf {
  private static final int BUFFER = 1 << 16;

  private final Source source;
  private final Map<String, Source.Part> parts = new HashMap<>();
  private final Map<String, Digest> digests = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /** All parts of a source, none used yet. */
  public Shelf(Source source) {
    this.source = source;
    source.parts().forEach(p -> parts.put(p.path(), p));
  }

  /** Marks a part as read itself. */
  public void use(Source.Part part) {
    used.add(part.path());
  }

  /**
   * A mentioned file: with part and digest if it is in the exhibit, else only its name.
   *
   * @param folder folder that the mention is relative to, ending in a slash or empty
   */
  public Media media(String folder, String name, @Nullable String type) throws IOException {
    String relative = name.startsWith("./") ? name.substring(2) : name;
    Source.Part part = parts.get(folder + relative);
    if (part == null || relative.isEmpty()) {
      return new Media(name, type, null, null);
    }
    used.add(part.path());
    Digest digest = digests.get(part.path());
    if (digest == null) {
      digest = digestOf(part);
      digests.put(part.path(), digest);
    }
    return new Media(name, type, part.path(), digest);
  }

  private static Digest digestOf(Source.Part part) throws IOException {
    MessageDigest sha = Digest.sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = part.open()) {
      int n = in.read(buffer);
      while (n >= 0) {
        sha.update(buffer, 0, n);
        n = in.read(buffer);
      }
    }
    return Digest.ofRaw(sha.digest());
  }

  /** The folder of a part, ending in a slash, or empty at the top. */
  public static String folderOf(Source.Part part) {
    return part.path().substring(0, part.path().lastIndexOf('/') + 1);
  }

  /** Announces every part that was neither read nor mentioned as an unknown item. */
  public void announceRest(Sink sink) {
    for (Source.Part part : source.parts()) {
      if (!used.contains(part.path())) {
        sink.item();
        sink.unknown(part.at(0, part.size(), ""), part.path());
      }
    }
  }
}
