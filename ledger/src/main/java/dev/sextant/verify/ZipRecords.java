package dev.sextant.verify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The records of a canonical zip (PKWARE APPNOTE 6.3.10, §4.3), in the one spelling that is used:
 * stored, version 2.0, UTF-8 flag, 1980-01-01 00:00, no extra field, no comment.
 */
final class ZipRecords {
  static final int LOCAL_BYTES = 30;
  static final int CENTRAL_BYTES = 46;
  static final int END_BYTES = 22;

  /** Zip64 starts here; 0xFFFFFFFF and 0xFFFF themselves are its markers. */
  static final long MAX_BYTES = 0xFFFF_FFFEL;

  static final int MAX_ENTRIES = 0xFFFE;
  static final int MAX_NAME_BYTES = 1024;

  private static final int LOCAL_MAGIC = 0x04034b50;
  private static final int CENTRAL_MAGIC = 0x02014b50;
  private static final int END_MAGIC = 0x06054b50;
  private static final short VERSION = 20;
  private static final short UTF8_FLAG = 0x0800;
  private static final short DOS_DATE = 0x0021;

  private ZipRecords() {}

  static byte[] local(byte[] name, int crc, long bytes) {
    ByteBuffer out = buffer(LOCAL_BYTES + name.length).putInt(LOCAL_MAGIC);
    common(out, name, crc, bytes);
    return out.put(name).array();
  }

  static byte[] central(byte[] name, int crc, long bytes, long offset) {
    ByteBuffer out = buffer(CENTRAL_BYTES + name.length).putInt(CENTRAL_MAGIC).putShort(VERSION);
    common(out, name, crc, bytes);
    // Comment length, disk, internal and external attributes: all zero.
    out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
    return out.putInt((int) offset).put(name).array();
  }

  private static void common(ByteBuffer out, byte[] name, int crc, long bytes) {
    out.putShort(VERSION).putShort(UTF8_FLAG).putShort((short) 0);
    out.putShort((short) 0).putShort(DOS_DATE);
    out.putInt(crc).putInt((int) bytes).putInt((int) bytes);
    out.putShort((short) name.length).putShort((short) 0);
  }

  static byte[] end(int entries, long centralBytes, long centralOffset) {
    ByteBuffer out = buffer(END_BYTES).putInt(END_MAGIC).putShort((short) 0).putShort((short) 0);
    out.putShort((short) entries).putShort((short) entries);
    return out.putInt((int) centralBytes).putInt((int) centralOffset).putShort((short) 0).array();
  }

  static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The bytes of a name.
   *
   * @throws VerifyFault.BadZip if it is not a plain relative path
   */
  static byte[] name(String name) {
    boolean bad =
        name.isEmpty()
            || name.indexOf('\\') >= 0
            || name.indexOf(':') >= 0
            || name.chars().anyMatch(c -> c < 0x20 || c == 0x7F)
            || List.of(name.split("/", -1)).stream()
                .anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    if (bad) {
      throw new VerifyFault.BadZip("not a plain relative path", "entry name", name);
    }
    try {
      ByteBuffer encoded =
          StandardCharsets.UTF_8
              .newEncoder()
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .onMalformedInput(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(name));
      byte[] bytes = Arrays.copyOf(encoded.array(), encoded.limit());
      if (bytes.length <= MAX_NAME_BYTES) {
        return bytes;
      }
    } catch (CharacterCodingException e) {
      // Falls through: the same fault names the value either way.
    }
    throw new VerifyFault.BadZip("a name is too long or not Unicode", "entry name", name);
  }

  /** The name that these bytes are. */
  static String name(byte[] bytes, String place) {
    try {
      String name =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      name(name);
      return name;
    } catch (CharacterCodingException e) {
      throw new VerifyFault.BadZip("a name is not UTF-8", place, bytes.length + " bytes");
    }
  }
}
