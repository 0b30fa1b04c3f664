package dev.sextant.identity;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Stated;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what search tools (Maigret, Sherlock, SpiderFoot) say of a name: where they found an
 * account of it, and where they looked and found none. A lead is no account until somebody has
 * captured it: whoever holds a usual name would be accused by coincidence.
 */
final class Leads implements RecordStream.Taker {
  private final List<Lead> leads = new ArrayList<>();

  /**
   * What a tool says.
   *
   * @param site where it looked
   * @param name the name it looked for, or found
   * @param url where it would be, or null
   * @param status the tool's word for what it found
   * @param found false where it looked and found nobody
   * @param record that says so
   */
  record Lead(
      String site,
      String name,
      @Nullable String url,
      String status,
      boolean found,
      Digest record) {}

  /** True of a record that is only a search tool's word. */
  static boolean lead(Record record) {
    return record.header().extra().containsKey("lead");
  }

  @Override
  public void take(Digest id, Record record) {
    if (!lead(record)) {
      return;
    }
    var extra = record.header().extra();
    String site = extra.getOrDefault("site", record.header().platform().name());
    String status = extra.getOrDefault("status", "not said");
    if (record instanceof Record.Profile profile) {
      AccountRef ref = profile.account();
      String handle = ref.basis() == AccountRef.KeyBasis.HANDLE ? ref.key() : ref.shownAs();
      leads.add(new Lead(site, handle, url(profile), status, true, id));
    } else if (record instanceof Record.Activity activity) {
      leads.add(new Lead(site, activity.text(), activity.object(), status, false, id));
    }
  }

  private static @Nullable String url(Record.Profile profile) {
    for (Stated stated : profile.selectors()) {
      Selector selector = stated.selector();
      if (selector.type() == SelectorType.URL) {
        return selector.value();
      }
    }
    return null;
  }

  /** Leads of exactly this name, in any case, by site. */
  List<Lead> of(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return leads.stream()
        .filter(lead -> lead.name().toLowerCase(Locale.ROOT).equals(wanted))
        .sorted(Comparator.comparing(Lead::site).thenComparing(lead -> lead.record().hex()))
        .toList();
  }
}
