package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.authority.Permit;
import dev.sextant.network.SavedView;
import dev.sextant.network.SavedViews;
import dev.sextant.network.ViewVersion;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.BadValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Views of the workspace: drafts that people keep, and versions that the team sees. */
@RestController
class ViewsHttp {
  private final House house;

  ViewsHttp(House house) {
    this.house = house;
  }

  /** A draft to keep: its name, the state that it stands for, and what it was begun from. */
  record SavedViewDraft(String name, String view, @Nullable String draftOf, int base) {
    SavedView.Wanted wanted() {
      return new SavedView.Wanted(name, view, draftOf == null ? null : uuid(draftOf), base);
    }
  }

  /** Which version is taken back, and why. */
  record ViewWithdrawal(int version, String reason) {}

  /**
   * One's own draft, or the latest version of a published view.
   *
   * @param version of a published view its number, of a draft the latest of the view that it is of;
   *     0 if there is none
   */
  record SavedViewView(
      String id,
      String name,
      String view,
      String by,
      boolean mine,
      boolean published,
      String at,
      @Nullable String draftOf,
      int base,
      int version) {}

  /** One version of a published view; of a withdrawal the name is the reason. */
  record ViewVersionView(
      String id,
      int version,
      boolean withdrawn,
      String name,
      String view,
      String by,
      boolean mine,
      String at) {}

  private SavedViews views() {
    return house.rooms().network().views();
  }

  @GetMapping("/api/views")
  List<SavedViewView> all(Permit permit) {
    SavedViews.Seen seen = views().all(permit);
    Map<UUID, Integer> latest = new HashMap<>();
    seen.published().forEach(one -> latest.put(one.view(), one.version()));
    List<SavedViewView> all = new ArrayList<>();
    seen.drafts().forEach(one -> all.add(view(one, permit, latest)));
    seen.published()
        .forEach(one ->
            all.add(
                new SavedViewView(
                    one.view().toString(),
                    one.name(),
                    one.state(),
                    name(one.by()),
                    one.mine(),
                    true,
                    one.at().toString(),
                    null,
                    0,
                    one.version())));
    return all;
  }

  @PostMapping("/api/views")
  SavedViewView keep(Permit permit, @RequestBody SavedViewDraft draft) {
    return view(views().keep(permit, draft.wanted()), permit, Map.of());
  }

  @PutMapping("/api/views/{id}")
  SavedViewView keepAgain(
      Permit permit, @PathVariable String id, @RequestBody SavedViewDraft draft) {
    return view(views().keepAgain(permit, uuid(id), draft.wanted()), permit, Map.of());
  }

  /** Every version of a published view, with who published it. */
  @GetMapping("/api/view-versions")
  List<ViewVersionView> versions(Permit permit, @RequestParam String view) {
    return views().versions(permit, uuid(view)).stream().map(this::view).toList();
  }

  @PostMapping("/api/views/{id}/publish")
  ViewVersionView publish(Permit permit, @PathVariable String id) {
    return view(views().publish(permit, uuid(id)));
  }

  @PostMapping("/api/views/{id}/withdraw")
  ViewVersionView withdraw(
      Permit permit, @PathVariable String id, @RequestBody ViewWithdrawal body) {
    return view(views().withdraw(permit, uuid(id), body.version(), body.reason()));
  }

  @PostMapping("/api/views/{id}/drop")
  List<SavedViewView> drop(Permit permit, @PathVariable String id) {
    views().drop(permit, uuid(id));
    return all(permit);
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new BadValue("SX-HTTP-ID", "saved view", id, "take the id from the list of views");
    }
  }

  private String name(String actor) {
    return house.authority().people().actor(ActorId.parse(actor)).name();
  }

  private SavedViewView view(SavedView draft, Permit permit, Map<UUID, Integer> latest) {
    UUID of = draft.draftOf();
    return new SavedViewView(
        draft.id().toString(),
        draft.name(),
        draft.view(),
        name(permit.actor().toString()),
        true,
        false,
        draft.at().toString(),
        of == null ? null : of.toString(),
        draft.base(),
        of == null ? 0 : latest.getOrDefault(of, draft.base()));
  }

  private ViewVersionView view(ViewVersion version) {
    return new ViewVersionView(
        version.view().toString(),
        version.version(),
        version.withdrawn(),
        version.name(),
        version.state(),
        name(version.by()),
        version.mine(),
        version.at().toString());
  }
}
