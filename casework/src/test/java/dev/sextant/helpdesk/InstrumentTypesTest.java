package dev.sextant.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an instrument may not hold does not compile: the compiler itself is asked. */
class InstrumentTypesTest {
  private static final String JUDGE = "new Issuer.Judge(\"J\", \"Court\")";
  private static final String PROSECUTOR = "new Issuer.Prosecutor(\"P\", \"Office\")";
  private static final String AGENCY = "new Issuer.Agency(\"A\", \"Police\")";
  private static final String BY_PROSECUTOR =
      "new Issuer.ValidatedByProsecutor(" + AGENCY + ", " + PROSECUTOR + ")";
  private static final String BY_JUDGE =
      "new Issuer.ValidatedByJudge(" + AGENCY + ", " + JUDGE + ")";
  private static final String KNOWN = "new Instrument.Known(Set.of(), Set.of())";

  private static List<String> errors(String expression) {
    String source =
        """
        package probe;
        import dev.sextant.helpdesk.*;
        import java.util.Set;
        class Probe { Object made = %s; }
        """
            .formatted(expression);
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///probe/Probe.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> heard = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-proc:none",
            "-implicit:none",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            System.getProperty("java.io.tmpdir"));
    compiler.getTask(null, null, heard, options, null, List.of(file)).call();
    return heard.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d -> d.getCode() + " " + d.getMessage(Locale.ROOT))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new Instrument.Subpoena(Set.of(SubscriberField.NAME), " + PROSECUTOR + ")",
        "new Instrument.SearchWarrant(Set.of(), Set.of(), Set.of(ContentField.MESSAGES), "
            + JUDGE
            + ")",
        "new Instrument.SubscriberProduction(Set.of(SubscriberField.NAME), Set.of(), "
            + PROSECUTOR
            + ")",
        "new Instrument.ContentProduction("
            + KNOWN
            + ", Set.of(), Set.of(ContentField.MESSAGES), "
            + JUDGE
            + ")",
        "new Instrument.ContentProduction("
            + KNOWN
            + ", Set.of(), Set.of(ContentField.MESSAGES), "
            + BY_JUDGE
            + ")",
        "new Instrument.SubscriberProduction(Set.of(), Set.of(), " + BY_PROSECUTOR + ")",
        "new Instrument.PreservationLetter(" + AGENCY + ")",
      })
  void whatTheLawKnowsCompiles(String lawful) {
    assertThat(errors(lawful)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Content, or traffic records, by subpoena.
        "new Instrument.Subpoena(Set.of(ContentField.MESSAGES), " + PROSECUTOR + ")",
        "new Instrument.Subpoena(Set.of(TrafficField.LOGIN_HISTORY), " + PROSECUTOR + ")",
        // Content by an order under 2703(d).
        "new Instrument.CourtOrder(Set.of(), Set.of(ContentField.MESSAGES), " + JUDGE + ")",
        // A warrant from a prosecutor or the police.
        "new Instrument.SearchWarrant(Set.of(), Set.of(), Set.of(), " + PROSECUTOR + ")",
        "new Instrument.SearchWarrant(Set.of(), Set.of(), Set.of(), " + AGENCY + ")",
        "new Instrument.CourtOrder(Set.of(), Set.of(), " + PROSECUTOR + ")",
        // A prosecutor's European order for content or traffic data, issued or validated.
        "new Instrument.ContentProduction(" + KNOWN + ", Set.of(), Set.of(), " + PROSECUTOR + ")",
        "new Instrument.ContentProduction("
            + KNOWN
            + ", Set.of(), Set.of(), "
            + BY_PROSECUTOR
            + ")",
        "new Instrument.TrafficProduction(" + KNOWN + ", Set.of(), " + PROSECUTOR + ")",
        "new Instrument.TrafficProduction(" + KNOWN + ", Set.of(), " + BY_PROSECUTOR + ")",
        // Content in an order for subscriber data; an order by the police alone.
        "new Instrument.SubscriberProduction(Set.of(ContentField.POSTS), Set.of(), " + JUDGE + ")",
        "new Instrument.SubscriberProduction(Set.of(), Set.of(), " + AGENCY + ")",
        // Validation sought afterwards, for content.
        "new Instrument.ContentProduction("
            + KNOWN
            + ", Set.of(), Set.of(), new Issuer.ValidationSought("
            + AGENCY
            + "))",
        // A subpoena by the police.
        "new Instrument.Subpoena(Set.of(), " + AGENCY + ")",
      })
  void whatTheLawForbidsDoesNotCompile(String unlawful) {
    assertThat(errors(unlawful))
        .as(unlawful)
        .isNotEmpty()
        .allSatisfy(error ->
            assertThat(error).containsAnyOf("cant.apply", "incompatible", "prob.found.req"));
  }

  @Test
  void nobodyElseMakesAnInstrumentOrAnIssuer() {
    assertThat(Instrument.class.isSealed()).isTrue();
    assertThat(Issuer.class.isSealed()).isTrue();
    assertThat(DataField.class.isSealed()).isTrue();
    assertThat(Issuer.Judicial.class.getPermittedSubclasses())
        .containsExactlyInAnyOrder(Issuer.Judge.class, Issuer.ValidatedByJudge.class);
  }
}
