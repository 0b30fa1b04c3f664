package dev.sextant.linkage.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.linkage.LinkageFault;
import org.junit.jupiter.api.Test;

/** What a profile may say, and what it is told otherwise. */
class ProfileReaderTest {
  private static final String FULL =
      """
      about: everything that a profile may say
      id: key
      fields:
        - {column: name, compare: words, options: {names: true}, group: who}
        - {name: born, columns: [year, day], compare: date, frequency: exact, required: false}
        - {column: handle, compare: handle, learn: false, frequency: none}
      groups: {who: 14.5}
      blocking:
        - [name]
        - ["name:prefix(3)", "year+day:unordered"]
        - {sorted: [name, year], window: 7}
      constraints: {source: platform, most: 2, penalty: 4, across: true}
      limits: {block: 500, generic: 0.01}
      clustering: {unscored: -1, threshold: 2, evidence: false}
      output: {floor: -4}
      prior: 0.0001
      seed: 7
      """;

  @Test
  void everythingIsRead() {
    Profile profile = ProfileReader.read("p.yaml", FULL);
    assertThat(profile.id()).isEqualTo("key");
    assertThat(profile.fields()).hasSize(3);
    assertThat(profile.fields().getFirst().options()).containsEntry("names", true);
    assertThat(profile.fields().get(1).name()).isEqualTo("born");
    assertThat(profile.fields().get(1).required()).isFalse();
    assertThat(profile.fields().get(2).fixed()).isTrue();
    assertThat(profile.caps()).containsEntry("who", 14.5);
    assertThat(profile.rules().get(1).text()).isEqualTo("name:prefix(3) & year+day:unordered");
    assertThat(profile.rules().get(2).window()).isEqualTo(7);
    assertThat(profile.source()).isEqualTo(new SourceRule("platform", 2, 4, true));
    assertThat(profile.settings())
        .isEqualTo(new Profile.Settings(0.0001, 7, 500, 0.01, -1, 2, -4, false));
  }

  @Test
  void silenceMeansDefaults() {
    Profile profile = ProfileReader.read("p.yaml", "fields: [{column: a, compare: exact}]");
    assertThat(profile.id()).isEqualTo("id");
    assertThat(profile.rules()).isEmpty();
    assertThat(profile.source()).isNull();
    assertThat(profile.settings()).isEqualTo(Profile.Settings.DEFAULT);
  }

  @Test
  void mistakesHaveAPlaceAndACure() {
    refused("fields: [{column: a, compare: exact}]\ncolour: red", "line 1", "colour");
    refused("fields:\n  - {column: a, compare: exact, weight: 3}", "line 2, fields[0]", "weight");
    refused("id: x", "line 1", "fields");
    refused("fields: [{compare: exact}]", "line 1", "");
    refused("fields: [{column: a, compare: exact, frequency: some}]", "line 1", "some");
    refused("fields: [{column: a, compare: exact, group: g}]", "line 1", "g");
    refused(
        "fields: [{column: a, compare: exact}]\nblocking:\n  - ['a:soundz']", "line 3", "soundz");
    refused(
        "fields: [{column: a, compare: exact}]\nblocking:\n  - ['a:prefix(0)']", "line 3", "a:");
    refused(
        "fields: [{column: a, compare: exact}]\nblocking:\n  - ['a+b:prefix(2)']", "line 3", "a+b");
    refused("fields: [{column: a, compare: exact}]\nprior: 2", "line 2, prior", "2");
    refused("fields: [{column: a, compare: exact}, {column: a, compare: text}]", "line 1", "a");
    assertThatThrownBy(() -> ProfileReader.read("p.yaml", "fields: ["))
        .hasMessageContaining("line");
    assertThatThrownBy(() -> ProfileReader.read("p.yaml", "")).hasMessageContaining("empty");
  }

  private static void refused(String text, String place, String value) {
    assertThatThrownBy(() -> ProfileReader.read("p.yaml", text))
        .isInstanceOfSatisfying(
            LinkageFault.class,
            fault -> {
              assertThat(fault.place()).contains("p.yaml, " + place);
              assertThat(fault.value()).contains(value);
              assertThat(fault.cure()).isNotBlank();
            });
  }
}
