package dev.sextant.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An application for an authority as the browser sends it: complete and well argued unless a
 * scenario says otherwise. Each method gives this same value, changed.
 */
public final class Ask {
  private final Map<String, Object> form = new LinkedHashMap<>();

  Ask(Instant now, List<String> team) {
    form.put("jurisdiction", "training");
    form.put("instrument", "Production order");
    form.put("number", "PO-2026-1");
    form.put("issuer", "Harbour District Court");
    form.put("offence", "stolen-goods");
    form.put("businessCase", "ORGANISED_CRIME_NETWORK");
    form.put("principles", principles("as first argued"));
    form.put("selectors", List.of("platform_id@telegram:100"));
    form.put("platforms", List.of("telegram"));
    form.put("contentFrom", "2020-01-01T00:00:00Z");
    form.put("contentTo", "2030-01-01T00:00:00Z");
    form.put("opFrom", now.toString());
    form.put("opTo", now.plus(Duration.ofDays(30)).toString());
    form.put("maxLevel", 2);
    form.put("methods", List.of("export-reading"));
    form.put("hopLimit", 1);
    form.put("quota", Map.of("items", 100_000, "subjects", 1_000, "views", 10_000));
    form.put("team", team);
    form.put("reviewEveryDays", 28);
    form.put("handling", "Handling code P: lawful sharing permitted");
    form.put("retentionDays", 365);
    form.put("flags", List.of());
  }

  /** Six arguments of sufficient length that all hold this text. */
  public static Map<String, Object> principles(String text) {
    Map<String, Object> p = new LinkedHashMap<>();
    p.put("cause", "Twelve vehicles stolen to order were traced to this group, " + text + ".");
    p.put("motive", "To identify the buyers and stop the thefts, " + text + ".");
    p.put("interests", "Neither applicant nor team knows anybody named.");
    p.put("necessity", "The orders are placed in these conversations only, " + text + ".");
    p.put("proportionality", "Twelve victims against a bounded reading of a few accounts.");
    p.put("collateral", "Others are sealed off unless they write to a named account.");
    p.put("right", "The court ordered production under its act of procedure, " + text + ".");
    p.put("validation", "The court's registrar validates each return.");
    p.put("lastResort", "Open sources show no more than the adverts themselves, " + text + ".");
    p.put("tried", new ArrayList<>(List.of("Surveillance of the yard was tried for a month.")));
    p.put("prospect", "The order book is expected in the conversations, " + text + ".");
    p.put("stopCriteria", "Stop when the buyers are identified.");
    return p;
  }

  /** Sets any field of the form. */
  public Ask with(String field, Object value) {
    form.put(field, value);
    return this;
  }

  /** Selectors, as {@code platform_id@telegram:100}. */
  public Ask selectors(String... selectors) {
    return with("selectors", List.of(selectors));
  }

  /** Platforms. */
  public Ask platforms(String... platforms) {
    return with("platforms", List.of(platforms));
  }

  /** The highest level. */
  public Ask level(int level) {
    return with("maxLevel", level);
  }

  /** Sensitive flags. */
  public Ask flags(String... flags) {
    return with("flags", List.of(flags));
  }

  /** The content window. */
  public Ask content(String from, String to) {
    return with("contentFrom", from).with("contentTo", to);
  }

  /** The operation window. */
  public Ask operation(Instant from, Instant to) {
    return with("opFrom", from.toString()).with("opTo", to.toString());
  }

  /** The team, by log-in's identifier. */
  public Ask team(String... ids) {
    return with("team", List.of(ids));
  }

  /** The six principles, all with this text in them. */
  public Ask argued(String text) {
    return with("principles", principles(text));
  }

  /** The form as JSON's values. */
  public Map<String, Object> form() {
    return new LinkedHashMap<>(form);
  }
}
