package dev.sextant.capability;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import dev.sextant.authority.Permit;
import dev.sextant.terms.Digest;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The program cannot do what it must not: no library, no name, no way. Each rule is also shown to
 * find a class that breaks it.
 */
class CapabilityTest {
  private static final CapabilityRules RULES = new CapabilityRules();

  /** Fewer classes than this, and the test has not looked at the product. */
  private static final int AT_LEAST_CLASSES = 250;

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .importLocations(
              Set.of(
                  place(Permit.class),
                  place(Digest.class),
                  place(dev.sextant.kernels.BadGraph.class)));

  private static final JavaClasses BROKEN =
      new ClassFileImporter().importPackages("dev.sextant.capability.broken");

  /* A folder of classes, or the jar that a module has become when the whole project is built. */
  private static Location place(Class<?> type) {
    try {
      Path path = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isDirectory(path) ? Location.of(path) : Location.of(new JarFile(path.toFile()));
    } catch (URISyntaxException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<String> jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(entry -> String.valueOf(Path.of(entry).getFileName()));
  }

  @Test
  void theManifestSpeaksOfThisProgram() throws ClassNotFoundException {
    assertThat(ALL.size()).isGreaterThan(AT_LEAST_CLASSES);
    assertThat(ALL.stream().noneMatch(type -> type.getName().endsWith("Test"))).isTrue();
    Set<String> forbidden = new TreeSet<>();
    RULES.forbidden().forEach(one -> forbidden.add(String.valueOf(one.get("tag"))));
    assertThat(forbidden)
        .contains(
            "face-search", "emotion-inference", "offending-score", "infiltration", "fetching");
    RULES
        .can()
        .forEach(one -> assertThat(forbidden).doesNotContain(String.valueOf(one.get("tag"))));
    for (String type : RULES.begins()) {
      assertThat(ALL.contain(type))
          .as("%s is in the manifest and not in the program", type)
          .isTrue();
    }
    RULES.readBy().forEach(type -> assertThat(ALL.contain(type)).as(type).isTrue());
    for (String tasking : RULES.tasking()) {
      assertThat(ALL.contain(tasking) || ALL.contain(tasking.replaceAll("\\.\\w+$", "")))
          .as(tasking)
          .isTrue();
    }
  }

  @Test
  void noForbiddenLibrary() {
    assertThat(jars().count()).isGreaterThan(20);
    assertThat(RULES.libraries(jars())).isEmpty();
    assertThat(
            RULES.libraries(
                Stream.of(
                    "opencv-4.9.0.jar",
                    "selenium-java-4.1.jar",
                    "dlib-java-1.0.jar",
                    "kotlin-stdlib-2.jar",
                    "twitter4j-core.jar",
                    "okhttp-5.jar",
                    "stanford-corenlp-4.5.jar",
                    "jackson-core-2.21.jar")))
        .hasSize(6);
  }

  @Test
  void noForbiddenName() {
    assertThat(RULES.names(ALL)).isEmpty();
    assertThat(RULES.types(ALL)).isEmpty();
    List<String> found = RULES.names(BROKEN);
    assertThat(String.join("\n", found))
        .contains("face-search: dev.sextant.capability.broken.FaceMatcher.matchFaces")
        .contains("emotion-inference: dev.sextant.capability.broken.MoodOfWriter.emotion")
        .contains("offending-score: dev.sextant.capability.broken.Danger.violenceRiskScore")
        .contains("biometric-categories: dev.sextant.capability.broken.GuessedBelief.inferReligion")
        .contains("infiltration: dev.sextant.capability.broken.Persona.sendDirectMessage");
  }

  @Test
  void noWayToANetworkFromTheRooms() {
    assertThat(RULES.networks(ALL)).isEmpty();
    RULES.waysOut().forEach(type -> assertThat(ALL.contain(type)).as(type).isTrue());
    assertThat(RULES.networks(BROKEN))
        .containsExactly("dev.sextant.capability.broken.Fetcher -> URL.openStream");
  }

  @Test
  void whoeverTakesAStepStandsInTheManifest() {
    assertThat(RULES.unnamedSteps(ALL)).as("name it in policies/capabilities.yaml").isEmpty();
    assertThat(RULES.unnamedSteps(BROKEN))
        .containsExactly("dev.sextant.capability.broken.HiddenStep");
  }

  @Test
  void noCallPathFromAScoreToATasking() {
    assertThat(
            CapabilityRules.paths(
                ALL, type -> CapabilityRules.inside(type, RULES.producers()), RULES::tasks))
        .isEmpty();
    assertThat(RULES.readAndTask(ALL)).isEmpty();
    List<String> found =
        CapabilityRules.paths(
            BROKEN,
            type -> type.getSimpleName().equals("Ranking"),
            target -> target.getOwner().getSimpleName().equals("Tasking"));
    assertThat(found).isNotEmpty();
    assertThat(String.join("\n", found)).contains("Ranking.rank(double)").contains("Filing.take");
  }

  @Test
  void theWalkReachesWhatIsReachable() {
    // Were the walk blind, the test above would pass on nothing: it does find the way to an act.
    assertThat(
            CapabilityRules.paths(
                ALL,
                type -> CapabilityRules.inside(type, RULES.producers()),
                target ->
                    target.getOwner().getName().equals("dev.sextant.authority.ActLog")
                        && target.getName().equals("intent")))
        .isNotEmpty();
  }
}
