package dev.sextant.records.search;

import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import javax.crypto.Cipher;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sealed file of an index, or a slice of it, at any place. One thread an instance, as with
 * every input of Lucene; clones and slices share the opened blocks.
 */
final class SealedInput extends IndexInput implements RandomAccessInput {
  private static final int SHIFT = 12;
  private static final int MASK = SealedBlocks.BLOCK_BYTES - 1;
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);
  private static final byte[] NONE = new byte[0];

  private final SealedBlocks blocks;
  private final boolean owner;
  private final long base;
  private final long length;
  private @Nullable IndexInput handle;
  private @Nullable Cipher cipher;

  /** The block under the pointer; its place counts from the file's begin. */
  private byte[] here = NONE;

  private long hereFrom = Long.MIN_VALUE;
  private long at;

  private SealedInput(String name, SealedBlocks blocks, boolean owner, long base, long length) {
    super(name);
    this.blocks = blocks;
    this.owner = owner;
    this.base = base;
    this.length = length;
    this.at = base;
  }

  static SealedInput over(SealedBlocks blocks, String name) {
    return new SealedInput(name + " in " + blocks, blocks, true, 0, blocks.length());
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  /* Offset of a place in the block under the pointer, after making it so. */
  private int reach(long place) throws IOException {
    long offset = place - hereFrom;
    if (offset >= 0 && offset < here.length) {
      return (int) offset;
    }
    if (place < base || place >= base + length) {
      throw new EOFException("read past the end of " + this);
    }
    int index = (int) (place >>> SHIFT);
    byte[] held = blocks.held(index);
    here = held != null ? held : opened(index);
    hereFrom = place & ~(long) MASK;
    return (int) (place - hereFrom);
  }

  /* Most inputs of a search find every block opened: they never need a cipher, which is dear. */
  private byte[] opened(int index) throws IOException {
    if (handle == null) {
      handle = blocks.handle();
    }
    if (cipher == null) {
      cipher = SealedBlocks.cipher();
    }
    return blocks.block(index, handle, cipher);
  }

  @Override
  public byte readByte() throws IOException {
    int offset = reach(at);
    requireInside(at, 1);
    at++;
    return here[offset];
  }

  @Override
  public void readBytes(byte[] into, int offset, int bytes) throws IOException {
    copy(at, into, offset, bytes);
    at += bytes;
  }

  private void copy(long place, byte[] into, int offset, int bytes) throws IOException {
    requireInside(place, bytes);
    int done = 0;
    while (done < bytes) {
      int from = reach(place + done);
      int some = Math.min(bytes - done, here.length - from);
      System.arraycopy(here, from, into, offset + done, some);
      done += some;
    }
  }

  /* A block may reach beyond a slice's end: the slice must not. */
  private void requireInside(long place, long bytes) throws EOFException {
    if (place < base || place + bytes > base + length) {
      throw new EOFException("read past the end of " + this);
    }
  }

  @Override
  public short readShort() throws IOException {
    short value = shortAt(at);
    at += Short.BYTES;
    return value;
  }

  @Override
  public int readInt() throws IOException {
    int value = intAt(at);
    at += Integer.BYTES;
    return value;
  }

  @Override
  public long readLong() throws IOException {
    long value = longAt(at);
    at += Long.BYTES;
    return value;
  }

  private short shortAt(long place) throws IOException {
    requireInside(place, Short.BYTES);
    int offset = reach(place);
    if (offset + Short.BYTES <= here.length) {
      return (short) SHORT.get(here, offset);
    }
    byte[] across = new byte[Short.BYTES];
    copy(place, across, 0, across.length);
    return (short) SHORT.get(across, 0);
  }

  private int intAt(long place) throws IOException {
    requireInside(place, Integer.BYTES);
    int offset = reach(place);
    if (offset + Integer.BYTES <= here.length) {
      return (int) INT.get(here, offset);
    }
    byte[] across = new byte[Integer.BYTES];
    copy(place, across, 0, across.length);
    return (int) INT.get(across, 0);
  }

  private long longAt(long place) throws IOException {
    requireInside(place, Long.BYTES);
    int offset = reach(place);
    if (offset + Long.BYTES <= here.length) {
      return (long) LONG.get(here, offset);
    }
    byte[] across = new byte[Long.BYTES];
    copy(place, across, 0, across.length);
    return (long) LONG.get(across, 0);
  }

  @Override
  public byte readByte(long place) throws IOException {
    requireInside(base + place, 1);
    return here(base + place);
  }

  private byte here(long place) throws IOException {
    int offset = reach(place);
    return here[offset];
  }

  @Override
  public void readBytes(long place, byte[] into, int offset, int bytes) throws IOException {
    copy(base + place, into, offset, bytes);
  }

  @Override
  public short readShort(long place) throws IOException {
    return shortAt(base + place);
  }

  @Override
  public int readInt(long place) throws IOException {
    return intAt(base + place);
  }

  @Override
  public long readLong(long place) throws IOException {
    return longAt(base + place);
  }

  @Override
  public long getFilePointer() {
    return at - base;
  }

  @Override
  public void seek(long place) throws IOException {
    if (place < 0 || place > length) {
      throw new EOFException("seek past the end of " + this);
    }
    at = base + place;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public IndexInput slice(String description, long offset, long bytes) {
    if (offset < 0 || bytes < 0 || offset + bytes > length) {
      throw new IllegalArgumentException("slice past the end of " + this);
    }
    return new SealedInput(
        getFullSliceDescription(description), blocks, false, base + offset, bytes);
  }

  @Override
  public RandomAccessInput randomAccessSlice(long offset, long bytes) {
    return (SealedInput) slice("random access", offset, bytes);
  }

  @Override
  public SealedInput clone() {
    SealedInput clone = new SealedInput(toString(), blocks, false, base, length);
    clone.at = at;
    clone.here = here;
    clone.hereFrom = hereFrom;
    return clone;
  }

  @Override
  public void close() throws IOException {
    here = NONE;
    hereFrom = Long.MIN_VALUE;
    if (owner) {
      blocks.close();
    }
  }
}
