package dev.sextant.records.reader;

import com.github.luben.zstd.ZstdInputStream;
import dev.sextant.terms.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * One file packed by itself (Zstandard): the unpacked bytes as the only part, streamed, never whole
 * in memory. Its path is that of the packed file, {@code !/}, and its name without {@code .zst}.
 */
final class PackedStream extends ExhibitSource {
  /** The window that the largest public dumps were packed with: 2^31 bytes. */
  private static final int LONGEST_WINDOW_LOG = 31;

  private final Part part;

  private PackedStream(Digest digest, Limits limits, Part part) {
    super(part.fileName(), digest, limits);
    this.part = part;
  }

  /** True if the bytes begin as a Zstandard frame does. */
  static boolean packed(byte[] head) {
    return head.length >= 4
        && head[0] == 0x28
        && head[1] == (byte) 0xB5
        && head[2] == 0x2F
        && head[3] == (byte) 0xFD;
  }

  /** Opens; unpacks once to know the size. */
  static PackedStream open(Source outer, Part packed) throws IOException {
    String name = packed.fileName().replaceFirst("(?i)\\.zst$", "");
    String path = packed.path() + "!/" + name;
    long most = most(outer.limits(), packed.size());
    long size = 0;
    try (InputStream in = unpacked(packed, most)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
      }
    }
    return new PackedStream(
        outer.digest(), outer.limits(), new Unpacked(outer.digest(), path, name, size, packed));
  }

  /* A frame has no directory to refuse by: what it unpacks to is stopped at the ratio of archives. */
  private static long most(Limits limits, long packed) {
    long tight = Math.max(ZipSource.RATIO_MATTERS_FROM_BYTES, packed * limits.ratio());
    return Math.min(limits.unpackedBytes(), tight);
  }

  private static InputStream unpacked(Part packed, long most) throws IOException {
    InputStream bytes = packed.open();
    try {
      ZstdInputStream in = new ZstdInputStream(bytes);
      in.setLongMax(LONGEST_WINDOW_LOG);
      return new Bounded(in, most, packed.path());
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  @Override
  public List<Part> parts() {
    return List.of(part);
  }

  @Override
  public void close() {
    // The outer source holds the bytes.
  }

  private static final class Unpacked extends AnyPart {
    private final Part packed;

    Unpacked(Digest exhibit, String path, String name, long size, Part packed) {
      super(exhibit, path, name, size);
      this.packed = packed;
    }

    @Override
    public InputStream open() throws IOException {
      return unpacked(packed, size());
    }
  }

  /** Stops a file that unpacks to too much. */
  private static final class Bounded extends FilterInputStream {
    private final long most;
    private final String path;
    private long got;

    Bounded(InputStream in, long most, String path) {
      super(in);
      this.most = most;
      this.path = path;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int n = super.read(into, from, length);
      got += Math.max(0, n);
      if (got > most) {
        throw new ReaderFault.Limit("unpacks to too much", path, "more than " + most + " bytes");
      }
      return n;
    }
  }
}
