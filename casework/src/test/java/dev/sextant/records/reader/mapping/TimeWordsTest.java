package dev.sextant.records.reader.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.reader.mapping.TimesForm.Order;
import dev.sextant.terms.ClaimedTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked // What is null where it must not be fails the test by itself.
class TimeWordsTest {
  private static ClaimedTime read(String text, Order order) {
    TimeColumn column = new TimeColumn(null, false, false);
    column.see(text);
    return column.claimed(text, order, Optional.empty(), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2023-05-04T10:11:12Z | 2023-05-04T10:11:12Z | STATED",
        "2023-05-04 10:11:12.250 +0200 | 2023-05-04T08:11:12.250Z | STATED",
        "2023-05-04 10:11:12 UTC | 2023-05-04T10:11:12Z | STATED",
        "Wed Aug 19 12:00:00 UTC 2021 | 2021-08-19T12:00:00Z | STATED",
        "Sun Aug 04 23:21:37 +0000 2019 | 2019-08-04T23:21:37Z | STATED",
        "04/05/2023 10:11 | 2023-05-04T10:11:00Z | UNKNOWN",
        "4.5.23, 10:11:12 | 2023-05-04T10:11:12Z | UNKNOWN",
        "04.05.2023 10.11.12 | 2023-05-04T10:11:12Z | UNKNOWN",
        "04/05/2023 1:11 PM | 2023-05-04T13:11:00Z | UNKNOWN",
        "04/05/2023 12:11 a.m. | 2023-05-04T00:11:00Z | UNKNOWN",
        "04-MAY-2023 10:11:12 | 2023-05-04T10:11:12Z | UNKNOWN",
        "May 4, 2023 at 10:11 | 2023-05-04T10:11:00Z | UNKNOWN",
        "4. Mai 2023 10:11 Uhr | 2023-05-04T10:11:00Z | UNKNOWN",
        "4 de mayo de 2023 10:11 | 2023-05-04T10:11:00Z | UNKNOWN",
        "mar 12 ene 2021 10:11 | 2021-01-12T10:11:00Z | UNKNOWN",
        "4 août 2023 10h11 | 2023-08-04T10:11:00Z | UNKNOWN",
        "20230504 101112 | 2023-05-04T10:11:12Z | UNKNOWN",
        "20230504101112 | 2023-05-04T10:11:12Z | UNKNOWN",
        "2023年5月4日 10:11 | 2023-05-04T10:11:00Z | UNKNOWN",
        "1683195072 | 2023-05-04T10:11:12Z | STATED",
        "1683195072.0 | 2023-05-04T10:11:12Z | STATED",
        "1683195072250 | 2023-05-04T10:11:12.250Z | STATED",
        "1683195072250000 | 2023-05-04T10:11:12.250Z | STATED"
      })
  void timesAsPeopleAndProgramsWriteThem(String text, String instant, String basis) {
    ClaimedTime time = read(text, Order.DAY_MONTH_YEAR);
    assertThat(time.instant()).as(text).hasToString(instant);
    assertThat(time.basis().name()).isEqualTo(basis);
    assertThat(time.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0",
    "''",
    "yesterday",
    "31/02/2023",
    "2023-13-01",
    "25:00",
    "12",
    "99999999999999999",
    "01/01/1970",
    "1970-01-01 00:00:00"
  })
  void whatIsNoTimeIsNone(String text) {
    assertThat(read(text, Order.DAY_MONTH_YEAR).instant()).isNull();
  }

  @Test
  void theOrderIsDecidedOverTheWhole() {
    assertThat(order("01/02/2023", "13/02/2023").order()).isEqualTo(Order.DAY_MONTH_YEAR);
    assertThat(order("01/02/2023", "02/13/2023").order()).isEqualTo(Order.MONTH_DAY_YEAR);
    assertThat(order("31-01-02", "99-01-02", "15-12-30").order()).isNotNull();
    DayOrder.Decided bySequence =
        order(
            "01/02/2023",
            "02/02/2023",
            "03/02/2023",
            "04/02/2023",
            "05/02/2023",
            "06/02/2023",
            "01/03/2023",
            "02/03/2023",
            "01/04/2023",
            "01/05/2023",
            "01/06/2023");
    assertThat(bySequence.order()).isEqualTo(Order.DAY_MONTH_YEAR);
    DayOrder.Decided open = order("01/02/2023");
    assertThat(open.certain()).isFalse();
    assertThat(open.how()).contains("assumed");
    DayOrder.Decided mixed = order("13/02/2023", "02/14/2023", "15/03/2023");
    assertThat(mixed.order()).isEqualTo(Order.DAY_MONTH_YEAR);
    assertThat(mixed.how()).contains("1 of 3");
    assertThat(order("2023-01-02").how()).isEmpty();
  }

  private static DayOrder.Decided order(String... dates) {
    DayOrder order = new DayOrder(null);
    for (String date : List.of(dates)) {
      TimeWords words = TimeWords.of(date);
      assertThat(words).as(date).isNotNull();
      order.see(0, words);
    }
    return order.decide();
  }

  @Test
  void aSpreadsheetsDaysAreLocalTimes() {
    TimeColumn column = new TimeColumn(null, true, false);
    column.see("45050.424444444444");
    ClaimedTime time =
        column.claimed(
            "45050.424444444444", Order.YEAR_MONTH_DAY, Optional.empty(), Optional.empty());
    assertThat(time.instant()).hasToString("2023-05-04T10:11:12Z");
    assertThat(time.basis()).isEqualTo(ClaimedTime.ZoneBasis.UNKNOWN);
    TimeColumn mac = new TimeColumn(TimesForm.Form.SERIAL, true, true);
    assertThat(
            mac.claimed("43588 0.5", Order.YEAR_MONTH_DAY, Optional.empty(), Optional.empty())
                .instant())
        .hasToString("2023-05-04T12:00:00Z");
  }
}
