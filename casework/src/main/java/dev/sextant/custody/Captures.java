package dev.sextant.custody;

import dev.sextant.authority.Act;
import dev.sextant.authority.Door;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.custody.store.CaptureStore;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which exhibits count as captures of a public page. One does only if its package has every field
 * of {@link CaptureSheet}, the hashes fit, and a collector that this house knows has signed the
 * sheet; anything else that is called a capture is an upload, untested.
 */
public final class Captures {
  private final Custody custody;
  private final CaptureStore store;
  private final List<PublicKey> collectors;

  /**
   * @param custody where exhibits lie
   * @param door the way to case tables
   * @param collectors folder with the public keys of known collectors, {@code *.pub}: Ed25519,
   *     X.509, base64; none if it is absent
   */
  public Captures(Custody custody, Door door, Path collectors) {
    this.custody = custody;
    this.store = new CaptureStore(door);
    this.collectors = keys(collectors);
  }

  /**
   * What is known of an exhibit's origin.
   *
   * @param kind its class
   * @param sheet what examining it came to; an absent one where it never was a capture
   */
  public record Origin(ExhibitClass kind, CaptureSheet sheet) {}

  /** Examines an exhibit that is called a capture, and keeps the verdict. */
  public Origin examine(Permit permit, ExhibitId id) {
    Particulars inputs = Particulars.none().token("what", "capture").id("exhibit", id);
    // Looked at, not collected: what was collected is sealed already.
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      try {
        Exhibit exhibit = custody.exhibit(act, id);
        CaptureSheet sheet = judged(act, exhibit);
        store.keep(act, custody.cipher(act), id, sheet);
        Origin origin = origin(exhibit, sheet);
        act.done(
            Particulars.none()
                .token("class", origin.kind().name())
                .number("missing", sheet.missing().size()));
        return origin;
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  private CaptureSheet judged(Act act, Exhibit exhibit) {
    if (!how(exhibit).equals(Acquisition.How.PUBLIC_CAPTURE)) {
      return CaptureSheet.absent("NOT-CALLED-A-CAPTURE");
    }
    try (InputStream bytes = Channels.newInputStream(custody.open(act, exhibit.id()))) {
      CaptureParts parts = CaptureParts.read(bytes);
      byte[] sheet = parts.sheet();
      return sheet.length == 0
          ? CaptureSheet.absent("SHEET")
          : CaptureSheet.judge(sheet, parts, signed(sheet, parts.signature()));
    } catch (IOException e) {
      throw new CustodyFault.Storage(exhibit.id().toString(), e);
    }
  }

  private boolean signed(byte[] sheet, byte[] signature) {
    for (PublicKey key : collectors) {
      try {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(key);
        check.update(sheet);
        String text = new String(signature, StandardCharsets.US_ASCII).strip();
        if (check.verify(Base64.getDecoder().decode(text))) {
          return true;
        }
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        continue; // Not a signature of this key: another may have made it.
      }
    }
    return false;
  }

  /** What is known of an exhibit's origin; looking is logged. */
  public Origin of(Permit permit, ExhibitId id) {
    Particulars inputs = Particulars.none().token("what", "class").id("exhibit", id);
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      Origin origin = of(act, id);
      act.done(Particulars.none().token("class", origin.kind().name()));
      return origin;
    }
  }

  /** What is known of an exhibit's origin, within an act that is under way. */
  public Origin of(Act act, ExhibitId id) {
    Exhibit exhibit = custody.exhibit(act, id);
    return store
        .latest(act, custody.cipher(act), id)
        .map(sheet -> origin(exhibit, sheet))
        .orElseGet(() -> origin(exhibit, CaptureSheet.absent("NOT-EXAMINED")));
  }

  private static Origin origin(Exhibit exhibit, CaptureSheet sheet) {
    ExhibitClass kind = ExhibitClass.of(how(exhibit));
    boolean capture = how(exhibit).equals(Acquisition.How.PUBLIC_CAPTURE) && sheet.complete();
    return new Origin(capture ? ExhibitClass.CAPTURE : kind, sheet);
  }

  private static Acquisition.How how(Exhibit exhibit) {
    return Acquisition.How.valueOf(exhibit.acquisition().how());
  }

  private static List<PublicKey> keys(Path folder) {
    List<PublicKey> keys = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return keys;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".pub")).sorted().toList()) {
        byte[] der = Base64.getDecoder().decode(Files.readString(file).strip());
        keys.add(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
      }
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new CustodyFault.BadAcquisition(
          "collector keys in " + folder, "not a public key", "give Ed25519, X.509, base64");
    }
  }
}
