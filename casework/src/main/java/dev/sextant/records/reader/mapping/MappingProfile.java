package dev.sextant.records.reader.mapping;

import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named, versioned text that says what the columns of a table are ({@code
 * docs/formats/mapping.md}). Immutable; its digest is that of its canonical form, so that the same
 * profile written as YAML or JSON, in any order, has the same one.
 *
 * @param name lower-case letters, digits, dots and hyphens
 * @param version from 1; counts up with every change
 * @param title for people, or null
 * @param platform where the records come from, unless a field says otherwise
 * @param table how the table lies in its file
 * @param times how it writes times
 * @param self whose table it is, or null
 * @param recognise columns by which a table is known to be of this kind; empty if it must be asked
 *     for by name
 * @param records what each row gives
 * @param canonical the whole as canonical JSON
 */
public record MappingProfile(
    String name,
    long version,
    @Nullable String title,
    Platform platform,
    TableForm table,
    TimesForm times,
    @Nullable FieldForm self,
    List<String> recognise,
    List<RecordForm> records,
    String canonical) {
  /** A profile is small; a larger text is a mistake or an attack. */
  public static final int MOST_CHARACTERS = 1 << 18;

  /** Copies. */
  public MappingProfile {
    recognise = List.copyOf(recognise);
    records = List.copyOf(records);
  }

  /**
   * Reads a profile.
   *
   * @param text YAML or JSON
   * @throws BadProfile {@code SX-MAP-PROFILE} if it does not follow the format
   */
  public static MappingProfile parse(String text) {
    return new ProfileText(ProfileText.tree(text)).profile();
  }

  /**
   * A profile of its parts, as forms in a browser or on a command line give them.
   *
   * @throws BadProfile as {@link #parse}
   */
  public static MappingProfile of(Map<String, ?> tree) {
    return parse(CanonicalJson.text(tree));
  }

  /** The same with another version. */
  public MappingProfile versioned(long number) {
    Map<String, Object> tree = ProfileText.tree(canonical);
    tree.put("version", number);
    return of(tree);
  }

  /** SHA-256 of the canonical form. */
  public Digest digest() {
    return Digest.of(canonical.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Name, version and digest in one token, such as {@code orange/2/1f3a9c0d12ab34cd}. */
  public String id() {
    return name + "/" + version + "/" + digest().hex().substring(0, 16);
  }

  /** Every column that it names. */
  public List<String> columns() {
    List<String> all = new ArrayList<>();
    if (self != null) {
      all.addAll(self.columns());
    }
    records.forEach(r -> all.addAll(r.columns()));
    return all.stream().distinct().toList();
  }
}
