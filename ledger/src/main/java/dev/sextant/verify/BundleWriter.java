package dev.sextant.verify;

import dev.sextant.ledger.Checkpoint;
import dev.sextant.ledger.LedgerView;
import dev.sextant.ledger.SignerKey;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a bundle holds, signs its manifest and writes it ({@code docs/formats/bundle.md}).
 * For one bundle and one thread. Files given by path are read when it is written, twice, in
 * constant memory.
 */
public final class BundleWriter {
  private final DisclosureId disclosure;
  private final CaseId caseId;
  private final Instant created;
  private final NavigableMap<String, CanonicalZip.Source> files = new TreeMap<>();
  private final NavigableMap<String, Function<UnaryOperator<String>, byte[]>> makers =
      new TreeMap<>();
  private final List<Object> keys = new ArrayList<>();
  private final List<Object> findings = new ArrayList<>();
  private final List<Object> exhibits = new ArrayList<>();
  private final List<Object> custody = new ArrayList<>();
  private final TreeMap<Long, Object> acts = new TreeMap<>();

  /**
   * @param created when it is released, from the caller's clock
   */
  public BundleWriter(DisclosureId disclosure, CaseId caseId, Instant created) {
    this.disclosure = disclosure;
    this.caseId = caseId;
    this.created = created;
  }

  /** Adds public keys: the log's, the witnesses', the disclosure key's, the signing persons'. */
  public BundleWriter keys(List<BundleKey> more) {
    more.forEach(key -> keys.add(key.json()));
    return this;
  }

  /**
   * Adds a finding, with one author's and one reviewer's signature at least.
   *
   * @param finding what {@link CanonicalJson} can write; each member named {@code exhibit} in it is
   *     an exhibit's SHA-256 that {@link #exhibit} lists, each member {@code excerptFile} a file of
   *     this bundle
   */
  public BundleWriter finding(
      Map<String, ? extends @Nullable Object> finding, List<BundleSignature> signatures) {
    findings.add(
        Map.of(
            "finding", finding,
            "sha256", BundleSignature.digest(finding).hex(),
            "signatures", signatures.stream().map(BundleSignature::json).toList()));
    return this;
  }

  /**
   * Adds a copy of a finding from which something was taken out. What was signed is not in the
   * bundle; its digest gives nothing away, since it is salted and the copy has no salt.
   *
   * @param copy what is left
   * @param signed digest of the finding as it was signed
   */
  public BundleWriter copy(
      Map<String, ? extends @Nullable Object> copy,
      Digest signed,
      List<BundleSignature> signatures) {
    findings.add(
        Map.of(
            "finding", copy,
            "copySha256", BundleSignature.digest(copy).hex(),
            "sha256", signed.hex(),
            "signatures", signatures.stream().map(BundleSignature::json).toList()));
    return this;
  }

  /**
   * Lists an exhibit; its bytes do not travel.
   *
   * @param number the exhibit number, unique in the bundle
   * @param bytes its length
   * @param acquisition how, when, by whom, with what tool
   */
  public BundleWriter exhibit(
      String number,
      Digest sha256,
      long bytes,
      Map<String, ? extends @Nullable Object> acquisition) {
    exhibits.add(
        Map.of(
            "number", number, "sha256", sha256.hex(), "bytes", bytes, "acquisition", acquisition));
    return this;
  }

  /**
   * Gives an exhibit's chain of custody, oldest entry first.
   *
   * @param chain each entry has {@code at} (ISO instant, UTC), {@code who} (a name), {@code actor}
   *     (that person's identifier in the log), {@code what}, {@code leaf} (index in the log of the
   *     intent behind it, given by {@link #act}) and {@code leafSha256} (SHA-256 of that entry's
   *     bytes)
   */
  public BundleWriter custody(
      String exhibit, List<? extends Map<String, ? extends @Nullable Object>> chain) {
    custody.add(Map.of("exhibit", exhibit, "chain", chain));
    return this;
  }

  /** Gives the log's checkpoint that all acts are proved against. */
  public BundleWriter checkpoint(Checkpoint checkpoint) {
    return file(BundleFiles.CHECKPOINT, checkpoint.bytes());
  }

  /**
   * Adds a log entry with its inclusion proof. Adding one twice is adding it once.
   *
   * @param size the checkpoint's size
   */
  public BundleWriter act(LedgerView view, long index, long size) {
    acts.put(
        index,
        Map.of(
            "index", index,
            "entry", Base64.getEncoder().encodeToString(view.entry(index)),
            "proof",
                view.inclusion(index, size).stream()
                    .map(hash -> Base64.getEncoder().encodeToString(hash.bytes()))
                    .toList()));
    return this;
  }

  /**
   * Adds a file: {@code report.pdf}, {@code network.json}, {@code excerpts/...} or another.
   *
   * @throws VerifyFault.BadBundle if the path is taken or one of those that this class writes
   */
  public BundleWriter file(String path, byte[] bytes) {
    byte[] own = bytes.clone();
    return file(path, () -> new ByteArrayInputStream(own));
  }

  /** Adds a file from the disk. */
  public BundleWriter file(String path, Path from) {
    return file(path, () -> Files.newInputStream(from));
  }

  /**
   * Adds a file that is made of the others once all are there, such as a page that shows them. It
   * cannot show the manifest, which lists it.
   *
   * @param made answers this file's bytes, given the text of any other file but those made so
   */
  public BundleWriter madeOf(String path, Function<UnaryOperator<String>, byte[]> made) {
    file(path, InputStream::nullInputStream);
    makers.put(path, made);
    return this;
  }

  private BundleWriter file(String path, CanonicalZip.Source source) {
    ZipRecords.name(path);
    if (BundleFiles.WRITTEN.contains(path) || files.putIfAbsent(path, source) != null) {
      throw new VerifyFault.BadBundle("the path is taken", path, "file");
    }
    return this;
  }

  /**
   * Writes the bundle aside, verifies it as any recipient will, and only then puts it at its place.
   *
   * @param zip the file to make
   * @param key the agency's disclosure key, also listed in {@link #keys}
   * @return the SHA-256 of the bundle's bytes
   * @throws dev.sextant.terms.Fault what the verifier found wrong; then nothing is left at the
   *     place
   */
  public Digest write(Path zip, SignerKey key) {
    NavigableMap<String, CanonicalZip.Source> all = new TreeMap<>(files);
    put(all, BundleFiles.KEYS, keys);
    put(all, BundleFiles.FINDINGS, findings);
    put(all, BundleFiles.EXHIBITS, exhibits);
    put(all, BundleFiles.CUSTODY, custody);
    put(all, BundleFiles.ACTS, List.copyOf(acts.values()));
    makers.forEach((path, made) -> {
      byte[] bytes = made.apply(other -> text(all, other));
      all.put(path, () -> new ByteArrayInputStream(bytes));
    });
    Path aside = zip.resolveSibling(zip.getFileName() + ".new");
    try {
      byte[] manifest = CanonicalJson.write(manifest(all, key));
      all.put(BundleFiles.MANIFEST, () -> new ByteArrayInputStream(manifest));
      byte[] signature = key.sign(BundleFiles.manifestText(Digest.of(manifest))).bytes();
      all.put(BundleFiles.SIGNATURE, () -> new ByteArrayInputStream(signature));
      try {
        CanonicalZip.write(aside, all);
        Digest digest = BundleVerifier.require(aside, key.verifier());
        Files.move(aside, zip, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return digest;
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw new VerifyFault.Storage(zip.toString(), e);
    }
  }

  private static String text(Map<String, CanonicalZip.Source> all, String path) {
    CanonicalZip.Source source = all.get(path);
    if (source == null) {
      throw new VerifyFault.BadBundle("a file that another is made of is missing", path, "absent");
    }
    try (InputStream in = source.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new VerifyFault.Storage(path, e);
    }
  }

  private static void put(Map<String, CanonicalZip.Source> all, String path, List<Object> json) {
    byte[] bytes = CanonicalJson.write(json);
    all.put(path, () -> new ByteArrayInputStream(bytes));
  }

  private Map<String, Object> manifest(NavigableMap<String, CanonicalZip.Source> all, SignerKey key)
      throws IOException {
    List<Object> listed = new ArrayList<>();
    for (Map.Entry<String, CanonicalZip.Source> file : all.entrySet()) {
      try (DigestInputStream in = new DigestInputStream(file.getValue().open(), Digest.sha256())) {
        long bytes = in.transferTo(OutputStream.nullOutputStream());
        Digest digest = Digest.ofRaw(in.getMessageDigest().digest());
        listed.add(Map.of("path", file.getKey(), "sha256", digest.hex(), "bytes", bytes));
      }
    }
    return Map.of(
        "format", BundleFiles.FORMAT,
        "disclosure", disclosure.toString(),
        "case", caseId.toString(),
        "created", created.toString(),
        "signer", key.verifier().text(),
        "files", listed);
  }
}
