package dev.sextant.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.ledger.CheckpointArchive;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.verify.Irregularity.Kind;
import dev.sextant.verify.KitMaker.Authority;
import dev.sextant.verify.KitMaker.Given;
import dev.sextant.verify.KitMaker.Person;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One wrong thing in a kit that is otherwise right: it is named, at its leaf. */
class OversightCheckTest {
  @TempDir private Path folder;

  private record Stage(
      KitMaker maker, Person analyst, Person other, Authority authority, Given given) {}

  private Path kit(Consumer<Stage> wrong) {
    KitMaker maker = new KitMaker(folder.resolve("kit"), 7);
    maker.work(600, 3);
    Person analyst = maker.enrol("ANALYST");
    Person other = maker.enrol("ANALYST");
    Person officer = maker.enrol("AUTHORISING_OFFICER");
    Person overseer = maker.enrol("OVERSEER");
    Authority authority = maker.authority(analyst, officer, overseer, List.of(analyst));
    Given given = maker.permit(analyst, authority);
    maker.step(given, "VIEW", "CONSULTATION", Map.of());
    wrong.accept(new Stage(maker, analyst, other, authority, given));
    maker.step(maker.permit(analyst, authority), "VIEW", "CONSULTATION", Map.of());
    return maker.finish();
  }

  private static OversightReport check(Path kit) throws IOException {
    return OversightCheck.check(kit, new OversightCheck.Asked(null, null, List.of(), 1, 1000));
  }

  private void names(Path kit, Kind kind, long leaf, String what) throws IOException {
    OversightReport report = check(kit);
    assertThat(report.irregularities())
        .anySatisfy(one -> {
          assertThat(one.kind()).isEqualTo(kind);
          assertThat(one.leaf()).isEqualTo(leaf);
          assertThat(one.what()).contains(what);
        });
    assertThat(report.counts()).containsOnlyKeys(kind);
  }

  @Test
  void findsNothingWhereNothingIsWrong() throws IOException {
    OversightReport report = check(kit(stage -> {}));
    assertThat(report.irregularities()).isEmpty();
    assertThat(report.ok()).isTrue();
    assertThat(report.unjudged())
        .containsOnlyKeys(
            "entries that name no pack, before one was in force",
            "entries that name no policy, before one was in force");
    assertThat(report.figures().of("authorities", "granted")).isEqualTo(4);
    assertThat(new Dossier(report).html()).contains("Everything that can be checked");
  }

  @Test
  void namesOneAlteredByte() throws IOException {
    Path kit = kit(stage -> {});
    Path bundle = kit.resolve("log/tile/entries/001");
    byte[] bytes = Files.readAllBytes(bundle);
    int at =
        new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("CONSULTATION");
    bytes[at + 3]++;
    Files.write(bundle, bytes);
    OversightReport report = check(kit);
    assertThat(report.counts()).containsKey(Kind.ALTERED);
    Irregularity altered =
        report.irregularities().stream()
            .filter(one -> one.kind() == Kind.ALTERED)
            .findFirst()
            .orElseThrow();
    assertThat(altered.leaf()).isBetween(256L, 511L);
    // The rest of the log was read all the same, and the entry itself is told for what it says.
    assertThat(report.irregularities())
        .anySatisfy(one -> {
          assertThat(one.kind()).isEqualTo(Kind.FORM);
          assertThat(one.leaf()).isEqualTo(altered.leaf());
        });
  }

  /* The keeper of the log leaves one entry out, and makes every hash and the signature anew. */
  @Test
  void namesOneDroppedLeafEvenInALogThatWasMadeAnew() throws IOException {
    KitMaker maker = new KitMaker(folder.resolve("kit"), 7);
    maker.work(600, 3);
    Path kit = maker.finish();
    List<byte[]> entries = new ArrayList<>();
    dev.sextant.ledger.LedgerView.open(kit.resolve("log"))
        .each(0, maker.log().size(), (i, e) -> entries.add(e));
    entries.remove(400);
    Rewritten rewritten = rewrite(kit, entries);
    OversightReport report =
        OversightCheck.check(
            kit,
            new OversightCheck.Asked(rewritten.logKey(), rewritten.policy(), List.of(), 1, 10));
    assertThat(report.counts()).containsKeys(Kind.FORKED, Kind.DROPPED);
    Irregularity first =
        report.irregularities().stream()
            .filter(one -> one.kind() == Kind.DROPPED)
            .findFirst()
            .orElseThrow();
    assertThat(first.leaf()).isBetween(400L, 404L);
    assertThat(first.what()).contains("1 entries before it are gone");
  }

  private record Rewritten(
      dev.sextant.ledger.VerifierKey logKey, dev.sextant.ledger.TrustPolicy policy) {}

  private static Rewritten rewrite(Path kit, List<byte[]> entries) throws IOException {
    // Even with the log's and the witness's keys in the forger's hands: the kept checkpoints tell.
    var random = new java.security.SecureRandom();
    var key = dev.sextant.ledger.LedgerKey.generate("test/log", random);
    var witness =
        dev.sextant.ledger.SignerKey.generate(
            "test/witness", dev.sextant.ledger.VerifierKey.Kind.COSIGNATURE, random);
    delete(kit.resolve("log"));
    var made =
        new dev.sextant.ledger.LogMaker(kit.resolve("log"), kit.resolve("elsewhere"), key, witness);
    entries.forEach(made::append);
    made.publish(KitMaker.START);
    return new Rewritten(
        key.verifier(),
        dev.sextant.ledger.TrustPolicy.parse(
            "witness w " + witness.verifier().text() + "\nquorum w\n"));
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void namesARolledBackSnapshot() throws IOException {
    KitMaker maker = new KitMaker(folder.resolve("kit"), 7);
    maker.work(300, 3);
    maker.log().publish(maker.now);
    Path old = folder.resolve("old");
    copy(folder.resolve("kit/log"), old);
    maker.work(300, 3);
    Path kit = maker.finish();
    delete(kit.resolve("log"));
    copy(old, kit.resolve("log"));
    OversightReport report = check(kit);
    assertThat(report.counts()).containsKey(Kind.ROLLED_BACK);
    assertThat(report.irregularities())
        .anySatisfy(one -> assertThat(one.what()).contains("the log has shrunk to"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  /* The board was shown another log than the agency: its own archive holds the proof. */
  @Test
  void namesAForkedView() throws IOException {
    KitMaker maker = new KitMaker(folder.resolve("kit"), 7);
    maker.work(300, 3);
    Path shown = folder.resolve("shown");
    new CheckpointArchive(shown).keep(maker.log().checkpoint(maker.now));
    Path kit = maker.finish();
    List<byte[]> entries = new ArrayList<>();
    dev.sextant.ledger.LedgerView.open(kit.resolve("log"))
        .each(0, maker.log().size(), (i, e) -> entries.add(e));
    entries.set(100, entries.get(102));
    Rewritten fork = rewrite(kit, entries);
    delete(kit.resolve("checkpoints"));
    OversightReport report =
        OversightCheck.check(
            kit, new OversightCheck.Asked(fork.logKey(), fork.policy(), List.of(shown), 1, 10));
    assertThat(report.counts()).containsKey(Kind.FORKED);
  }

  @Test
  void namesAnActAfterItsPermitEnded() throws IOException {
    long[] leaf = new long[1];
    Path kit =
        kit(stage -> {
          stage.maker().tick(Duration.ofHours(9));
          leaf[0] = stage.maker().step(stage.given(), "VIEW", "CONSULTATION", Map.of());
        });
    names(kit, Kind.AUTHORITY, leaf[0], "after its permit ended");
  }

  @Test
  void namesAnActOfSomebodyElseUnderAPermit() throws IOException {
    long[] leaf = new long[1];
    Path kit =
        kit(stage -> {
          Given stolen = new Given(stage.given().permit(), stage.other().id(), stage.authority());
          leaf[0] = stage.maker().step(stolen, "VIEW", "CONSULTATION", Map.of());
        });
    names(kit, Kind.AUTHORITY, leaf[0], "by another person");
  }

  @Test
  void namesAnActUnderAnInventedPermit() throws IOException {
    long[] leaf = new long[1];
    Path kit =
        kit(stage ->
            leaf[0] =
                stage
                    .maker()
                    .step(
                        new Given(stage.maker().uuid(), stage.analyst().id(), stage.authority()),
                        "RELEASE",
                        "DISCLOSURE",
                        Map.of()));
    names(kit, Kind.AUTHORITY, leaf[0], "which nobody was given");
  }

  @Test
  void namesAnActAboveItsLevel() throws IOException {
    long[] leaf = new long[1];
    Path kit =
        kit(stage -> {
          TreeMap<String, Object> intent =
              stage.maker().intent(stage.given(), "VIEW", "CONSULTATION");
          intent.put("level", 4);
          leaf[0] = stage.maker().entry(intent);
        });
    names(kit, Kind.AUTHORITY, leaf[0], "at level 4");
  }

  @Test
  void takesAProvidersReturnByItsRequestAndNotByTheLevel() throws IOException {
    Path kit =
        kit(stage -> {
          deed(stage, "PROCESS_SERVE", stage.given().authority().caseId());
          stage.maker().entry(returned(stage, Map.of("legalRequest", REQUEST)));
        });
    assertThat(check(kit).irregularities()).noneMatch(one -> one.kind() == Kind.AUTHORITY);
  }

  @Test
  void namesCompelledDataWithoutARequest() throws IOException {
    compelled("names no legal request", stage -> returned(stage, Map.of()));
  }

  @Test
  void namesCompelledDataUnderARequestThatNobodyServed() throws IOException {
    compelled("not as served", stage -> returned(stage, Map.of("legalRequest", REQUEST)));
  }

  @Test
  void namesCompelledDataUnderARequestOfAnotherCase() throws IOException {
    compelled(
        "not as served",
        stage -> {
          deed(stage, "PROCESS_SERVE", "another");
          return returned(stage, Map.of("legalRequest", REQUEST));
        });
  }

  @Test
  void namesCompelledDataUnderARequestThatWasWithdrawn() throws IOException {
    compelled(
        "not as served",
        stage -> {
          deed(stage, "PROCESS_SERVE", stage.given().authority().caseId());
          deed(stage, "PROCESS_WITHDRAW", stage.given().authority().caseId());
          stage.maker().tick(Duration.ofMinutes(1));
          return returned(stage, Map.of("legalRequest", REQUEST));
        });
  }

  /** Other acts do not escape the level of their authority by calling themselves compelled. */
  @Test
  void namesWhatIsNoReturnAndSaysThatItIs() throws IOException {
    compelled(
        "a provider's return alone",
        stage -> {
          deed(stage, "PROCESS_SERVE", stage.given().authority().caseId());
          TreeMap<String, Object> intent = returned(stage, Map.of("legalRequest", REQUEST));
          intent.put("step", "VIEW");
          intent.put("class", "CONSULTATION");
          return intent;
        });
  }

  @Test
  void namesAnotherSealingThatSaysThatItIsAReturn() throws IOException {
    compelled(
        "a provider's return alone",
        stage -> {
          deed(stage, "PROCESS_SERVE", stage.given().authority().caseId());
          return returned(stage, Map.of("legalRequest", REQUEST, "how", "PUBLIC_CAPTURE"));
        });
  }

  /** Nor does a return pass for something that everybody may seal. */
  @Test
  void namesAReturnAtAnotherLevel() throws IOException {
    compelled(
        "at level 0",
        stage -> {
          TreeMap<String, Object> intent = returned(stage, Map.of());
          intent.put("level", 0);
          return intent;
        });
  }

  private static final String REQUEST = "5f0c6c1e-3f2a-4f0e-9d8e-0a1b2c3d4e5f";

  private void compelled(String what, Function<Stage, TreeMap<String, Object>> intent)
      throws IOException {
    long[] leaf = new long[1];
    Path kit = kit(stage -> leaf[0] = stage.maker().entry(intent.apply(stage)));
    names(kit, Kind.AUTHORITY, leaf[0], what);
  }

  private static TreeMap<String, Object> returned(Stage stage, Map<String, Object> inputs) {
    TreeMap<String, Object> intent = stage.maker().intent(stage.given(), "SEAL", "COLLECTION");
    TreeMap<String, Object> all = new TreeMap<>(Map.of("how", "PROVIDER_RETURN"));
    all.putAll(inputs);
    intent.put("level", 5);
    intent.put("inputs", all);
    return intent;
  }

  private static void deed(Stage stage, String step, String caseId) {
    Map<String, Object> about = Map.of("case", caseId, "request", REQUEST);
    stage.maker().deed(step, stage.analyst().id(), about, Map.of());
  }

  @Test
  void namesAnActUnderAnUnknownPolicy() throws IOException {
    long[] leaf = new long[1];
    Path kit =
        kit(stage -> {
          TreeMap<String, Object> intent =
              stage.maker().intent(stage.given(), "VIEW", "CONSULTATION");
          intent.put("policy", KitMaker.digest("permit everything"));
          leaf[0] = stage.maker().entry(intent);
        });
    names(
        kit, Kind.LAW, leaf[0], "under an unknown policy " + KitMaker.digest("permit everything"));
  }

  @Test
  void namesAPermitForSomebodyWhoIsNotOnTheTeam() throws IOException {
    long[] leaf = new long[1];
    Path kit =
        kit(stage -> {
          stage.maker().permit(stage.other(), stage.authority());
          leaf[0] = stage.maker().log().size() - 1;
        });
    names(kit, Kind.PERMIT, leaf[0], "not on its team");
  }

  @Test
  void namesADecisionWhoseNoteIsMissing() throws IOException {
    Path kit = kit(stage -> {});
    try (var files = Files.walk(kit.resolve("authorities"))) {
      Path notes = files.filter(f -> f.toString().endsWith(".notes")).findFirst().orElseThrow();
      List<?> all = Objects.requireNonNull((List<?>) CanonicalJson.read(Files.readAllBytes(notes)));
      Files.write(notes, CanonicalJson.write(all.subList(0, 6)));
    }
    OversightReport report = check(kit);
    assertThat(report.counts()).containsOnlyKeys(Kind.DOCUMENT, Kind.PERMIT);
  }

  @Test
  void namesDecidersWithoutThePart() throws IOException {
    long[] leaf = new long[1];
    Path kit =
        kit(stage -> {
          stage
              .maker()
              .deed(
                  "SUSPEND",
                  stage.other().id(),
                  Map.of("authority", stage.authority().id(), "case", stage.authority().caseId()),
                  Map.of());
          leaf[0] = stage.maker().log().size() - 1;
        });
    names(kit, Kind.ROLE, leaf[0], "SUSPEND by");
  }

  @Test
  void namesTimeThatRunsBackwards() throws IOException {
    long[] leaf = new long[1];
    Path kit =
        kit(stage -> {
          Instant before = stage.maker().now;
          stage.maker().now = before.minus(Duration.ofMinutes(10));
          leaf[0] = stage.maker().step(stage.given(), "VIEW", "CONSULTATION", Map.of());
          stage.maker().now = before;
        });
    OversightReport report = check(kit);
    assertThat(report.counts()).containsOnlyKeys(Kind.TIME);
    assertThat(report.irregularities().getFirst().leaf()).isEqualTo(leaf[0]);
  }

  @Test
  void namesEvidenceWithoutLeafAndLeafWithoutEvidence() throws IOException {
    Path kit = kit(stage -> stage.maker().strayEvidence());
    assertThat(check(kit).counts()).containsOnlyKeys(Kind.EVIDENCE);
    delete(kit);
    long[] leaf = new long[1];
    Path other =
        kit(stage -> {
          leaf[0] = stage.maker().seal(stage.given());
          stage.maker().loseEvidence();
        });
    names(other, Kind.EVIDENCE, leaf[0], "neither held nor destroyed");
  }

  @Test
  void namesAFigureThatTheLogDoesNotGive() throws IOException {
    Path kit = kit(stage -> {});
    Path file = kit.resolve("figures.json");
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("\"granted\":4", "\"granted\":3"));
    assertThat(check(kit).counts()).containsOnlyKeys(Kind.FIGURES);
  }

  @Test
  void showsAnActThatACrashCutShort() throws IOException {
    Path kit =
        kit(stage ->
            stage.maker().entry(stage.maker().intent(stage.given(), "VIEW", "CONSULTATION")));
    OversightReport report = check(kit);
    assertThat(report.ok()).isTrue();
    assertThat(report.unfinished()).hasSize(1);
  }

  @Test
  void runsFromTheCommandLine() throws IOException {
    Path kit = kit(stage -> {});
    StringWriter out = new StringWriter();
    Path html = folder.resolve("dossier.html");
    int code =
        Main.run(
            new String[] {"oversight", kit.toString(), "--seed", "3", "--html", html.toString()},
            new PrintWriter(out),
            new PrintWriter(out));
    assertThat(out.toString()).startsWith("VALID");
    assertThat(code).isZero();
    assertThat(html).exists();
  }

  @Test
  void hidesSmallCellsAndThoseThatWouldTellThem() {
    Figures figures = new Figures();
    for (int i = 0; i < 3; i++) {
      figures.refused(new Entry(i, Map.of("code", "SX-A")));
    }
    for (int i = 0; i < 8; i++) {
      figures.refused(new Entry(i, Map.of("code", "SX-B")));
    }
    for (int i = 0; i < 20; i++) {
      figures.refused(new Entry(i, Map.of("code", "SX-C")));
    }
    assertThat(figures.published(5).get("denials"))
        .containsEntry("SX-A", "<5")
        .containsEntry("SX-B", "withheld")
        .containsEntry("SX-C", "20")
        .containsEntry("total", "31");
    Figures few = new Figures();
    few.refused(new Entry(0, Map.of("code", "SX-A")));
    assertThat(few.published(5).get("denials"))
        .containsEntry("SX-A", "<5")
        .containsEntry("total", "withheld");
  }
}
