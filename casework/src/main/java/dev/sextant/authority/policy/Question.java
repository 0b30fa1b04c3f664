package dev.sextant.authority.policy;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the policies are asked: may this principal do that to this resource, as things stand? The
 * attributes are those of {@code policies/schema.cedarschema}.
 *
 * @param who who asks
 * @param action an action of the schema
 * @param on what it is done to
 * @param how the circumstances
 */
public record Question(Who who, String action, On on, How how) {

  /** Who acts. */
  public sealed interface Who {}

  /**
   * A person, as the register has the person now.
   *
   * @param id the person's identifier
   * @param roles names of the person's roles
   * @param enabled false once disabled
   * @param trained whether instructed within the pack's time
   */
  public record Person(String id, Set<String> roles, boolean enabled, boolean trained)
      implements Who {
    /** Copies the roles in order. */
    public Person {
      roles = sorted(roles);
    }
  }

  /** What happens by itself. */
  public record Clock() implements Who {}

  /** What something is done to. */
  public sealed interface On {}

  /** The house: its people, cases, program. */
  public record House() implements On {}

  /**
   * A version of an authority.
   *
   * @param id its identifier
   * @param state where it stands now; {@code ABSENT} where there is none yet
   * @param people who applied for it and who works under it
   * @param from first moment of its operation window
   * @param until first moment at which it is over
   * @param bounds what it allows
   */
  public record Authority(
      String id, String state, People people, Instant from, Instant until, Bounds bounds)
      implements On {}

  /**
   * The people of an authority.
   *
   * @param applicant identifier, or null where there is none yet
   * @param team identifiers
   */
  public record People(@Nullable String applicant, Set<String> team) {
    /** Copies the team in order. */
    public People {
      team = sorted(team);
    }
  }

  /**
   * What an authority allows.
   *
   * @param maxLevel highest level of intrusiveness
   * @param businessCase name of one of the five
   * @param platforms names
   * @param methods names
   */
  public record Bounds(
      int maxLevel, String businessCase, Set<String> platforms, Set<String> methods) {
    /** Copies the sets in order. */
    public Bounds {
      platforms = sorted(platforms);
      methods = sorted(methods);
    }
  }

  /**
   * A proposed change of the law.
   *
   * @param id its identifier
   * @param proposer identifier of who proposed it, or null for the first law of a house
   * @param approvers identifiers of those who approved it so far
   */
  public record Change(String id, @Nullable String proposer, Set<String> approvers) implements On {
    /** Copies the approvers in order. */
    public Change {
      approvers = sorted(approvers);
    }
  }

  /** The circumstances. */
  public sealed interface How {}

  /**
   * Circumstances of a step of a case.
   *
   * @param now when
   * @param level intrusiveness, 0 to 5
   * @param platforms that the step names
   * @param methods that the step names
   * @param facts which of the yes-or-no circumstances hold
   */
  public record Step(
      Instant now, int level, Set<String> platforms, Set<String> methods, Set<Fact> facts)
      implements How {
    /** Copies the sets in order. */
    public Step {
      platforms = sorted(platforms);
      methods = sorted(methods);
      facts = Collections.unmodifiableSet(new TreeSet<>(facts));
    }
  }

  /**
   * Circumstances of a deed in the register.
   *
   * @param now when
   * @param narrowing whether a change of the policies is proved to add forbids only
   * @param machineBasisOnly whether nothing but a score stands behind it
   */
  public record Deed(Instant now, boolean narrowing, boolean machineBasisOnly) implements How {}

  /** Circumstances of a step that hold or do not; each is an attribute of the schema. */
  public enum Fact {
    /** Within the working time for which leave was given. */
    ON_DUTY("onDuty"),
    /** The quota has room. */
    QUOTA_LEFT("quotaLeft"),
    /** Every selector that is collected for is named by the authority. */
    SELECTORS_NAMED("selectorsNamed"),
    /** The stretch of content that the step names, if any, lies in the authority's. */
    CONTENT_IN_WINDOW("contentInWindow"),
    /** Touches speech, assembly, belief or association under protection. */
    PROTECTED_ACTIVITY("protectedActivity"),
    /** A second person signed why the protected activity is directly related to the offence. */
    NEXUS_SIGNED("nexusSigned"),
    /** Looks for people by a special category of data. */
    SPECIAL_CATEGORY("specialCategory"),
    /** Nothing but a machine's score stands behind it. */
    MACHINE_BASIS_ONLY("machineBasisOnly"),
    /** Takes in what a recorded legal request compelled. */
    LEGAL_REQUEST("legalRequest");

    private final String attribute;

    Fact(String attribute) {
      this.attribute = attribute;
    }

    /** Its name in the schema. */
    public String attribute() {
      return attribute;
    }
  }

  private static Set<String> sorted(Set<String> words) {
    return Collections.unmodifiableSet(new TreeSet<>(words));
  }
}
