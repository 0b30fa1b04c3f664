package dev.sextant.helpdesk;

import dev.sextant.helpdesk.RequestDraft.Grounds;
import dev.sextant.helpdesk.RequestDraft.IssuerDraft;
import dev.sextant.helpdesk.RequestDraft.IssuerPart;
import dev.sextant.helpdesk.RequestDraft.Privilege;
import dev.sextant.helpdesk.RequestDraft.Secrecy;
import dev.sextant.terms.RequestId;
import dev.sextant.terms.Selector;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A request's form as a text in YAML, for the command line. */
final class DraftForm {
  private static final Set<String> NAMES =
      Set.of(
          "instrument",
          "offence",
          "maximumYears",
          "listed",
          "facts",
          "necessity",
          "higherBecause",
          "issuer",
          "secrecyBasis",
          "secrecyUntil",
          "noticeDeferral",
          "privilege",
          "privileged",
          "preservation");

  private final Map<?, ?> map;

  private DraftForm(Map<?, ?> map) {
    this.map = map;
  }

  static RequestDraft parse(String yaml) {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    strict.setMaxAliasesForCollections(0);
    Object read;
    try {
      read = new Yaml(new SafeConstructor(strict)).load(yaml);
    } catch (YAMLException e) {
      throw bad("form", "not a YAML text");
    }
    if (!(read instanceof Map<?, ?> map)) {
      throw bad("form", "not a mapping of names");
    }
    for (Object name : map.keySet()) {
      if (!NAMES.contains(String.valueOf(name))) {
        throw bad(String.valueOf(name), "no such field");
      }
    }
    return new DraftForm(map).draft();
  }

  private RequestDraft draft() {
    Object issuer = map.get("issuer");
    DraftForm by = new DraftForm(issuer instanceof Map<?, ?> names ? names : Map.of());
    String preservation = text("preservation");
    return new RequestDraft(
        InstrumentKind.of(text("instrument")),
        new Grounds(
            text("offence"),
            map.get("maximumYears") instanceof Integer years ? years : 0,
            Boolean.TRUE.equals(map.get("listed")),
            text("facts"),
            text("necessity"),
            text("higherBecause")),
        new IssuerDraft(
            by.part("part"),
            by.text("name"),
            by.text("office"),
            by.part("validatorPart"),
            by.text("validatorName"),
            by.text("validatorOffice"),
            by.text("fileNumber")),
        secrecy(),
        new Privilege(text("privilege"), selectors()),
        preservation.isEmpty() ? null : RequestId.parse(preservation));
  }

  private Secrecy secrecy() {
    Object until = map.get("secrecyUntil");
    try {
      Instant moment =
          until == null
              ? null
              : until instanceof java.util.Date day
                  ? day.toInstant()
                  : Instant.parse(String.valueOf(until));
      return new Secrecy(text("secrecyBasis"), moment, text("noticeDeferral"));
    } catch (DateTimeParseException e) {
      throw bad("secrecyUntil", String.valueOf(until));
    }
  }

  private Set<Selector> selectors() {
    Set<Selector> all = new HashSet<>();
    if (map.get("privileged") instanceof List<?> list) {
      list.forEach(one -> all.add(Selector.parse(String.valueOf(one))));
    }
    return all;
  }

  private IssuerPart part(String name) {
    String word = text(name);
    return Arrays.stream(IssuerPart.values())
        .filter(part -> part.name().equals(word.isEmpty() ? "NONE" : word))
        .findFirst()
        .orElseThrow(() -> bad(name, word));
  }

  private String text(String name) {
    Object value = map.get(name);
    return value == null ? "" : value.toString().strip();
  }

  private static ProcessRefused bad(String place, String value) {
    return new ProcessRefused(
        "SX-HELP-FORM",
        "the form cannot be read",
        place,
        value,
        "write it as docs/formats/legal-process.md says");
  }
}
