package dev.sextant.custody;

import dev.sextant.TestHouse;
import dev.sextant.authority.Permit;
import dev.sextant.terms.AuthorityId;
import java.util.Random;

/**
 * Seals exhibits in a process of its own, saying each one that {@link Custody#seal} has answered,
 * until it is killed.
 */
final class SealUntilKilled {
  private SealUntilKilled() {}

  public static void main(String[] arguments) {
    try (TestHouse house = TestHouse.reopenInChild(arguments[0], arguments[1])) {
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
