package dev.sextant.authority;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the board's capabilities ask of every shipped pack. */
class PackSectionsTest {
  @ParameterizedTest
  @ValueSource(strings = {"us-federal", "eu-led"})
  void namesMethodsCertificatesAndTips(String name) {
    JurisdictionPack pack = JurisdictionPack.shipped(name);
    assertThat(pack.number("models.approvals")).isGreaterThanOrEqualTo(2);
    assertThat(pack.words("models.approvers").stream().map(Role::valueOf).distinct())
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(Role.valueOf(pack.text("models.proposer"))).isEqualTo(Role.ANALYST);
    assertThat(pack.duration("models.validFor")).isPositive();
    for (String field : new String[] {"title", "rules", "declaration"}) {
      assertThat(pack.text("board.certificate." + field)).isNotBlank();
    }
    for (String field :
        new String[] {
          "mailboxKibibytes",
          "mailboxPasses",
          "stampKibibytes",
          "stampPasses",
          "stampBits",
          "hourlyWithoutStamp",
          "mostBytes",
          "highestLevel"
        }) {
      assertThat(pack.number("tips." + field)).isPositive();
    }
    assertThat(pack.duration("tips.shortestStay")).isPositive();
    assertThat(pack.text("tips.gradeScheme")).isNotBlank();
    assertThat(pack.text("tips.gradeCode")).isNotBlank();
  }
}
