package dev.sextant.network;

import dev.sextant.identity.AccountKeys;
import dev.sextant.identity.Entities;
import dev.sextant.identity.RecordStream;
import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/* Turns records into ties, one after another. Two things cannot be decided at once: whom a message
 * in a conversation of two was for when its source names no recipient, and whose message a reply
 * answers when the message has not come yet. Such records wait, and are looked at again when all
 * have been seen. Groups likewise give their ties at the end.
 *
 * Conversations, groups and message numbers are kept apart by exhibit: the same number in two
 * people's exports may well be two things. A group that two exhibits show counts twice. */
final class TieCollector implements RecordStream.Taker {
  private static final double ONCE = 1;

  private final TieRule rule;
  private final Span window;
  private final Entities entities;
  private final TreeMap<Long, TieGrowth> ties = new TreeMap<>();
  private final BitSet present = new BitSet();
  private final Groups groups = new Groups();
  private final Map<String, TreeSet<Integer>> directs = new HashMap<>();
  private final Map<String, Integer> authors = new HashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final EnumMap<NotUsed, Long> notUsed = new EnumMap<>(NotUsed.class);
  private long seen;
  private long used;
  private long untimed;

  private record Waiting(Digest id, Record record) {}

  /** What one record came to. */
  private static final class Tally {
    private final Digest id;
    private final @Nullable Instant when;
    private boolean used;
    private @Nullable String group;
    private @Nullable NotUsed why;

    Tally(Digest id, @Nullable Instant when) {
      this.id = id;
      this.when = when;
    }

    /** The first reason is the one that is told. */
    void not(NotUsed reason) {
      why = why == null ? reason : why;
    }
  }

  TieCollector(TieRule rule, Span window, Entities entities) {
    this.rule = rule;
    this.window = window;
    this.entities = entities;
  }

  @Override
  public void take(Digest id, Record record) {
    seen++;
    learn(record);
    Instant when = record.header().claimed().instant();
    if (when != null && !window.contains(when)) {
      count(NotUsed.OUTSIDE_WINDOW);
    } else if (when == null && momentary(record) && !window.equals(Span.always())) {
      count(NotUsed.NO_TIME);
    } else if (mustWait(record)) {
      waiting.add(new Waiting(id, record));
    } else {
      look(id, record);
    }
  }

  private boolean mustWait(Record record) {
    return switch (record) {
      case Record.Message m ->
          (counts(TieKind.MESSAGE) && m.recipients().isEmpty() && direct(m.conversation()))
              || (counts(TieKind.REPLY) && m.replyTo() != null);
      case Record.Post p -> counts(TieKind.REPLY) && p.replyTo() == null && p.replyToPost() != null;
      case Record.Call c ->
          counts(TieKind.CALL) && c.called().isEmpty() && direct(c.conversation());
      default -> false;
    };
  }

  private static boolean direct(@Nullable ConversationRef conversation) {
    return conversation != null && conversation.kind() == ConversationRef.Kind.DIRECT;
  }

  /** Kinds that happen at a moment; the others last, and may lawfully have no time. */
  private static boolean momentary(Record record) {
    return switch (record) {
      case Record.Post p -> true;
      case Record.Message m -> true;
      case Record.Call c -> true;
      case Record.Login l -> true;
      case Record.Place p -> true;
      case Record.Activity a -> true;
      case Record.Profile p -> false;
      case Record.Follow f -> false;
      case Record.Membership m -> false;
      case Record.Relation r -> false;
    };
  }

  private void look(Digest id, Record record) {
    Tally tally = new Tally(id, record.header().claimed().instant());
    switch (record) {
      case Record.Message message -> message(message, tally);
      case Record.Post post -> post(post, tally);
      case Record.Follow follow -> follow(follow, tally);
      case Record.Call call -> call(call, tally);
      case Record.Membership membership -> membership(membership, tally);
      case Record.Relation relation -> relation(relation, tally);
      case Record.Profile profile -> profile(profile, tally);
      case Record.Login login -> tally.not(NotUsed.OTHER_KIND);
      case Record.Place place -> tally.not(NotUsed.OTHER_KIND);
      case Record.Activity activity -> tally.not(NotUsed.OTHER_KIND);
    }
    settle(tally);
  }

  private void settle(Tally tally) {
    String group = tally.group;
    if (tally.used) {
      used++;
      untimed += tally.when == null ? 1 : 0;
    } else if (group != null) {
      groups.waiting(group, tally.when == null);
    } else {
      NotUsed why = tally.why;
      count(why == null ? NotUsed.OTHER_KIND : why);
    }
  }

  private void count(NotUsed reason) {
    notUsed.merge(reason, 1L, Long::sum);
  }

  // ---------------------------------------------------------------- what others will ask for

  /* Also from records outside the window: a reply within it may answer one before it, and who
   * shares a conversation of two does not depend on the window. */
  private void learn(Record record) {
    switch (record) {
      case Record.Message message -> {
        learnDirect(message, message.conversation());
        if (rule.kinds().contains(TieKind.REPLY)) {
          learnAuthor(message, message.author(), messageKey(message, message.messageId()));
        }
      }
      case Record.Post post -> {
        if (rule.kinds().contains(TieKind.REPLY)) {
          learnAuthor(post, post.author(), postKey(post, post.postId()));
        }
      }
      case Record.Call call -> learnDirect(call, call.conversation());
      case Record.Membership membership -> learnDirect(membership, membership.group());
      default -> {
        // Nothing that others refer to.
      }
    }
  }

  private void learnDirect(Record record, @Nullable ConversationRef conversation) {
    if (conversation == null || !direct(conversation)) {
      return;
    }
    TreeSet<Integer> both =
        directs.computeIfAbsent(place(record, conversation), c -> new TreeSet<>());
    List<AccountRef> ends =
        record instanceof Record.Message message
            ? ends(message.author(), message.recipients())
            : record.accounts();
    ends.forEach(ref -> both.add(entity(ref, record)));
  }

  private static List<AccountRef> ends(@Nullable AccountRef author, List<AccountRef> others) {
    List<AccountRef> ends = new ArrayList<>(others);
    if (author != null) {
      ends.add(author);
    }
    return ends;
  }

  private void learnAuthor(Record record, @Nullable AccountRef author, @Nullable String key) {
    if (author != null && key != null) {
      authors.putIfAbsent(key, entity(author, record));
    }
  }

  private static String place(Record record, ConversationRef conversation) {
    return record.header().locator().exhibit().hex() + "/" + conversation.conversationKey();
  }

  private static @Nullable String messageKey(Record.Message message, @Nullable String id) {
    return id == null ? null : "m " + place(message, message.conversation()) + "\n" + id;
  }

  private static @Nullable String postKey(Record.Post post, @Nullable String id) {
    return id == null ? null : "p " + post.header().platform() + "\n" + id;
  }

  // ---------------------------------------------------------------- kinds of record

  private void message(Record.Message message, Tally tally) {
    AccountRef author = message.author();
    if (message.action() != null || author == null) {
      tally.not(message.action() != null ? NotUsed.OTHER_KIND : NotUsed.NO_AUTHOR);
      return;
    }
    int from = entity(author, message);
    if (counts(TieKind.MESSAGE)) {
      addressed(
          message, message.conversation(), from, message.recipients(), TieKind.MESSAGE, tally);
    }
    if (counts(TieKind.REPLY) && message.replyTo() != null) {
      reply(messageKey(message, message.replyTo()), from, tally);
    }
    mentions(message, from, message.mentions(), tally);
    if (counts(TieKind.CO_MEMBERSHIP) && gathers(message.conversation())) {
      tieMembers(message, message.conversation(), from, tally);
    }
  }

  private void post(Record.Post post, Tally tally) {
    AccountRef author = post.author();
    if (author == null) {
      tally.not(NotUsed.NO_AUTHOR);
      return;
    }
    int from = entity(author, post);
    AccountRef answered = post.replyTo();
    if (counts(TieKind.REPLY) && answered != null) {
      tie(TieKind.REPLY, from, entity(answered, post), ONCE, tally);
    } else if (counts(TieKind.REPLY) && post.replyToPost() != null) {
      reply(postKey(post, post.replyToPost()), from, tally);
    }
    mentions(post, from, post.mentions(), tally);
  }

  private void mentions(Record record, int from, List<AccountRef> mentioned, Tally tally) {
    if (counts(TieKind.MENTION)) {
      mentioned.forEach(m -> tie(TieKind.MENTION, from, entity(m, record), ONCE, tally));
    }
  }

  private void follow(Record.Follow follow, Tally tally) {
    if (!counts(TieKind.FOLLOW)) {
      tally.not(NotUsed.OTHER_KIND);
      return;
    }
    int from = entity(follow.from(), follow);
    int to = entity(follow.to(), follow);
    switch (follow.how()) {
      case FOLLOWS, CONTACT -> tie(TieKind.FOLLOW, from, to, ONCE, tally);
      case FRIEND -> both(TieKind.FOLLOW, from, to, ONCE, tally);
      case BLOCKS -> tally.not(NotUsed.KEPT_APART);
    }
  }

  private void call(Record.Call call, Tally tally) {
    AccountRef caller = call.caller();
    if (!counts(TieKind.CALL)) {
      tally.not(NotUsed.OTHER_KIND);
    } else if (caller == null) {
      tally.not(NotUsed.NO_AUTHOR);
    } else {
      int from = entity(caller, call);
      addressed(call, call.conversation(), from, call.called(), TieKind.CALL, tally);
    }
  }

  private void membership(Record.Membership membership, Tally tally) {
    if (!counts(TieKind.CO_MEMBERSHIP) || !gathers(membership.group())) {
      tally.not(NotUsed.OTHER_KIND);
      return;
    }
    tieMembers(membership, membership.group(), entity(membership.account(), membership), tally);
  }

  private void relation(Record.Relation relation, Tally tally) {
    double weight = relation.weight();
    int from = entity(relation.from(), relation);
    int to = entity(relation.to(), relation);
    if (!counts(TieKind.RELATION)) {
      tally.not(NotUsed.OTHER_KIND);
    } else if (!(weight > 0) || Double.isInfinite(weight)) {
      present.set(from);
      present.set(to);
      tally.not(NotUsed.NO_WEIGHT);
    } else if (relation.directed()) {
      tie(TieKind.RELATION, from, to, weight, tally);
    } else {
      both(TieKind.RELATION, from, to, weight, tally);
    }
  }

  /* A chart's node stands in the legend even if the chart ties it to nobody. */
  private void profile(Record.Profile profile, Tally tally) {
    if (counts(TieKind.RELATION) && profile.account().basis() == KeyBasis.LABEL) {
      present.set(entity(profile.account(), profile));
    }
    tally.not(NotUsed.OTHER_KIND);
  }

  // ---------------------------------------------------------------- who is at the other end

  private boolean counts(TieKind kind) {
    return rule.kinds().contains(kind);
  }

  private void addressed(
      Record record,
      @Nullable ConversationRef conversation,
      int from,
      List<AccountRef> to,
      TieKind kind,
      Tally tally) {
    if (to.size() > rule.maxGroupSize()) {
      tally.not(NotUsed.GROUP_TOO_LARGE);
    } else if (!to.isEmpty()) {
      to.forEach(other -> tie(kind, from, entity(other, record), ONCE, tally));
    } else if (conversation == null || !direct(conversation)) {
      tally.not(NotUsed.NO_OTHER_END);
    } else {
      TreeSet<Integer> both = directs.getOrDefault(place(record, conversation), new TreeSet<>());
      if (both.size() == 2 && both.contains(from)) {
        tie(kind, from, both.first() == from ? both.last() : both.first(), ONCE, tally);
      } else {
        tally.not(both.size() == 1 ? NotUsed.SAME_ENTITY : NotUsed.NO_OTHER_END);
      }
    }
  }

  private void reply(@Nullable String key, int from, Tally tally) {
    Integer to = key == null ? null : authors.get(key);
    if (to == null) {
      tally.not(NotUsed.NO_OTHER_END);
    } else {
      tie(TieKind.REPLY, from, to, ONCE, tally);
    }
  }

  /** Groups and events bring people together; a channel's listeners do not meet. */
  private static boolean gathers(ConversationRef conversation) {
    return switch (conversation.kind()) {
      case GROUP, EVENT, UNKNOWN -> true;
      case DIRECT, CHANNEL -> false;
    };
  }

  private void tieMembers(Record record, ConversationRef group, int entity, Tally tally) {
    String key = place(record, group);
    tally.group = key;
    groups.member(key, entity, tally.id, tally.when);
  }

  private int entity(AccountRef ref, Record record) {
    int place = entities.placeOf(AccountKeys.of(ref, record.header().locator()));
    if (place < 0) {
      throw new BadMeasuring(
          "SX-NETWORK-MOVED",
          "records changed while they were being frozen",
          "freeze",
          "an account that was not there a moment ago",
          "freeze again once reading is over");
    }
    return place;
  }

  // ---------------------------------------------------------------- ties

  private void both(TieKind kind, int one, int other, double weight, Tally tally) {
    tie(kind, one, other, weight, tally);
    if (rule.directed()) {
      tie(kind, other, one, weight, tally);
    }
  }

  private void tie(TieKind kind, int from, int to, double weight, Tally tally) {
    if (from == to) {
      tally.not(NotUsed.SAME_ENTITY);
      return;
    }
    tally.used = true;
    present.set(from);
    present.set(to);
    growth(from, to).add(kind, weight, tally.id, tally.when);
  }

  private TieGrowth growth(int from, int to) {
    boolean turn = !rule.directed() && from > to;
    long key = turn ? ((long) to << 32) | from : ((long) from << 32) | to;
    return ties.computeIfAbsent(key, k -> new TieGrowth());
  }

  /** Looks again at what waited, lets groups speak, and gives the whole. */
  Harvest finish() {
    for (Waiting again : waiting) {
      look(again.id, again.record);
    }
    groups.each((key, group) -> meet(group));
    int[] indexOf = new int[entities.all().size()];
    List<NodeView> legend = legend(indexOf);
    List<TieView> kept = new ArrayList<>();
    int below = 0;
    for (Map.Entry<Long, TieGrowth> entry : ties.entrySet()) {
      TieGrowth growth = entry.getValue();
      if (growth.records() < rule.minimumRecords()) {
        below++;
      } else {
        int from = indexOf[(int) (entry.getKey() >>> 32)];
        int to = indexOf[(int) (long) entry.getKey()];
        kept.add(growth.view(from, to));
      }
    }
    int without = entities.all().size() - legend.size();
    return new Harvest(legend, kept, new TieCounts(seen, used, notUsed, untimed, below, without));
  }

  private void meet(Groups.Group group) {
    List<Map.Entry<Integer, Groups.Member>> members = List.copyOf(group.members().entrySet());
    if (members.size() < 2 || members.size() > rule.maxGroupSize()) {
      NotUsed why = members.size() < 2 ? NotUsed.NO_OTHER_END : NotUsed.GROUP_TOO_LARGE;
      if (group.onlyMembership() > 0) {
        notUsed.merge(why, group.onlyMembership(), Long::sum);
      }
      return;
    }
    used += group.onlyMembership();
    untimed += group.onlyMembershipUntimed();
    for (int i = 0; i < members.size(); i++) {
      for (int j = i + 1; j < members.size(); j++) {
        meet(members.get(i), members.get(j));
        if (rule.directed()) {
          meet(members.get(j), members.get(i));
        }
      }
    }
  }

  private void meet(Map.Entry<Integer, Groups.Member> a, Map.Entry<Integer, Groups.Member> b) {
    present.set(a.getKey());
    present.set(b.getKey());
    TieGrowth growth = growth(a.getKey(), b.getKey());
    growth.add(TieKind.CO_MEMBERSHIP, ONCE, a.getValue().record(), a.getValue().when());
    growth.example(b.getValue().record());
    growth.seenAt(b.getValue().when());
  }

  private List<NodeView> legend(int[] indexOf) {
    List<NodeView> legend = new ArrayList<>();
    for (int e = present.nextSetBit(0); e >= 0; e = present.nextSetBit(e + 1)) {
      indexOf[e] = legend.size();
      legend.add(Legends.line(legend.size(), entities.all().get(e)));
    }
    return legend;
  }
}
