package dev.sextant.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.TestHouse;
import dev.sextant.authority.Permit;
import dev.sextant.custody.Exhibit;
import dev.sextant.identity.Account;
import dev.sextant.identity.EntitiesOf;
import dev.sextant.identity.Identity;
import dev.sextant.identity.RecordStream;
import dev.sextant.identity.RecordsInScope;
import dev.sextant.network.Network;
import dev.sextant.network.Snapshot;
import dev.sextant.network.TieKind;
import dev.sextant.network.TieRule;
import dev.sextant.records.TelegramSample.Said;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rooms downstream work on the store's own stream. */
class CaseFlowTest {
  private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void accountsAndTiesComeOutOfWhatWasRead() {
    try (TestHouse house = TestHouse.start()) {
      RecordStream stream = new RecordsInScope(house.records());
      Identity identity =
          new Identity(stream, house.door(), house.keys(), house.clock(), EntitiesOf.RULES);
      Network network = new Network(stream, identity, house.door(), house.keys(), house.clock());
      Selector anna = Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100");
      Permit permit = house.permit(Set.of(anna), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
      byte[] bytes =
          new TelegramSample()
              .chat(200, new Said(100, DAY, "one"), new Said(200, DAY.plusSeconds(1), "two"))
              .chat(300, new Said(300, DAY.plusSeconds(2), "three"))
              .bytes();
      Exhibit exhibit = house.seal(permit, "result.json", bytes);
      house.records().read(permit, exhibit.id(), Progress.silent());

      assertThat(identity.accounts(permit)).extracting(Account::key).hasSize(3);
      for (Account account : identity.accounts(permit)) {
        Page page = house.records().search(permit, RecordQuery.all().account(account.key()));
        assertThat(page.total()).as(account.key()).isEqualTo(account.records());
      }
      TieRule rule = new TieRule(Set.of(TieKind.MESSAGE), 1, true, 50);
      Snapshot first = network.freeze(permit, rule, Span.always());
      assertThat(first.ties()).hasSize(3);
      house.records().read(permit, exhibit.id(), Progress.silent());
      assertThat(network.freeze(permit, rule, Span.always()).digest()).isEqualTo(first.digest());
    }
  }
}
