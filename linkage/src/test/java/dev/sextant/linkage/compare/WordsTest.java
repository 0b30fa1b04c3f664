package dev.sextant.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What shared words, codes and letters say, by hand. */
class WordsTest {
  private static Corpus corpus() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      rows.add(List.of("sir baronet"));
    }
    for (int i = 0; i < 1000; i++) {
      rows.add(List.of("other" + i + " name" + i));
    }
    rows.add(List.of("zachary quill"));
    return Corpus.of(rows);
  }

  @Test
  void commonWordsSayLittleHoweverMany() {
    assertThat(said("words", "sir baronet", "baronet, Sir")).contains("the same", "less than 9");
    assertThat(said("words", "Zachary Quill", "quill zachary")).contains("the same", "17 to 22");
    assertThat(said("words", "Zachary Quill", "Zachary Quil")).contains("most words");
    assertThat(said("words", "sir zachary quill baronet", "sir john hill baronet"))
        .contains("next to nothing");
  }

  @Test
  void formsOfNamesCountWhereAsked() {
    Comparison<?> names =
        Comparisons.standard().make("words", Map.of("names", true), Corpus.of(named()));
    assertThat(said(names, "william quill", "bill quill")).contains("most words");
    assertThat(said("words", "zachary quill", "q")).contains("next to nothing");
  }

  private static List<List<String>> named() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rows.add(List.of("w" + i + " x" + i));
    }
    rows.add(List.of("william quill"));
    rows.add(List.of("bill quill"));
    return rows;
  }

  @Test
  void codesAreOneWithOrWithoutHyphens() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      rows.add(List.of("item M" + (10_000 + i) + " 1080p"));
    }
    Comparison<?> codes = Comparisons.standard().make("codes", Map.of(), Corpus.of(rows));
    assertThat(said(codes, "Turntable PS-LX350H", "turntable, pslx350h"))
        .isEqualTo("share a code of 9 bits or more");
    assertThat(said(codes, "panel LN40A550", "panel LN40A550P3F"))
        .isEqualTo("one code is the beginning or end of another");
    assertThat(said(codes, "TV 1080p M10001", "TV 1080p M10002")).isEqualTo("share a common code");
    assertThat(said(codes, "TV M10001", "TV M10002")).isEqualTo("share no code");
  }

  @Test
  void lettersAndNumbers() {
    assertThat(said("text", "Pridham Street", "pridhamstreet")).isEqualTo("same");
    assertThat(said("text", "Müller", "muller")).isEqualTo("same");
    assertThat(said("text", "meier", "maier")).isEqualTo("one edit apart");
    assertThat(said("text", "smith", "smith-jones")).contains("begins with");
    assertThat(said("text", "ann", "bob")).isEqualTo("different");
    assertThat(said("number", "$1,399.00", "1399")).isEqualTo("same");
    assertThat(said("number", "100", "104")).isEqualTo("within 5 %");
    assertThat(said("exact", "Male", "male")).isEqualTo("same");
  }

  private static String said(String comparison, String a, String b) {
    return said(Comparisons.standard().make(comparison, Map.of(), corpus()), a, b);
  }

  @SuppressWarnings("unchecked") // a comparison is given what it prepared itself
  private static String said(Comparison<?> made, String a, String b) {
    Comparison<Object> comparison = (Comparison<Object>) made;
    Object one = Objects.requireNonNull(comparison.prepare(List.of(a)));
    Object other = Objects.requireNonNull(comparison.prepare(List.of(b)));
    int level = comparison.level(one, other);
    assertThat(comparison.level(other, one)).as("symmetric").isEqualTo(level);
    return comparison.levels().get(level);
  }
}
