package dev.sextant.custody;

import dev.sextant.authority.Act;
import dev.sextant.authority.Actor;
import dev.sextant.authority.CaseFile;
import dev.sextant.authority.Cases;
import dev.sextant.authority.JurisdictionPack;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.People;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Drafts of the statement with which a qualified person certifies an exhibit: what was done, by
 * which process, with which hashes and clock. In the United States it has the form of a certificate
 * under Federal Rules of Evidence 902(13) and 902(14); the words come from the jurisdiction's pack.
 * It is a draft: a person reads, completes and signs it.
 */
public final class Certificates {
  private static final int SHORTEST_QUALIFICATION = 20;
  private static final int SHORTEST_PROCESS = 40;
  private static final int LONGEST = 6_000;

  private final Custody custody;
  private final Captures captures;
  private final People people;
  private final Cases cases;
  private final JurisdictionPack pack;

  /** Wires it. */
  public Certificates(
      Custody custody, Captures captures, People people, Cases cases, JurisdictionPack pack) {
    this.custody = custody;
    this.captures = captures;
    this.people = people;
    this.cases = cases;
    this.pack = pack;
  }

  /**
   * A draft.
   *
   * @param text to be read, completed and signed
   * @param digest SHA-256 of the text
   */
  public record Draft(String text, Digest digest) {}

  /**
   * Draws up a draft for the permit's person.
   *
   * @param qualification what makes this person qualified: training, experience, duties
   * @param process how the bytes were copied or captured, step by step
   * @throws CustodyFault.NotCertifiable if the exhibit is a tip or an upload, or the words are too
   *     few
   * @throws CustodyFault.Altered if the exhibit's bytes are not those that were sealed
   */
  public Draft draft(Permit permit, ExhibitId id, String qualification, String process) {
    Particulars inputs = Particulars.none().token("what", "certificate").id("exhibit", id);
    try (Act act = permit.begin(Step.EXPORT, inputs)) {
      try {
        Captures.Origin origin = captures.of(act, id);
        if (!origin.kind().certifiable()) {
          throw new CustodyFault.NotCertifiable(
              "exhibit " + id,
              origin.kind().words() + "; missing " + origin.sheet().missing(),
              "certify the original: capture the page with a known collector, or ask the provider");
        }
        written("qualification", qualification, SHORTEST_QUALIFICATION);
        written("process", process, SHORTEST_PROCESS);
        Digest hashed = custody.verify(permit, id);
        String text = text(act, id, origin, hashed, qualification.strip(), process.strip());
        Draft draft = new Draft(text, Digest.of(text.getBytes(StandardCharsets.UTF_8)));
        act.done(Particulars.none().digest("certificate", draft.digest()).digest("bytes", hashed));
        return draft;
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  private static void written(String field, String text, int least) {
    int length = text.strip().length();
    if (length < least || length > LONGEST) {
      throw new CustodyFault.NotCertifiable(
          field,
          length + " characters",
          "a conclusion alone certifies nothing: write " + least + " characters or more");
    }
  }

  private String text(
      Act act,
      ExhibitId id,
      Captures.Origin origin,
      Digest hashed,
      String qualification,
      String process) {
    Exhibit exhibit = custody.exhibit(act, id);
    CaseFile of = cases.file(act.permit());
    Actor person = people.actor(act.permit().actor());
    Acquisition how = exhibit.acquisition();
    List<CustodyEntry> chain = custody.chain(act, id);
    StringBuilder out = new StringBuilder();
    out.append("DRAFT, to be read, completed and signed by the person named\n\n");
    out.append(pack.text("board.certificate.title")).append("\n");
    out.append(pack.text("board.certificate.rules")).append("\n\n");
    line(out, "1. Exhibit", exhibit.printed(of) + ", " + exhibit.bytes() + " bytes");
    line(out, "   Class", origin.kind().words());
    line(out, "   Acquired", how.at() + " by " + people.actor(how.by()).name());
    line(out, "   Acquired with", how.tool() + ", " + how.how().toLowerCase(Locale.ROOT));
    line(out, "2. Person", person.name());
    line(out, "   Qualified by", qualification);
    line(out, "3. Process", process);
    line(out, "4. SHA-256, at sealing", exhibit.digest().hex());
    line(out, "   SHA-256, hashed anew", hashed.hex() + " (the same)");
    line(
        out,
        "5. Clock",
        origin.kind() == ExhibitClass.CAPTURE
            ? origin.sheet().fields().get("clock")
                + ", offset "
                + origin.sheet().fields().get("clockOffsetMs")
                + " ms at the capture"
            : "the server's clock at the moment of sealing; state its source and offset: __________");
    origin.sheet().fields().forEach((name, value) -> line(out, "   sheet " + name, value));
    out.append("6. Chain of custody\n");
    for (CustodyEntry entry : chain) {
      out.append(
          "   %s  %-18s %s  entry %d of the log\n"
              .formatted(
                  entry.at(),
                  entry.touch(),
                  people.actor(entry.by().actor()).name(),
                  entry.by().leaf()));
    }
    out.append("\n").append(pack.text("board.certificate.declaration")).append("\n\n");
    out.append("Executed on ____________________   Signature ____________________\n");
    return out.toString();
  }

  private static void line(StringBuilder out, String label, String value) {
    out.append("%-26s %s\n".formatted(label, value));
  }
}
