package dev.sextant.records.reader;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells text in UTF-16 from bytes that are no text. */
final class WideText {
  /** Shorter heads without a byte order mark say too little. */
  private static final int FEWEST_PAIRS = 4;

  private WideText() {}

  /** True if the first bytes of a part are text in UTF-16, with or without a byte order mark. */
  static boolean looks(byte[] head) {
    Charset charset = charset(head);
    if (charset == null) {
      return false;
    }
    CharBuffer text = CharBuffer.allocate(head.length);
    CharsetDecoder decoder = charset.newDecoder();
    // Not the end of the input: the head may end within a character.
    CoderResult result = decoder.decode(ByteBuffer.wrap(head), text, false);
    return !result.isError() && text.flip().codePoints().allMatch(WideText::written);
  }

  private static @Nullable Charset charset(byte[] b) {
    if (b.length >= 4 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (b.length >= 4 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i + 1 < b.length; i += 2) {
      even += b[i] == 0 ? 1 : 0;
      odd += b[i + 1] == 0 ? 1 : 0;
    }
    // Spaces, digits and brackets have a zero byte in every script, and always on the same side.
    int few = b.length / 2 / 10;
    if (b.length / 2 < FEWEST_PAIRS || (even > 0) == (odd > 0)) {
      return null;
    }
    if (odd > few) {
      return StandardCharsets.UTF_16LE;
    }
    return even > few ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean written(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (Character.isDefined(c) && !Character.isISOControl(c));
  }
}
