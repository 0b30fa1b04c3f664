package dev.sextant.linkage.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.linkage.LinkageFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneHandTest {
  private static final long DAY = 86_400_000;
  private static final String[] WORDS =
      ("the and but so well now then here there just really quite some more very good bad new old"
              + " market city team game house train people water music night morning street price")
          .split(" ");

  @TempDir Path folder;

  /** A writer: own words, own marks, own hours. */
  private static String post(Random random, long writer) {
    Random habit = new Random(writer);
    double[] taste = new double[WORDS.length];
    double sum = 0;
    for (int i = 0; i < taste.length; i++) {
      taste[i] = Math.exp(1.2 * habit.nextGaussian());
      sum += taste[i];
    }
    String end = habit.nextBoolean() ? "!" : habit.nextBoolean() ? "..." : ".";
    StringBuilder post = new StringBuilder();
    for (int k = 0; k < 14; k++) {
      double at = random.nextDouble() * sum;
      int word = 0;
      while (at > taste[word] && word + 1 < taste.length) {
        at -= taste[word++];
      }
      post.append(k == 0 ? "" : " ").append(WORDS[word]);
    }
    return post + end + " https://x.test/" + random.nextInt(1000);
  }

  private static Posts accounts(Random random, int count) {
    Posts posts = new Posts();
    for (int account = 0; account < count; account++) {
      // The last account is written by the hand of the first.
      long writer = account == count - 1 ? 0 : account;
      for (int k = 0; k < 60; k++) {
        long at = k * DAY + (long) (random.nextInt(12)) * 3_600_000 + random.nextInt(3_600_000);
        posts.add("acc%02d".formatted(account), at, post(random, 1000 + writer));
      }
    }
    posts.add("quiet", 0, "hello");
    return posts;
  }

  @Test
  void findsTheSecondAccountAndMeasuresItsOwnError() {
    long seed = 11;
    System.out.println("seed " + seed);
    OneHand.Found found = OneHand.of(accounts(new Random(seed), 41));
    OneHand.Pair first = found.pairs().getFirst();
    assertThat(first.a()).isEqualTo("acc00");
    assertThat(first.b()).isEqualTo("acc40");
    assertThat(first.lead()).isTrue();
    assertThat(first.falseRate()).isZero();
    assertThat(first.falseAtMost()).isCloseTo(0.09, within(0.02));
    assertThat(first.found()).isGreaterThan(0.3);
    assertThat(found.notes()).containsExactly("1 accounts with fewer than 25 posts were left out");
    assertThat(found.pairs().stream().skip(1).filter(OneHand.Pair::lead).count())
        .as("other leads, of 39 accounts")
        .isLessThanOrEqualTo(2);
  }

  @Test
  void fewAccountsKnowNoErrorRate() {
    OneHand.Found found = OneHand.of(accounts(new Random(3), 5));
    assertThat(found.notes()).anyMatch(note -> note.contains("too few to know an error rate"));
  }

  @Test
  void subjectIsMasked() {
    assertThat(StyleSpace.masked("Look:  https://a.test/b?c @you #this 1234!"))
        .isEqualTo(" Look: \u0001 \u0002 \u0002 0! ");
  }

  @Test
  void hoursByHand() {
    List<Posts.Post> a = new ArrayList<>();
    List<Posts.Post> b = new ArrayList<>();
    for (int day = 0; day < 200; day++) {
      for (int k = 0; k < 6; k++) {
        a.add(new Posts.Post(day * DAY + k * 600_000L, "x"));
        // The same hour, always five minutes away.
        b.add(new Posts.Post(day * DAY + k * 600_000L + 300_000, "y"));
      }
    }
    Hours hours = Hours.of(a, b);
    assertThat(hours.likeness()).isCloseTo(1, within(1e-12));
    assertThat(hours.meetings()).isZero();
    // Six posts in the hour, two minutes either side: 1 - exp(-6 * 4 / 60) for each of 1,200.
    assertThat(hours.expected()).isCloseTo(1200 * (1 - Math.exp(-0.4)), within(5.0));
    assertThat(hours.neverAtOnce()).isTrue();
    assertThat(Hours.of(a, a).neverAtOnce()).isFalse();
  }

  @Test
  void keysAreOneByFingerprintAndWidespreadOnesMakeNoPairs() throws IOException {
    // Sample key of RFC 9580, A.1, and its fingerprint.
    String block =
        """
        -----BEGIN PGP PUBLIC KEY BLOCK-----
        Comment: vendor

        xjMEU/NfCxYJKwYBBAHaRw8BAQdAPwmJlL3ZFu1AUxl5NOSofIBzOhKA1i+AEJku
        Q+47JAY=
        -----END PGP PUBLIC KEY BLOCK-----
        """;
    String print = "C959 BDBA FA32 A2F8 9A15  3B67 8CFD E121 9796 5A9A";
    StringBuilder rows = new StringBuilder("account,kind,value\n");
    rows.append("v1,pgp,\"").append(block).append("\"\nv2,pgp,").append(print).append('\n');
    for (int i = 0; i < 9; i++) {
      rows.append("w").append(i).append(",wallet,exchange\n");
    }
    SharedKeys.Found found =
        SharedKeys.read(Files.writeString(folder.resolve("k.csv"), rows)).found();
    assertThat(found.pairs())
        .containsExactly(
            new SharedKeys.Pair("v1", "v2", "pgp", "C959BDBAFA32A2F89A153B678CFDE12197965A9A", 2));
    assertThat(found.notes())
        .containsExactly("wallet exchange is on 9 accounts and makes no pairs");
    assertThat(HandText.table(new OneHand.Found(List.of(), 0, List.of()), found))
        .contains("v1\tv2\tpgp\tlead", "error rate not known");
  }

  @Test
  void keyOfVersionSixHasItsOwnFingerprint() {
    // The first packet of the certificate of RFC 9580, A.3.
    String block =
        "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n"
            + "xioGY4d/4xsAAAAg+U2nu0jWCmHlZ3BqZYfQMxmZu52JGggkLq2EVD34laM=\n"
            + "-----END PGP PUBLIC KEY BLOCK-----";
    assertThat(PgpKey.fingerprint(block, "here"))
        .isEqualTo("CB186C4F0609A697E4D52DFA6C722B0C1F1E27C18A56708F6525EC27BAD9ACC9");
    for (String bad :
        List.of(
            "",
            "abc",
            "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n!!!\n-----END PGP PUBLIC KEY BLOCK-----",
            "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nxg==\n-----END PGP PUBLIC KEY BLOCK-----")) {
      assertThatThrownBy(() -> PgpKey.fingerprint(bad, "here"))
          .isInstanceOf(LinkageFault.class)
          .hasMessageContaining("SX-LINK-PGP");
    }
  }

  @Test
  void everyCardSaysWhatItIsNotFor() {
    for (MethodCard card :
        List.of(MethodCard.actsTogether(), MethodCard.oneHand(), MethodCard.sharedKeys())) {
      assertThat(card.text()).contains("not for    merging accounts", "error rate");
    }
  }
}
