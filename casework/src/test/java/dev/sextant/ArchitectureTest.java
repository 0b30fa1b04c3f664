package dev.sextant;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows of the house, held by a test that also says how much it saw. */
class ArchitectureTest {
  /** Which rooms each room may use; app is the composition root and may use all but kernels. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("terms", Set.of()),
          Map.entry("kernels", Set.of()),
          Map.entry("linkage", Set.of()),
          Map.entry("ledger", Set.of("terms")),
          Map.entry("verify", Set.of("terms", "ledger")),
          Map.entry("authority", Set.of("terms", "ledger")),
          Map.entry("custody", Set.of("terms", "authority")),
          Map.entry("records", Set.of("terms", "authority", "custody", "helpdesk")),
          Map.entry("identity", Set.of("terms", "authority", "custody", "records", "linkage")),
          Map.entry("subjects", Set.of("terms", "authority", "custody", "records")),
          Map.entry(
              "network",
              Set.of(
                  "terms", "authority", "custody", "records", "identity", "subjects", "kernels")),
          Map.entry(
              "findings",
              Set.of(
                  "terms", "authority", "custody", "records", "identity", "subjects", "network")),
          Map.entry(
              "disclosure",
              Set.of(
                  "terms",
                  "authority",
                  "custody",
                  "findings",
                  "subjects",
                  "network",
                  "ledger",
                  "verify",
                  "press")),
          Map.entry("deconfliction", Set.of("terms", "ledger", "authority", "records")),
          Map.entry("press", Set.of()),
          Map.entry("helpdesk", Set.of("terms", "authority", "press")),
          Map.entry("training", Set.of("terms")),
          Map.entry("tips", Set.of("terms")),
          Map.entry(
              "app",
              Set.of(
                  "terms",
                  "ledger",
                  "verify",
                  "authority",
                  "custody",
                  "records",
                  "identity",
                  "subjects",
                  "network",
                  "press",
                  "findings",
                  "disclosure",
                  "helpdesk",
                  "deconfliction",
                  "tips",
                  "training")));

  /** Fewer classes than this, and the test has not looked at the product. */
  private static final int AT_LEAST_CLASSES = 250;

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.sextant");

  private static String room(JavaClass type) {
    String rest = type.getPackageName().substring("dev.sextant.".length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  /* The contract of the screens names shapes by their simple names: of two that share one, it would
   * show the one and lose the other. */
  @Test
  void shapesOfTheContractHaveNamesOfTheirOwn() {
    assertThat(
            ALL.stream()
                .filter(c -> c.getPackageName().equals("dev.sextant.app.http"))
                .filter(c -> c.isAssignableTo(Record.class))
                .map(c -> c.getSimpleName()))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void sawTheWholeHouse() {
    assertThat(ALL.size()).isGreaterThan(AT_LEAST_CLASSES);
    Set<String> rooms = new TreeSet<>();
    ALL.forEach(type -> rooms.add(room(type)));
    assertThat(rooms).containsExactlyInAnyOrderElementsOf(new TreeSet<>(ARROWS.keySet()));
  }

  @Test
  void roomsUseOnlyTheRoomsTheyMay() {
    List<String> wrong = new ArrayList<>();
    for (JavaClass type : ALL) {
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass())
          .filter(target -> target.getPackageName().startsWith("dev.sextant."))
          .filter(target -> !room(target).equals(room(type)))
          .filter(target -> !ARROWS.getOrDefault(room(type), Set.of()).contains(room(target)))
          .forEach(target -> wrong.add(type.getName() + " -> " + target.getName()));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void onlyFrontDoorsAreUsedFromOutside() {
    List<String> wrong = new ArrayList<>();
    for (JavaClass type : ALL) {
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass())
          .filter(target -> target.getPackageName().startsWith("dev.sextant."))
          .filter(target -> !room(target).equals(room(type)))
          .filter(target -> target.getPackageName().split("\\.").length > 3)
          // The readers' seam is for the command line's dry run as well.
          .filter(target -> !target.getPackageName().equals("dev.sextant.records.reader"))
          // Kernels and linkage are libraries: each of their packages is a front door.
          .filter(target -> !Set.of("kernels", "linkage").contains(room(target)))
          // Mapping profiles are made on the screens and on the command line.
          .filter(target -> !target.getPackageName().equals("dev.sextant.records.reader.mapping"))
          // What a machine reads in words is values that screens, exports and the dry run show.
          .filter(target -> !target.getPackageName().equals("dev.sextant.records.text"))
          .forEach(target -> wrong.add(type.getName() + " -> " + target.getName()));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void modulithAgrees() {
    ApplicationModules modules = ApplicationModules.of("dev.sextant");
    assertThat(modules.stream().count()).isGreaterThanOrEqualTo(10);
    // Kernels and linkage are libraries that know no Modulith: what their sub-packages hold is
    // meant
    // for others. Who may use them at all, roomsUseOnlyTheRoomsTheyMay checks.
    modules
        .detectViolations()
        .filter(violation -> !violation.hasMessageContaining("within module 'kernels'"))
        .filter(violation -> !violation.hasMessageContaining("within module 'linkage'"))
        .throwIfPresent();
  }

  @Test
  void springsContainerLivesInAppAlone() {
    noClasses()
        .that(resideInAPackage("dev.sextant..").and(not(resideInAPackage("dev.sextant.app.."))))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.springframework.boot..",
                "org.springframework.context..",
                "org.springframework.beans..",
                "org.springframework.web..",
                "org.springframework.stereotype.."))
        .check(ALL);
  }

  @Test
  void theVerifierNeedsNothingButTheJdk() {
    classes()
        .that(
            resideInAnyPackage(
                "dev.sextant.terms..",
                "dev.sextant.ledger..",
                "dev.sextant.verify..",
                "dev.sextant.kernels.."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "com.sun.net.httpserver..",
                    "jdk.incubator.vector..",
                    "org.jspecify..",
                    "dev.sextant..")
                .or(not(resideInAPackage("..*"))))
        .check(ALL);
  }

  @Test
  void nothingThatReadsEvidenceCanReachANetwork() {
    noClasses()
        .that(
            resideInAPackage("dev.sextant..")
                .and(not(resideInAPackage("dev.sextant.app..")))
                // The log's own word goes to its witnesses, and a witness answers; no evidence
                // does.
                .and(not(named("dev.sextant.ledger.HttpWitness")))
                .and(not(named("dev.sextant.ledger.WitnessDoor"))))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.net.http..", "java.nio.channels.spi..")
                .or(named("java.net.Socket"))
                .or(named("java.net.ServerSocket"))
                .or(named("java.net.DatagramSocket"))
                .or(named("java.net.URLConnection"))
                .or(named("java.nio.channels.SocketChannel")))
        .check(ALL);
  }

  @Test
  void noStaticStateThatChanges() {
    noFields()
        .that()
        .areDeclaredInClassesThat(resideInAPackage("dev.sextant.."))
        .and()
        .areStatic()
        .should()
        .notBeFinal()
        .check(ALL);
  }

  @Test
  void namesAreTheGlossarys() {
    noClasses()
        .that(resideInAPackage("dev.sextant.."))
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Common|Impl)$")
        .check(ALL);
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..",
            "..common..",
            "..helper..",
            "..manager..",
            "..core..",
            "..data..",
            "..info..")
        .check(ALL);
  }

  @Test
  void permitsAreMadeByAuthorityAlone() {
    JavaClass permit = ALL.get("dev.sextant.authority.Permit");
    assertThat(permit.getConstructors())
        .isNotEmpty()
        .allSatisfy(c ->
            assertThat(c.getModifiers())
                .doesNotContain(JavaModifier.PUBLIC, JavaModifier.PROTECTED));
  }

  @Test
  void theMapInTheDocumentsIsTheMapOfTheCode() throws IOException {
    Path map = repository().resolve("docs/module-map.md");
    String drawn = draw();
    String kept = Files.exists(map) ? Files.readString(map) : "";
    if (!kept.equals(drawn)) {
      Files.writeString(map, drawn);
    }
    assertThat(kept)
        .as("docs/module-map.md was out of date; it is redrawn now: commit it")
        .isEqualTo(drawn);
  }

  private static String draw() {
    Map<String, Set<String>> seen = new TreeMap<>();
    for (JavaClass type : ALL) {
      Set<String> uses = seen.computeIfAbsent(room(type), r -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass())
          .filter(target -> target.getPackageName().startsWith("dev.sextant."))
          .map(ArchitectureTest::room)
          .filter(target -> !target.equals(room(type)))
          .forEach(uses::add);
    }
    StringBuilder out = new StringBuilder();
    out.append(
        "# Module map\n\nDrawn from the compiled classes by `ArchitectureTest`; do not edit.\n\n");
    out.append("```mermaid\nflowchart TD\n");
    seen.forEach((room, uses) ->
        uses.forEach(u -> out.append("  ").append(room).append(" --> ").append(u).append('\n')));
    out.append("```\n\n| room | uses | may use |\n|---|---|---|\n");
    seen.forEach((room, uses) ->
        out.append("| ")
            .append(room)
            .append(" | ")
            .append(words(uses))
            .append(" | ")
            .append(words(new TreeSet<>(ARROWS.getOrDefault(room, Set.of()))))
            .append(" |\n"));
    return out.toString();
  }

  private static String words(Set<String> rooms) {
    return rooms.isEmpty() ? "nothing of ours" : String.join(", ", rooms);
  }

  private static Path repository() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("jdk.sh"))) {
      here = java.util.Objects.requireNonNull(here.getParent(), "no repository above the test");
    }
    return here;
  }

  private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> named(String name) {
    return com.tngtech.archunit.core.domain.JavaClass.Predicates.type(type(name));
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
