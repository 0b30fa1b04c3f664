package dev.sextant.network;

import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.network.store.ViewRows;
import dev.sextant.terms.Fault;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Views that people keep; a draft is its maker's alone until it is published. */
public final class SavedViews {
  /** More are no help to anybody. */
  private static final int MOST = 200;

  private final ViewRows rows;

  SavedViews(ViewRows rows) {
    this.rows = rows;
  }

  /**
   * Keeps a view, as a draft.
   *
   * @param name 1 to {@value SavedView#MOST_NAME} characters
   * @param view the state, as the caller writes it down
   * @throws BadMeasuring {@code SX-NETWORK-VIEW} if it is too long, or too many are kept
   */
  public SavedView keep(Permit permit, String name, String view) {
    SavedView.check(name, view);
    return done(
        permit,
        Particulars.none().token("what", "keep-view").number("characters", view.length()),
        act -> {
          long held = rows.of(act).stream().filter(SavedView::mine).count();
          if (held >= MOST) {
            throw new BadMeasuring(
                "SX-NETWORK-VIEW",
                "so many views are kept already",
                "views",
                Long.toString(held),
                "drop some: at most " + MOST);
          }
          return rows.keep(act, name, view);
        });
  }

  /** Those that whoever asks may see in this case, in the order of time. */
  public List<SavedView> all(Permit permit) {
    return done(permit, Particulars.none().token("what", "views"), rows::of);
  }

  /**
   * Shows a view to the team from now on.
   *
   * @throws BadMeasuring {@code SX-NETWORK-VIEW} if this person keeps none such
   */
  public void publish(Permit permit, UUID id) {
    change(permit, "publish-view", id, act -> rows.publish(act, id));
  }

  /**
   * Keeps a view no longer.
   *
   * @throws BadMeasuring {@code SX-NETWORK-VIEW} if this person keeps none such
   */
  public void drop(Permit permit, UUID id) {
    change(permit, "drop-view", id, act -> rows.drop(act, id));
  }

  private void change(Permit permit, String what, UUID id, Function<Act, Boolean> deed) {
    done(
        permit,
        Particulars.none().token("what", what).id("view", id),
        act -> {
          if (!deed.apply(act)) {
            throw new BadMeasuring(
                "SX-NETWORK-VIEW",
                "you keep no such view in this case",
                "view",
                id.toString(),
                "take one of your own from the list of views");
          }
          return id;
        });
  }

  private static <T> T done(Permit permit, Particulars inputs, Function<Act, T> deed) {
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      try {
        T made = deed.apply(act);
        act.done();
        return made;
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }
}
