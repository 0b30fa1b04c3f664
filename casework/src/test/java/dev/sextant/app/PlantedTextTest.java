package dev.sextant.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.app.flow.Demo;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Purpose;
import dev.sextant.records.Record;
import dev.sextant.records.RecordQuery;
import dev.sextant.terms.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the database's administrator and whoever carries off the disk can read: every column of
 * every table, and every file of the home, is searched for the names, handles, selectors and words
 * of a case. What is found must be on the list below, with its reason.
 */
@Tag("heavy")
class PlantedTextTest {
  /** Where text of the case may stand in clear, by the begin of its place, and why. */
  private static final Map<String, String> ALLOWED =
      Map.of(
          "file demo/", "the training material itself, written there for people to look at",
          "name of demo/", "the same",
          "file disclosures/",
              "bundles are for their recipients to read (packed, so rarely found by this search);"
                  + " the folder is its owner's alone");

  @TempDir private Path home;

  private record Mark(String kind, String text) {}

  /* Taken from the case as the program shows it, not from a list that could grow stale. */
  private static List<Mark> marks(House house) {
    var people = house.authority().people();
    var ana = people.byLogin("ana").orElseThrow().id();
    var file = house.authority().cases().cases(ana).getFirst();
    var authority = house.authority().authorities().authorities(ana, file.id()).getFirst();
    Permit permit =
        house
            .authority()
            .authorities()
            .permit(ana, authority.document().id(), new Purpose("Collect what must not be found"));
    Set<Mark> marks = new java.util.LinkedHashSet<>();
    permit.scope().selectors().stream()
        .map(s -> s.value())
        .filter(v -> v.length() >= 6)
        .forEach(v -> marks.add(new Mark("selector", v)));
    house.rooms().custody().exhibits(permit).forEach(e -> marks.add(new Mark("file", e.name())));
    for (var found :
        house.rooms().records().search(permit, RecordQuery.all().page(0, 1000)).found()) {
      Record record = found.record().record();
      record
          .accounts()
          .forEach(a -> {
            add(marks, "account", a.key());
            add(marks, "handle", a.handle());
            add(marks, "name", a.displayName());
          });
      var conversation = record.inConversation();
      if (conversation != null) {
        add(marks, "conversation", conversation.title());
      }
      if (record.words().length() >= 25) {
        add(marks, "words", record.words().substring(0, 25));
      }
    }
    // A name shared with somebody of the agency would prove nothing.
    Set<String> staff = people.all().stream().map(p -> p.name()).collect(Collectors.toSet());
    return marks.stream().filter(m -> staff.stream().noneMatch(s -> s.contains(m.text()))).toList();
  }

  private static void add(
      Set<Mark> marks, String kind, @org.jspecify.annotations.Nullable String text) {
    if (text != null && text.length() >= 6) {
      marks.add(new Mark(kind, text));
    }
  }

  @Test
  void administratorsAndThievesReadCiphertext() throws Exception {
    List<Mark> marks;
    Map<String, Set<String>> found = new TreeMap<>();
    int columns;
    Files.createFile(new HomeFolder(home).trainingMark()); // So that a training witness stands by.
    try (House house = House.open(new HomeFolder(home), Optional.empty(), Clock.systemUTC())) {
      new Demo(house, line -> {}, Progress.silent()).play();
      marks = marks(house);
      assertThat(marks.stream().map(Mark::kind).distinct())
          .contains("selector", "file", "account", "handle", "name", "conversation", "words");
      assertThat(marks).hasSizeGreaterThan(100);
      columns = inColumns(marks, found);
    }
    assertThat(columns).isGreaterThan(60);
    int files = inFiles(marks, found);
    assertThat(files).isGreaterThan(500);
    assertThat(
            found.keySet().stream()
                .filter(place -> ALLOWED.keySet().stream().noneMatch(place::startsWith)))
        .isEmpty();
    // The search itself works: where text may stand, it is found.
    assertThat(found.keySet()).anyMatch(place -> place.startsWith("file demo/"));
  }

  private int inColumns(List<Mark> marks, Map<String, Set<String>> found) throws Exception {
    String port = Files.readString(portFile()).lines().toList().get(3).strip();
    String password = Files.readString(home.resolve("keys/postgres-superuser")).strip();
    int columns = 0;
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/sextant", "postgres", password);
        Statement sql = connection.createStatement()) {
      List<String[]> all = new ArrayList<>();
      try (ResultSet rows =
          sql.executeQuery(
              """
              select c.relname, a.attname, t.typname from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                join pg_type t on t.oid = a.atttypid
              where n.nspname = 'sextant' and c.relkind = 'r'
              """)) {
        while (rows.next()) {
          all.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)});
        }
      }
      for (String[] column : all) {
        columns++;
        String value =
            column[2].equals("bytea")
                ? "encode(\"" + column[1] + "\", 'escape')"
                : "\"" + column[1] + "\"::text";
        try (ResultSet rows =
            sql.executeQuery("select " + value + " from sextant.\"" + column[0] + "\"")) {
          while (rows.next()) {
            String text = rows.getString(1);
            if (text != null) {
              look(text, column[0] + "." + column[1], marks, found);
            }
          }
        }
      }
    }
    return columns;
  }

  private Path portFile() throws IOException {
    try (Stream<Path> all = Files.walk(home, 4)) {
      return all.filter(p -> p.endsWith("postmaster.pid")).findFirst().orElseThrow();
    }
  }

  private int inFiles(List<Mark> marks, Map<String, Set<String>> found) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(home)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String place = home.relativize(file).toString();
      if (place.matches("postgres/[^/]*/(bin|lib|share)/.*")) {
        continue; // The server's own programs, the same in every home.
      }
      look(
          new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1),
          "file " + place,
          marks,
          found);
      look(file.getFileName().toString(), "name of " + place, marks, found);
    }
    return files.size();
  }

  private static void look(
      String text, String place, List<Mark> marks, Map<String, Set<String>> found) {
    for (Mark mark : marks) {
      String bytes =
          new String(mark.text().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      if (text.contains(mark.text()) || text.contains(bytes)) {
        found.computeIfAbsent(place, p -> new TreeSet<>()).add(mark.kind() + " " + mark.text());
      }
    }
  }
}
