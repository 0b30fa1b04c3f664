package dev.sextant.records;

import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.records.store.RecordRows;
import dev.sextant.records.store.RecordRows.Standing;
import dev.sextant.records.store.RecordStore;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens records and the bytes behind them; the room's door is {@link Records}. */
final class Opening {
  /** A longer one is no excerpt: 32 MiB, as much as a reader takes for one item. */
  private static final int MOST_OWN_BYTES = 32 << 20;

  private final RecordStore store;
  private final RecordRows rows;
  private final Cutting cutting;
  private final TableLook tables;

  Opening(RecordStore store, RecordRows rows, Cutting cutting, TableLook tables) {
    this.tables = tables;
    this.store = store;
    this.rows = rows;
    this.cutting = cutting;
  }

  StoredRecord record(Permit permit, Digest id) {
    try (Act act = permit.begin(Step.VIEW, Particulars.none().digest("record", id))) {
      StoredRecord record = record(act, id);
      act.done();
      return record;
    }
  }

  StoredRecord record(Act act, Digest id) {
    return standing(act, id).record();
  }

  private Standing standing(Act act, Digest id) {
    return met(
        act,
        rows.byId(act, id)
            .or(() -> earlier(act, id))
            .orElseThrow(() -> new RecordFault.NotFound("record", id.hex())));
  }

  /* A record that only an earlier reading has: a finding may rest on it. Not what the reading that
   * counts sealed off. */
  private Optional<Standing> earlier(Act act, Digest id) {
    return rows.byIdInAny(act, id)
        .filter(found ->
            store.current(act).stream()
                .filter(c -> c.exhibit().equals(found.record().exhibit()))
                .noneMatch(c ->
                    c.sealed() > 0
                        && rows.sealedOff(
                            act, c.reading(), found.record().record().header().locator())));
  }

  /* Whoever opens a record meets the people in it. */
  private static Standing met(Act act, Standing standing) {
    List<String> named = new ArrayList<>();
    for (AccountRef account : standing.record().record().accounts()) {
      named.add(account.key());
      named.add(String.valueOf(account.handle()));
      named.add(String.valueOf(account.displayName()));
    }
    named.removeIf("null"::equals);
    act.meets(named);
    return standing;
  }

  Excerpt view(Permit permit, Digest id, int context) {
    Particulars inputs = Particulars.none().digest("record", id).token("what", "bytes");
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      Excerpt excerpt = excerpt(act, id, context);
      act.done(excerpt.digest());
      return excerpt;
    }
  }

  Excerpt medium(Permit permit, Digest id, int medium) {
    Particulars inputs =
        Particulars.none()
            .digest("record", id)
            .token("what", "medium-bytes")
            .number("medium", medium);
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      try {
        Standing standing = standing(act, id);
        Excerpt excerpt = cut(act, standing, whole(act, standing, medium), 0, Excerpt.MOST_BYTES);
        act.done(excerpt.digest());
        return excerpt;
      } catch (RecordFault.NotFound e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  byte[] mediumBytes(Act act, Digest id, int medium) {
    Standing standing = standing(act, id);
    Locator whole = whole(act, standing, medium);
    if (whole.length() > MOST_OWN_BYTES) {
      throw new RecordFault.Bytes("exhibit " + whole.exhibit().hex(), whole.length() + " bytes");
    }
    return cut(act, standing, whole, 0, MOST_OWN_BYTES).own();
  }

  private Locator whole(Act act, Standing standing, int medium) {
    List<Media> media = standing.record().record().media();
    @Nullable String part = medium >= 0 && medium < media.size() ? media.get(medium).part() : null;
    if (part == null) {
      throw new RecordFault.NotFound("medium", standing.record().id().hex() + " " + medium);
    }
    return cutting.whole(act, standing.record(), part);
  }

  TableRound tableRound(Permit permit, Digest id) {
    Particulars inputs = Particulars.none().digest("record", id).token("what", "rows");
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      try {
        Standing standing = standing(act, id);
        Locator at = standing.record().record().header().locator();
        TableRound round =
            tables.round(
                act,
                standing.record(),
                (from, to) -> rows.ranges(act, standing.reading(), at, from, to));
        act.done(Particulars.none().number("rows", round.rows().size()));
        return round;
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  Excerpt view(Permit permit, Locator at, int context) {
    Particulars inputs = Particulars.none().digest("exhibit", at.exhibit()).token("what", "bytes");
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      Excerpt excerpt = cut(act, standing(act, at), context, Excerpt.MOST_BYTES);
      act.done(excerpt.digest());
      return excerpt;
    }
  }

  private Standing standing(Act act, Locator at) {
    return met(
        act,
        rows.at(act, at)
            .orElseThrow(() ->
                new RecordFault.NotFound("record at these bytes", at.from() + "-" + at.to())));
  }

  Excerpt excerpt(Act act, Digest id, int context) {
    return cut(act, standing(act, id), context, Excerpt.MOST_BYTES);
  }

  byte[] bytes(Act act, Locator at) {
    if (at.length() > MOST_OWN_BYTES) {
      throw new RecordFault.Bytes("exhibit " + at.exhibit().hex(), at.length() + " bytes");
    }
    return cut(act, standing(act, at), 0, MOST_OWN_BYTES).own();
  }

  private Excerpt cut(Act act, Standing standing, int context, int most) {
    Locator at = standing.record().record().header().locator();
    return cut(act, standing, at, context, most);
  }

  private Excerpt cut(Act act, Standing standing, Locator at, int context, int most) {
    return cutting.cut(
        act,
        standing.record(),
        at,
        new Cutting.Frame(Math.clamp(context, 0, Excerpt.MOST_CONTEXT), most),
        (from, to) -> rows.ranges(act, standing.reading(), at, from, to));
  }
}
