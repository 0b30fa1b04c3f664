package dev.sextant.authority;

import dev.sextant.authority.policy.PolicyBundle;
import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One version of a law.
 *
 * @param kind which of the two
 * @param digest SHA-256 of the body
 * @param name its name
 * @param version from 1
 * @param body canonical JSON of a policy bundle, or the YAML of a pack
 */
public record LawText(LawKind kind, Digest digest, String name, long version, String body) {

  /**
   * Reads a law from its body.
   *
   * @throws dev.sextant.terms.Fault if it is not one
   */
  public static LawText of(LawKind kind, String body) {
    Digest digest = Digest.of(body.getBytes(StandardCharsets.UTF_8));
    return switch (kind) {
      case POLICY -> {
        PolicyBundle bundle = PolicyBundle.parse(body);
        yield new LawText(kind, digest, bundle.name(), bundle.version(), body);
      }
      case PACK -> {
        JurisdictionPack pack = JurisdictionPack.parse(body);
        Rules.check(pack);
        yield new LawText(kind, digest, pack.name(), pack.version(), body);
      }
    };
  }

  /**
   * Binds the files of a policy bundle together.
   *
   * @param files texts by file name: {@code bundle.yaml}, {@code schema.cedarschema} and those that
   *     the first lists
   */
  public static LawText bundle(Map<String, String> files) {
    PolicyBundle bundle =
        PolicyBundle.read(file -> {
          String text = files.get(file);
          if (text == null) {
            throw new BadScope(
                "SX-AUTH-LAW-FORM",
                "a file of the bundle is missing",
                "policy bundle",
                file,
                "add it");
          }
          return text;
        });
    return of(LawKind.POLICY, bundle.text());
  }

  /**
   * Binds the texts of a policy bundle together.
   *
   * @param version from 1, above the one in force
   * @param texts the policies by file name
   */
  public static LawText bundle(
      String name, long version, String schema, Map<String, String> texts) {
    return of(LawKind.POLICY, new PolicyBundle(name, version, schema, texts).text());
  }

  /** The law that ships with the program. */
  public static LawText shippedPolicies() {
    return of(LawKind.POLICY, PolicyBundle.shipped().text());
  }

  /** The texts in it that a person reads, by file name: policies and schema, or the pack's YAML. */
  public Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    if (kind == LawKind.PACK) {
      files.put(name + ".yaml", body);
    } else {
      PolicyBundle bundle = PolicyBundle.parse(body);
      files.putAll(bundle.texts());
      files.put("schema.cedarschema", bundle.schema());
    }
    return files;
  }

  /** One sentence of each policy, by identifier and in order; empty for a pack. */
  public Map<String, String> sentences() {
    Map<String, String> says = new LinkedHashMap<>();
    if (kind == LawKind.POLICY) {
      PolicyBundle.parse(body)
          .statements()
          .forEach(one -> says.put(one.id(), one.annotations().getOrDefault("says", "")));
    }
    return says;
  }
}
