package dev.sextant.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.terms.Digest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustPolicyTest {
  private final LedgerKey log = LedgerKey.generate("example.org/log", new SecureRandom());
  private final List<SignerKey> witnesses = new ArrayList<>();

  TrustPolicyTest() {
    for (int i = 0; i < 4; i++) {
      witnesses.add(
          SignerKey.generate(
              "example.org/w" + i, VerifierKey.Kind.COSIGNATURE, new SecureRandom()));
    }
  }

  private String lines() {
    StringBuilder text = new StringBuilder("# comment\n\n log " + log.verifier().text() + "\n");
    for (int i = 0; i < witnesses.size(); i++) {
      text.append("witness\tw")
          .append(i)
          .append(' ')
          .append(witnesses.get(i).verifier().text())
          .append(i == 0 ? " http://localhost:1/\n" : "\n");
    }
    return text.toString();
  }

  private Checkpoint cosigned(int... by) {
    Checkpoint checkpoint = Checkpoint.sign(log, 3, Digest.of(new byte[] {1}));
    for (int i : by) {
      checkpoint =
          checkpoint.with(
              witnesses
                  .get(i)
                  .cosignature(checkpoint.note().text(), Instant.ofEpochSecond(1000 + i)));
    }
    return checkpoint;
  }

  @Test
  void asksForGroupsOfGroups() {
    TrustPolicy policy =
        TrustPolicy.parse(lines() + "group a 2 w0 w1 w2\ngroup both all a w3\nquorum both\n");
    assertThat(policy.parties().getFirst().url()).isPresent();
    assertThat(policy.check(cosigned(0, 2, 3))).isEqualTo(Instant.ofEpochSecond(1000));
    assertThat(policy.check(cosigned(0, 1, 2, 3))).isEqualTo(Instant.ofEpochSecond(1001));
    assertThatThrownBy(() -> policy.check(cosigned(0, 3)))
        .isInstanceOf(LedgerFault.BadSignature.class);
    assertThatThrownBy(() -> policy.check(cosigned(0, 1, 2)))
        .isInstanceOf(LedgerFault.BadSignature.class);
  }

  @Test
  void oneWitnessCountsOnceHoweverOftenItSigned() {
    TrustPolicy policy = TrustPolicy.parse(lines() + "group a 2 w0 w1\nquorum a\n");
    assertThatThrownBy(() -> policy.check(cosigned(0, 0, 0)))
        .isInstanceOf(LedgerFault.BadSignature.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "quorum none\nquorum none\n",
        "quorum nobody\n",
        "group g 3 w0 w1\nquorum g\n",
        "group g 0 w0 w1\nquorum g\n",
        "group g any w0 w0\nquorum g\n",
        "group g any none\nquorum g\n",
        "group g any later\ngroup later any w1\nquorum g\n",
        "group w0 any w1\nquorum w0\n",
        "group g any w0\ngroup h any w0\nquorum g\n",
        "witness w9 ftp://x\nquorum none\n",
        "nonsense\nquorum none\n"
      })
  void refusesWhatTheFormatForbids(String rest) {
    assertThatThrownBy(() -> TrustPolicy.parse(lines() + rest))
        .isInstanceOf(LedgerFault.BadNote.class);
  }

  @Test
  void refusesTheSameKeyUnderTwoNames() {
    String twice = "witness again " + witnesses.get(1).verifier().text() + "\nquorum none\n";
    assertThatThrownBy(() -> TrustPolicy.parse(lines() + twice))
        .isInstanceOf(LedgerFault.BadNote.class);
  }
}
