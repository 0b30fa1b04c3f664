package dev.sextant.records.store;

import dev.sextant.records.StoredRecord;
import dev.sextant.records.store.RecordRows.Standing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** The records of one reading, place by place: by part, then by the byte where they begin. */
final class PlaceRows implements AutoCloseable {
  private final PreparedStatement query;
  private final ResultSet rows;
  private final Opening opening;
  private @Nullable UUID part;
  private long from;

  /** Opens a row and judges what is inside. */
  interface Opening {
    Optional<Standing> open(ResultSet row) throws SQLException;
  }

  PlaceRows(Connection connection, Current reading, Opening opening) throws SQLException {
    this.opening = opening;
    this.query =
        connection.prepareStatement(
            "select "
                + reading.generation()
                + " as generation, r.part_key, r.byte_from, "
                + RecordRows.COLUMNS
                + " from record r where r.reading = ?"
                + " order by r.part_key, r.byte_from, r.ordinal, r.record_id");
    query.unwrap(PGStatement.class).setPrepareThreshold(RecordRows.BINARY);
    query.setFetchSize(RecordRows.FETCH);
    query.setObject(1, reading.reading());
    this.rows = query.executeQuery();
    step();
  }

  private void step() throws SQLException {
    part = rows.next() ? rows.getObject("part_key", UUID.class) : null;
    from = part == null ? 0 : rows.getLong("byte_from");
  }

  /** True if there are no more. */
  boolean over() {
    return part == null;
  }

  /** Which of two readings stands at an earlier place; one that is over stands behind all. */
  int compareTo(PlaceRows other) {
    UUID mine = part;
    UUID others = other.part;
    if (mine == null || others == null) {
      return mine == null ? (others == null ? 0 : 1) : -1;
    }
    // As the database orders them: byte by byte.
    int high = Long.compareUnsigned(mine.getMostSignificantBits(), others.getMostSignificantBits());
    int low =
        Long.compareUnsigned(mine.getLeastSignificantBits(), others.getLeastSignificantBits());
    return high != 0 ? high : low != 0 ? low : Long.compare(from, other.from);
  }

  /** What begins at this place and may be seen; goes on to the next. */
  List<StoredRecord> take() throws SQLException {
    List<StoredRecord> here = new ArrayList<>();
    UUID in = part;
    long at = from;
    while (in != null && in.equals(part) && from == at) {
      opening.open(rows).ifPresent(standing -> here.add(standing.record()));
      step();
    }
    return here;
  }

  @Override
  public void close() throws SQLException {
    query.close();
  }
}
