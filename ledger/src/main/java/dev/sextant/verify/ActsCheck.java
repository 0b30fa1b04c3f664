package dev.sextant.verify;

import dev.sextant.ledger.Checkpoint;
import dev.sextant.ledger.Merkle;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.ledger.WitnessPolicy;
import dev.sextant.terms.Digest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code ledger/}: the checkpoint signed by the log, its cosignatures, and each act's inclusion
 * proof against it.
 */
final class ActsCheck {
  private final byte[] checkpoint;
  private final JsonAt acts;

  ActsCheck(byte[] checkpoint, JsonAt acts) {
    this.checkpoint = checkpoint;
    this.acts = acts;
  }

  /** Returns the SHA-256 of each proved entry's bytes, by index. */
  Map<Long, Digest> run(
      List<BundleKey> keys,
      @Nullable VerifierKey pinnedLog,
      Map<String, Long> checked,
      Map<String, String> about) {
    Checkpoint head = Checkpoint.parse(checkpoint);
    VerifierKey log =
        of(keys, BundleKey.Role.LOG).stream()
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
    WitnessPolicy witnesses = new WitnessPolicy(of(keys, BundleKey.Role.WITNESS), 0);
    checked.put("log checkpoint signature", 1L);
    checked.put("witness cosignatures", (long) witnesses.cosigners(head).size());
    Map<Long, Digest> proved = new LinkedHashMap<>();
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
      proved.put(index, Digest.of(entry));
    }
    checked.put("acts proved to be in the log", (long) proved.size());
    return proved;
  }

  private static List<VerifierKey> of(List<BundleKey> keys, BundleKey.Role role) {
    return keys.stream().filter(k -> k.role() == role).map(BundleKey::key).toList();
  }
}
