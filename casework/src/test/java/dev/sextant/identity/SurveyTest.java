package dev.sextant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.Sample;
import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import org.junit.jupiter.api.Test;

class SurveyTest {
  private static final Platform WHATSAPP = new Platform("whatsapp");
  private static final Selector MAIL = Selector.of(SelectorType.EMAIL, "ann@example.org");
  private static final Selector PHONE = Selector.of(SelectorType.PHONE, "+447700900123");

  private static Survey.Found survey(Sample sample) {
    AccountCensus census = new AccountCensus();
    sample.each(census::take);
    return new Survey(census).suggested(pair -> false);
  }

  private static AccountRef on(Platform platform, String id) {
    return new AccountRef(platform, KeyBasis.PLATFORM_ID, id, null, null);
  }

  @Test
  void verifiedAddressOnTwoPlatforms() {
    Sample sample =
        new Sample()
            .profile(Sample.id("1"), true, MAIL)
            .profile(on(new Platform("x"), "1"), true, MAIL)
            .profile(Sample.id("3"), false, MAIL);
    Survey.Found found = survey(sample);
    assertThat(found.suggestions()).hasSize(1);
    Survey.Shared suggestion = found.suggestions().getFirst();
    assertThat(suggestion.pair()).isEqualTo(new Pair("x/platform_id/1", "telegram/platform_id/1"));
    Reason reason = suggestion.reasons().getFirst();
    assertThat(reason.kind()).isEqualTo(Reason.Kind.EMAIL);
    assertThat(reason.selector()).isEqualTo(MAIL);
    assertThat(reason.records())
        .containsExactlyInAnyOrder(sample.records().get(0).id(0), sample.records().get(1).id(0));
  }

  @Test
  void authorKeyedByNumberAndProfileWithThatNumber() {
    AccountRef author = new AccountRef(WHATSAPP, KeyBasis.PHONE, "+447700900123", null, "Ann");
    Sample sample =
        new Sample()
            .message(Sample.direct("c"), author)
            .profile(Sample.id("1"), true, PHONE, MAIL)
            .profile(Sample.id("2"), false, PHONE);
    Survey.Found found = survey(sample);
    assertThat(found.suggestions()).hasSize(1);
    assertThat(found.suggestions().getFirst().reasons().getFirst().kind())
        .isEqualTo(Reason.Kind.PHONE);
  }

  @Test
  void statedPermanentNumberPointsAtTheNumberedAccount() {
    AccountRef byHandle = new AccountRef(Sample.CHAT, KeyBasis.HANDLE, "kite", null, null);
    Sample sample =
        new Sample()
            .profile(byHandle, false, Selector.of(SelectorType.PLATFORM_ID, Sample.CHAT, "1"))
            .message(Sample.direct("c"), Sample.id("1"));
    assertThat(survey(sample).suggestions().getFirst().reasons().getFirst().kind())
        .isEqualTo(Reason.Kind.PLATFORM_ID);
  }

  @Test
  void handleJoinsMentionAndNumberedAccountButNotTwoNumberedOnes() {
    AccountRef mention = new AccountRef(Sample.CHAT, KeyBasis.HANDLE, "Kite", null, null);
    AccountRef first = new AccountRef(Sample.CHAT, KeyBasis.PLATFORM_ID, "1", "kite", null);
    AccountRef later = new AccountRef(Sample.CHAT, KeyBasis.PLATFORM_ID, "2", "kite", null);
    AccountRef elsewhere = new AccountRef(WHATSAPP, KeyBasis.PLATFORM_ID, "3", "kite", null);
    Sample sample =
        new Sample()
            .message(Sample.group("g"), mention)
            .message(Sample.group("g"), first)
            .message(Sample.group("g"), later)
            .message(Sample.group("g"), elsewhere);
    assertThat(survey(sample).suggestions())
        .extracting(Survey.Shared::pair)
        .containsExactlyInAnyOrder(
            new Pair("telegram/handle/Kite", "telegram/platform_id/1"),
            new Pair("telegram/handle/Kite", "telegram/platform_id/2"));
  }

  @Test
  void whatManyShareIsNamedAndSuggestsNothing() {
    Sample sample = new Sample();
    for (int i = 0; i <= Survey.GENERIC_ABOVE; i++) {
      sample.profile(Sample.id("" + i), true, PHONE);
    }
    Survey.Found found = survey(sample);
    assertThat(found.suggestions()).isEmpty();
    assertThat(found.generic()).containsExactly(new Suggested.Generic(PHONE, 6));
  }

  @Test
  void atTheLimitAllPairsAreSuggested() {
    Sample sample = new Sample();
    for (int i = 0; i < Survey.GENERIC_ABOVE; i++) {
      sample.profile(Sample.id("" + i), true, PHONE);
    }
    assertThat(survey(sample).suggestions()).hasSize(10);
    assertThat(survey(sample).generic()).isEmpty();
  }

  @Test
  void severalReasonsAreOneSuggestionAndComeFirst() {
    Sample sample =
        new Sample()
            .profile(Sample.id("1"), true, PHONE, MAIL)
            .profile(Sample.id("2"), true, PHONE, MAIL)
            .profile(Sample.id("3"), true, PHONE);
    Survey.Found found = survey(sample);
    assertThat(found.suggestions()).hasSize(3);
    assertThat(found.suggestions().getFirst().reasons())
        .extracting(Reason::kind)
        .containsExactly(Reason.Kind.PHONE, Reason.Kind.EMAIL);
  }

  @Test
  void keyThatIsNoNumberIdentifiesNobody() {
    AccountRef odd = new AccountRef(WHATSAPP, KeyBasis.PHONE, "not a number", null, null);
    assertThat(survey(new Sample().message(Sample.direct("c"), odd)).suggestions()).isEmpty();
  }

  @Test
  void settledPairsAreLeftOut() {
    AccountCensus census = new AccountCensus();
    new Sample()
        .profile(Sample.id("1"), true, PHONE)
        .profile(Sample.id("2"), true, PHONE)
        .each(census::take);
    assertThat(new Survey(census).suggested(pair -> true).suggestions()).isEmpty();
  }
}
