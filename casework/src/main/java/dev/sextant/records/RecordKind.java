package dev.sextant.records;

/** The kinds of record. */
public enum RecordKind {
  /** What a source says about an account. */
  PROFILE,
  /** Words or pictures published to many. */
  POST,
  /** Words sent within a conversation. */
  MESSAGE,
  /** One account follows, befriends, lists or blocks another. */
  FOLLOW,
  /** An account was used from somewhere. */
  LOGIN,
  /** A voice or video call. */
  CALL,
  /** An account was at a place. */
  PLACE,
  /** An account did something else: searched, reacted, watched, paid, changed its data. */
  ACTIVITY,
  /** An account belongs to a group or took part in an event. */
  MEMBERSHIP,
  /** A tie that a table or chart asserts; somebody drew it, nobody observed it. */
  RELATION
}
