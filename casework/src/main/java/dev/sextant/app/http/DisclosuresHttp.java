package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.Views.DisclosureDraft;
import dev.sextant.app.http.Views.DisclosureView;
import dev.sextant.app.http.Views.RecipientView;
import dev.sextant.authority.Permit;
import dev.sextant.disclosure.Disclosure;
import dev.sextant.disclosure.Disclosures;
import dev.sextant.disclosure.Handling;
import dev.sextant.disclosure.Recipient;
import dev.sextant.disclosure.ReleaseOrder;
import dev.sextant.terms.DisclosureId;
import dev.sextant.terms.FindingId;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The only way out. */
@RestController
class DisclosuresHttp {
  private final House house;

  DisclosuresHttp(House house) {
    this.house = house;
  }

  private Disclosures disclosures() {
    return house.rooms().disclosures();
  }

  @GetMapping("/api/disclosures")
  List<DisclosureView> register(Permit permit) {
    return disclosures().register(permit).stream().map(DisclosuresHttp::view).toList();
  }

  @PostMapping("/api/disclosures")
  DisclosureView release(Permit permit, @RequestBody DisclosureDraft draft) {
    RecipientView to = draft.recipient();
    List<String> codes = draft.handling();
    String condition = draft.condition();
    String permission = draft.permission();
    return view(
        disclosures()
            .release(
                permit,
                new ReleaseOrder(
                    draft.findings().stream().map(FindingId::parse).toList(),
                    new Recipient(to.name(), to.organisation(), to.need(), to.agreement()),
                    draft.title(),
                    Handling.of(
                        codes == null ? List.of() : codes, condition == null ? "" : condition),
                    permission == null ? "" : permission)));
  }

  @GetMapping("/api/disclosures/{id}/bundle")
  ResponseEntity<Resource> bundle(Permit permit, @PathVariable String id) {
    Path file = disclosures().bundle(permit, DisclosureId.parse(id));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment("bundle-" + id + ".zip"))
        .contentType(new MediaType("application", "zip"))
        .body(new FileSystemResource(file));
  }

  @GetMapping("/api/disclosures/{id}/report")
  ResponseEntity<byte[]> report(Permit permit, @PathVariable String id) {
    byte[] pdf = disclosures().report(permit, DisclosureId.parse(id));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment("report-" + id + ".pdf"))
        .contentType(MediaType.APPLICATION_PDF)
        .body(pdf);
  }

  static String attachment(String name) {
    return ContentDisposition.attachment().filename(name).build().toString();
  }

  static DisclosureView view(Disclosure d) {
    Recipient to = d.recipient();
    return new DisclosureView(
        d.id().toString(),
        d.title(),
        new RecipientView(to.name(), to.organisation(), to.need(), to.agreement()),
        d.findings().stream().map(FindingId::toString).toList(),
        d.at().toString(),
        d.byName(),
        d.digest().hex(),
        d.bytes(),
        // A bundle that does not verify is never registered.
        true,
        d.mark(),
        d.handling().texts());
  }
}
