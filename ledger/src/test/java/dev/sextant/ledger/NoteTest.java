package dev.sextant.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteTest {
  /** Key, text and signature of the documentation of golang.org/x/mod/sumdb/note. */
  private static final String GO_SIGNER =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  private static final String GO_VERIFIER =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String GO_TEXT =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n";
  private static final String GO_NOTE =
      GO_TEXT
          + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKv"
          + "qfqdngotpRZb6KE6RyyBwJnAM=\n";

  @Test
  void signsAndVerifiesAsGoDoes() {
    SignerKey signer = SignerKey.parse(GO_SIGNER);
    assertThat(signer.verifier().text()).isEqualTo(GO_VERIFIER);
    assertThat(signer.secretText()).isEqualTo(GO_SIGNER);
    assertThat(new String(signer.sign(GO_TEXT).bytes(), UTF_8)).isEqualTo(GO_NOTE);
    SignedNote note = SignedNote.parse(GO_NOTE.getBytes(UTF_8));
    assertThat(note.require(VerifierKey.parse(GO_VERIFIER)).name()).isEqualTo("PeterNeumann");
    assertThat(signer.toString()).doesNotContain("AYEKFALV");
  }

  @Test
  void refusesEveryPartAndEveryAlteredCharacterOfAKey() {
    for (int from = 0; from <= GO_VERIFIER.length(); from++) {
      for (int to = from; to <= GO_VERIFIER.length(); to++) {
        if (from != 0 || to != GO_VERIFIER.length()) {
          String part = GO_VERIFIER.substring(from, to);
          assertThatThrownBy(() -> VerifierKey.parse(part)).isInstanceOf(LedgerFault.BadNote.class);
        }
      }
    }
    for (String key : List.of(GO_VERIFIER, GO_SIGNER)) {
      for (int i = 0; i < key.length(); i++) {
        String altered = key.substring(0, i) + (char) (key.charAt(i) + 1) + key.substring(i + 1);
        assertThatThrownBy(
                () -> {
                  if (key.equals(GO_SIGNER)) {
                    SignerKey.parse(altered);
                  } else {
                    VerifierKey.parse(altered);
                  }
                })
            .as(altered)
            .isInstanceOf(LedgerFault.BadNote.class);
      }
    }
    // Wrong length and unknown algorithm, each with a key id that fits: from Go's own tests.
    for (String key :
        List.of(
            "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
            "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")) {
      assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(LedgerFault.BadNote.class);
    }
  }

  @Test
  void faultsNeverShowAPrivateKey() {
    assertThatThrownBy(() -> SignerKey.parse(GO_SIGNER + "A"))
        .isInstanceOfSatisfying(
            LedgerFault.BadNote.class, e -> assertThat(e.line()).doesNotContain("AYEKFALV"));
  }

  @Test
  void noSingleFlippedBitOfANoteVerifies() {
    VerifierKey key = VerifierKey.parse(GO_VERIFIER);
    byte[] note = GO_NOTE.getBytes(UTF_8);
    for (int i = 0; i < note.length * 8; i++) {
      byte[] altered = note.clone();
      altered[i / 8] ^= (byte) (1 << (i % 8));
      assertThatThrownBy(() -> SignedNote.parse(altered).require(key))
          .as("bit " + i)
          .isInstanceOf(LedgerFault.class);
    }
  }

  @Test
  void refusesWhatTheFormatRefuses() {
    for (String bad :
        List.of(
            "",
            "text\n",
            "text\n\n",
            "text\n\n\u2014 name AAAA\n",
            "text\n\n- name AAAAAAAA\n",
            "text\n\n\u2014 name AAAAAAAA",
            "text\n\n\u2014 na+me AAAAAAAA\n",
            "text\n\n\u2014  AAAAAAAA\n",
            "text\n\n\u2014 name AAAAAAB=\n",
            "text\n\n\u2014 name AAAAAAAA \n",
            "te\txt\n\n\u2014 name AAAAAAAA\n",
            "text\n\u2014 name AAAAAAAA\n")) {
      assertThatThrownBy(() -> SignedNote.parse(bad.getBytes(UTF_8)))
          .as(bad)
          .isInstanceOf(LedgerFault.BadNote.class);
    }
    assertThatThrownBy(() -> SignedNote.parse(new byte[] {(byte) 0xC3, '\n', '\n'}))
        .isInstanceOf(LedgerFault.BadNote.class);
    SignedNote good = SignedNote.parse("a\n\nb\n\n\u2014 name AAAAAAAA\n".getBytes(UTF_8));
    assertThat(good.text()).isEqualTo("a\n\nb\n");
  }

  @Test
  void passesOverUnknownKeysAndRefusesFalseKnownOnes() {
    SecureRandom random = new SecureRandom();
    SignerKey one = SignerKey.generate("one.example", VerifierKey.Kind.NOTE, random);
    SignerKey two = SignerKey.generate("two.example", VerifierKey.Kind.NOTE, random);
    SignedNote note = one.sign("text\n");
    assertThat(note.verified(List.of(two.verifier()))).isEmpty();
    assertThatThrownBy(() -> note.require(two.verifier()))
        .isInstanceOf(LedgerFault.BadSignature.class);
    SignedNote moved = SignedNote.unsigned("other\n").with(note.signatures().getFirst());
    assertThatThrownBy(() -> moved.verified(List.of(one.verifier())))
        .isInstanceOf(LedgerFault.BadSignature.class);
  }

  @Test
  void cosignatureCarriesItsTimeAndCommitsToIt() {
    SignerKey witness =
        SignerKey.generate("witness.example/w1", VerifierKey.Kind.COSIGNATURE, new SecureRandom());
    String text = "example.com/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    Instant at = Instant.parse("2026-03-01T10:00:00.999Z");
    NoteSignature signature = witness.cosignature(text, at);
    assertThat(signature.timestamp()).isEqualTo(at.getEpochSecond());
    assertThat(signature.bytes()).hasSize(72);
    assertThat(witness.verifier().verifies(text, signature)).isTrue();
    byte[] later = signature.bytes();
    later[7]++;
    assertThat(witness.verifier().verifies(text, NoteSignature.of(witness.verifier(), later)))
        .isFalse();
    assertThatThrownBy(() -> witness.sign(text)).isInstanceOf(LedgerFault.BadNote.class);
  }

  @Test
  void readsTheCheckpointOfTheSpecification() {
    // The example of c2sp.org/tlog-checkpoint and c2sp.org/tlog-cosignature.
    String example =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
            + "\u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4UR"
            + "YN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
            + "\u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9d"
            + "lrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";
    Checkpoint checkpoint = Checkpoint.parse(example.getBytes(UTF_8));
    assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
    assertThat(checkpoint.size()).isEqualTo(20852163);
    assertThat(checkpoint.note().signatures().get(1).timestamp()).isEqualTo(1679315147L);
    assertThat(new String(checkpoint.bytes(), UTF_8)).isEqualTo(example);
  }

  @Test
  void refusesCheckpointsThatAreNotCanonical() {
    String root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    String end = "\n\u2014 name AAAAAAAA\n";
    for (String text :
        List.of(
            "o\n1\n",
            "o\n01\n" + root,
            "o\n-1\n" + root,
            "o\n+1\n" + root,
            "o\n 1\n" + root,
            "o\n9223372036854775808\n" + root,
            "\n1\n" + root,
            "o\n1\nAAAA\n",
            "o\n1\n" + root + "\nx\n")) {
      assertThatThrownBy(() -> Checkpoint.parse((text + end).getBytes(UTF_8)))
          .as(text)
          .isInstanceOf(LedgerFault.BadNote.class);
    }
    assertThat(Checkpoint.parse(("o\n1\n" + root + "extension\n" + end).getBytes(UTF_8)).size())
        .isEqualTo(1);
  }
}
