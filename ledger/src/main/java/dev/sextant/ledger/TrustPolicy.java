package dev.sextant.ledger;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A trust policy as a file says it (c2sp.org/tlog-policy): known logs, known witnesses with the
 * addresses at which they are asked, groups of them, and the quorum. Immutable.
 */
public final class TrustPolicy implements Quorum {
  /** More lines are refused: a reader must have a limit, and no policy comes near. */
  private static final int MOST_LINES = 1000;

  private static final String NONE = "none";

  private final String text;
  private final List<Party> logs;
  private final Map<String, Party> parties;
  private final Map<String, Group> groups;
  private final String quorum;

  private TrustPolicy(Reading read, String text) {
    this.text = text;
    this.logs = List.copyOf(read.logs);
    this.parties = read.parties;
    this.groups = read.groups;
    this.quorum = read.quorum == null ? NONE : read.quorum;
  }

  /**
   * A log or a witness.
   *
   * @param name what the file calls a witness; a log's origin
   * @param key its public key
   * @param url where it is asked; absent where the file is for checking alone
   */
  public record Party(String name, VerifierKey key, Optional<URI> url) {}

  private record Group(int threshold, List<String> members) {}

  /** What is being read. */
  private static final class Reading {
    private final List<Party> logs = new ArrayList<>();
    private final Map<String, Party> parties = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> members = new HashSet<>();
    private @Nullable String quorum;
  }

  /**
   * Reads a policy.
   *
   * @throws LedgerFault.BadNote naming the line that does not fit
   */
  public static TrustPolicy parse(String text) {
    Reading reading = new Reading();
    String[] lines = text.split("\n", -1);
    if (lines.length > MOST_LINES) {
      throw new LedgerFault.BadNote("too many lines", "trust policy", "" + lines.length);
    }
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].replace('\t', ' ').strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        read(reading, line.split(" +"), "trust policy line " + (i + 1));
      }
    }
    if (reading.quorum == null) {
      throw new LedgerFault.BadNote("a policy has one quorum line", "trust policy", "none");
    }
    return new TrustPolicy(reading, text);
  }

  private static void read(Reading reading, String[] words, String place) {
    switch (words[0]) {
      case "log" -> log(reading, words, place);
      case "witness" -> witness(reading, words, place);
      case "group" -> group(reading, words, place);
      case "quorum" -> {
        if (words.length != 2 || reading.quorum != null) {
          throw bad("one quorum line with one name", place, words[0]);
        }
        if (!words[1].equals(NONE)) {
          requireKnown(reading, words[1], place);
        }
        reading.quorum = words[1];
      }
      default -> throw bad("not a line of a policy", place, words[0]);
    }
  }

  private static void log(Reading reading, String[] words, String place) {
    VerifierKey key = key(reading, words, 1, VerifierKey.Kind.NOTE, place);
    reading.logs.add(new Party(key.name(), key, url(words, 2, place)));
  }

  private static void witness(Reading reading, String[] words, String place) {
    VerifierKey key = key(reading, words, 2, VerifierKey.Kind.COSIGNATURE, place);
    requireFree(reading, words[1], place);
    reading.parties.put(words[1], new Party(words[1], key, url(words, 3, place)));
  }

  private static void group(Reading reading, String[] words, String place) {
    if (words.length < 4) {
      throw bad("group <name> any|all|<k> <name>...", place, "" + words.length);
    }
    requireFree(reading, words[1], place);
    List<String> members = List.of(words).subList(3, words.length);
    for (String member : members) {
      requireKnown(reading, member, place);
      // Each name counts once, so that a witness contributes in one way only.
      if (!reading.members.add(member)) {
        throw bad("a name is a member once", place, member);
      }
    }
    reading.groups.put(words[1], new Group(threshold(words[2], members.size(), place), members));
  }

  private static int threshold(String word, int members, String place) {
    if (word.equals("any")) {
      return 1;
    }
    if (word.equals("all")) {
      return members;
    }
    if (!word.matches("[1-9][0-9]{0,3}") || Integer.parseInt(word) > members) {
      throw bad("any, all, or a number up to that of the members", place, word);
    }
    return Integer.parseInt(word);
  }

  private static VerifierKey key(
      Reading reading, String[] words, int at, VerifierKey.Kind kind, String place) {
    if (words.length <= at) {
      throw bad("a key is missing", place, words[0]);
    }
    VerifierKey key = VerifierKey.parse(words[at]);
    if (key.kind() != kind || !reading.keys.add(kind + key.keyHex())) {
      throw bad("a " + words[0] + "'s key is of its kind, and given once", place, key.text());
    }
    return key;
  }

  private static Optional<URI> url(String[] words, int at, String place) {
    if (words.length > at + 1) {
      throw bad("too many words", place, words[at + 1]);
    }
    if (words.length <= at) {
      return Optional.empty();
    }
    try {
      URI url = new URI(words[at]);
      if ("http".equals(url.getScheme()) || "https".equals(url.getScheme())) {
        return Optional.of(url);
      }
    } catch (URISyntaxException e) {
      // Falls through: the same fault names the value either way.
    }
    throw bad("an address begins with http:// or https://", place, words[at]);
  }

  private static void requireFree(Reading reading, String name, String place) {
    if (name.equals(NONE)
        || reading.parties.containsKey(name)
        || reading.groups.containsKey(name)) {
      throw bad("a name is given once, and never is none", place, name);
    }
  }

  private static void requireKnown(Reading reading, String name, String place) {
    if (!reading.parties.containsKey(name) && !reading.groups.containsKey(name)) {
      throw bad("a name is defined on a line before", place, name);
    }
  }

  private static LedgerFault.BadNote bad(String what, String place, String value) {
    return new LedgerFault.BadNote(what, place, value);
  }

  /** The text it was read from. */
  public String text() {
    return text;
  }

  /** The text's bytes. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The known logs. */
  public List<Party> logs() {
    return logs;
  }

  /** The known witnesses, in the file's order. */
  public List<Party> parties() {
    return List.copyOf(parties.values());
  }

  /** Whether any cosignature is asked for. */
  public boolean demands() {
    return !quorum.equals(NONE);
  }

  @Override
  public List<VerifierKey> witnesses() {
    return parties.values().stream().map(Party::key).toList();
  }

  @Override
  public List<VerifierKey> cosigners(Checkpoint checkpoint) {
    List<VerifierKey> keys = witnesses();
    List<NoteSignature> good = checkpoint.note().verified(keys);
    return keys.stream().filter(key -> good.stream().anyMatch(key::claims)).toList();
  }

  @Override
  public Instant check(Checkpoint checkpoint) {
    if (!demands()) {
      return Instant.MIN;
    }
    List<NoteSignature> good = checkpoint.note().verified(witnesses());
    return witnessed(quorum, good)
        .map(Instant::ofEpochSecond)
        .orElseThrow(() ->
            new LedgerFault.BadSignature(
                "too few witnesses cosigned",
                "checkpoint " + checkpoint.origin() + " of size " + checkpoint.size(),
                "quorum " + quorum));
  }

  /* The moment since which a name's demand is met: for a group, when the last of its fastest k came. */
  private Optional<Long> witnessed(String name, List<NoteSignature> good) {
    Party party = parties.get(name);
    if (party != null) {
      return good.stream()
          .filter(party.key()::claims)
          .map(NoteSignature::timestamp)
          .max(Comparator.naturalOrder());
    }
    Group group = groups.get(name);
    if (group == null) {
      return Optional.empty();
    }
    return group.members().stream()
        .flatMap(member -> witnessed(member, good).stream())
        .sorted(Comparator.reverseOrder())
        .skip(group.threshold() - 1L)
        .findFirst();
  }

  @Override
  public String toString() {
    return "TrustPolicy of " + parties.size() + " witnesses, quorum " + quorum;
  }
}
