package dev.sextant.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tsp.TimeStampRequest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A timestamp is believed only if everything about it holds; each lie has its own code. */
class StampCheckTest {
  private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
  private static final byte[] BUNDLE = "a bundle".getBytes(StandardCharsets.UTF_8);
  private static final Digest DIGEST = Digest.of(BUNDLE);

  @TempDir Path folder;

  private final MadeUpAuthority authority = MadeUpAuthority.sound();
  private final StampRequest request = StampRequest.of(DIGEST, new SecureRandom());

  private static StampCheck trusting(MadeUpAuthority authority) {
    return new StampCheck(new TrustedAuthorities(List.of(authority.root())));
  }

  private static void refused(String code, Runnable step) {
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(
            DisclosureFault.BadStamp.class, f -> assertThat(f.code()).isEqualTo(code));
  }

  private void refused(String code, MadeUpAuthority by) {
    byte[] answer = by.answer(request.der(), AT);
    refused(code, () -> trusting(by).check(request, answer));
  }

  @Test
  void aSoundAnswerIsBelieved() {
    StampToken token = trusting(authority).check(request, authority.answer(request.der(), AT));
    assertThat(token.at()).isEqualTo(AT);
    assertThat(token.digest()).isEqualTo(DIGEST);
    assertThat(token.accuracy()).isEqualTo("1 s");
    assertThat(token.serial()).isEqualTo("77");
    assertThat(token.policy()).isEqualTo("1.2.3.4.1");
    assertThat(token.signer()).contains("Made-up timestamps");
    assertThat(token.anchor()).contains("Made-up root");
  }

  @Test
  void theRequestIsWhatTheStandardSays() throws Exception {
    TimeStampRequest read = new TimeStampRequest(request.der());
    assertThat(read.getCertReq()).isTrue();
    assertThat(read.getNonce()).isEqualTo(request.nonce());
    assertThat(read.getMessageImprintDigest()).isEqualTo(DIGEST.bytes());
    assertThat(StampRequest.of(DIGEST, new SecureRandom()).nonce()).isNotEqualTo(request.nonce());
  }

  @Test
  void aSignerMayBeTrustedItself() {
    StampCheck check = new StampCheck(new TrustedAuthorities(List.of(authority.signer())));
    assertThat(check.check(request, authority.answer(request.der(), AT)).anchor())
        .contains("Made-up timestamps");
  }

  @Test
  void anAnswerToSomethingElseIsNone() {
    StampRequest other = StampRequest.of(Digest.ofFields("other"), new SecureRandom());
    refused(
        "SX-STAMP-IMPRINT",
        () -> trusting(authority).check(request, authority.answer(other.der(), AT)));
    StampRequest again = StampRequest.of(DIGEST, new SecureRandom());
    refused(
        "SX-STAMP-NONCE",
        () -> trusting(authority).check(request, authority.answer(again.der(), AT)));
  }

  @Test
  void aSignerThatNobodyVouchesForIsNotBelieved() {
    byte[] answer = authority.answer(request.der(), AT);
    refused("SX-STAMP-UNTRUSTED", () -> trusting(MadeUpAuthority.sound()).check(request, answer));
    refused(
        "SX-STAMP-UNTRUSTED",
        () -> new StampCheck(new TrustedAuthorities(List.of())).check(request, answer));
  }

  @Test
  void aCertificateThatWasNotValidAtTheMomentIsNotBelieved() {
    Instant ended = Instant.parse("2026-01-01T00:00:00Z");
    MadeUpAuthority old =
        new MadeUpAuthority.Builder().valid(Instant.parse("2020-01-01T00:00:00Z"), ended).make();
    refused("SX-STAMP-UNTRUSTED", old);
    // One that ended since its stamp is still good.
    Instant before = ended.minusSeconds(60);
    assertThat(trusting(old).check(request, old.answer(request.der(), before)).at())
        .isEqualTo(before);
  }

  @Test
  void aCertificateForOtherThingsIsNotBelieved() throws Exception {
    KeyPurposeId stamps = KeyPurposeId.id_kp_timeStamping;
    for (MadeUpAuthority wrong :
        List.of(
            new MadeUpAuthority.Builder().purposes(true, KeyPurposeId.id_kp_codeSigning).make(),
            new MadeUpAuthority.Builder().purposes(false, stamps).make(),
            new MadeUpAuthority.Builder()
                .purposes(true, stamps, KeyPurposeId.id_kp_emailProtection)
                .make(),
            new MadeUpAuthority.Builder().purposes(true).make())) {
      byte[] answer = wrong.answer(request.der(), AT);
      refused("SX-STAMP-CERTIFICATE", () -> trusting(wrong).check(request, answer));
    }
    refused("SX-STAMP-CERTIFICATE", MadeUpAuthority.sound().silent());
  }

  /** Whatever bit is turned: it is never taken for a sound answer that says something else. */
  @Test
  void anAlteredAnswerNeverSaysAnythingElse() {
    byte[] answer = authority.answer(request.der(), AT);
    StampToken sound = trusting(authority).check(request, answer);
    long seed = 20261122;
    System.out.println("StampCheckTest turns bits with seed " + seed);
    Random random = new Random(seed);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] altered = answer.clone();
      int at = random.nextInt(altered.length);
      altered[at] ^= (byte) (1 << random.nextInt(8));
      try {
        assertThat(trusting(authority).check(request, altered)).isEqualTo(sound);
      } catch (DisclosureFault.BadStamp e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(2000);
    byte[] time = answer.clone();
    int digits = indexOf(time, "20261122120000Z".getBytes(StandardCharsets.US_ASCII));
    time[digits + 3] = '5';
    refused("SX-STAMP-SIGNATURE", () -> trusting(authority).check(request, time));
  }

  private static int indexOf(byte[] in, byte[] what) {
    for (int i = 0; i + what.length <= in.length; i++) {
      if (java.util.Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }

  @Test
  void whatIsNoAnswerIsSaidToBeNone() {
    for (byte[] bytes :
        List.of(new byte[0], new byte[] {0x30, 0x03, 1, 1, 1}, request.der(), BUNDLE)) {
      refused("SX-STAMP-FORM", () -> trusting(authority).check(request, bytes));
    }
    byte[] rejection = {0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02};
    refused("SX-STAMP-REFUSED", () -> trusting(authority).check(request, rejection));
  }

  @Test
  void anchorsAreReadFromAFolder() throws Exception {
    assertThat(TrustedAuthorities.in(folder.resolve("absent")).size()).isZero();
    Files.writeString(
        folder.resolve("root.pem"), pem("CERTIFICATE", authority.root().getEncoded()));
    Files.write(folder.resolve("signer.crt"), authority.signer().getEncoded());
    Files.writeString(folder.resolve("README.txt"), "not a certificate");
    assertThat(TrustedAuthorities.in(folder).size()).isEqualTo(2);
    Files.writeString(folder.resolve("z.pem"), "nothing");
    refused("SX-STAMP-ANCHOR", () -> TrustedAuthorities.in(folder));
  }

  // ---------------------------------------------------------------- openssl, both ways

  private static String pem(String what, byte[] der) {
    return "-----BEGIN "
        + what
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + what
        + "-----\n";
  }

  private String openssl(String... args) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("openssl"));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue() + " " + said;
  }

  private void authorityOnDisk() throws Exception {
    boolean there =
        Files.isExecutable(Path.of("/usr/bin/openssl"))
            && openssl("version").startsWith("0 OpenSSL");
    Assumptions.assumeTrue(there, "skipped: no openssl here");
    Files.writeString(
        folder.resolve("root.pem"), pem("CERTIFICATE", authority.root().getEncoded()));
    Files.writeString(
        folder.resolve("signer.pem"), pem("CERTIFICATE", authority.signer().getEncoded()));
    Files.writeString(
        folder.resolve("key.pem"), pem("PRIVATE KEY", authority.signerKey().getEncoded()));
    Files.writeString(folder.resolve("serial"), "01\n");
    Files.writeString(
        folder.resolve("tsa.cnf"),
        """
        [tsa]
        default_tsa = own
        [own]
        serial = serial
        signer_cert = signer.pem
        signer_key = key.pem
        certs = root.pem
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256
        accuracy = secs:1, millisecs:500
        """);
    Files.write(folder.resolve("bundle.zip"), BUNDLE);
  }

  @Test
  void opensslAnswersOurRequestAndWeBelieveIt() throws Exception {
    authorityOnDisk();
    Files.write(folder.resolve("request.tsq"), request.der());
    assertThat(openssl("ts", "-query", "-in", "request.tsq", "-text"))
        .contains("Hash Algorithm: sha256")
        .contains("Certificate required: yes");
    assertThat(
            openssl(
                "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "request.tsq", "-out", "a.tsr"))
        .startsWith("0");
    byte[] answer = Files.readAllBytes(folder.resolve("a.tsr"));
    StampToken token = trusting(authority).check(request, answer);
    assertThat(token.accuracy()).isEqualTo("1.5 s");
    assertThat(StampCheck.nonce(answer)).isEqualTo(request.nonce());
  }

  @Test
  void opensslBelievesWhatWeBelieve() throws Exception {
    authorityOnDisk();
    Files.write(folder.resolve("request.tsq"), request.der());
    Files.write(folder.resolve("a.tsr"), authority.answer(request.der(), AT));
    assertThat(
            openssl("ts", "-verify", "-data", "bundle.zip", "-in", "a.tsr", "-CAfile", "root.pem"))
        .contains("Verification: OK");
    assertThat(
            openssl(
                "ts",
                "-verify",
                "-queryfile",
                "request.tsq",
                "-in",
                "a.tsr",
                "-CAfile",
                "root.pem"))
        .contains("Verification: OK");
    Files.writeString(folder.resolve("bundle.zip"), "another");
    assertThat(
            openssl("ts", "-verify", "-data", "bundle.zip", "-in", "a.tsr", "-CAfile", "root.pem"))
        .contains("FAILED");
  }

  @Test
  void opensslsOwnRequestGetsAnAnswerThatIsNotTakenForOurs() throws Exception {
    authorityOnDisk();
    assertThat(
            openssl(
                "ts", "-query", "-data", "bundle.zip", "-sha256", "-cert", "-out", "request.tsq"))
        .startsWith("0");
    byte[] theirs = Files.readAllBytes(folder.resolve("request.tsq"));
    refused(
        "SX-STAMP-NONCE", () -> trusting(authority).check(request, authority.answer(theirs, AT)));
  }
}
