package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.Views.ActView;
import dev.sextant.app.http.Views.LedgerState;
import dev.sextant.app.http.Views.ProofView;
import dev.sextant.authority.Refused;
import dev.sextant.authority.Role;
import dev.sextant.ledger.Checkpoint;
import dev.sextant.ledger.LedgerView;
import dev.sextant.ledger.WitnessPolicy;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log: its state, its entries, its proofs. Entries hold no content. */
@RestController
class LedgerHttp {
  private static final int MOST = 500;

  private final House house;

  LedgerHttp(House house) {
    this.house = house;
  }

  @GetMapping("/api/ledger")
  LedgerState state() {
    Checkpoint checkpoint = house.ledger().checkpoint();
    WitnessPolicy witnesses = new WitnessPolicy(house.home().readWitnesses(), 0);
    return new LedgerState(
        checkpoint.origin(),
        checkpoint.size(),
        checkpoint.root().hex(),
        new String(checkpoint.bytes(), StandardCharsets.UTF_8),
        witnesses.cosigners(checkpoint).stream().map(key -> key.name()).toList(),
        house.clock().instant().toString());
  }

  /** A case's entries, or for an overseer all of them; newest first. */
  @GetMapping("/api/acts")
  List<ActView> acts(
      ActorId caller,
      @RequestParam(required = false) @Nullable String caseId,
      @RequestParam(defaultValue = "-1") long before,
      @RequestParam(defaultValue = "100") int limit) {
    int most = Math.clamp(limit, 1, MOST);
    if (caseId != null && !caseId.isBlank()) {
      Names names = new Names();
      return house.authority().cases().newest(caller, CaseId.parse(caseId), before, most).stream()
          .map(logged -> view(logged.leaf(), logged.entry(), names))
          .toList();
    }
    if (!house.authority().people().actor(caller).is(Role.OVERSEER)) {
      throw house.authority().houseDeeds().refuse(caller, new NotYours());
    }
    house.ledger().checkpoint();
    LedgerView log = house.ledger().view();
    Names names = new Names();
    List<ActView> views = new ArrayList<>();
    long end = before < 0 ? log.size() : Math.min(before, log.size());
    for (long leaf = end - 1; leaf >= 0 && views.size() < most; leaf--) {
      views.add(view(leaf, CanonicalJson.readObject(log.entry(leaf)), names));
    }
    return views;
  }

  @GetMapping("/api/acts/{leaf}/proof")
  ProofView proof(ActorId caller, @PathVariable long leaf) {
    Checkpoint checkpoint = house.ledger().checkpoint();
    LedgerView log = house.ledger().view();
    Map<String, @Nullable Object> entry = CanonicalJson.readObject(log.entry(leaf));
    boolean overseer = house.authority().people().actor(caller).is(Role.OVERSEER);
    if (!overseer) {
      Object of = entry.get("case");
      if (of == null || !house.authority().cases().mayKnow(caller, entry)) {
        throw house.authority().houseDeeds().refuse(caller, new NotYours());
      }
      house.authority().cases().file(caller, CaseId.parse((String) of));
    }
    return new ProofView(
        Base64.getEncoder().encodeToString(log.entry(leaf)),
        leaf,
        checkpoint.size(),
        checkpoint.root().hex(),
        log.inclusion(leaf, checkpoint.size()).stream().map(Digest::hex).toList(),
        new String(checkpoint.bytes(), StandardCharsets.UTF_8));
  }

  private ActView view(long leaf, Map<String, @Nullable Object> entry, Names names) {
    Map<String, String> detail = new TreeMap<>();
    entry.forEach((key, value) -> {
      if (value instanceof Map<?, ?> map) {
        map.forEach((k, v) -> detail.put(key + "." + k, String.valueOf(v)));
      } else {
        detail.put(key, String.valueOf(value));
      }
    });
    String actor = detail.getOrDefault("actor", "");
    return new ActView(
        leaf,
        detail.getOrDefault("at", ""),
        detail.getOrDefault("kind", ""),
        detail.getOrDefault("step", ""),
        actor.isEmpty() ? "" : names.of(actor),
        detail.get("case"),
        detail.get("authority"),
        detail.get("outcome"),
        detail);
  }

  /* A page of entries is the work of a few people: each is asked for once. */
  private final class Names {
    private final Map<String, String> known = new HashMap<>();

    String of(String actor) {
      return known.computeIfAbsent(
          actor, id -> house.authority().people().actor(ActorId.parse(id)).name());
    }
  }

  /** Only an overseer looks over all cases. */
  static final class NotYours extends Refused.OfRoom {
    private static final long serialVersionUID = 1L;

    NotYours() {
      super(
          "SX-AUTH-ACTS",
          "only an overseer sees the acts of all cases",
          "/api/acts",
          "",
          "name a case that you take part in");
    }
  }
}
