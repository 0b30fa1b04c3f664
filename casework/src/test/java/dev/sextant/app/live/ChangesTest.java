package dev.sextant.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.app.live.Changes.Asked;
import dev.sextant.app.live.Changes.Told;
import dev.sextant.authority.DoneActs;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Step;
import dev.sextant.findings.Findings;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is told what, how much is held for whom, and who is let go. */
class ChangesTest {
  private final Changes changes = new Changes();
  private final CaseId caseId = new CaseId(UUID.randomUUID());
  private final AuthorityId one = new AuthorityId(UUID.randomUUID());
  private final AuthorityId other = new AuthorityId(UUID.randomUUID());
  private long leaf;

  private Change change(AuthorityId authority) {
    return new Change(
        Change.Kind.VIEW, UUID.randomUUID().toString(), caseId, authority, actor(), ++leaf);
  }

  private static ActorId actor() {
    return new ActorId(UUID.randomUUID());
  }

  private Asked asked(AuthorityId authority) {
    return new Asked(caseId, authority, actor());
  }

  private static List<Long> numbers(Listener listener) throws InterruptedException {
    return listener.take(Duration.ZERO).stream().map(Told::number).toList();
  }

  private static List<Long> waits(Listener listener) throws InterruptedException {
    return listener.take(Duration.ofSeconds(5)).stream().map(Told::number).toList();
  }

  /** Whoever begins to write is heard of by nobody; whoever submits is. */
  @Test
  void draftsAndDraftsOfCorrectionsAreNotTold() {
    String finding = UUID.randomUUID().toString();
    for (String event : List.of("draft", "amend", "correct")) {
      assertThat(Change.of(claimed(finding, event))).as(event).isEmpty();
    }
    assertThat(Change.of(claimed(finding, "submit")))
        .hasValueSatisfying(change -> assertThat(change.id()).isEqualTo(finding));
  }

  /**
   * Whoever drops what nobody saw is heard of by nobody either; an outcome that does not say so
   * tells nothing.
   */
  @Test
  void theWithdrawalOfWhatNobodySawIsNotTold() {
    String finding = UUID.randomUUID().toString();
    assertThat(Change.of(claimed(finding, "withdraw"))).isEmpty();
    assertThat(Change.of(claimed(finding, "withdraw", "author"))).isEmpty();
    assertThat(Change.of(claimed(finding, "withdraw", Findings.SHOWN_TO_TEAM)))
        .hasValueSatisfying(change -> assertThat(change.id()).isEqualTo(finding));
  }

  private DoneActs.Done claimed(String finding, String event) {
    return claimed(finding, event, Particulars.none());
  }

  private DoneActs.Done claimed(String finding, String event, String shownTo) {
    return claimed(finding, event, Particulars.none().token(Findings.SHOWN_TO, shownTo));
  }

  private DoneActs.Done claimed(String finding, String event, Particulars outcome) {
    return new DoneActs.Done(
        1,
        Step.CLAIM,
        caseId,
        one,
        actor(),
        Particulars.none().id("finding", finding).token("event", event),
        outcome);
  }

  @Test
  void aHundredListenersHearOfTheirAuthorityAndNoOther() throws InterruptedException {
    List<Listener> here = new ArrayList<>();
    List<Listener> there = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      here.add(changes.listen(asked(one), null));
      there.add(changes.listen(asked(other), null));
    }
    assertThat(changes.listening()).isEqualTo(100);
    changes.tell(change(one));
    changes.tell(change(other));
    changes.tell(change(one));
    changes.tell(
        new Change(Change.Kind.VIEW, "x", new CaseId(UUID.randomUUID()), one, actor(), ++leaf));
    for (Listener listener : here) {
      assertThat(waits(listener)).containsExactly(1L, 3L);
    }
    for (Listener listener : there) {
      assertThat(waits(listener)).containsExactly(2L);
    }
    here.forEach(Listener::close);
    there.forEach(Listener::close);
    assertThat(changes.listening()).isZero();
  }

  @Test
  void whoIsSlowIsLetGoAndComesAgainWithoutLoss() throws InterruptedException {
    Asked asked = asked(one);
    Listener slow = changes.listen(asked, null);
    Listener quick = changes.listen(asked(one), null);
    changes.tell(change(one));
    assertThat(waits(quick)).containsExactly(1L);
    for (int i = 0; i < Listener.MOST; i++) {
      changes.tell(change(one));
      assertThat(waits(quick)).hasSize(1);
    }
    assertThat(slow.over()).isTrue();
    assertThat(quick.over()).isFalse();
    assertThat(changes.listening()).isEqualTo(1);
    List<Long> held = numbers(slow);
    assertThat(held).hasSize(Listener.MOST).startsWith(1L);
    String left = changes.position(held.getLast());
    Listener again = changes.listen(asked, left);
    assertThat(again.gap()).isFalse();
    assertThat(waits(again)).containsExactly(Listener.MOST + 1L);
  }

  @Test
  void whatIsNoLongerKnownOneByOneIsSaidSo() throws InterruptedException {
    Asked asked = asked(one);
    String start = changes.listen(asked, null).position();
    changes.tell(change(one));
    Listener next = changes.listen(asked, start);
    assertThat(next.gap()).isFalse();
    assertThat(waits(next)).containsExactly(1L);
    for (int i = 0; i < Changes.REMEMBERED + 1; i++) {
      changes.tell(change(other));
    }
    assertThat(changes.listen(asked, start).gap()).isTrue();
    for (int i = 0; i < Listener.MOST + 1; i++) {
      changes.tell(change(one));
    }
    Listener many = changes.listen(asked, changes.position(Changes.REMEMBERED + 2L));
    assertThat(many.gap()).as("more than a listener may hold").isTrue();
    for (String strange : List.of("", "x", "other.1", changes.position(99_999), start + "x")) {
      assertThat(changes.listen(asked(one), strange).gap()).as(strange).isTrue();
    }
    Listener now = changes.listen(asked(one), null);
    assertThat(now.gap()).isFalse();
    assertThat(numbers(now)).isEmpty();
  }

  @Test
  void nobodyListensWithoutEnd() {
    Asked asked = asked(one);
    for (int i = 0; i < Changes.MOST_OF_ONE; i++) {
      changes.listen(asked, null);
    }
    assertThatThrownBy(() -> changes.listen(asked, null)).isInstanceOf(TooManyListeners.class);
    changes.listen(asked(one), null);
    changes.close();
    assertThat(changes.listening()).isZero();
    assertThat(changes.listen(asked(one), null).over()).isTrue();
  }
}
