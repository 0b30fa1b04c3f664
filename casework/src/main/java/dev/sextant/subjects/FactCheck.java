package dev.sextant.subjects;

import dev.sextant.authority.Act;
import dev.sextant.authority.JurisdictionPack;
import dev.sextant.authority.Offence;
import dev.sextant.authority.OffenceCatalogue;
import dev.sextant.custody.Acquisition;
import dev.sextant.custody.Custody;
import dev.sextant.records.RecordKind;
import dev.sextant.records.Records;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.StatementType;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether facts can carry a suspicion (28 CFR 23.20(a)). A tie is not a fact about conduct, and
 * what a program computed is none about a person, whatever they are called: what a fact cites is
 * looked at, and its words are read.
 */
final class FactCheck {
  private static final int TEXT_MIN = 15;
  private static final int TEXT_MAX = 4_000;
  private static final int SOURCE_MIN = 3;
  private static final int FACTS_MAX = 50;

  /** Kinds of record that say no more than that two accounts are tied. */
  private static final Set<RecordKind> TIES =
      EnumSet.of(RecordKind.FOLLOW, RecordKind.MEMBERSHIP, RecordKind.RELATION);

  private final Custody custody;
  private final Records records;
  private final JurisdictionPack pack;
  private final Pattern association;
  private final Pattern machine;

  FactCheck(Custody custody, Records records, JurisdictionPack pack) {
    this.custody = custody;
    this.records = records;
    this.pack = pack;
    this.association = words(pack.words("intelligence.associationWords"));
    this.machine = words(pack.words("intelligence.machineWords"));
  }

  private static Pattern words(List<String> words) {
    return Pattern.compile(
        words.stream()
            .map(w -> Pattern.quote(w.toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")));
  }

  /**
   * Refuses what cannot carry a suspicion.
   *
   * @throws SubjectFault with the rule's code
   */
  void require(Act act, SuspicionDraft draft) {
    boolean known =
        new OffenceCatalogue(pack).find(draft.offence()).filter(Offence::citable).isPresent();
    if (!known) {
      throw new SubjectFault(
          "SX-SUBJ-OFFENCE",
          "a suspicion names an offence of the jurisdiction's catalogue",
          "offence",
          draft.offence(),
          "take an id of an offence that the catalogue lets be cited");
    }
    if (draft.relevance().strip().length() < TEXT_MIN) {
      throw tooShort("relevance", draft.relevance());
    }
    if (draft.facts().isEmpty() || draft.facts().size() > FACTS_MAX) {
      throw new SubjectFault(
          "SX-SUBJ-FACTS",
          "a suspicion needs articulated facts",
          "facts",
          draft.facts().size() + " given",
          "give 1 to " + FACTS_MAX + ", each with what it rests on");
    }
    draft.facts().forEach(fact -> one(act, fact));
    if (draft.facts().stream().allMatch(f -> f.type() == StatementType.MACHINE)) {
      throw new SubjectFault(
          "SX-SUBJ-MACHINE-ONLY",
          "a score is not a suspicion",
          "facts",
          draft.facts().size() + " facts, all a program's output",
          "state what somebody did, from a record, an exhibit or a witness");
    }
    List<Fact> carrying = draft.facts().stream().filter(this::carries).toList();
    if (carrying.isEmpty()) {
      throw new SubjectFault(
          "SX-SUBJ-NETWORK-ONLY",
          "being tied to somebody is not a suspicion",
          "facts",
          draft.facts().size() + " facts, none from outside the network",
          "state what the person did, from a record, an exhibit or a witness");
    }
    if (carrying.stream().allMatch(fact -> tip(act, fact))) {
      throw new SubjectFault(
          "SX-SUBJ-TIP-ONLY",
          "a tip alone is not a suspicion",
          "facts",
          carrying.size() + " from tips, none from elsewhere",
          "a tip supports single looks of level "
              + pack.number("tips.highestLevel")
              + " and nothing more: state a fact that does not come from a tip");
    }
  }

  /* Who gave a tip is not known, and need not mean well. */
  private boolean tip(Act act, Fact fact) {
    @Nullable ExhibitId exhibit =
        switch (fact.basis()) {
          case RECORD -> records.record(act, new Digest(fact.source())).exhibit();
          case EXHIBIT -> ExhibitId.parse(fact.source());
          default -> null;
        };
    return exhibit != null
        && custody.exhibit(act, exhibit).acquisition().how().equals(Acquisition.How.TIP.name());
  }

  private static SubjectFault tooShort(String place, String text) {
    return new SubjectFault(
        "SX-SUBJ-TEXT",
        "too short or too long to be weighed",
        place,
        text.strip().length() + " characters",
        "write a full sentence of " + TEXT_MIN + " to " + TEXT_MAX + " characters");
  }

  private void one(Act act, Fact fact) {
    if (fact.text().length() < TEXT_MIN || fact.text().length() > TEXT_MAX) {
      throw tooShort("fact", fact.text());
    }
    if (fact.source().length() < SOURCE_MIN) {
      throw source(fact, "say where it can be looked up, or who said it and when");
    }
    boolean typed =
        switch (fact.basis()) {
          case SCORE -> fact.type() == StatementType.MACHINE;
          case NETWORK ->
              fact.type() == StatementType.MACHINE || fact.type() == StatementType.ASSESSMENT;
          case RECORD, EXHIBIT, STATEMENT -> fact.type() != StatementType.MACHINE;
        };
    if (!typed) {
      throw new SubjectFault(
          "SX-SUBJ-TYPE",
          "the fact is not of that type",
          "fact",
          fact.type() + " on " + fact.basis(),
          "a score is MACHINE; a tie is an ASSESSMENT or MACHINE; nothing else is MACHINE");
    }
    if (fact.basis() == Basis.RECORD) {
      record(act, fact);
    } else if (fact.basis() == Basis.EXHIBIT) {
      exhibit(fact);
    }
  }

  private void record(Act act, Fact fact) {
    Digest id;
    try {
      id = new Digest(fact.source());
    } catch (BadValue e) {
      throw source(fact, "give the record's id");
    }
    RecordKind kind = records.record(act, id).record().kind();
    if (TIES.contains(kind)) {
      throw new SubjectFault(
          "SX-SUBJ-NETWORK-FACT",
          "this record shows a tie and nothing else",
          "fact",
          kind.name(),
          "give it the basis NETWORK, and state a fact from outside the network beside it");
    }
  }

  private static void exhibit(Fact fact) {
    try {
      ExhibitId.parse(fact.source());
    } catch (BadValue e) {
      throw source(fact, "give the exhibit's identifier");
    }
  }

  private static SubjectFault source(Fact fact, String cure) {
    return new SubjectFault(
        "SX-SUBJ-SOURCE",
        "a fact needs a source that can be looked up",
        "fact",
        fact.basis().name(),
        cure);
  }

  /* A sentence that cites a score or names no more than a tie carries nothing, in whatever basis it
   * was put. */
  private boolean carries(Fact fact) {
    boolean firm = fact.type() == StatementType.FACT || fact.type() == StatementType.REPORTED;
    String words = fact.text().toLowerCase(Locale.ROOT);
    return firm
        && fact.basis().independent()
        && (fact.basis() != Basis.STATEMENT
            || (!machine.matcher(words).find() && !association.matcher(words).find()));
  }
}
