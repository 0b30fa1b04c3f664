package dev.sextant.board;

import java.util.List;

/** The thirty attacks, and how the platform must behave under each. */
public final class AttackList {
  /**
   * One attack.
   *
   * @param number 1 to 30
   * @param title what the attacker does
   * @param required what must happen
   */
  public record Row(int number, String title, String required) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(
              1,
              "A list of protesters is queried under an authority on organised crime",
              "The protected-activity rule forbids it: no result, no count, and the overseer is told"),
          new Row(
              2,
              "The same list is split over ten innocent-looking queries",
              "The overlap of selector sets is added up over the queries and the sum is blocked"),
          new Row(
              3,
              "A return holds material outside the warrant's dates",
              "It is sealed before anybody sees it; the team has a count; the overseer has a ticket"),
          new Row(
              4,
              "A return holds another person's account",
              "It is sealed, and a notice to the provider is drawn up"),
          new Row(
              5,
              "An administrator edits the log",
              "The root no longer fits, the witness refuses the next checkpoint (422), and the outside checker names the first bad entry"),
          new Row(
              6,
              "An administrator restores an old snapshot",
              "The witness rejects the shorter or forked tree, and the platform turns read-only"),
          new Row(
              7,
              "The agency and the board are shown two different logs",
              "The checkpoints contradict each other and the checker says so"),
          new Row(
              8,
              "The database's administrator selects evidence directly",
              "Ciphertext only, and the count of statements that no act accounts for raises an alarm"),
          new Row(
              9,
              "A supervisor approves an application of their own, or works in a colleague's session",
              "Distinct persons are required, and a session is bound to its duty device"),
          new Row(
              10,
              "A renewal is copied from the application before",
              "Its likeness is flagged, results are required, and nothing is ever extended by itself"),
          new Row(
              11,
              "Collecting runs past the expiry at midnight",
              "It stops between two requests, and what came late is quarantined"),
          new Row(
              12,
              "An analyst looks up a former partner",
              "The conflict register answers: blocked, and the integrity unit is told"),
          new Row(
              13,
              "Single views of one profile are repeated daily by rotating analysts",
              "The counter over all analysts blocks and asks for level 3"),
          new Row(
              14,
              "The search is widened to friends of friends",
              "The hop limit holds; a new subject needs a basis of their own"),
          new Row(
              15,
              "The handle of a journalist, lawyer or cleric is added",
              "It is flagged sensitive and waits for the overseer beforehand"),
          new Row(
              16,
              "A minor turns up as collateral",
              "Masked, in the role of a child, with a disposal date, and in no ranking of a network"),
          new Row(
              17,
              "Emergency disclosure becomes routine",
              "Each is reviewed within 48 hours, the ratio raises an alarm, and above the limit the unit is suspended"),
          new Row(
              18,
              "An urgent oral authority is never written up",
              "It lapses and its material is frozen"),
          new Row(
              19,
              "A purge is dodged by editing a telephone number each year",
              "The date of validity does not move"),
          new Row(
              20,
              "An exculpatory post is destroyed before disclosure",
              "The hold stands under dual control, and every attempt shows in the defence's pack"),
          new Row(
              21,
              "A forged screenshot is uploaded as a capture",
              "It is of the class 'UPLOADED, untested', and no 902(14) certificate is drawn up for it"),
          new Row(
              22,
              "A handle is renamed, or taken over by an innocent person",
              "The permanent number no longer fits and the selector is suspended"),
          new Row(
              23,
              "One tip is reposted until it looks corroborated",
              "Reposts are one origin, and the grade stays"),
          new Row(
              24,
              "A tip comes as a weapon",
              "It is disarmed in a sandbox without a network, and the original is never opened"),
          new Row(
              25,
              "An order demands the name behind a tip",
              "Nothing is held, and the proof of that can be printed"),
          new Row(
              26,
              "A triage score is cited as suspicion",
              "Facts that a machine made are no basis: refused"),
          new Row(
              27,
              "An update silently changes a ranking",
              "The method's hash no longer fits: it is disabled until evaluated and approved anew"),
          new Row(
              28,
              "A partner passes on material that must not be passed on",
              "The copy's watermark names the partner, it is recalled, and the agreement is suspended"),
          new Row(
              29,
              "Evidence is exported in bulk before a resignation",
              "Quota, a second approval, a watermark and a delayed release stand in the way"),
          new Row(
              30,
              "The policy is edited on a Friday night to allow level 4",
              "Two signatures, notice to the overseer and a delay are required, and a replay shows the old and the new hash"));

  private AttackList() {}

  /** All thirty, in order. */
  public static List<Row> rows() {
    return ROWS;
  }

  /** One of them. */
  public static Row row(int number) {
    return ROWS.get(number - 1);
  }
}
