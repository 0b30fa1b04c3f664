package dev.sextant.records.search;

import java.io.IOException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/**
 * An index folder whose files are ciphertext: whoever reads the disk, or has its backup, reads
 * names of Lucene's files and their lengths, and nothing else. Every file has a key of its own,
 * drawn from the index's key and a random salt; its blocks are sealed with AES-256-GCM one by one,
 * so that any place can be read without the rest (see {@link SealedBlocks}).
 *
 * <p>Opened blocks stay in memory up to a bound, as the operating system would keep them of a plain
 * file; they go when the directory is closed.
 */
final class SealedDirectory extends FilterDirectory {
  private final byte[] key;
  private final BlockCache cache;

  /**
   * @param plain where the ciphertext lies
   * @param key 32 bytes, used for nothing else
   */
  SealedDirectory(Directory plain, byte[] key) {
    this(plain, key, new BlockCache(BlockCache.LEAST_BYTES));
  }

  /**
   * @param plain where the ciphertext lies
   * @param key 32 bytes, used for nothing else
   * @param cache of opened blocks, which others may share
   */
  SealedDirectory(Directory plain, byte[] key, BlockCache cache) {
    super(plain);
    this.key = key.clone();
    this.cache = cache;
  }

  @Override
  public long fileLength(String name) throws IOException {
    return SealedBlocks.plainLength(in.fileLength(name));
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    return SealedOutput.over(in.createOutput(name, context), key);
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    return SealedOutput.over(in.createTempOutput(prefix, suffix, context), key);
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    IndexInput raw = in.openInput(name, context);
    boolean opened = false;
    try {
      // What is read once from end to end would only push out what searches come back to.
      boolean once =
          context.context() == IOContext.Context.MERGE || context.equals(IOContext.READONCE);
      IndexInput input =
          SealedInput.over(new SealedBlocks(raw, key, once ? null : cache.of(this)), name);
      opened = true;
      return input;
    } finally {
      if (!opened) {
        raw.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    cache.clear(this);
    super.close();
  }
}
