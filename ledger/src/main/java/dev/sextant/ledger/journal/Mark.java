package dev.sextant.ledger.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * How many entries were acknowledged: two slots of 8 bytes count and 4 bytes CRC-32C, written in
 * turn, so that one of them is whole whatever happens to the other. Never forced; a lower bound of
 * the truth.
 */
final class Mark implements Closeable {
  private static final int SLOT_BYTES = 16;

  private final RandomAccessFile file;
  private long count;
  private int turn;

  private Mark(RandomAccessFile file) {
    this.file = file;
  }

  static Mark open(Path path) throws IOException {
    Mark mark = new Mark(new RandomAccessFile(path.toFile(), "rw"));
    try {
      mark.read();
      return mark;
    } catch (IOException e) {
      mark.close();
      throw e;
    }
  }

  private void read() throws IOException {
    for (int slot = 0; slot < 2 && file.length() >= (slot + 1L) * SLOT_BYTES; slot++) {
      byte[] bytes = new byte[SLOT_BYTES];
      file.seek((long) slot * SLOT_BYTES);
      file.readFully(bytes);
      ByteBuffer in = ByteBuffer.wrap(bytes);
      long value = in.getLong();
      if (in.getInt() == Frame.crc(bytes, 0, Long.BYTES) && value > count) {
        count = value;
        turn = 1 - slot;
      }
    }
  }

  long count() {
    return count;
  }

  void write(long acknowledged) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(SLOT_BYTES).putLong(acknowledged);
    out.putInt(Frame.crc(out.array(), 0, Long.BYTES));
    file.seek((long) turn * SLOT_BYTES);
    file.write(out.array());
    count = acknowledged;
    turn = 1 - turn;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
