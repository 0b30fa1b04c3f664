package dev.sextant.disclosure;

import dev.sextant.authority.Act;
import dev.sextant.subjects.PersonRole;
import dev.sextant.subjects.RoleBook;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** For tests of releases that are not about roles: everybody named has the role "other". */
final class EverybodyOther {
  private EverybodyOther() {}

  static RoleBook of(Act act, Collection<String> accounts) {
    return new RoleBook(
        accounts.stream()
            .distinct()
            .collect(Collectors.toMap(a -> a, a -> Set.of(PersonRole.OTHER))),
        Map.of());
  }
}
