package dev.sextant.network;

import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.network.store.VersionRows;
import dev.sextant.network.store.ViewRows;
import dev.sextant.terms.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Views that people keep. What one works on is a draft and that person's alone; publishing appends
 * a version that everybody with a permit under the same authority sees. Whoever published meanwhile
 * is not overwritten: the later one is told, and decides with both in sight.
 */
public final class SavedViews {
  /** More are no help to anybody. */
  private static final int MOST = 200;

  private static final int MOST_REASON = 4_000;

  private final ViewRows drafts;
  private final VersionRows versions;

  SavedViews(ViewRows drafts, VersionRows versions) {
    this.drafts = drafts;
    this.versions = versions;
  }

  /**
   * What a person sees of views.
   *
   * @param drafts one's own, in the order of time
   * @param published the latest version of each that the team sees, in the order of time
   */
  public record Seen(List<SavedView> drafts, List<ViewVersion> published) {
    /** Copies. */
    public Seen {
      drafts = List.copyOf(drafts);
      published = List.copyOf(published);
    }
  }

  /**
   * Keeps a draft.
   *
   * @throws BadMeasuring {@code SX-NETWORK-VIEW} if too many are kept
   */
  public SavedView keep(Permit permit, SavedView.Wanted wanted) {
    return done(
        permit,
        Step.VIEW,
        what("keep-view").number("characters", wanted.view().length()),
        act -> {
          int held = drafts.of(act).size();
          if (held >= MOST) {
            throw bad(
                "so many views are kept already",
                "views",
                Integer.toString(held),
                "drop some: at most " + MOST);
          }
          return drafts.keep(act, wanted);
        });
  }

  /**
   * Keeps a draft anew under the same identifier.
   *
   * @throws BadMeasuring {@code SX-NETWORK-VIEW} if this person keeps none such
   */
  public SavedView keepAgain(Permit permit, UUID id, SavedView.Wanted wanted) {
    return done(
        permit,
        Step.VIEW,
        what("keep-view").id("view", id).number("characters", wanted.view().length()),
        act -> drafts.keepAgain(act, id, wanted).orElseThrow(() -> none(id)));
  }

  /** What whoever asks may see in this case. */
  public Seen all(Permit permit) {
    return done(
        permit,
        Step.VIEW,
        what("views"),
        act -> new Seen(drafts.of(act), latest(versions.of(act, null))));
  }

  /** Every version of a published view, the first one first; empty if there is none such. */
  public List<ViewVersion> versions(Permit permit, UUID view) {
    return done(
        permit, Step.VIEW, what("view-versions").id("view", view), act -> versions.of(act, view));
  }

  /* A view that was taken back is there for its history, and shown no longer. */
  private static List<ViewVersion> latest(List<ViewVersion> all) {
    Map<UUID, ViewVersion> last = new LinkedHashMap<>();
    all.forEach(one -> last.put(one.view(), one));
    List<ViewVersion> shown = new ArrayList<>(last.values());
    shown.removeIf(ViewVersion::withdrawn);
    shown.sort(java.util.Comparator.comparing(ViewVersion::at).thenComparing(ViewVersion::view));
    return shown;
  }

  /**
   * Shows a draft to the team, as the next version of the view that it is a draft of, or as the
   * first version of one that is new. The draft is gone then: the version is what there is.
   *
   * @throws BadMeasuring {@code SX-NETWORK-VIEW} if this person keeps none such; {@code
   *     SX-NETWORK-VIEW-STATE} if another version was published, or the view was taken back, since
   *     the draft was begun
   */
  public ViewVersion publish(Permit permit, UUID id) {
    return done(
        permit,
        Step.PUBLISH,
        what("view").id("draft", id),
        act -> {
          SavedView draft =
              drafts.of(act).stream()
                  .filter(one -> one.id().equals(id))
                  .findFirst()
                  .orElseThrow(() -> none(id));
          UUID view = draft.draftOf() == null ? draft.id() : draft.draftOf();
          act.note(Particulars.none().id("published", view));
          Optional<ViewVersion> next =
              versions.append(
                  act, new VersionRows.Next(view, draft.base(), draft.name(), draft.view(), id));
          return next.orElseThrow(() -> overtaken(view, draft.base()));
        });
  }

  /**
   * Takes back a published view. Its versions stay in the record; publishing again brings it back.
   *
   * @param version the one that is in sight
   * @param reason why, 1 to 4,000 characters
   * @throws BadMeasuring {@code SX-NETWORK-VIEW} if the reason is missing or this person did not
   *     publish it; {@code SX-NETWORK-VIEW-STATE} if another version was published meanwhile
   */
  public ViewVersion withdraw(Permit permit, UUID view, int version, String reason) {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > MOST_REASON) {
      throw bad(
          "taking back needs a reason",
          "reason",
          why.length() + " characters",
          "say why, in 1 to " + MOST_REASON + " characters");
    }
    return done(
        permit,
        Step.PUBLISH,
        what("withdrawal").id("published", view),
        act -> {
          List<ViewVersion> known = versions.of(act, view);
          if (known.isEmpty() || known.getLast().withdrawn() || !known.getLast().mine()) {
            throw bad(
                "you published no such view in this case",
                "view",
                view.toString(),
                "ask whoever published its latest version to take it back, or publish another");
          }
          return versions
              .append(act, new VersionRows.Next(view, version, why, "", null))
              .orElseThrow(() -> overtaken(view, version));
        });
  }

  /**
   * Keeps a draft no longer.
   *
   * @throws BadMeasuring {@code SX-NETWORK-VIEW} if this person keeps none such
   */
  public void drop(Permit permit, UUID id) {
    done(
        permit,
        Step.VIEW,
        what("drop-view").id("view", id),
        act -> {
          if (!drafts.drop(act, id)) {
            throw none(id);
          }
          return id;
        });
  }

  private static Particulars what(String what) {
    return Particulars.none().token("what", what);
  }

  private static BadMeasuring none(UUID id) {
    return bad(
        "you keep no such draft in this case",
        "view",
        id.toString(),
        "take one of your own from the list of views");
  }

  private static BadMeasuring overtaken(UUID view, int base) {
    return new BadMeasuring(
        "SX-NETWORK-VIEW-STATE",
        "another version of this view was published since yours was begun",
        "view " + view,
        "begun from version " + base,
        "look at what changed, decide what stands, and publish on top of the latest version");
  }

  static BadMeasuring bad(String what, String place, @Nullable String value, String cure) {
    return new BadMeasuring("SX-NETWORK-VIEW", what, place, String.valueOf(value), cure);
  }

  private static <T> T done(Permit permit, Step step, Particulars inputs, Function<Act, T> deed) {
    try (Act act = permit.begin(step, inputs)) {
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
