package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.authority.Permit;
import dev.sextant.network.SavedView;
import dev.sextant.network.SavedViews;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.BadValue;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Views of the workspace that people keep. */
@RestController
class ViewsHttp {
  private final House house;

  ViewsHttp(House house) {
    this.house = house;
  }

  /** A view to keep: its name, and the state that it stands for. */
  record SavedViewDraft(String name, String view) {}

  /** A kept view; a draft is its maker's alone. */
  record SavedViewView(
      String id, String name, String view, String by, boolean mine, boolean published, String at) {}

  private SavedViews views() {
    return house.rooms().network().views();
  }

  @GetMapping("/api/views")
  List<SavedViewView> all(Permit permit) {
    return views().all(permit).stream().map(this::view).toList();
  }

  @PostMapping("/api/views")
  SavedViewView keep(Permit permit, @RequestBody SavedViewDraft draft) {
    return view(views().keep(permit, draft.name(), draft.view()));
  }

  @PostMapping("/api/views/{id}/publish")
  List<SavedViewView> publish(Permit permit, @PathVariable String id) {
    views().publish(permit, uuid(id));
    return all(permit);
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

  private SavedViewView view(SavedView kept) {
    String by = house.authority().people().actor(ActorId.parse(kept.by())).name();
    return new SavedViewView(
        kept.id().toString(),
        kept.name(),
        kept.view(),
        by,
        kept.mine(),
        kept.published(),
        kept.at().toString());
  }
}
