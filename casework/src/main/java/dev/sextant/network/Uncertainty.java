package dev.sextant.network;

import dev.sextant.kernels.doubt.Boundary;
import dev.sextant.kernels.doubt.Doubt;
import dev.sextant.kernels.doubt.Errors;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What may be wrong with a network, and how its measures' intervals are had.
 *
 * @param missing share of the true ties that were not recorded, from 0 to below 1
 * @param model where they are taken to be: {@code closure} (as recorded ties lie), {@code degree}
 *     or {@code uniform}
 * @param spurious probability of each tie that it is wrong, from 0 to 1
 * @param unseen share of the people who should be in the network and are not, from 0 to below 1
 * @param replicas how many networks are measured; 0: up to 1,000, fewer where one takes long
 * @param seed of everything random
 * @param level share of the replicas within an interval
 * @param top how many are the top
 * @param boundary probability of each watched person that a narrower data set would not have
 *     watched them; whom nothing then ties to a watched one is not in it
 */
public record Uncertainty(
    double missing,
    String model,
    double spurious,
    double unseen,
    int replicas,
    long seed,
    double level,
    int top,
    double boundary) {
  /** With the data set's boundary where it is. */
  public Uncertainty(
      double missing,
      String model,
      double spurious,
      double unseen,
      int replicas,
      long seed,
      double level,
      int top) {
    this(missing, model, spurious, unseen, replicas, seed, level, top, 0);
  }

  /** As many replicas as are measured where they are cheap. */
  public static final int USUAL_REPLICAS = 1000;

  private static final int MOST_REPLICAS = 100_000;
  private static final String CODE = "SX-NETWORK-UNCERTAINTY";
  private static final Map<String, Errors.Return> MODELS =
      Map.of(
          "closure", Errors.Return.BY_CLOSURE,
          "degree", Errors.Return.BY_DEGREE,
          "uniform", Errors.Return.UNIFORM);

  /** A tenth of the ties not seen; said so beside every result that rests on it. */
  public static Uncertainty usual(long seed) {
    return new Uncertainty(0.1, "closure", 0, 0, 0, seed, 0.9, 10);
  }

  /**
   * Reads what people write on the command line, {@code missing=0.1,spurious=0.02,replicas=1000};
   * what is not named is as {@link #usual}, but where any error is named, the others are none.
   *
   * @throws BadMeasuring {@code SX-NETWORK-UNCERTAINTY} if a name or number is not one
   */
  public static Uncertainty parse(String text, long seed) {
    Map<String, String> given = new TreeMap<>();
    for (String part : text.split(",", -1)) {
      String[] pair = part.split("=", 2);
      String name = pair[0].strip().toLowerCase(Locale.ROOT);
      if (pair.length < 2 || given.put(name, pair[1].strip()) != null) {
        throw bad(
            part,
            "write each of missing, spurious, unseen, boundary, model, replicas, seed, level, top"
                + " once, as name=value, joined by commas; or none");
      }
    }
    boolean error =
        given.containsKey("missing")
            || given.containsKey("spurious")
            || given.containsKey("unseen")
            || given.containsKey("boundary");
    Uncertainty usual = usual(seed);
    double missing = share(given, "missing", error ? 0 : usual.missing, false);
    double spurious = share(given, "spurious", 0, true);
    double unseen = share(given, "unseen", 0, false);
    double boundary = share(given, "boundary", 0, false);
    String model = given.containsKey("model") ? given.remove("model") : usual.model;
    if (!MODELS.containsKey(model)) {
      throw bad("model=" + model, "use closure, degree or uniform");
    }
    int replicas = (int) whole(given, "replicas", 0, 1, MOST_REPLICAS);
    long chosen = whole(given, "seed", seed, Long.MIN_VALUE, Long.MAX_VALUE);
    double level = share(given, "level", usual.level, false);
    int top = (int) whole(given, "top", usual.top, 1, Integer.MAX_VALUE);
    if (level == 0) {
      throw bad("level=0", "give a share above 0 and below 1, as 0.9");
    }
    if (!given.isEmpty()) {
      throw bad(
          given.keySet().iterator().next(),
          "use some of missing, spurious, unseen, boundary, model, replicas, seed, level, top; or"
              + " none");
    }
    return new Uncertainty(
        missing, model, spurious, unseen, replicas, chosen, level, top, boundary);
  }

  private static double share(Map<String, String> given, String name, double usual, boolean one) {
    String text = given.remove(name);
    if (text == null) {
      return usual;
    }
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && (value < 1 || (one && value == 1))) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, as of any other text that is no share.
    }
    throw bad(name + "=" + text, "give a number from 0 to " + (one ? "1" : "below 1") + ", as 0.1");
  }

  private static long whole(
      Map<String, String> given, String name, long usual, long least, long most) {
    String text = given.remove(name);
    if (text == null) {
      return usual;
    }
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, as of a number out of range.
    }
    throw bad(name + "=" + text, "give a whole number from " + least + " to " + most);
  }

  private static BadMeasuring bad(String value, String cure) {
    return new BadMeasuring(CODE, "not an uncertainty", "uncertainty", VisibleText.of(value), cure);
  }

  /**
   * As kernels have it.
   *
   * @param watched whose own ties were gathered, by node; null if everybody's were
   * @param nodes how many there are
   */
  Errors errors(boolean @Nullable [] watched, int nodes) {
    Errors.Return back = MODELS.getOrDefault(model, Errors.Return.BY_CLOSURE);
    Errors errors = Errors.none().missing(missing, back).spurious(spurious).unseen(unseen);
    if (watched == null) {
      return boundary == 0 ? errors : errors.boundary(Boundary.narrower(nodes, boundary));
    }
    return errors.boundary(new Boundary(watched, boundary, true));
  }

  Doubt.Plan plan(int affordable, int threads, boolean weighted) {
    return new Doubt.Plan(
        replicas > 0 ? replicas : affordable, seed, threads, weighted, level, top);
  }

  /** What is assumed, in words. */
  public String words() {
    String narrower =
        boundary == 0 ? "" : ", each person watched left out with probability " + boundary;
    return String.format(
        Locale.ROOT,
        "%s of the true ties missing (%s), each tie wrong with probability %s, %s of the people"
            + " unseen%s",
        SheetNumber.of(missing),
        model,
        SheetNumber.of(spurious),
        SheetNumber.of(unseen),
        narrower);
  }
}
