/**
 * All measures by name. {@link dev.sextant.kernels.catalogue.Catalogue} joins the lists of the
 * packages beside this one; the command line, the ensembles of {@code doubt} and the benchmarks
 * take their measures from there.
 *
 * <pre>{@code
 * NamedMeasure betweenness = Catalogue.all().named("betweenness");
 * Answer answer = betweenness.method().measure(graph, Setting.usual(), Progress.silent());
 * }</pre>
 */
@NullMarked
package dev.sextant.kernels.catalogue;

import org.jspecify.annotations.NullMarked;
