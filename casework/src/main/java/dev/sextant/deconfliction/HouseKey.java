package dev.sextant.deconfliction;

import dev.sextant.deconfliction.oprf.Evaluation;
import dev.sextant.deconfliction.oprf.Mode;
import dev.sextant.deconfliction.oprf.OprfKey;
import dev.sextant.terms.Selector;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The house's key of the function whose outputs stand in the index. Derived from the agency's key;
 * no case, reader or person holds it. Answers to other houses are of the same function, and prove
 * it.
 */
final class HouseKey {
  /** What the seed is derived for. */
  static final String SEED = "deconfliction/voprf/v1";

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] NOTHING = new byte[0];

  private final OprfKey key;

  HouseKey(byte[] seed, SecureRandom random) {
    byte[] text = "sextant deconfliction 1".getBytes(StandardCharsets.US_ASCII);
    this.key = OprfKey.derive(Mode.VOPRF, seed, text, random);
  }

  /** What is hashed for a selector. */
  static byte[] input(Selector selector) {
    return ("sextant-deconfliction/1\n" + selector).getBytes(StandardCharsets.UTF_8);
  }

  /** A selector's token: the function's output, 64 hexadecimal characters. */
  String token(Selector selector) {
    return HEX.formatHex(key.output(input(selector), NOTHING));
  }

  /** Tokens of many, worked out side by side. */
  Set<String> tokens(Collection<Selector> selectors) {
    return selectors.parallelStream()
        .map(this::token)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What stands at each selector, at its token. */
  <T> Map<String, T> tokens(Map<Selector, T> selectors) {
    return selectors.entrySet().parallelStream()
        .collect(
            Collectors.toMap(
                one -> token(one.getKey()), Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }

  /** The public half, 66 hexadecimal characters. */
  String published() {
    return HEX.formatHex(key.published());
  }

  /** Evaluates what another house blinded. */
  Evaluation evaluate(List<byte[]> blinded) {
    return key.evaluate(blinded, NOTHING);
  }
}
