package dev.sextant.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a later reading of an exhibit says otherwise than an earlier one under the same authority:
 * after a newer reader, a declared zone, or another mapping profile. Both readings stay; the later
 * one is searched and shown.
 *
 * @param older the earlier reading
 * @param newer the later one
 * @param same records that say the same
 * @param changed records of the same bytes, or of the same natural key (a message's number in its
 *     conversation, say), that say something else
 * @param added records that only the later one has
 * @param removed records that only the earlier one has
 * @param sealedSince further records of the earlier one whose bytes the later one sealed off: they
 *     are counted, and not shown
 * @param from the first change listed, from 0
 * @param changes some of them, in the order of the bytes; changes found by natural key come last
 */
public record GenerationDiff(
    ReadReport older,
    ReadReport newer,
    long same,
    long changed,
    long added,
    long removed,
    long sealedSince,
    long from,
    List<RecordChange> changes) {
  /** Copies. */
  public GenerationDiff {
    changes = List.copyOf(changes);
  }

  /** What became of a record. */
  public enum What {
    /** Only the later reading has it. */
    ADDED,
    /** Only the earlier reading has it. */
    REMOVED,
    /** Both have it, and it says something else. */
    CHANGED
  }

  /**
   * One record's change.
   *
   * @param before as the earlier reading has it, or null
   * @param after as the later reading has it, or null
   * @param fields what differs; of an added or removed record nothing, since all of it is new or
   *     gone
   */
  public record RecordChange(
      What what,
      @Nullable StoredRecord before,
      @Nullable StoredRecord after,
      List<FieldChange> fields) {
    /** Copies. */
    public RecordChange {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A field that differs.
   *
   * @param field its path in the record's canonical form, such as {@code author/name}
   * @param before its value, or null if it was not there
   * @param after its value, or null if it is there no longer
   */
  public record FieldChange(String field, @Nullable String before, @Nullable String after) {}
}
