package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.authority.Model;
import dev.sextant.authority.ModelCard;
import dev.sextant.authority.Models;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.BadValue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The machine's methods: their cards, how they stand, and who signed for them. */
@RestController
class ModelsHttp {
  private final House house;

  ModelsHttp(House house) {
    this.house = house;
  }

  /** A version put forward. */
  record ModelProposalView(
      String id,
      String fingerprint,
      String evaluation,
      @Nullable String by,
      String at,
      String expires,
      List<String> approvers) {}

  /** A method with its card. */
  record ModelView(
      String id,
      String title,
      String purpose,
      List<String> forbidden,
      String data,
      String languages,
      String limits,
      String evaluation,
      String owner,
      String expires,
      String state,
      @Nullable String version,
      Map<String, String> parameters,
      @Nullable String fingerprint,
      List<ModelProposalView> proposals) {}

  /** What was tried with the version that runs now. */
  record EvaluationText(String evaluation) {}

  /** Why somebody signs for a version. */
  record ModelReasons(String reasons) {}

  @GetMapping("/api/models")
  List<ModelView> all() {
    return house.authority().models().all(house.clock().instant()).stream()
        .map(this::view)
        .toList();
  }

  @PostMapping("/api/models/{id}/proposals")
  ModelProposalView propose(
      ActorId caller, @PathVariable String id, @RequestBody EvaluationText body) {
    return view(house.authority().models().propose(caller, id, body.evaluation()));
  }

  @PostMapping("/api/models/proposals/{id}/approvals")
  ModelProposalView approve(
      ActorId caller, @PathVariable String id, @RequestBody ModelReasons body) {
    return view(house.authority().models().approve(caller, uuid(id), body.reasons()));
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new BadValue("SX-HTTP-ID", "proposal", text, "use the id that the list gives");
    }
  }

  private ModelView view(Models.Standing standing) {
    ModelCard card = standing.card();
    Model model = standing.running();
    return new ModelView(
        card.id(),
        card.title(),
        card.purpose(),
        card.forbidden(),
        card.data(),
        card.languages(),
        card.limits(),
        card.evaluation(),
        card.owner(),
        card.expires().toString(),
        standing.state().name(),
        model == null ? null : model.version(),
        model == null ? Map.of() : model.parameters(),
        model == null ? null : model.fingerprint().hex(),
        standing.proposals().stream().map(this::view).toList());
  }

  private ModelProposalView view(Models.Proposal proposal) {
    ActorId by = proposal.by();
    return new ModelProposalView(
        proposal.id().toString(),
        proposal.fingerprint().hex(),
        proposal.evaluation(),
        by == null ? null : name(by),
        proposal.at().toString(),
        proposal.expires().toString(),
        proposal.approvers().stream().map(this::name).toList());
  }

  private String name(ActorId id) {
    return house.authority().people().actor(id).name();
  }
}
