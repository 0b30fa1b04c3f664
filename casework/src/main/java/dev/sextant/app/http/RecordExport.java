package dev.sextant.app.http;

import dev.sextant.disclosure.HandOut;
import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.RecordText;
import dev.sextant.records.Records;
import dev.sextant.records.StoredRecord;
import dev.sextant.records.reader.RecordLine;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Fault;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes all that a search finds, as it comes: one record a line. */
final class RecordExport {
  /** Columns of a table. */
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "kind",
          "platform",
          "time",
          "time_text",
          "language",
          "author",
          "author_name",
          "conversation",
          "words",
          "selectors",
          "exhibit",
          "generation",
          "locator");

  private final Records records;
  private final HandOut out;
  private final Form form;

  /** In which form. */
  enum Form {
    /** One JSON object a line, with every field. */
    NDJSON("application/x-ndjson"),
    /** A table of the main fields (RFC 4180). */
    CSV("text/csv;charset=utf-8");

    private final String type;

    Form(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Form of(String word) {
      return Arrays.stream(values())
          .filter(f -> f.word().equals(word))
          .findFirst()
          .orElseThrow(() -> new BadValue("SX-HTTP-CHOICE", "format", word, "use ndjson or csv"));
    }
  }

  /**
   * @param out begun; closed here
   */
  RecordExport(Records records, HandOut out, Form form) {
    this.records = records;
    this.out = out;
    this.form = form;
  }

  /** Writes everything, and closes the export's act with the digest of what was written. */
  void write(RecordQuery query, OutputStream to) throws IOException {
    MessageDigest sha = Digest.sha256();
    try (out;
        Writer text =
            new BufferedWriter(
                new OutputStreamWriter(new DigestOutputStream(to, sha), StandardCharsets.UTF_8))) {
      if (form == Form.CSV) {
        text.write(row(COLUMNS));
      }
      long given = records.eachFound(out.act(), query, stored -> line(text, stored));
      text.flush();
      out.done(given, Digest.ofRaw(sha.digest()));
    } catch (Fault e) {
      out.act().failed(e.code());
      throw e;
    } catch (UncheckedIOException e) {
      // The reader went away: what had been written is written, the act stays unfinished.
      throw e.getCause();
    }
  }

  private void line(Writer to, StoredRecord stored) {
    RecordText text = records.text(stored.record());
    try {
      to.write(form == Form.CSV ? row(cells(stored, text)) : json(stored, text) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(StoredRecord stored, RecordText text) {
    Map<String, @Nullable Object> line =
        new TreeMap<>(RecordLine.of(stored.record(), stored.ordinal()));
    line.put("recordId", stored.id().hex());
    line.put("exhibitId", stored.exhibit().toString());
    line.put("generation", stored.generation());
    line.put("read", RecordLine.text(text));
    return CanonicalJson.text(line);
  }

  private static List<String> cells(StoredRecord stored, RecordText text) {
    Record record = stored.record();
    Instant time = record.header().claimed().instant();
    AccountRef acting = record.acting();
    var conversation = record.inConversation();
    return List.of(
        stored.id().hex(),
        record.kind().name(),
        record.header().platform().name(),
        time == null ? "" : time.toString(),
        record.header().claimed().text(),
        text.language().code(),
        acting == null ? "" : acting.keyAt(record.header().locator()),
        acting == null ? "" : acting.shownAs(),
        conversation == null ? "" : conversation.conversationKey(),
        record.words(),
        text.seen().stream()
            .map(RecordText.Seen::sighting)
            .map(s -> s.kind().word() + " " + s.value())
            .collect(Collectors.joining("; ")),
        stored.exhibit().toString(),
        Integer.toString(stored.generation()),
        record.header().locator().toString());
  }

  private static String row(List<String> cells) {
    return cells.stream().map(RecordExport::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /*
   * What begins like a formula is run as one by the program that opens the table: an apostrophe
   * before it makes it words. Blanks and controls before the sign do not hide it.
   */
  static String cell(String value) {
    String bare = value.stripLeading();
    char first = bare.isEmpty() ? ' ' : bare.charAt(0);
    boolean control = !value.isEmpty() && "\t\r\n".indexOf(value.charAt(0)) >= 0;
    String safe =
        control || "=+-@\uff1d\uff0b\uff0d\uff20|".indexOf(first) >= 0 ? "'" + value : value;
    return '"' + safe.replace("\"", "\"\"").replace("\u0000", "\ufffd") + '"';
  }
}
