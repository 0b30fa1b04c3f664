package dev.sextant.records.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary COPY format (its manual, "COPY", "Binary Format"), sent as they come.
 * A row is begun, then each of its columns is given in order.
 */
final class CopyRows implements AutoCloseable {
  private static final byte[] SIGNATURE =
      "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

  /** Sent when this much is there: large enough that the calls do not show. */
  private static final int SEND_BYTES = 1 << 17;

  /** PostgreSQL counts from the year 2000. */
  private static final long EPOCH_2000_SECONDS = 946_684_800L;

  private static final int OID_UUID = 2950;

  private final CopyIn copy;
  private ByteBuffer buffer = ByteBuffer.allocate(SEND_BYTES * 2);

  /**
   * Begins a copy; the connection does nothing else until it is closed.
   *
   * @param statement {@code copy ... from stdin (format binary)}
   */
  CopyRows(Connection connection, String statement) throws SQLException {
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
    buffer.put(SIGNATURE).putInt(0).putInt(0);
  }

  CopyRows row(int columns) throws SQLException {
    if (buffer.position() >= SEND_BYTES) {
      send();
    }
    room(Short.BYTES).putShort((short) columns);
    return this;
  }

  CopyRows bytes(byte[] value) {
    room(Integer.BYTES + value.length).putInt(value.length).put(value);
    return this;
  }

  CopyRows text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  CopyRows whole(long value) {
    room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
    return this;
  }

  CopyRows number(int value) {
    room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
    return this;
  }

  CopyRows uuid(@Nullable UUID value) {
    if (value == null) {
      return absent();
    }
    put(room(Integer.BYTES + 2 * Long.BYTES), value);
    return this;
  }

  private static void put(ByteBuffer into, UUID value) {
    into.putInt(2 * Long.BYTES)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits());
  }

  CopyRows time(@Nullable Instant value) {
    return value == null
        ? absent()
        : whole(Micros.of(value) - EPOCH_2000_SECONDS * Micros.PER_SECOND);
  }

  CopyRows uuids(List<UUID> values) {
    int each = Integer.BYTES + 2 * Long.BYTES;
    int length = 3 * Integer.BYTES + (values.isEmpty() ? 0 : 2 * Integer.BYTES);
    length += values.size() * each;
    ByteBuffer into = room(Integer.BYTES + length).putInt(length);
    into.putInt(values.isEmpty() ? 0 : 1).putInt(0).putInt(OID_UUID);
    if (!values.isEmpty()) {
      into.putInt(values.size()).putInt(1);
      values.forEach(v -> put(into, v));
    }
    return this;
  }

  private CopyRows absent() {
    room(Integer.BYTES).putInt(-1);
    return this;
  }

  private ByteBuffer room(int needed) {
    if (buffer.remaining() < needed) {
      int larger = Math.addExact(buffer.position(), Math.multiplyExact(needed, 2));
      byte[] copied = Arrays.copyOf(buffer.array(), Math.max(larger, 2 * buffer.capacity()));
      buffer = ByteBuffer.wrap(copied).position(buffer.position());
    }
    return buffer;
  }

  private void send() throws SQLException {
    copy.writeToCopy(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  /** Ends the copy well. */
  void end() throws SQLException {
    room(Short.BYTES).putShort((short) -1);
    send();
    copy.endCopy();
  }

  /** Breaks the copy off if it was not ended, so that the connection can roll back. */
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
