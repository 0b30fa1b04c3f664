package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.ReleaseViews.StampAnswerView;
import dev.sextant.app.http.ReleaseViews.StampView;
import dev.sextant.authority.Permit;
import dev.sextant.disclosure.Disclosures;
import dev.sextant.disclosure.Parcels;
import dev.sextant.disclosure.StampToken;
import dev.sextant.disclosure.Timestamps;
import dev.sextant.terms.DisclosureId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Other shapes of what was released, and timestamps of it. */
@RestController
class ParcelsHttp {
  private static final MediaType QUERY = new MediaType("application", "timestamp-query");
  private static final MediaType REPLY = new MediaType("application", "timestamp-reply");

  private final House house;

  ParcelsHttp(House house) {
    this.house = house;
  }

  private Disclosures disclosures() {
    return house.rooms().disclosures();
  }

  private Timestamps timestamps() {
    return disclosures().timestamps();
  }

  /** The bundle as a BagIt bag. */
  @GetMapping("/api/disclosures/{id}/bag")
  ResponseEntity<StreamingResponseBody> bag(Permit permit, @PathVariable String id) {
    // Refused before the answer begins, so that a refusal has a code and not a broken zip.
    Parcels.Written bag = disclosures().parcels().bag(permit, DisclosureId.parse(id));
    return file(new MediaType("application", "zip"), "bag-" + id + ".zip").body(bag::to);
  }

  /** The bundle as one page for a browser, with the timestamps that came since. */
  @GetMapping("/api/disclosures/{id}/portable")
  ResponseEntity<byte[]> portable(Permit permit, @PathVariable String id) {
    byte[] page = disclosures().parcels().portable(permit, DisclosureId.parse(id));
    return file(MediaType.TEXT_HTML, "case-" + id + ".html").body(page);
  }

  @GetMapping("/api/timestamps")
  List<StampView> all(Permit permit) {
    return timestamps().all(permit).stream().map(ParcelsHttp::view).toList();
  }

  /** Makes a request, to be carried to a timestamp authority as a file. */
  @PostMapping("/api/disclosures/{id}/timestamps")
  StampView ask(Permit permit, @PathVariable String id) {
    return view(timestamps().request(permit, DisclosureId.parse(id)));
  }

  /** The request as a file (RFC 3161, section 3.4: {@code application/timestamp-query}). */
  @GetMapping("/api/timestamps/{id}/request")
  ResponseEntity<byte[]> request(Permit permit, @PathVariable String id) {
    Timestamps.Stamp stamp = timestamps().stamp(permit, stampId(id));
    return file(QUERY, "timestamp-" + id + ".tsq").body(stamp.request().der());
  }

  /** The believed answer as it came. */
  @GetMapping("/api/timestamps/{id}/answer")
  ResponseEntity<byte[]> answer(Permit permit, @PathVariable String id) {
    Timestamps.Answer answer = timestamps().stamp(permit, stampId(id)).answer();
    return answer == null
        ? ResponseEntity.notFound().build()
        : file(REPLY, "timestamp-" + id + ".tsr").body(answer.bytes());
  }

  /** Takes an authority's answer as the request's body. */
  @PostMapping(
      path = "/api/disclosures/{id}/timestamps/answers",
      consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  StampView receive(Permit permit, @PathVariable String id, HttpServletRequest request)
      throws IOException {
    byte[] answer = request.getInputStream().readNBytes(Timestamps.ANSWER_MAX_BYTES + 1);
    return view(timestamps().receive(permit, DisclosureId.parse(id), answer));
  }

  private static UUID stampId(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new dev.sextant.terms.BadValue(
          "SX-STAMP-ID", "timestamp", id, "give an identifier that the list names");
    }
  }

  private static ResponseEntity.BodyBuilder file(MediaType type, String name) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, DisclosuresHttp.attachment(name))
        .contentType(type);
  }

  private static StampView view(Timestamps.Stamp stamp) {
    Timestamps.Answer answer = stamp.answer();
    return new StampView(
        stamp.id().toString(),
        stamp.disclosure().toString(),
        stamp.byName(),
        stamp.at().toString(),
        stamp.request().digest().hex(),
        stamp.request().nonce().toString(16),
        answer == null ? null : view(Objects.requireNonNull(answer)));
  }

  private static StampAnswerView view(Timestamps.Answer answer) {
    StampToken token = answer.token();
    return new StampAnswerView(
        token.at().toString(),
        token.accuracy(),
        token.serial(),
        token.policy(),
        token.signer(),
        token.signerSha256().hex(),
        token.anchor(),
        answer.byName(),
        answer.at().toString());
  }
}
