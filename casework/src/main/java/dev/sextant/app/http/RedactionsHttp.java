package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.RedactionViews.CarriedPicture;
import dev.sextant.app.http.RedactionViews.GoingDraft;
import dev.sextant.app.http.RedactionViews.MarkDraft;
import dev.sextant.app.http.RedactionViews.MarkPerson;
import dev.sextant.app.http.RedactionViews.MarkView;
import dev.sextant.app.http.RedactionViews.MarkableText;
import dev.sextant.app.http.RedactionViews.MarkableView;
import dev.sextant.app.http.RedactionViews.RedactionReason;
import dev.sextant.app.http.RedactionViews.RedactionView;
import dev.sextant.app.http.RedactionViews.ReleasePreview;
import dev.sextant.app.http.RedactionViews.TemplateView;
import dev.sextant.app.http.Views.DisclosureDraft;
import dev.sextant.authority.Permit;
import dev.sextant.disclosure.Disclosures;
import dev.sextant.disclosure.Mark;
import dev.sextant.disclosure.Pictured;
import dev.sextant.disclosure.Redactions;
import dev.sextant.disclosure.ReleaseOrder;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.FindingId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Templates, previews, and what people take out before something is released. */
@RestController
class RedactionsHttp {
  /** SHA-256 of the bytes that a picture is of, as marks name them. */
  private static final String ORIGINAL = "X-Sextant-Original";

  private final House house;

  RedactionsHttp(House house) {
    this.house = house;
  }

  private Disclosures disclosures() {
    return house.rooms().disclosures();
  }

  @GetMapping("/api/templates")
  List<TemplateView> templates() {
    return disclosures().templates().all().stream()
        .map(t ->
            new TemplateView(
                t.id(),
                t.title(),
                t.receivers().stream().sorted().map(Enum::name).toList(),
                t.needs().stream().sorted().map(Enum::name).toList(),
                t.withholds(),
                t.choice(),
                t.sections().stream().map(Enum::name).toList(),
                t.words()))
        .toList();
  }

  @GetMapping("/api/redactions/reasons")
  List<RedactionReason> reasons() {
    return disclosures().redactions().reasons().all().stream()
        .map(r -> new RedactionReason(r.code(), r.title(), r.source()))
        .toList();
  }

  @GetMapping("/api/redactions")
  List<MarkView> marks(Permit permit) {
    return disclosures().redactions().all(permit).stream().map(m -> view(permit, m)).toList();
  }

  @PostMapping("/api/redactions")
  MarkView mark(Permit permit, @RequestBody MarkDraft draft) {
    return view(
        permit,
        disclosures()
            .redactions()
            .mark(
                permit,
                new Redactions.Draft(
                    kind(draft.kind()),
                    uuid(draft.thing()),
                    draft.place(),
                    draft.from(),
                    draft.to(),
                    draft.width(),
                    draft.height(),
                    draft.code())));
  }

  @PostMapping("/api/redactions/{id}/withdraw")
  List<MarkView> withdraw(Permit permit, @PathVariable String id) {
    disclosures().redactions().withdraw(permit, uuid(id));
    return marks(permit);
  }

  @GetMapping("/api/findings/{id}/markable")
  MarkableView markable(Permit permit, @PathVariable String id) {
    Redactions.Markable found = disclosures().redactions().markable(permit, FindingId.parse(id));
    return new MarkableView(
        found.texts().stream().map(t -> new MarkableText(t.place(), t.label(), t.text())).toList(),
        found.records(),
        found.persons().stream().map(p -> new MarkPerson(p.key(), p.label())).toList(),
        pictures(found.pictures()));
  }

  private static List<CarriedPicture> pictures(List<Redactions.Carried> carried) {
    return carried.stream()
        .map(p ->
            new CarriedPicture(
                p.picture().toString(), p.exhibit().toString(), "E-" + p.exhibitNumber(), p.part()))
        .toList();
  }

  /** Pictures that cited records carry and that would leave with findings. */
  @PostMapping("/api/disclosures/pictures")
  List<CarriedPicture> going(Permit permit, @RequestBody GoingDraft draft) {
    return pictures(
        disclosures()
            .going(
                permit,
                draft.findings().stream().map(FindingId::parse).toList(),
                new ReleaseOrder.Shape(draft.template(), null, "", draft.withhold(), List.of())));
  }

  /** A picture as it would be released, without marks: for whoever marks it. */
  @GetMapping("/api/exhibits/{id}/picture")
  ResponseEntity<byte[]> picture(Permit permit, @PathVariable String id) {
    return picture(permit, new Pictured.OfExhibit(ExhibitId.parse(id)));
  }

  /** A picture that a record carries within its exhibit, as it would be released, without marks. */
  @GetMapping("/api/records/{id}/media/{medium}/picture")
  ResponseEntity<byte[]> carried(Permit permit, @PathVariable String id, @PathVariable int medium) {
    return picture(permit, new Pictured.OfRecord(new Digest(id), medium));
  }

  private ResponseEntity<byte[]> picture(Permit permit, Pictured of) {
    Redactions.Unmarked picture = disclosures().redactions().picture(permit, of);
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .header(ORIGINAL, picture.original().hex())
        .body(picture.png());
  }

  /** What a release would print; nothing leaves the house. */
  @PostMapping("/api/disclosures/preview")
  ReleasePreview preview(Permit permit, @RequestBody DisclosureDraft draft) {
    Disclosures.Preview shown = disclosures().preview(permit, DisclosuresHttp.order(draft));
    return new ReleasePreview(
        shown.css(),
        shown.html(),
        shown.redactions().stream()
            .map(r ->
                new RedactionView(
                    r.place(), r.kind(), r.code(), r.reason(), r.source(), r.by(), r.at()))
            .toList(),
        shown.ownMarks());
  }

  private MarkView view(Permit permit, Mark m) {
    return new MarkView(
        m.id().toString(),
        m.kind().name(),
        m.thing().toString(),
        m.place(),
        m.from(),
        m.to(),
        m.width(),
        m.height(),
        m.code(),
        house.authority().people().actor(m.by()).name(),
        m.by().equals(permit.actor()),
        m.at().toString(),
        m.stands(),
        m.kind() == Mark.Kind.AREA ? m.digest().hex() : "");
  }

  private static Mark.Kind kind(String name) {
    return Arrays.stream(Mark.Kind.values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new BadValue(
                "SX-DISC-MARK", "kind", name, "use one of " + Arrays.toString(Mark.Kind.values())));
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new BadValue("SX-HTTP-ID", "identifier", text, "use the id that the server gave");
    }
  }
}
