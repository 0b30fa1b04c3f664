package dev.sextant.ledger;

import dev.sextant.terms.Digest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** The contract holds for a view made from a plain list, so it asks for nothing of the folder's. */
class NaiveViewTest extends LedgerViewContract {
  @Override
  LedgerView view() {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      entries.add(LedgerTest.entry(i));
    }
    return new NaiveView(entries);
  }

  private record NaiveView(List<byte[]> list) implements LedgerView {
    @Override
    public byte[] checkpoint() {
      return Checkpoint.sign(LedgerTest.KEY, list.size(), Digest.ofRaw(NaiveTree.root(list)))
          .bytes();
    }

    @Override
    public byte[] tile(int level, long index, int width) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (int i = 0; i < width; i++) {
        long span = 1L << (8 * level);
        out.writeBytes(NaiveTree.root(part((index * 256 + i) * span, span)));
      }
      return out.toByteArray();
    }

    @Override
    public byte[] entries(long index, int width) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (byte[] entry : part(index * 256, width)) {
        out.write(entry.length >> 8);
        out.write(entry.length);
        out.writeBytes(entry);
      }
      return out.toByteArray();
    }

    private List<byte[]> part(long from, long count) {
      if (from + count > list.size()) {
        throw new LedgerFault.OutOfRange("entries", from + " and " + count + " more");
      }
      return list.subList((int) from, (int) (from + count));
    }
  }
}
