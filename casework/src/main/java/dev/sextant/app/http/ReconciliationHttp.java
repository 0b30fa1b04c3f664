package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.authority.Reconciliation;
import dev.sextant.terms.ActorId;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the database was read as the acts say; done daily, and when an overseer asks. */
@RestController
class ReconciliationHttp {
  /**
   * What was found.
   *
   * @param word {@code BASELINE}, {@code AGREES}, {@code READS_UNACCOUNTED} or {@code
   *     COUNTERS_LOST}
   * @param at when
   * @param counter rows read, by the server's counters
   * @param accounted rows that acts account for
   * @param excess rows beyond
   * @param leaf where the log says so
   */
  record ReconciliationView(
      String word, String at, long counter, long accounted, long excess, long leaf) {}

  private final House house;

  ReconciliationHttp(House house) {
    this.house = house;
  }

  @PostMapping("/api/reconciliation")
  ReconciliationView run(ActorId caller) {
    Reconciliation.Report report = house.authority().reconciliation().run(caller);
    return new ReconciliationView(
        report.word().name(),
        report.at().toString(),
        report.counter(),
        report.accounted(),
        report.excess(),
        report.leaf());
  }
}
