package dev.sextant.verify;

import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code findings.json}: each finding's digest recomputed, or of a copy with redactions the copy's,
 * every signature verified, an author and a reviewer who are different persons, and every exhibit
 * and excerpt that a finding names in the bundle.
 */
final class FindingsCheck {
  private final JsonAt findings;
  private final List<BundleKey> keys;
  private final Map<String, Digest> files;
  private final Set<String> exhibits;
  private final List<Signed> signed = new ArrayList<>();
  private long signatures;
  private long references;
  private long copies;

  FindingsCheck(
      JsonAt findings, List<BundleKey> keys, Map<String, Digest> files, Set<String> exhibits) {
    this.findings = findings;
    this.keys = keys;
    this.files = files;
    this.exhibits = exhibits;
  }

  /**
   * A finding whose signatures verified.
   *
   * @param at its place in {@code findings.json}
   * @param sha256 its digest
   * @param authors whose keys signed it as author
   * @param reviewers whose keys signed it as reviewer
   */
  record Signed(JsonAt at, String sha256, List<BundleKey> authors, List<BundleKey> reviewers) {
    /** The identifier by which acts name it. */
    String id() {
      return at.field("finding").field("id").text();
    }

    /** Whether it is a copy from which something was taken out. */
    boolean copy() {
      return at.has("copySha256");
    }
  }

  /** Returns the findings, in the file's order. */
  List<Signed> run(Map<String, Long> checked) {
    List<JsonAt> all = findings.list();
    for (JsonAt one : all) {
      finding(one);
    }
    checked.put("findings", (long) all.size());
    checked.put("findings' signatures", signatures);
    checked.put("findings given as copies with redactions", copies);
    checked.put("references from findings to exhibits and excerpts", references);
    return List.copyOf(signed);
  }

  private void finding(JsonAt one) {
    JsonAt finding = one.field("finding");
    if (!(finding.value() instanceof Map<?, ?>)) {
      throw finding.bad("a finding is an object", "");
    }
    // Of a copy with redactions, the signatures are over the finding as it was signed.
    boolean copy = one.has("copySha256");
    Digest here = Digest.of(CanonicalJson.write(finding.value()));
    if (!here.equals(one.field(copy ? "copySha256" : "sha256").digest())) {
      throw one.bad("the finding does not fit its digest", here.hex());
    }
    Digest digest = one.field("sha256").digest();
    if (copy && (digest.equals(here) || finding.has("salt"))) {
      throw one.bad("a copy with redactions is another than the finding, without its salt", "");
    }
    copies += copy ? 1 : 0;
    List<BundleKey> authors = new ArrayList<>();
    List<BundleKey> reviewers = new ArrayList<>();
    for (JsonAt signature : one.field("signatures").list()) {
      BundleKey signer = verified(signature, digest);
      switch (signature.field("role").text()) {
        case BundleSignature.AUTHOR -> authors.add(signer);
        case BundleSignature.REVIEWER -> reviewers.add(signer);
        default -> throw signature.bad("unknown role", signature.field("role").text());
      }
    }
    differentPersons(one, authors, reviewers);
    references(finding);
    signed.add(new Signed(one, digest.hex(), List.copyOf(authors), List.copyOf(reviewers)));
  }

  private BundleKey verified(JsonAt signature, Digest finding) {
    String name = signature.field("key").text();
    BundleKey key =
        keys.stream()
            .filter(k -> k.role() == BundleKey.Role.PERSON && k.key().name().equals(name))
            .findFirst()
            .orElseThrow(() -> signature.bad("no person's key of this name in keys.json", name));
    BundleVerifier.requireNote(
        signature.place(),
        signature.field("note").text().getBytes(StandardCharsets.UTF_8),
        BundleSignature.text(finding),
        key.key());
    signatures++;
    return key;
  }

  private static void differentPersons(
      JsonAt one, List<BundleKey> authors, List<BundleKey> reviewers) {
    if (authors.isEmpty() || reviewers.isEmpty()) {
      throw one.bad("a finding needs an author's and a reviewer's signature", "signatures");
    }
    for (BundleKey author : authors) {
      for (BundleKey reviewer : reviewers) {
        if (author.holder().equals(reviewer.holder()) || author.key().equals(reviewer.key())) {
          throw one.bad("author and reviewer are the same person", author.holder());
        }
      }
    }
  }

  private void references(JsonAt json) {
    if (json.value() instanceof List<?>) {
      json.list().forEach(this::references);
    }
    if (!(json.value() instanceof Map<?, ?> map)) {
      return;
    }
    if (map.get("exhibit") instanceof String digest) {
      references++;
      if (!exhibits.contains(digest)) {
        throw json.bad("an exhibit is not listed in exhibits.json", digest);
      }
    }
    if (map.get("excerptFile") instanceof String path) {
      references++;
      Digest file = files.get(path);
      if (file == null) {
        throw json.bad("an excerpt is not in the bundle", path);
      }
      if (json.has("excerptSha256") && !json.field("excerptSha256").digest().equals(file)) {
        throw json.bad("an excerpt does not fit its digest", path);
      }
    }
    map.keySet().forEach(name -> references(json.field(String.valueOf(name))));
  }
}
