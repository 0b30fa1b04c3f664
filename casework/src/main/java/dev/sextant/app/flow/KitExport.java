package dev.sextant.app.flow;

import dev.sextant.app.HomeFolder;
import dev.sextant.app.House;
import dev.sextant.app.Program;
import dev.sextant.authority.Actor;
import dev.sextant.authority.LawChange;
import dev.sextant.authority.LawKind;
import dev.sextant.authority.LawText;
import dev.sextant.authority.Oversight;
import dev.sextant.disclosure.Transparency;
import dev.sextant.ledger.CheckpointArchive;
import dev.sextant.ledger.LedgerFault;
import dev.sextant.ledger.LedgerView;
import dev.sextant.ledger.TrustPolicy;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.verify.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an overseer kit ({@code docs/formats/overseer-kit.md}): everything that {@code
 * sextant-verify oversight} needs, and no content of any evidence.
 */
public final class KitExport {
  private static final Logger LOG = LoggerFactory.getLogger(KitExport.class);

  private final House house;

  /**
   * @param house whose kit
   */
  public KitExport(House house) {
    this.house = house;
  }

  /** Takes the kit's files, one after the other. */
  private interface Taker {
    void file(String path, byte[] bytes) throws IOException;
  }

  /**
   * Writes a kit into a folder that is not there yet.
   *
   * @param by an overseer
   */
  public void toFolder(ActorId by, Path folder) {
    house
        .authority()
        .oversight()
        .overseeing(
            by,
            "OVERSEE_EXPORT",
            () -> {
              try {
                Files.createDirectory(folder);
                write((path, bytes) -> {
                  Path file = folder.resolve(path);
                  Files.createDirectories(file.getParent());
                  Files.write(file, bytes);
                });
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              return folder;
            });
  }

  /**
   * Writes a kit as a zip.
   *
   * @param by an overseer
   * @param out stays open
   */
  public void toZip(ActorId by, OutputStream out) {
    house
        .authority()
        .oversight()
        .overseeing(
            by,
            "OVERSEE_EXPORT",
            () -> {
              try {
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                write((path, bytes) -> {
                  zip.putNextEntry(new ZipEntry(path));
                  zip.write(bytes);
                  zip.closeEntry();
                });
                zip.finish();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              return out;
            });
  }

  /* The log first: what is done while the rest is read comes after it, so every act in the kit finds
   * its document. */
  private void write(Taker taker) throws IOException {
    offer();
    Frozen log = new Frozen(house.ledger().view());
    log.copy((path, bytes) -> quietly(() -> taker.file("log/" + path, bytes)));
    HomeFolder home = house.home();
    keptBy(taker, house.ledger().archive().folder(), "house");
    // A training home's witness lies in it; in earnest the overseer brings his own archive.
    keptBy(taker, home.witness().resolve("state/archive"), "witness");
    taker.file("witnesses.policy", policy().getBytes(StandardCharsets.UTF_8));
    taker.file("people.json", people());
    List<Oversight.Overseen> versions = house.authority().oversight().versions();
    for (Oversight.Overseen version : versions) {
      String name = "authorities/" + version.document().id() + "/" + version.document().version();
      taker.file(name + ".json", version.document().bytes());
      taker.file(name + ".notes", CanonicalJson.write(version.notes()));
    }
    law(taker);
    taker.file("evidence.jsonl", evidence());
    taker.file("figures.json", CanonicalJson.write(figures(log, at -> true, versions).groups()));
    taker.file("kit.json", about(log));
  }

  /**
   * Publishes what is not published yet. A log that a witness refuses is taken as it is: just then
   * an overseer needs it.
   */
  public void offer() {
    try {
      house.ledger().checkpoint();
    } catch (LedgerFault.Forked e) {
      LOG.warn("taken as it is: {}", e.line());
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void quietly(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void keptBy(Taker taker, Path folder, String who) {
    CheckpointArchive.each(
        folder,
        file ->
            quietly(() ->
                taker.file(
                    "checkpoints/" + who + "/" + folder.relativize(file),
                    Files.readAllBytes(file))));
  }

  /** The policy on witnesses, with the log's own key in it. */
  private String policy() {
    String log = "log " + house.ledger().verifier().text();
    String text = house.home().readTrust().map(TrustPolicy::text).orElse("quorum none\n");
    return text.contains(log) ? text : log + "\n" + text;
  }

  private byte[] people() {
    return CanonicalJson.write(
        house.authority().people().all().stream().map(KitExport::person).toList());
  }

  private static Map<String, Object> person(Actor actor) {
    return Map.of(
        "actor", actor.id().toString(),
        "roles", actor.roles().stream().map(Enum::name).toList(),
        "vkey", actor.vkey());
  }

  /* Every text of the law that was ever proposed, and what people signed to have it. */
  private void law(Taker taker) throws IOException {
    Set<String> written = new HashSet<>();
    List<String> notes = new ArrayList<>();
    for (LawChange change : house.authority().law().history()) {
      LawText text = house.authority().law().text(change.kind(), change.after());
      boolean policy = text.kind() == LawKind.POLICY;
      String path =
          (policy ? "law/policy/" : "law/pack/") + text.digest() + (policy ? ".json" : ".yaml");
      if (written.add(path)) {
        taker.file(path, text.body().getBytes(StandardCharsets.UTF_8));
      }
      change.signatures().forEach(signature -> notes.add(signature.note()));
    }
    taker.file("law-notes.json", CanonicalJson.write(notes));
  }

  private byte[] evidence() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Oversight.Held held : house.authority().oversight().held()) {
      TreeMap<String, Object> line = new TreeMap<>();
      line.put("case", held.caseId().toString());
      line.put("exhibit", held.exhibit().toString());
      line.put("bytes", held.bytes());
      line.put("sealedAt", held.sealed().toString());
      Path file = house.home().custody().resolve(held.caseId().toString()).resolve(held.file());
      if (Files.isRegularFile(file)) {
        line.put("sealedSha256", sha256(file));
      }
      lines.append(CanonicalJson.text(line)).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest sha = Digest.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return Digest.ofRaw(sha.digest()).hex();
  }

  private byte[] about(LedgerView log) {
    return CanonicalJson.write(
        Map.of(
            "format", "sextant-kit/1",
            "created", house.clock().instant().toString(),
            "program", Program.id(),
            "size", log.size()));
  }

  /**
   * The figures of the log as published now.
   *
   * @param within of which time
   */
  public Figures figures(Predicate<Instant> within) {
    return figures(
        new Frozen(house.ledger().view()), within, house.authority().oversight().versions());
  }

  /** A transparency report of a time, as it may be published. */
  public Transparency transparency(String from, String to, Predicate<Instant> within) {
    LedgerView log = new Frozen(house.ledger().view());
    Figures figures = figures(log, within, house.authority().oversight().versions());
    long smallest = house.authority().rules().smallestCell();
    boolean told =
        figures.of("authorities", "urgent") >= smallest
            && figures.of("authorities", "granted") >= smallest;
    return new Transparency(
        house.rooms().disclosures().agency(),
        from.isBlank() ? "the beginning" : from,
        to.isBlank() ? "the moment it was made" : to,
        smallest,
        told ? figures.emergencyPercent() : -1,
        figures.published(smallest),
        house.ledger().verifier().name(),
        log.size(),
        house.clock().instant());
  }

  private static Figures figures(
      LedgerView log, Predicate<Instant> within, List<Oversight.Overseen> versions) {
    Map<String, Figures.Kinds> kinds = new HashMap<>();
    for (Oversight.Overseen version : versions) {
      var basis = version.document().draft().basis();
      kinds.put(
          version.document().id() + "/" + version.document().version(),
          new Figures.Kinds(
              basis.instrument(),
              basis.jurisdiction(),
              basis.businessCase().name(),
              version.document().draft().duties().flags().stream().map(Enum::name).toList()));
    }
    return Figures.of(
        log,
        within,
        (authority, version) ->
            kinds.getOrDefault(
                authority + "/" + version,
                new Figures.Kinds("unknown", "unknown", "unknown", List.of())));
  }

  /** A log as it is published at one moment, whatever is published meanwhile. */
  private record Frozen(LedgerView log, byte[] checkpoint) implements LedgerView {
    Frozen(LedgerView log) {
      this(log, log.checkpoint());
    }

    @Override
    public byte[] checkpoint() {
      return checkpoint.clone();
    }

    @Override
    public byte[] tile(int level, long index, int width) {
      return log.tile(level, index, width);
    }

    @Override
    public byte[] entries(long index, int width) {
      return log.entries(index, width);
    }
  }
}
