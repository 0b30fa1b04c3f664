package dev.sextant.records;

import dev.sextant.TestHouse;
import dev.sextant.authority.Permit;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Progress;

/** Reads an exhibit again and again in a process of its own, until it is killed. */
final class ReadUntilKilled {
  private ReadUntilKilled() {}

  public static void main(String[] arguments) {
    try (TestHouse house = TestHouse.reopenInChild(arguments[0], arguments[1])) {
      Permit permit = house.permit(house.analyst(), AuthorityId.parse(arguments[2]));
      ExhibitId exhibit = ExhibitId.parse(arguments[3]);
      Progress progress = (done, total, unit) -> System.out.println("reading");
      while (true) {
        house.records().read(permit, exhibit, progress);
      }
    }
  }
}
