package dev.sextant.records.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Verdict;
import dev.sextant.custody.Custody;
import dev.sextant.records.Record;
import dev.sextant.records.RecordCodec;
import dev.sextant.records.RecordFault;
import dev.sextant.records.StoredRecord;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens rows of records and judges what is inside, within one act. For one thread. */
final class RowOpener {
  private final Sealer sealer;
  private final ScopeCheck scope;
  private final Set<UUID> released;
  private final RecordCodec.Stream codec = new RecordCodec.Stream();
  private final CaseId of;
  private final @Nullable OpenedRecords opened;
  private final long age;

  /* What streams through whole readings would push out of memory what people look at. */
  RowOpener(CaseKeys keys, Custody custody, Privileges privileges, Act act) {
    this(keys, custody, privileges, act, null);
  }

  /**
   * @param opened what is remembered of records; null opens each
   */
  RowOpener(
      CaseKeys keys,
      Custody custody,
      Privileges privileges,
      Act act,
      @Nullable OpenedRecords opened) {
    this.of = act.permit().caseId();
    this.opened = opened;
    this.age = opened == null ? 0 : opened.age();
    this.sealer = new Sealer(keys, act, custody.exhibitKeys(act, RecordStore.BODY));
    this.scope = privileges.check(act);
    this.released = privileges.released(act);
  }

  /** How names are hashed in the rows. */
  Sealer sealer() {
    return sealer;
  }

  /** The record of a row, if the permit's whole scope lets it be seen. */
  Optional<RecordRows.Standing> open(ResultSet row) throws SQLException {
    Digest id = Digest.ofRaw(row.getBytes("record_id"));
    UUID reading = row.getObject("reading", UUID.class);
    UUID exhibit = row.getObject("exhibit_id", UUID.class);
    int ordinal = row.getInt("ordinal");
    Timestamp claimed = row.getTimestamp("claimed_at");
    Sealer.Clear clear =
        new Sealer.Clear(
            reading,
            exhibit,
            id,
            ordinal,
            row.getString("kind"),
            row.getString("platform"),
            claimed == null ? null : claimed.toInstant());
    Record record = record(row.getBytes("body"), clear);
    Verdict verdict = scope.verdict(record);
    boolean admitted =
        verdict == Verdict.IN_SCOPE
            || (verdict == Verdict.SEALED_PRIVILEGED && released.contains(sealer.tag(id)));
    if (!admitted) {
      return Optional.empty();
    }
    StoredRecord stored =
        new StoredRecord(
            id,
            new ExhibitId(exhibit),
            row.getInt("generation"),
            ordinal,
            record,
            row.getTimestamp("acquired_at").toInstant());
    return Optional.of(new RecordRows.Standing(stored, reading));
  }

  private Record record(byte[] sealed, Sealer.Clear clear) {
    if (opened == null) {
      return open(sealed, clear);
    }
    sealer.requireKey(clear.exhibit());
    return opened.of(
        new OpenedRecords.Key(of, sealer.bound(), clear, Digest.of(sealed)),
        age,
        sealed.length,
        () -> open(sealed, clear));
  }

  private Record open(byte[] sealed, Sealer.Clear clear) {
    // The seal says that these are the bytes that were written: no need to write them again.
    byte[] body = sealer.open(sealed, clear);
    Record record = codec.record(body, 0, body.length);
    if (!record.id(clear.ordinal()).equals(clear.id())) {
      throw new RecordFault.Altered("a record's id is not that of its bytes", clear.id().hex());
    }
    return record;
  }
}
