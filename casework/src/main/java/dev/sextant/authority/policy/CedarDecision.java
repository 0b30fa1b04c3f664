package dev.sextant.authority.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.Context;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.ValidationResponse;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import dev.sextant.authority.policy.Question.Fact;
import dev.sextant.terms.BadValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Cedar, in process. Policies and schema are parsed once and kept on the native side; a question
 * costs well under a millisecond. Safe for many threads.
 */
public final class CedarDecision implements PolicyDecision {
  private static final EntityTypeName PERSON = type("Person");
  private static final EntityTypeName AUTHORITY = type("Authority");
  private static final EntityTypeName CHANGE = type("Change");
  private static final EntityTypeName ACTION = type("Action");
  private static final Entity CLOCK = new Entity(type("Clock").of("clock"));
  private static final Entity HOUSE = new Entity(type("House").of("house"));

  private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
  private final PolicySet policies;
  private final PolicySet permits;
  private final Schema schema;

  private CedarDecision(PolicySet policies, PolicySet permits, Schema schema) {
    this.policies = policies;
    this.permits = permits;
    this.schema = schema;
  }

  /** What Cedar's native library says when it does not load on this machine; null if it loads. */
  public static @Nullable String absent() {
    try {
      return new BasicAuthorizationEngine() == null ? "no engine" : null;
    } catch (LinkageError | IllegalStateException e) {
      return e.getClass().getSimpleName();
    }
  }

  /**
   * Takes up a bundle.
   *
   * @throws BadValue {@code SX-AUTH-LAW-POLICY} if a text does not parse, does not fit the schema,
   *     or lacks an identifier of its own
   */
  public static CedarDecision of(PolicyBundle bundle) {
    if (!bundle.named()) {
      throw bad(bundle.name(), "a statement without an @id of its own");
    }
    Set<Policy> parsed = new HashSet<>();
    Set<Policy> permitting = new HashSet<>();
    try {
      for (PolicyStatement statement : bundle.statements()) {
        Policy.parseStaticPolicy(statement.source());
        Policy policy = new Policy(statement.source(), statement.id());
        parsed.add(policy);
        if (!statement.forbids()) {
          permitting.add(policy);
        }
      }
      PolicySet policies = new PolicySet(parsed);
      Schema schema = Schema.parse(Schema.JsonOrCedar.Cedar, bundle.schema());
      ValidationResponse checked =
          new BasicAuthorizationEngine().validate(new ValidationRequest(schema, policies));
      if (!checked.validationPassed()) {
        throw bad(bundle.name(), line(checked.toString()));
      }
      policies.cache();
      PolicySet permits = new PolicySet(permitting);
      permits.cache();
      schema.cache();
      return new CedarDecision(policies, permits, schema);
    } catch (AuthException | CacheException e) {
      throw bad(bundle.name(), line(String.valueOf(e.getMessage())));
    }
  }

  private static String line(String message) {
    String one = message.replaceAll("\\s+", " ");
    return one.length() > 300 ? one.substring(0, 300) : one;
  }

  private static BadValue bad(String place, String value) {
    return new BadValue(
        "SX-AUTH-LAW-POLICY", "policy bundle " + place, value, "mend the text; see the schema");
  }

  @Override
  public String engine() {
    return "CEDAR";
  }

  @Override
  public boolean covered(Question question) {
    return decide(question, permits).allowed();
  }

  @Override
  public Ruling decide(Question question) {
    return decide(question, policies);
  }

  private Ruling decide(Question question, PolicySet by) {
    Set<Entity> entities = new HashSet<>();
    Entity who = who(question.who(), entities);
    Entity on = on(question.on(), entities);
    AuthorizationRequest request =
        new AuthorizationRequest(
            who.getEUID(),
            ACTION.of(question.action()),
            on.getEUID(),
            new Context(how(question.how())),
            Optional.of(schema),
            true);
    try {
      AuthorizationResponse response = engine.isAuthorized(request, by, entities);
      AuthorizationSuccessResponse answer = response.success.orElse(null);
      // Cedar passes over a policy whose evaluation fails: a forbid would be lost. Here it is a no.
      if (answer == null || !answer.getErrors().isEmpty()) {
        return Ruling.undecided();
      }
      return new Ruling(answer.isAllowed(), new TreeSet<>(answer.getReason()), false);
    } catch (AuthException e) {
      return Ruling.undecided();
    }
  }

  private static Entity who(Question.Who who, Set<Entity> entities) {
    Entity entity =
        switch (who) {
          case Question.Clock clock -> CLOCK;
          case Question.Person person ->
              new Entity(
                  PERSON.of(person.id()),
                  Map.of(
                      "roles", words(person.roles()),
                      "enabled", new PrimBool(person.enabled()),
                      "trained", new PrimBool(person.trained())),
                  Set.of());
        };
    entities.add(entity);
    return entity;
  }

  private static Entity on(Question.On on, Set<Entity> entities) {
    Entity entity =
        switch (on) {
          case Question.House house -> HOUSE;
          case Question.Authority authority -> authority(authority);
          case Question.Change change -> change(change);
        };
    entities.add(entity);
    return entity;
  }

  private static Entity authority(Question.Authority authority) {
    Question.Bounds bounds = authority.bounds();
    Map<String, Value> attributes = new HashMap<>();
    attributes.put("state", new PrimString(authority.state()));
    String applicant = authority.people().applicant();
    if (applicant != null) {
      attributes.put("applicant", PERSON.of(applicant));
    }
    attributes.put("team", people(authority.people().team()));
    attributes.put("from", new PrimLong(authority.from().toEpochMilli()));
    attributes.put("until", new PrimLong(authority.until().toEpochMilli()));
    attributes.put("maxLevel", new PrimLong(bounds.maxLevel()));
    attributes.put("businessCase", new PrimString(bounds.businessCase()));
    attributes.put("platforms", words(bounds.platforms()));
    attributes.put("methods", words(bounds.methods()));
    return new Entity(AUTHORITY.of(authority.id()), attributes, Set.of());
  }

  private static Entity change(Question.Change change) {
    Map<String, Value> attributes = new HashMap<>();
    String proposer = change.proposer();
    if (proposer != null) {
      attributes.put("proposer", PERSON.of(proposer));
    }
    attributes.put("approvers", people(change.approvers()));
    return new Entity(CHANGE.of(change.id()), attributes, Set.of());
  }

  private static Map<String, Value> how(Question.How how) {
    Map<String, Value> context = new HashMap<>();
    switch (how) {
      case Question.Step step -> {
        context.put("now", new PrimLong(step.now().toEpochMilli()));
        context.put("level", new PrimLong(step.level()));
        context.put("platforms", words(step.platforms()));
        context.put("methods", words(step.methods()));
        for (Fact fact : Fact.values()) {
          context.put(fact.attribute(), new PrimBool(step.facts().contains(fact)));
        }
      }
      case Question.Deed deed -> {
        context.put("now", new PrimLong(deed.now().toEpochMilli()));
        context.put("narrowing", new PrimBool(deed.narrowing()));
        context.put("machineBasisOnly", new PrimBool(deed.machineBasisOnly()));
      }
    }
    return context;
  }

  private static CedarList words(Set<String> words) {
    List<Value> values = new ArrayList<>();
    words.forEach(word -> values.add(new PrimString(word)));
    return new CedarList(values);
  }

  private static CedarList people(Set<String> ids) {
    List<Value> values = new ArrayList<>();
    ids.forEach(id -> values.add(PERSON.of(id)));
    return new CedarList(values);
  }

  private static EntityTypeName type(String name) {
    return EntityTypeName.parse(name).orElseThrow();
  }
}
