package dev.sextant.records.reader.holdout;

import dev.sextant.records.Record;
import dev.sextant.records.RecordCodec;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.ExhibitSource;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Readers;
import dev.sextant.records.reader.Source;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;

/**
 * One hold-out: files, and after {@link #read} what is wrong with what a reader made of them. All
 * problems are gathered and told together, so that one run says all there is to say.
 */
@NullUnmarked // What is null where it must not be fails the test by itself.
final class HoldOut implements AutoCloseable {
  private static final Pattern PLANTED = Pattern.compile("zz[a-z0-9]{2,}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]{4,}");

  /** Files above this are not searched for planted words. */
  private static final int MOST_SEARCHED = 1 << 22;

  private final String name;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final Path folder;
  private boolean opaque;
  private boolean unplanted;
  private ReadTrial trial;

  private HoldOut(String name) {
    this.name = name;
    try {
      this.folder = Files.createTempDirectory("holdout");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A hold-out by its name, without files yet. */
  static HoldOut of(String name) {
    return new HoldOut(name);
  }

  /** Adds a file of UTF-8 text. */
  HoldOut file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a file. */
  HoldOut file(String path, byte[] bytes) {
    files.put(path, bytes);
    return this;
  }

  /** Noise that packers and desktops leave. */
  HoldOut noise() {
    file("__MACOSX/._x", new byte[] {0, 5, 22, 7});
    return file(".DS_Store", new byte[] {0, 0, 0, 1, 'B', 'u', 'd', '1'});
  }

  /** The bytes are packed or coded: words are not looked for at the locators. */
  HoldOut opaque() {
    opaque = true;
    return this;
  }

  /** Planted words run into bytes that are no words: they are asked for one by one. */
  HoldOut unplanted() {
    unplanted = true;
    return this;
  }

  /** The files as given. */
  Map<String, byte[]> files() {
    return files;
  }

  /** Reads the only file as it is. */
  HoldOut readPlain() {
    Map.Entry<String, byte[]> only = files.entrySet().iterator().next();
    return read(only.getKey().substring(only.getKey().lastIndexOf('/') + 1), only.getValue());
  }

  /** Reads the files as one zip, then as a folder, which must give as many records. */
  HoldOut readZip() {
    read(name + ".zip", Battering.zip(files));
    try {
      Path unpacked = folder.resolve("unpacked");
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path to = unpacked.resolve(file.getKey());
        Files.createDirectories(to.getParent());
        Files.write(to, file.getValue());
      }
      try (ReadTrial second = ReadTrial.of(unpacked, Readers.all(), Limits.standard())) {
        expect(
            second.records.size() == trial.records.size() && second.reader().equals(trial.reader()),
            "the same as a folder",
            second.reader()
                + " "
                + second.records.size()
                + " records, as a zip "
                + trial.reader()
                + " "
                + trial.records.size());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private HoldOut read(String fileName, byte[] bytes) {
    try {
      Path file = Files.write(folder.resolve(fileName), bytes);
      trial = ReadTrial.of(file);
      shaken(fileName);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    everything();
    opened(folder.resolve(fileName));
    return this;
  }

  /* What holds for every hold-out. */
  private void everything() {
    trial.outcome().stopped().ifPresent(f -> problem("read to the end", f.code() + " " + f.what()));
    trial.faults.forEach(f -> {
      if (!f.fault().code().equals(dev.sextant.records.reader.ReadFault.DUPLICATE)) {
        problem("no fault", f.fault().code() + " " + f.fault().what() + " at " + at(f.where()));
      }
    });
    if (!opaque) {
      trial.records.stream()
          .filter(r -> !pointsAtItsWords(r))
          .limit(3)
          .forEach(r ->
              problem(
                  "the locator's bytes hold the words \"" + cut(r.words()) + "\"",
                  at(r.header().locator())));
    }
  }

  /* As the viewer does: the bytes of each record are cut out of the exhibit, packed parts opened. */
  private void opened(Path file) {
    try (ExhibitSource source = ExhibitSource.open(file, Limits.standard())) {
      for (Record record : trial.records) {
        Locator at = record.header().locator();
        if (!opens(source, at)) {
          problem("the viewer can open the bytes of each record", at(at));
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /* The same in other clothes: below one more folder, with the keys of JSON in another order. */
  private void shaken(String fileName) throws IOException {
    boolean archive = files.size() > 1;
    if (archive) {
      Map<String, byte[]> below = new LinkedHashMap<>();
      files.forEach((path, bytes) -> below.put("my export (1)/" + path, bytes));
      same("below one more folder", "shaken.zip", Battering.zip(below));
    }
    Map<String, byte[]> turned = new LinkedHashMap<>();
    files.forEach((path, bytes) -> turned.put(path, Turned.json(path, bytes)));
    byte[] only = turned.values().iterator().next();
    same(
        "with JSON keys in another order",
        archive ? "shaken.zip" : fileName,
        archive ? Battering.zip(turned) : only);
  }

  private void same(String how, String fileName, byte[] bytes) throws IOException {
    Path file =
        Files.write(Files.createDirectories(folder.resolve("shaken")).resolve(fileName), bytes);
    try (ReadTrial other = ReadTrial.of(file)) {
      var was = trial.outcome().tally().byKind();
      var is = other.outcome().tally().byKind();
      expect(
          other.reader().equals(trial.reader()) && is.equals(was),
          "the same records " + how + ": " + was,
          other.reader() + " " + is);
    }
  }

  private static boolean opens(Source source, Locator at) throws IOException {
    var whole = source.part(at.part());
    if (whole.isPresent()) {
      return at.to() <= whole.get().size();
    }
    int nested = at.part().indexOf("!/");
    while (nested >= 0) {
      var outer = source.part(at.part().substring(0, nested));
      if (outer.isPresent()) {
        try (ExhibitSource inner = ExhibitSource.nested(source, outer.get())) {
          return opens(inner, at);
        } catch (ReaderFault e) {
          return false;
        }
      }
      nested = at.part().indexOf("!/", nested + 1);
    }
    return false;
  }

  private static String at(Locator at) {
    return at.part() + "@" + at.from() + "-" + at.to() + "#" + at.pointer();
  }

  private boolean pointsAtItsWords(Record record) {
    if (!(record instanceof Record.Message || record instanceof Record.Post)) {
      return true; // The words of a doing may be the reader's: "like".
    }
    String longest =
        WORD.matcher(record.words())
            .results()
            .map(r -> r.group())
            .max(Comparator.comparing(String::length))
            .orElse("");
    return longest.isEmpty() || bytes(record.header().locator()).contains(longest);
  }

  private String bytes(Locator at) {
    try {
      return trial.text(at);
    } catch (NoSuchElementException e) {
      return ""; // In an archive within the archive: opened by those who view it.
    }
  }

  /** The trial, for what no other method asks. */
  ReadTrial trial() {
    return trial;
  }

  /** Notes what was expected if it is not so. */
  HoldOut expect(boolean so, String expected, Object came) {
    if (!so) {
      problem(expected, String.valueOf(came));
    }
    return this;
  }

  void problem(String expected, String came) {
    problems.add("expected " + expected + "; came: " + came);
  }

  /** The reader's name must match. */
  HoldOut by(String regex) {
    boolean fits = Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(trial.reader()).find();
    return expect(fits, "a reader named like /" + regex + "/", "'" + trial.reader() + "'");
  }

  /** So many records of a kind. */
  HoldOut count(Class<? extends Record> kind, int wanted) {
    long came = trial.of(kind).size();
    return expect(came == wanted, wanted + " " + kind.getSimpleName(), came + " " + shown(kind));
  }

  /** So many records of a kind that also satisfy something. */
  <R extends Record> HoldOut count(
      Class<R> kind, int wanted, String which, Predicate<R> condition) {
    long came = trial.of(kind).stream().filter(condition).count();
    return expect(
        came == wanted, wanted + " " + kind.getSimpleName() + " " + which, came + shown(kind));
  }

  private String shown(Class<? extends Record> kind) {
    return trial.of(kind).stream().limit(4).map(Found::brief).toList().toString();
  }

  /** A note with this code must have been told. */
  HoldOut noted(String code) {
    return expect(
        trial.notes.stream().anyMatch(n -> n.code().equals(code)),
        "a note " + code,
        trial.notes.stream().map(n -> n.code()).toList());
  }

  /** A note that says something like this must have been told. */
  HoldOut notedLike(String regex) {
    Pattern wanted = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    return expect(
        trial.notes.stream().anyMatch(n -> wanted.matcher(n.code() + " " + n.what()).find()),
        "a note like /" + regex + "/",
        trial.notes);
  }

  /** The record of a kind that satisfies something, or a problem. */
  <R extends Record> Found the(Class<R> kind, String which, Predicate<R> condition) {
    List<R> found = trial.of(kind).stream().filter(condition).toList();
    expect(
        !found.isEmpty(),
        "a " + kind.getSimpleName() + " " + which,
        "none among " + trial.of(kind).size() + " " + shown(kind));
    return new Found(this, which, found.isEmpty() ? null : found.getFirst());
  }

  /** The message with these words. */
  Found message(String words) {
    return the(Record.Message.class, "\"" + words + "\"", m -> m.text().contains(words));
  }

  /** The post with these words. */
  Found post(String words) {
    return the(Record.Post.class, "\"" + words + "\"", p -> p.text().contains(words));
  }

  /** The log-in from this address. */
  Found login(String ip) {
    return the(Record.Login.class, "from " + ip, l -> ip.equals(l.ip()));
  }

  /** All that is said of an account, which may stand in several records. */
  String saidOf(dev.sextant.records.AccountRef account) {
    StringBuilder said = new StringBuilder();
    trial.of(Record.Profile.class).stream()
        .filter(p -> p.account().accountKey().equals(account.accountKey()))
        .forEach(p ->
            said.append(new String(RecordCodec.bytes(p), StandardCharsets.UTF_8)).append('\n'));
    return said.toString();
  }

  /** The profile of this account. */
  Found profile(String who) {
    return the(Record.Profile.class, "of " + who, p -> Found.is(p.account(), who));
  }

  /** Who lists whom. */
  Found follow(String from, String to, Record.Follow.How how) {
    return the(
        Record.Follow.class,
        from + " " + how + " " + to,
        f -> Found.is(f.from(), from) && Found.is(f.to(), to) && f.how() == how);
  }

  /** A doing with this in its text, object or other fields. */
  Found activity(Record.Activity.What what, String value) {
    return the(
        Record.Activity.class,
        what + " " + value,
        a ->
            a.what() == what
                && (a.text() + "\n" + a.object() + "\n" + a.towards() + a.header().extra())
                    .contains(value));
  }

  /** A place within about three metres. */
  Found place(double latitude, double longitude) {
    return the(
        Record.Place.class,
        "at " + latitude + "," + longitude,
        p ->
            Math.abs(p.latitude() - latitude) < 3e-5 && Math.abs(p.longitude() - longitude) < 3e-5);
  }

  /** Who belongs where. */
  Found member(String who, String group, Record.Membership.Action action) {
    return the(
        Record.Membership.class,
        who + " " + action + " " + group,
        m ->
            Found.is(m.account(), who)
                && m.action() == action
                && (m.group().key().contains(group)
                    || String.valueOf(m.group().title()).contains(group)));
  }

  /** Somebody who says nothing is at least a recipient or a member. */
  HoldOut told(String who, String what) {
    boolean member =
        trial.of(Record.Membership.class).stream().anyMatch(m -> Found.is(m.account(), who));
    boolean reached =
        trial.of(Record.Message.class).stream()
            .anyMatch(m -> m.recipients().stream().anyMatch(r -> Found.is(r, who)));
    return expect(member || reached, who + " " + what, "neither member nor recipient anywhere");
  }

  /** A tie. */
  Found relation(String from, String to) {
    return the(
        Record.Relation.class,
        from + " - " + to,
        r -> Found.is(r.from(), from) && Found.is(r.to(), to));
  }

  /** A value must be in some record, unknown item, fault's bytes or note. */
  HoldOut kept(String... values) {
    String all = everythingTold();
    for (String value : values) {
      expect(
          all.contains(value.toLowerCase(Locale.ROOT)),
          "\"" + value + "\" kept somewhere (extra, unknown, attribute, note)",
          "nowhere");
    }
    return this;
  }

  private String everythingTold() {
    StringBuilder told = new StringBuilder();
    for (Record r : trial.records) {
      told.append(new String(RecordCodec.bytes(r), StandardCharsets.UTF_8)).append('\n');
    }
    trial.unknowns.forEach(
        u -> told.append(u.section()).append(u.where().pointer()).append(bytes(u.where())));
    trial.faults.forEach(f -> told.append(bytes(f.where())));
    trial.ignored.forEach(i -> told.append(bytes(i)));
    trial.notes.forEach(n -> told.append(n.what()).append('\n'));
    return told.toString().toLowerCase(Locale.ROOT);
  }

  private void planted() {
    TreeSet<String> words = new TreeSet<>();
    for (byte[] bytes : files.values()) {
      if (bytes.length < MOST_SEARCHED) {
        Matcher m = PLANTED.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        while (m.find()) {
          words.add(m.group());
        }
      }
    }
    kept(words.toArray(String[]::new));
  }

  /** The same for files with one fault of this kind on purpose. */
  void doneBut(String code) {
    problems.removeIf(p -> p.startsWith("expected no fault; came: " + code));
    done();
  }

  /** Checks the planted words and tells all problems. */
  void done() {
    if (!unplanted) {
      planted();
    }
    close();
    if (problems.isEmpty()) {
      return;
    }
    String report = System.getProperty("holdout.report", "");
    if (!report.isEmpty()) {
      report(Path.of(report));
    }
    throw new AssertionError(
        name + " (" + trial.reader() + "):\n  " + String.join("\n  ", problems));
  }

  private void report(Path to) {
    StringBuilder text = new StringBuilder("### " + name + " (read by `" + trial.reader() + "`)\n");
    problems.forEach(p -> text.append("- ").append(cut(p)).append('\n'));
    try {
      Files.writeString(to, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cut(String text) {
    String line = text.replace('\n', ' ');
    return line.length() > 1000 ? line.substring(0, 1000) + "..." : line;
  }

  @Override
  public void close() {
    trial.close();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path p : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(p);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
