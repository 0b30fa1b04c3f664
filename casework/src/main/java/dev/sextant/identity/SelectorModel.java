package dev.sextant.identity;

import dev.sextant.authority.Model;
import dev.sextant.linkage.metric.Bits;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The method that proposes pairs and weighs them, as this program runs it: what it answers to a
 * fixed handful of made-up profiles is part of its fingerprint. The name of the method is that of
 * its first version, which only met shared selectors: a new version is approved as one.
 */
final class SelectorModel {
  static final Model MODEL =
      new Model(
          "identity-selectors",
          "likeness/2",
          new TreeMap<>(
              Map.of(
                  "genericAbove", Integer.toString(Survey.GENERIC_ABOVE),
                  "prior", Double.toString(Bits.shown(LikenessMethod.PRIOR)),
                  "proposed", Double.toString(Bits.shown(LikenessMethod.PROPOSED)))),
          reference());

  private SelectorModel() {}

  /** Gathers both from the same records. */
  private record Both(AccountCensus accounts, ObservationCensus observations) {
    void take(Record record) {
      accounts.take(record.id(0), record);
      observations.take(record.id(0), record);
    }
  }

  /* Every rule of the survey has its say: a verified and an unverified address, a telephone shared
   * by two, one shared by more than a few, a handle that is a key and one that is an attribute. And
   * of the weights: names, biographies and links that are alike and that are not. */
  private static Digest reference() {
    Both census = new Both(new AccountCensus(), new ObservationCensus());
    Platform chat = new Platform("telegram");
    Platform pictures = new Platform("instagram");
    Selector mail = Selector.of(SelectorType.EMAIL, "one@example.org");
    Selector phone = Selector.of(SelectorType.PHONE, "+447700900123");
    Selector office = Selector.of(SelectorType.PHONE, "+447700900199");
    profile(census, AccountRef.ofId(chat, "1", "first", "A"), "", new Stated(mail, true));
    profile(census, AccountRef.ofId(chat, "2", "first", "B"), "", new Stated(mail, true));
    profile(census, AccountRef.ofId(chat, "3", null, "C"), "", new Stated(mail, false));
    profile(census, AccountRef.ofId(chat, "4", null, "A"), "", new Stated(phone, true));
    profile(
        census,
        new AccountRef(chat, AccountRef.KeyBasis.PHONE, "+447700900123", null, "D"),
        "",
        new Stated(mail, false));
    profile(census, new AccountRef(chat, AccountRef.KeyBasis.HANDLE, "first", null, "E"), "");
    for (int i = 10; i < 10 + Survey.GENERIC_ABOVE + 1; i++) {
      profile(
          census,
          AccountRef.ofId(chat, Integer.toString(i), null, "F"),
          "",
          new Stated(office, true));
    }
    profile(
        census,
        AccountRef.ofId(chat, "20", "harbour_kite77", "Kit Harbour"),
        "ropes, knots and boats. instagram.com/harbour.kite");
    profile(
        census,
        AccountRef.ofId(pictures, "21", "harbour.kite", "Harbour Kit"),
        "ropes knots and boats");
    profile(census, AccountRef.ofId(pictures, "22", "john", "John Smith"), "cars");
    profile(census, AccountRef.ofId(chat, "23", "john", "John Brown"), "fishing all day long");
    Survey.Found answer = new Survey(census.accounts).suggested(pair -> false);
    List<String> suggestions =
        answer.suggestions().stream()
            .map(s ->
                s.pair()
                    + " "
                    + s.reasons().stream().map(r -> r.kind() + "=" + r.selector()).toList())
            .toList();
    List<String> generic =
        answer.generic().stream().map(g -> g.selector() + " " + g.accounts()).toList();
    return Digest.of(
        CanonicalJson.write(
            Map.of(
                "suggestions", suggestions,
                "generic", generic,
                "weights", weights(census.observations.observations(key -> true)))));
  }

  private static List<String> weights(List<Observation> all) {
    LikenessMethod method = new LikenessMethod(Digest.of(new byte[0]));
    List<String> weights = new ArrayList<>();
    for (Pair pair : new Candidates(all).pairs()) {
      weights.add("candidate " + pair);
    }
    for (Observation a : all) {
      for (Observation b : all) {
        if (a.account().compareTo(b.account()) < 0) {
          Likeness likeness = method.likeness(a, b);
          weights.add(
              a.account()
                  + " "
                  + b.account()
                  + " "
                  + likeness.odds()
                  + " "
                  + likeness.parts().stream().map(p -> p.field() + "=" + p.weight()).toList());
        }
      }
    }
    return weights;
  }

  private static void profile(Both census, AccountRef account, String bio, Stated... stated) {
    Digest exhibit = Digest.of(new byte[0]);
    census.take(
        new Record.Profile(
            new Header(
                account.platform(),
                new Locator(exhibit, "reference", 0, 1, account.key()),
                ClaimedTime.none(),
                Map.of()),
            account,
            List.of(stated),
            bio.isEmpty() ? Map.of() : Map.of("bio", bio)));
  }
}
