package dev.sextant.deconfliction;

import dev.sextant.authority.HouseDeeds;
import dev.sextant.authority.Particulars;
import dev.sextant.deconfliction.store.DeskRows;
import dev.sextant.deconfliction.store.NoticeRows;
import dev.sextant.deconfliction.store.QuestionRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Tells whoever must know of a question, some time after it was answered: both leads, or the
 * overseer's desk. A question that one case knows is one deed, and so is one that none knows, so
 * that neither the time of the answer nor the length of the log tells one from the other. The log
 * has an entry in every case that is touched; it names no other case.
 */
public final class Courier {
  private final HouseDeeds house;

  Courier(HouseDeeds house) {
    this.house = house;
  }

  /**
   * Tells of every question that nobody was told of yet. One that cannot be told of stays, and the
   * others are told of all the same.
   *
   * @return how many questions there were
   * @throws RuntimeException what the first that could not be told of met, the others' suppressed
   */
  public int deliver() {
    List<QuestionRows.Untold> waiting = house.read("questions", QuestionRows::untold);
    RuntimeException first = null;
    for (QuestionRows.Untold question : waiting) {
      try {
        deliver(question);
      } catch (RuntimeException e) {
        if (first == null) {
          first = e;
        } else if (first != e) {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
    return waiting.size();
  }

  private void deliver(QuestionRows.Untold question) {
    List<Touch> touches = new ArrayList<>();
    question.open().forEach(other -> touch(question, other, true).ifPresent(touches::add));
    question.silent().forEach(other -> touch(question, other, false).ifPresent(touches::add));
    for (int i = 0; i < touches.size(); i++) {
      Touch one = touches.get(i);
      boolean last = i == touches.size() - 1;
      tell(
          question,
          Particulars.none().id("case", one.known().caseId()),
          last,
          deed -> one.tell(deed, question.id()));
    }
    if (touches.isEmpty()) {
      tell(question, Particulars.none(), true, deed -> {});
    }
  }

  /* A case that a question touches. */
  private record Touch(NoticeRows.Side asker, NoticeRows.Side known, boolean open) {
    void tell(HouseDeeds.Deed deed, UUID question) {
      if (open) {
        both(deed, question, asker, known);
      } else {
        DeskRows.lay(deed.jdbc(), question, asker, known, null, deed.at());
      }
    }
  }

  /* Nothing if it was destroyed in between: then there is nobody left to speak to. */
  private Optional<Touch> touch(QuestionRows.Untold question, UUID other, boolean open) {
    return house.read(
        "authority",
        jdbc ->
            NoticeRows.side(jdbc, question.authority().value())
                .flatMap(asker ->
                    NoticeRows.side(jdbc, other).map(known -> new Touch(asker, known, open))));
  }

  private void tell(
      QuestionRows.Untold question,
      Particulars of,
      boolean last,
      Consumer<HouseDeeds.Deed> telling) {
    house.run(
        "DECONFLICT_TELL",
        null,
        Set.of(),
        of.id("question", question.id()),
        deed -> {
          telling.accept(deed);
          if (last) {
            QuestionRows.told(deed.jdbc(), question.id(), deed.at());
          }
          return question;
        });
  }

  /** Tells both leads of each other. */
  static void both(
      HouseDeeds.Deed deed, UUID question, NoticeRows.Side asker, NoticeRows.Side known) {
    NoticeRows.tell(deed.jdbc(), question, known, Notice.Side.KNOWS, asker.lead(), deed.at());
    NoticeRows.tell(deed.jdbc(), question, asker, Notice.Side.ASKED, known.lead(), deed.at());
  }
}
