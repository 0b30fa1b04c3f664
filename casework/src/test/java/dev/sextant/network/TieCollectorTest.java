package dev.sextant.network;

import static dev.sextant.Sample.direct;
import static dev.sextant.Sample.group;
import static dev.sextant.Sample.id;
import static dev.sextant.Sample.label;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.Sample;
import dev.sextant.identity.Entities;
import dev.sextant.identity.EntitiesOf;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.terms.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TieCollectorTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private static Harvest collect(Sample sample, TieRule rule, Span window, String... same) {
    Entities entities = EntitiesOf.records(sample, same);
    TieCollector collector = new TieCollector(rule, window, entities);
    sample.each(collector::take);
    Harvest harvest = collector.finish();
    assertThat(harvest.counts().balanced()).isTrue();
    assertThat(harvest.counts().seen()).isEqualTo(sample.records().size());
    return harvest;
  }

  private static Harvest collect(Sample sample, TieRule rule) {
    return collect(sample, rule, Span.always());
  }

  private static TieRule directed(TieKind... kinds) {
    return new TieRule(Set.of(kinds), 1, true, 50);
  }

  /** Ties by the labels of their ends, {@code a>b=weight}. */
  private static Map<String, Double> ties(Harvest harvest) {
    Map<String, Double> ties = new TreeMap<>();
    for (TieView tie : harvest.ties()) {
      String from = harvest.legend().get(tie.from()).label().replace("Name ", "");
      String to = harvest.legend().get(tie.to()).label().replace("Name ", "");
      ties.put(from + ">" + to, tie.weight());
    }
    return ties;
  }

  @Test
  void messagesRunFromAuthorToRecipients() {
    Sample sample =
        new Sample()
            .message(direct("c"), id("1"), List.of(id("2")), null, null, List.of())
            .message(direct("c"), id("1"), List.of(id("2")), null, null, List.of())
            .message(direct("c"), id("2"), List.of(id("1")), null, null, List.of())
            .message(direct("c"), null, List.of(id("1")), null, null, List.of());
    Harvest harvest = collect(sample, directed(TieKind.MESSAGE));
    assertThat(ties(harvest)).isEqualTo(Map.of("1>2", 2.0, "2>1", 1.0));
    assertThat(harvest.counts().used()).isEqualTo(3);
    assertThat(harvest.counts().notUsed()).isEqualTo(Map.of(NotUsed.NO_AUTHOR, 1L));
    TieView tie = collect(sample, TieRule.of(TieKind.MESSAGE)).ties().getFirst();
    assertThat(tie.weight()).isEqualTo(3);
    assertThat(tie.records()).isEqualTo(3);
    assertThat(tie.examples()).hasSize(3);
  }

  @Test
  void inAConversationOfTwoTheOtherIsMeant() {
    Sample sample =
        new Sample()
            .message(direct("c"), id("1"))
            .message(direct("c"), id("2"))
            .message(direct("alone"), id("1"))
            .in("another export")
            .message(direct("c"), id("3"))
            .message(direct("c"), id("4"));
    Harvest harvest = collect(sample, directed(TieKind.MESSAGE));
    assertThat(ties(harvest)).isEqualTo(Map.of("1>2", 1.0, "2>1", 1.0, "3>4", 1.0, "4>3", 1.0));
    assertThat(harvest.counts().notUsed()).isEqualTo(Map.of(NotUsed.SAME_ENTITY, 1L));
  }

  @Test
  void inAGroupNobodyInParticularIsMeant() {
    Sample sample = new Sample().message(group("g"), id("1")).message(group("g"), id("2"));
    Harvest harvest = collect(sample, directed(TieKind.MESSAGE));
    assertThat(harvest.ties()).isEmpty();
    assertThat(harvest.legend()).isEmpty();
    assertThat(harvest.counts().entitiesWithoutTie()).isEqualTo(2);
    assertThat(harvest.counts().notUsed()).isEqualTo(Map.of(NotUsed.NO_OTHER_END, 2L));
  }

  @Test
  void repliesFindTheAuthorWhereverTheMessageComes() {
    Sample sample =
        new Sample()
            .message(group("g"), id("2"), List.of(), "11", "10", List.of())
            .message(group("g"), id("1"), List.of(), "10", null, List.of())
            .message(group("h"), id("3"), List.of(), "12", "10", List.of())
            .in("another export")
            .message(group("g"), id("4"), List.of(), "13", "10", List.of());
    Harvest harvest = collect(sample, directed(TieKind.REPLY));
    assertThat(ties(harvest)).isEqualTo(Map.of("2>1", 1.0));
    assertThat(harvest.counts().notUsed())
        .isEqualTo(Map.of(NotUsed.OTHER_KIND, 1L, NotUsed.NO_OTHER_END, 2L));
  }

  @Test
  void replyWithinTheWindowMayAnswerAMessageBeforeIt() {
    Sample sample =
        new Sample()
            .at("2025-12-31T00:00:00Z")
            .message(group("g"), id("1"), List.of(), "10", null, List.of())
            .at("2026-01-02T00:00:00Z")
            .message(group("g"), id("2"), List.of(), "11", "10", List.of());
    Span window = new Span(NOON, null);
    Harvest harvest = collect(sample, directed(TieKind.REPLY), window);
    assertThat(ties(harvest)).isEqualTo(Map.of("2>1", 1.0));
    assertThat(harvest.counts().notUsed()).isEqualTo(Map.of(NotUsed.OUTSIDE_WINDOW, 1L));
  }

  @Test
  void postsReplyAndMention() {
    Sample sample =
        new Sample()
            .add(
                h -> new Record.Post(h, id("1"), "p1", "t", null, null, List.of(), null, List.of()))
            .add(
                h -> new Record.Post(h, id("2"), "p2", "t", "p1", null, List.of(), null, List.of()))
            .add(h ->
                new Record.Post(
                    h,
                    id("3"),
                    "p3",
                    "t",
                    "?",
                    id("1"),
                    List.of(id("2"), id("1")),
                    null,
                    List.of()));
    Harvest harvest = collect(sample, directed(TieKind.REPLY, TieKind.MENTION));
    assertThat(ties(harvest)).isEqualTo(Map.of("2>1", 1.0, "3>1", 2.0, "3>2", 1.0));
    TieView both = harvest.ties().stream().filter(t -> t.weight() == 2).findFirst().orElseThrow();
    assertThat(both.kinds()).isEqualTo(Map.of(TieKind.REPLY, 1, TieKind.MENTION, 1));
    assertThat(both.records()).isEqualTo(1);
  }

  @Test
  void followsFriendsContactsAndBlocks() {
    Sample sample = new Sample().at(null);
    Record.Follow.How[] hows = Record.Follow.How.values();
    for (Record.Follow.How how : hows) {
      sample.add(h -> new Record.Follow(h, id("1"), id("2" + how.ordinal()), how));
    }
    Harvest harvest = collect(sample, directed(TieKind.FOLLOW), new Span(NOON, null));
    assertThat(ties(harvest)).isEqualTo(Map.of("1>20", 1.0, "1>21", 1.0, "21>1", 1.0, "1>22", 1.0));
    assertThat(harvest.counts().notUsed()).isEqualTo(Map.of(NotUsed.KEPT_APART, 1L));
    assertThat(harvest.counts().untimed()).isEqualTo(3);
  }

  @Test
  void callsRunToWhomeverWasCalled() {
    Sample sample =
        new Sample()
            .add(h ->
                new Record.Call(
                    h, null, id("1"), List.of(id("2"), id("3")), Duration.ofSeconds(9), null))
            .add(h -> new Record.Call(h, direct("c"), id("1"), List.of(), null, "missed"))
            .message(direct("c"), id("4"));
    Harvest harvest = collect(sample, directed(TieKind.CALL));
    assertThat(ties(harvest)).isEqualTo(Map.of("1>2", 1.0, "1>3", 1.0, "1>4", 1.0));
  }

  @Test
  void membersOfAGroupMeetOnceAGroup() {
    ConversationRef meeting =
        new ConversationRef(Sample.CHAT, ConversationRef.Kind.EVENT, "meeting", null);
    ConversationRef channel =
        new ConversationRef(Sample.CHAT, ConversationRef.Kind.CHANNEL, "news", null);
    Sample sample =
        new Sample()
            .member(id("1"), group("g"))
            .member(id("2"), group("g"))
            .message(group("g"), id("3"))
            .message(group("g"), id("3"))
            .member(id("1"), meeting)
            .member(id("2"), meeting)
            .member(id("1"), channel)
            .member(id("9"), channel);
    Harvest harvest = collect(sample, TieRule.of(TieKind.CO_MEMBERSHIP));
    assertThat(harvest.legend()).hasSize(3);
    assertThat(harvest.ties()).extracting(TieView::weight).containsExactlyInAnyOrder(2.0, 1.0, 1.0);
    assertThat(harvest.counts().used()).isEqualTo(6);
    Harvest small = collect(sample, new TieRule(Set.of(TieKind.CO_MEMBERSHIP), 1, false, 2));
    assertThat(small.ties()).hasSize(1);
    assertThat(small.counts().notUsed())
        .isEqualTo(Map.of(NotUsed.GROUP_TOO_LARGE, 4L, NotUsed.OTHER_KIND, 2L));
  }

  @Test
  void drawnTiesKeepWeightDirectionAndLonelyNodes() {
    Sample sample =
        new Sample()
            .profile(label("lonely"), false)
            .relation(label("a"), label("b"), 2.5, true)
            .relation(label("b"), label("c"), 1, false)
            .relation(label("c"), label("a"), -1, false);
    Harvest harvest = collect(sample, directed(TieKind.RELATION));
    assertThat(ties(harvest)).isEqualTo(Map.of("a>b", 2.5, "b>c", 1.0, "c>b", 1.0));
    assertThat(harvest.legend()).hasSize(4);
    assertThat(harvest.counts().notUsed())
        .isEqualTo(Map.of(NotUsed.NO_WEIGHT, 1L, NotUsed.OTHER_KIND, 1L));
  }

  @Test
  void accountsOfOneEntityAreOneEnd() {
    Sample sample =
        new Sample()
            .message(direct("c"), id("1"), List.of(id("2")), null, null, List.of())
            .message(direct("d"), id("1"), List.of(id("3")), null, null, List.of())
            .message(direct("e"), id("2"), List.of(id("3")), null, null, List.of());
    Harvest harvest =
        collect(
            sample,
            TieRule.of(TieKind.MESSAGE),
            Span.always(),
            "telegram/platform_id/1",
            "telegram/platform_id/2");
    assertThat(harvest.legend()).hasSize(2);
    assertThat(harvest.ties()).hasSize(1);
    assertThat(harvest.ties().getFirst().weight()).isEqualTo(2);
    assertThat(harvest.counts().notUsed()).isEqualTo(Map.of(NotUsed.SAME_ENTITY, 1L));
  }

  @Test
  void weakTiesAreLeftOutAndTheirEndsStay() {
    Sample sample =
        new Sample()
            .message(direct("c"), id("1"), List.of(id("2")), null, null, List.of())
            .message(direct("c"), id("1"), List.of(id("2")), null, null, List.of())
            .message(direct("d"), id("1"), List.of(id("3")), null, null, List.of());
    Harvest harvest = collect(sample, new TieRule(Set.of(TieKind.MESSAGE), 2, false, 50));
    assertThat(harvest.ties()).hasSize(1);
    assertThat(harvest.legend()).hasSize(3);
    assertThat(harvest.counts().belowMinimum()).isEqualTo(1);
    assertThat(harvest.counts().used()).isEqualTo(3);
  }

  @Test
  void whatCannotBePlacedInTimeIsNotUsedInAWindow() {
    Sample sample =
        new Sample()
            .at(null)
            .message(direct("c"), id("1"), List.of(id("2")), null, null, List.of());
    assertThat(collect(sample, TieRule.of(TieKind.MESSAGE)).counts().used()).isEqualTo(1);
    assertThat(
            collect(sample, TieRule.of(TieKind.MESSAGE), new Span(NOON, null)).counts().notUsed())
        .isEqualTo(Map.of(NotUsed.NO_TIME, 1L));
  }

  @Test
  void recordsThatComeBetweenTheTwoPassesAreAFault() {
    TieCollector collector =
        new TieCollector(
            TieRule.of(TieKind.MESSAGE), Span.always(), EntitiesOf.records(new Sample()));
    Sample late = new Sample().message(direct("c"), id("1"));
    assertThatThrownBy(() -> late.each(collector::take))
        .isInstanceOfSatisfying(
            BadMeasuring.class, e -> assertThat(e.code()).isEqualTo("SX-NETWORK-MOVED"));
  }

  @Test
  void aRuleMustCountSomething() {
    assertThatThrownBy(() -> new TieRule(Set.of(), 1, false, 50)).isInstanceOf(BadMeasuring.class);
    assertThatThrownBy(() -> new TieRule(Set.of(TieKind.CALL), 0, false, 50))
        .isInstanceOf(BadMeasuring.class);
    assertThatThrownBy(() -> new TieRule(Set.of(TieKind.CALL), 1, false, 1))
        .isInstanceOf(BadMeasuring.class);
  }

  /** Whatever comes: counts reconcile, the bytes read back, and are the same the next time. */
  @Property(tries = 200)
  void anyRecords(@ForAll long seed) {
    Random random = new Random(seed);
    Sample sample = new Sample();
    ConversationRef.Kind[] kinds = ConversationRef.Kind.values();
    for (int i = 0; i < 60; i++) {
      ConversationRef where =
          new ConversationRef(
              Sample.CHAT, kinds[random.nextInt(kinds.length)], "c" + random.nextInt(4), null);
      sample.in("exhibit " + random.nextInt(2));
      sample.at(
          random.nextInt(5) == 0 ? null : NOON.plusSeconds(random.nextInt(900) - 450L).toString());
      some(sample, where, random);
    }
    List<TieKind> chosen = new ArrayList<>(EnumSet.allOf(TieKind.class));
    chosen.removeIf(kind -> random.nextInt(3) == 0);
    if (chosen.isEmpty()) {
      chosen.add(TieKind.MESSAGE);
    }
    TieRule rule =
        new TieRule(
            Set.copyOf(chosen), 1 + random.nextInt(2), random.nextBoolean(), 2 + random.nextInt(5));
    Span window = random.nextBoolean() ? Span.always() : new Span(NOON, NOON.plusSeconds(300));
    Harvest harvest = collect(sample, rule, window);
    byte[] bytes = SnapshotCodec.bytes(new SnapshotCodec.Content(rule, window, harvest));
    SnapshotCodec.Content read = SnapshotCodec.read(bytes);
    assertThat(read).isEqualTo(new SnapshotCodec.Content(rule, window, harvest));
    assertThat(
            SnapshotCodec.bytes(
                new SnapshotCodec.Content(rule, window, collect(sample, rule, window))))
        .isEqualTo(bytes);
    for (TieView tie : harvest.ties()) {
      assertThat(tie.from()).isNotEqualTo(tie.to()).isLessThan(harvest.legend().size());
      assertThat(tie.records()).isGreaterThanOrEqualTo(rule.minimumRecords());
      assertThat(rule.directed() || tie.from() < tie.to()).isTrue();
      assertThat(rule.kinds()).containsAll(tie.kinds().keySet());
    }
  }

  private static void some(Sample sample, ConversationRef where, Random random) {
    var one = random.nextInt(8) == 0 ? null : id("" + random.nextInt(6));
    var two = id("" + random.nextInt(6));
    String number = "" + random.nextInt(9);
    String answers = random.nextBoolean() ? null : "" + random.nextInt(9);
    switch (random.nextInt(7)) {
      case 0, 1 ->
          sample.message(
              where,
              one,
              random.nextBoolean() ? List.of() : List.of(two),
              number,
              answers,
              random.nextBoolean() ? List.of() : List.of(two));
      case 2 -> sample.member(two, where);
      case 3 ->
          sample.relation(
              two, id("" + random.nextInt(6)), random.nextInt(4) - 1.0, random.nextBoolean());
      case 4 ->
          sample.add(h ->
              new Record.Call(
                  h, where, one, random.nextBoolean() ? List.of() : List.of(two), null, null));
      case 5 ->
          sample.add(h ->
              new Record.Post(
                  h,
                  one,
                  number,
                  "t",
                  answers,
                  random.nextBoolean() ? null : two,
                  List.of(),
                  null,
                  List.of()));
      default -> sample.add(h -> new Record.Login(h, two, null, -1, null, null));
    }
  }
}
