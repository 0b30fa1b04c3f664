package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.Refusals.ErrorBody;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What an application still lacks, in the words and codes with which submitting would refuse. */
@RestController
class LacksHttp {
  private final House house;

  LacksHttp(House house) {
    this.house = house;
  }

  @GetMapping("/api/authorities/{id}/lacks")
  List<ErrorBody> lacks(ActorId caller, @PathVariable String id) {
    return house.authority().authorities().lacks(caller, AuthorityId.parse(id)).stream()
        .map(ErrorBody::of)
        .toList();
  }
}
