package dev.sextant.records;

import dev.sextant.TestHouse;
import dev.sextant.app.postgres.DatabaseAccess;
import dev.sextant.authority.Permit;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Progress;
import java.nio.file.Path;

/** Reads an exhibit again and again in a process of its own, until it is killed. */
final class ReadUntilKilled {
  private ReadUntilKilled() {}

  public static void main(String[] arguments) {
    DatabaseAccess access =
        new DatabaseAccess(
            arguments[1],
            new DatabaseAccess.Login("sextant_owner", System.getenv("SEXTANT_TEST_OWNER")),
            new DatabaseAccess.Login("sextant_app", System.getenv("SEXTANT_TEST_APP")));
    try (TestHouse house = TestHouse.reopen(Path.of(arguments[0]), access)) {
      Permit permit = house.permit(house.analyst(), AuthorityId.parse(arguments[2]));
      ExhibitId exhibit = ExhibitId.parse(arguments[3]);
      Progress progress = (done, total, unit) -> System.out.println("reading");
      while (true) {
        house.records().read(permit, exhibit, progress);
      }
    }
  }
}
