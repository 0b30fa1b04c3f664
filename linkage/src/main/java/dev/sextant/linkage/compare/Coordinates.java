package dev.sextant.linkage.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two points on earth, by great-circle distance (haversine on a sphere of 6,371.0088 km: at most
 * half a percent off). Cells: latitude and longitude in degrees, or both in one cell. Null island
 * (0, 0) is nowhere.
 */
public final class Coordinates implements Comparison<Coordinates.Point> {
  private static final double EARTH_KM = 6371.0088;

  private final List<Double> bands;
  private final List<String> levels;

  private Coordinates(List<Double> bands) {
    this.bands = bands;
    List<String> levels = new ArrayList<>();
    bands.forEach(km -> levels.add("within " + shown(km) + " km"));
    levels.add("farther");
    this.levels = List.copyOf(levels);
  }

  private static String shown(double km) {
    return km == Math.rint(km) ? Long.toString((long) km) : Double.toString(km);
  }

  /** Option {@code kilometres}: the bands, rising; 0.1, 1, 10, 50, 200 by default. */
  static Coordinates of(Options options, Corpus corpus) {
    return new Coordinates(options.rising("kilometres", List.of(0.1, 1.0, 10.0, 50.0, 200.0)));
  }

  @Override
  public List<String> levels() {
    return levels;
  }

  @Override
  public @Nullable Point prepare(List<String> cells) {
    String[] figures = String.join(" ", cells).strip().split("[\\s,;]+");
    if (figures.length != 2) {
      return null;
    }
    try {
      double latitude = Double.parseDouble(figures[0]);
      double longitude = Double.parseDouble(figures[1]);
      boolean nowhere = latitude == 0 && longitude == 0;
      boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
      return onEarth && !nowhere ? new Point(latitude, longitude) : null;
    } catch (NumberFormatException noFigure) {
      return null;
    }
  }

  @Override
  public int level(Point a, Point b) {
    double km = kilometres(a, b);
    for (int i = 0; i < bands.size(); i++) {
      if (km <= bands.get(i)) {
        return i;
      }
    }
    return bands.size();
  }

  /* StrictMath, for the same level on every machine. */
  static double kilometres(Point a, Point b) {
    double north = StrictMath.sin(Math.toRadians(b.latitude - a.latitude) / 2);
    double east = StrictMath.sin(Math.toRadians(b.longitude - a.longitude) / 2);
    double cosines =
        StrictMath.cos(Math.toRadians(a.latitude)) * StrictMath.cos(Math.toRadians(b.latitude));
    double half = north * north + cosines * east * east;
    return 2 * EARTH_KM * StrictMath.asin(StrictMath.sqrt(Math.min(1, half)));
  }

  /* Cells of a hundredth of a degree (about a kilometre) for the near bands: a busy square says less. */
  @Override
  public @Nullable String term(Point value, int level) {
    if (level >= bands.size() || bands.get(level) > 1) {
      return null;
    }
    return Math.round(value.latitude * 100) + "/" + Math.round(value.longitude * 100);
  }

  /**
   * A point, WGS 84.
   *
   * @param latitude degrees, north above 0
   * @param longitude degrees, east above 0
   */
  public record Point(double latitude, double longitude) {}
}
