package dev.sextant.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The agency's key, which wraps the keys of cases and persons. Kept in a file that only its owner
 * reads; whoever loses it loses every case, so it is backed up apart from the evidence.
 */
public final class AgencyKey {
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final byte[] key;
  private final ValueCipher cipher;

  private AgencyKey(byte[] key) {
    this.key = key.clone();
    this.cipher = new ValueCipher(key);
  }

  /**
   * Reads the key file, or makes one if there is none.
   *
   * @param file such as {@code <home>/keys/agency.key}: 64 hexadecimal characters
   * @throws RegisterFault {@code SX-AUTH-KEY-FILE} if it is malformed or others may read it
   */
  public static AgencyKey open(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
      if (!OWNER_ONLY.containsAll(mode)) {
        throw bad(file, PosixFilePermissions.toString(mode), "chmod 600 " + file.getFileName());
      }
      String text = Files.readString(file).strip();
      if (!text.matches("[0-9a-f]{64}")) {
        throw bad(file, text.length() + " characters", "restore the key from its backup");
      }
      return new AgencyKey(HexFormat.of().parseHex(text));
    } catch (IOException e) {
      throw new UncheckedIOException("agency key " + file, e);
    }
  }

  private static RegisterFault bad(Path file, String value, String cure) {
    return new RegisterFault(
        "SX-AUTH-KEY-FILE", "the agency's key file is not usable", file.toString(), value, cure);
  }

  private static void make(Path file) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling(".").normalize();
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path fresh = folder.resolve(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel out =
        FileChannel.open(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
      byte[] text = HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII);
      ByteBuffer bytes = ByteBuffer.wrap(text);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel held = FileChannel.open(folder, StandardOpenOption.READ)) {
      held.force(true);
    }
  }

  /**
   * A key for one use of this room's own (HKDF-SHA-256, RFC 5869).
   *
   * @return 32 bytes, always the same for the same use
   */
  byte[] derive(String use) {
    return CaseKeys.hkdf(key, new byte[0], "sextant/" + use, BYTES);
  }

  /**
   * Wraps a key.
   *
   * @param use what the key is and whose; unwrapping must name the same
   */
  public byte[] wrap(byte[] key, String use) {
    return cipher.seal(key, use.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Unwraps a key.
   *
   * @throws RegisterFault if it was altered, wrapped for another use or by another agency key
   */
  public byte[] unwrap(byte[] wrapped, String use) {
    return cipher.open(wrapped, use.getBytes(StandardCharsets.UTF_8));
  }
}
