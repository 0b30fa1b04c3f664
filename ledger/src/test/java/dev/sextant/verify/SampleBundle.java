package dev.sextant.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.ledger.Checkpoint;
import dev.sextant.ledger.Ledger;
import dev.sextant.ledger.LedgerKey;
import dev.sextant.ledger.SignerKey;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.ledger.Witness;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A small whole bundle with a real log, and ways to bend it that leave everything else right. */
final class SampleBundle {
  static final Instant CREATED = Instant.parse("2026-06-01T09:00:00Z");

  private final SecureRandom random = new SecureRandom();
  private final Path folder;
  final SignerKey disclosure = key("agency.example/disclosure");
  final SignerKey author = key("agency.example/person/a");
  final SignerKey reviewer = key("agency.example/person/b");
  final LedgerKey log = LedgerKey.generate("agency.example/log", random);
  final SignerKey witness =
      SignerKey.generate("overseer.example/w", VerifierKey.Kind.COSIGNATURE, random);
  final Digest exhibit = Digest.of("exhibit".getBytes(UTF_8));

  SampleBundle(Path folder) {
    this.folder = folder;
  }

  SignerKey key(String name) {
    return SignerKey.generate(name, VerifierKey.Kind.NOTE, random);
  }

  List<BundleKey> keys() {
    return List.of(
        new BundleKey(BundleKey.Role.LOG, "agency", log.verifier()),
        new BundleKey(BundleKey.Role.WITNESS, "overseer", witness.verifier()),
        new BundleKey(BundleKey.Role.DISCLOSURE, "agency", disclosure.verifier()),
        new BundleKey(BundleKey.Role.PERSON, "person-a", author.verifier()),
        new BundleKey(BundleKey.Role.PERSON, "person-b", reviewer.verifier()));
  }

  Map<String, @Nullable Object> finding() {
    byte[] excerpt = "an excerpt".getBytes(UTF_8);
    return new TreeMap<>(
        Map.of(
            "claim", "two accounts are one actor",
            "supports",
                List.of(
                    Map.of(
                        "exhibit",
                        exhibit.hex(),
                        "excerptFile",
                        "excerpts/1.txt",
                        "excerptSha256",
                        Digest.of(excerpt).hex(),
                        "from",
                        0,
                        "to",
                        10)),
            "counterSupports", List.of()));
  }

  BundleWriter writer() {
    Clock clock = Clock.fixed(CREATED, ZoneOffset.UTC);
    try (Ledger ledger = Ledger.open(folder.resolve("log"), log, clock);
        Witness watching =
            Witness.open(folder.resolve("w"), witness, List.of(log.verifier()), clock)) {
      ledger.attach(watching);
      while (ledger.size() < 5) {
        ledger.append(("act " + ledger.size()).getBytes(UTF_8));
      }
      Checkpoint checkpoint = ledger.checkpoint();
      return new BundleWriter(DisclosureId.random(), CaseId.random(), CREATED)
          .keys(keys())
          .checkpoint(checkpoint)
          .act(ledger.view(), 1, checkpoint.size())
          .act(ledger.view(), 3, checkpoint.size())
          .exhibit("X/1", exhibit, 7, Map.of("how", "provider return"))
          .custody(
              "X/1",
              List.of(
                  Map.of(
                      "at", "2026-05-01T00:00:00Z",
                      "who", "person-a",
                      "what", "sealed",
                      "leaf", 1L,
                      "leafSha256", Digest.of("act 1".getBytes(UTF_8)).hex()),
                  Map.of("at", "2026-05-02T00:00:00Z", "who", "person-b", "what", "read")))
          .finding(
              finding(),
              List.of(
                  BundleSignature.sign(BundleSignature.AUTHOR, finding(), author),
                  BundleSignature.sign(BundleSignature.REVIEWER, finding(), reviewer)))
          .file("report.pdf", "%PDF-1.7 small".getBytes(UTF_8))
          .file("network.json", "{}".getBytes(UTF_8))
          .file("excerpts/1.txt", "an excerpt".getBytes(UTF_8));
    }
  }

  Path write() {
    Path zip = folder.resolve("bundle.zip");
    writer().write(zip, disclosure);
    return zip;
  }

  /** The contents of a bundle by path. */
  static TreeMap<String, byte[]> contents(Path zip) {
    TreeMap<String, byte[]> contents = new TreeMap<>();
    try (CanonicalZip open = CanonicalZip.open(zip)) {
      open.names().forEach(name -> contents.put(name, open.read(name, 1 << 20)));
    } catch (IOException e) {
      throw new VerifyFault.Storage(zip.toString(), e);
    }
    return contents;
  }

  /** Packs contents as they are. */
  Path pack(Map<String, byte[]> contents) {
    Map<String, CanonicalZip.Source> sources = new TreeMap<>();
    contents.forEach((name, bytes) -> sources.put(name, () -> new ByteArrayInputStream(bytes)));
    Path zip = folder.resolve("packed.zip");
    CanonicalZip.write(zip, sources);
    return zip;
  }

  /** Packs contents under a manifest made and signed anew, as only the agency itself could. */
  Path seal(TreeMap<String, byte[]> contents, SignerKey signer) {
    Map<String, @Nullable Object> manifest =
        new TreeMap<>(CanonicalJson.readObject(bytes(contents, BundleFiles.MANIFEST)));
    List<Object> files = new ArrayList<>();
    contents.forEach((name, bytes) -> {
      if (!name.equals(BundleFiles.MANIFEST) && !name.equals(BundleFiles.SIGNATURE)) {
        files.add(
            Map.of("path", name, "sha256", Digest.of(bytes).hex(), "bytes", (long) bytes.length));
      }
    });
    manifest.put("files", files);
    manifest.put("signer", signer.verifier().text());
    byte[] written = CanonicalJson.write(manifest);
    contents.put(BundleFiles.MANIFEST, written);
    contents.put(
        BundleFiles.SIGNATURE, signer.sign(BundleFiles.manifestText(Digest.of(written))).bytes());
    return pack(contents);
  }

  /** Replaces a text within one file and seals anew. */
  Path bent(Path zip, String file, String from, String to) {
    return bent(zip, file, text -> text.replace(from, to));
  }

  /** Changes one file and seals anew. */
  Path bent(Path zip, String file, UnaryOperator<String> change) {
    TreeMap<String, byte[]> contents = contents(zip);
    String text = new String(bytes(contents, file), UTF_8);
    String changed = change.apply(text);
    if (changed.equals(text)) {
      throw new IllegalArgumentException("nothing to change in " + text);
    }
    contents.put(file, changed.getBytes(UTF_8));
    return seal(contents, disclosure);
  }

  static byte[] bytes(Map<String, byte[]> contents, String name) {
    byte[] bytes = contents.get(name);
    if (bytes == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return bytes;
  }
}
