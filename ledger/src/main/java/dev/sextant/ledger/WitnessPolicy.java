package dev.sextant.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which witnesses a reader trusts, and how many of them must have cosigned: any {@code required} of
 * {@code witnesses}.
 *
 * @param witnesses keys of kind {@link VerifierKey.Kind#COSIGNATURE}, each once
 * @param required how many different ones are needed, 0 to all
 */
public record WitnessPolicy(List<VerifierKey> witnesses, int required) implements Quorum {
  /** Asks for no witness. */
  public static final WitnessPolicy NONE = new WitnessPolicy(List.of(), 0);

  /** Checks kinds and numbers. */
  public WitnessPolicy {
    witnesses = List.copyOf(witnesses);
    Set<String> keys = new HashSet<>();
    for (VerifierKey witness : witnesses) {
      // By public key: the signed text does not hold the name, so one key under two names is one.
      if (witness.kind() != VerifierKey.Kind.COSIGNATURE || !keys.add(witness.keyHex())) {
        throw new LedgerFault.BadNote(
            "witness keys are cosignature keys, each once", "witness policy", witness.text());
      }
    }
    if (required < 0 || required > witnesses.size()) {
      throw new LedgerFault.BadNote(
          "as many as there are witnesses can be required",
          "witness policy",
          required + " of " + witnesses.size());
    }
  }

  /**
   * The different witnesses of this policy that validly cosigned.
   *
   * @throws LedgerFault.BadSignature if a line claims one of them and does not verify
   */
  @Override
  public List<VerifierKey> cosigners(Checkpoint checkpoint) {
    List<NoteSignature> good = checkpoint.note().verified(witnesses);
    return witnesses.stream().filter(w -> good.stream().anyMatch(w::claims)).toList();
  }

  /**
   * Requires enough cosignatures.
   *
   * @return the time of the oldest of the newest {@code required} cosignatures: all those witnesses
   *     stood by this tree then; {@link Instant#MIN} if none is required
   * @throws LedgerFault.BadSignature if there are too few, or one that does not verify
   */
  @Override
  public Instant check(Checkpoint checkpoint) {
    int found = cosigners(checkpoint).size();
    if (found < required) {
      throw new LedgerFault.BadSignature(
          "too few witnesses cosigned",
          "checkpoint " + checkpoint.origin(),
          found + " of " + required);
    }
    if (required == 0) {
      return Instant.MIN;
    }
    return witnesses.stream()
        .flatMapToLong(w ->
            checkpoint.note().signatures().stream()
                .filter(w::claims)
                .mapToLong(NoteSignature::timestamp)
                .max()
                .stream())
        .boxed()
        .sorted(Comparator.reverseOrder())
        .skip(required - 1L)
        .findFirst()
        .map(Instant::ofEpochSecond)
        .orElse(Instant.MIN);
  }
}
