package dev.sextant.records.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FirstOfEachTest {
  @Property
  void keepsTheFirstInOrder(@ForAll List<@IntRange(max = 99) Integer> named) {
    FirstOfEach<Integer> tens = FirstOfEach.by(n -> n / 10);
    List<Integer> naive = new ArrayList<>();
    for (int n : named) {
      boolean other = naive.stream().noneMatch(one -> one / 10 == n / 10);
      assertThat(tens.has(n / 10)).isNotEqualTo(other);
      assertThat(tens.add(n)).isEqualTo(other);
      if (other) {
        naive.add(n);
      }
    }
    assertThat(tens.add(null)).isFalse();
    assertThat(tens.list()).isEqualTo(naive);
    assertThat(tens.none()).isEqualTo(named.isEmpty());
  }

  @Property
  void numbersAsCountingFromTwoWould(@ForAll List<@IntRange(max = 12) Integer> named) {
    FreeNames free = new FreeNames();
    Set<String> taken = new HashSet<>();
    for (int n : named) {
      // Some names are such as numbering makes.
      String name = n < 6 ? "a".repeat(1 + n % 2) : "a (" + (n - 4) + ")";
      String naive = name;
      for (int i = 2; taken.contains(naive); i++) {
        naive = name + " (" + i + ")";
      }
      String given = free.of(name, taken::contains);
      assertThat(given).isEqualTo(naive);
      taken.add(given);
    }
  }
}
