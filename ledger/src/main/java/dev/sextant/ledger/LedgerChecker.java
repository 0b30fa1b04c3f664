package dev.sextant.ledger;

import dev.sextant.terms.Digest;
import dev.sextant.terms.Fault;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/* Mechanism. The entries are read in order, bundle by bundle. A binary counter of perfect subtrees
 * (one hash a height) carries upwards; whenever a subtree of 256^level entries is complete, its hash
 * is compared with its place in that level's tile. At each earlier checkpoint's size the counter is
 * folded into the root of that moment and compared: stronger than a consistency proof, since the
 * very entries are at hand. The tree arithmetic is written anew here and shares no line with the
 * writer's or the proofs'. */
/**
 * Checks a whole log from its published files alone: hashes every entry, recomputes every tile and
 * the root, verifies signatures and cosignatures, and compares with checkpoints held from earlier.
 *
 * <p>Cost: two hashes and 32 bytes read an entry; memory constant (a bundle and a tile a level).
 */
public final class LedgerChecker {
  private static final int WIDTH = 256;
  private static final int HASH = 32;

  /** Of a log that has lost most of its files, not every missing one is told. */
  private static final int MOST_FLAWS = 100;

  private final @Nullable VerifierKey log;
  private final Quorum policy;
  private final List<Checkpoint> earlier;

  /**
   * @param log the log's key, from outside the log; null leaves its signature unchecked
   * @param policy the witnesses to count, and how many must have cosigned
   * @param earlier checkpoints of this log that the caller has kept
   */
  public LedgerChecker(@Nullable VerifierKey log, Quorum policy, List<Checkpoint> earlier) {
    this.log = log;
    this.policy = policy;
    this.earlier = earlier.stream().sorted(Comparator.comparingLong(Checkpoint::size)).toList();
  }

  /** Takes every entry of a log while it is checked, in order. */
  @FunctionalInterface
  public interface EntryTaker {
    /**
     * @param index its place in the log
     * @param entry its bytes
     */
    void take(long index, byte[] entry);
  }

  /** Checks a log. Faults of what is checked become flaws in the report, never exceptions. */
  public CheckReport check(LedgerView view) {
    return check(view, (index, entry) -> {});
  }

  /**
   * The same, handing every entry to somebody who reads what it says. After a flaw the entries that
   * can still be read are handed over too, without being hashed.
   */
  public CheckReport check(LedgerView view, EntryTaker taker) {
    List<Flaw> flaws = new ArrayList<>();
    Checkpoint checkpoint;
    try {
      checkpoint = Checkpoint.parse(view.checkpoint());
    } catch (Fault e) {
      flaws.add(new Flaw("checkpoint", e.line()));
      return new CheckReport("", 0, Optional.empty(), false, List.of(), 0, 0, flaws);
    }
    boolean signed = signed(checkpoint, "checkpoint", flaws);
    List<String> cosigners = cosigners(checkpoint, flaws);
    for (Checkpoint old : earlier) {
      comparable(old, checkpoint, flaws);
    }
    Walk walk = new Walk(view, checkpoint.size(), taker);
    Optional<Digest> root = walk.run(checkpoint, flaws);
    return new CheckReport(
        checkpoint.origin(),
        checkpoint.size(),
        root,
        signed,
        cosigners,
        walk.continued,
        walk.tiles,
        flaws);
  }

  private boolean signed(Checkpoint checkpoint, String place, List<Flaw> flaws) {
    if (log == null) {
      return false;
    }
    try {
      checkpoint.verify(log);
      return true;
    } catch (LedgerFault e) {
      flaws.add(new Flaw(place, e.line()));
      return false;
    }
  }

  private List<String> cosigners(Checkpoint checkpoint, List<Flaw> flaws) {
    try {
      List<String> names = policy.cosigners(checkpoint).stream().map(VerifierKey::name).toList();
      policy.check(checkpoint);
      return names;
    } catch (LedgerFault e) {
      flaws.add(new Flaw("checkpoint", e.line()));
      return List.of();
    }
  }

  private void comparable(Checkpoint old, Checkpoint checkpoint, List<Flaw> flaws) {
    String place = "earlier checkpoint of size " + old.size();
    if (!old.origin().equals(checkpoint.origin())) {
      flaws.add(new Flaw(place, "is of another log: " + old.origin()));
    } else if (old.size() > checkpoint.size()) {
      flaws.add(
          new Flaw(place, "the log has shrunk to " + checkpoint.size() + " since: rolled back"));
    }
    signed(old, place, flaws);
  }

  /** One pass over the entries. */
  private final class Walk {
    private final LedgerView view;
    private final long size;
    private final byte[] @Nullable [] counter = new byte[64][];
    private final List<LevelTile> open = new ArrayList<>();
    private final MessageDigest sha = Digest.sha256();
    private final EntryTaker taker;
    private boolean hashing = true;
    private int nextEarlier;
    private int continued;
    private long tiles;

    Walk(LedgerView view, long size, EntryTaker taker) {
      this.view = view;
      this.size = size;
      this.taker = taker;
    }

    Optional<Digest> run(Checkpoint checkpoint, List<Flaw> flaws) {
      guarded(flaws, () -> compareEarlier(0));
      for (long bundle = 0; bundle * WIDTH < size; bundle++) {
        long number = bundle;
        guarded(flaws, () -> walkBundle(number, flaws));
      }
      if (!hashing) {
        return Optional.empty();
      }
      byte[] root = fold(size);
      if (!Arrays.equals(root, checkpoint.root().bytes())) {
        flaws.add(
            new Flaw(
                "checkpoint", "its root is not that of the entries, " + Digest.ofRaw(root).hex()));
        return Optional.empty();
      }
      return Optional.of(Digest.ofRaw(root));
    }

    /* After the first flaw nothing more is hashed: all that follows would differ for its sake. */
    private void guarded(List<Flaw> flaws, Part part) {
      try {
        part.run();
      } catch (Stop e) {
        hashing = false;
        flaws.add(e.flaw);
      } catch (Fault e) {
        if (hashing || flaws.size() < MOST_FLAWS) {
          flaws.add(new Flaw(e.place(), e.line()));
        }
        hashing = false;
      }
    }

    private void walkBundle(long bundle, List<Flaw> flaws) throws Stop {
      int width = (int) Math.min(WIDTH, size - bundle * WIDTH);
      ByteBuffer in = ByteBuffer.wrap(view.entries(bundle, width));
      for (int i = 0; i < width; i++) {
        long index = bundle * WIDTH + i;
        int length = in.remaining() < 2 ? -1 : Short.toUnsignedInt(in.getShort());
        if (length < 0 || length > in.remaining()) {
          throw new Stop("entry " + index, "its bundle is cut short");
        }
        int at = in.arrayOffset() + in.position();
        if (hashing) {
          // A flaw must not keep the entries behind it from being read.
          guarded(flaws, () -> hash(index, in.array(), at, length));
        }
        taker.take(index, Arrays.copyOfRange(in.array(), at, at + length));
        in.position(in.position() + length);
      }
      if (in.hasRemaining()) {
        throw new Stop("entry " + (bundle * WIDTH + width), "bytes after the bundle's last entry");
      }
    }

    private void hash(long index, byte[] bytes, int at, int length) throws Stop {
      sha.update((byte) 0);
      sha.update(bytes, at, length);
      add(index, sha.digest());
      compareEarlier(index + 1);
    }

    private void add(long index, byte[] leaf) throws Stop {
      byte[] hash = leaf;
      int height = 0;
      compareTile(0, index, hash, index);
      while (((index >> height) & 1) == 1) {
        hash = node(left(height), hash);
        counter[height] = null;
        height++;
        if (height % 8 == 0) {
          compareTile(height / 8, index >> height, hash, index);
        }
      }
      counter[height] = hash;
    }

    private byte[] left(int height) {
      byte[] left = counter[height];
      if (left == null) {
        throw new IllegalStateException("the counter lost height " + height);
      }
      return left;
    }

    private byte[] node(byte[] left, byte[] right) {
      sha.update((byte) 1);
      sha.update(left);
      return sha.digest(right);
    }

    private byte[] fold(long count) {
      byte[] root = null;
      for (int height = 0; height < 63; height++) {
        if (((count >> height) & 1) == 1) {
          root = root == null ? left(height) : node(left(height), root);
        }
      }
      return root == null ? sha.digest() : root;
    }

    private void compareTile(int level, long position, byte[] hash, long index) throws Stop {
      long number = position / WIDTH;
      LevelTile tile = level < open.size() ? open.get(level) : null;
      if (tile == null || tile.number != number) {
        int width = (int) Math.min(WIDTH, (size >> (8 * level)) - number * WIDTH);
        tile = new LevelTile(number, view.tile(level, number, width));
        if (tile.hashes.length != width * HASH) {
          throw new Stop(
              "tile of level " + level + " number " + number, "has not " + width + " hashes");
        }
        tiles++;
        if (level < open.size()) {
          open.set(level, tile);
        } else {
          open.add(tile);
        }
      }
      int at = (int) (position % WIDTH) * HASH;
      if (!Arrays.equals(hash, 0, HASH, tile.hashes, at, at + HASH)) {
        throw new Stop(
            level == 0 ? "entry " + index : "tile of level " + level + " number " + number,
            "hash "
                + position % WIDTH
                + " of level "
                + level
                + " tile "
                + number
                + " is not that of the entries");
      }
    }

    private void compareEarlier(long count) throws Stop {
      while (nextEarlier < earlier.size() && earlier.get(nextEarlier).size() == count) {
        byte[] root = fold(count);
        if (!Arrays.equals(root, earlier.get(nextEarlier).root().bytes())) {
          throw new Stop(
              "earlier checkpoint of size " + count,
              "the first entries are not the same now: the log was altered or forked");
        }
        continued++;
        nextEarlier++;
      }
    }
  }

  /** A part of a walk that a flaw may end. */
  private interface Part {
    void run() throws Stop;
  }

  private record LevelTile(long number, byte[] hashes) {}

  /** Ends a walk at the first flaw. */
  private static final class Stop extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Flaw flaw;

    Stop(String place, String what) {
      super(what);
      this.flaw = new Flaw(place, what);
    }
  }
}
