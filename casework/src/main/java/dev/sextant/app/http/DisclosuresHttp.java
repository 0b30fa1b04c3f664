package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.Views.DisclosureDraft;
import dev.sextant.app.http.Views.DisclosureView;
import dev.sextant.app.http.Views.RecipientView;
import dev.sextant.authority.Permit;
import dev.sextant.disclosure.Disclosure;
import dev.sextant.disclosure.Disclosures;
import dev.sextant.disclosure.Handling;
import dev.sextant.disclosure.Pictured;
import dev.sextant.disclosure.Recipient;
import dev.sextant.disclosure.ReleaseOrder;
import dev.sextant.disclosure.Template;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.DisclosureId;
import dev.sextant.terms.FindingId;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    return view(disclosures().release(permit, order(draft)));
  }

  static ReleaseOrder order(DisclosureDraft draft) {
    RecipientView to = draft.recipient();
    List<String> codes = draft.handling();
    List<String> pictures = draft.pictures();
    return new ReleaseOrder(
        draft.findings().stream().map(FindingId::parse).toList(),
        new Recipient(to.name(), to.organisation(), to.need(), to.agreement()),
        draft.title(),
        Handling.of(codes == null ? List.of() : codes, text(draft.condition())),
        text(draft.permission()),
        new ReleaseOrder.Shape(
            text(draft.template()),
            receiver(text(draft.receiver())),
            text(draft.about()),
            Boolean.TRUE.equals(draft.withhold()),
            pictures == null ? List.of() : pictures.stream().map(Pictured::parse).toList()));
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  private static Template.@Nullable Receiver receiver(String name) {
    if (name.isEmpty()) {
      return null;
    }
    return Arrays.stream(Template.Receiver.values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new BadValue(
                "SX-DISC-TEMPLATE-RECEIVER",
                "receiver",
                name,
                "use one of " + Arrays.toString(Template.Receiver.values())));
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
        d.handling().texts(),
        d.template(),
        d.redacted());
  }
}
