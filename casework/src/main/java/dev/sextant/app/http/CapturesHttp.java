package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.authority.Permit;
import dev.sextant.custody.Captures;
import dev.sextant.custody.Certificates;
import dev.sextant.terms.ExhibitId;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whether an exhibit counts as a capture, and drafts of certificates. */
@RestController
class CapturesHttp {
  private final House house;

  CapturesHttp(House house) {
    this.house = house;
  }

  /** What is known of an exhibit's origin. */
  record OriginView(
      String kind,
      String words,
      boolean certifiable,
      List<String> missing,
      Map<String, String> sheet) {}

  /** What the certifying person says. */
  record CertificateDraft(String qualification, String process) {}

  /** A draft certificate. */
  record CertificateView(String text, String sha256) {}

  @GetMapping("/api/exhibits/{id}/class")
  OriginView origin(Permit permit, @PathVariable String id) {
    return view(house.rooms().captures().of(permit, ExhibitId.parse(id)));
  }

  @PostMapping("/api/exhibits/{id}/examination")
  OriginView examine(Permit permit, @PathVariable String id) {
    return view(house.rooms().captures().examine(permit, ExhibitId.parse(id)));
  }

  @PostMapping("/api/exhibits/{id}/certificate")
  CertificateView certificate(
      Permit permit, @PathVariable String id, @RequestBody CertificateDraft draft) {
    Certificates.Draft made =
        house
            .rooms()
            .certificates()
            .draft(permit, ExhibitId.parse(id), draft.qualification(), draft.process());
    return new CertificateView(made.text(), made.digest().hex());
  }

  private static OriginView view(Captures.Origin origin) {
    return new OriginView(
        origin.kind().name(),
        origin.kind().words(),
        origin.kind().certifiable(),
        origin.sheet().missing(),
        origin.sheet().fields());
  }
}
