package dev.sextant.disclosure.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cited places as GeoJSON (RFC 7946): a point a record, longitude before latitude, in WGS 84. A
 * place without a position is an unlocated feature (section 3.2). Each feature carries authority
 * and handling, since features are copied out of collections; so does the collection, as foreign
 * members (section 6.1).
 */
final class GeoJson {
  private static final BigDecimal CIRCLE = BigDecimal.valueOf(360);

  private GeoJson() {}

  static String write(List<Spot> spots, Carried carried) {
    Map<String, @Nullable Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    List<Object> box = box(spots);
    if (!box.isEmpty()) {
      collection.put("bbox", box);
    }
    collection.put("sextant", carried.facts());
    collection.put("features", spots.stream().map(s -> feature(s, carried)).toList());
    return JsonText.lines(collection);
  }

  private static Map<String, @Nullable Object> feature(Spot spot, Carried carried) {
    Map<String, @Nullable Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("id", spot.support().record().hex());
    List<String> position = spot.position();
    feature.put(
        "geometry",
        position.isEmpty() ? null : Map.of("coordinates", numbers(position), "type", "Point"));
    Map<String, @Nullable Object> properties = new LinkedHashMap<>(spot.facts());
    String accuracy = spot.accuracy();
    properties.put("accuracyMetres", accuracy == null ? null : new JsonText.Number(accuracy));
    properties.put("authority", carried.authority());
    properties.put("handling", carried.handling());
    properties.put("disclosure", carried.facts().get("disclosure"));
    feature.put("properties", properties);
    return feature;
  }

  private static List<Object> numbers(List<String> digits) {
    List<Object> numbers = new ArrayList<>();
    digits.forEach(d -> numbers.add(new JsonText.Number(d)));
    return numbers;
  }

  /*
   * West, south, east, north (section 5). The box leaves out the widest gap between neighbours on
   * the circle of longitudes, so places on both sides of the antimeridian are held by a narrow box
   * whose west is greater than its east (section 5.2), not by one around the earth.
   */
  private static List<Object> box(List<Spot> spots) {
    List<List<String>> positions =
        spots.stream().map(Spot::position).filter(p -> !p.isEmpty()).toList();
    if (positions.isEmpty()) {
      return List.of();
    }
    List<String> east = positions.stream().map(p -> p.get(0)).sorted(BY_SIZE).toList();
    List<String> north = positions.stream().map(p -> p.get(1)).sorted(BY_SIZE).toList();
    int n = east.size();
    int first = 0;
    BigDecimal widest = number(east.getFirst()).add(CIRCLE).subtract(number(east.getLast()));
    for (int i = 1; i < n; i++) {
      BigDecimal gap = number(east.get(i)).subtract(number(east.get(i - 1)));
      if (gap.compareTo(widest) > 0) {
        widest = gap;
        first = i;
      }
    }
    return numbers(
        List.of(east.get(first), north.getFirst(), east.get((first + n - 1) % n), north.getLast()));
  }

  private static final Comparator<String> BY_SIZE = Comparator.comparing(GeoJson::number);

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits);
  }
}
