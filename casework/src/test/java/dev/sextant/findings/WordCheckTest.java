package dev.sextant.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.terms.StatementType;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordCheckTest {
  private static List<String> said(String text, EstimateScale scale, StatementType type) {
    return WordCheck.of("text", text, scale, type).stream()
        .map(r -> r.code().substring("SX-FIND-WORD-".length()) + " " + r.quote().words())
        .toList();
  }

  private static List<String> phia(String text) {
    return said(text, EstimateScale.PHIA, StatementType.ASSESSMENT);
  }

  private static List<String> icd(String text) {
    return said(text, EstimateScale.ICD_203, StatementType.ASSESSMENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It is likely that both accounts are held by one person.",
        "It is highly unlikely that the photograph was taken there.",
        "There is a realistic possibility that the crate was empty.",
        "It is almost certain that the two met.",
        "There is a remote chance that the clock was wrong."
      })
  void wordsOfThePhiaYardstickPass(String text) {
    assertThat(phia(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It is very likely that both accounts are held by one person.",
        "There is almost no chance that the clock was wrong.",
        "The odds are that it rained: a roughly even chance.",
        "It is highly improbable that the two met.",
        "The two probably met."
      })
  void wordsOfIcd203Pass(String text) {
    assertThat(icd(text)).isEmpty();
  }

  @Test
  void wordsOfTheOtherScaleAreNamedAsSuch() {
    assertThat(phia("It is very likely that the two met.")).containsExactly("MIXED very likely");
    assertThat(icd("There is a realistic possibility that the two met."))
        .containsExactly("MIXED realistic possibility");
    assertThat(icd("It is highly likely that they met.")).containsExactly("MIXED highly likely");
  }

  @Test
  void estimativeWordsOfNoScaleAreRefused() {
    assertThat(phia("The two possibly met.")).containsExactly("SCALE possibly");
    assertThat(phia("There is a 70% chance that they met.")).containsExactly("SCALE 70% chance");
    assertThat(phia("It is most likely that they met.")).containsExactly("SCALE most likely");
    assertThat(phia("They certainly met.")).containsExactly("SCALE certainly");
  }

  @Test
  void wordsOfOtherMeaningPass() {
    assertThat(phia("They had remote access to it as soon as possible, on probable cause."))
        .isEmpty();
    assertThat(phia("A certain account wrote in May 2026; the Leaderboard was off.")).isEmpty();
    assertThat(phia("The criminal network's chief of police was found guilty in a criminal court."))
        .isEmpty();
  }

  @Test
  void anUndeclaredScaleIsAsked() {
    assertThat(said("It is likely.", EstimateScale.NONE, StatementType.ASSESSMENT))
        .containsExactly("UNDECLARED likely");
  }

  @Test
  void aFactIsNotEstimatedAndAReportOnlyWarned() {
    assertThat(said("It is likely.", EstimateScale.PHIA, StatementType.FACT))
        .containsExactly("FACT likely");
    List<Remark> reported =
        WordCheck.of("text", "It is likely.", EstimateScale.NONE, StatementType.REPORTED);
    assertThat(reported).hasSize(1);
    assertThat(reported.getFirst().blocks()).isFalse();
  }

  @Test
  void likelihoodAndConfidenceStayApart() {
    assertThat(phia("With high confidence it is likely that he wrote it."))
        .containsExactly("CONFIDENCE high confidence");
    assertThat(phia("It is likely that he wrote it. We have high confidence.")).isEmpty();
  }

  @Test
  void oneTermForOneJudgement() {
    assertThat(phia("It is likely that they met and unlikely that they spoke."))
        .containsExactly("TWO unlikely");
    assertThat(phia("It is likely that they met. It is unlikely that they spoke.")).isEmpty();
  }

  @Test
  void rowsOfIcd203AreNotMixed() {
    List<Remark> remarks =
        WordCheck.of(
            "text",
            "It is likely that they met. They probably spoke.",
            EstimateScale.ICD_203,
            StatementType.ASSESSMENT);
    assertThat(remarks).hasSize(1);
    assertThat(remarks.getFirst().code()).isEqualTo("SX-FIND-WORD-ROWS");
    assertThat(remarks.getFirst().blocks()).isFalse();
  }

  @Test
  void weaselWordsWarn() {
    assertThat(phia("He might know it.")).containsExactly("WEASEL might");
    assertThat(phia("The account is possibly linked to the other."))
        .containsExactlyInAnyOrder("SCALE possibly", "WEASEL possibly linked");
    assertThat(phia("It cannot be ruled out that they met."))
        .containsExactly("WEASEL cannot be ruled out");
  }

  @Test
  void rolesGuiltAndFutureCrimesBlock() {
    assertThat(phia("He is the kingpin.")).containsExactly("ROLE kingpin");
    assertThat(phia("He is guilty of it.")).containsExactly("GUILT guilty");
    assertThat(phia("These are the criminals behind it.")).containsExactly("GUILT the criminals");
    assertThat(phia("She will reoffend.")).containsExactly("FUTURE will reoffend");
    assertThat(phia("He is prone to violence.")).containsExactly("FUTURE prone to violence");
    assertThat(WordCheck.of("text", "He is the Leader.", EstimateScale.PHIA, StatementType.FACT))
        .allMatch(Remark::blocks)
        .hasSize(1);
  }

  @Test
  void quotedWordsAreSomebodyElses() {
    List<Remark> remarks =
        WordCheck.of(
            "text",
            "The message says “he is the leader and will probably kill somebody”.",
            EstimateScale.PHIA,
            StatementType.REPORTED);
    assertThat(remarks).extracting(Remark::code).contains("SX-FIND-WORD-ROLE");
    assertThat(remarks).noneMatch(Remark::blocks);
    assertThat(remarks).noneMatch(r -> r.code().equals("SX-FIND-WORD-REPORTED"));
  }

  @Test
  void readsSpanish() {
    assertThat(phia("Es probable que las dos cuentas sean de la misma persona.")).isEmpty();
    assertThat(phia("Es muy probable que los dos se vieran en el puerto."))
        .containsExactly("MIXED muy probable");
    assertThat(phia("Él es el líder de la red y el culpable."))
        .containsExactly("ROLE líder", "GUILT culpable");
    assertThat(phia("Es el lider de la red, y va a cometer un delito en el puerto."))
        .containsExactly("ROLE lider", "FUTURE va a cometer");
    assertThat(phia("La cuenta está presuntamente vinculada con la otra."))
        .containsExactly("WEASEL presuntamente vinculada");
    assertThat(phia("Con alta confianza, es probable que las cuentas sean de una persona."))
        .containsExactly("CONFIDENCE alta confianza");
  }

  @Test
  void readsPortuguese() {
    assertThat(phia("É provável que as duas contas sejam da mesma pessoa.")).isEmpty();
    assertThat(phia("É muito provável que as duas contas sejam da mesma pessoa."))
        .containsExactly("MIXED muito provável");
    assertThat(phia("Ele é o líder da rede e não vai cometer outro crime."))
        .containsExactly("ROLE líder", "FUTURE vai cometer");
    assertThat(phia("A conta está alegadamente ligada à outra, ao que se vê no registo."))
        .containsExactly("WEASEL alegadamente ligada");
  }

  @Test
  void readsFrench() {
    assertThat(phia("Il est probable que les deux comptes soient à la même personne.")).isEmpty();
    assertThat(phia("Il est très probable que les deux comptes soient à la même personne."))
        .containsExactly("MIXED très probable");
    assertThat(
            phia(
                "C’est le meneur du réseau, et il va passer à l’acte dans les jours qui viennent."))
        .containsExactly("ROLE meneur", "FUTURE va passer à l’acte");
    assertThat(phia("Le compte est peut-être lié à l’autre, et il est dans le groupe."))
        .containsExactlyInAnyOrder("SCALE peut-être", "WEASEL peut-être lié");
  }

  /* Whatever stands around it, a place is where the words are. */
  @Test
  void placesAreWhereTheWordsAre() {
    long seed = 203;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    String[] pieces = {
      "the", "kingpin", "“", "”", "é", "e\u0301", "\n", " ", "likely", "😀", ".", "ﬁ"
    };
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(20); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
      }
      String composed = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC);
      for (Remark remark :
          WordCheck.of("text", text.toString(), EstimateScale.NONE, StatementType.ASSESSMENT)) {
        assertThat(composed.substring(remark.quote().from(), remark.quote().to()))
            .isEqualTo(remark.quote().words());
        assertThat(remark.what()).isNotBlank();
      }
    }
  }

  /* A walk from word to word finds what every pattern finds that is tried everywhere. */
  @Test
  void agreesWithANaiveTwin() {
    long seed = 2015;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    String[] words =
        ("it is very highly un likely improbable the leader king pin queen-pin ring ringleader 70 % 70% chance per cent"
                + " a criminal network criminals will re-offend reoffend not probable cause probably remote"
                + " possibility access es muy probable casi seguro no con toda seguridad va a cometer un delito lider"
                + " cabecilla é quase certo vai matar chefão é il va passer à l'acte peut-être lié meneur"
                + " c'est l'association de malfaiteurs may be linked can't be ruled out 50-50 50/50")
            .split(" ");
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        text.append(words[random.nextInt(words.length)])
            .append(new String[] {" ", " ", "  ", ". ", "-", "\n"}[random.nextInt(6)]);
      }
      String folded = WordList.folded(text.toString());
      for (WordList.Tongue tongue : WordList.Tongue.values()) {
        List<WordList.Hit> fast = WordList.hits(folded, tongue, WordList.Kind.values());
        for (WordList.Entry entry : WordList.entries()) {
          java.util.regex.Matcher matcher = entry.pattern().matcher(folded);
          while (entry.tongue() == tongue && matcher.find()) {
            int at = matcher.start();
            int to = matcher.end();
            assertThat(fast)
                .as("%s in %s", folded.substring(at, to), folded)
                .anyMatch(h -> h.entry().equals(entry) && h.from() <= at + 1 && h.to() == to);
          }
        }
      }
    }
  }
}
