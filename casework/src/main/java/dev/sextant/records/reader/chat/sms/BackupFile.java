package dev.sextant.records.reader.chat.sms;

import dev.sextant.records.Media;
import dev.sextant.records.PictureHash;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.media.Likeness;
import dev.sextant.records.reader.media.MediaType;
import dev.sextant.terms.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that a message carries in base64.
 *
 * @param part path of its bytes as they stand, a range of the backup
 * @param size bytes decoded, or -1 if it cannot be decoded
 * @param digest of the decoded bytes, or null if it cannot be decoded
 * @param type by the decoded bytes, or null if they do not tell
 * @param likeness of a picture, or null
 * @param text the decoded bytes of a short file as text, for parts that are words
 */
record BackupFile(
    String part,
    long size,
    @Nullable Digest digest,
    @Nullable String type,
    @Nullable PictureHash likeness,
    String text) {
  private static final int HEAD = 1 << 12;

  /** A value of an attribute that holds a file. */
  static BackupFile of(Source.Part backup, XmlTags.Value value) throws IOException {
    String part = backup.path() + "@" + value.from() + "-" + value.to();
    byte[] bytes = value.whole() ? decoded(value.raw()) : null;
    if (bytes == null) {
      return new BackupFile(part, -1, null, null, null, "");
    }
    String type = MediaType.of(Arrays.copyOf(bytes, Math.min(bytes.length, HEAD)));
    Optional<PictureHash> likeness =
        MediaType.decodable(type) ? Likeness.of(new ByteArrayInputStream(bytes)) : Optional.empty();
    String text = bytes.length > HEAD ? "" : new String(bytes, StandardCharsets.UTF_8);
    return new BackupFile(part, bytes.length, Digest.of(bytes), type, likeness.orElse(null), text);
  }

  private static byte @Nullable [] decoded(byte[] base64) {
    try {
      return Base64.getMimeDecoder().decode(plain(base64));
    } catch (IllegalArgumentException e) {
      return null; // Damaged: the range is told, no digest is made up.
    }
  }

  /* Ends of lines written as references; their digits are no base64. */
  private static byte[] plain(byte[] base64) {
    for (byte one : base64) {
      if (one == '&') {
        String raw = new String(base64, StandardCharsets.ISO_8859_1);
        return XmlReferences.decoded(raw).getBytes(StandardCharsets.ISO_8859_1);
      }
    }
    return base64;
  }

  /** The medium. */
  Media medium(String name, @Nullable String said) {
    return new Media(name, type == null ? said : type, part, digest, likeness);
  }
}
