package dev.sextant.identity;

import dev.sextant.authority.Model;
import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Stated;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The method that proposes pairs, as this program runs it: what it answers to a fixed handful of
 * made-up profiles is part of its fingerprint.
 */
final class SelectorModel {
  static final Model MODEL =
      new Model(
          "identity-selectors",
          "selectors/1",
          new TreeMap<>(Map.of("genericAbove", Integer.toString(Survey.GENERIC_ABOVE))),
          reference());

  private SelectorModel() {}

  /* Every rule of the survey has its say: a verified and an unverified address, a telephone shared
   * by two, one shared by more than a few, a handle that is a key and one that is an attribute. */
  private static Digest reference() {
    AccountCensus census = new AccountCensus();
    Platform chat = new Platform("telegram");
    Selector mail = Selector.of(SelectorType.EMAIL, "one@example.org");
    Selector phone = Selector.of(SelectorType.PHONE, "+447700900123");
    Selector office = Selector.of(SelectorType.PHONE, "+447700900199");
    profile(census, AccountRef.ofId(chat, "1", "first", "A"), new Stated(mail, true));
    profile(census, AccountRef.ofId(chat, "2", "first", "B"), new Stated(mail, true));
    profile(census, AccountRef.ofId(chat, "3", null, "C"), new Stated(mail, false));
    profile(census, AccountRef.ofId(chat, "4", null, "A"), new Stated(phone, true));
    profile(
        census,
        new AccountRef(chat, AccountRef.KeyBasis.PHONE, "+447700900123", null, "D"),
        new Stated(mail, false));
    profile(census, new AccountRef(chat, AccountRef.KeyBasis.HANDLE, "first", null, "E"));
    for (int i = 10; i < 10 + Survey.GENERIC_ABOVE + 1; i++) {
      profile(
          census, AccountRef.ofId(chat, Integer.toString(i), null, "F"), new Stated(office, true));
    }
    Suggested answer = new Survey(census).suggested(pair -> false);
    List<String> suggestions =
        answer.suggestions().stream()
            .map(s ->
                s.pair()
                    + " "
                    + s.reasons().stream().map(r -> r.kind() + "=" + r.selector()).toList())
            .toList();
    List<String> generic =
        answer.generic().stream().map(g -> g.selector() + " " + g.accounts()).toList();
    return Digest.of(CanonicalJson.write(Map.of("suggestions", suggestions, "generic", generic)));
  }

  private static void profile(AccountCensus census, AccountRef account, Stated... stated) {
    Digest exhibit = Digest.of(new byte[0]);
    Record record =
        new Record.Profile(
            new Header(
                account.platform(),
                new Locator(exhibit, "reference", 0, 1, account.key()),
                ClaimedTime.none(),
                Map.of()),
            account,
            List.of(stated),
            Map.of());
    census.take(record.id(0), record);
  }
}
