package dev.sextant.verify;

import dev.sextant.ledger.Checkpoint;
import dev.sextant.ledger.Merkle;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.ledger.WitnessPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code ledger/}: the checkpoint signed by the log and by a witness, and each act's inclusion
 * proof against it.
 */
final class ActsCheck {
  private final byte[] checkpoint;
  private final JsonAt acts;
  private final List<BundleKey> keys;

  ActsCheck(byte[] checkpoint, JsonAt acts, List<BundleKey> keys) {
    this.checkpoint = checkpoint;
    this.acts = acts;
    this.keys = keys;
  }

  /** Verifies the checkpoint by the log's key and, if wanted, by one witness's at least. */
  Checkpoint head(
      @Nullable VerifierKey pinnedLog,
      boolean witnessed,
      Map<String, Long> checked,
      Map<String, String> about) {
    Checkpoint head = Checkpoint.parse(checkpoint);
    VerifierKey log =
        of(BundleKey.Role.LOG).stream()
            .filter(key -> key.name().equals(head.origin()))
            .findFirst()
            .orElseThrow(() ->
                new VerifyFault.BadBundle(
                    "no log key of this origin in keys.json",
                    BundleFiles.CHECKPOINT,
                    head.origin()));
    if (pinnedLog != null && !pinnedLog.equals(log)) {
      throw new VerifyFault.BadBundle(
          "another log key than the one you gave", BundleFiles.CHECKPOINT, log.text());
    }
    head.verify(log);
    about.put("log", head.origin() + " size " + head.size() + " root " + head.root());
    WitnessPolicy witnesses = new WitnessPolicy(of(BundleKey.Role.WITNESS), 0);
    checked.put("log checkpoint signature", 1L);
    int cosigners = witnesses.cosigners(head).size();
    if (witnessed && cosigners == 0) {
      throw new VerifyFault.BadBundle(
          "no witness cosigned the log's checkpoint, so nobody but the agency stands by the log",
          BundleFiles.CHECKPOINT,
          "0 cosignatures");
    }
    checked.put("witness cosignatures", (long) cosigners);
    return head;
  }

  /** Proves every entry to be in the log of this checkpoint, and reads it as an act. */
  ProvedActs run(Checkpoint head, String caseId, Map<String, Long> checked) {
    List<ProvedActs.Entry> proved = new ArrayList<>();
    long last = -1;
    for (JsonAt act : acts.list()) {
      long index = act.field("index").number();
      if (index <= last) {
        throw act.bad("acts out of order or twice", "" + index);
      }
      last = index;
      byte[] entry = act.field("entry").base64();
      List<byte[]> path = act.field("proof").list().stream().map(JsonAt::base64).toList();
      if (!Merkle.includes(index, head.size(), Merkle.leafHash(entry), path, head.root().bytes())) {
        throw act.bad("the proof does not lead to the checkpoint's root", "index " + index);
      }
      proved.add(new ProvedActs.Entry(index, act, entry));
    }
    checked.put("acts proved to be in the log", (long) proved.size());
    return new ProvedActs(proved, caseId);
  }

  private List<VerifierKey> of(BundleKey.Role role) {
    return keys.stream().filter(k -> k.role() == role).map(BundleKey::key).toList();
  }
}
