package dev.sextant.disclosure.export;

import dev.sextant.disclosure.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What every export carries of where it comes from and how it may be handled, so that a file that
 * is passed on without its bundle still says so.
 *
 * @param facts by name, in the order of their names
 */
record Carried(Map<String, String> facts) {
  Carried {
    facts = java.util.Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  static Carried of(Report report) {
    Map<String, String> facts = new TreeMap<>();
    Report.Basis basis = report.basis();
    facts.put(
        "authority", basis.instrument() + " " + basis.number() + ", version " + basis.version());
    facts.put("case", report.caseNumber());
    facts.put("copy", report.marking().mark());
    facts.put("disclosure", report.id().toString());
    facts.put("handling", handling(report));
    facts.put("recipient", report.recipient().name() + ", " + report.recipient().organisation());
    facts.put("released", report.at().toString());
    facts.put("releasedBy", report.agency());
    facts.values().removeIf(String::isBlank);
    return new Carried(facts);
  }

  private static String handling(Report report) {
    String own = report.marking().handling();
    String authority = report.basis().handling();
    List<String> said = new ArrayList<>();
    for (String part : (own + ";" + authority).split(";")) {
      if (!part.isBlank() && !said.contains(part.strip())) {
        said.add(part.strip());
      }
    }
    return String.join("; ", said);
  }

  String authority() {
    return facts.getOrDefault("authority", "");
  }

  String handling() {
    return facts.getOrDefault("handling", "");
  }

  /** All of it in one line. */
  String line() {
    return facts.entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue())
        .collect(Collectors.joining("; "));
  }
}
