package dev.sextant.linkage.link;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.block.Columns;
import dev.sextant.linkage.profile.BlockRule;
import dev.sextant.linkage.profile.Field;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The blocking rules of a profile that a table has the columns for. A rule on a column that the
 * profile says may be missing is left out where it is; any other missing column is a fault.
 */
final class UsableRules {
  private UsableRules() {}

  static List<BlockRule> of(Table table, Profile profile) {
    Set<String> optional = new HashSet<>();
    for (Field field : profile.fields()) {
      if (!field.required()) {
        optional.addAll(field.columns());
      }
    }
    List<BlockRule> usable = new ArrayList<>();
    for (BlockRule rule : profile.rules()) {
      String missing = missing(table, rule);
      if (missing == null) {
        usable.add(rule);
      } else if (!optional.contains(missing)) {
        throw fault(table, profile, rule, missing);
      }
    }
    if (usable.isEmpty() && !profile.rules().isEmpty()) {
      BlockRule first = profile.rules().getFirst();
      throw fault(table, profile, first, String.valueOf(missing(table, first)));
    }
    return usable;
  }

  private static @Nullable String missing(Table table, BlockRule rule) {
    for (BlockRule.Key key : rule.keys()) {
      for (String name : key.columns()) {
        if (Columns.named(table, name) == null) {
          return name;
        }
      }
    }
    return null;
  }

  private static LinkageFault fault(Table table, Profile profile, BlockRule rule, String missing) {
    return new LinkageFault(
        "SX-LINK-COLUMN",
        "no table has such a column",
        profile.name() + ", blocking rule " + rule.text(),
        missing,
        "use one of " + table.columns().keySet());
  }
}
