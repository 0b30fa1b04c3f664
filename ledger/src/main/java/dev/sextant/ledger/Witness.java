package dev.sextant.ledger;

import dev.sextant.ledger.disk.Durable;
import dev.sextant.ledger.disk.WriterLock;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A witness with a key and a memory of its own (c2sp.org/tlog-witness): it cosigns a checkpoint
 * only if the log has grown from the last one that it cosigned, and remembers it first. It is worth
 * something when somebody other than the log's operator holds its key and folder.
 *
 * <p>Safe for many threads; one process a folder.
 */
public final class Witness implements Cosigner, AutoCloseable {
  private final Path folder;
  private final SignerKey key;
  private final List<VerifierKey> logs;
  private final Clock clock;
  private final WriterLock lock;
  private final CheckpointArchive archive;
  private boolean closed;

  private Witness(
      Path folder, SignerKey key, Collection<VerifierKey> logs, Clock clock, WriterLock lock) {
    this.folder = folder;
    this.key = key;
    this.logs = List.copyOf(logs);
    this.clock = clock;
    this.lock = lock;
    this.archive = new CheckpointArchive(folder.resolve("archive"));
  }

  /**
   * Opens a witness's folder, making it if there is none.
   *
   * @param key a key of kind {@link VerifierKey.Kind#COSIGNATURE}
   * @param logs the keys of the logs that it watches; a key's name is its log's origin
   * @param clock gives the cosignatures' times
   * @throws LedgerFault.Locked if another witness works in the folder
   */
  public static Witness open(
      Path folder, SignerKey key, Collection<VerifierKey> logs, Clock clock) {
    if (key.verifier().kind() != VerifierKey.Kind.COSIGNATURE) {
      throw new LedgerFault.BadNote(
          "a witness signs with a cosignature key", key.name(), key.verifier().kind().toString());
    }
    try {
      Durable.makeFolder(folder);
      WriterLock lock = WriterLock.take(folder);
      if (lock == null) {
        throw new LedgerFault.Locked(folder.toString());
      }
      Witness witness = new Witness(folder, key, logs, clock, lock);
      for (VerifierKey log : logs) {
        // A crash between remembering and archiving left the last one out.
        witness.latest(log.name()).ifPresent(witness.archive::keep);
      }
      return witness;
    } catch (IOException e) {
      throw new LedgerFault.Storage(folder.toString(), e);
    }
  }

  /** Every checkpoint that it cosigned, the first cosignature of each size. */
  public CheckpointArchive archive() {
    return archive;
  }

  @Override
  public VerifierKey key() {
    return key.verifier();
  }

  /* One monitor over check and persist: otherwise two requests, both checked against the same old
   * checkpoint, could leave the smaller one as the last. */
  @Override
  public synchronized NoteSignature addCheckpoint(WitnessRequest request) {
    if (closed) {
      throw new LedgerFault.Closed(folder.toString());
    }
    Checkpoint asked = request.checkpoint();
    List<VerifierKey> trusted =
        logs.stream().filter(log -> log.name().equals(asked.origin())).toList();
    if (trusted.isEmpty()) {
      throw refusal(LedgerFault.Refused.Reason.UNKNOWN_LOG, 0, asked.origin());
    }
    requireSigned(asked, trusted);
    Optional<Checkpoint> last = latest(asked.origin());
    long held = last.map(Checkpoint::size).orElse(0L);
    if (request.oldSize() > asked.size()) {
      throw refusal(LedgerFault.Refused.Reason.MALFORMED, held, "old " + request.oldSize());
    }
    if (request.oldSize() != held) {
      throw refusal(LedgerFault.Refused.Reason.CONFLICT, held, "old " + request.oldSize());
    }
    byte[] heldRoot = last.map(c -> c.root().bytes()).orElseGet(Merkle::emptyRoot);
    if (!grown(held, heldRoot, request)) {
      throw refusal(LedgerFault.Refused.Reason.BAD_PROOF, held, "size " + asked.size());
    }
    NoteSignature cosignature = key.cosignature(asked.note().text(), clock.instant());
    Checkpoint cosigned = asked.with(cosignature);
    remember(cosigned);
    archive.keep(cosigned);
    return cosignature;
  }

  private void requireSigned(Checkpoint asked, List<VerifierKey> trusted) {
    try {
      if (!asked.note().verified(trusted).isEmpty()) {
        return;
      }
    } catch (LedgerFault.BadSignature e) {
      // A line that claims a trusted key and does not verify: refused below like a missing one.
    }
    throw refusal(LedgerFault.Refused.Reason.UNSIGNED, 0, asked.origin());
  }

  private static boolean grown(long held, byte[] heldRoot, WitnessRequest request) {
    Checkpoint asked = request.checkpoint();
    byte[] root = asked.root().bytes();
    List<byte[]> proof = request.proof().stream().map(Digest::bytes).toList();
    if (held > 0) {
      return Merkle.consistent(held, asked.size(), heldRoot, root, proof);
    }
    return proof.isEmpty() && (asked.size() > 0 || Arrays.equals(root, heldRoot));
  }

  private LedgerFault.Refused refusal(LedgerFault.Refused.Reason reason, long held, String value) {
    return new LedgerFault.Refused(reason, key.name(), held, value);
  }

  /**
   * The last checkpoint that this witness cosigned of a log.
   *
   * @throws LedgerFault.BadSignature if what it remembers does not bear its own cosignature
   */
  public synchronized Optional<Checkpoint> latest(String origin) {
    Path file = file(origin);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Checkpoint last = Checkpoint.parse(Files.readAllBytes(file));
      last.note().require(key.verifier());
      return Optional.of(last);
    } catch (IOException e) {
      throw new LedgerFault.Storage(file.toString(), e);
    }
  }

  private void remember(Checkpoint checkpoint) {
    try {
      Durable.replace(file(checkpoint.origin()), checkpoint.bytes());
    } catch (IOException e) {
      throw new LedgerFault.Storage(file(checkpoint.origin()).toString(), e);
    }
  }

  private Path file(String origin) {
    // An origin may hold any character; its digest is a safe name.
    return folder.resolve("latest-" + Digest.of(origin.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      lock.close();
    } catch (IOException e) {
      throw new LedgerFault.Storage(folder.toString(), e);
    }
  }
}
