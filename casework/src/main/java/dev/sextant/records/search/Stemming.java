package dev.sextant.records.search;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;

/**
 * What takes endings off words, by language; the lightest that there is. Languages without one are
 * searched as written.
 */
final class Stemming {
  private static final Map<String, UnaryOperator<TokenStream>> FILTERS = new TreeMap<>();

  static {
    FILTERS.put("ar", ArabicStemFilter::new);
    FILTERS.put("bg", BulgarianStemFilter::new);
    FILTERS.put("cs", CzechStemFilter::new);
    FILTERS.put("da", in -> new SnowballFilter(in, "Danish"));
    FILTERS.put("de", GermanLightStemFilter::new);
    // It wants letters without accents.
    FILTERS.put("el", in -> new GreekStemFilter(new ICUFoldingFilter(in)));
    FILTERS.put("en", PorterStemFilter::new);
    FILTERS.put("es", SpanishLightStemFilter::new);
    FILTERS.put("fa", PersianStemFilter::new);
    FILTERS.put("fi", FinnishLightStemFilter::new);
    FILTERS.put("fr", FrenchLightStemFilter::new);
    FILTERS.put("hi", HindiStemFilter::new);
    FILTERS.put("hu", HungarianLightStemFilter::new);
    FILTERS.put("id", IndonesianStemFilter::new);
    FILTERS.put("it", ItalianLightStemFilter::new);
    FILTERS.put("lt", in -> new SnowballFilter(in, "Lithuanian"));
    FILTERS.put("lv", LatvianStemFilter::new);
    FILTERS.put("nb", NorwegianLightStemFilter::new);
    FILTERS.put("nl", in -> new SnowballFilter(in, "Dutch"));
    FILTERS.put("pt", PortugueseLightStemFilter::new);
    FILTERS.put("ro", in -> new SnowballFilter(in, "Romanian"));
    FILTERS.put("ru", RussianLightStemFilter::new);
    FILTERS.put("sv", SwedishLightStemFilter::new);
    FILTERS.put("tr", in -> new SnowballFilter(in, "Turkish"));
  }

  private Stemming() {}

  /** Languages whose words are taken apart. */
  static Iterable<String> languages() {
    return FILTERS.keySet();
  }

  /** Whether this language's are. */
  static boolean knows(String language) {
    return FILTERS.containsKey(language);
  }

  /** The words without endings; those marked as keywords stay as they are. */
  static TokenStream of(String language, TokenStream words) {
    UnaryOperator<TokenStream> filter = FILTERS.get(language);
    return filter == null ? words : filter.apply(words);
  }
}
