package dev.sextant.custody;

import dev.sextant.custody.store.SealedFolder;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * Seals a long generated stream and reads it back; run in a process of its own with a small heap.
 */
final class BigSeal {
  private BigSeal() {}

  /** Bytes that differ from place to place, at memory speed. */
  private static final class Generated extends InputStream {
    private long left;

    Generated(long bytes) {
      this.left = bytes;
    }

    @Override
    public int read() {
      return left-- > 0 ? (int) (left & 0xff) : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      int some = (int) Math.min(left, length);
      for (int i = 0; i < some; i++) {
        into[from + i] = (byte) ((left - i) * 31 >>> 3);
      }
      left -= some;
      return some;
    }
  }

  public static void main(String[] arguments) throws IOException {
    long bytes = Long.parseLong(arguments[1]);
    byte[] caseKey = new byte[32];
    SealedFolder folder = new SealedFolder(Path.of(arguments[0], "big"));
    long start = System.nanoTime();
    SealedFolder.Incoming incoming =
        folder.write(CaseId.random(), caseKey, new Generated(bytes), Progress.silent());
    double written = (System.nanoTime() - start) / 1e9;
    start = System.nanoTime();
    MessageDigest sha = Digest.sha256();
    byte[] key = SealedFormat.exhibitKey(caseKey, folder.salt(incoming.file()));
    try (SeekableByteChannel in = SealedFile.open(incoming.file(), key)) {
      ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
      while (in.read(buffer) >= 0) {
        sha.update(buffer.flip());
        buffer.clear();
      }
    }
    double read = (System.nanoTime() - start) / 1e9;
    boolean same = Digest.ofRaw(sha.digest()).equals(incoming.digest());
    System.out.printf(
        Locale.ROOT,
        "%s, %d bytes sealed in %.1f s, read in %.1f s%n",
        same && incoming.bytes() == bytes ? "same digest" : "OTHER DIGEST",
        incoming.bytes(),
        written,
        read);
    folder.discard(incoming);
  }
}
