package dev.sextant.records.search;

import dev.sextant.records.RecordFault;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.store.Current;
import dev.sextant.terms.Digest;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, as a text that a caller hands back: the generation of what was searched,
 * which query it was, and the place of the last record in the order. Whoever goes on from it sees
 * the records as they were counted on the first page, or is told that they have changed; going on
 * takes no longer the deeper one is.
 *
 * <p>It is a place and no right: the page is searched under the permit like any other.
 */
final class Cursor {
  private static final byte VERSION = 1;
  private static final int TAG_BYTES = 8;
  private static final int ID_BYTES = 32;
  private static final int LENGTH = 1 + 2 * TAG_BYTES + 1 + Float.BYTES + Long.BYTES + ID_BYTES;

  private final byte[] generation;
  private final byte[] query;

  /**
   * @param mark under what records are indexed
   * @param current the readings that count
   */
  Cursor(Mark mark, List<Current> current, RecordQuery asked) {
    this.generation =
        tag(
            Stream.concat(
                Stream.of(mark.authority(), mark.scope()),
                current.stream().map(c -> c.reading().toString()).sorted()));
    RecordQuery whole = asked.page(0, 0);
    this.query = tag(Stream.of(whole.toString()));
  }

  private static byte[] tag(Stream<String> fields) {
    byte[] all = Digest.ofFields(fields.toArray(String[]::new)).bytes();
    return java.util.Arrays.copyOf(all, TAG_BYTES);
  }

  /** The place of a record, given by its values in the order. */
  String after(FieldDoc last) {
    Object[] fields = last.fields;
    boolean scored = fields.length == 3;
    BytesRef id = (BytesRef) fields[fields.length - 1];
    ByteBuffer out =
        ByteBuffer.allocate(LENGTH)
            .put(VERSION)
            .put(generation)
            .put(query)
            .put((byte) (scored ? 1 : 0))
            .putFloat(scored ? (Float) fields[0] : 0)
            .putLong((Long) fields[fields.length - 2])
            .put(id.bytes, id.offset, ID_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.array());
  }

  /**
   * The values to go on from.
   *
   * @param scored whether the order begins with the fit
   * @param documents of the reader
   * @throws RecordFault.BadCursor if it is of another query, or what is searched has changed
   */
  @Nullable FieldDoc from(@Nullable String text, boolean scored, int documents) {
    if (text == null) {
      return null;
    }
    ByteBuffer in = decoded(text);
    byte[] tag = new byte[TAG_BYTES];
    if (in.remaining() != LENGTH || in.get() != VERSION) {
      throw new RecordFault.BadCursor("this names no page");
    }
    in.get(tag);
    if (!java.util.Arrays.equals(tag, generation)) {
      throw new RecordFault.BadCursor("the records have changed since the first page");
    }
    in.get(tag);
    if (!java.util.Arrays.equals(tag, query) || (in.get() == 1) != scored) {
      throw new RecordFault.BadCursor("this names a page of another search");
    }
    float score = in.getFloat();
    long time = in.getLong();
    byte[] id = new byte[ID_BYTES];
    in.get(id);
    BytesRef last = new BytesRef(id);
    Object[] fields = scored ? new Object[] {score, time, last} : new Object[] {time, last};
    // Ids are unique: the number of the document, which a merge changes, settles nothing.
    return new FieldDoc(Math.max(0, documents - 1), Float.NaN, fields);
  }

  private static ByteBuffer decoded(String text) {
    try {
      return ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw new RecordFault.BadCursor("this names no page");
    }
  }
}
