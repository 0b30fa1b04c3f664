package dev.sextant.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.app.HomeFolder;
import dev.sextant.app.House;
import dev.sextant.app.flow.Demo;
import dev.sextant.authority.CaseFile;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Purpose;
import dev.sextant.findings.Finding;
import dev.sextant.findings.FindingState;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Fault;
import dev.sextant.terms.FindingId;
import dev.sextant.terms.Progress;
import dev.sextant.verify.BundleReport;
import dev.sextant.verify.BundleVerifier;
import dev.sextant.verify.CanonicalZip;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each template on the demo case: released, verified offline, and third parties where it says. */
@Tag("heavy")
class TemplatesOnDemoTest {
  @TempDir static Path home;

  @Test
  void eachTemplateReleasesTheDemo() throws Exception {
    // Nobody in it is real: such a home brings its own witness.
    Files.writeString(new HomeFolder(home).trainingMark(), "");
    try (House house = House.open(new HomeFolder(home), Optional.empty(), Clock.systemUTC())) {
      Demo.Played played = new Demo(house, line -> {}, Progress.silent()).play();
      Permit ana = permit(house, played);
      Disclosures disclosures = house.rooms().disclosures();
      List<Finding> signed =
          house.rooms().findings().findings(ana).stream()
              .filter(f -> f.state() == FindingState.SIGNED)
              .toList();
      List<FindingId> ids = signed.stream().map(Finding::id).toList();
      String subject =
          signed.stream()
              .flatMap(f -> f.document().claim().entityKeys().stream())
              .findFirst()
              .orElseThrow();
      Registered to = disclosures.recipients().all().getFirst();
      for (Template template : disclosures.templates().all()) {
        boolean about = template.needs().contains(Template.Need.ABOUT_SUBJECT);
        ReleaseOrder order =
            new ReleaseOrder(
                ids,
                to.recipient("To decide on a charge."),
                "Order of machines",
                Handling.NONE,
                "",
                new ReleaseOrder.Shape(
                    template.id(),
                    template.receivers().stream().sorted().findFirst().orElseThrow(),
                    about ? subject : "",
                    false,
                    List.of()));
        if (about && !isSubject(disclosures, ana, order)) {
          continue;
        }
        Disclosure made = disclosures.release(ana, order);
        BundleReport report = BundleVerifier.verify(made.bundle(), null, house.ledger().verifier());
        assertThat(report.failure()).as(template.id()).isEmpty();
        assertThat(disclosures.reprint(ana, made.id()))
            .as(template.id())
            .isEqualTo(disclosures.report(ana, made.id()));
        third(template, made, signed);
      }
    }
  }

  /* The demo's one subject need not be the one entity that its findings name: then nobody gets a
   * profile. */
  private static boolean isSubject(Disclosures disclosures, Permit ana, ReleaseOrder order) {
    try {
      assertThat(disclosures.preview(ana, order).html()).contains("Profile: ");
      return true;
    } catch (Fault e) {
      assertThat(e.code()).isEqualTo("SX-DISC-TEMPLATE-NEEDS");
      return false;
    }
  }

  /* Nevin refused a machine and is no subject: he is named where third parties are, and only there. */
  private static void third(Template template, Disclosure made, List<Finding> signed)
      throws Exception {
    String name =
        signed.stream()
            .filter(f -> f.document().claim().title().contains("refused"))
            .flatMap(f -> f.document().supports().stream())
            .map(s -> s.author())
            .findFirst()
            .orElseThrow()
            .toLowerCase(Locale.ROOT);
    assertThat(name).isNotBlank();
    StringBuilder all = new StringBuilder();
    try (CanonicalZip zip = CanonicalZip.open(made.bundle())) {
      for (String file : zip.names()) {
        all.append(new String(zip.read(file, 1 << 26), StandardCharsets.UTF_8));
      }
    }
    assertThat(all.toString().toLowerCase(Locale.ROOT).contains(name))
        .as(template.id() + " names a third party")
        .isEqualTo(!template.withholds());
  }

  private static Permit permit(House house, Demo.Played played) {
    ActorId ana = played.people().analyst().id();
    CaseFile demo = house.authority().cases().cases(ana).getFirst();
    return house.authority().authorities().authorities(ana, demo.id()).stream()
        .filter(a -> a.state().living())
        .findFirst()
        .map(a ->
            house
                .authority()
                .authorities()
                .permit(ana, a.document().id(), new Purpose("Release it in every template")))
        .orElseThrow();
  }
}
