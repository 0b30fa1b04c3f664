package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.CaseId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An ordered removal.
 *
 * @param id its identifier
 * @param caseId in which case
 * @param thing what goes
 * @param cause whether the schedule proposed it or somebody ordered it
 * @param dueAt not before
 * @param proposedBy who ordered it, or null for the schedule
 * @param reasons why in words
 * @param automatic whether the jurisdiction lets the schedule act by itself
 * @param firstBy who confirmed first, or null
 * @param secondBy who confirmed second, or null
 * @param doneAt when it was done, or null
 * @param files keyed names of the sealed files that went
 * @param bundles identifiers of the disclosures whose bundles went
 * @param clearedAt when the files were removed too, or null
 */
public record Destruction(
    UUID id,
    CaseId caseId,
    Thing thing,
    Cause cause,
    Instant dueAt,
    @Nullable ActorId proposedBy,
    String reasons,
    boolean automatic,
    @Nullable ActorId firstBy,
    @Nullable ActorId secondBy,
    @Nullable Instant doneAt,
    List<String> files,
    List<String> bundles,
    @Nullable Instant clearedAt) {
  /** Copies. */
  public Destruction {
    files = List.copyOf(files);
    bundles = List.copyOf(bundles);
  }

  /** Why it is to be done. */
  public enum Cause {
    /** Its time is over. */
    SCHEDULE,
    /** A court or a person of the house ordered it. */
    ORDER
  }

  /** True if as many confirmed it as must. */
  public boolean confirmed() {
    return automatic || (firstBy != null && secondBy != null);
  }
}
