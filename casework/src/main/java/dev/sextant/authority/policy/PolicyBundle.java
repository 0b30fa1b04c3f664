package dev.sextant.authority.policy;

import dev.sextant.terms.BadValue;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The policies' texts and their schema, bound together with a name, a version and a digest.
 *
 * @param name its name
 * @param version from 1
 * @param schema the schema's text
 * @param texts the policies' texts by file name
 */
public record PolicyBundle(String name, long version, String schema, Map<String, String> texts) {
  private static final String FORMAT = "sextant-policies/1";
  private static final int MOST_BYTES = 1 << 20;
  private static final Pattern FILE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,60}\\.cedar");

  /* Cedar has no scope but principal, action, resource, in this order; what follows "action" up to
   * ", resource" can therefore be cut out. */
  private static final Pattern NARROW_ACTION =
      Pattern.compile(
          "forbid \\( ?principal(?: is Person)? ?, ?"
              + "action (?:==|in) (?:(Action::\"\\w+\")|\\[ ?((?:Action::\"\\w+\"(?: ?, ?)?)++) ?\\]) ?, ?"
              + "resource\\b.*");

  private static final Pattern ACTION = Pattern.compile("Action::\"(\\w+)\"");

  /* What a forbid may be added to at once: steps of a case and leave for them. Whatever stops,
   * oversees or changes the law stays out of reach of one person, and so do holding and destroying,
   * which a court may have ordered. */
  private static final Set<String> STEPS =
      Set.of(
          "Collection",
          "Consultation",
          "Combination",
          "Disclosure",
          "SEAL",
          "READ",
          "SEARCH",
          "VIEW",
          "SUGGEST",
          "JUDGE",
          "FREEZE",
          "MEASURE",
          "CLAIM",
          "REVIEW_CLAIM",
          "PUBLISH",
          "SIGN",
          "RELEASE",
          "EXPORT",
          "TRANSFER",
          "PERMIT");

  /** Copies in order and checks names and sizes. */
  public PolicyBundle {
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    if (!name.matches("[a-z][a-z0-9-]{0,40}") || version < 1 || texts.isEmpty()) {
      throw malformed("policy bundle", name + " " + version);
    }
    texts.keySet().stream()
        .filter(file -> !FILE.matcher(file).matches())
        .findFirst()
        .ifPresent(file -> {
          throw malformed("policy file's name", file);
        });
  }

  /** The bundle that ships with the program. */
  public static PolicyBundle shipped() {
    return read(file -> {
      try (InputStream in = PolicyBundle.class.getResourceAsStream("/policies/" + file)) {
        if (in == null) {
          throw malformed("policy file", file);
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  /** Gives a bundle's file by its name. */
  public interface Files {
    /** The file's text; throws if there is none. */
    String text(String file);
  }

  /**
   * Reads a bundle from its files, as {@code bundle.yaml} lists them.
   *
   * @throws BadValue if the list is not one or a name is not a file's
   */
  public static PolicyBundle read(Files files) {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    strict.setMaxAliasesForCollections(0);
    Object read;
    try {
      read = new Yaml(new SafeConstructor(strict)).load(files.text("bundle.yaml"));
    } catch (YAMLException e) {
      throw malformed("bundle.yaml", "not YAML");
    }
    if (read instanceof Map<?, ?> map
        && map.get("bundle") instanceof String name
        && map.get("version") instanceof Integer version
        && "schema.cedarschema".equals(map.get("schema"))
        && map.get("policies") instanceof List<?> list) {
      TreeMap<String, String> texts = new TreeMap<>();
      for (Object file : list) {
        String named = String.valueOf(file);
        if (!FILE.matcher(named).matches()) {
          throw malformed("policy file's name", named);
        }
        texts.put(named, files.text(named));
      }
      return new PolicyBundle(name, version, files.text("schema.cedarschema"), texts);
    }
    throw malformed("bundle.yaml", "lacks bundle, version, schema or policies");
  }

  /**
   * Reads the canonical form.
   *
   * @throws BadValue if it is another format or not canonical
   */
  public static PolicyBundle parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MOST_BYTES) {
      throw malformed("policy bundle", bytes.length + " bytes");
    }
    Map<String, @Nullable Object> map = CanonicalJson.readObject(bytes);
    if (FORMAT.equals(map.get("format"))
        && map.get("name") instanceof String name
        && map.get("version") instanceof Long version
        && map.get("schema") instanceof String schema
        && map.get("policies") instanceof Map<?, ?> policies) {
      TreeMap<String, String> texts = new TreeMap<>();
      policies.forEach((file, one) -> texts.put(String.valueOf(file), String.valueOf(one)));
      PolicyBundle bundle = new PolicyBundle(name, version, schema, texts);
      if (bundle.text().equals(text)) {
        return bundle;
      }
    }
    throw malformed("policy bundle", "not " + FORMAT);
  }

  /** The canonical form. */
  public String text() {
    return CanonicalJson.text(
        Map.of(
            "format",
            FORMAT,
            "name",
            name,
            "version",
            version,
            "schema",
            schema,
            "policies",
            texts));
  }

  /** SHA-256 of the canonical form. */
  public Digest digest() {
    return Digest.of(text().getBytes(StandardCharsets.UTF_8));
  }

  /** All statements, by file and order. */
  public List<PolicyStatement> statements() {
    return texts.values().stream().flatMap(text -> PolicyStatement.of(text).stream()).toList();
  }

  /** The statement of an identifier. */
  public @Nullable PolicyStatement statement(String id) {
    return statements().stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  /**
   * Whether it is proved from the texts alone that this bundle, put in the place of another, makes
   * nothing possible and stops nothing that stops: schema and statements are the other's, and each
   * further statement forbids, on steps of a case or leave for them.
   */
  public boolean narrows(PolicyBundle other) {
    List<PolicyStatement> more = new ArrayList<>(statements());
    for (PolicyStatement old : other.statements()) {
      if (!more.remove(old)) {
        return false;
      }
    }
    return name.equals(other.name)
        && schema.equals(other.schema)
        && !more.isEmpty()
        && more.stream().allMatch(PolicyBundle::forbidsSteps)
        && distinct(statements());
  }

  private static boolean distinct(List<PolicyStatement> statements) {
    Set<String> ids = new HashSet<>();
    return statements.stream().allMatch(one -> !one.id().isEmpty() && ids.add(one.id()));
  }

  private static boolean forbidsSteps(PolicyStatement statement) {
    Matcher scope = NARROW_ACTION.matcher(statement.body());
    if (!scope.matches()) {
      return false;
    }
    String named = Objects.requireNonNullElse(scope.group(1), scope.group(2));
    return ACTION.matcher(named).results().allMatch(action -> STEPS.contains(action.group(1)));
  }

  private static BadValue malformed(String place, String value) {
    return new BadValue("SX-AUTH-LAW-FORM", place, value, "see docs/formats/policies.md");
  }

  /** True if every statement has an identifier of its own. */
  public boolean named() {
    return distinct(statements());
  }
}
