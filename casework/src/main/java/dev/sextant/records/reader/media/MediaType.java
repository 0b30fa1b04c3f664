package dev.sextant.records.reader.media;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a file is by its first bytes; names and extensions are not asked. */
public final class MediaType {
  private record Magic(String hex, int at, String type) {}

  private static final Magic[] MAGIC = {
    new Magic("ffd8ff", 0, "image/jpeg"),
    new Magic("89504e470d0a1a0a", 0, "image/png"),
    new Magic("474946383761", 0, "image/gif"),
    new Magic("474946383961", 0, "image/gif"),
    new Magic("49492a00", 0, "image/tiff"),
    new Magic("4d4d002a", 0, "image/tiff"),
    new Magic("4f676753", 0, "audio/ogg"),
    new Magic("664c6143", 0, "audio/flac"),
    new Magic("494433", 0, "audio/mpeg"),
    new Magic("2321414d52", 0, "audio/amr"),
    new Magic("1a45dfa3", 0, "video/webm"),
    new Magic("255044462d", 0, "application/pdf"),
    new Magic("464c5601", 0, "video/x-flv"),
    new Magic("3026b2758e66cf11", 0, "video/x-ms-wmv"),
  };

  private MediaType() {}

  /** The media type, or null if the bytes are of none that is known here. */
  public static @Nullable String of(byte[] head) {
    for (Magic magic : MAGIC) {
      if (starts(head, magic.at(), magic.hex())) {
        return magic.type();
      }
    }
    if (starts(head, 0, "52494646") && head.length >= 12) {
      return switch (ascii(head, 8)) {
        case "WEBP" -> "image/webp";
        case "WAVE" -> "audio/wav";
        case "AVI " -> "video/x-msvideo";
        default -> null;
      };
    }
    if (head.length >= 12 && ascii(head, 4).equals("ftyp")) {
      return boxed(ascii(head, 8));
    }
    return bitmap(head) ? "image/bmp" : mpegAudio(head) ? "audio/mpeg" : null;
  }

  /* ISO 14496-12: the major brand tells pictures, sound and film apart. */
  private static String boxed(String brand) {
    return switch (brand) {
      case "heic", "heix", "hevc", "heim", "heis", "mif1", "msf1" -> "image/heic";
      case "avif", "avis" -> "image/avif";
      case "M4A ", "M4B " -> "audio/mp4";
      case "qt  " -> "video/quicktime";
      default -> brand.startsWith("3g") ? "video/3gpp" : "video/mp4";
    };
  }

  /* Two letters are little to go by: the header's own length must be one that exists as well. */
  private static boolean bitmap(byte[] head) {
    if (!starts(head, 0, "424d") || head.length < 18) {
      return false;
    }
    return switch (head[14]) {
      case 12, 40, 52, 56, 64, 108, 124 -> head[15] == 0 && head[16] == 0 && head[17] == 0;
      default -> false;
    };
  }

  private static boolean mpegAudio(byte[] head) {
    return head.length >= 4
        && (head[0] & 0xFF) == 0xFF
        && (head[1] & 0xFE) == 0xFA
        && (head[2] & 0xF0) != 0xF0
        && (head[2] & 0x0C) != 0x0C;
  }

  /** True for a picture that the JDK can decode. */
  public static boolean decodable(@Nullable String type) {
    return switch (type) {
      case "image/jpeg", "image/png", "image/gif", "image/bmp", "image/tiff" -> true;
      case null, default -> false;
    };
  }

  /** True for any picture. */
  public static boolean picture(@Nullable String type) {
    return type != null && type.startsWith("image/");
  }

  /** True for film and sound. */
  static boolean filmOrSound(@Nullable String type) {
    return type != null && (type.startsWith("video/") || type.startsWith("audio/"));
  }

  private static boolean starts(byte[] bytes, int at, String hex) {
    if (bytes.length < at + hex.length() / 2) {
      return false;
    }
    for (int i = 0; i < hex.length() / 2; i++) {
      if ((bytes[at + i] & 0xFF) != Integer.parseInt(hex, 2 * i, 2 * i + 2, 16)) {
        return false;
      }
    }
    return true;
  }

  private static String ascii(byte[] bytes, int at) {
    return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
  }
}
