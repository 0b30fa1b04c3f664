package dev.sextant.helpdesk;

import java.util.EnumSet;
import java.util.Set;

/** The papers that can be printed, and for which instruments. */
public enum PaperKind {
  /** Letter under 18 USC 2703(f). */
  PRESERVATION_LETTER("preservation-letter", EnumSet.of(InstrumentKind.PRESERVATION_LETTER)),
  /** Subpoena with its schedule. */
  SUBPOENA("subpoena", EnumSet.of(InstrumentKind.SUBPOENA)),
  /** Application for an order under 18 USC 2703(d). */
  ORDER_APPLICATION("application-2703d", EnumSet.of(InstrumentKind.COURT_ORDER)),
  /** The order as proposed to the court. */
  ORDER_PROPOSED("order-2703d", EnumSet.of(InstrumentKind.COURT_ORDER)),
  /** Attachments A and B of a search warrant. */
  WARRANT_ATTACHMENTS("warrant-attachments", EnumSet.of(InstrumentKind.SEARCH_WARRANT)),
  /** Request under 18 USC 2702. */
  EMERGENCY_REQUEST("emergency-request", EnumSet.of(InstrumentKind.EMERGENCY_DISCLOSURE)),
  /** European Production Order Certificate. */
  EPOC(
      "epoc",
      EnumSet.of(
          InstrumentKind.EPOC_SUBSCRIBER,
          InstrumentKind.EPOC_TRAFFIC,
          InstrumentKind.EPOC_CONTENT)),
  /** European Preservation Order Certificate. */
  EPOC_PR("epoc-pr", EnumSet.of(InstrumentKind.EPOC_PR));

  private final String file;
  private final Set<InstrumentKind> of;

  PaperKind(String file, Set<InstrumentKind> of) {
    this.file = file;
    this.of = of;
  }

  /** The paper's name in a file's name. */
  public String file() {
    return file;
  }

  /** Whether an instrument has this paper. */
  public boolean belongsTo(InstrumentKind kind) {
    return of.contains(kind);
  }

  /** The paper of a name. */
  public static PaperKind named(String name) {
    for (PaperKind kind : values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    throw new ProcessRefused(
        "SX-HELP-PAPER", "no such paper", "paper", name, "choose from the request's papers");
  }
}
