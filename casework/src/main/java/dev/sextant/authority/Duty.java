package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is on duty at which device. Sign-ins, failed ones too, sign-outs, devices and shifts are
 * deeds in the log. A device counts once an administrator other than its holder has approved it;
 * the very first administrator of a house has nobody to ask and approves the first device alone.
 *
 * <p>Safe for many threads.
 */
public final class Duty {
  private static final String ALGORITHM = "HmacSHA256";

  private final Register register;
  private final Deeds deeds;
  private final People people;
  private final Rules rules;
  private final Clock clock;
  private final SecretKeySpec sealing;
  private final Map<UUID, DeviceKey> keys = new ConcurrentHashMap<>();
  private final Map<UUID, Proofs> open = new ConcurrentHashMap<>();
  private final StrangersCount strangers = new StrangersCount();

  Duty(Register register, Deeds deeds, People people, Ground ground) {
    this.register = register;
    this.deeds = deeds;
    this.people = people;
    this.rules = ground.rules();
    this.clock = ground.clock();
    this.sealing = new SecretKeySpec(ground.agency().derive("authority/device-seal/v1"), ALGORITHM);
  }

  /** What it rests on beside the register. */
  record Ground(AgencyKey agency, Rules rules, Clock clock) {}

  /** The proofs seen in one session, so that none counts twice; by their expiry. */
  private record Proofs(DutySession session, Map<String, Instant> seen) {}

  /** Failed sign-ins of nobody we know: counted, so that guessing cannot fill the log. */
  private static final class StrangersCount {
    private long tries;
    private Instant next = Instant.EPOCH;

    synchronized long due(Instant now, Duration every) {
      tries++;
      if (now.isBefore(next)) {
        return 0;
      }
      next = now.plus(every);
      long due = tries;
      tries = 0;
      return due;
    }
  }

  // ---------------------------------------------------------------- signing in and out

  /**
   * Logs that a person signed in.
   *
   * @param by which way: {@code browser} or {@code console}
   */
  public void signedIn(ActorId actor, String by) {
    deeds.run("SIGN_IN", actor, Particulars.none().token("by", by), entry -> actor);
  }

  /** Logs that a person signed out. */
  public void signedOut(ActorId actor) {
    deeds.run("SIGN_OUT", actor, Particulars.none(), entry -> actor);
  }

  /**
   * Logs a failed sign-in. Of a log-in that nobody has, not even a hash is kept: people type their
   * password there. Those are counted, one entry in the time that the pack sets.
   *
   * @param login as typed
   */
  public void signInFailed(String login) {
    Optional<Actor> known = people.byLogin(login);
    if (known.isPresent()) {
      deeds.run(
          "SIGN_IN_FAILED",
          null,
          Particulars.none().id("person", known.get().id()),
          entry -> known);
      return;
    }
    long tries = strangers.due(clock.instant(), rules.pack().duration("access.strangersEvery"));
    if (tries > 0) {
      deeds.run(
          "SIGN_IN_FAILED", null, Particulars.none().number("strangers", tries), entry -> tries);
    }
  }

  // ---------------------------------------------------------------- devices

  /** The devices of the house, as an administrator sees them; for others their own. */
  public List<Device> devices(ActorId caller) {
    Actor actor = people.actor(caller);
    return register.within("devices", jdbc -> all(jdbc)).stream()
        .filter(d -> actor.is(Role.ADMINISTRATOR) || d.actor().equals(caller))
        .toList();
  }

  /**
   * Registers a person's device, or finds it; it waits for an administrator, unless it is the first
   * of the house and its holder an administrator.
   *
   * @param publicKey SubjectPublicKeyInfo of a P-256 key
   * @param training true in a training home, where every device is approved as it comes
   */
  public Device register(ActorId holder, byte[] publicKey, boolean training) {
    DeviceKey key = DeviceKey.of(publicKey);
    Optional<Device> known = find(holder, key);
    if (known.isPresent()) {
      return known.get();
    }
    return deeds.run(
        "REGISTER_DEVICE",
        holder,
        Particulars.none().digest("fingerprint", key.fingerprint()),
        entry -> {
          JdbcClient jdbc = entry.jdbc();
          Actor actor = people.find(jdbc, holder);
          boolean first =
              actor.is(Role.ADMINISTRATOR) && all(jdbc).stream().noneMatch(Device::usable);
          UUID id = UUID.randomUUID();
          ActorId approver = training || first ? holder : null;
          jdbc.sql(
                  """
                  insert into device (id, actor, public_key, registered_at, approved_by, seal)
                  values (?, ?, ?, ?, ?, ?)
                  """)
              .param(id)
              .param(holder.value())
              .param(key.encoded())
              .param(Timestamp.from(entry.at()))
              .param(approver == null ? null : approver.value())
              .param(seal(id, holder, key, approver))
              .update();
          entry.note("device", id);
          entry.note("approved", approver == null ? "no" : training ? "training" : "first");
          return new Device(id, holder, key.fingerprint(), entry.at(), approver, false);
        });
  }

  private Optional<Device> find(ActorId holder, DeviceKey key) {
    return register.within("devices", jdbc -> all(jdbc)).stream()
        .filter(d -> d.actor().equals(holder) && d.fingerprint().equals(key.fingerprint()))
        .filter(d -> !d.revoked())
        .findFirst();
  }

  /**
   * Approves a person's device, its fingerprint having been compared.
   *
   * @throws Refused.Role {@code SX-AUTH-DEVICE-OWN} for one's own
   */
  public void approve(ActorId administrator, UUID device) {
    deeds.run(
        "APPROVE_DEVICE",
        administrator,
        Particulars.none().id("device", device),
        entry -> {
          JdbcClient jdbc = entry.jdbc();
          People.require(people.find(jdbc, administrator), Role.ADMINISTRATOR, "approve a device");
          Device found = one(jdbc, device);
          if (found.actor().equals(administrator)) {
            throw new Refused.Role(
                "SX-AUTH-DEVICE-OWN",
                "nobody approves a device of his own",
                "device " + device,
                administrator.toString(),
                "ask another administrator");
          }
          DeviceKey key = keys.get(device);
          jdbc.sql("update device set approved_by = ?, seal = ? where id = ?")
              .param(administrator.value())
              .param(
                  seal(device, found.actor(), java.util.Objects.requireNonNull(key), administrator))
              .param(device)
              .update();
          entry.note("person", found.actor());
          return device;
        });
  }

  /** Revokes a device at once; every duty session bound to it is over. */
  public void revoke(ActorId caller, UUID device) {
    deeds.run(
        "REVOKE_DEVICE",
        caller,
        Particulars.none().id("device", device),
        entry -> {
          JdbcClient jdbc = entry.jdbc();
          Device found = one(jdbc, device);
          if (!found.actor().equals(caller)) {
            People.require(people.find(jdbc, caller), Role.ADMINISTRATOR, "revoke a device");
          }
          jdbc.sql("update device set revoked_at = ? where id = ? and revoked_at is null")
              .param(Timestamp.from(entry.at()))
              .param(device)
              .update();
          jdbc.sql("update duty_session set ended_at = ? where device = ? and ended_at is null")
              .param(Timestamp.from(entry.at()))
              .param(device)
              .update();
          open.values().removeIf(p -> p.session().device().equals(device));
          return device;
        });
  }

  private Device one(JdbcClient jdbc, UUID device) {
    return all(jdbc).stream()
        .filter(d -> d.id().equals(device))
        .findFirst()
        .orElseThrow(() -> new UnknownInRegister("device", device.toString()));
  }

  private List<Device> all(JdbcClient jdbc) {
    return jdbc
        .sql("select * from device order by registered_at, id")
        .query((row, number) -> read(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /* A row whose seal does not hold is no device, as with people. */
  private Optional<Device> read(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    ActorId actor = new ActorId(row.getObject("actor", UUID.class));
    DeviceKey key = DeviceKey.of(row.getBytes("public_key"));
    UUID approver = row.getObject("approved_by", UUID.class);
    ActorId by = approver == null ? null : new ActorId(approver);
    if (!MessageDigest.isEqual(seal(id, actor, key, by), row.getBytes("seal"))) {
      return Optional.empty();
    }
    keys.put(id, key);
    return Optional.of(
        new Device(
            id,
            actor,
            key.fingerprint(),
            row.getTimestamp("registered_at").toInstant(),
            by,
            row.getTimestamp("revoked_at") != null));
  }

  private byte[] seal(UUID id, ActorId actor, DeviceKey key, @Nullable ActorId approver) {
    Map<String, @Nullable Object> bound = new HashMap<>();
    bound.put("format", "sextant-device/1");
    bound.put("id", id.toString());
    bound.put("actor", actor.toString());
    bound.put("key", key.fingerprint().hex());
    bound.put("approver", approver == null ? "" : approver.toString());
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(sealing);
      return mac.doFinal(CanonicalJson.write(bound));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("HmacSHA256 is in every JDK", e);
    }
  }

  // ---------------------------------------------------------------- shifts

  /** What a person says when going on duty. */
  public record Shift(Role role, Duration length) {}

  /**
   * Begins a duty session at a device that counts.
   *
   * @param proof of the device's key over {@link #text} with {@code begin} for the session
   * @throws Refused.Leave {@code SX-AUTH-DEVICE} if the device does not count or the proof does not
   *     hold; {@code SX-AUTH-SHIFT} if the shift is longer than the pack allows
   * @throws Refused.Role if the person does not have the role
   */
  public DutySession begin(ActorId actor, UUID device, Shift shift, DeviceProof proof) {
    return deeds.run(
        "BEGIN_DUTY",
        actor,
        Particulars.none().id("device", device).token("role", shift.role().name()),
        entry -> {
          JdbcClient jdbc = entry.jdbc();
          People.require(people.find(jdbc, actor), shift.role(), "go on duty");
          Device at = one(jdbc, device);
          if (!at.actor().equals(actor) || !at.usable()) {
            throw refused("this device does not count for this person", device.toString());
          }
          requireFresh(proof);
          if (!holds(device, proof.text("begin"), proof)) {
            throw refused("the proof is not of this device's key", device.toString());
          }
          Duration longest = rules.pack().duration("access.longestShift");
          if (!shift.length().isPositive() || shift.length().compareTo(longest) > 0) {
            throw new Refused.Leave(
                "SX-AUTH-SHIFT",
                "not a shift's length",
                "duty session",
                shift.length().toString(),
                "ask for up to " + longest);
          }
          DutySession session =
              new DutySession(
                  UUID.randomUUID(),
                  actor,
                  shift.role(),
                  device,
                  entry.at(),
                  entry.at().plus(shift.length()));
          jdbc.sql(
                  """
                  insert into duty_session (id, actor, role, device, begun_at, until)
                  values (?, ?, ?, ?, ?, ?)
                  """)
              .param(session.id())
              .param(actor.value())
              .param(session.role().name())
              .param(device)
              .param(Timestamp.from(session.from()))
              .param(Timestamp.from(session.until()))
              .update();
          open.put(session.id(), new Proofs(session, new ConcurrentHashMap<>()));
          entry.note("duty", session.id());
          entry.note("until", session.until());
          return session;
        });
  }

  /** Ends a duty session; what is held in it is dead. */
  public void end(DutySession session) {
    deeds.run(
        "END_DUTY",
        session.actor(),
        Particulars.none().id("duty", session.id()),
        entry -> {
          open.remove(session.id());
          return entry
              .jdbc()
              .sql("update duty_session set ended_at = ? where id = ? and ended_at is null")
              .param(Timestamp.from(entry.at()))
              .param(session.id())
              .update();
        });
  }

  /** Whether a session lives: begun while this program runs, neither ended nor over. */
  public boolean living(DutySession session) {
    return open.containsKey(session.id()) && clock.instant().isBefore(session.until());
  }

  /**
   * Asks for the proof that a request comes from the session's device. A refusal is logged.
   *
   * @param proof what the request carries, or null
   * @throws Refused.Leave {@code SX-AUTH-DUTY} if the session is over; {@code SX-AUTH-DEVICE} if
   *     the proof is missing, of another key, for another request, too old or used before
   */
  public void require(DutySession session, @Nullable DeviceProof proof) {
    try {
      check(session, proof);
    } catch (Refused.Leave refusal) {
      refuse(session, refusal);
    }
  }

  /**
   * Asks that a key be that of the session's device. A refusal is logged.
   *
   * @throws Refused.Leave {@code SX-AUTH-DEVICE} if it is another's
   */
  public void requireSame(DutySession session, byte[] publicKey) {
    DeviceKey bound = keys.get(session.device());
    if (bound == null || !bound.fingerprint().equals(fingerprint(publicKey))) {
      refuse(session, refused("this sign-in belongs to another device", "another key"));
    }
  }

  private void refuse(DutySession session, Refused.Leave refusal) {
    deeds.run(
        "PROVE_DEVICE",
        session.actor(),
        Particulars.none().id("duty", session.id()).id("device", session.device()),
        entry -> {
          throw refusal;
        });
  }

  private void check(DutySession session, @Nullable DeviceProof proof) {
    Proofs proofs = open.get(session.id());
    if (proofs == null || !living(session)) {
      throw DutyRule.over(session);
    }
    if (proof == null) {
      throw refused("the request does not prove that it comes from the device", "no proof");
    }
    requireFresh(proof);
    if (!holds(session.device(), proof.text(session.id().toString()), proof)) {
      throw refused("the proof is not of this session's device", "another key or request");
    }
    Instant now = clock.instant();
    proofs.seen().values().removeIf(end -> end.isBefore(now));
    Instant end = proof.at().plus(rules.pack().duration("access.proofAge")).plusSeconds(1);
    if (proofs.seen().putIfAbsent(proof.nonce(), end) != null) {
      throw refused("the proof was used before", "the same nonce");
    }
  }

  private void requireFresh(DeviceProof proof) {
    Duration age = Duration.between(proof.at(), clock.instant()).abs();
    if (age.compareTo(rules.pack().duration("access.proofAge")) > 0) {
      throw refused("the proof is not of this moment", age.toSeconds() + " seconds");
    }
  }

  private boolean holds(UUID device, String text, DeviceProof proof) {
    DeviceKey key = keys.get(device);
    return key != null && key.signed(text, proof.signature());
  }

  private static Refused.Leave refused(String what, String value) {
    return new Refused.Leave(
        "SX-AUTH-DEVICE",
        what,
        "duty session",
        value,
        "sign in at your own registered device; an administrator approves new ones by fingerprint");
  }

  /** The roles in which this person can go on duty. */
  public Set<Role> roles(ActorId actor) {
    return people.actor(actor).roles();
  }

  /** The longest shift of this jurisdiction. */
  public Duration longestShift() {
    return rules.pack().duration("access.longestShift");
  }

  /** A key's fingerprint, as people compare it. */
  public static Digest fingerprint(byte[] publicKey) {
    return DeviceKey.of(publicKey).fingerprint();
  }
}
