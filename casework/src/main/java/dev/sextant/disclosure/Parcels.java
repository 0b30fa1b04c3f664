package dev.sextant.disclosure;

import dev.sextant.authority.Act;
import dev.sextant.authority.Permit;
import dev.sextant.disclosure.parcel.Bag;
import dev.sextant.disclosure.parcel.PortableCase;
import dev.sextant.disclosure.report.Report;
import dev.sextant.terms.DisclosureId;
import dev.sextant.verify.CanonicalZip;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Other shapes of a released bundle, made from the bundle itself and the timestamps that came for
 * it since. Each hand-out is logged and counted like the bundle's own.
 */
public final class Parcels {
  private final Disclosures disclosures;
  private final Timestamps timestamps;
  private final Clock clock;

  Parcels(Disclosures disclosures, Timestamps timestamps, Clock clock) {
    this.disclosures = disclosures;
    this.timestamps = timestamps;
    this.clock = clock;
  }

  /** A bag that is ready to be written out. */
  @FunctionalInterface
  public interface Written {
    /** Writes it whole; leaves the stream open. */
    void to(OutputStream out) throws IOException;
  }

  /**
   * The released bundle as a BagIt bag in a zip, with its timestamps as tag files.
   *
   * @throws DisclosureFault.BadBundle if the file is not the one that was released
   */
  public Written bag(Permit permit, DisclosureId id) {
    return disclosures.handOut(permit, id, "bag", this::bag);
  }

  private Written bag(Act act, Disclosure found) {
    Map<String, byte[]> tags = new LinkedHashMap<>();
    for (Timestamps.Stamp stamp : timestamps.of(act, found.id())) {
      Timestamps.Answer answer = stamp.answer();
      if (answer != null) {
        tags.put("timestamps/" + stamp.id() + ".tsq", stamp.request().der());
        tags.put("timestamps/" + stamp.id() + ".tsr", answer.bytes());
      }
    }
    List<Map.Entry<String, String>> about = about(found, BundleFolder.said(found.bundle()));
    return out -> {
      try (CanonicalZip zip = CanonicalZip.open(found.bundle())) {
        new Bag(zip, "sextant-" + found.id(), about, tags).write(out);
      }
    };
  }

  /**
   * The released bundle as one page for a browser, with the timestamps that came since: what lies
   * in the bundle under {@link PortableCase#PATH}, and that part of it anew.
   *
   * @return HTML in UTF-8
   * @throws DisclosureFault.BadBundle if the file is not the one that was released
   */
  public byte[] portable(Permit permit, DisclosureId id) {
    return disclosures.handOut(permit, id, "portable", this::portable);
  }

  private byte[] portable(Act act, Disclosure found) {
    List<PortableCase.Stamped> stamped = new ArrayList<>();
    for (Timestamps.Stamp stamp : timestamps.of(act, found.id())) {
      Timestamps.Answer answer = stamp.answer();
      if (answer != null) {
        stamped.add(new PortableCase.Stamped(says(stamp, answer), answer.bytes()));
      }
    }
    return PortableCase.write(
        BundleFolder.said(found.bundle()),
        name -> new String(BundleFolder.part(found.bundle(), name), StandardCharsets.UTF_8),
        stamped);
  }

  private static Map<String, String> says(Timestamps.Stamp stamp, Timestamps.Answer answer) {
    StampToken token = answer.token();
    Map<String, String> says = new LinkedHashMap<>();
    says.put("Stamped at", token.at().toString());
    says.put("Accuracy", token.accuracy().isEmpty() ? "not stated" : token.accuracy());
    says.put("SHA-256 of the bundle", token.digest().hex());
    says.put("Signer", token.signer());
    says.put("SHA-256 of its certificate", token.signerSha256().hex());
    says.put("Vouched for by", token.anchor());
    says.put("Number", token.serial());
    says.put("Policy", token.policy());
    says.put("Asked for", stamp.at() + ", by " + stamp.byName());
    says.put("Brought and checked", answer.at() + ", by " + answer.byName());
    return says;
  }

  private List<Map.Entry<String, String>> about(Disclosure found, Report said) {
    List<Map.Entry<String, String>> about = new ArrayList<>();
    Report.Basis basis = said.basis();
    about.add(Map.entry("Source-Organization", said.agency()));
    about.add(Map.entry("External-Identifier", found.id().toString()));
    // As printed: the register's title still says what was taken out.
    about.add(Map.entry("External-Description", said.title()));
    about.add(Map.entry("Bag-Group-Identifier", said.caseNumber()));
    about.add(
        Map.entry(
            "Bagging-Date", clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().toString()));
    about.add(
        Map.entry(
            "Authority",
            basis.instrument() + " " + basis.number() + ", version " + basis.version()));
    about.add(Map.entry("Handling", basis.handling()));
    about.add(Map.entry("Handling-Codes", said.marking().handling()));
    about.add(
        Map.entry("Recipient", said.recipient().name() + ", " + said.recipient().organisation()));
    about.add(Map.entry("Copy-Mark", said.marking().mark()));
    about.add(Map.entry("Released", said.at().toString()));
    about.add(Map.entry("Bundle-SHA256", found.digest().hex()));
    return about;
  }
}
