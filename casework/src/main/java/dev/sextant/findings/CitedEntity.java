package dev.sextant.findings;

import dev.sextant.terms.JudgementId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity that a finding names, with its accounts and the judgements that join them. An account
 * is not a person: the judgements say who held that these accounts are one actor, and why.
 *
 * @param key the entity's key
 * @param label the name it is shown under
 * @param accounts its accounts
 * @param judgements the judgements behind it; empty for a single account
 */
public record CitedEntity(
    String key, String label, List<CitedAccount> accounts, List<CitedJudgement> judgements) {
  /** Copies. */
  public CitedEntity {
    accounts = List.copyOf(accounts);
    judgements = List.copyOf(judgements);
  }

  /**
   * One account of the entity.
   *
   * @param key the account's key
   * @param platform where it lives
   * @param basis what kind of key it is
   * @param handles handles it was seen under
   * @param names names it was seen under
   * @param records how many records name it
   */
  public record CitedAccount(
      String key,
      String platform,
      String basis,
      List<String> handles,
      List<String> names,
      long records) {
    /** Copies. */
    public CitedAccount {
      handles = List.copyOf(handles);
      names = List.copyOf(names);
    }

    private Map<String, @Nullable Object> json() {
      return Map.of(
          "key",
          key,
          "platform",
          platform,
          "basis",
          basis,
          "handles",
          handles,
          "names",
          names,
          "records",
          records);
    }

    private static CitedAccount read(Fields f) {
      return new CitedAccount(
          f.text("key"),
          f.text("platform"),
          f.text("basis"),
          f.texts("handles"),
          f.texts("names"),
          f.number("records"));
    }
  }

  /**
   * A person's judgement on two accounts.
   *
   * @param id the judgement
   * @param a one account's key
   * @param b the other's
   * @param verdict same, different or unsure
   * @param reason the person's own words
   * @param by who judged, by name
   * @param at when
   */
  public record CitedJudgement(
      JudgementId id, String a, String b, String verdict, String reason, String by, Instant at) {
    private Map<String, @Nullable Object> json() {
      return Map.of(
          "id",
          id.toString(),
          "a",
          a,
          "b",
          b,
          "verdict",
          verdict,
          "reason",
          reason,
          "by",
          by,
          "at",
          at.toString());
    }

    private static CitedJudgement read(Fields f) {
      return new CitedJudgement(
          JudgementId.parse(f.text("id")),
          f.text("a"),
          f.text("b"),
          f.text("verdict"),
          f.text("reason"),
          f.text("by"),
          f.instant("at"));
    }
  }

  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("key", key);
    json.put("label", label);
    json.put("accounts", accounts.stream().map(CitedAccount::json).toList());
    json.put("judgements", judgements.stream().map(CitedJudgement::json).toList());
    return json;
  }

  static CitedEntity read(Fields f) {
    return new CitedEntity(
        f.text("key"),
        f.text("label"),
        f.objects("accounts", CitedAccount::read),
        f.objects("judgements", CitedJudgement::read));
  }
}
