package dev.sextant.verify;

import dev.sextant.ledger.Checkpoint;
import dev.sextant.ledger.SignedNote;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import dev.sextant.terms.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a released bundle offline ({@code docs/formats/bundle.md}): container, manifest,
 * digests, signatures, the log's proofs, and that findings, exhibits, custody and report say what
 * the log says. Stops at the first thing that is wrong. Reads in constant memory but for the JSON
 * files, which are limited to 64 MiB each.
 */
public final class BundleVerifier {
  /** A longer JSON file is refused: it is held in memory, and none of ours comes near. */
  static final int MAX_JSON_BYTES = 64 << 20;

  private final CanonicalZip zip;
  private final @Nullable VerifierKey pinned;
  private final @Nullable VerifierKey pinnedLog;
  private final boolean witnessed;
  private final Map<String, String> about = new LinkedHashMap<>();
  private final Map<String, Long> checked = new LinkedHashMap<>();
  private final List<BundleKey> keys = new ArrayList<>();
  private final Map<String, Digest> listed = new HashMap<>();

  private BundleVerifier(
      CanonicalZip zip,
      @Nullable VerifierKey pinned,
      @Nullable VerifierKey pinnedLog,
      boolean witnessed) {
    this.witnessed = witnessed;
    this.zip = zip;
    this.pinned = pinned;
    this.pinnedLog = pinnedLog;
  }

  /**
   * Verifies a bundle whose log a witness must have cosigned. What is wrong with it becomes the
   * report's failure, never an exception.
   *
   * @param disclosure the agency's disclosure key, had from outside the bundle; null trusts the
   *     bundle's own, which proves only that it is whole
   * @param log the log's key, had from outside; null trusts the bundle's own
   * @throws VerifyFault.Storage if the file cannot be read
   */
  public static BundleReport verify(
      Path bundle, @Nullable VerifierKey disclosure, @Nullable VerifierKey log) {
    return verify(bundle, disclosure, log, true);
  }

  /**
   * As {@link #verify(Path, VerifierKey, VerifierKey)}.
   *
   * @param witnessed false to do without a witness's cosignature: then only the agency itself
   *     stands by its log
   */
  public static BundleReport verify(
      Path bundle, @Nullable VerifierKey disclosure, @Nullable VerifierKey log, boolean witnessed) {
    String sha256 = digestOf(bundle).hex();
    try (CanonicalZip zip = CanonicalZip.open(bundle)) {
      BundleVerifier verifier = new BundleVerifier(zip, disclosure, log, witnessed);
      Optional<Fault> failure = verifier.run();
      return new BundleReport(
          sha256, verifier.about, verifier.checked, verifier.keys, disclosure != null, failure);
    } catch (VerifyFault.BadZip e) {
      return new BundleReport(
          sha256, Map.of(), Map.of(), List.of(), disclosure != null, Optional.of(e));
    } catch (IOException e) {
      throw new VerifyFault.Storage(bundle.toString(), e);
    }
  }

  /**
   * Requires that a bundle is valid.
   *
   * @return the SHA-256 of its bytes
   * @throws Fault what is wrong
   */
  static Digest require(Path bundle, VerifierKey disclosure) {
    BundleReport report = verify(bundle, disclosure, null);
    if (report.failure().isPresent()) {
      throw report.failure().get();
    }
    return new Digest(report.sha256());
  }

  private static Digest digestOf(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return digestOf(in);
    } catch (IOException e) {
      throw new VerifyFault.Storage(file.toString(), e);
    }
  }

  private static Digest digestOf(InputStream bytes) throws IOException {
    try (DigestInputStream in = new DigestInputStream(bytes, Digest.sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      return Digest.ofRaw(in.getMessageDigest().digest());
    }
  }

  private Optional<Fault> run() {
    try {
      checked.put("container entries, canonical byte for byte", (long) zip.names().size());
      JsonAt manifest = manifest();
      digests();
      readKeys();
      signature(manifest);
      contents(manifest);
      return Optional.empty();
    } catch (VerifyFault.Storage e) {
      throw e;
    } catch (Fault e) {
      return Optional.of(e);
    }
  }

  private void contents(JsonAt manifest) {
    JsonAt exhibits = json(BundleFiles.EXHIBITS);
    JsonAt findings = json(BundleFiles.FINDINGS);
    JsonAt custody = json(BundleFiles.CUSTODY);
    ExhibitsCheck listing = new ExhibitsCheck(exhibits);
    Set<String> digests = listing.run(checked);
    List<FindingsCheck.Signed> signed =
        new FindingsCheck(findings, keys, listed, digests).run(checked);
    ActsCheck log =
        new ActsCheck(
            zip.read(BundleFiles.CHECKPOINT, MAX_JSON_BYTES), json(BundleFiles.ACTS), keys);
    Checkpoint head = log.head(pinnedLog, witnessed, checked, about);
    ProvedActs acts = log.run(head, manifest.field("case").text(), checked);
    new CustodyCheck(custody, listing.sealed(acts, checked), acts).run(checked);
    ClaimsCheck claims = new ClaimsCheck(signed, acts);
    claims.run(checked);
    ProvedAct release = claims.released(manifest, checked);
    ReportCheck.starts(zip);
    if (zip.has(BundleFiles.REPORT_SOURCE)) {
      new ReportCheck(json(BundleFiles.REPORT_SOURCE))
          .run(release, findings, exhibits, custody, checked);
    }
  }

  private JsonAt json(String file) {
    return JsonAt.read(file, zip.read(file, MAX_JSON_BYTES));
  }

  private JsonAt manifest() {
    for (String file : BundleFiles.REQUIRED) {
      if (!zip.has(file)) {
        throw new VerifyFault.BadBundle("a required file is missing", file, "missing");
      }
    }
    JsonAt manifest = json(BundleFiles.MANIFEST);
    String format = manifest.field("format").text();
    if (!format.equals(BundleFiles.FORMAT)) {
      throw manifest.bad("another format: a newer verifier is needed", format);
    }
    String disclosure = manifest.field("disclosure").text();
    about.put("disclosure", DisclosureId.parse(disclosure).toString());
    about.put("case", CaseId.parse(manifest.field("case").text()).toString());
    about.put("created", instant(manifest.field("created")).toString());
    for (JsonAt file : manifest.field("files").list()) {
      String path = file.field("path").text();
      if (!zip.has(path)
          || path.equals(BundleFiles.MANIFEST)
          || path.equals(BundleFiles.SIGNATURE)) {
        throw file.bad("a listed file is not in the bundle, or may not be listed", path);
      }
      if (listed.put(path, file.field("sha256").digest()) != null) {
        throw file.bad("a file is listed twice", path);
      }
      if (file.field("bytes").number() != zip.bytes(path)) {
        throw file.bad("a file has another length", path + " " + zip.bytes(path));
      }
    }
    for (String path : zip.names()) {
      boolean own = path.equals(BundleFiles.MANIFEST) || path.equals(BundleFiles.SIGNATURE);
      if (!own && !listed.containsKey(path)) {
        throw manifest.bad("a file is not listed", path);
      }
    }
    return manifest;
  }

  static Instant instant(JsonAt json) {
    try {
      return Instant.parse(json.text());
    } catch (DateTimeException e) {
      throw json.bad("an ISO 8601 instant in UTC is needed", json.text());
    }
  }

  private void digests() {
    for (String path : zip.names()) {
      Digest expected = listed.get(path);
      if (expected == null) {
        continue;
      }
      try {
        Digest found = digestOf(zip.stream(path));
        if (!found.equals(expected)) {
          throw new VerifyFault.BadBundle(
              "the contents do not fit the manifest's digest", path, found.hex());
        }
      } catch (IOException e) {
        throw new VerifyFault.Storage(path, e);
      }
    }
    checked.put("files, SHA-256 as in the manifest", (long) listed.size());
  }

  private void readKeys() {
    Set<String> names = new HashSet<>();
    Set<String> material = new HashSet<>();
    for (JsonAt one : json(BundleFiles.KEYS).list()) {
      BundleKey key = BundleKey.read(one);
      if (!names.add(key.key().name()) || !material.add(key.key().keyHex())) {
        throw one.bad("a name or a key occurs twice", key.key().name());
      }
      keys.add(key);
    }
    checked.put("keys", (long) keys.size());
  }

  private void signature(JsonAt manifest) {
    VerifierKey signer = VerifierKey.parse(manifest.field("signer").text());
    boolean known =
        keys.stream()
            .anyMatch(k -> k.role() == BundleKey.Role.DISCLOSURE && k.key().equals(signer));
    if (!known) {
      throw manifest.bad("the signer is no disclosure key of keys.json", signer.text());
    }
    if (pinned != null && !pinned.equals(signer)) {
      throw manifest.bad("signed by another key than the one you gave", signer.text());
    }
    Digest digest = Digest.of(zip.read(BundleFiles.MANIFEST, MAX_JSON_BYTES));
    requireNote(
        BundleFiles.SIGNATURE,
        zip.read(BundleFiles.SIGNATURE, MAX_JSON_BYTES),
        BundleFiles.manifestText(digest),
        signer);
    checked.put("manifest signature", 1L);
  }

  /** Requires a note of exactly this text with exactly one signature, of this key. */
  static void requireNote(String place, byte[] note, String text, VerifierKey key) {
    SignedNote signed = SignedNote.parse(note);
    if (!signed.text().equals(text)) {
      throw new VerifyFault.BadBundle("the signature is over something else", place, "note text");
    }
    if (signed.signatures().size() != 1 || !key.verifies(text, signed.signatures().getFirst())) {
      throw new VerifyFault.BadBundle("the signature does not verify", place, key.text());
    }
  }
}
