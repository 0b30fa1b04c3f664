package dev.sextant.app.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API says and hears of devices and duty sessions. */
final class AccessViews {
  private AccessViews() {}

  /** An official device. */
  record DeviceView(
      String id,
      String actor,
      String actorName,
      String fingerprint,
      String registered,
      @Nullable String approvedBy,
      boolean revoked,
      boolean usable) {}

  /** Whether the caller is on duty, and what going on duty asks for. */
  record DutyView(
      boolean required,
      boolean onDuty,
      @Nullable String id,
      @Nullable String role,
      @Nullable String device,
      @Nullable String from,
      @Nullable String until,
      List<String> roles,
      long longestMinutes) {}

  /** Going on duty: in which part, how long, at the device of which key (base64 of its SPKI). */
  record DutyDraft(String role, long minutes, String publicKey) {}
}
