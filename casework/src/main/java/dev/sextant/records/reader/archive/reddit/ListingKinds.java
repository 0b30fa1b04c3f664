package dev.sextant.records.reader.archive.reddit;

import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Of which kind each document of a file of listings is, found in a first pass: {@code kind} may
 * stand after {@code data}, and what is cut short may have lost it.
 */
final class ListingKinds {
  static final String LISTING = "Listing";

  private final List<String> kinds = new ArrayList<>();
  private String kind = "";

  private ListingKinds() {}

  /** The kinds, in the order of the documents. */
  static List<String> of(Source source, Source.Part part) throws IOException {
    ListingKinds looking = new ListingKinds();
    try (JsonStream in = JsonStream.of(part, source.limits())) {
      do {
        if (in.kind() == JsonStream.Kind.ARRAY) {
          in.array(index -> looking.document(in));
        } else {
          looking.document(in);
        }
      } while (in.more());
    } catch (JsonBroken | EOFException | ZipException | ReaderFault.Limit e) {
      // The reading proper meets and reports it; what was seen so far serves.
      looking.kinds.add(looking.kind);
      return looking.kinds;
    }
    return looking.kinds;
  }

  private void document(JsonStream in) throws IOException {
    kind = "";
    if (in.kind() == JsonStream.Kind.OBJECT) {
      in.object(key -> {
        if (key.equals("kind") && in.kind() == JsonStream.Kind.SCALAR) {
          // The few kinds there are, each once in memory however long the file.
          kind = in.tree() instanceof Json.Text t ? t.text().intern() : "";
        } else if (key.equals("data") && kind.isEmpty()) {
          data(in);
        } else {
          in.skip();
        }
      });
    } else {
      in.skip();
    }
    kinds.add(kind);
    kind = "";
  }

  /* Only a listing has things below it. */
  private void data(JsonStream in) throws IOException {
    if (in.kind() != JsonStream.Kind.OBJECT) {
      in.skip();
      return;
    }
    in.object(key -> {
      if (key.equals("children") && in.kind() == JsonStream.Kind.ARRAY) {
        in.array(index -> {
          kind = in.kind() == JsonStream.Kind.OBJECT ? LISTING : kind;
          in.skip();
        });
      } else {
        in.skip();
      }
    });
  }
}
