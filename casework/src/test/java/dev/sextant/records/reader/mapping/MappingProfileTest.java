package dev.sextant.records.reader.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.records.AccountRef;
import dev.sextant.records.RecordKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingProfileTest {
  static final String CALLS =
      """
      profile: carrier-a
      version: 3
      platform: phone
      table: {delimiter: semicolon, header: find, decimal: ","}
      times: {zone: Europe/London, order: day-month-year}
      self: {value: "+447700900123", basis: phone}
      records:
        - kind: call
          when: {column: Type, is: [MOC, MTC]}
          turn: {column: Type, is: mtc}
          from: {self: true}
          called: {column: B No., basis: phone, region: GB, separator: "/"}
          time: [Date, Time]
          duration: {column: Dur, unit: clock}
          keep: [IMEI]
        - kind: place
          from: {self: true}
          coordinates: {column: 7, order: lon-lat}
      """;

  @Test
  void saysWhatItSays() {
    MappingProfile p = MappingProfile.parse(CALLS);
    assertThat(p.name()).isEqualTo("carrier-a");
    assertThat(p.version()).isEqualTo(3);
    assertThat(p.table().delimiter()).isEqualTo(";");
    assertThat(p.table().header()).isEqualTo(TableForm.Heading.FIND);
    assertThat(p.table().decimalComma()).isTrue();
    assertThat(p.records())
        .extracting(RecordForm::kind)
        .containsExactly(RecordKind.CALL, RecordKind.PLACE);
    FieldForm called = p.records().getFirst().first(Role.TO).orElseThrow();
    assertThat(called.columns()).containsExactly("B No.");
    assertThat(called.basis()).isEqualTo(AccountRef.KeyBasis.PHONE);
    assertThat(p.records().getFirst().first(Role.TIME).orElseThrow().columns())
        .containsExactly("Date", "Time");
    assertThat(p.columns()).containsExactly("Type", "B No.", "Date", "Time", "Dur", "IMEI", "#7");
  }

  @Test
  void hasOneDigestHoweverItIsWritten() {
    MappingProfile yaml =
        MappingProfile.parse("version: 1\nprofile: a\nrecords:\n- {text: T, kind: post}\n");
    MappingProfile json =
        MappingProfile.parse(
            "{\"records\":[{\"kind\":\"post\",\"text\":\"T\"}],\"profile\":\"a\",\"version\":1}");
    assertThat(yaml.digest()).isEqualTo(json.digest());
    assertThat(MappingProfile.parse(yaml.canonical()).digest()).isEqualTo(yaml.digest());
    assertThat(MappingProfile.parse(ProfileDraft.yaml(yaml)).digest()).isEqualTo(yaml.digest());
    assertThat(yaml.versioned(2).digest()).isNotEqualTo(yaml.digest());
    assertThat(yaml.id()).startsWith("a/1/").hasSize(4 + 16);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{profile: A, version: 1, records: [{kind: post, text: T}]} | profile",
        "{profile: a, version: 0, records: [{kind: post, text: T}]} | version",
        "{profile: a, version: 1, records: []} | records",
        "{profile: a, version: 1, recs: 1, records: [{kind: post, text: T}]} | profile",
        "{profile: a, version: 1, records: [{kind: deed, text: T}]} | records[0].kind",
        "{profile: a, version: 1, records: [{kind: call, text: T}]} | records[0].text",
        "{profile: a, version: 1, records: [{kind: call, time: T}]} | records[0]",
        "{profile: a, version: 1, records: [{kind: relation, from: A}]} | records[0]",
        "{profile: a, version: 1, records: [{kind: place, latitude: A}]} | records[0]",
        "{profile: a, version: 1, records: [{kind: post, text: {colum: T}}]} | records[0].text",
        "{profile: a, version: 1, records: [{kind: post, text: {column: T, basis: soul}}]} | records[0].text.basis",
        "{profile: a, version: 1, records: [{kind: call, to: {column: T, region: gb}}]} | records[0].to.region",
        "{profile: a, version: 1, times: {zone: Atlantis/Sunk}, records: [{kind: post, text: T}]} | times.zone",
        "{profile: a, version: 1, table: {charset: EBCDIC-X}, records: [{kind: post, text: T}]} | table.charset",
        "{profile: a, version: 1, table: {delimiter: ab}, records: [{kind: post, text: T}]} | table.delimiter",
        "{profile: a, version: 1, records: [{kind: call, from: A, caller: B}]} | records[0]",
        "[1] | profile",
        "{a: [ | profile"
      })
  void refusesWhatItDoesNotKnow(String text, String place) {
    assertThatThrownBy(() -> MappingProfile.parse(text))
        .isInstanceOfSatisfying(
            BadProfile.class,
            e -> {
              assertThat(e.code()).isEqualTo("SX-MAP-PROFILE");
              assertThat(e.place()).startsWith(place);
            });
  }

  @Test
  void aDraftIsChangedColumnByColumn() {
    ProfileDraft draft =
        ProfileDraft.of("{profile: g, version: 1, records: [{kind: post, text: T, time: [D, C]}]}");
    draft.with(null, Map.of("C", "", "A", "from")).named("mine").set("times", "zone", "UTC");
    MappingProfile p = draft.profile();
    assertThat(p.name()).isEqualTo("mine");
    assertThat(p.records().getFirst().first(Role.TIME).orElseThrow().columns())
        .containsExactly("D");
    assertThat(p.records().getFirst().first(Role.FROM).orElseThrow().columns())
        .containsExactly("A");
    assertThat(draft.roles()).containsEntry("A", "from").containsEntry("T", "text");
    assertThat(draft.with("login", Map.of()).profile().records().getFirst().kind())
        .isEqualTo(RecordKind.LOGIN);
  }

  @Test
  void thoseThatShipAreRead() {
    assertThat(Profiles.shipped().all()).isNotEmpty();
    assertThat(Profiles.shipped().named("bandicoot-records").orElseThrow().recognise())
        .isEqualTo(
            List.of("interaction", "direction", "correspondent_id", "datetime", "call_duration"));
  }
}
