package dev.sextant.records.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.authority.Scope;
import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.chat.mail.Addresses;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An address in a mail is the e-mail selector that an authority, or a privilege, names. */
class MailScopeTest {
  @Test
  void aMailNamesItsAddresses() {
    AccountRef from = Objects.requireNonNull(Addresses.account("Ana@Example.org", "Ana"));
    AccountRef to = Objects.requireNonNull(Addresses.account("counsel@example.com", null));
    Digest exhibit = Digest.of(new byte[] {1});
    Record mail =
        new Record.Message(
            new Header(
                Addresses.EMAIL, new Locator(exhibit, "", 0, 1, ""), ClaimedTime.none(), Map.of()),
            new ConversationRef(Addresses.EMAIL, ConversationRef.Kind.DIRECT, "m1", null),
            from,
            List.of(to),
            "m1",
            "words",
            null,
            null,
            null,
            List.of(),
            List.of());
    Selector ana = Selector.of(SelectorType.EMAIL, "ana@example.org");
    Instant day = Instant.parse("2025-01-01T00:00:00Z");
    Scope scope =
        new Scope(
            Set.of(ana), Set.of(Addresses.EMAIL), Span.between(day, day.plusSeconds(86_400)), 2);
    assertThat(new ScopeCheck(scope).named(mail))
        .contains(ana, Selector.of(SelectorType.EMAIL, "counsel@example.com"));
  }
}
