package dev.sextant.records.reader.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonHeadTest {
  @Test
  void outermostFieldsOfAnObject() {
    JsonHead seen = JsonHead.of("\uFEFF {\"b\" : [{\"deep\":1}], \"a\": {\"deeper\": {\"c\": 2}}}");
    assertThat(seen.object()).isTrue();
    assertThat(seen.keys()).containsExactlyInAnyOrder("a", "b");
    assertThat(seen.all()).containsExactlyInAnyOrder("a", "b", "c", "deep", "deeper");
    assertThat(seen.has("a", "b")).isTrue();
    assertThat(seen.has("a", "deep")).isFalse();
    assertThat(seen.hasAny("deep", "b")).isTrue();
    assertThat(seen.holds("deep", "c")).isTrue();
  }

  @Test
  void fieldsOfTheElementsOfAnArray() {
    JsonHead seen = JsonHead.of("[{\"a\":[{\"deep\":0}]},\n{\"b\":\"\"}]");
    assertThat(seen.array()).isTrue();
    assertThat(seen.keys()).containsExactlyInAnyOrder("a", "b");
    assertThat(seen.all()).contains("deep");
  }

  @Test
  void textsAreNoFields() {
    JsonHead seen = JsonHead.of("{\"a\":\"\\\"no\\\": {[\",\"b\":[\"nor\",\"this\"]}");
    assertThat(seen.all()).containsExactlyInAnyOrder("a", "b");
    assertThat(JsonHead.of("\"a\": 1").all()).isEmpty();
    assertThat(JsonHead.of("").shape()).isEqualTo((char) 0);
  }

  @Test
  void theBytesMayEndAnywhere() {
    String whole = "[{\"one\":\"\\\\ \\\" x\",\"two\":{\"three\":[1]}}]";
    for (int cut = 0; cut <= whole.length(); cut++) {
      assertThat(JsonHead.of(whole.substring(0, cut)).all()).isSubsetOf("one", "two", "three");
    }
    assertThat(JsonHead.of(whole).keys()).containsExactlyInAnyOrder("one", "two");
  }
}
