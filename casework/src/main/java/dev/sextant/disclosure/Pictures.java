package dev.sextant.disclosure;

import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.custody.CustodyFault;
import dev.sextant.custody.Exhibit;
import dev.sextant.disclosure.redaction.Redactor;
import dev.sextant.findings.Support;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Fault;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds pictures in the custody of a case and opens them where they can do no harm. */
final class Pictures {
  /** A picture of more bytes is not taken in: its dots are what counts. */
  private static final long MOST_BYTES = 64L << 20;

  /** By its name; whether it is one is seen when it is opened. */
  private static final Pattern NAMED =
      Pattern.compile("\\.(png|jpe?g|gif|bmp)$", Pattern.CASE_INSENSITIVE);

  private final Disclosures.Ground ground;

  Pictures(Disclosures.Ground ground) {
    this.ground = ground;
  }

  /**
   * Where a picture lies.
   *
   * @param of what was asked for
   * @param exhibit that is it or holds it
   * @param part path of the part that is it; empty for the exhibit itself
   * @param original SHA-256 of its bytes
   */
  record Found(Pictured of, Exhibit exhibit, String part, Digest original) {
    /** Whether a mark is of this picture, wherever else the same bytes lie. */
    boolean has(Mark mark) {
      return mark.kind() == Mark.Kind.AREA && mark.digest().equals(original);
    }

    /** Whether a mark was made at this place. */
    boolean lies(Mark mark) {
      return mark.kind() == Mark.Kind.AREA
          && mark.thing().equals(exhibit.id().value())
          && mark.place().equals(part);
    }
  }

  /**
   * A picture that is open.
   *
   * @param original SHA-256 of its bytes
   * @param dots nothing else of the file
   */
  record Open(Digest original, BufferedImage dots) {}

  /** The same bytes once, as they were asked for first. */
  static List<Found> distinct(List<Found> asked) {
    Map<Digest, Found> once = new LinkedHashMap<>();
    asked.forEach(one -> once.putIfAbsent(one.original(), one));
    return List.copyOf(once.values());
  }

  /**
   * Requires that pictures go with words that go: one that a record carries needs a citation of the
   * record, and leaves no sooner than the record does.
   *
   * @param cited by the findings that are released, before anything is taken out
   * @throws DisclosureFault.NotReleasable {@code SX-DISC-PICTURE-UNCITED}, {@code
   *     SX-DISC-PICTURE-WITHHELD}
   */
  void requireGoing(Act act, List<Support> cited, Redactor redactor, List<Found> asked) {
    Set<String> gone = gone(act, cited, redactor);
    for (Found one : asked) {
      boolean withheld = gone.contains(one.exhibit().id() + " " + one.part());
      if (one.of() instanceof Pictured.OfRecord of) {
        List<Support> citing = cited.stream().filter(s -> s.record().equals(of.record())).toList();
        if (citing.isEmpty()) {
          throw new DisclosureFault.NotReleasable(
              "SX-DISC-PICTURE-UNCITED",
              "no finding of this release cites the record that carries this picture",
              "picture " + of,
              "exhibit E-" + one.exhibit().number(),
              "add the finding that cites it, or leave the picture out");
        }
        withheld |= citing.stream().anyMatch(s -> redactor.withholds(s.authorKey()));
      }
      if (withheld) {
        throw new DisclosureFault.NotReleasable(
            "SX-DISC-PICTURE-WITHHELD",
            "the record that carries this picture is taken out, or whoever wrote it is withheld",
            "picture " + one.of(),
            "exhibit E-" + one.exhibit().number(),
            "leave the picture out, or take the mark back");
      }
    }
  }

  /* Places that a record lies at which is taken out whole. */
  private Set<String> gone(Act act, List<Support> cited, Redactor redactor) {
    Set<String> gone = new HashSet<>();
    cited.stream()
        .map(Support::record)
        .filter(redactor::takesWhole)
        .distinct()
        .flatMap(record -> ground.media().ifThere(act, record).stream())
        .forEach(one -> gone.add(one.exhibit() + " " + one.part()));
    return gone;
  }

  /** What cited records carry that looks like a picture, each place once, by the first of them. */
  List<Redactions.Carried> carried(Act act, List<Support> cited) {
    Map<String, Redactions.Carried> byPlace = new LinkedHashMap<>();
    cited.stream()
        .map(Support::record)
        .distinct()
        .forEach(record -> {
          for (CarriedMedia.Medium one : ground.media().ifThere(act, record)) {
            if (NAMED.matcher(one.part()).find() || NAMED.matcher(one.name()).find()) {
              byPlace.computeIfAbsent(
                  one.exhibit() + " " + one.part(),
                  place ->
                      new Redactions.Carried(
                          new Pictured.OfRecord(record, one.medium()),
                          one.exhibit(),
                          ground.custody().exhibit(act, one.exhibit()).number(),
                          one.part()));
            }
          }
        });
    return List.copyOf(byPlace.values());
  }

  /** Those of them that {@link #requireGoing} lets go, named by a record that goes too. */
  List<Redactions.Carried> going(Act act, List<Support> cited, Redactor redactor) {
    Set<String> gone = gone(act, cited, redactor);
    List<Support> named = cited.stream().filter(s -> !redactor.withholds(s.authorKey())).toList();
    return carried(act, named).stream()
        .filter(one -> !gone.contains(one.exhibit() + " " + one.part()))
        .toList();
  }

  private Found find(Act act, Pictured picture) {
    return switch (picture) {
      case Pictured.OfExhibit e -> {
        Exhibit exhibit = held(act, e.exhibit());
        yield new Found(picture, exhibit, "", exhibit.digest());
      }
      case Pictured.OfRecord r ->
          ground.media().of(act, r.record()).stream()
              .filter(one -> one.medium() == r.medium())
              .findFirst()
              .map(one ->
                  new Found(
                      picture,
                      ground.custody().exhibit(act, one.exhibit()),
                      one.part(),
                      Digest.of(ground.media().bytes(act, r.record(), r.medium()))))
              .orElseThrow(() -> none("record " + r.record().hex(), "medium " + r.medium()));
    };
  }

  /* What was asked for and is not there is told, never left out of a release in silence. */
  private Exhibit held(Act act, ExhibitId id) {
    try {
      return ground.custody().exhibit(act, id);
    } catch (CustodyFault.Unknown e) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-PICTURE-UNKNOWN",
          "a picture was asked for of an exhibit that this case does not hold",
          "pictures",
          id.toString(),
          "choose pictures from the list of exhibits");
    }
  }

  /**
   * Where it lies. An act of its own: its bytes are read, and the exhibit's chain says for what.
   *
   * @throws Fault if the case holds no such exhibit, or no record in scope carries it
   */
  Found find(Permit permit, Pictured picture) {
    Particulars inputs = Particulars.none().token("what", "picture").id("picture", picture);
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      try {
        Found found = find(act, picture);
        act.done(found.exhibit().digest());
        return found;
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  /**
   * Its dots. A hostile file is opened by a process of its own, and only dots come back.
   *
   * @throws DisclosureFault.NotReleasable {@code SX-DISC-PICTURE} if it is no picture that can be
   *     opened
   */
  Open open(Permit permit, Found found) {
    Particulars inputs =
        Particulars.none()
            .token("what", "picture")
            .id("exhibit", found.exhibit().id())
            .id("picture", found.of());
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      try {
        byte[] bytes = bytes(act, found);
        BufferedImage dots = ground.pixels().of(bytes).orElse(null);
        if (dots == null) {
          throw none("exhibit E-" + found.exhibit().number(), "not opened");
        }
        Digest original = Digest.of(bytes);
        act.done(original);
        return new Open(original, dots);
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  private byte[] bytes(Act act, Found found) {
    if (found.of() instanceof Pictured.OfRecord r) {
      return ground.media().bytes(act, r.record(), r.medium());
    }
    Exhibit exhibit = found.exhibit();
    if (exhibit.bytes() > MOST_BYTES) {
      throw none("exhibit E-" + exhibit.number(), exhibit.bytes() + " bytes");
    }
    try (InputStream in = Channels.newInputStream(ground.custody().open(act, exhibit.id()))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new DisclosureFault.Storage("exhibit " + exhibit.id(), e);
    }
  }

  private static DisclosureFault.NotReleasable none(String place, String value) {
    return new DisclosureFault.NotReleasable(
        "SX-DISC-PICTURE",
        "this is no picture that can be copied",
        place,
        value,
        "choose a PNG, JPEG, GIF or BMP of at most 12 million pixels");
  }
}
