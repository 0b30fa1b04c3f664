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
  final DisclosureId disclosureId = DisclosureId.random();
  final CaseId caseId = CaseId.random();

  /** A view of another exhibit than the bundle's: an entry that has nothing to do with it. */
  static final long OTHER_VIEW = 13;

  /** An entry that is no act at all. */
  static final long NO_ACT = 15;

  /** What the log holds, by index. */
  final List<byte[]> entries;

  SampleBundle(Path folder) {
    this.folder = folder;
    String finding = BundleSignature.digest(finding()).hex();
    List<byte[]> log = new ArrayList<>();
    act(
        log,
        "2026-05-01T00:00:00.000000456Z",
        "SEAL person-a",
        Map.of("how", "DEVICE", "tool", "t/1"));
    end(log, Map.of("digest", exhibit.hex(), "bytes", 7L, "exhibit", "exhibit-id"), List.of());
    act(log, "2026-05-02T00:00:00Z", "READ person-b", Map.of("exhibit", "exhibit-id"));
    end(log, Map.of("records", 1L), List.of("exhibit-id"));
    act(log, "2026-05-03T00:00:00Z", "VIEW person-b", Map.of("record", "some-record"));
    end(log, Map.of("output", exhibit.hex()), List.of("exhibit-id"));
    act(log, "2026-05-04T00:00:00Z", "CLAIM person-a", Map.of("finding", "finding-id"));
    end(log, Map.of("finding", finding), List.of());
    act(
        log,
        "2026-05-05T00:00:00Z",
        "REVIEW person-b",
        Map.of("finding", "finding-id", "decision", "ACCEPT"));
    end(log, Map.of("finding", finding), List.of());
    act(log, "2026-05-06T00:00:00Z", "SIGN person-a", Map.of("finding", "finding-id"));
    end(log, Map.of("finding", finding), List.of());
    act(
        log,
        CREATED.toString(),
        "RELEASE person-a",
        Map.of(
            "disclosure",
            disclosureId.toString(),
            "findings",
            1L,
            "finding-1",
            "finding-id",
            "recipient",
            Digest.ofFields("sextant-recipient/v1", "salt", "Paula", "Court", "Charge", "MoU")
                .hex()));
    act(log, "2026-05-03T00:00:30Z", "VIEW person-b", Map.of("record", "other-record"));
    end(log, Map.of("output", exhibit.hex()), List.of("other-exhibit"));
    log.add("no act".getBytes(UTF_8));
    this.entries = List.copyOf(log);
  }

  /* An intent, its step and its actor in one text. */
  private void act(List<byte[]> log, String at, String stepAndActor, Map<String, Object> inputs) {
    String[] words = stepAndActor.split(" ");
    Map<String, Object> entry = entry(log.size(), "intent", at, words[0]);
    entry.put("actor", words[1]);
    entry.put("inputs", inputs);
    log.add(CanonicalJson.write(entry));
  }

  /* The outcome of the entry before. */
  private void end(List<byte[]> log, Map<String, Object> outputs, List<String> exhibits) {
    int intent = log.size() - 1;
    Map<String, ?> begun = CanonicalJson.readObject(log.get(intent));
    String step = String.valueOf(begun.get("step"));
    Map<String, Object> entry = entry(intent, "outcome", String.valueOf(begun.get("at")), step);
    entry.put("intent", (long) intent);
    entry.put("outcome", "DONE");
    entry.put("outputs", outputs);
    if (!exhibits.isEmpty()) {
      entry.put("exhibits", exhibits);
    }
    log.add(CanonicalJson.write(entry));
  }

  private Map<String, Object> entry(int act, String kind, String at, String step) {
    return new TreeMap<>(
        Map.of(
            "format",
            "sextant-act/1",
            "kind",
            kind,
            "act",
            "act-" + act,
            "at",
            at,
            "case",
            caseId.toString(),
            "step",
            step));
  }

  /** The digest of an entry of the log. */
  String sha256(long index) {
    return Digest.of(entries.get((int) index)).hex();
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
            "id",
            "finding-id",
            "claim",
            "two accounts are one actor",
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
            "counterSupports",
            List.of()));
  }

  /** The bundle as it should be, and further entries of the log with their proofs. */
  BundleWriter writer(long... further) {
    Clock clock = Clock.fixed(CREATED, ZoneOffset.UTC);
    try (Ledger ledger = Ledger.open(folder.resolve("log"), log, clock);
        Witness watching =
            Witness.open(folder.resolve("w"), witness, List.of(log.verifier()), clock)) {
      ledger.attach(watching);
      while (ledger.size() < entries.size()) {
        ledger.append(entries.get((int) ledger.size()));
      }
      Checkpoint checkpoint = ledger.checkpoint();
      BundleWriter writer =
          new BundleWriter(disclosureId, caseId, CREATED)
              .keys(keys())
              .checkpoint(checkpoint)
              .exhibit("X/1", exhibit, 7, Map.of("how", "DEVICE", "tool", "t/1"))
              .custody(
                  "X/1",
                  List.of(
                      link("2026-05-01T00:00:00Z", "a", "sealed", 0),
                      link("2026-05-02T00:00:00Z", "b", "read", 2),
                      link("2026-05-03T00:00:00Z", "b", "opened", 4)))
              .finding(finding(), signatures(finding()))
              .file("report.pdf", "%PDF-1.7 small".getBytes(UTF_8))
              .file("report.json", CanonicalJson.write(report()))
              .file("network.json", "{}".getBytes(UTF_8))
              .file("excerpts/1.txt", "an excerpt".getBytes(UTF_8));
      for (long index = 0; index <= OTHER_VIEW + 1; index++) {
        writer.act(ledger.view(), index, checkpoint.size());
      }
      for (long index : further) {
        writer.act(ledger.view(), index, checkpoint.size());
      }
      return writer;
    }
  }

  /** An entry of a chain of custody that fits the log. */
  Map<String, Object> link(String at, String person, String what, long leaf) {
    return Map.of(
        "at",
        at,
        "who",
        "Person " + person,
        "actor",
        "person-" + person,
        "what",
        what,
        "leaf",
        leaf,
        "leafSha256",
        sha256(leaf));
  }

  /** A finding signed by both persons. */
  List<BundleSignature> signatures(Map<String, ? extends @Nullable Object> finding) {
    return List.of(
        BundleSignature.sign(BundleSignature.AUTHOR, finding, author),
        BundleSignature.sign(BundleSignature.REVIEWER, finding, reviewer));
  }

  private Map<String, Object> report() {
    return Map.of(
        "id", disclosureId.toString(),
        "findings", List.of(Map.of("sha256", BundleSignature.digest(finding()).hex())),
        "exhibits", List.of(Map.of("number", "X/1", "sha256", exhibit.hex(), "bytes", 7L)),
        "custody",
            List.of(
                touch("2026-05-01T00:00:00Z", "a", "sealed", 0),
                touch("2026-05-02T00:00:00Z", "b", "read", 2),
                touch("2026-05-03T00:00:00Z", "b", "opened", 4)),
        "recipient",
            Map.of("name", "Paula", "organisation", "Court", "need", "Charge", "agreement", "MoU"),
        "recipientSalt", "salt");
  }

  private static Map<String, Object> touch(String at, String person, String event, long leaf) {
    return Map.of(
        "exhibit", "X/1", "at", at, "by", "Person " + person, "event", event, "leaf", leaf);
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
