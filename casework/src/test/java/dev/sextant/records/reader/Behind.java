package dev.sextant.records.reader;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Place;
import dev.sextant.records.reader.media.PictureRecords;
import dev.sextant.terms.Platform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Whether the bytes behind a record say what the record says: in at least one of its values, as the
 * bytes stand, or as JSON, XML, CSV and mail write them.
 */
final class Behind {
  private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
  private static final Pattern HEX = Pattern.compile("=([0-9A-Fa-f]{2})");
  private static final Pattern BLOCK = Pattern.compile("[A-Za-z0-9+/\\r\\n]{24,}={0,2}");
  private static final int SHORTEST = 1;

  private Behind() {}

  /**
   * Whether the record's own bytes could say it: not where they are a picture, printed pages or the
   * number of a text that stands elsewhere in a workbook, nor where a row and a column of a network
   * say who is meant.
   */
  static boolean tells(byte[] bytes, Record record) {
    String start = new String(bytes, 0, Math.min(bytes.length, 4000), StandardCharsets.ISO_8859_1);
    Platform platform = record.header().platform();
    return values(record).findAny().isPresent()
        && !platform.equals(PictureRecords.PLATFORM)
        && !platform.name().equals("table")
        && !start.startsWith("%PDF")
        && !start.contains(" t=\"s\"");
  }

  static boolean says(byte[] bytes, Record record) {
    List<String> written = written(bytes);
    return values(record).anyMatch(v -> written.stream().anyMatch(w -> w.contains(v)));
  }

  /** What could be found in the bytes, without signs and blanks. */
  static Stream<String> values(Record record) {
    List<@Nullable String> all = new ArrayList<>();
    all.add(record.header().claimed().text());
    all.add(record.words());
    record.words().lines().forEach(all::add);
    for (AccountRef one : record.accounts()) {
      all.add(one.key());
      all.add(one.handle());
      all.add(one.displayName());
    }
    ConversationRef conversation = record.inConversation();
    if (conversation != null) {
      all.add(conversation.key());
      all.add(conversation.title());
    }
    switch (record) {
      case Record.Post r -> {
        all.add(r.postId());
        r.media().forEach(m -> all.add(m.name()));
      }
      case Record.Message r -> {
        all.add(r.messageId());
        all.add(r.action());
        r.media().forEach(m -> all.add(m.name()));
      }
      case Record.Login r -> {
        all.add(r.ip());
        all.add(r.device());
        all.add(r.action());
      }
      case Place r -> {
        all.add(number(r.latitude()));
        all.add(r.name());
      }
      case Record.Activity r -> all.add(r.object());
      case Record.Profile r -> {
        r.selectors().forEach(s -> all.add(s.selector().value()));
        all.addAll(r.attributes().values());
      }
      case Record.Relation r -> all.add(r.label());
      default -> {}
    }
    all.addAll(record.header().extra().values());
    return all.stream()
        .filter(v -> v != null)
        .map(Behind::plain)
        .filter(v -> v.length() >= SHORTEST);
  }

  /** Paths of the parts that hold the media of a record. */
  static Stream<String> media(Record record) {
    List<Media> all =
        switch (record) {
          case Record.Post r -> r.media();
          case Record.Message r -> r.media();
          default -> List.of();
        };
    return all.stream().map(Media::part).filter(Objects::nonNull);
  }

  private static String number(double degrees) {
    String text = BigDecimal.valueOf(degrees).toPlainString();
    return text.length() > 6 ? text.substring(0, 6) : text;
  }

  /* A web capture is a member of a packed file. */
  private static byte[] unpacked(byte[] bytes) {
    if (bytes.length < 2 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b) {
      return bytes;
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> written(byte[] packed) {
    byte[] bytes = unpacked(packed);
    List<String> all = new ArrayList<>();
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("windows-1252"),
            Charset.forName("windows-1251"),
            Charset.forName("Shift_JIS"))) {
      String text = new String(bytes, charset);
      String json = json(text);
      all.add(plain(text));
      all.add(plain(json));
      // Meta's exports write UTF-8 as if each byte were a character.
      all.add(
          plain(new String(json.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
      all.add(plain(Parser.unescapeEntities(text, false)));
    }
    String ascii = new String(bytes, StandardCharsets.ISO_8859_1);
    all.add(plain(quoted(ascii)));
    Matcher blocks = BLOCK.matcher(ascii);
    while (blocks.find()) {
      try {
        byte[] decoded = Base64.getMimeDecoder().decode(blocks.group());
        all.add(plain(new String(decoded, StandardCharsets.UTF_8)));
      } catch (IllegalArgumentException e) {
        all.add(""); // It only looked like base64.
      }
    }
    return all;
  }

  private static String json(String text) {
    Matcher units =
        UNICODE.matcher(text.replace("\\n", " ").replace("\\t", " ").replace("\\/", "/"));
    return units.replaceAll(
        m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    String soft = text.replace("=\r\n", "").replace("=\n", "");
    Matcher hex = HEX.matcher(soft);
    int at = 0;
    while (hex.find()) {
      out.append(soft, at, hex.start()).append((char) Integer.parseInt(hex.group(1), 16));
      at = hex.end();
    }
    out.append(soft, at, soft.length());
    return new String(out.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String plain(String text) {
    StringBuilder out = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || c > 0x2190 && !Character.isWhitespace(c))
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
