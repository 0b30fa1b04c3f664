package dev.sextant.network;

/**
 * What makes a tie. There is no kind for shared views, belief, origin or association as such, and
 * none will be added.
 */
public enum TieKind {
  /** One wrote to the other, alone or among named recipients. */
  MESSAGE,
  /** One answered the other's message or post. */
  REPLY,
  /** One named the other's account in a message or post. */
  MENTION,
  /** One follows, befriends or lists the other. */
  FOLLOW,
  /** One called the other. */
  CALL,
  /** Both belong to a group, or took part in an event, of limited size. */
  CO_MEMBERSHIP,
  /** A table or chart asserts a tie; somebody drew it, nobody observed it. */
  RELATION
}
