package dev.sextant.linkage.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Word lists shipped beside the classes: a line is one entry, words apart by blanks, # a remark.
 */
public final class WordList {
  private WordList() {}

  /**
   * Reads a list.
   *
   * @param beside the class whose package holds the list
   * @param name the file's name
   * @return the words of each line, in order; remarks and empty lines left out
   */
  public static List<List<String>> lines(Class<?> beside, String name) {
    List<List<String>> lines = new ArrayList<>();
    try (InputStream bytes = beside.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IllegalStateException("the list " + name + " is not in the program");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(List.of(line.strip().split("\\s+")));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("the list " + name + " cannot be read", broken);
    }
    return List.copyOf(lines);
  }
}
