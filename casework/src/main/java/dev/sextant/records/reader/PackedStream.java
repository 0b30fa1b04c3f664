package dev.sextant.records.reader;

import dev.sextant.terms.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * One file packed by itself (Zstandard): the unpacked bytes as the only part, streamed, never whole
 * in memory. Its path is that of the packed file, {@code !/}, and its name without {@code .zst}.
 */
final class PackedStream extends ExhibitSource {
  private final Part part;

  private PackedStream(Digest digest, Limits limits, Part part) {
    super(part.fileName(), digest, limits);
    this.part = part;
  }

  /** Opens; unpacks once to know the size. */
  static PackedStream open(Source outer, Part packed) throws IOException {
    String name = packed.fileName().replaceFirst("(?i)\\.zst$", "");
    String path = packed.path() + "!/" + name;
    long most = most(outer.limits(), packed.size());
    long size = 0;
    try (InputStream in = Zstandard.unpacked(packed, most)) {
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
      return Zstandard.unpacked(packed, size());
    }
  }
}
