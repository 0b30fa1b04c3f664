package dev.sextant.records.reader;

import dev.sextant.terms.Digest;
import java.io.IOException;
import java.io.InputStream;
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
      return new ChannelRange(channel, 0, size());
    }
  }
}
