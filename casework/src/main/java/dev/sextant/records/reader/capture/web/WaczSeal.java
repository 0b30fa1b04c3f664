package dev.sextant.records.reader.capture.web;

import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The seal of a WACZ file (Webrecorder, WACZ 1.x and WACZ-Auth): the digests that {@code
 * datapackage.json} lists, the digest of that list in {@code datapackage-digest.json}, and the
 * signature over it. What is not as sealed is a fault; a signature is told with what it proves.
 */
final class WaczSeal {
  private final Source source;
  private final Sink sink;
  private final String root;
  private long good;
  private long bad;

  /**
   * @param root folder of the list, ending in a slash or empty
   */
  WaczSeal(Source source, Sink sink, String root) {
    this.source = source;
    this.sink = sink;
    this.root = root;
  }

  /** Checks all of it. */
  void check() throws IOException {
    Optional<Source.Part> list = source.part(root + "datapackage.json");
    if (list.isEmpty()) {
      sink.note(new ReadNote("SX-NOTE-DIGEST", "There is no datapackage.json: nothing is sealed."));
      return;
    }
    Json value = tree(list.get());
    if (value == null) {
      return;
    }
    Fields fields = Fields.of(value);
    for (Json resource : fields.array("resources")) {
      resource(Fields.of(resource), list.get(), resource);
    }
    sink.note(
        new ReadNote(
            "SX-NOTE-DIGEST",
            good + " files are as datapackage.json seals them, " + bad + " are not."));
    String software = fields.textOrEmpty("software");
    if (!software.isBlank() && software.length() < 200) {
      sink.note(new ReadNote("SX-NOTE-TOOL", "Captured with " + software + "."));
    }
    Optional<Source.Part> seal = source.part(root + "datapackage-digest.json");
    if (seal.isPresent()) {
      seal(seal.get(), list.get());
    } else {
      sink.note(
          new ReadNote("SX-NOTE-SIGNATURE", "There is no datapackage-digest.json: not signed."));
    }
  }

  private @Nullable Json tree(Source.Part part) throws IOException {
    try (JsonStream in = JsonStream.of(part, source.limits())) {
      return in.tree();
    } catch (JsonBroken e) {
      sink.item();
      sink.fault(part.at(0, part.size(), ""), e.fault());
      return null;
    }
  }

  private void resource(Fields said, Source.Part list, Json resource) throws IOException {
    String path = said.textOrEmpty("path");
    // Version 1.0 wrote both into "stats", and the name of the digest beside it.
    Fields stats = said.object("stats");
    String own = said.textOrEmpty("hash");
    String older = stats.textOrEmpty("hash");
    String kind = said.textOrEmpty("hashing");
    String hash =
        !own.isEmpty() || older.isEmpty() ? own : (kind.isEmpty() ? "sha256" : kind) + ":" + older;
    Long bytes = said.has("bytes") ? said.whole("bytes") : stats.whole("bytes");
    Optional<Source.Part> part = source.part(root + path);
    if (part.isEmpty()) {
      bad++;
      sink.item();
      sink.fault(
          list.at(resource.from(), resource.to(), ""),
          new ReadFault(ReadFault.MISSING, "a file that datapackage.json lists is not there"));
      return;
    }
    boolean sized = bytes == null || bytes == part.get().size();
    if (!hash.isEmpty() && matches(part.get(), hash) && sized) {
      good++;
    } else if (!hash.isEmpty() || !sized) {
      bad++;
      sink.item();
      sink.fault(
          part.get().at(0, part.get().size(), ""),
          new ReadFault(
              ReadFault.MALFORMED, "the file is not the one that datapackage.json seals"));
    }
  }

  private static boolean matches(Source.Part part, String stated) throws IOException {
    int colon = stated.indexOf(':');
    String name = colon < 0 ? "sha256" : stated.substring(0, colon).toLowerCase(Locale.ROOT);
    String algorithm =
        switch (name) {
          case "sha256", "sha-256" -> "SHA-256";
          case "sha512", "sha-512" -> "SHA-512";
          case "sha1", "sha-1" -> "SHA-1";
          case "md5" -> "MD5";
          default -> "";
        };
    try (InputStream in = part.open()) {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      String found = HexFormat.of().formatHex(digest.digest());
      return found.equalsIgnoreCase(stated.substring(colon + 1).strip());
    } catch (NoSuchAlgorithmException e) {
      return false; // A digest of a kind that nobody here can compute proves nothing.
    }
  }

  private void seal(Source.Part seal, Source.Part list) throws IOException {
    Json value = tree(seal);
    if (value == null) {
      return;
    }
    Fields fields = Fields.of(value);
    String hash = fields.textOrEmpty("hash");
    if (!matches(list, hash)) {
      sink.item();
      sink.fault(
          list.at(0, list.size(), ""),
          new ReadFault(
              ReadFault.MALFORMED, "datapackage.json is not what datapackage-digest.json seals"));
    }
    Fields signed = fields.object("signedData").apart(); // Its outcome is told as a note.
    fields.known("path");
    if (!fields.rest().isEmpty()) {
      sink.item();
      sink.unknown(seal.at(value.from(), value.to(), ""), "further fields of the seal");
    }
    if (!fields.has("signedData")) {
      sink.note(new ReadNote("SX-NOTE-SIGNATURE", "The archive is sealed but not signed."));
      return;
    }
    signature(signed, hash);
  }

  private void signature(Fields signed, String hash) {
    String domain = signed.textOrEmpty("domain");
    String created = signed.textOrEmpty("created");
    String by =
        domain.matches("[A-Za-z0-9.-]{1,253}") ? "the domain " + domain : "a key without a name";
    boolean same = signed.textOrEmpty("hash").equals(hash);
    String outcome =
        !same
            ? "is over another digest than this archive's"
            : verifies(signed, hash)
                ? "verifies with the key it carries; whose key that is, this does not prove"
                : "does not verify with the key it carries";
    String when = created.matches("[0-9TZ:.+-]{8,40}") ? ", as made at " + created : "";
    sink.note(
        new ReadNote(
            "SX-NOTE-SIGNATURE", "Signed by " + by + when + "; the signature " + outcome + "."));
  }

  /* Signed without a name: an ECDSA key beside the signature in the form of web browsers (IEEE
   * P1363). Signed by a domain: its certificate, and a signature in DER. */
  private static boolean verifies(Fields signed, String hash) {
    try {
      byte[] signature = Base64.getMimeDecoder().decode(signed.textOrEmpty("signature"));
      String bare = signed.textOrEmpty("publicKey");
      PublicKey key =
          bare.isEmpty()
              ? CertificateFactory.getInstance("X.509")
                  .generateCertificate(
                      new ByteArrayInputStream(
                          signed.textOrEmpty("domainCert").getBytes(StandardCharsets.UTF_8)))
                  .getPublicKey()
              : KeyFactory.getInstance("EC")
                  .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(bare)));
      for (String form :
          new String[] {"SHA256withECDSAinP1363Format", "SHA256withECDSA", "SHA256withRSA"}) {
        if (verifies(form, key, signature, hash)) {
          return true;
        }
      }
      return false;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean verifies(String form, PublicKey key, byte[] signature, String hash) {
    try {
      Signature check = Signature.getInstance(form);
      check.initVerify(key);
      check.update(hash.getBytes(StandardCharsets.UTF_8));
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // A key or signature of another form.
    }
  }
}
