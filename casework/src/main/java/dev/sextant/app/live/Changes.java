package dev.sextant.app.live;

import dev.sextant.authority.DoneActs;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Numbers what teams published and hands it to whoever listens under the same authority. Memory is
 * bounded: the latest {@value #REMEMBERED} changes of the house, and {@link Listener#MOST} waiting
 * for each listener. Nothing here waits for a listener.
 */
public final class Changes implements AutoCloseable {
  /** Some hours of a busy house; a change is a few hundred bytes. */
  static final int REMEMBERED = 4_096;

  /** Windows of one person: more are a fault of a program. */
  static final int MOST_OF_ONE = 64;

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final ArrayDeque<Told> remembered = new ArrayDeque<>();
  private final Set<Listener> listeners = new HashSet<>();
  private Runnable unlisten = () -> {};
  private long last;
  private boolean closed;

  /**
   * A change with its number.
   *
   * @param number in the order in which changes became known, from 1
   * @param change the change
   */
  public record Told(long number, Change change) {}

  Changes() {}

  /** Listens to acts from now on. */
  public static Changes of(DoneActs acts) {
    Changes changes = new Changes();
    changes.unlisten = acts.listen(done -> Change.of(done).ifPresent(changes::tell));
    return changes;
  }

  /**
   * Who wants to be told.
   *
   * @param caseId of which case
   * @param authority under which authority
   * @param actor whom
   */
  public record Asked(CaseId caseId, AuthorityId authority, ActorId actor) {
    boolean concerns(Change change) {
      return change.caseId().equals(caseId) && change.authority().equals(authority);
    }
  }

  synchronized void tell(Change change) {
    Told told = new Told(++last, change);
    remembered.addLast(told);
    if (remembered.size() > REMEMBERED) {
      remembered.removeFirst();
    }
    // One that is behind by more than it may hold is let go: it comes again and says where it was.
    listeners.removeIf(listener -> listener.asked().concerns(change) && !listener.offer(told));
  }

  /**
   * Begins to listen.
   *
   * @param after where the listener left off, as {@link #position} gave it; null for from now on
   * @throws TooManyListeners if this person listens often enough
   */
  public synchronized Listener listen(Asked asked, @Nullable String after) {
    if (listeners.stream().filter(one -> one.asked().actor().equals(asked.actor())).count()
        >= MOST_OF_ONE) {
      throw new TooManyListeners(MOST_OF_ONE);
    }
    long from = after == null ? last : number(after);
    List<Told> missed = new ArrayList<>();
    boolean gap = from < 0;
    if (!gap) {
      gap = from < last && (remembered.isEmpty() || remembered.getFirst().number() > from + 1);
      remembered.stream()
          .filter(told -> told.number() > from && asked.concerns(told.change()))
          .forEach(missed::add);
    }
    if (missed.size() > Listener.MOST) {
      missed.clear();
      gap = true;
    }
    Listener listener = new Listener(this, asked, position(last), gap, missed);
    if (closed) {
      listener.end();
    } else {
      listeners.add(listener);
    }
    return listener;
  }

  /* Numbers of another run of the server say nothing to this one. */
  private long number(String position) {
    int dot = position.indexOf('.');
    if (dot < 0 || !position.substring(0, dot).equals(run)) {
      return -1;
    }
    try {
      long number = Long.parseLong(position.substring(dot + 1));
      return number > last ? -1 : number;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** What a listener names when it comes again. */
  String position(long number) {
    return run + "." + number;
  }

  synchronized void forget(Listener listener) {
    listeners.remove(listener);
  }

  /** How many listen now. */
  public synchronized int listening() {
    return listeners.size();
  }

  /** Ends every listener; those who come after are ended at once. */
  @Override
  public synchronized void close() {
    closed = true;
    unlisten.run();
    listeners.forEach(Listener::end);
    listeners.clear();
  }
}
