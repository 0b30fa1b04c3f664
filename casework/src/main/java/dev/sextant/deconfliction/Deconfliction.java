package dev.sextant.deconfliction;

import dev.sextant.authority.Act;
import dev.sextant.authority.HouseDeeds;
import dev.sextant.authority.NamedSelectors;
import dev.sextant.authority.NamedSelectors.Standing;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.deconfliction.store.DeskRows;
import dev.sextant.deconfliction.store.NoticeRows;
import dev.sextant.deconfliction.store.QuestionRows;
import dev.sextant.deconfliction.store.TokenRows;
import dev.sextant.records.RecordFilter;
import dev.sextant.records.Records;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Selector;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether another case of this house knows a selector. What authorities in force name is entered by
 * itself; what records hold is entered under a permit. Whoever asks needs a permit whose authority
 * names the selector, and learns yes or no; who must be told is told afterwards ({@link Courier}).
 */
public final class Deconfliction {
  /** A person's last questions; older ones are in the log. */
  private static final int QUESTIONS_SHOWN = 200;

  private final HouseDeeds house;
  private final NamedSelectors named;
  private final Records records;
  private final HouseKey key;
  private final Sealing sealing;
  private final Courier courier;
  private final SilentDesk desk;

  /**
   * What the room rests on.
   *
   * @param house registers of the whole house
   * @param named what authorities in force name
   * @param records what was read
   */
  public record Ground(HouseDeeds house, NamedSelectors named, Records records) {}

  /**
   * @param ground what it rests on
   * @param random for blinds, nonces and the hiding of scalars
   */
  public Deconfliction(Ground ground, SecureRandom random) {
    this.house = ground.house();
    this.named = ground.named();
    this.records = ground.records();
    this.key = new HouseKey(house.seed(HouseKey.SEED), random);
    this.sealing = new Sealing(house);
    this.courier = new Courier(house);
    this.desk = new SilentDesk(house, sealing);
  }

  HouseKey key() {
    return key;
  }

  /** Cases that answer nobody, and the overseer's desk. */
  public SilentDesk desk() {
    return desk;
  }

  /** Tells whoever must be told. */
  public Courier courier() {
    return courier;
  }

  // ------------------------------------------------------------------ what cases know

  /**
   * Brings the index up to the authorities in force: enters what new versions name, takes out what
   * has ended. Writes nothing, not even to the log, where there is nothing to do.
   *
   * @return how many authorities were entered
   */
  public int refresh() {
    Map<UUID, TokenRows.Entered> entered = house.read("deconfliction", TokenRows::entered);
    int count = 0;
    for (Standing standing : named.inForce()) {
      TokenRows.Entered known = entered.get(standing.authority().value());
      if (known == null
          || known.version() != standing.version()
          || known.marks() != standing.marks()) {
        enter(standing);
        count++;
      }
    }
    if (house.read("deconfliction", TokenRows::stale)) {
      house.run(
          "DECONFLICT_ENTER",
          null,
          Set.of(),
          Particulars.none(),
          deed -> {
            int over = TokenRows.sweep(deed.jdbc());
            deed.note("ended", over);
            return over;
          });
    }
    return count;
  }

  private void enter(Standing standing) {
    Set<String> tokens = key.tokens(Strong.named(named.of(standing)));
    house.run(
        "DECONFLICT_ENTER",
        null,
        Set.of(),
        Particulars.none()
            .id("case", standing.caseId())
            .id("authority", standing.authority())
            .number("version", standing.version()),
        deed -> {
          TokenRows.named(deed.jdbc(), standing, tokens, deed.at());
          deed.note("tokens", tokens.size());
          return standing;
        });
  }

  /**
   * Enters the strong selectors of what the permit may see.
   *
   * @param exhibit of this exhibit's records alone, or null for all
   * @return how many were new
   */
  public int enter(Permit permit, @Nullable ExhibitId exhibit) {
    // What records hold is taken out with its authority, which must be known for that.
    refresh();
    Particulars inputs =
        exhibit == null ? Particulars.none() : Particulars.none().id("exhibit", exhibit);
    try (Act act = permit.begin(Step.ENTER, inputs)) {
      Map<Selector, Set<ExhibitId>> strong = new LinkedHashMap<>();
      RecordFilter filter = exhibit == null ? RecordFilter.all() : RecordFilter.of(exhibit);
      records.each(
          act,
          filter,
          stored ->
              Strong.of(stored.record())
                  .forEach(one ->
                      strong
                          .computeIfAbsent(one, of -> new LinkedHashSet<>())
                          .add(stored.exhibit())));
      act.requireLiving();
      Map<String, Set<ExhibitId>> tokens = key.tokens(strong);
      Standing standing =
          new Standing(permit.caseId(), permit.authority(), permit.authorityVersion(), 0);
      int fresh =
          house.counted(act, jdbc -> TokenRows.ofRecords(jdbc, standing, tokens, act.begun()));
      act.done(Particulars.none().number("tokens", tokens.size()).number("new", fresh));
      return fresh;
    }
  }

  // ------------------------------------------------------------------ asking

  /**
   * Asks whether another case of this house knows a selector.
   *
   * @throws DeconflictionFault {@code SX-DECONFLICT-WEAK} if it means many; {@code
   *     SX-DECONFLICT-NOT-NAMED} if the authority does not name it
   * @throws dev.sextant.authority.Refused {@code SX-AUTH-DECONFLICT-RATE}, {@code
   *     SX-AUTH-DECONFLICT-SEQUENCE}, or as every step
   */
  public Answer ask(Permit permit, Selector selector) {
    Strong.require(selector);
    refresh();
    try (Act act = permit.begin(Step.DECONFLICT, Particulars.none().selector("asked", selector))) {
      requireNamed(act, selector);
      // One way whatever comes of it: a token is worked out, one statement looks for it, one keeps
      // the question. Who is told is another's work, later.
      String token = key.token(selector);
      UUID id = UUID.randomUUID();
      QuestionRows.Touched touched =
          house.counted(
              act,
              jdbc -> {
                QuestionRows.Touched whom = touched(jdbc, permit, token);
                QuestionRows.put(jdbc, act, id, null, whom);
                return whom;
              });
      act.done(Particulars.none().id("question", id).number("known", touched.known() ? 1 : 0));
      return new Answer(id, touched.known(), act.begun());
    }
  }

  /* The policies ask this too; a house may change its policies, but not this. */
  static void requireNamed(Act act, Selector selector) {
    if (!act.permit().scope().selectors().contains(selector)) {
      DeconflictionFault fault = DeconflictionFault.notNamed(act.permit().authority().toString());
      act.failed(fault.code());
      throw fault;
    }
  }

  private static QuestionRows.Touched touched(JdbcClient jdbc, Permit permit, String token) {
    boolean askerCovered = DeskRows.covered(jdbc, permit.caseId());
    List<UUID> open = new ArrayList<>();
    List<UUID> silent = new ArrayList<>();
    boolean known = false;
    for (TokenRows.Match other : TokenRows.others(jdbc, token, permit.caseId())) {
      known |= !other.covered();
      (other.covered() || askerCovered ? silent : open).add(other.authority().value());
    }
    return new QuestionRows.Touched(known, open, silent);
  }

  // ------------------------------------------------------------------ looking

  /** What a person asked, newest first; not about whom. */
  public List<Question> asked(ActorId by) {
    return house.read("questions", jdbc -> QuestionRows.of(jdbc, by, QUESTIONS_SHOWN));
  }

  /** Notices of the authorities that a person applied for or works under, newest first. */
  public List<Notice> notices(ActorId viewer) {
    return house.read("notices", jdbc -> NoticeRows.of(jdbc, viewer, sealing::outside));
  }

  /**
   * Notes that a person took note of a notice.
   *
   * @throws DeconflictionFault {@code SX-DECONFLICT-UNKNOWN} if there is none for the person
   */
  public void seen(ActorId by, UUID notice) {
    house.run(
        "SEE_DECONFLICTION",
        by,
        Set.of(),
        Particulars.none().id("notice", notice),
        deed -> {
          if (!NoticeRows.seen(deed.jdbc(), notice, by, deed.at())) {
            throw DeconflictionFault.unknown("notice", notice.toString());
          }
          return notice;
        });
  }
}
