package dev.sextant.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.terms.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FindingDocumentTest {
  private final FindingDocument sample = MadeUpFinding.document(3, 9);

  @Test
  void readsBackWhatItWrote() {
    FindingDocument read = FindingDocument.read(sample.bytes());
    assertThat(read).isEqualTo(sample);
    assertThat(read.bytes()).isEqualTo(sample.bytes());
    assertThat(read.digest()).isEqualTo(sample.digest());
  }

  @Test
  void carriesWhatItRestsOn() {
    String json = new String(sample.bytes(), StandardCharsets.UTF_8);
    assertThat(json)
        .contains("\"code\":\"2/C/C/return after trial\"")
        .contains("untested source; known indirectly to the source")
        .contains("\"excerptSha256\":\"" + sample.supports().getFirst().excerptDigest() + "\"")
        .contains("\"rankLow\":1")
        .contains("Brandes 2001")
        .contains("Both profiles give the same verified number.")
        .contains("none found");
  }

  @Test
  void refusesFieldsItDoesNotKnowAndFieldsThatLack() {
    Map<String, Object> more = new TreeMap<>(CanonicalJson.readObject(sample.bytes()));
    more.put("extra", "x");
    assertThatThrownBy(() -> FindingDocument.read(CanonicalJson.write(more)))
        .isInstanceOf(FindingFault.Damaged.class);
    for (String field : List.copyOf(sample.json().keySet())) {
      Map<String, Object> less = new TreeMap<>(CanonicalJson.readObject(sample.bytes()));
      less.remove(field);
      assertThatThrownBy(() -> FindingDocument.read(CanonicalJson.write(less)))
          .as(field)
          .isInstanceOf(dev.sextant.terms.Fault.class);
    }
  }

  @Test
  void anExcerptThatIsNotItsDigestsIsRefused() {
    String json = new String(sample.bytes(), StandardCharsets.UTF_8);
    String forged = json.replace("Bring the crates", "Bring the cakes!");
    assertThat(forged).isNotEqualTo(json);
    assertThatThrownBy(() -> FindingDocument.read(forged.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(FindingFault.Damaged.class);
  }

  @Test
  void aWeighedFindingReadsBackAndAPlainOneKeepsItsLayout() {
    FindingDocument weighed = MadeUpFinding.weighed(sample, 3);
    assertThat(FindingDocument.read(weighed.bytes())).isEqualTo(weighed);
    String json = new String(weighed.bytes(), StandardCharsets.UTF_8);
    assertThat(json)
        .contains("\"format\":\"sextant-finding/3\"")
        .contains("\"scale\":\"PHIA\"")
        .contains("\"reading\":{\"linchpins\":");
    assertThat(new String(sample.bytes(), StandardCharsets.UTF_8))
        .contains("\"format\":\"sextant-finding/2\"")
        .doesNotContain("matrix");
  }

  @Test
  void whatStandsBesideARecordReadsBackWithTheWordsThatItIsOf() {
    FindingDocument noted = MadeUpFinding.noted(sample);
    assertThat(FindingDocument.read(noted.bytes())).isEqualTo(noted);
    String json = new String(noted.bytes(), StandardCharsets.UTF_8);
    assertThat(json)
        .contains("\"format\":\"sextant-finding/4\"")
        .contains("\"original\":\"Bring the crates\"")
        .contains("\"text\":\"Bring die Kisten\"");
    assertThat(noted.claim().supports().getFirst().beside()).hasSize(1);
    String other = json.replace("sextant-finding/4", "sextant-finding/3");
    assertThatThrownBy(() -> FindingDocument.read(other.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(FindingFault.Damaged.class);
  }

  @Test
  void aReadingThatIsNotTheMatrixsIsRefused() {
    String json = new String(MadeUpFinding.weighed(sample, 3).bytes(), StandardCharsets.UTF_8);
    String forged = json.replaceFirst("\"ranks\":\\[[0-9]", "\"ranks\":[3");
    assertThat(forged).isNotEqualTo(json);
    assertThatThrownBy(() -> FindingDocument.read(forged.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(FindingFault.Damaged.class);
  }
}
