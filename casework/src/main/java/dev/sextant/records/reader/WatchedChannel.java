package dev.sextant.records.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * Passes through to a channel and remembers whether the channel itself failed, so that a failing
 * disk is told from a damaged archive: the archive library throws the same exceptions for both.
 */
final class WatchedChannel implements SeekableByteChannel {
  private final SeekableByteChannel channel;
  private boolean failed;

  WatchedChannel(SeekableByteChannel channel) {
    this.channel = channel;
  }

  /** True once the channel itself has thrown. */
  boolean failed() {
    return failed;
  }

  private interface Step<T> {
    T run() throws IOException;
  }

  private <T> T watched(Step<T> step) throws IOException {
    try {
      return step.run();
    } catch (IOException e) {
      failed = true;
      throw e;
    }
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    return watched(() -> channel.read(into));
  }

  @Override
  public long position() throws IOException {
    return watched(channel::position);
  }

  @Override
  public SeekableByteChannel position(long at) throws IOException {
    if (at < 0) {
      throw new IOException("a place before the start"); // The archive's fault, not the channel's.
    }
    watched(() -> channel.position(at));
    return this;
  }

  @Override
  public long size() throws IOException {
    return watched(channel::size);
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
