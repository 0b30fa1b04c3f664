package dev.sextant.network;

import dev.sextant.terms.Digest;
import java.time.Instant;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/* Who belonged to which group. Members are known only when all records were seen, so ties come at
 * the end, and with them the verdict on the records that showed nothing but membership. */
final class Groups {
  private final TreeMap<String, Group> groups = new TreeMap<>();

  /** A member's first record in a group. */
  record Member(Digest record, @Nullable Instant when) {}

  static final class Group {
    private final TreeMap<Integer, Member> members = new TreeMap<>();
    private long onlyMembership;
    private long onlyMembershipUntimed;

    TreeMap<Integer, Member> members() {
      return members;
    }

    /** Records that showed nothing but membership in this group. */
    long onlyMembership() {
      return onlyMembership;
    }

    /** Of those, how many have no placed time. */
    long onlyMembershipUntimed() {
      return onlyMembershipUntimed;
    }
  }

  /** An entity was in a group. */
  void member(String group, int entity, Digest record, @Nullable Instant when) {
    groups
        .computeIfAbsent(group, g -> new Group())
        .members
        .putIfAbsent(entity, new Member(record, when));
  }

  /** A record that showed membership in this group made no tie otherwise. */
  void waiting(String group, boolean untimed) {
    Group found = groups.computeIfAbsent(group, g -> new Group());
    found.onlyMembership++;
    found.onlyMembershipUntimed += untimed ? 1 : 0;
  }

  void each(BiConsumer<String, Group> taker) {
    groups.forEach(taker);
  }
}
