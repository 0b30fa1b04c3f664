package dev.sextant.verify;

import dev.sextant.ledger.LedgerKey;
import dev.sextant.ledger.LedgerView;
import dev.sextant.ledger.LogMaker;
import dev.sextant.ledger.SignerKey;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Writes overseer kits as a house would have: people, authorities with real signatures, permits and
 * acts. Tests take it by the hand to put one wrong thing in.
 */
final class KitMaker {
  static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  private static final String PACK =
      "pack: test\nversion: 1\n\npermit:\n  longest: PT8H # a day\n\nauthority:\n  overseenWithin: P14D\n";
  private static final String POLICY = "{\"format\":\"sextant-policies/1\"}";
  private static final List<String> PRINCIPLES =
      List.of("CAUSE", "MOTIVE", "NECESSITY", "RIGHT", "LAST_RESORT", "PROSPECT");

  private final Path kit;
  private final LedgerKey logKey;
  private final SignerKey witness;
  private final LogMaker log;
  private final Random random;
  private final SecureRandom keys = new SecureRandom();
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, Figures.Kinds> kinds = new HashMap<>();
  private final List<Map<String, Object>> evidence = new ArrayList<>();
  private final String packDigest = digest(PACK);
  private final String policyDigest = digest(POLICY);
  private boolean lawful;
  Instant now = START;

  record Person(String id, String role, SignerKey key) {}

  record Authority(String id, String caseId, List<String> team, String digest) {}

  record Given(String permit, String actor, Authority authority) {}

  KitMaker(Path kit, long seed) {
    this.kit = kit;
    this.random = new Random(seed);
    this.logKey = LedgerKey.generate("test/log", keys);
    this.witness = SignerKey.generate("test/witness", VerifierKey.Kind.COSIGNATURE, keys);
    this.log = new LogMaker(kit.resolve("log"), kit.resolve("checkpoints"), logKey, witness);
    write("law/pack/" + packDigest + ".yaml", PACK.getBytes(StandardCharsets.UTF_8));
    write("law/policy/" + policyDigest + ".json", POLICY.getBytes(StandardCharsets.UTF_8));
    force("PACK", packDigest);
    force("POLICY", policyDigest);
    lawful = true;
  }

  LogMaker log() {
    return log;
  }

  VerifierKey logVerifier() {
    return logKey.verifier();
  }

  static String digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex();
  }

  String uuid() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private void write(String path, byte[] bytes) {
    try {
      Path file = kit.resolve(path);
      Files.createDirectories(file.resolveSibling("."));
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Lets time pass. */
  void tick(Duration by) {
    now = now.plus(by);
  }

  /** Appends an entry as it is. */
  long entry(Map<String, Object> fields) {
    TreeMap<String, Object> all = new TreeMap<>();
    all.put("format", "sextant-act/1");
    all.put("at", now.toString());
    all.put("program", "sextant/test");
    if (lawful) {
      all.put("pack", packDigest);
      all.put("policy", policyDigest);
    }
    all.putAll(fields);
    return log.append(CanonicalJson.write(all));
  }

  /** A deed with its outcome. */
  long deed(String step, String actor, Map<String, Object> about, Map<String, Object> outputs) {
    String act = uuid();
    TreeMap<String, Object> intent =
        new TreeMap<>(Map.of("kind", "intent", "act", act, "step", step));
    if (!actor.isEmpty()) {
      intent.put("actor", actor);
    }
    TreeMap<String, Object> inputs = new TreeMap<>(about);
    Object of = inputs.remove("case");
    if (of != null) {
      intent.put("case", of);
    }
    intent.put("inputs", inputs);
    long leaf = entry(intent);
    tick(Duration.ofMillis(20));
    entry(
        Map.of(
            "kind", "outcome", "act", act, "step", step, "intent", leaf, "outcome", "DONE",
            "outputs", outputs));
    return leaf;
  }

  private void force(String kind, String digest) {
    // What is in force is named by every entry after it; the two first name what was before.
    Map<String, Object> outputs =
        Map.of("change", uuid(), "new", digest, "first", 1, "narrowing", 0);
    String act = uuid();
    TreeMap<String, Object> fields =
        new TreeMap<>(Map.of("kind", "intent", "act", act, "step", kind + "_FORCE"));
    if (kind.equals("POLICY")) {
      fields.put("pack", packDigest);
    }
    long leaf = entry(fields);
    fields.putAll(Map.of("kind", "outcome", "intent", leaf, "outcome", "DONE", "outputs", outputs));
    entry(fields);
  }

  /** Enrols somebody. */
  Person enrol(String role) {
    String id = uuid();
    SignerKey key = SignerKey.generate("sextant/person/" + id, VerifierKey.Kind.NOTE, keys);
    String by =
        people.values().stream()
            .filter(p -> p.role().equals("ADMINISTRATOR"))
            .map(Person::id)
            .findFirst()
            .orElse("");
    deed(
        "ENROL",
        by,
        Map.of(),
        Map.of("enrolled", id, "roles", role, "vkey", key.verifier().fingerprint().hex()));
    Person person = new Person(id, role, key);
    people.put(id, person);
    return person;
  }

  private Map<String, Object> document(
      String id, String caseId, Person applicant, List<String> team) {
    TreeMap<String, Object> principles = new TreeMap<>();
    PRINCIPLES.forEach(name -> principles.put(name, Map.of("text", "argued " + name + " " + id)));
    return new TreeMap<>(
        Map.ofEntries(
            Map.entry("format", "sextant-authority/1"),
            Map.entry("authority", id),
            Map.entry("version", 1),
            Map.entry("applicant", applicant.id()),
            Map.entry("case", caseId),
            Map.entry("salt", uuid()),
            Map.entry("results", ""),
            Map.entry("principles", principles),
            Map.entry(
                "basis",
                Map.of(
                    "instrument", random.nextBoolean() ? "Warrant" : "Production order",
                    "jurisdiction", "testland",
                    "businessCase", "ORGANISED_CRIME_NETWORK")),
            Map.entry(
                "bounds",
                Map.of(
                    "selectors", List.of("platform_id@telegram:1"),
                    "platforms", List.of("telegram"),
                    "maxLevel", 2,
                    "operationWindow",
                        Map.of(
                            "from", now.toString(), "to", now.plus(Duration.ofDays(30)).toString()),
                    "quota", Map.of("items", 0, "subjects", 0, "views", 100_000))),
            Map.entry(
                "duties",
                Map.of(
                    "team",
                    team,
                    "reviewEvery",
                    "P28D",
                    "retention",
                    "P365D",
                    "flags",
                    List.of()))));
  }

  /** An authority in force: drafted, signed, approved, and confirmed by the overseer. */
  Authority authority(Person applicant, Person officer, Person overseer, List<Person> team) {
    String id = uuid();
    String caseId = uuid();
    List<String> members = team.stream().map(Person::id).toList();
    byte[] document = CanonicalJson.write(document(id, caseId, applicant, members));
    AuthorityText text = AuthorityText.parse(document);
    String digest = text.digest().hex();
    Map<String, Object> about = Map.of("authority", id, "case", caseId);
    List<String> notes = new ArrayList<>();
    deed("DRAFT", applicant.id(), about, Map.of());
    for (String name : PRINCIPLES) {
      notes.add(
          note(
              applicant,
              "sextant-principle/v1\nauthority "
                  + id
                  + " version 1\ndocument "
                  + digest
                  + "\nprinciple "
                  + name
                  + " "
                  + text.principles().get(name)
                  + "\n"));
      deed("SIGN_PRINCIPLE", applicant.id(), about, Map.of("document", digest, "principle", name));
    }
    deed("SUBMIT", applicant.id(), about, moved(digest, "DRAFT", "SUBMITTED", Map.of()));
    notes.add(decide("APPROVE", officer, about, digest, "APPROVED", "ACTIVE"));
    notes.add(decide("OVERSEE", overseer, about, digest, "ACTIVE", ""));
    write("authorities/" + id + "/1.json", document);
    write("authorities/" + id + "/1.notes", CanonicalJson.write(notes));
    kinds.put(
        id,
        new Figures.Kinds(
            text.basis().getOrDefault("instrument", ""),
            "testland",
            "ORGANISED_CRIME_NETWORK",
            List.of()));
    return new Authority(id, caseId, members, digest);
  }

  private static Map<String, Object> moved(
      String digest, String from, String to, Map<String, Object> more) {
    TreeMap<String, Object> outputs = new TreeMap<>(more);
    outputs.put("version", 1);
    outputs.put("document", digest);
    if (!to.isEmpty()) {
      outputs.put("from", from);
      outputs.put("to", to);
    }
    return outputs;
  }

  private String decide(
      String step, Person who, Map<String, Object> about, String digest, String from, String to) {
    String note =
        note(
            who,
            "sextant-approval/v1\nauthority "
                + about.get("authority")
                + " version 1\ndocument "
                + digest
                + "\nrole "
                + who.role()
                + "\nactor "
                + who.id()
                + "\ndecision APPROVED\nreasons "
                + digest("because")
                + "\nat "
                + now
                + "\n");
    deed(
        step,
        who.id(),
        about,
        moved(digest, from, to, Map.of("decision", "APPROVED", "note", digest(note))));
    return note;
  }

  private static String note(Person who, String text) {
    return new String(who.key().sign(text).bytes(), StandardCharsets.UTF_8);
  }

  /** A permit of eight hours. */
  Given permit(Person who, Authority authority) {
    String permit = uuid();
    deed(
        "PERMIT",
        who.id(),
        Map.of("authority", authority.id(), "case", authority.caseId()),
        Map.of(
            "permit",
            permit,
            "version",
            1,
            "document",
            authority.digest(),
            "expires",
            now.plus(Duration.ofHours(8)).toString()));
    return new Given(permit, who.id(), authority);
  }

  /** The fields of a step's intent under a permit. */
  TreeMap<String, Object> intent(Given given, String step, String logClass) {
    return new TreeMap<>(
        Map.ofEntries(
            Map.entry("kind", "intent"),
            Map.entry("act", uuid()),
            Map.entry("step", step),
            Map.entry("class", logClass),
            Map.entry("actor", given.actor()),
            Map.entry("case", given.authority().caseId()),
            Map.entry("authority", given.authority().id()),
            Map.entry("version", 1),
            Map.entry("permit", given.permit()),
            Map.entry("level", 1),
            Map.entry("purpose", "hmac:" + digest(given.permit())),
            Map.entry("inputs", Map.of("from", 0, "size", 50, "words", "hmac:" + digest(step)))));
  }

  /** A step with its outcome; gives the intent's index. */
  long step(Given given, String step, String logClass, Map<String, Object> outputs) {
    TreeMap<String, Object> intent = intent(given, step, logClass);
    long leaf = entry(intent);
    tick(Duration.ofMillis(30));
    entry(
        Map.of(
            "kind",
            "outcome",
            "act",
            intent.get("act"),
            "step",
            step,
            "case",
            given.authority().caseId(),
            "intent",
            leaf,
            "outcome",
            "DONE",
            "outputs",
            outputs));
    return leaf;
  }

  /** Seals an exhibit that is then held. */
  long seal(Given given) {
    String exhibit = uuid();
    int bytes = 1000 + random.nextInt(1_000_000);
    evidence.add(Map.of("case", given.authority().caseId(), "exhibit", exhibit, "bytes", bytes));
    return step(
        given,
        "SEAL",
        "COLLECTION",
        Map.of("exhibit", exhibit, "bytes", bytes, "digest", digest(exhibit)));
  }

  /** Takes an exhibit out of the inventory, or puts one in that was never sealed. */
  void loseEvidence() {
    evidence.removeLast();
  }

  void strayEvidence() {
    evidence.add(Map.of("case", uuid(), "exhibit", uuid(), "bytes", 5));
  }

  /** A house at work: so many acts and a few more. */
  void work(long acts, int authorities) {
    enrol("ADMINISTRATOR");
    Person officer = enrol("AUTHORISING_OFFICER");
    Person overseer = enrol("OVERSEER");
    List<Person> analysts = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      analysts.add(enrol("ANALYST"));
    }
    long each = Math.max(4, acts / authorities / 2);
    for (int i = 0; i < authorities; i++) {
      List<Person> team = List.of(analysts.get(i % 10), analysts.get((i + 1) % 10));
      Authority authority = authority(team.getFirst(), officer, overseer, team);
      for (Person person : team) {
        Given given = permit(person, authority);
        for (long n = 0; n < each; n++) {
          tick(Duration.ofSeconds(n % 50 == 0 ? 20 : 1));
          if (n % 100 == 0) {
            seal(given);
          } else if (n % 3 == 0) {
            step(given, "SEARCH", "CONSULTATION", Map.of("shown", 20, "total", 300));
          } else {
            step(given, "VIEW", "CONSULTATION", Map.of("output", digest("view")));
          }
        }
      }
      log.keep(now);
    }
  }

  /** Writes everything but the log's entries. */
  Path finish() {
    log.keep(now);
    log.publish(now);
    write(
        "witnesses.policy",
        ("log "
                + logKey.verifier().text()
                + "\nwitness w "
                + witness.verifier().text()
                + "\nquorum w\n")
            .getBytes(StandardCharsets.UTF_8));
    write(
        "people.json",
        CanonicalJson.write(
            people.values().stream()
                .map(p ->
                    Map.of(
                        "actor",
                        p.id(),
                        "roles",
                        List.of(p.role()),
                        "vkey",
                        p.key().verifier().text()))
                .toList()));
    StringBuilder lines = new StringBuilder();
    evidence.forEach(line -> lines.append(CanonicalJson.text(line)).append('\n'));
    write("evidence.jsonl", lines.toString().getBytes(StandardCharsets.UTF_8));
    write(
        "kit.json",
        CanonicalJson.write(
            Map.of(
                "format",
                "sextant-kit/1",
                "created",
                now.toString(),
                "program",
                "test",
                "size",
                log.size())));
    figures();
    return kit;
  }

  /** Counts the log as it is now. */
  void figures() {
    Figures figures =
        Figures.of(
            LedgerView.open(kit.resolve("log")),
            at -> true,
            (id, version) -> Objects.requireNonNull(kinds.get(id)));
    write("figures.json", CanonicalJson.write(figures.groups()));
  }
}
