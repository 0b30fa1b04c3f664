package dev.sextant.records.reader.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mapping profiles that ship with the program, as {@code profiles/index.txt} lists them. */
public final class Profiles {
  private static final String FOLDER = "/profiles/";

  private final List<MappingProfile> list;

  private Profiles(List<MappingProfile> list) {
    this.list = List.copyOf(list);
  }

  /** Those that ship with the program, in the order of their list. */
  public static Profiles shipped() {
    List<MappingProfile> all = new ArrayList<>();
    resource("index.txt")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(name -> all.add(MappingProfile.parse(resource(name + ".yaml"))));
    return new Profiles(all);
  }

  private static String resource(String file) {
    try (InputStream in = Profiles.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new BadProfile("no such profile is shipped", "profiles", file, "report it");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each of them. */
  public List<MappingProfile> all() {
    return list;
  }

  /** The one of that name. */
  public Optional<MappingProfile> named(String name) {
    return list.stream().filter(p -> p.name().equals(name)).findFirst();
  }
}
