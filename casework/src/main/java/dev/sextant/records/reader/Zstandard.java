package dev.sextant.records.reader;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Files packed by Zstandard (RFC 8878). */
public final class Zstandard {
  /** The window that the largest public dumps were packed with: 2^31 bytes. */
  private static final int LONGEST_WINDOW_LOG = 31;

  private Zstandard() {}

  /** True if the bytes begin as a frame does. */
  public static boolean packed(byte[] head) {
    return head.length >= 4
        && head[0] == 0x28
        && head[1] == (byte) 0xB5
        && head[2] == 0x2F
        && head[3] == (byte) 0xFD;
  }

  /** Unpacks, whatever the window. */
  public static ZstdInputStream unpacked(InputStream packed) throws IOException {
    ZstdInputStream in = new ZstdInputStream(packed);
    in.setLongMax(LONGEST_WINDOW_LOG);
    return in;
  }

  /**
   * Unpacks a part.
   *
   * @param most bytes that may come of it; the stream throws {@link ReaderFault.Limit} beyond them
   */
  public static InputStream unpacked(Source.Part part, long most) throws IOException {
    InputStream bytes = part.open();
    try {
      return new BoundedStream(
          unpacked(bytes),
          most,
          () -> {
            throw new ReaderFault.Limit(
                "unpacks to too much", part.path(), "more than " + most + " bytes");
          });
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }
}
