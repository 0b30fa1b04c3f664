package dev.sextant.records.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary COPY format (its manual, "COPY", "Binary Format"), sent as they come.
 * A row is begun, then each of its columns is given in order. What is full is handed over and sent
 * on the connection's own thread.
 */
final class CopyRows implements AutoCloseable {
  private static final byte[] SIGNATURE =
      "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

  /** Sent when this much is there: large enough that the calls do not show. */
  private static final int SEND_BYTES = 1 << 17;

  /** PostgreSQL counts from the year 2000. */
  private static final long EPOCH_2000_SECONDS = 946_684_800L;

  private static final int OID_UUID = 2950;

  /** Buffers that come back; more than that are left to the collector. */
  private static final int SPARE = 8;

  private final InOrder order;
  private final Connection connection;
  private final String statement;
  private final Queue<ByteBuffer> spare = new ArrayBlockingQueue<>(SPARE);
  private ByteBuffer buffer = ByteBuffer.allocate(SEND_BYTES * 2);

  /** Only of the connection's thread, and of whoever closes once that has ended. */
  private @Nullable CopyIn copy;

  /**
   * Begins a copy.
   *
   * @param order who has the connection
   * @param statement {@code copy ... from stdin (format binary)}
   */
  CopyRows(InOrder order, Connection connection, String statement) throws SQLException {
    this.order = order;
    this.connection = connection;
    this.statement = statement;
    begin();
  }

  /** Begins a further copy, after the one before has ended. */
  void begin() throws SQLException {
    order.then(() -> copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement));
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
    ByteBuffer full = buffer;
    order.then(
        full.position(),
        () -> {
          begun().writeToCopy(full.array(), 0, full.position());
          // One that grew for a row of many megabytes is not kept for the next small ones.
          if (full.capacity() == SEND_BYTES * 2) {
            spare.offer(full.clear());
          }
        });
    ByteBuffer next = spare.poll();
    buffer = next == null ? ByteBuffer.allocate(SEND_BYTES * 2) : next;
  }

  private CopyIn begun() {
    return Objects.requireNonNull(copy, "a copy was begun");
  }

  /** Ends the copy well. */
  void end() throws SQLException {
    room(Short.BYTES).putShort((short) -1);
    send();
    order.then(() -> begun().endCopy());
  }

  /**
   * Breaks the copy off if it was not ended, so that the connection can roll back; when the
   * connection's thread has ended.
   */
  @Override
  public void close() throws SQLException {
    CopyIn last = copy;
    if (last != null && last.isActive()) {
      last.cancelCopy();
    }
  }
}
