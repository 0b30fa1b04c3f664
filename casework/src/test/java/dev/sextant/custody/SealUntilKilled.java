package dev.sextant.custody;

import dev.sextant.TestHouse;
import dev.sextant.app.postgres.DatabaseAccess;
import dev.sextant.authority.Permit;
import dev.sextant.terms.AuthorityId;
import java.nio.file.Path;
import java.util.Random;

/**
 * Seals exhibits in a process of its own, saying each one that {@link Custody#seal} has answered,
 * until it is killed.
 */
final class SealUntilKilled {
  private SealUntilKilled() {}

  public static void main(String[] arguments) {
    DatabaseAccess access =
        new DatabaseAccess(
            arguments[1],
            new DatabaseAccess.Login("sextant_owner", System.getenv("SEXTANT_TEST_OWNER")),
            new DatabaseAccess.Login("sextant_app", System.getenv("SEXTANT_TEST_APP")));
    try (TestHouse house = TestHouse.reopen(Path.of(arguments[0]), access)) {
      Permit permit = house.permit(house.analyst(), AuthorityId.parse(arguments[2]));
      Random random = new Random(Long.parseLong(arguments[3]));
      System.out.println("ready");
      while (true) {
        byte[] bytes = new byte[random.nextInt(3 * SealedFormat.CHUNK_BYTES)];
        random.nextBytes(bytes);
        Exhibit exhibit = house.seal(permit, "exhibit.bin", bytes);
        System.out.println("sealed " + exhibit.id() + " " + exhibit.digest());
      }
    }
  }
}
