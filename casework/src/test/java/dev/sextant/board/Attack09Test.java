package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.app.flow.TrainingPeople;
import dev.sextant.authority.People;
import dev.sextant.authority.Role;
import dev.sextant.terms.ActorId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A supervisor approves his own application, or uses a colleague's session. */
@Attack(9)
class Attack09Test {
  /** A browser's device: a key that does not leave it. */
  private static final class DeviceOf {
    private final KeyPair pair;
    private final Board board;
    private String duty = "begin";

    DeviceOf(Board board) throws GeneralSecurityException {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      this.pair = generator.generateKeyPair();
      this.board = board;
    }

    String proof(String session, String method, String path) {
      try {
        long at = board.now().toEpochMilli();
        String nonce = UUID.randomUUID().toString().replace("-", "");
        Signature signing = Signature.getInstance("SHA256withECDSAinP1363Format");
        signing.initSign(pair.getPrivate());
        signing.update(
            String.join("\n", "sextant-proof/1", session, method, path, Long.toString(at), nonce)
                .getBytes(StandardCharsets.UTF_8));
        return at
            + "."
            + nonce
            + "."
            + Base64.getUrlEncoder().withoutPadding().encodeToString(signing.sign());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    Answer begin(Caller caller) {
      caller.header("X-Sextant-Proof", proof("begin", "POST", "/api/duty"));
      Answer begun =
          caller.post(
              "/api/duty",
              Map.of(
                  "role",
                  "ANALYST",
                  "minutes",
                  480,
                  "publicKey",
                  Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())));
      if (begun.ok()) {
        duty = begun.text("id");
      }
      return begun;
    }

    Answer send(Caller caller, String method, String path, @Nullable Object body) {
      return caller.header("X-Sextant-Proof", proof(duty, method, path)).send(method, path, body);
    }
  }

  @Test
  void aColleaguesSessionOpensNothingFromAnotherDevice(Board board)
      throws GeneralSecurityException {
    Board.Ready ready = board.ready();
    Caller ana = board.another("ana");
    DeviceOf hers = new DeviceOf(board);
    hers.begin(ana).requireOk();
    String asking = "/api/authorities/" + ready.authority() + "/permit";
    Map<String, String> purpose = Map.of("purpose", "Read what the customer answered");
    Answer permit = hers.send(ana, "POST", asking, purpose).requireOk();
    ana.header("X-Sextant-Permit", permit.text("id"));
    assertThat(hers.send(ana, "GET", "/api/records", null).requireOk().json().get("total").asLong())
        .isPositive();
    String used = hers.proof(hers.duty, "GET", "/api/records");
    ana.header("X-Sextant-Proof", used).get("/api/records").requireOk();

    board.say(
        "A colleague has carried off her session's cookie and her permit; his device is his.");
    DeviceOf his = new DeviceOf(board);
    his.duty = hers.duty;
    // The same cookies and headers, without proof, with his own key, and with hers used before.
    ana.header("X-Sextant-Proof", null);
    board.refused(ana.get("/api/records"), "SX-AUTH-DEVICE");
    // Nor written so that a gate which reads letters would not know the way.
    board.refused(ana.get("/%61pi/records"), "SX-AUTH-DEVICE");
    board.refused(ana.get("/api/%72ecords"), "SX-AUTH-DEVICE");
    board.refused(his.send(ana, "GET", "/api/records", null), "SX-AUTH-DEVICE");
    board.refused(his.send(ana, "POST", asking, purpose), "SX-AUTH-DEVICE");
    board.refused(ana.header("X-Sextant-Proof", used).get("/api/records"), "SX-AUTH-DEVICE");
    // A proof is for one request: hers for a search opens no exhibit.
    ana.header("X-Sextant-Proof", hers.proof(hers.duty, "GET", "/api/records"));
    board.refused(ana.get("/api/exhibits"), "SX-AUTH-DEVICE");
    // Nor does he go on duty in her session with his own device.
    board.refused(his.begin(ana), "SX-AUTH-DEVICE");
    // Old proofs do not keep.
    String old = hers.proof(hers.duty, "GET", "/api/records");
    board.advance(Duration.ofMinutes(5));
    board.refused(ana.header("X-Sextant-Proof", old).get("/api/records"), "SX-AUTH-DEVICE");
    assertThat(hers.send(ana, "GET", "/api/records", null).ok()).as("she works on").isTrue();

    board.say("When her shift is over, so is all that is held in it.");
    board.advance(Duration.ofHours(8));
    board.refused(hers.send(ana, "GET", "/api/records", null), "SX-AUTH-DUTY");
    board.leafOf(leaf -> leaf.field("step").equals("SIGN_IN"));
  }

  @Test
  void nobodyApprovesWhatHeAppliedFor(Board board) {
    board.say("Sue is an analyst and an authorising officer; she applies, and would approve.");
    board
        .house()
        .authority()
        .people()
        .enrol(
            ActorId.parse(board.as("ada").id()),
            new People.Enrolment(
                "sue",
                "Sue Supervisor",
                Set.of(Role.ANALYST, Role.AUTHORISING_OFFICER),
                TrainingPeople.PASSWORD));
    Caller sue = board.as("sue");
    String caseId = board.openCase("sue");
    Ask ask = board.ask().team(board.as("ben").id());
    String own =
        sue.post("/api/cases/" + caseId + "/authorities", ask.form()).requireOk().text("id");
    board.signAndSubmit(sue, own);
    board.refused(
        board.move(sue, own, "approve", "I know the case best myself."), "SX-AUTH-DISTINCT");
    board.refused(
        board.move(board.as("ben"), own, "approve", "I will be working on it."), "SX-AUTH-ROLE");
    board
        .move(board.as("olga"), own, "approve", "The application is complete and argued.")
        .requireOk();
  }
}
