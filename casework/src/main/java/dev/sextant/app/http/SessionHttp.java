package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.Program;
import dev.sextant.app.ServeSettings;
import dev.sextant.app.http.Views.ReaderView;
import dev.sextant.app.http.Views.Session;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.Readers;
import dev.sextant.terms.Fault;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in, and what this server is. */
@RestController
class SessionHttp {
  private final House house;
  private final ServeSettings settings;

  SessionHttp(House house, ServeSettings settings) {
    this.house = house;
    this.settings = settings;
  }

  @GetMapping("/api/session")
  Session session() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    boolean signedIn = authentication != null && authentication.getPrincipal() instanceof Signed;
    return new Session(
        signedIn,
        signedIn
            ? AuthorityForms.person(house.authority().people().actor(Arguments.caller()))
            : null,
        Program.version(),
        settings.training(),
        settings.training() ? settings.trainingLogins() : List.of(),
        banner());
  }

  private @org.jspecify.annotations.Nullable String banner() {
    Optional<Fault> stuck = house.logFault();
    if (stuck.isPresent()) {
      return "The log cannot be published, and no work is possible: " + stuck.get().line();
    }
    Optional<String> readOnly = house.authority().readOnly();
    if (readOnly.isPresent()) {
      return "Read-only: " + readOnly.get() + ". Nothing is sealed, granted or changed until then.";
    }
    return settings.training() ? "Training: nobody in this case is real." : null;
  }

  @GetMapping("/api/readers")
  List<ReaderView> readers() {
    return Readers.all().list().stream()
        .map(Reader::card)
        .sorted(Comparator.comparing(card -> card.name()))
        .map(card ->
            new ReaderView(card.id(), card.title(), card.covers(), card.gaps(), card.confirmed()))
        .toList();
  }
}
