package dev.sextant.records.reader;

import dev.sextant.terms.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leads the path that a record names back to the bytes of a source:
 *
 * <ul>
 *   <li>{@code chat/messages.json}: a part of the source, as it lists it;
 *   <li>{@code outer.zip!/inner.json}, {@code dump.zst!/dump}: a part within a part, to any depth
 *       that readers open;
 *   <li>{@code mail.mbox@120-480}: bytes 120 to 480 of a part, as they stand there (an attachment
 *       of a mail in its transfer encoding).
 * </ul>
 */
public final class PartPath {
  private static final Pattern RANGE =
      Pattern.compile("(.*)@(\\d{1,18})-(\\d{1,18})", Pattern.DOTALL);

  private PartPath() {}

  /**
   * What is done with a part while it is open.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface Use<T> {
    /** Uses the part; not after the call. */
    T of(Source.Part part) throws IOException;
  }

  /**
   * Opens what a path names.
   *
   * @return what came of it; empty if the source has no such part
   * @throws ReaderFault if an archive on the way is broken or over a limit
   */
  public static <T> Optional<T> open(Source source, String path, Use<T> use) throws IOException {
    Optional<Source.Part> whole = source.part(path);
    if (whole.isPresent()) {
      return Optional.of(use.of(whole.get()));
    }
    int nested = path.indexOf("!/");
    while (nested >= 0) {
      Optional<Source.Part> outer = source.part(path.substring(0, nested));
      if (outer.isPresent()) {
        try (ExhibitSource inner = ExhibitSource.nested(source, outer.get())) {
          // The inner source's parts carry the whole path already.
          return open(inner, path, use);
        }
      }
      nested = path.indexOf("!/", nested + 1);
    }
    Matcher range = RANGE.matcher(path);
    if (!range.matches()) {
      return Optional.empty();
    }
    long from = Long.parseLong(range.group(2));
    long to = Long.parseLong(range.group(3));
    Use<Optional<T>> within =
        part ->
            to < from || to > part.size()
                ? Optional.empty()
                : Optional.of(use.of(new Range(source.digest(), path, part, from, to)));
    return open(source, range.group(1), within).flatMap(found -> found);
  }

  /** Some bytes of a part, as a part. */
  private static final class Range extends ExhibitSource.AnyPart {
    private final Source.Part whole;
    private final long from;

    Range(Digest exhibit, String path, Source.Part whole, long from, long to) {
      super(exhibit, path, whole.fileName(), to - from);
      this.whole = whole;
      this.from = from;
    }

    @Override
    public InputStream open() throws IOException {
      InputStream in = whole.open();
      try {
        in.skipNBytes(from);
      } catch (IOException e) {
        in.close();
        throw e;
      }
      return new UpTo(in, size());
    }
  }

  /** Ends where the range does. */
  private static final class UpTo extends FilterInputStream {
    private long left;

    UpTo(InputStream in, long left) {
      super(in);
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
      if (left == 0) {
        return length == 0 ? 0 : -1;
      }
      int n = super.read(into, at, (int) Math.min(left, length));
      left -= Math.max(0, n);
      return n;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long n = super.skip(Math.min(left, bytes));
      left -= n;
      return n;
    }

    @Override
    public int available() throws IOException {
      return (int) Math.min(left, super.available());
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
