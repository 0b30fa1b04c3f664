package dev.sextant.custody;

import dev.sextant.terms.ActorId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How bytes were acquired.
 *
 * @param how the name of a {@link How}
 * @param tool the tool and its version: letters, digits and {@code ._:/+-}, up to 80
 * @param by who acquired them
 * @param at when
 * @param sourceName the name they came under: a file's name
 * @param note anything else worth saying, or null
 * @param legalRequest the identifier of the legal request that the bytes answer, or null; a
 *     provider return has one
 */
public record Acquisition(
    String how,
    String tool,
    ActorId by,
    Instant at,
    String sourceName,
    @Nullable String note,
    @Nullable String legalRequest) {

  /** Bytes that answer no legal request. */
  public Acquisition(
      String how, String tool, ActorId by, Instant at, String sourceName, @Nullable String note) {
    this(how, tool, by, at, sourceName, note, null);
  }

  /** The ways in which bytes come into the house. */
  public enum How {
    /** A platform answered a lawful order. */
    PROVIDER_RETURN,
    /** A person exported their own account and handed it over. */
    USER_EXPORT,
    /** Taken from a device. */
    DEVICE,
    /** A witness handed it over. */
    WITNESS,
    /** Captured from a public page. */
    PUBLIC_CAPTURE,
    /** Somebody uploaded it; where it comes from is untested. */
    UPLOAD
  }

  private static final int LONGEST_NAME = 500;
  private static final int LONGEST_NOTE = 4000;

  /** Checks the fields. */
  public Acquisition {
    if (Arrays.stream(How.values()).map(Enum::name).noneMatch(how::equals)) {
      throw new CustodyFault.BadAcquisition("how", how, "one of " + Arrays.toString(How.values()));
    }
    if (!tool.matches("[A-Za-z0-9._:/+-]{1,80}")) {
      throw new CustodyFault.BadAcquisition(
          "tool", tool.length() + " characters", "name/version, such as sextant/0.1");
    }
    if (sourceName.isBlank() || sourceName.length() > LONGEST_NAME) {
      throw new CustodyFault.BadAcquisition(
          "sourceName", sourceName.length() + " characters", "give 1 to 500 characters");
    }
    if (note != null && note.length() > LONGEST_NOTE) {
      throw new CustodyFault.BadAcquisition(
          "note", note.length() + " characters", "give at most 4,000 characters");
    }
    at = at.truncatedTo(ChronoUnit.MICROS);
  }
}
