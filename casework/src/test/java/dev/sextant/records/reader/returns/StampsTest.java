package dev.sextant.records.reader.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ClaimedTime.Precision;
import dev.sextant.terms.ClaimedTime.ZoneBasis;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StampsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wed Aug 19 12:00:00 UTC 2021 | 2021-08-19T12:00:00Z",
        "2026-04-11 04:02:00 UTC | 2026-04-11T04:02:00Z",
        "2026-03-01 09:00:00 PST | 2026-03-01T17:00:00Z",
        "2026-07-01 09:00:00 PDT | 2026-07-01T16:00:00Z",
        "Wed Nov 15 12:00:45 +0000 2023 | 2023-11-15T12:00:45Z",
        "2023-06-16T10:00:00.123Z | 2023-06-16T10:00:00.123Z",
        "2025-01-02 03:04:05.678000+00:00 | 2025-01-02T03:04:05.678Z",
        "2025-01-02T03:04:05+0530 | 2025-01-01T21:34:05Z",
        "Jan 2, 2025, 3:04:05\u202fPM UTC | 2025-01-02T15:04:05Z",
        "Thu, 02 Jan 2025 03:04:05 GMT | 2025-01-02T03:04:05Z",
        "1735689600 | 2025-01-01T00:00:00Z",
        "1735689600123 | 2025-01-01T00:00:00.123Z",
        "2012-03-04 05:06:07 Z | 2012-03-04T05:06:07Z",
        "2025-01-02 03:04 GMT+01:00 | 2025-01-02T02:04:00Z"
      })
  void aZoneInTheTextIsStated(String text, Instant at) {
    ClaimedTime time = Stamps.of(text, Optional.of(ZoneId.of("Asia/Tokyo")));
    assertThat(time.instant()).isEqualTo(at);
    assertThat(time.basis()).isEqualTo(ZoneBasis.STATED);
    assertThat(time.text()).isEqualTo(text.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-01-02 03:04:05 | 2025-01-02T03:04:05Z | SECOND",
        "1/2/2025 3:04 AM | 2025-01-02T03:04:00Z | MINUTE",
        "13/2/2025 03:04:05 | 2025-02-13T03:04:05Z | SECOND",
        "45659.5 | 2025-01-02T12:00:00Z | SECOND",
        "2025-01-02 | 2025-01-02T00:00:00Z | DAY",
        "January 2, 2025 | 2025-01-02T00:00:00Z | DAY"
      })
  void withoutAZoneNobodyKnows(String text, Instant at, Precision precision) {
    ClaimedTime time = Stamps.of(text, Optional.empty());
    assertThat(time.instant()).isEqualTo(at);
    assertThat(time.basis()).isEqualTo(ZoneBasis.UNKNOWN);
    assertThat(time.precision()).isEqualTo(precision);
    assertThat(Stamps.utc(text).basis()).isEqualTo(ZoneBasis.ASSUMED);
    assertThat(Stamps.of(text, Optional.of(ZoneId.of("Europe/Berlin"))).zone())
        .isEqualTo("Europe/Berlin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "N/A", "null", "0", " - "})
  void nothingIsNoTime(String text) {
    assertThat(Stamps.utc(text)).isEqualTo(ClaimedTime.none());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"soon", "1970-01-01 00:00:00 UTC", "2025-13-45 00:00:00", "99999999999999999999"})
  void whatIsNoTimeIsKeptAsText(String text) {
    assertThat(Stamps.utc(text)).isEqualTo(ClaimedTime.unreadable(text));
  }

  @Test
  void addressesKeepTheirPort() {
    assertThat(IpPort.of("203.0.113.7:40001")).isEqualTo(new IpPort("203.0.113.7", 40001));
    assertThat(IpPort.of("[2001:db8::7]:443")).isEqualTo(new IpPort("2001:db8::7", 443));
    assertThat(IpPort.of("2001:db8::7")).isEqualTo(new IpPort("2001:db8::7", -1));
    assertThat(IpPort.of("203.0.113.7:99999")).isEqualTo(new IpPort("203.0.113.7", -1));
    assertThat(IpPort.of("12:30")).isNull();
    assertThat(IpPort.of("localhost")).isNull();
  }
}
