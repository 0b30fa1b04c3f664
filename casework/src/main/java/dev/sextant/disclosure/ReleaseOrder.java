package dev.sextant.disclosure;

import dev.sextant.authority.Particulars;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import dev.sextant.terms.FindingId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be released, to whom, under which handling.
 *
 * @param findings signed findings, each once
 * @param to a recipient of the register, with the need of this release
 * @param title of the report, 3 to 200 characters
 * @param handling what the releaser adds to the authority's handling
 * @param permission the provider's permission, by reference, where H1 or H2 asks for one; or blank
 * @param shape in which template it is released, and what goes with it
 */
public record ReleaseOrder(
    List<FindingId> findings,
    Recipient to,
    String title,
    Handling handling,
    String permission,
    Shape shape) {
  /** A report of more would not be read; release them apart. */
  private static final int FINDINGS_MAX = 100;

  private static final int TITLE_MIN = 3;
  private static final int TITLE_MAX = 200;
  private static final int PERMISSION_MIN = 5;

  /** Copies of more pictures would not be looked at. */
  private static final int PICTURES_MAX = 20;

  /** One of no template. */
  public ReleaseOrder(
      List<FindingId> findings, Recipient to, String title, Handling handling, String permission) {
    this(findings, to, title, handling, permission, Shape.PLAIN);
  }

  /**
   * In which template it is released.
   *
   * @param template its identifier; empty for none
   * @param receiver in which capacity the recipient receives it, or null
   * @param about key of the entity that a profile is about, or empty
   * @param withhold true to withhold third parties where the template would name them
   * @param pictures of which copies go with it, each once
   */
  public record Shape(
      String template,
      Template.@Nullable Receiver receiver,
      String about,
      boolean withhold,
      List<Pictured> pictures) {
    /** No template. */
    public static final Shape PLAIN = new Shape("", null, "", false, List.of());

    /** Copies and trims. */
    public Shape {
      template = template.strip();
      about = about.strip();
      pictures = List.copyOf(pictures);
    }
  }

  /** Copies and trims. */
  public ReleaseOrder {
    findings = List.copyOf(findings);
    title = title.strip();
    permission = permission.strip();
  }

  void check() {
    int ids = findings.size();
    if (ids == 0 || ids > FINDINGS_MAX || new HashSet<>(findings).size() != ids) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-FINDINGS",
          "a release names its findings, each once",
          "findings",
          ids + " given",
          "give 1 to " + FINDINGS_MAX);
    }
    if (title.length() < TITLE_MIN || title.length() > TITLE_MAX) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-TITLE",
          "a release needs a title",
          "title",
          title.length() + " characters",
          "write 3 to 200 characters");
    }
    int pictures = shape.pictures().size();
    if (pictures > PICTURES_MAX || new HashSet<>(shape.pictures()).size() != pictures) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-PICTURES",
          "a release names its pictures, each once",
          "pictures",
          pictures + " given",
          "give at most " + PICTURES_MAX);
    }
  }

  /** The order's handling joined with the authority's: the most restrictive of both. */
  Handling handlingUnder(String instruction) {
    return handling.join(Handling.in(instruction));
  }

  /* H2 is passed on by nobody without its provider's word, and a court is not told H1 without it. */
  void requirePermission(Handling all) {
    boolean asks = all.codes().contains(Handling.Code.H1) || all.codes().contains(Handling.Code.H2);
    if (asks && permission.length() < PERMISSION_MIN) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-HANDLING",
          "the handling code asks for the provider's permission",
          "handling",
          all.line(),
          "name the permission by its reference, or leave out what came under this code");
    }
  }

  /* The log names the recipient by its random identifier, and by a salted digest of name, body, need
   * and agreement: whoever holds the register can show that a line is the one in the log, and from
   * the log alone nobody can find out whom it names. */
  Particulars inputs(DisclosureId id, String salt, Optional<Registered> registered, long redacted) {
    Particulars inputs =
        Particulars.none()
            .id("disclosure", id)
            .digest("recipient", to.digest(salt))
            .number("findings", findings.size());
    if (registered.isPresent()) {
      inputs =
          inputs
              .id("recipientId", registered.get().id())
              .id("agreementId", registered.get().agreement().id());
    }
    if (!shape.template().isEmpty()) {
      inputs = inputs.token("template", shape.template());
    }
    Template.Receiver receiver = shape.receiver();
    if (receiver != null) {
      inputs = inputs.token("receiver", receiver.name());
    }
    if (redacted > 0) {
      inputs = inputs.number("redacted", redacted);
    }
    for (int i = 0; i < shape.pictures().size(); i++) {
      inputs = inputs.id("picture-" + (i + 1), shape.pictures().get(i));
    }
    if (!permission.isEmpty()) {
      inputs = inputs.digest("permission", Digest.ofFields("permission", salt, permission));
    }
    for (int i = 0; i < findings.size(); i++) {
      inputs = inputs.id("finding-" + (i + 1), findings.get(i));
    }
    return inputs;
  }
}
