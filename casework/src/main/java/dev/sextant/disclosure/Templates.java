package dev.sextant.disclosure;

import dev.sextant.disclosure.report.Form;
import dev.sextant.terms.BadValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The templates that this program brings, read from its own {@code templates.yaml}. */
public final class Templates {
  private final Map<String, Template> all;

  private Templates(Map<String, Template> all) {
    this.all = all;
  }

  /** The program's own. */
  public static Templates shipped() {
    try (InputStream in = Templates.class.getResourceAsStream("templates.yaml")) {
      if (in == null) {
        throw new IOException("templates.yaml is not on the class path");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a text of templates.
   *
   * @throws BadValue {@code SX-DISC-TEMPLATE-TEXT} if a field is missing or a word is unknown
   */
  static Templates parse(String text) {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    Object read = new Yaml(new SafeConstructor(strict)).load(text);
    Map<String, Template> all = new LinkedHashMap<>();
    for (Object row : list(read, "templates")) {
      if (!(row instanceof Map<?, ?> map)) {
        throw bad("template", String.valueOf(row));
      }
      Template template = template(map);
      if (all.put(template.id(), template) != null) {
        throw bad("id", template.id());
      }
    }
    return new Templates(all);
  }

  private static Template template(Map<?, ?> row) {
    EnumSet<Template.Receiver> receivers = EnumSet.noneOf(Template.Receiver.class);
    texts(row, "receivers").forEach(r -> receivers.add(one(Template.Receiver.class, r)));
    EnumSet<Template.Need> needs = EnumSet.noneOf(Template.Need.class);
    texts(row, "needs").forEach(n -> needs.add(one(Template.Need.class, n)));
    List<Form.Section> sections = new ArrayList<>();
    texts(row, "sections").forEach(s -> sections.add(one(Form.Section.class, s)));
    String third = text(row, "thirdParties");
    if (!third.equals("NAMED") && !third.equals("WITHHELD")) {
      throw bad("thirdParties", third);
    }
    return new Template(
        text(row, "id"),
        text(row, "title"),
        receivers,
        needs,
        third.equals("WITHHELD"),
        Boolean.TRUE.equals(row.get("choice")),
        sections,
        texts(row, "refused"),
        texts(row, "words"));
  }

  private static <E extends Enum<E>> E one(Class<E> type, String name) {
    for (E one : type.getEnumConstants()) {
      if (one.name().equals(name)) {
        return one;
      }
    }
    throw bad(type.getSimpleName(), name);
  }

  private static String text(Map<?, ?> row, String name) {
    Object value = row.get(name);
    if (value == null) {
      throw bad(name, "missing");
    }
    return value.toString();
  }

  private static List<String> texts(Map<?, ?> row, String name) {
    return list(row.get(name), name).stream().map(String::valueOf).toList();
  }

  private static List<?> list(@org.jspecify.annotations.Nullable Object value, String name) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw bad(name, String.valueOf(value));
  }

  private static BadValue bad(String field, String value) {
    return new BadValue("SX-DISC-TEMPLATE-TEXT", field, value, "see the head of templates.yaml");
  }

  /** In the order in which they are offered. */
  public List<Template> all() {
    return List.copyOf(all.values());
  }

  /**
   * The template of an identifier.
   *
   * @throws BadValue {@code SX-DISC-TEMPLATE-UNKNOWN}
   */
  public Template of(String id) {
    Template template = all.get(id);
    if (template == null) {
      throw new BadValue("SX-DISC-TEMPLATE-UNKNOWN", "template", id, "use one of " + all.keySet());
    }
    return template;
  }
}
