package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server answered.
 *
 * @param status the HTTP status
 * @param body its body as text
 */
public record Answer(int status, String body) {
  static final JsonMapper JSON = JsonMapper.builder().build();

  /** True for 200 to 299. */
  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /** Requires that it went well. */
  public Answer requireOk() {
    assertThat(status).as(body).isBetween(200, 299);
    return this;
  }

  /** The body as JSON. */
  public JsonNode json() {
    return JSON.readTree(body);
  }

  /** A field of the body as text; a path of names joined by slashes leads deeper. */
  public String text(String path) {
    JsonNode node = json().at("/" + path);
    assertThat(node.isMissingNode()).as("%s in %s", path, body).isFalse();
    return node.asString();
  }

  /** The refusal's stable code, or nothing where there is none. */
  public String code() {
    if (!body.startsWith("{")) {
      return "";
    }
    JsonNode code = json().get("code");
    return code == null || code.isNull() ? "" : code.asString();
  }

  /**
   * Requires that the answer says nothing of what there is: only the five fields of a refusal, no
   * list, no number that counts, and none of these words.
   */
  public Answer noResultsNoCounts(String... words) {
    assertThat(ok()).as("refused: %s", body).isFalse();
    List<String> names = new ArrayList<>();
    json()
        .properties()
        .forEach(field -> {
          names.add(field.getKey());
          assertThat(field.getValue().isString()).as("%s is text", field.getKey()).isTrue();
        });
    assertThat(names).containsExactlyInAnyOrder("code", "what", "place", "value", "cure");
    assertThat(body.toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("result", "total", "hits", "found ");
    for (String word : words) {
      assertThat(body).doesNotContain(word);
    }
    return this;
  }
}
