package dev.sextant.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.TestHouse;
import dev.sextant.authority.Permit;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.reader.mapping.MappingProfile;
import dev.sextant.records.reader.mapping.TableSurvey;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Mapping within a case: what is seen before the scope has judged, what is kept, what is read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MappingsTest {
  private static final Selector ANNA =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100100");

  private static final String TABLE =
      "sender;receiver;sent at;body\n"
          + "100100;200200;2026-05-04T10:11:12Z;hello\n"
          + "300300;400400;2026-05-04T10:11:13Z;private words\n"
          + ";;;\n";

  private static final String PROFILE =
      "{profile: chat-a, version: 1, platform: telegram, records: [{kind: message, from: {column:"
          + " sender, basis: id}, to: {column: receiver, basis: id}, time: sent at, text: body}]}";

  private TestHouse house;

  @BeforeAll
  void start() {
    house = TestHouse.start();
  }

  @AfterAll
  void stop() {
    house.close();
  }

  @Test
  void nothingOutsideTheScopeIsSeenAndTheProfileIsKept() {
    Permit permit = house.permit(Set.of(ANNA), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
    Exhibit exhibit = house.seal(permit, "chat.csv", TABLE.getBytes(StandardCharsets.UTF_8));
    Mappings mappings = house.records().mappings();
    TableSurvey survey = mappings.survey(permit, exhibit.id(), Optional.empty());
    TableSurvey.Seen seen = survey.tables().getFirst();
    assertThat(seen.columns()).containsExactly("sender", "receiver", "sent at", "body");
    assertThat(seen.rows().toString())
        .doesNotContain("private", "300300")
        .contains("aaaaaaa aaaaa");
    MappingProfile profile = MappingProfile.parse(PROFILE);
    Mappings.Tried tried = mappings.tryOut(permit, exhibit.id(), profile);
    assertThat(tried.records()).extracting(Record::words).containsExactly("hello");
    assertThat(tried.sealed()).isEqualTo(1);
    MappingProfile kept = mappings.keep(permit, profile);
    assertThat(kept.version()).isEqualTo(1);
    assertThat(mappings.keep(permit, profile).version()).isEqualTo(1);
    MappingProfile changed =
        MappingProfile.parse(PROFILE.replace("text: body", "text: body, id: body"));
    assertThat(mappings.keep(permit, changed).version()).isEqualTo(2);
    assertThat(mappings.named(permit, "chat-a").version()).isEqualTo(2);
    ReadReport report =
        house
            .records()
            .read(permit, exhibit.id(), Optional.empty(), Optional.of(kept), Progress.silent());
    assertThat(report.counts().read()).isEqualTo(1);
    assertThat(report.counts().sealed()).isEqualTo(1);
    assertThat(report.counts().balanced()).isTrue();
    assertThat(report.notes()).anyMatch(n -> n.what().contains(kept.digest().hex()));
  }
}
