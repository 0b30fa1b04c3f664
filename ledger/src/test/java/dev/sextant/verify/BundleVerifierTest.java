package dev.sextant.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.ledger.SignerKey;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleVerifierTest {
  @TempDir Path folder;
  private SampleBundle sample;
  private Path zip;

  @BeforeEach
  void write() {
    sample = new SampleBundle(folder);
    zip = sample.write();
  }

  private void assertInvalid(Path bundle, String because) {
    BundleReport report = BundleVerifier.verify(bundle, null, null);
    assertThat(report.valid()).isFalse();
    assertThat(report.failure().orElseThrow().line()).contains(because);
  }

  @Test
  void wholeBundleIsValid() {
    BundleReport report =
        BundleVerifier.verify(zip, sample.disclosure.verifier(), sample.log.verifier());
    assertThat(report.failure()).isEmpty();
    assertThat(report.pinned()).isTrue();
    assertThat(report.checked())
        .containsEntry("container entries, canonical byte for byte", 12L)
        .containsEntry("files, SHA-256 as in the manifest", 10L)
        .containsEntry("findings", 1L)
        .containsEntry("findings' signatures", 2L)
        .containsEntry("references from findings to exhibits and excerpts", 2L)
        .containsEntry("witness cosignatures", 1L)
        .containsEntry("acts proved to be in the log", 15L)
        .containsEntry("exhibits matched with the acts that sealed them", 1L)
        .containsEntry("custody entries matched with acts", 3L)
        .containsEntry("custody entries whose act has no outcome yet", 0L)
        .containsEntry("findings matched with claim, review and signature", 1L)
        .containsEntry("acts of release", 1L);
    assertThat(report.text())
        .startsWith("VALID\n")
        .contains(sample.disclosure.verifier().fingerprint().hex());
    assertThat(CanonicalJson.readObject(report.json().getBytes(UTF_8)))
        .containsEntry("valid", true);
    assertThat(BundleVerifier.verify(zip, null, null).text()).contains("keys came with the bundle");
  }

  @Test
  void everyFlippedByteIsFound() throws IOException {
    byte[] good = Files.readAllBytes(zip);
    Path bad = folder.resolve("bad.zip");
    for (int mask : new int[] {0x01, 0x20, 0xFF}) {
      for (int at = 0; at < good.length; at++) {
        byte[] bytes = good.clone();
        bytes[at] ^= (byte) mask;
        Files.write(bad, bytes);
        if (BundleVerifier.verify(bad, null, null).valid()) {
          throw new AssertionError("valid with byte " + at + " flipped by " + mask);
        }
      }
    }
  }

  @Test
  void flippedByteInAFileIsFoundEvenWhenTheContainerIsMadeAnew() {
    flipInside(11);
  }

  @Test
  @Tag("heavy")
  void everyFlippedByteOfEveryFileIsFoundEvenWhenTheContainerIsMadeAnew() {
    flipInside(1);
  }

  private void flipInside(int step) {
    for (String name : SampleBundle.contents(zip).keySet()) {
      TreeMap<String, byte[]> contents = SampleBundle.contents(zip);
      byte[] good = SampleBundle.bytes(contents, name);
      for (int at = 0; at < good.length; at += step) {
        byte[] bytes = good.clone();
        bytes[at] ^= 0x01;
        contents.put(name, bytes);
        if (BundleVerifier.verify(sample.pack(contents), null, null).valid()) {
          throw new AssertionError("valid with byte " + at + " of " + name + " flipped");
        }
      }
    }
  }

  @Test
  void everyTruncationAndAnyAppendingIsFound() throws IOException {
    byte[] good = Files.readAllBytes(zip);
    Path bad = folder.resolve("bad.zip");
    for (int length = 0; length < good.length; length += 7) {
      Files.write(bad, Arrays.copyOf(good, length));
      assertThat(BundleVerifier.verify(bad, null, null).valid()).isFalse();
    }
    for (int more : new int[] {1, 2, 22, 100}) {
      Files.write(bad, Arrays.copyOf(good, good.length + more));
      assertThat(BundleVerifier.verify(bad, null, null).valid()).isFalse();
    }
  }

  @Test
  void swappedRemovedAndAddedFilesAreFound() {
    List<String> names = new ArrayList<>(SampleBundle.contents(zip).keySet());
    for (String one : names) {
      TreeMap<String, byte[]> removed = SampleBundle.contents(zip);
      removed.remove(one);
      assertThat(BundleVerifier.verify(sample.pack(removed), null, null).valid()).isFalse();
      for (String two : names) {
        TreeMap<String, byte[]> swapped = SampleBundle.contents(zip);
        byte[] first = SampleBundle.bytes(swapped, one);
        swapped.put(one, SampleBundle.bytes(swapped, two));
        swapped.put(two, first);
        assertThat(BundleVerifier.verify(sample.pack(swapped), null, null).valid())
            .as(one + " and " + two)
            .isEqualTo(one.equals(two));
      }
    }
    TreeMap<String, byte[]> added = SampleBundle.contents(zip);
    added.put("excerpts/2.txt", new byte[] {1});
    assertInvalid(sample.pack(added), "a file is not listed");
  }

  @Test
  void anotherKeyThanTheGivenOneIsFound() {
    SignerKey stranger = sample.key("agency.example/disclosure");
    BundleReport report = BundleVerifier.verify(zip, stranger.verifier(), null);
    assertThat(report.valid()).isFalse();
    assertThat(BundleVerifier.verify(zip, null, stranger.verifier()).valid()).isFalse();
    // Somebody who replaces the key in the bundle too is found out by the key given from outside.
    TreeMap<String, byte[]> contents = SampleBundle.contents(zip);
    String keys = new String(SampleBundle.bytes(contents, "keys.json"), UTF_8);
    contents.put(
        "keys.json",
        keys.replace(sample.disclosure.verifier().text(), stranger.verifier().text())
            .getBytes(UTF_8));
    Path forged = sample.seal(contents, stranger);
    assertThat(BundleVerifier.verify(forged, null, null).valid()).isTrue();
    assertThat(BundleVerifier.verify(forged, sample.disclosure.verifier(), null).valid()).isFalse();
  }

  @Test
  void agencyItselfCannotBendWhatOthersSigned() {
    assertInvalid(
        sample.bent(zip, "findings.json", "two accounts are one", "two accounts are no"),
        "does not fit its digest");
    assertInvalid(
        sample.bent(
            zip,
            "findings.json",
            text -> {
              String claim = text.replace("two accounts", "ten accounts");
              Map<String, ?> finding = sample.finding();
              TreeMap<String, Object> other = new TreeMap<>();
              finding.forEach((k, v) -> other.put(k, v == null ? "" : v));
              other.put("claim", "ten accounts are one actor");
              return claim.replace(
                  BundleSignature.digest(finding).hex(), BundleSignature.digest(other).hex());
            }),
        "The signature does not verify".substring(4));
    assertInvalid(
        sample.bent(zip, "keys.json", "person-b", "person-a"),
        "author and reviewer are the same person");
    assertInvalid(
        sample.bent(zip, "findings.json", "\"role\":\"reviewer\"", "\"role\":\"author\""),
        "needs an author's and a reviewer's signature");
    assertInvalid(
        sample.bent(zip, "findings.json", "\"role\":\"reviewer\"", "\"role\":\"approver\""),
        "unknown role");
    assertInvalid(
        sample.bent(zip, "keys.json", "\"role\":\"person\"", "\"role\":\"log\""),
        "no person's key of this name");
  }

  @Test
  void contradictionsBetweenFilesAreFound() {
    String exhibit = sample.exhibit.hex();
    String other = Digest.of(new byte[] {9}).hex();
    assertInvalid(sample.bent(zip, "exhibits.json", exhibit, other), "not listed in exhibits.json");
    assertInvalid(sample.bent(zip, "exhibits.json", "X/1", "X/2"), "a chain for no exhibit");
    assertInvalid(
        sample.bent(zip, "custody.json", t -> "[]"), "exhibits without a chain of custody");
    assertInvalid(
        sample.bent(zip, "custody.json", "2026-05-02", "2026-04-02"), "backwards in time");
    assertInvalid(
        sample.bent(zip, "ledger/acts.json", "\"index\":14", "\"index\":15"), "proof does not");
    assertInvalid(
        sample.bent(zip, "ledger/acts.json", "\"entry\":\"ey", "\"entry\":\"ez"), "proof does not");
    assertInvalid(sample.bent(zip, "ledger/checkpoint", "\n16\n", "\n17\n"), "does not verify");
    assertInvalid(sample.bent(zip, "report.pdf", "%PDF", "%PS-"), "no PDF");
    assertInvalid(sample.bent(zip, "excerpts/1.txt", "an", "no"), "an excerpt does not fit");
    assertInvalid(sample.bent(zip, "exhibits.json", t -> t + " "), "canonical JSON");
    TreeMap<String, byte[]> contents = SampleBundle.contents(zip);
    contents.remove("excerpts/1.txt");
    assertInvalid(sample.seal(contents, sample.disclosure), "an excerpt is not in the bundle");
    contents = SampleBundle.contents(zip);
    contents.remove("network.json");
    assertInvalid(sample.seal(contents, sample.disclosure), "a required file is missing");
    assertInvalid(sample.seal(SampleBundle.contents(zip), sample.author), "no disclosure key");
  }

  @Test
  void everyCustodyEntrySaysWhatTheLogSays() {
    String custody = "custody.json";
    assertInvalid(sample.bent(zip, custody, "\"leaf\":4,", "\"leaf\":99,"), "no intent of");
    assertInvalid(sample.bent(zip, custody, "\"leaf\":4,", "\"leaf\":5,"), "no intent of");
    assertInvalid(
        sample.bent(zip, custody, "\"leaf\":4,", "\"leaf\":2,"), "its act is another one");
    assertInvalid(sample.bent(zip, custody, ",\"leaf\":4", ""), "a field is missing");
    assertInvalid(
        sample.bent(zip, custody, ",\"leafSha256\":\"" + sample.sha256(4) + "\"", ""),
        "a field is missing");
    assertInvalid(sample.bent(zip, custody, "\"opened\"", "\"verified\""), "ended otherwise");
    assertInvalid(sample.bent(zip, custody, "\"opened\"", "\"read\""), "the log says VIEW");
    assertInvalid(sample.bent(zip, custody, "\"opened\"", "\"invented\""), "of another kind");
    assertInvalid(sample.bent(zip, custody, "2026-05-03", "2026-05-04"), "at another time");
    assertInvalid(
        sample.bent(zip, custody, "person-a", "person-b"), "its act was another person's");
    assertInvalid(
        sample.bent(zip, custody, t -> t.replaceFirst("Person b", "Person c")),
        "one person under two names");
    assertInvalid(
        sample.bent(zip, custody, "\"sealed\"", "\"sealed again\""), "not tell of the sealing");
    assertInvalid(
        sample.bent(zip, "exhibits.json", "DEVICE", "RETURN"), "otherwise how it was acquired");
    // The other view is of the same person, within the minute: only the exhibit tells them apart.
    assertInvalid(
        sample.bent(
            zip,
            custody,
            text ->
                text.replace("\"leaf\":4,", "\"leaf\":" + SampleBundle.OTHER_VIEW + ",")
                    .replace(sample.sha256(4), sample.sha256(SampleBundle.OTHER_VIEW))),
        "custody.json/0/chain/2");
  }

  @Test
  void entryOfTheLogThatIsNoActIsFound() {
    assertThatThrownBy(() ->
            sample
                .writer(SampleBundle.NO_ACT)
                .write(folder.resolve("never.zip"), sample.disclosure))
        .isInstanceOfSatisfying(
            VerifyFault.BadBundle.class,
            fault -> {
              assertThat(fault.what()).contains("the entry is no act");
              assertThat(fault.place()).isEqualTo("ledger/acts.json/15");
            });
  }

  @Test
  void inventedExhibitIsFound() {
    String invented = Digest.of("invented".getBytes(UTF_8)).hex();
    TreeMap<String, byte[]> contents = SampleBundle.contents(zip);
    for (String file : List.of("exhibits.json", "custody.json")) {
      String text = new String(SampleBundle.bytes(contents, file), UTF_8);
      String one = text.substring(1, text.length() - 1);
      String two = one.replace("X/1", "X/2").replace(sample.exhibit.hex(), invented);
      contents.put(file, ("[" + one + "," + two + "]").getBytes(UTF_8));
    }
    Path forged = sample.seal(contents, sample.disclosure);
    assertInvalid(forged, "no proved act of the log sealed these bytes | at: exhibits.json/1");
    assertInvalid(forged, invented);
    assertInvalid(
        sample.bent(zip, "exhibits.json", "\"bytes\":7", "\"bytes\":8"), "sealed these bytes");
  }

  @Test
  void findingThatTheLogDoesNotHoldIsFound() {
    Map<String, Object> invented = Map.of("id", "finding-id", "claim", "invented");
    assertThatThrownBy(() ->
            sample
                .writer()
                .finding(invented, sample.signatures(invented))
                .write(folder.resolve("never.zip"), sample.disclosure))
        .isInstanceOfSatisfying(
            VerifyFault.BadBundle.class,
            fault -> {
              assertThat(fault.what()).isEqualTo("no proved CLAIM of this finding by this person");
              assertThat(fault.place()).isEqualTo("findings.json/1");
            });
    assertInvalid(
        sample.bent(zip, "keys.json", "person-b", "person-c"),
        "no proved REVIEW of this finding by this person");
    assertInvalid(
        sample.bent(zip, "keys.json", "person-a", "person-c"),
        "no proved CLAIM of this finding by this person");
  }

  @Test
  void releaseIsTheOneOfTheLog() {
    String other = DisclosureId.random().toString();
    String own = sample.disclosureId.toString();
    assertInvalid(
        sample.bent(zip, "manifest.json", own, other), "no proved act released this disclosure");
    assertInvalid(
        sample.bent(zip, "manifest.json", "2026-06-01T09:00", "2026-06-02T09:00"),
        "released at another time");
    assertInvalid(
        sample.bent(zip, "manifest.json", sample.caseId.toString(), other),
        "an act of another case");
    assertInvalid(sample.bent(zip, "findings.json", t -> "[]"), "released findings are not in");
  }

  @Test
  void reportTellsOfWhatTheBundleHolds() {
    String report = "report.json";
    String finding = BundleSignature.digest(sample.finding()).hex();
    assertInvalid(
        sample.bent(zip, report, finding, sample.exhibit.hex()),
        "the report tells of other findings");
    assertInvalid(
        sample.bent(zip, report, sample.exhibit.hex(), finding),
        "the report tells of other exhibits");
    assertInvalid(sample.bent(zip, report, "Person b", "Person a"), "tells of other custody");
    assertInvalid(sample.bent(zip, report, "Paula", "Peter"), "the log names another recipient");
    assertInvalid(
        sample.bent(zip, report, sample.disclosureId.toString(), "another"), "another disclosure");
  }

  @Test
  void logWithoutWitnessIsValidOnlyWhereThatIsWanted() {
    Path alone =
        sample.bent(
            zip,
            "ledger/checkpoint",
            text -> text.substring(0, text.lastIndexOf("\u2014 overseer.example/w")));
    assertInvalid(alone, "no witness cosigned the log's checkpoint");
    assertInvalid(alone, "ledger/checkpoint");
    assertThat(BundleVerifier.verify(alone, null, null, false).failure()).isEmpty();
    assertThat(run("bundle", alone.toString())).isEqualTo(1);
    assertThat(run("bundle", alone.toString(), "--without-witness")).isEqualTo(0);
    assertThat(run("log", folder.resolve("log").toString(), "--without-witness")).isEqualTo(2);
  }

  @Test
  void invalidBundleIsNeverWritten() {
    Path bad = folder.resolve("never.zip");
    BundleWriter unlisted =
        sample
            .writer()
            .finding(
                Map.of("exhibit", Digest.of(new byte[] {7}).hex()),
                List.of(
                    BundleSignature.sign(
                        BundleSignature.AUTHOR,
                        Map.of("exhibit", Digest.of(new byte[] {7}).hex()),
                        sample.author),
                    BundleSignature.sign(
                        BundleSignature.REVIEWER,
                        Map.of("exhibit", Digest.of(new byte[] {7}).hex()),
                        sample.reviewer)));
    assertThatThrownBy(() -> unlisted.write(bad, sample.disclosure))
        .isInstanceOf(VerifyFault.BadBundle.class);
    assertThat(bad).doesNotExist();
    assertThat(folder.resolve("never.zip.new")).doesNotExist();
    assertThatThrownBy(() -> sample.writer().file("keys.json", new byte[0]))
        .isInstanceOf(VerifyFault.BadBundle.class);
    assertThatThrownBy(() -> sample.writer().file("../x", new byte[0]))
        .isInstanceOf(VerifyFault.BadZip.class);
  }

  @Test
  void commandLineEndsAsItShould() throws IOException {
    assertThat(run("bundle", zip.toString())).isEqualTo(0);
    assertThat(
            run("bundle", zip.toString(), "--json", "--key", sample.disclosure.verifier().text()))
        .isEqualTo(0);
    assertThat(run("bundle", zip.toString(), "--key", sample.author.verifier().text()))
        .isEqualTo(1);
    assertThat(run("bundle", folder.resolve("none.zip").toString())).isEqualTo(2);
    assertThat(run("bundle", zip.toString(), "--key", "nonsense")).isEqualTo(2);
    assertThat(run("bundle")).isEqualTo(2);
    assertThat(run("bundle", zip.toString(), "--other")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(run("--help")).isEqualTo(0);
    String log = folder.resolve("log").toString();
    Path old = folder.resolve("old");
    Files.copy(folder.resolve("log/checkpoint"), old);
    assertThat(
            run(
                "log",
                log,
                "--origin-key",
                sample.log.verifier().text(),
                "--witness",
                sample.witness.verifier().text(),
                "--require",
                "1",
                "--checkpoint",
                old.toString()))
        .isEqualTo(0);
    assertThat(run("log", log, "--json")).isEqualTo(0);
    assertThat(run("log", log, "--origin-key", sample.author.verifier().text())).isEqualTo(1);
    Files.delete(folder.resolve("log/checkpoint"));
    assertThat(run("log", log)).isEqualTo(1);
    assertThat(run("log", folder.resolve("none").toString())).isEqualTo(2);
  }

  private static int run(String... args) {
    StringWriter out = new StringWriter();
    return Main.run(args, new PrintWriter(out), new PrintWriter(out));
  }
}
