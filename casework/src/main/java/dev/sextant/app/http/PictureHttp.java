package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.press.Picture;
import dev.sextant.press.PicturePrinter;
import dev.sextant.press.Typeface;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Digest;
import dev.sextant.terms.SnapshotId;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * A chart as it stands on an analyst's screen, printed. The browser says what is drawn and in which
 * words; the server sets it. Like the PNG and the SVG it is a working copy and no disclosure, and
 * says so.
 */
@RestController
class PictureHttp {
  /** As many as a chart ever draws at once. */
  private static final int MOST_DOTS = 20_000;

  private static final int MOST_LINES = 60_000;
  private static final int MOST_WORDS = 2_000;

  private final House house;

  PictureHttp(House house) {
    this.house = house;
  }

  /** A dot in pixels; colour as #rrggbb; shape circle, square or diamond. */
  record PictureDot(
      double x, double y, double size, String colour, String label, boolean ringed, String shape) {}

  /** A line between two dots by their places in the list; stroke whole, dashed or dotted. */
  record PictureLine(int a, int b, double size, String colour, String stroke, boolean arrow) {}

  /** What a look means; with a stroke it is a line's, else a dot's. */
  record PictureKey(String colour, String shape, String stroke, String words) {}

  /** What is on the screen. */
  record PictureDraft(
      double width,
      double height,
      List<PictureDot> dots,
      List<PictureLine> lines,
      String title,
      List<PictureKey> legend,
      List<String> foot) {}

  /** The chart as PDF. */
  @PostMapping("/api/snapshots/{id}/picture")
  ResponseEntity<byte[]> picture(
      Permit permit, @PathVariable String id, @RequestBody PictureDraft draft) {
    SnapshotId snapshot = SnapshotId.parse(id);
    check(draft);
    // Whoever may not see the snapshot prints no picture that claims to be of it.
    house.rooms().network().snapshot(permit, snapshot);
    Particulars inputs =
        Particulars.none()
            .token("what", "chart-picture")
            .id("snapshot", snapshot)
            .number("dots", draft.dots().size());
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      byte[] pdf =
          new PicturePrinter(Typeface.load()).print(picture(draft), house.clock().instant());
      act.done(Particulars.none().digest("picture", Digest.of(pdf)));
      HttpHeaders headers = new HttpHeaders();
      headers.setContentType(MediaType.APPLICATION_PDF);
      headers.setContentDisposition(
          ContentDisposition.attachment().filename("sextant-chart.pdf").build());
      return ResponseEntity.ok().headers(headers).body(pdf);
    }
  }

  private static void check(PictureDraft draft) {
    if (draft.dots().size() > MOST_DOTS || draft.lines().size() > MOST_LINES) {
      throw bad("dots", draft.dots().size() + " dots", "print at most " + MOST_DOTS + " dots");
    }
    boolean sized = draft.width() >= 1 && draft.height() >= 1;
    if (!sized || draft.width() > 20_000 || draft.height() > 20_000) {
      throw bad("width", draft.width() + " by " + draft.height(), "give 1 to 20,000 pixels");
    }
    int words = draft.title().length();
    for (String line : draft.foot()) {
      words += line.length();
    }
    for (PictureKey key : draft.legend()) {
      words += key.words().length();
    }
    if (words > 4 * MOST_WORDS || draft.legend().size() > 30) {
      throw bad("foot", words + " letters", "shorten what stands round the picture");
    }
  }

  private static Picture picture(PictureDraft draft) {
    List<PictureDot> dots = draft.dots();
    return new Picture(
        draft.width(),
        draft.height(),
        draft.lines().stream().map(line -> line(line, dots)).toList(),
        dots.stream()
            .map(dot ->
                new Picture.Dot(
                    number(dot.x()),
                    number(dot.y()),
                    number(dot.size()),
                    colour(dot.colour()),
                    dot.label().length() > 200 ? dot.label().substring(0, 200) : dot.label(),
                    dot.ringed(),
                    shape(dot.shape())))
            .toList(),
        draft.title(),
        draft.legend().stream()
            .map(key ->
                new Picture.Key(
                    colour(key.colour()),
                    shape(key.shape()),
                    stroke(key.stroke()),
                    !key.stroke().isEmpty(),
                    key.words()))
            .toList(),
        draft.foot());
  }

  private static Picture.Line line(PictureLine line, List<PictureDot> dots) {
    if (line.a() < 0 || line.b() < 0 || line.a() >= dots.size() || line.b() >= dots.size()) {
      throw bad("lines", line.a() + " to " + line.b(), "let lines join places in the list of dots");
    }
    PictureDot from = dots.get(line.a());
    PictureDot to = dots.get(line.b());
    return new Picture.Line(
        number(from.x()),
        number(from.y()),
        number(to.x()),
        number(to.y()),
        number(line.size()),
        colour(line.colour()),
        stroke(line.stroke()),
        line.arrow(),
        to.size());
  }

  private static double number(double value) {
    if (!(Math.abs(value) < 1e7)) {
      throw bad("dots", Double.toString(value), "give pixels");
    }
    return value;
  }

  private static int colour(String text) {
    if (!text.matches("#[0-9a-fA-F]{6}")) {
      throw bad("colour", text, "write it as #0072b2");
    }
    return Integer.parseInt(text.substring(1), 16);
  }

  private static Picture.Shape shape(String text) {
    return switch (text) {
      case "square" -> Picture.Shape.SQUARE;
      case "diamond" -> Picture.Shape.DIAMOND;
      case "circle", "" -> Picture.Shape.CIRCLE;
      default -> throw bad("shape", text, "use circle, square or diamond");
    };
  }

  private static Picture.Stroke stroke(String text) {
    return switch (text) {
      case "dashed" -> Picture.Stroke.DASHED;
      case "dotted" -> Picture.Stroke.DOTTED;
      case "whole", "" -> Picture.Stroke.WHOLE;
      default -> throw bad("stroke", text, "use whole, dashed or dotted");
    };
  }

  private static BadValue bad(String where, String value, String cure) {
    return new BadValue("SX-HTTP-PICTURE", where, value, cure);
  }
}
