package dev.sextant.identity;

import dev.sextant.identity.Footprint.Candidate;
import dev.sextant.identity.Likeness.Part;
import dev.sextant.identity.Observation.Said;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the footprint of a screen name or another selector among what was observed. */
final class Footprints {
  /** No platform of this name is in any record. */
  private static final Platform ANYWHERE = new Platform("asked");

  /** What an account must have in common with what was asked to be worth a line, in bits. */
  private static final int WORTH = 6 * Bits.ONE;

  private final Proposals.Seen seen;
  private final LikenessMethod method;
  private final Map<String, Account> accounts = new HashMap<>();
  private final Map<String, Observation> observations = new HashMap<>();

  Footprints(Proposals.Seen seen, LikenessMethod method) {
    this.seen = seen;
    this.method = method;
    seen.census().accounts().forEach(account -> accounts.put(account.key(), account));
    seen.observations().forEach(o -> observations.put(o.account(), o));
  }

  /** What is asked for: a selector, or a screen name on any platform. */
  record Asked(String text, @Nullable Selector selector) {
    /**
     * Reads {@code type:value}, {@code type@platform:value}, or a screen name.
     *
     * @throws BadValue if it is empty or a selector that names nobody
     */
    static Asked of(String text) {
      String bare = text.strip();
      Selector selector = null;
      if (bare.matches("(?i)[a-z_]+(@[^:]+)?:.+")) {
        selector = bare.regionMatches(true, 0, "handle:", 0, 7) ? null : Selector.parse(bare);
        bare = selector == null ? bare.substring(7) : selector.value();
      } else if (bare.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
        selector = Selector.of(SelectorType.EMAIL, bare);
      } else if (bare.matches("(\\+|00)[\\d\\s().-]{6,}")) {
        selector = Selector.of(SelectorType.PHONE, bare);
      }
      if (bare.isBlank() || (selector != null && selector.type().broad())) {
        throw new BadValue(
            "SX-IDENTITY-ASKED",
            "footprint",
            text,
            "give a screen name, an e-mail address, a number, or type:value");
      }
      return new Asked(bare.startsWith("@") ? bare.substring(1) : bare, selector);
    }

    /** The name that people would choose again, or null. */
    @Nullable String name() {
      Selector of = selector;
      if (of == null || of.type() == SelectorType.HANDLE) {
        return of == null ? text : of.value();
      }
      return of.type() == SelectorType.EMAIL
          ? of.value().substring(0, of.value().lastIndexOf('@'))
          : null;
    }

    /* As if an account stated it and nothing else. */
    private Observation observation() {
      TreeMap<String, Span> handles = new TreeMap<>();
      EnumMap<Said, List<String>> said = new EnumMap<>(Said.class);
      Selector of = selector;
      if (of == null) {
        handles.put(text, Span.always());
      } else {
        switch (of.type()) {
          case HANDLE -> handles.put(of.value(), Span.always());
          case EMAIL -> said.put(Said.EMAIL, List.of(of.value()));
          case PHONE -> said.put(Said.PHONE, List.of(of.value()));
          case URL -> said.put(Said.LINK, List.of(ObservationCensus.link(of.value())));
          case PGP, WALLET, DEVICE -> said.put(Said.TOKEN, List.of(of.value()));
          case PLATFORM_ID -> said.put(Said.PLATFORM_ID, List.of(of.platform() + ":" + of.value()));
          case DISPLAY_NAME -> said.put(Said.NAME, List.of(of.value()));
          case IP, GROUP, HASHTAG, KEYWORD, PLACE -> {
            // Many people's: nobody is found by them.
          }
        }
      }
      return new Observation(
          "asked", ANYWHERE, handles, new TreeMap<>(said), Collections.nCopies(24, 0), List.of());
    }

    private boolean borneBy(Observation o) {
      Selector of = selector;
      if (of == null || of.type() == SelectorType.HANDLE) {
        boolean there = of == null || of.platform() == null || of.platform().equals(o.platform());
        String wanted = of == null ? text : of.value();
        return there && o.handles().keySet().stream().anyMatch(wanted::equalsIgnoreCase);
      }
      return observation().said().entrySet().stream()
          .anyMatch(e -> e.getValue().stream().anyMatch(value -> holds(o, e.getKey(), value)));
    }

    private static boolean holds(Observation o, Said what, String value) {
      return o.all(what).contains(value)
          || (what == Said.EMAIL && o.all(Said.VERIFIED_EMAIL).contains(value))
          || (what == Said.PHONE && o.all(Said.VERIFIED_PHONE).contains(value));
    }
  }

  /** The footprint; leads are those of the name that was asked for. */
  Footprint of(Asked asked, Leads leads) {
    Observation as = asked.observation();
    List<Observation> exact = seen.observations().stream().filter(asked::borneBy).toList();
    Observation anchor =
        exact.stream()
            .max(
                Comparator.comparingLong((Observation o) -> account(o).records())
                    .thenComparing(Observation::account, Comparator.reverseOrder()))
            .orElse(null);
    List<Candidate> candidates = new ArrayList<>();
    for (Observation o : seen.observations()) {
      Part best = best(as, o);
      boolean bears = exact.contains(o);
      boolean judged =
          anchor != null && seen.closure().group(anchor.account()).contains(o.account());
      if (bears || judged || (best != null && best.weight() >= WORTH)) {
        candidates.add(candidate(o, bears, found(as, o, best, bears), anchor));
      }
    }
    candidates.sort(
        Comparator.comparing((Candidate c) -> !isAnchor(c, anchor))
            .thenComparing(c -> -weight(c))
            .thenComparing(c -> !c.exact())
            .thenComparing(c -> c.account().key()));
    String name = asked.name();
    List<Leads.Lead> told = name == null ? List.of() : leads.of(name);
    return new Footprint(
        asked.text(),
        name == null ? 0 : Bits.shown(method.rarity(name)),
        exact.size(),
        anchor == null ? null : anchor.account(),
        candidates,
        told.stream().filter(Leads.Lead::found).map(Footprints::lead).toList(),
        told.stream().filter(lead -> !lead.found()).map(Footprints::lead).toList());
  }

  private static Footprint.Lead lead(Leads.Lead lead) {
    return new Footprint.Lead(lead.site(), lead.name(), lead.url(), lead.status(), lead.record());
  }

  private static boolean isAnchor(Candidate candidate, @Nullable Observation anchor) {
    return anchor != null && candidate.account().key().equals(anchor.account());
  }

  private static int weight(Candidate candidate) {
    Likeness likeness = candidate.likeness();
    return likeness == null ? 0 : likeness.odds();
  }

  private Account account(Observation o) {
    Account account = accounts.get(o.account());
    if (account == null) {
      throw new IllegalStateException("what is observed is an account");
    }
    return account;
  }

  private @Nullable Part best(Observation as, Observation o) {
    return method.likeness(as, o).parts().stream()
        .filter(part -> part.weight() > 0)
        .max(Comparator.comparingInt(Part::weight))
        .orElse(null);
  }

  private static String found(Observation as, Observation o, @Nullable Part best, boolean bears) {
    if (bears) {
      return "bears exactly this";
    }
    if (best == null) {
      return "judged to be of the same actor";
    }
    String other = as.account().compareTo(o.account()) < 0 ? best.b() : best.a();
    return best.field().toLowerCase(Locale.ROOT) + " " + other + ": " + best.level();
  }

  private Candidate candidate(
      Observation o, boolean bears, String found, @Nullable Observation anchor) {
    boolean itself = anchor != null && anchor.account().equals(o.account());
    Likeness likeness = anchor == null || itself ? null : method.likeness(anchor, o);
    JudgementVerdict judged = null;
    if (anchor != null && !itself) {
      Judgement said = seen.closure().standing().get(new Pair(anchor.account(), o.account()));
      judged =
          said != null
              ? said.verdict()
              : seen.closure().group(o.account()).contains(anchor.account())
                  ? JudgementVerdict.SAME
                  : null;
    }
    return new Candidate(
        account(o),
        EntityKey.of(seen.closure().group(o.account()).first()),
        bears,
        found,
        likeness,
        judged);
  }
}
