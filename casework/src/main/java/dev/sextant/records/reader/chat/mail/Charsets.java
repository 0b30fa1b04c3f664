package dev.sextant.records.reader.chat.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/** Decodes what mails and cards say in whatever character set they name, or name wrongly. */
public final class Charsets {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private Charsets() {}

  /**
   * The text of bytes: in the named set if there is such a set, else UTF-8 if they are that, else
   * windows-1252, which every byte fits.
   */
  public static String decode(byte[] bytes, @Nullable String named) {
    Charset charset = named == null ? null : charset(named);
    if (charset != null
        && !charset.equals(StandardCharsets.UTF_8)
        && !charset.equals(StandardCharsets.US_ASCII)) {
      return new String(bytes, charset);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      // Said to be, or taken for, UTF-8 or ASCII and is not: the most common mistake of mailers.
      return new String(bytes, WESTERN);
    }
  }

  private static @Nullable Charset charset(String named) {
    String name = named.strip();
    try {
      return Charset.forName(name.equalsIgnoreCase("iso-8859-1") ? "windows-1252" : name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null; // No such set here: the bytes themselves are asked.
    }
  }
}
