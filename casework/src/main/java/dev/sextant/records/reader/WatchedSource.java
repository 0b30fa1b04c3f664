package dev.sextant.records.reader;

import dev.sextant.terms.Locator;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A source that remembers what was looked at of it. */
final class WatchedSource implements SourceView {
  private final Source whole;
  private final List<Part> parts;
  private final Set<String> named = new LinkedHashSet<>();
  private final Set<String> begun = new LinkedHashSet<>();
  private final Set<String> opened = new LinkedHashSet<>();

  WatchedSource(Source whole) {
    this.whole = whole;
    this.parts = whole.parts().stream().<Part>map(Watched::new).toList();
  }

  List<String> named() {
    return first(named);
  }

  List<String> begun() {
    return first(begun);
  }

  List<String> opened() {
    return first(opened);
  }

  private static List<String> first(Set<String> paths) {
    return paths.stream().limit(Sniffed.MOST).toList();
  }

  @Override
  public Source whole() {
    return whole;
  }

  @Override
  public List<Part> parts() {
    return parts;
  }

  @Override
  public List<SetAside> setAside() {
    return whole.setAside();
  }

  @Override
  public Optional<Part> part(String path) {
    Optional<Part> found = parts.stream().filter(p -> p.path().equals(path)).findFirst();
    found.ifPresent(p -> named.add(path));
    return found;
  }

  /** A part that tells when it is looked into. */
  private final class Watched implements Part {
    private final Part part;

    Watched(Part part) {
      this.part = part;
    }

    @Override
    public String path() {
      return part.path();
    }

    @Override
    public long size() {
      return part.size();
    }

    @Override
    public InputStream open() throws IOException {
      opened.add(part.path());
      return part.open();
    }

    @Override
    public @Nullable ReadFault damage() throws IOException {
      return part.damage();
    }

    @Override
    public byte[] head() throws IOException {
      begun.add(part.path());
      return part.head();
    }

    @Override
    public String fileName() {
      return part.fileName();
    }

    @Override
    public Locator at(long from, long to, String pointer) {
      return part.at(from, to, pointer);
    }
  }
}
