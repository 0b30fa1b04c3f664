package dev.sextant.authority;

/** Whether a record may be seen under a scope; if not, why it is sealed off. */
public enum Verdict {
  /** It may be seen. */
  IN_SCOPE,
  /** It happened outside the content window. */
  SEALED_TIME,
  /** Nobody can say that it happened inside the content window. */
  SEALED_UNKNOWN_TIME,
  /** Its platform is not named. */
  SEALED_PLATFORM,
  /** Nobody and nothing it involves is named. */
  SEALED_SELECTOR,
  /** It came in a provider's return, and somebody whose words are privileged takes part. */
  SEALED_PRIVILEGED,
  /** It came in a provider's return, and its kind of data was not ordered. */
  SEALED_CATEGORY,
  /** It came in a provider's return to which the enforcing State objected. */
  SEALED_OBJECTION,
  /** A filter officer decided that it is destroyed or given back. */
  SEALED_DECIDED
}
