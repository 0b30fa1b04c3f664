package dev.sextant.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffenceCatalogueTest {
  private static OffenceCatalogue of(String pack) {
    return new OffenceCatalogue(JurisdictionPack.shipped(pack));
  }

  /* The rule as the regulation has it, written out once more apart from the pack's clauses. */
  private static boolean satisfies(Offence one) {
    return one.answers().contains("significantThreat")
        && (one.answers().contains("powerOrProfit") || one.answers().contains("lifeOrProperty"))
        && (one.answers().contains("organised") || one.answers().contains("multiJurisdiction"));
  }

  @Test
  void the_federal_pack_lets_cite_exactly_what_satisfies_23_30_b() {
    assertThat(of("us-federal").all())
        .hasSizeGreaterThan(30)
        .allSatisfy(one -> assertThat(one.citable()).as(one.id()).isEqualTo(satisfies(one)))
        .anySatisfy(one -> assertThat(one.citable()).isFalse())
        .anySatisfy(one -> assertThat(one.citable()).isTrue());
  }

  @Test
  void the_european_pack_asks_for_three_years_or_the_list() {
    OffenceCatalogue offences = of("eu-led");
    assertThat(offences.find("card-fraud").orElseThrow())
        .satisfies(one -> assertThat(one.answers()).doesNotContain("threeYears").contains("listed"))
        .satisfies(one -> assertThat(one.citable()).isTrue());
    assertThat(offences.find("petty-theft").orElseThrow().wants())
        .anyMatch(want -> want.contains("three years"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-federal", "eu-led"})
  void trespass_at_a_demonstration_cannot_be_cited(String pack) {
    OffenceCatalogue offences = of(pack);
    assertThatThrownBy(() -> offences.require("demonstration-trespass"))
        .isInstanceOfSatisfying(
            Refused.Application.class,
            refused -> assertThat(refused.code()).isEqualTo("SX-AUTH-OFFENCE"));
    offences.require("stolen-goods");
  }

  @Test
  void what_is_in_no_catalogue_cannot_be_cited() {
    assertThatThrownBy(() -> of("us-federal").require("Being a nuisance"))
        .isInstanceOfSatisfying(
            Refused.Application.class,
            refused -> assertThat(refused.code()).isEqualTo("SX-AUTH-OFFENCE"));
  }

  @Test
  void an_entry_without_an_answer_is_a_fault_and_not_a_no() {
    String text =
        """
        pack: test
        version: 1
        offences:
          rule:
            - {anyOf: [significantThreat], says: no threat}
          catalogue:
            - {id: a, title: A, statute: s, group: g}
        """;
    assertThatThrownBy(() -> new OffenceCatalogue(JurisdictionPack.parse(text)))
        .isInstanceOfSatisfying(
            BadScope.class, fault -> assertThat(fault.value()).isEqualTo("significantThreat"));
  }

  @Test
  void an_offence_in_words_names_its_statute() {
    assertThat(of("us-federal").words("stolen-vehicles"))
        .isEqualTo("Trafficking in stolen vehicles (18 USC 2312 and 2313)");
    assertThat(of("us-federal").words("written by hand")).isEqualTo("written by hand");
  }
}
