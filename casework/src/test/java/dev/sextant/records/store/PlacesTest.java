package dev.sextant.records.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static Locator at(String part, long from) {
    return new Locator(Digest.of(new byte[] {1}), part, from, from + 5, "");
  }

  @Test
  void itemsThatFollowEachOtherAreApartWhateverLiesInThem() {
    Places places = new Places();
    places.note(1, at("a", 0));
    places.note(1, at("a", 3));
    places.note(1, at("a", 3));
    places.note(1, at("a", 0));
    places.note(2, at("a", 4));
    places.note(3, at("b", 0));
    places.note(4, at("a", 5));
    assertThat(places.apart()).isTrue();
  }

  @Test
  void anItemThatBeginsWhereAnEarlierOneDidMayBeTheSame() {
    Places places = new Places();
    places.note(1, at("a", 0));
    places.note(2, at("a", 10));
    places.note(3, at("b", 0));
    places.note(4, at("a", 10));
    assertThat(places.apart()).isFalse();
  }

  @Test
  void aPartThatIsReadTwiceIsNotApart() {
    Places places = new Places();
    places.note(1, at("a", 0));
    places.note(2, at("a", 10));
    places.note(3, at("a", 0));
    places.note(4, at("a", 10));
    places.note(5, at("a", 20));
    assertThat(places.apart()).isFalse();
  }
}
