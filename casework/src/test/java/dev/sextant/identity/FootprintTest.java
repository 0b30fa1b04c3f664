package dev.sextant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.Sample;
import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Stated;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FootprintTest {
  private static final Platform CHAT = new Platform("telegram");
  private static final Platform PICTURES = new Platform("instagram");
  private static final Selector MAIL = Selector.of(SelectorType.EMAIL, "zqorvekta@example.org");

  private static AccountRef on(Platform platform, String id, String handle) {
    return new AccountRef(platform, KeyBasis.PLATFORM_ID, id, handle, null);
  }

  /* As the readers of Maigret and Sherlock write it. */
  private static Record lead(Header header, String site, String name, boolean found) {
    Header told =
        new Header(
            new Platform(site),
            header.locator(),
            header.claimed(),
            Map.of("lead", Boolean.toString(found), "site", site, "status", "Claimed"));
    if (!found) {
      return new Record.Activity(told, null, Record.Activity.What.OTHER, name, null, null);
    }
    Selector url = Selector.of(SelectorType.URL, "https://" + site + ".example/" + name);
    return new Record.Profile(
        told,
        new AccountRef(new Platform(site), KeyBasis.HANDLE, name, name, null),
        List.of(new Stated(url, false)),
        Map.of());
  }

  private static Sample sample() {
    return new Sample()
        .profile(on(CHAT, "1", "zqorvekta"), true, MAIL)
        .profile(on(PICTURES, "2", "zqorvekta_7"), false)
        .profile(on(PICTURES, "3", "harbour"), true, MAIL)
        .profile(on(PICTURES, "4", "marigold"), false)
        .add(h -> lead(h, "forum", "zqorvekta", true))
        .add(h -> lead(h, "shop", "zqorvekta", false))
        .add(h -> lead(h, "forum", "somebody", true));
  }

  private static Footprint footprint(Sample sample, String asked) {
    AccountCensus census = new AccountCensus();
    ObservationCensus observations = new ObservationCensus();
    Leads leads = new Leads();
    sample.each((id, record) -> {
      census.take(id, record);
      observations.take(id, record);
      leads.take(id, record);
    });
    census.cut();
    Proposals.Seen seen =
        new Proposals.Seen(
            census, observations.observations(census::knows), new Closure(List.of()));
    return new Footprints(seen, new LikenessMethod(Digest.of(new byte[0])))
        .of(Footprints.Asked.of(asked), leads);
  }

  @Test
  void aScreenNameOverAllPlatforms() {
    Footprint found = footprint(sample(), "Zqorvekta");
    assertThat(found.holders()).isEqualTo(1);
    assertThat(found.anchor()).isEqualTo("telegram/platform_id/1");
    assertThat(found.candidates())
        .extracting(c -> c.account().key())
        .containsExactly(
            "telegram/platform_id/1", "instagram/platform_id/3", "instagram/platform_id/2");
    assertThat(found.candidates().get(2).exact()).isFalse();
    assertThat(Objects.requireNonNull(found.candidates().get(2).likeness()).silent())
        .extracting(Likeness.Silent::field)
        .as("what would confirm or refute it")
        .contains("telephone number", "e-mail address");
  }

  @Test
  void aToolsWordIsALeadAndNoAccount() {
    Footprint found = footprint(sample(), "zqorvekta");
    assertThat(found.leads()).extracting(Footprint.Lead::site).containsExactly("forum");
    assertThat(found.leads().getFirst().url()).isEqualTo("https://forum.example/zqorvekta");
    assertThat(found.nobody()).extracting(Footprint.Lead::site).containsExactly("shop");
    assertThat(found.candidates()).noneMatch(c -> c.account().platform().name().equals("forum"));
    AccountCensus census = new AccountCensus();
    sample().each(census::take);
    census.cut();
    assertThat(census.accounts()).hasSize(4);
  }

  @Test
  void whatIsCapturedIsAnAccountThoughAToolNamedItFirst() {
    Sample sample =
        sample()
            .profile(
                new AccountRef(new Platform("forum"), KeyBasis.HANDLE, "zqorvekta", null, null),
                false);
    assertThat(footprint(sample, "zqorvekta").candidates())
        .anyMatch(c -> c.account().key().equals("forum/handle/zqorvekta") && c.exact());
  }

  @Test
  void aUsualNameSaysSo() {
    assertThat(footprint(sample(), "john").rarity()).isLessThan(10);
    assertThat(footprint(sample(), "zqorvekta").rarity()).isGreaterThan(20);
  }

  @Test
  void anAddressFindsWhoStatesItAndWhoIsCalledLikeIt() {
    Footprint found = footprint(sample(), MAIL.value());
    assertThat(found.holders()).isEqualTo(2);
    assertThat(found.candidates()).hasSize(3);
    assertThat(footprint(sample(), "+447700900123").candidates()).isEmpty();
  }

  @Test
  void whatNamesManyPeopleHasNoFootprint() {
    assertThatThrownBy(() -> footprint(sample(), "hashtag:boats")).isInstanceOf(BadValue.class);
    assertThatThrownBy(() -> footprint(sample(), "  ")).isInstanceOf(BadValue.class);
  }
}
