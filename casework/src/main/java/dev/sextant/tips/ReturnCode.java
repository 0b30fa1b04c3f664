package dev.sextant.tips;

import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/* Seven words of two parts each, 14 random bits a word: 98 bits, beyond trying even if the mailbox
 * files were copied. Argon2id makes each try dear as well. The words were written for this list:
 * short, unlike each other, without meaning together. */
/**
 * What a sender writes down to come back: seven random words. Everything of a mailbox follows from
 * them; nothing about them is kept.
 */
public final class ReturnCode {
  /** How many words. */
  public static final int WORDS = 7;

  private static final int PART_BITS = 7;
  private static final int SECRET_BYTES = 32;
  private static final int NAME_BYTES = 16;

  private static final List<String> FIRST =
      List.of(
          ("amber ash autumn bamboo barley basalt bitter blue bold bone brass bread brick bright broad"
                  + " bronze brown calm candle canvas cedar chalk cherry cinder clay clear clever cloud"
                  + " clover cobalt cold copper coral corn cotton crystal dark dawn deep denim desert"
                  + " distant dry dusk eager early east elder ember empty even fair fallow fast fern"
                  + " field fine first flax flint fog forest fresh frost garden gentle ginger glass"
                  + " gold grain granite grass green grey happy harbor hazel heather high hill honey"
                  + " ice indigo iron island ivory ivy jade kind lake late lemon level light linen lilac"
                  + " lime little long loud low lunar maple marble marsh meadow mild mint misty moon"
                  + " moss narrow new night noble north oak oat olive opal orange pale pearl pine plain quiet"
                  + " rapid red")
              .split(" "));

  private static final List<String> SECOND =
      List.of(
          ("acorn anchor apple arrow badge barn basket beacon bell bench berry bird boat book boot"
                  + " bottle bow bowl box bridge broom bucket button cabin camel canoe cap carpet cart"
                  + " castle cat chair chest circle clock coat coin comb compass cork crane cup curtain"
                  + " deer desk door dove dragon drum duck eagle engine fan feather fence fiddle finch"
                  + " flag flute fork fox frame gate glove goat goose guitar hammer hat hawk helmet"
                  + " heron horn horse hut kettle key kite knot ladder lamp lantern leaf letter lion"
                  + " lock loom magnet mask medal mill mirror mole mouse nail needle nest net oar otter"
                  + " owl paddle page pan parrot pear pen piano pilot pipe plate plum pocket pond pot"
                  + " pump rabbit raft rake ribbon ring robin rope saddle sail scarf shelf spoon")
              .split(" "));

  private final String text;

  private ReturnCode(String text) {
    this.text = text;
  }

  static ReturnCode random(SecureRandom random) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      int bits = random.nextInt(1 << (2 * PART_BITS));
      words.add(FIRST.get(bits >> PART_BITS) + SECOND.get(bits & ((1 << PART_BITS) - 1)));
    }
    return new ReturnCode(String.join(" ", words));
  }

  /** A code as somebody types it; any seven words make one, and a wrong one opens nothing. */
  static ReturnCode typed(String text) {
    return new ReturnCode(
        String.join(" ", text.toLowerCase(Locale.ROOT).strip().split("[^a-z]+", -1)).strip());
  }

  String text() {
    return text;
  }

  /** How many different codes there are, as a power of two. */
  static int bits() {
    if (FIRST.size() != 1 << PART_BITS || SECOND.size() != 1 << PART_BITS) {
      throw new IllegalStateException(FIRST.size() + " and " + SECOND.size() + " words");
    }
    return WORDS * 2 * PART_BITS;
  }

  /**
   * A mailbox.
   *
   * @param name its folder's name
   * @param keys replies are sealed to it
   */
  record Mailbox(String name, KeyPair keys) {}

  /**
   * The mailbox of this code at a desk. One salt for all, for there is nothing to look a salt of
   * one's own up by; the work stands in for it.
   */
  Mailbox mailbox(PublicKey desk, TipSettings.Argon work) {
    byte[] salt = Arrays.copyOf(Digest.of(desk.getEncoded()).bytes(), NAME_BYTES);
    byte[] out =
        argon(text.getBytes(StandardCharsets.UTF_8), salt, work, SECRET_BYTES + NAME_BYTES);
    return new Mailbox(
        HexFormat.of().formatHex(out, SECRET_BYTES, out.length),
        TipKeys.pair(Arrays.copyOf(out, SECRET_BYTES)));
  }

  static byte[] argon(byte[] secret, byte[] salt, TipSettings.Argon work, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(work.kibibytes())
            .withIterations(work.passes())
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] out = new byte[length];
    generator.generateBytes(secret, out);
    return out;
  }
}
