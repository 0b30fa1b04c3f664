package dev.sextant.records.reader;

import dev.sextant.terms.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/** A file that is one part with the empty path. */
final class PlainSource extends ExhibitSource {
  private final SeekableByteChannel channel;
  private final Part part;

  PlainSource(SeekableByteChannel channel, String name, Digest digest, Limits limits)
      throws IOException {
    super(name, digest, limits);
    this.channel = channel;
    if (channel.size() > limits.unpackedBytes()) {
      throw new ReaderFault.Limit("file too large", name, channel.size() + " bytes");
    }
    this.part = new WholeFile(channel, digest, name);
  }

  @Override
  public List<Part> parts() {
    return List.of(part);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static final class WholeFile extends AnyPart {
    private final SeekableByteChannel channel;

    WholeFile(SeekableByteChannel channel, Digest digest, String name) throws IOException {
      super(digest, "", name, channel.size());
      this.channel = channel;
    }

    @Override
    public InputStream open() {
      return new ChannelStream(channel);
    }
  }

  /** Reads a shared channel from its start; several may run at once. */
  private static final class ChannelStream extends InputStream {
    private final SeekableByteChannel channel;
    private long at;

    ChannelStream(SeekableByteChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int n = readFully(channel, at, ByteBuffer.wrap(into, from, length));
      at += n;
      return n == 0 ? -1 : n;
    }

    @Override
    public long skip(long n) throws IOException {
      long step = Math.clamp(n, 0, channel.size() - at);
      at += step;
      return step;
    }
  }
}
