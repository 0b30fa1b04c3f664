package dev.sextant.records.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Registration plates, by a country's profile in {@code plates.txt}. Without a country nobody looks
 * for any: letters and digits in groups are found in every text.
 */
final class PlateRule {
  /** No plate has fewer digits that is told from words. */
  static final int FEWEST_DIGITS = 1;

  private static final String PROFILES = "plates.txt";

  private final String country;
  private final List<Pattern> shapes;

  PlateRule(String country) {
    this.country = country;
    this.shapes = shapes(country);
  }

  private static List<Pattern> shapes(String country) {
    List<Pattern> shapes = new ArrayList<>();
    try (InputStream in = PlateRule.class.getResourceAsStream(PROFILES)) {
      if (in == null) {
        throw new IllegalStateException(PROFILES + " is missing in this program");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#") && line.startsWith(country + " ")) {
          shapes.add(
              Pattern.compile(
                  "(?<![\\p{L}\\p{N}-])("
                      + line.substring(country.length() + 1).strip()
                      + ")(?![\\p{L}\\p{N}-])"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a resource of this program cannot be read", e);
    }
    return List.copyOf(shapes);
  }

  void look(Scan scan) {
    for (Pattern shape : shapes) {
      scan.each(shape, m -> plate(scan, m));
    }
  }

  private void plate(Scan scan, Matcher m) {
    if (scan.free(m.start(), m.end())) {
      String value = m.group(1).replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
      scan.add(
          SelectorKind.PLATE,
          "plate of " + country,
          m.start(),
          m.end(),
          country + " " + value,
          Check.NONE);
    }
  }
}
