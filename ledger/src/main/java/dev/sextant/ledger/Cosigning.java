package dev.sextant.ledger;

import dev.sextant.ledger.disk.Durable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A log's dealings with its witnesses: asks them, keeps what a quorum of them signed, and knows
 * since when none has. Used by one publication at a time.
 */
final class Cosigning {
  /** Where a proof of growth comes from. */
  interface Requests {
    WitnessRequest from(long old, Checkpoint signed);
  }

  private final Path folder;
  private final Clock clock;
  private final CheckpointArchive archive;
  private final List<Cosigner> witnesses = new CopyOnWriteArrayList<>();
  private final Map<VerifierKey, Long> witnessed = new HashMap<>();
  private volatile Quorum quorum = WitnessPolicy.NONE;
  private volatile boolean demanded;
  private volatile Instant since = Instant.MIN;
  private volatile List<Outage> outages = List.of();

  Cosigning(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    this.archive = new CheckpointArchive(folder.resolve("archive"));
  }

  void attach(Cosigner witness) {
    witnesses.add(witness);
  }

  CheckpointArchive archive() {
    return archive;
  }

  List<Outage> outages() {
    return outages;
  }

  /* What was cosigned last is read back, and must bear the quorum's signatures now as it did then. */
  void demand(Quorum wanted) {
    quorum = wanted;
    demanded = true;
    Optional<Checkpoint> last = cosigned();
    if (last.isPresent()) {
      try {
        since = wanted.check(last.get());
        return;
      } catch (LedgerFault.BadSignature e) {
        // The witnesses are others now: nothing of theirs was seen yet, so time runs from here.
      }
    }
    since = waiting();
  }

  /** The last checkpoint that a quorum cosigned. */
  Optional<Checkpoint> cosigned() {
    return CheckpointArchive.read(folder.resolve("cosigned"));
  }

  /** The last moment at which a quorum stood by the log; empty if none is demanded. */
  Optional<Instant> since() {
    return demanded ? Optional.of(since) : Optional.empty();
  }

  /* Kept, so that a restart does not make a log young again that nobody ever cosigned. */
  private Instant waiting() {
    Path file = folder.resolve("uncosigned-since");
    try {
      if (Files.isRegularFile(file)) {
        return Instant.parse(Files.readString(file).strip());
      }
      Instant now = clock.instant();
      Durable.replace(file, (now + "\n").getBytes(StandardCharsets.US_ASCII));
      return now;
    } catch (IOException e) {
      throw new LedgerFault.Storage(file.toString(), e);
    } catch (DateTimeException e) {
      throw new LedgerFault.Damaged("not a moment", file.toString(), "uncosigned-since");
    }
  }

  /**
   * The checkpoint with the cosignatures of those witnesses that answer.
   *
   * @throws LedgerFault.Forked if one has seen another history
   */
  Checkpoint cosign(Checkpoint signed, Requests requests) {
    List<Outage> failed = new ArrayList<>();
    Checkpoint cosigned = signed;
    for (Cosigner witness : witnesses) {
      try {
        NoteSignature cosignature = ask(witness, signed, requests);
        if (!witness.key().verifies(signed.note().text(), cosignature)) {
          throw new LedgerFault.BadSignature(
              "the cosignature does not verify", witness.key().name(), cosignature.base64());
        }
        cosigned = cosigned.with(cosignature);
        witnessed.put(witness.key(), signed.size());
      } catch (LedgerFault.Forked e) {
        throw e;
      } catch (LedgerFault e) {
        failed.add(new Outage(witness.key().name(), clock.instant(), e));
      }
    }
    outages = List.copyOf(failed);
    return cosigned;
  }

  /** Keeps what was published, and remembers when a quorum stood by it. */
  void published(Checkpoint checkpoint) throws IOException {
    if (!demanded || checkpoint.note().signatures().size() < 2) {
      return;
    }
    try {
      quorum.check(checkpoint);
    } catch (LedgerFault.BadSignature e) {
      return; // Too few: the time of the last quorum stands.
    }
    Durable.replace(folder.resolve("cosigned"), checkpoint.bytes());
    archive.keep(checkpoint);
    since = clock.instant();
  }

  private NoteSignature ask(Cosigner witness, Checkpoint signed, Requests requests) {
    long old = Math.min(witnessed.getOrDefault(witness.key(), 0L), signed.size());
    try {
      return witness.addCheckpoint(requests.from(old, signed));
    } catch (LedgerFault.Refused e) {
      if (e.reason() == LedgerFault.Refused.Reason.CONFLICT && e.size() <= signed.size()) {
        return askAgain(witness, e.size(), signed, requests);
      }
      throw judged(e, signed);
    }
  }

  private static NoteSignature askAgain(
      Cosigner witness, long old, Checkpoint signed, Requests requests) {
    try {
      return witness.addCheckpoint(requests.from(old, signed));
    } catch (LedgerFault.Refused e) {
      throw judged(e, signed);
    }
  }

  /** Our proofs follow from our tree, so a witness that finds one false has seen another tree. */
  private static LedgerFault judged(LedgerFault.Refused refused, Checkpoint signed) {
    boolean longer =
        refused.reason() == LedgerFault.Refused.Reason.CONFLICT && refused.size() > signed.size();
    if (longer || refused.reason() == LedgerFault.Refused.Reason.BAD_PROOF) {
      return new LedgerFault.Forked(
          refused.place(),
          "ours "
              + signed.size()
              + (longer ? ", theirs " + refused.size() : ", of another history to theirs"));
    }
    return refused;
  }
}
