package dev.sextant.verify;

import dev.sextant.ledger.Checkpoint;
import dev.sextant.ledger.CheckpointArchive;
import dev.sextant.ledger.LedgerFault;
import dev.sextant.ledger.LedgerView;
import dev.sextant.ledger.TrustPolicy;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An overseer kit ({@code docs/formats/overseer-kit.md}): what an outside overseer needs to judge
 * every act of a log by himself. Held in memory is what grows with authorities and people, not what
 * grows with acts.
 */
final class OversightKit {
  static final String FORMAT = "sextant-kit/1";

  private final Path root;
  private final Map<String, @Nullable Object> about;
  private final TrustPolicy policy;
  private final Map<String, VerifierKey> people = new HashMap<>();
  private final Map<String, AuthorityText> authorities = new TreeMap<>();
  private final Map<String, List<Word>> principles = new HashMap<>();
  private final Map<String, Word> decisions = new HashMap<>();
  private final Map<String, Word> lawWords = new HashMap<>();
  private final Set<String> policies = new HashSet<>();
  private final Map<String, PackText> packs = new HashMap<>();
  private final List<Irregularity> faults = new ArrayList<>();

  private OversightKit(Path root) throws IOException {
    this.root = root;
    this.about = CanonicalJson.readObject(Files.readAllBytes(root.resolve("kit.json")));
    if (!FORMAT.equals(about.get("format"))) {
      throw new VerifyFault.BadKit("not an overseer kit", "kit.json", FORMAT);
    }
    this.policy = TrustPolicy.parse(Files.readString(root.resolve("witnesses.policy")));
    readPeople();
    CheckpointArchive.each(root.resolve("authorities"), this::readAuthority);
    readLaw();
  }

  /**
   * Opens a kit.
   *
   * @param root its folder, or the root of its zip
   * @throws VerifyFault.BadKit if it is none
   */
  static OversightKit open(Path root) throws IOException {
    if (!Files.isRegularFile(root.resolve("kit.json"))) {
      throw new VerifyFault.BadKit("not an overseer kit", root.toString(), "no kit.json");
    }
    try {
      return new OversightKit(root);
    } catch (BadValue | LedgerFault e) {
      throw new VerifyFault.BadKit(e.what(), e.place(), e.value());
    }
  }

  private void readPeople() throws IOException {
    Object read = CanonicalJson.read(Files.readAllBytes(root.resolve("people.json")));
    if (!(read instanceof List<?> list)) {
      throw new VerifyFault.BadKit("not a list", "people.json", "people");
    }
    for (Object one : list) {
      if (one instanceof Map<?, ?> person) {
        people.put(Entry.text(person, "actor"), VerifierKey.parse(Entry.text(person, "vkey")));
      }
    }
  }

  /* <authority>/<version>.json is a document, <authority>/<version>.notes the notes over it. */
  private void readAuthority(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (name.endsWith(".json")) {
        AuthorityText text = AuthorityText.parse(bytes);
        authorities.put(text.key(), text);
      } else if (name.endsWith(".notes") && CanonicalJson.read(bytes) instanceof List<?> notes) {
        notes.forEach(note -> readNote(file, String.valueOf(note)));
      }
    } catch (BadValue e) {
      faults.add(
          new Irregularity(
              Irregularity.Kind.DOCUMENT, -1, relative(file), "cannot be read: " + e.what()));
    } catch (IOException e) {
      throw new VerifyFault.Storage(relative(file), e);
    }
  }

  private void readNote(Path file, String text) {
    Word word = Word.read(text).orElse(null);
    if (word == null) {
      faults.add(
          new Irregularity(
              Irregularity.Kind.DOCUMENT, -1, relative(file), "holds what is no signed note"));
    } else if (word.isDecision()) {
      decisions.put(word.digest().hex(), word);
    } else {
      principles.computeIfAbsent(word.key(), key -> new ArrayList<>()).add(word);
    }
  }

  private void readLaw() throws IOException {
    Path notes = root.resolve("law-notes.json");
    if (Files.isRegularFile(notes)
        && CanonicalJson.read(Files.readAllBytes(notes)) instanceof List<?> list) {
      list.stream()
          .flatMap(note -> Word.read(String.valueOf(note)).stream())
          .forEach(word -> lawWords.put(word.digest().hex(), word));
    }
    CheckpointArchive.each(
        root.resolve("law"),
        file -> {
          String name = String.valueOf(file.getFileName());
          String digest = name.substring(0, Math.max(0, name.indexOf('.')));
          try {
            byte[] bytes = Files.readAllBytes(file);
            if (!Digest.of(bytes).hex().equals(digest)) {
              faults.add(
                  new Irregularity(
                      Irregularity.Kind.LAW, -1, relative(file), "is not the text of its digest"));
            } else if (name.endsWith(".yaml")) {
              packs.put(digest, new PackText(new String(bytes, StandardCharsets.UTF_8)));
            } else {
              policies.add(digest);
            }
          } catch (IOException e) {
            throw new VerifyFault.Storage(relative(file), e);
          }
        });
  }

  private String relative(Path file) {
    return root.relativize(file).toString();
  }

  /** What was wrong while it was read. */
  List<Irregularity> faults() {
    return faults;
  }

  /** What kit.json says of the kit. */
  String about(String name) {
    return Entry.text(about, name);
  }

  /** The policy on witnesses that travels with the kit. */
  TrustPolicy policy() {
    return policy;
  }

  /** The log. */
  LedgerView log() {
    return LedgerView.of(root.resolve("log"));
  }

  /** Gives each checkpoint that is kept in the kit, and files that are none. */
  void checkpoints(Consumer<Checkpoint> taker, Consumer<String> unreadable) {
    checkpoints(root.resolve("checkpoints"), taker, unreadable);
  }

  static void checkpoints(Path folder, Consumer<Checkpoint> taker, Consumer<String> unreadable) {
    CheckpointArchive.each(
        folder,
        file -> {
          try {
            taker.accept(Checkpoint.parse(Files.readAllBytes(file)));
          } catch (LedgerFault e) {
            unreadable.accept(file + ": " + e.what());
          } catch (IOException e) {
            throw new VerifyFault.Storage(file.toString(), e);
          }
        });
  }

  @Nullable VerifierKey key(String actor) {
    return people.get(actor);
  }

  @Nullable AuthorityText authority(String key) {
    return authorities.get(key);
  }

  /** What the figures tell of a version's kind. */
  Figures.Kinds kinds(String authority, long version) {
    AuthorityText text = authorities.get(authority + "/" + version);
    return text == null
        ? new Figures.Kinds("unknown", "unknown", "unknown", List.of())
        : new Figures.Kinds(
            text.basis().getOrDefault("instrument", ""),
            text.basis().getOrDefault("jurisdiction", ""),
            text.basis().getOrDefault("businessCase", ""),
            text.bounds().flags());
  }

  /** The signatures over a version's principles that verify over its document. */
  int signedPrinciples(AuthorityText text) {
    VerifierKey key = people.get(text.applicant());
    if (key == null) {
      return 0;
    }
    List<Word> words = principles.getOrDefault(text.key(), List.of());
    return (int)
        text.principles().keySet().stream()
            .filter(name -> words.stream().anyMatch(w -> w.signs(text, name) && w.signedBy(key)))
            .count();
  }

  /** The decision whose note has this digest. */
  @Nullable Word decision(String digest) {
    return decisions.get(digest);
  }

  /** What somebody signed of a change of the law, by the digest of the note. */
  @Nullable Word lawWord(String digest) {
    return lawWords.get(digest);
  }

  boolean hasPolicy(String digest) {
    return policies.contains(digest);
  }

  @Nullable PackText pack(String digest) {
    return packs.get(digest);
  }

  /** Gives each line of the inventory of evidence, read in order and held one at a time. */
  void evidence(Consumer<Map<String, @Nullable Object>> taker) {
    lines("evidence.jsonl", taker);
  }

  private void lines(String name, Consumer<Map<String, @Nullable Object>> taker) {
    Path file = root.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new VerifyFault.BadKit("a file is missing", name, "none");
    }
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        taker.accept(CanonicalJson.readObject(line.getBytes(StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new VerifyFault.Storage(name, e);
    } catch (BadValue e) {
      throw new VerifyFault.BadKit("not a line of the inventory", name, e.value());
    }
  }

  /** The figures that the house reported, by group and name. */
  Map<?, ?> reportedFigures() throws IOException {
    return CanonicalJson.readObject(Files.readAllBytes(root.resolve("figures.json")));
  }
}
