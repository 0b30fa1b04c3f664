package dev.sextant.capability;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.sextant.app.Capabilities;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The manifest's rules, as questions to a set of classes: each answers with what breaks it. */
final class CapabilityRules {
  private final Map<?, ?> manifest =
      new Yaml(new SafeConstructor(new LoaderOptions())).load(Capabilities.manifest().text());

  private static List<?> list(Map<?, ?> of, String name) {
    return (List<?>) Objects.requireNonNull(of.get(name), name);
  }

  private static List<String> words(Map<?, ?> of, String name) {
    return list(of, name).stream().map(String::valueOf).toList();
  }

  List<Map<?, ?>> can() {
    return list(manifest, "can").stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
  }

  List<Map<?, ?>> forbidden() {
    return list(manifest, "forbidden").stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
  }

  Set<String> begins() {
    Set<String> all = new TreeSet<>();
    can().forEach(one -> all.addAll(words(one, "by")));
    return all;
  }

  List<String> tasking() {
    return words(manifest, "tasking");
  }

  private Map<?, ?> scores() {
    return (Map<?, ?>) Objects.requireNonNull(manifest.get("scores"));
  }

  List<String> producers() {
    return words(scores(), "produced-by");
  }

  List<String> readBy() {
    return words(scores(), "read-by");
  }

  // ------------------------------------------------------------------ libraries and names

  List<String> libraries(Stream<String> jars) {
    List<String> wrong = new ArrayList<>();
    jars.forEach(jar -> {
      for (Map<?, ?> one : forbidden()) {
        for (String pattern : words(one, "libraries")) {
          if (ignoringCase(pattern).matcher(jar).find()) {
            wrong.add(one.get("tag") + ": " + jar);
          }
        }
      }
    });
    return wrong;
  }

  List<String> names(JavaClasses classes) {
    List<String> wrong = new ArrayList<>();
    for (JavaClass type : classes) {
      Set<String> names = new TreeSet<>(Set.of(type.getSimpleName()));
      type.getMembers().forEach(member -> names.add(member.getName()));
      for (Map<?, ?> one : forbidden()) {
        for (String pattern : words(one, "names")) {
          names.stream()
              .filter(name -> ignoringCase(pattern).matcher(name.replace("_", "")).find())
              .forEach(name -> wrong.add(one.get("tag") + ": " + type.getName() + "." + name));
        }
      }
    }
    return wrong;
  }

  List<String> types(JavaClasses classes) {
    List<String> wrong = new ArrayList<>();
    for (JavaClass type : classes) {
      for (Map<?, ?> one : forbidden()) {
        for (String pattern : words(one, "types")) {
          type.getDirectDependenciesFromSelf().stream()
              .map(dependency -> dependency.getTargetClass().getName())
              .filter(used -> ignoringCase(pattern).matcher(used).find())
              .forEach(used -> wrong.add(one.get("tag") + ": " + type.getName() + " -> " + used));
        }
      }
    }
    return wrong;
  }

  private static Pattern ignoringCase(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }

  // ------------------------------------------------------------------ networks

  /** Every way from these classes to a network. */
  List<String> networks(JavaClasses classes) {
    Pattern offline = Pattern.compile(words(manifest, "offline").getFirst());
    Set<String> ways =
        Set.of(
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.DatagramSocket",
            "java.net.URLConnection",
            "java.net.HttpURLConnection",
            "java.nio.channels.SocketChannel",
            "java.nio.channels.ServerSocketChannel",
            "java.nio.channels.DatagramChannel");
    List<String> wrong = new ArrayList<>();
    for (JavaClass type : classes) {
      if (!offline.matcher(type.getName()).matches() || waysOut().contains(outer(type))) {
        continue;
      }
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getName())
          .filter(used -> ways.contains(used) || used.startsWith("java.net.http."))
          .forEach(used -> wrong.add(type.getName() + " -> " + used));
      type.getAccessesFromSelf().stream()
          .map(JavaAccess::getTarget)
          .filter(target -> target.getOwner().getName().equals("java.net.URL"))
          .filter(target ->
              Set.of("openStream", "openConnection", "getContent").contains(target.getName()))
          .forEach(target -> wrong.add(type.getName() + " -> URL." + target.getName()));
    }
    return wrong;
  }

  Set<String> waysOut() {
    Set<String> names = new TreeSet<>();
    ((Map<?, ?>) Objects.requireNonNull(manifest.get("ways-out")))
        .keySet()
        .forEach(name -> names.add(String.valueOf(name)));
    return names;
  }

  private static String outer(JavaClass type) {
    return type.getName().replaceAll("\\$.*", "");
  }

  // ------------------------------------------------------------------ steps

  /** Classes that begin a step of a case and do not stand in the manifest. */
  List<String> unnamedSteps(JavaClasses classes) {
    Set<String> named = begins();
    return classes.stream()
        .filter(type ->
            type.getMethodCallsFromSelf().stream()
                .anyMatch(call ->
                    call.getTargetOwner().getName().equals("dev.sextant.authority.Permit")
                        && call.getName().equals("begin")))
        .map(CapabilityRules::outer)
        .filter(type -> !named.contains(type))
        .distinct()
        .toList();
  }

  // ------------------------------------------------------------------ from a score to a tasking

  /**
   * Every call path from some methods to some others, through overriding and lambdas.
   *
   * @return a path for each target that is reached, as text
   */
  static List<String> paths(
      JavaClasses classes, Predicate<JavaClass> from, Predicate<AccessTarget> to) {
    Map<JavaCodeUnit, JavaCodeUnit> cameFrom = new HashMap<>();
    Deque<JavaCodeUnit> ahead = new ArrayDeque<>();
    classes.stream()
        .filter(from)
        .flatMap(type -> type.getCodeUnits().stream())
        .forEach(unit -> {
          cameFrom.put(unit, unit);
          ahead.add(unit);
        });
    List<String> found = new ArrayList<>();
    while (!ahead.isEmpty()) {
      JavaCodeUnit here = ahead.poll();
      Set<AccessTarget> targets = new HashSet<>();
      here.getCallsFromSelf().forEach(call -> targets.add(call.getTarget()));
      here.getMethodReferencesFromSelf().forEach(call -> targets.add(call.getTarget()));
      here.getConstructorReferencesFromSelf().forEach(call -> targets.add(call.getTarget()));
      for (AccessTarget target : targets) {
        if (to.test(target)) {
          found.add(trail(cameFrom, here) + " -> " + target.getFullName());
        }
        for (JavaCodeUnit next : bodies(target)) {
          if (cameFrom.putIfAbsent(next, here) == null) {
            ahead.add(next);
          }
        }
      }
    }
    return found;
  }

  /* What may run when this is called: the member itself and whatever overrides it. */
  private static List<JavaCodeUnit> bodies(AccessTarget target) {
    List<JavaCodeUnit> bodies = new ArrayList<>();
    if (target instanceof AccessTarget.CodeUnitAccessTarget call) {
      call.resolveMember().ifPresent(bodies::add);
      if (call instanceof AccessTarget.MethodCallTarget
          || call instanceof AccessTarget.MethodReferenceTarget) {
        String[] types =
            call.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        for (JavaClass below : target.getOwner().getAllSubclasses()) {
          below.tryGetMethod(call.getName(), types).ifPresent((JavaMethod m) -> bodies.add(m));
        }
      }
    }
    return bodies;
  }

  private static String trail(Map<JavaCodeUnit, JavaCodeUnit> cameFrom, JavaCodeUnit to) {
    StringBuilder trail = new StringBuilder(to.getFullName());
    JavaCodeUnit here = to;
    while (!here.equals(cameFrom.get(here))) {
      here = Objects.requireNonNull(cameFrom.get(here));
      trail.insert(0, here.getFullName() + " -> ");
    }
    return trail.toString();
  }

  /** Whether a call is one of the manifest's taskings: a class's methods, or one method. */
  boolean tasks(AccessTarget target) {
    String owner = target.getOwner().getName();
    return tasking().stream()
        .anyMatch(one -> one.equals(owner) || one.equals(owner + "." + target.getName()));
  }

  /** Methods that read a score and task somebody in one breath. */
  List<String> readAndTask(JavaClasses classes) {
    List<String> wrong = new ArrayList<>();
    for (JavaClass type : classes) {
      for (JavaCodeUnit unit : type.getCodeUnits()) {
        boolean reads =
            unit.getCallsFromSelf().stream()
                .anyMatch(call -> readBy().contains(call.getTargetOwner().getName()));
        boolean tasks = unit.getCallsFromSelf().stream().anyMatch(call -> tasks(call.getTarget()));
        if (reads && tasks) {
          wrong.add(unit.getFullName());
        }
      }
    }
    return wrong;
  }

  /** Whether a class is in one of these packages, each written as {@code dev.sextant.room..}. */
  static boolean inside(JavaClass type, List<String> packages) {
    return packages.stream()
        .map(one -> one.replace("..", "").toLowerCase(Locale.ROOT))
        .anyMatch(one ->
            type.getPackageName().equals(one) || type.getPackageName().startsWith(one + "."));
  }
}
