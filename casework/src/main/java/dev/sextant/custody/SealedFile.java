package dev.sextant.custody;

import dev.sextant.terms.Digest;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/**
 * A sealed file and the key that opens it and no other: what is handed to a reader's process. A
 * secret; never printed.
 */
public final class SealedFile {
  private final Path path;
  private final byte[] exhibitKey;
  private final Digest digest;
  private final long bytes;

  SealedFile(Path path, byte[] exhibitKey, Digest digest, long bytes) {
    this.path = path;
    this.exhibitKey = exhibitKey.clone();
    this.digest = digest;
    this.bytes = bytes;
  }

  /** Where it lies. */
  public Path path() {
    return path;
  }

  /** The key of this one file, 32 bytes; a fresh copy. */
  public byte[] exhibitKey() {
    return exhibitKey.clone();
  }

  /** SHA-256 of the bytes inside. */
  public Digest digest() {
    return digest;
  }

  /** Length of the bytes inside. */
  public long bytes() {
    return bytes;
  }

  /**
   * Opens a sealed file for reading at any place. Needs nothing but the file and its key, so that a
   * reader's process can do it. Every chunk is verified before a byte of it is given out; that the
   * file was not cut short is verified now.
   *
   * @param file in the format of docs/formats/sealed-file.md
   * @param exhibitKey 32 bytes
   * @return a channel for one thread at a time; it cannot be written
   * @throws CustodyFault.Altered now or while reading, if a byte was altered or the key is another
   * @throws IOException if the disk fails
   */
  public static SeekableByteChannel open(Path file, byte[] exhibitKey) throws IOException {
    return UnsealedChannel.open(file, exhibitKey);
  }

  @Override
  public String toString() {
    return "SealedFile[" + bytes + " bytes]";
  }
}
