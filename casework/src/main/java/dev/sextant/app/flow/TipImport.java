package dev.sextant.app.flow;

import dev.sextant.app.House;
import dev.sextant.app.Program;
import dev.sextant.authority.JurisdictionPack;
import dev.sextant.authority.Permit;
import dev.sextant.custody.Acquisition;
import dev.sextant.custody.Exhibit;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Grade;
import dev.sextant.terms.Progress;
import dev.sextant.tips.Disarm;
import dev.sextant.tips.Disarmed;
import dev.sextant.tips.Tip;
import dev.sextant.tips.TipDesk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings tips from the queue into a case. The case gets the words and, of attachments, copies made
 * of pixels; what was attached goes, unopened, to the vault of those who protect sources.
 */
public final class TipImport {
  private final House house;
  private final PrivateKey desk;
  private final PublicKey vaultKey;
  private final Path vault;

  /**
   * @param house the case's house
   * @param desk the desk's private key
   * @param vaultKey the vault's public key
   * @param vault folder of originals
   */
  public TipImport(House house, PrivateKey desk, PublicKey vaultKey, Path vault) {
    this.house = house;
    this.desk = desk;
    this.vaultKey = vaultKey;
    this.vault = vault;
  }

  /**
   * What one tip came to.
   *
   * @param exhibit the exhibit with its words
   * @param copies working copies of attachments
   * @param unopened attachments that stay sealed
   */
  public record Imported(Exhibit exhibit, List<Exhibit> copies, int unopened) {
    /** Copies. */
    public Imported {
      copies = List.copyOf(copies);
    }
  }

  /**
   * Imports one tip and takes it from the queue once everything of it is kept.
   *
   * @throws dev.sextant.tips.TipFault if it cannot be opened; it then stays in the queue
   */
  public Imported bring(Permit permit, Path queued) throws IOException {
    Tip tip = TipDesk.open(desk, queued);
    List<Exhibit> copies = new ArrayList<>();
    List<Map<String, ?>> attachments = new ArrayList<>();
    Disarm disarm = new Disarm(Disarm.Limits.standard());
    int unopened = 0;
    for (Tip.Attachment original : tip.attachments()) {
      int number = attachments.size() + 1;
      Digest digest = TipDesk.keep(vault, vaultKey, original, house.clock().instant());
      Disarmed made = disarm.disarm(original.bytes());
      attachments.add(described(number, digest, original, made));
      if (made.outcome() == Disarmed.Outcome.REBUILT) {
        copies.add(
            seal(
                permit,
                "tip-attachment-" + number + ".pdf",
                "Made of pixels of an attachment; its original, SHA-256 "
                    + digest.hex()
                    + ", was sealed to the vault unopened.",
                made.pdf()));
      } else {
        unopened++;
      }
    }
    Exhibit words =
        seal(
            permit,
            "tip.json",
            "A tip; " + grade().words() + ". Nothing is held of who sent it.",
            CanonicalJson.write(sheet(tip, attachments)));
    Files.delete(queued);
    return new Imported(words, copies, unopened);
  }

  private static Map<String, ?> described(
      int number, Digest digest, Tip.Attachment original, Disarmed made) {
    TreeMap<String, Object> row = new TreeMap<>();
    row.put("number", number);
    row.put("sha256", digest.hex());
    row.put("bytes", original.bytes().length);
    row.put("type", made.type().name());
    row.put("outcome", made.outcome().name());
    row.put("reason", made.reason());
    row.put("pages", made.pages());
    return row;
  }

  private Map<String, ?> sheet(Tip tip, List<Map<String, ?>> attachments) {
    TreeMap<String, Object> sheet = new TreeMap<>();
    sheet.put("format", "sextant-tip-exhibit/1");
    sheet.put("day", tip.day());
    sheet.put("text", tip.text());
    sheet.put("attachments", attachments);
    sheet.put("answers", Map.of("mailbox", tip.mailbox().name(), "key", tip.mailbox().key()));
    sheet.put(
        "grade",
        Map.of("scheme", grade().scheme(), "code", grade().code(), "words", grade().words()));
    sheet.put("supportsLevel", house.authority().pack().number("tips.highestLevel"));
    return sheet;
  }

  private Grade grade() {
    JurisdictionPack pack = house.authority().pack();
    return Grade.parse(pack.text("tips.gradeScheme"), pack.text("tips.gradeCode"));
  }

  private Exhibit seal(Permit permit, String name, String note, byte[] bytes) {
    Acquisition how =
        new Acquisition(
            Acquisition.How.TIP.name(),
            Program.id(),
            permit.actor(),
            house.clock().instant(),
            name,
            note);
    return house
        .rooms()
        .custody()
        .seal(permit, how, new ByteArrayInputStream(bytes), Progress.silent());
  }
}
