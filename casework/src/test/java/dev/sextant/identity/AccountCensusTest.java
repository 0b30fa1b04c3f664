package dev.sextant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.Sample;
import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountCensusTest {
  private static List<Account> accounts(Sample sample) {
    AccountCensus census = new AccountCensus();
    sample.each(census::take);
    return census.accounts();
  }

  private static AccountRef named(String handle, String name) {
    return new AccountRef(Sample.CHAT, KeyBasis.PLATFORM_ID, "7", handle, name);
  }

  @Test
  void gathersNamesHandlesSelectorsAndTimes() {
    Selector mail = Selector.of(SelectorType.EMAIL, "a@example.org");
    Sample sample =
        new Sample()
            .at("2026-01-02T00:00:00Z")
            .message(Sample.group("g"), named("kite", "Ann"))
            .at("2026-01-05T00:00:00Z")
            .message(Sample.group("g"), named("kite", "Annie"))
            .at("2026-01-03T00:00:00Z")
            .message(Sample.group("g"), named("kyte", "Annie"))
            .at(null)
            .profile(named("kite", "Ann B"), false, mail)
            .profile(named("kite", "Ann B"), true, mail)
            .profile(named("kite", "Ann B"), false, mail);
    Account account = accounts(sample).getFirst();
    assertThat(accounts(sample)).hasSize(1);
    assertThat(account.names()).containsExactly("Ann B", "Annie", "Ann");
    assertThat(account.handles()).containsExactly("kite", "kyte");
    assertThat(account.records()).isEqualTo(6);
    assertThat(account.first()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
    assertThat(account.last()).isEqualTo(Instant.parse("2026-01-05T00:00:00Z"));
    assertThat(account.selectors()).hasSize(1);
    assertThat(account.selectors().getFirst().verified()).isTrue();
    assertThat(account.shownAs()).isEqualTo("Ann B");
  }

  @Test
  void noTimeIsNoTime() {
    Account account = accounts(new Sample().at(null).profile(Sample.id("1"), false)).getFirst();
    assertThat(account.first()).isNull();
    assertThat(account.last()).isNull();
  }

  @Test
  void countsARecordOnceThoughItNamesTheAccountTwice() {
    Sample sample =
        new Sample()
            .message(
                Sample.group("g"),
                named("a", "A"),
                List.of(),
                null,
                null,
                List.of(named("b", "B")));
    assertThat(accounts(sample)).hasSize(1);
    assertThat(accounts(sample).getFirst().records()).isEqualTo(1);
    assertThat(accounts(sample).getFirst().names()).containsExactly("A", "B");
  }

  @Test
  void labelsAndShownNamesMeanSomethingInTheirExhibitOnly() {
    AccountRef shown =
        new AccountRef(Sample.CHAT, KeyBasis.DISPLAY_NAME, "_chat.txt/Ann", null, "Ann");
    Sample sample =
        new Sample()
            .relation(Sample.label("1"), Sample.label("2"), 1, false)
            .message(Sample.direct("c"), shown)
            .in("two")
            .relation(Sample.label("1"), Sample.label("2"), 1, false)
            .message(Sample.direct("c"), shown)
            .message(Sample.direct("c"), Sample.id("9"))
            .in("one")
            .message(Sample.direct("c"), Sample.id("9"));
    assertThat(accounts(sample)).hasSize(4 + 2 + 1);
  }
}
