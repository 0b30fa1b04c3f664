package dev.sextant.custody;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.custody.CustodyEntry.Touch;
import dev.sextant.custody.store.ExhibitStore;
import dev.sextant.custody.store.ExhibitStore.Kept;
import dev.sextant.custody.store.SealedFolder;
import dev.sextant.custody.store.SealedFolder.Incoming;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Progress;
import dev.sextant.terms.RequestId;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/** Sealed evidence. Safe for many threads; one process a folder. */
public final class Custody {
  /** Enough that two different exhibits seldom wait for each other. */
  private static final int STRIPES = 64;

  private final CaseKeys keys;
  private final SealedFolder folder;
  private final ExhibitStore store;
  private final List<Lock> settling =
      IntStream.range(0, STRIPES).<Lock>mapToObj(i -> new ReentrantLock()).toList();

  /**
   * Opens custody and removes what a crash left.
   *
   * @param root the folder of sealed files, such as {@code <home>/exhibits}
   * @param application the application's role: which sealed files there should be is asked before
   *     anybody holds a permit
   */
  public Custody(Path root, Door door, CaseKeys keys, DataSource application) {
    this.keys = keys;
    this.folder = new SealedFolder(root);
    this.store = new ExhibitStore(door);
    this.folder.sweep(ExhibitStore.named(application));
  }

  /**
   * Seals bytes: when it returns, the exhibit is on disk for good; when it throws, there is none.
   * Bytes that the case keeps already are not kept twice: the same exhibit answers, with a second
   * acquisition in its chain.
   *
   * @param bytes read to the end, not closed; held 128 KiB at a time
   * @throws CustodyFault.Storage if the stream or the disk fails
   */
  public Exhibit seal(Permit p, Acquisition how, InputStream bytes, Progress progress) {
    Particulars inputs =
        Particulars.none()
            .token("how", how.how())
            .token("tool", how.tool())
            .id("by", how.by())
            .spoken(how.sourceName())
            .spoken(how.sourceName().replaceAll("[_.]", " "))
            .spoken(how.note());
    RequestId request = how.request();
    if (request != null) {
      inputs = inputs.id("legalRequest", request);
    }
    if (how.how().equals(Acquisition.How.PUBLIC_CAPTURE.name())) {
      inputs = inputs.selector("subject", Selector.of(SelectorType.URL, how.sourceName()));
    }
    try (Act act = p.begin(Step.SEAL, inputs)) {
      CaseCipher cipher = cipher(act);
      byte[] key = keys.items(act).fresh();
      Incoming incoming = taken(act, key, bytes, progress);
      Exhibit exhibit;
      try {
        exhibit = settle(act, cipher, incoming, new Sealing(how, key));
      } finally {
        folder.discard(incoming);
      }
      act.done(
          Particulars.none()
              .id("exhibit", exhibit.id())
              .digest("digest", exhibit.digest())
              .number("bytes", exhibit.bytes()));
      return exhibit;
    }
  }

  /** How bytes came, and the key made for them. */
  private record Sealing(Acquisition how, byte[] key) {}

  private Incoming taken(Act act, byte[] key, InputStream bytes, Progress progress) {
    try {
      return folder.write(act.permit().caseId(), key, new WhileLiving(act, bytes), progress);
    } catch (Fault e) {
      act.failed(e.code());
      throw e;
    }
  }

  /* Whoever collects must stop when the authority ends, not when the collection does. */
  private static final class WhileLiving extends FilterInputStream {
    private final Act act;

    WhileLiving(Act act, InputStream in) {
      super(in);
      this.act = act;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      act.requireLiving();
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int taken = super.read(into, from, length);
      act.requireLiving();
      return taken;
    }
  }

  /* File first, row second: a crash between them leaves a file that no row names, which the next
   * start removes; never a row without its file. */
  private Exhibit settle(Act act, CaseCipher cipher, Incoming incoming, Sealing sealing) {
    Acquisition how = sealing.how();
    CaseId of = act.permit().caseId();
    String name = name(act, incoming.digest());
    Lock lock = settling.get(Math.floorMod(name.hashCode(), STRIPES));
    lock.lock();
    try {
      Kept kept = store.byFile(act, cipher, name).orElse(null);
      if (kept != null) {
        store.touch(act, cipher, kept.exhibit().id(), Touch.SEALED_AGAIN, how);
        return kept.exhibit();
      }
      if (store.isVoid(act, name)) {
        throw new CustodyFault.Void(name);
      }
      folder.discard(of, name);
      folder.settle(of, incoming, name);
      boolean added = false;
      try {
        ExhibitStore.NewKey key = id -> keys.items(act).wrap(sealing.key(), use(id));
        Exhibit exhibit = store.add(act, cipher, incoming, name, how, key);
        added = true;
        return exhibit;
      } finally {
        if (!added && store.byFile(act, cipher, name).isEmpty()) {
          folder.discard(of, name);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /* Content-addressed, yet a stranger who holds the same bytes cannot find out from the folder that
   * the case has them. */
  private String name(Act act, Digest digest) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(keys.derive(act, "custody/file-name/v1"), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(digest.bytes()));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("HmacSHA256 is in every JDK", e);
    }
  }

  /* Every exhibit has a key of its own, so that destroying one leaves nothing of it readable in
   * any copy of its file, while the case lives on. */
  private byte[] sealingKey(Act act, ExhibitId id) {
    return keys.items(act).open(store.itemKey(act, id), use(id));
  }

  private static String use(ExhibitId id) {
    return "custody/exhibit/v1 " + id;
  }

  /**
   * Keys for another room's values that come from an exhibit: they go when the exhibit does.
   *
   * @param use a name of the room's own, such as {@code records/body/v1}
   * @return 32 bytes for an exhibit's identifier
   */
  public Function<UUID, byte[]> exhibitKeys(Act act, String use) {
    Map<UUID, byte[]> wrapped = store.itemKeys(act);
    CaseKeys.ItemKeys items = keys.items(act);
    return exhibit -> {
      byte[] held = wrapped.get(exhibit);
      if (held == null) {
        throw new CustodyFault.Unknown(exhibit.toString());
      }
      return CaseKeys.derived(items.open(held, use(new ExhibitId(exhibit))), use);
    };
  }

  /**
   * Removes the sealed files of exhibits that were destroyed: their rows and keys are gone already.
   *
   * @param names the files' keyed names
   */
  public void clear(CaseId of, Collection<String> names) {
    names.forEach(name -> folder.discard(of, name));
  }

  /**
   * One exhibit; looking is logged.
   *
   * @throws CustodyFault.Unknown if the permit's case has none of this identifier
   */
  public Exhibit exhibit(Permit p, ExhibitId id) {
    try (Act act = p.begin(Step.VIEW, Particulars.none().id("exhibit", id))) {
      Exhibit exhibit = exhibit(act, id);
      act.done();
      return exhibit;
    }
  }

  /** One exhibit, within an act that is under way. */
  public Exhibit exhibit(Act act, ExhibitId id) {
    return store.byId(act, cipher(act), id).exhibit();
  }

  /** All exhibits of the case, by number; looking is logged. */
  public List<Exhibit> exhibits(Permit p) {
    try (Act act = p.begin(Step.VIEW, Particulars.none().token("what", "exhibits"))) {
      List<Exhibit> all = exhibits(act);
      act.done(Particulars.none().number("exhibits", all.size()));
      return all;
    }
  }

  /** All exhibits of the case, within an act that is under way. */
  public List<Exhibit> exhibits(Act act) {
    return store.all(act, cipher(act));
  }

  /** An exhibit's chain of custody, oldest first; looking is logged. */
  public List<CustodyEntry> chain(Permit p, ExhibitId id) {
    Particulars inputs = Particulars.none().token("what", "chain").id("exhibit", id);
    try (Act act = p.begin(Step.VIEW, inputs)) {
      List<CustodyEntry> chain = chain(act, id);
      act.done(Particulars.none().number("entries", chain.size()));
      return chain;
    }
  }

  /** An exhibit's chain of custody, within an act that is under way. */
  public List<CustodyEntry> chain(Act act, ExhibitId id) {
    CaseCipher cipher = cipher(act);
    store.byId(act, cipher, id);
    return store.chain(act, cipher, id);
  }

  /**
   * Opens an exhibit for reading at any place; the touch is in its chain.
   *
   * @return a channel for one thread at a time, to be closed by the caller
   * @throws CustodyFault.Altered now or while reading, if a byte was altered
   */
  public SeekableByteChannel open(Act act, ExhibitId id) {
    SealedFile sealed = reach(act, id, Touch.OPENED);
    try {
      return SealedFile.open(sealed.path(), sealed.exhibitKey());
    } catch (IOException e) {
      throw new CustodyFault.Storage(sealed.path().toString(), e);
    }
  }

  /** The sealed file with its own key, for a reader's process; the touch is in its chain. */
  public SealedFile sealedFile(Act act, ExhibitId id) {
    return reach(act, id, Touch.READ);
  }

  private SealedFile reach(Act act, ExhibitId id, Touch touch) {
    CaseCipher cipher = cipher(act);
    Kept kept = store.byId(act, cipher, id);
    act.touches(id);
    store.touch(act, cipher, id, touch, null);
    Path path = folder.path(act.permit().caseId(), kept.file());
    byte[] key = SealedFormat.exhibitKey(sealingKey(act, id), folder.salt(path));
    return new SealedFile(path, key, kept.exhibit().digest(), kept.exhibit().bytes());
  }

  /**
   * Hashes the whole exhibit anew.
   *
   * @return its digest, which is the sealed one
   * @throws CustodyFault.Altered if it is not; the chain then says so
   */
  public Digest verify(Permit p, ExhibitId id) {
    Particulars inputs = Particulars.none().token("what", "verify").id("exhibit", id);
    try (Act act = p.begin(Step.VIEW, inputs)) {
      CaseCipher cipher = cipher(act);
      Kept kept = store.byId(act, cipher, id);
      Path path = folder.path(p.caseId(), kept.file());
      try {
        byte[] key = SealedFormat.exhibitKey(sealingKey(act, id), folder.salt(path));
        Digest found = hash(path, key);
        if (!found.equals(kept.exhibit().digest())) {
          throw new CustodyFault.Altered(
              "the digest is not the sealed one", kept.file(), found.hex());
        }
        store.touch(act, cipher, id, Touch.VERIFIED, null);
        act.done(found);
        return found;
      } catch (CustodyFault.Altered e) {
        store.touch(act, cipher, id, Touch.FAILED_VERIFICATION, null);
        act.failed(e.code());
        throw e;
      }
    }
  }

  private static Digest hash(Path path, byte[] key) {
    MessageDigest sha = Digest.sha256();
    try (SeekableByteChannel in = SealedFile.open(path, key)) {
      ByteBuffer buffer = ByteBuffer.allocate(SealedFormat.CHUNK_BYTES);
      while (in.read(buffer) >= 0) {
        sha.update(buffer.flip());
        buffer.clear();
      }
    } catch (IOException e) {
      throw new CustodyFault.Storage(path.toString(), e);
    }
    return Digest.ofRaw(sha.digest());
  }

  /** Seals small values under the case's key. */
  public CaseCipher cipher(Act act) {
    return new CaseCipher(keys.derive(act, "custody/value/v1"));
  }
}
