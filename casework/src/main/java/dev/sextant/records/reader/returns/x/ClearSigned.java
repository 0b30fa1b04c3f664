package dev.sextant.records.reader.returns.x;

import dev.sextant.records.reader.Source;
import dev.sextant.terms.Locator;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The signed text of a part that is clear-signed (RFC 9580, section 7). What stands before and
 * after reads as blanks, so that every place in the text is its place in the part.
 *
 * @param part the whole part
 * @param from first byte of the signed text
 * @param to byte after it; the signature's armour begins there
 * @param end byte after the signature's armour
 * @param hash the hash that the armour names, or the empty text
 * @param whole false if the part ends before a signature does
 */
record ClearSigned(Source.Part part, long from, long to, long end, String hash, boolean whole)
    implements Source.Part {
  static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
  private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
  private static final String END = "-----END PGP SIGNATURE-----";

  /** Heads of armour are short; a text without an empty line in this much has none. */
  private static final int LONGEST_HEAD = 4096;

  private static final int LINE = 80;

  /** The signed text of a part, or null if it is not clear-signed. */
  static @Nullable ClearSigned of(Source.Part part) throws IOException {
    String head = new String(part.head(), StandardCharsets.ISO_8859_1);
    int begin = head.indexOf(BEGIN);
    if (begin < 0 || begin > LONGEST_HEAD) {
      return null;
    }
    int at = begin;
    String hash = "";
    while (true) {
      int lineEnd = head.indexOf('\n', at);
      if (lineEnd < 0 || lineEnd - begin > LONGEST_HEAD) {
        return null;
      }
      String line = head.substring(at, lineEnd).strip();
      if (line.startsWith("Hash:")) {
        hash = line.substring("Hash:".length()).strip();
      }
      at = lineEnd + 1;
      if (line.isEmpty()) {
        break;
      }
    }
    return tail(part, at, hash);
  }

  /* Lines of the armour begin their line and are short; of a long line only the start is kept. */
  private static ClearSigned tail(Source.Part part, long from, String hash) throws IOException {
    long signature = -1;
    long end = -1;
    try (InputStream in = new BufferedInputStream(part.open(), 1 << 16)) {
      in.skipNBytes(from);
      StringBuilder line = new StringBuilder(LINE);
      long start = from;
      long at = from;
      int b = in.read();
      while (true) {
        if (b < 0 || b == '\n') {
          String said = line.toString().strip();
          if (said.equals(SIGNATURE) && signature < 0) {
            signature = start;
          } else if (said.equals(END) && signature >= 0) {
            end = at;
          }
          line.setLength(0);
          start = at + 1;
          if (b < 0) {
            break;
          }
        } else if (line.length() < LINE) {
          line.append((char) b);
        }
        at++;
        b = in.read();
      }
    }
    return new ClearSigned(
        part,
        from,
        signature < 0 ? part.size() : signature,
        end < 0 ? part.size() : end,
        hash,
        end >= 0);
  }

  @Override
  public String path() {
    return part.path();
  }

  @Override
  public long size() {
    return part.size();
  }

  @Override
  public InputStream open() throws IOException {
    return new Signed(part.open(), from, to);
  }

  @Override
  public byte[] head() throws IOException {
    byte[] head = part.head();
    Signed.blank(head, 0, head.length, 0, from, to);
    return head;
  }

  @Override
  public String fileName() {
    return part.fileName();
  }

  @Override
  public Locator at(long first, long last, String pointer) {
    return part.at(first, last, pointer);
  }

  /** Bytes outside the signed text made blanks; so is the mark before a dash-escaped line. */
  private static final class Signed extends FilterInputStream {
    private final long from;
    private final long to;
    private long at;
    private int before = '\n';
    private boolean dash;

    Signed(InputStream in, long from, long to) {
      super(in);
      this.from = from;
      this.to = to;
    }

    static void blank(byte[] bytes, int start, int count, long at, long from, long to) {
      for (int i = start; i < start + count; i++) {
        long place = at + i - start;
        if (place < from || place >= to) {
          bytes[i] = ' ';
        }
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
      int n = super.read(into, start, length);
      if (n > 0) {
        blank(into, start, n, at, from, to);
        for (int i = start; i < start + n; i++) {
          int b = into[i];
          if (dash && b == ' ') {
            dash = false;
          } else if (before == '\n' && b == '-') {
            into[i] = ' ';
            dash = true;
          } else {
            dash = false;
          }
          before = b;
        }
        at += n;
      }
      return n;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
