package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.authority.Permit;
import dev.sextant.findings.Corroboration;
import dev.sextant.terms.Digest;
import dev.sextant.terms.FindingId;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How many independent origins speak for a finding. */
@RestController
class OriginsHttp {
  private final House house;

  OriginsHttp(House house) {
    this.house = house;
  }

  /** One origin, with the cited records that go back to it. */
  record OriginGroup(List<String> records, List<String> why, boolean tip) {}

  /** All origins of a finding. */
  record OriginsView(int records, int independent, List<OriginGroup> origins) {}

  @GetMapping("/api/findings/{id}/origins")
  OriginsView origins(Permit permit, @PathVariable String id) {
    List<Corroboration.Origin> origins =
        house.rooms().findings().origins(permit, FindingId.parse(id));
    return new OriginsView(
        origins.stream().mapToInt(origin -> origin.records().size()).sum(),
        origins.size(),
        origins.stream()
            .map(origin ->
                new OriginGroup(
                    origin.records().stream().map(Digest::hex).toList(),
                    origin.why().stream().sorted().toList(),
                    origin.tip()))
            .toList());
  }
}
