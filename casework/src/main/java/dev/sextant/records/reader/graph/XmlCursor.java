package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Source;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XML document element by element, each with its exact byte range. Document types are not
 * processed, entities are not declared and nothing is ever fetched.
 */
public final class XmlCursor implements Closeable {
  /* The JDK's parser tells places in characters. It is given one character a byte (ISO 8859-1), so
   * that its places are byte offsets, and what it returns is decoded afterwards. */
  private final XMLStreamReader xml;
  private final Bytes bytes;
  private final Charset charset;
  private final int deepest;
  private final int longest;
  private int depth;
  private long end;
  private long wraps;
  private int lastOffset;
  private boolean finished;

  /** What comes next. */
  public enum Next {
    /** An element begins. */
    START,
    /** An element ends. */
    END,
    /** Characters. */
    TEXT,
    /** The document ended. */
    FINISH
  }

  /** The document cannot be followed further. */
  public static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient ReadFault fault;
    private final long at;

    /** With why, and the byte offset up to which it could be followed. */
    public Broken(ReadFault fault, long at) {
      super(fault.what(), null, false, false);
      this.fault = fault;
      this.at = at;
    }

    /** Why. */
    public ReadFault fault() {
      return fault;
    }

    /** Byte offset up to which it could be followed. */
    public long at() {
      return at;
    }
  }

  private XmlCursor(Bytes bytes, Charset charset, Limits limits) throws XMLStreamException {
    this.bytes = bytes;
    this.charset = charset;
    this.deepest = limits.nesting();
    this.longest = limits.itemBytes();
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("nothing that evidence names is fetched");
    });
    this.xml = factory.createXMLStreamReader(bytes);
  }

  /** Opens a part. */
  public static XmlCursor open(Source.Part part, TextEncoding encoding, Limits limits)
      throws IOException, Broken {
    Charset charset =
        switch (encoding.form()) {
          case UTF_8 -> StandardCharsets.UTF_8;
          case WINDOWS_1252 -> Charset.forName("windows-1252");
          case WINDOWS_1251 -> Charset.forName("windows-1251");
          case UTF_16LE, UTF_16BE ->
              throw new Broken(
                  new ReadFault(ReadFault.CHARSET, "XML in UTF-16 is not read: save it as UTF-8"),
                  0);
        };
    Bytes bytes = new Bytes(part.open(), encoding.mark(), limits.itemBytes());
    try {
      return new XmlCursor(bytes, charset, limits);
    } catch (XMLStreamException | RuntimeException e) {
      bytes.close();
      throw new Broken(new ReadFault(ReadFault.MALFORMED, "no XML declaration or element"), 0);
    }
  }

  /**
   * Moves on.
   *
   * @throws Broken if the document is not well-formed, ends early, or is over a limit
   */
  public Next next() throws IOException, Broken {
    if (finished) {
      return Next.FINISH;
    }
    try {
      while (xml.hasNext()) {
        int event = following();
        moved(event);
        switch (event) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (++depth > deepest) {
              throw new Broken(
                  new ReadFault(ReadFault.LIMIT, "elements nested deeper than " + deepest), end);
            }
            return Next.START;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return Next.END;
          }
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            return Next.TEXT;
          }
          case XMLStreamConstants.DTD -> refuseEntities();
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      throw new Broken(why(e), end);
    } catch (TooLong e) {
      throw new Broken(
          new ReadFault(ReadFault.LIMIT, "a tag or text longer than " + longest + " bytes"), end);
    }
    finished = true;
    return Next.FINISH;
  }

  /* The JDK's parser fails at some damage in other ways than it promises: with a message that it
   * does not have (in a document type), with its own kinds, with an index outside an array. */
  private int following() throws XMLStreamException {
    try {
      return xml.next();
    } catch (TooLong e) {
      throw e;
    } catch (RuntimeException e) {
      throw new XMLStreamException("the parser gave up: " + e.getClass().getSimpleName());
    }
  }

  private ReadFault why(XMLStreamException e) {
    // The JDK's own limits (on depth, attributes, names) are told by these numbers.
    if (String.valueOf(e.getMessage()).contains("JAXP00010")) {
      return new ReadFault(ReadFault.LIMIT, "elements too deep or attributes too many");
    }
    if (bytes.ended()) {
      return new ReadFault(ReadFault.TRUNCATED, "the XML ends before its last element does");
    }
    return e.getNestedException() instanceof IOException
        ? new ReadFault(ReadFault.TRUNCATED, "the bytes cannot be read on")
        : new ReadFault(ReadFault.MALFORMED, "not well-formed XML");
  }

  private void refuseEntities() throws Broken {
    String text = xml.getText();
    if (text != null && text.contains("<!ENTITY")) {
      throw new Broken(
          new ReadFault(ReadFault.MALFORMED, "a document type that declares entities is refused"),
          end);
    }
  }

  private void moved(int event) {
    int offset = xml.getLocation().getCharacterOffset();
    if (event == XMLStreamConstants.END_DOCUMENT) {
      return; // The parser tells a place beyond the end there.
    }
    // The parser counts in an int, which wraps round every 4 GiB.
    if (Integer.toUnsignedLong(lastOffset) - Integer.toUnsignedLong(offset) > 1L << 31) {
      wraps += 1L << 32;
    }
    lastOffset = offset;
    end = bytes.mark() + wraps + Integer.toUnsignedLong(offset);
    bytes.consumed(end);
    // After a filling of its buffer the parser tells places some characters off.
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        bytes.tags.start();
        end = bytes.tags.to();
      }
      case XMLStreamConstants.END_ELEMENT -> {
        bytes.tags.end();
        end = bytes.tags.to();
      }
      default -> {}
    }
  }

  /** Local name of the element that begins or ends. */
  public String name() {
    return xml.getLocalName();
  }

  /** Prefix of the element that begins or ends, with its colon; empty if it has none. */
  public String prefix() {
    String prefix = xml.getPrefix();
    return prefix == null || prefix.isEmpty() ? "" : prefix + ":";
  }

  /** Byte offset of the first byte of the tag that was just read. */
  public long start() {
    return bytes.tags.from();
  }

  /** Byte offset after the tag that was just read. */
  public long end() {
    return end;
  }

  /** How many elements are open. */
  public int depth() {
    return depth;
  }

  /** The attribute of that local name, or the empty text. */
  public String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return decode(xml.getAttributeValue(i));
      }
    }
    return "";
  }

  /** All attributes, by local name. */
  public Map<String, String> attributes() {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      all.put(xml.getAttributeLocalName(i), decode(xml.getAttributeValue(i)));
    }
    return all;
  }

  /**
   * The characters; valid after {@link Next#TEXT}. Split characters are whole again only joined.
   */
  public String rawText() {
    return xml.getText();
  }

  /**
   * Decodes characters as {@link #rawText} gives them: most are bytes, but character references
   * ({@code &#233;}, {@code &#9989;}) come as the characters themselves.
   */
  public String decode(String raw) {
    int i = 0;
    while (i < raw.length() && raw.charAt(i) < 0x80) {
      i++;
    }
    if (i == raw.length()) {
      return raw;
    }
    StringBuilder out = new StringBuilder(raw.length()).append(raw, 0, i);
    while (i < raw.length()) {
      int following = charset == StandardCharsets.UTF_8 ? sequence(raw, i) : 0;
      char c = raw.charAt(i);
      if (following > 0) {
        byte[] bytesOfOne =
            raw.substring(i, i + following + 1).getBytes(StandardCharsets.ISO_8859_1);
        out.append(new String(bytesOfOne, StandardCharsets.UTF_8));
      } else if (c >= 0x80 && c < 0xA0 && charset != StandardCharsets.UTF_8) {
        out.append(new String(new byte[] {(byte) c}, charset));
      } else {
        out.append(c);
      }
      i += following + 1;
    }
    return out.toString();
  }

  /** How many bytes follow if a whole UTF-8 character of more than one byte begins here; else 0. */
  private static int sequence(String raw, int at) {
    int first = raw.charAt(at);
    int due = first < 0x100 ? TextEncoding.Utf8.following(first) : 0;
    if (due == 0 || at + due >= raw.length()) {
      return 0;
    }
    int low = TextEncoding.Utf8.lowestSecond(first);
    int high = TextEncoding.Utf8.highestSecond(first);
    for (int i = 1; i <= due; i++) {
      int c = raw.charAt(at + i);
      if (c < low || c > high) {
        return 0;
      }
      low = 0x80;
      high = 0xBF;
    }
    return due;
  }

  /**
   * All characters of the element that just began, its children's included, up to its end; moves
   * past it.
   */
  public String textOfElement() throws IOException, Broken {
    int open = depth;
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (next()) {
        case TEXT -> {
          if (text.length() + rawText().length() > longest) {
            throw new Broken(new ReadFault(ReadFault.LIMIT, "a text too long"), end);
          }
          text.append(rawText());
        }
        case END -> {
          if (depth < open) {
            return decode(text.toString());
          }
        }
        case FINISH -> {
          return decode(text.toString());
        }
        case START -> {}
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    } finally {
      bytes.close();
    }
  }

  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("", null, false, false);
    }
  }

  /** Bytes as characters; where tags are is noted as they pass. */
  private static final class Bytes extends Reader {
    private final InputStream in;
    private final int mark;
    private final int longest;
    private final XmlTags tags;
    private final byte[] chunk = new byte[8192];
    private long read;
    private long consumed;
    private boolean ended;

    Bytes(InputStream in, int mark, int longest) throws IOException {
      this.in = in;
      this.mark = mark;
      this.longest = longest;
      in.skipNBytes(mark);
      this.read = mark;
      this.consumed = mark;
      this.tags = new XmlTags(mark);
    }

    int mark() {
      return mark;
    }

    boolean ended() {
      return ended;
    }

    void consumed(long to) {
      consumed = to;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
      if (read - consumed > longest) {
        throw new TooLong();
      }
      int n = in.read(chunk, 0, Math.min(length, chunk.length));
      if (n < 0) {
        ended = true;
        return -1;
      }
      for (int i = 0; i < n; i++) {
        tags.pass(chunk[i]);
        into[from + i] = (char) (chunk[i] & 0xFF);
      }
      read += n;
      return n;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
