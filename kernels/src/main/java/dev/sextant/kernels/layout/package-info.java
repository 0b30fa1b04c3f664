/**
 * Places of nodes in the plane, for people to look at. {@link dev.sextant.kernels.layout.Layout}
 * has three ways: forces, which show groups, distances, which show how far apart nodes are, and
 * levels, which draw large graphs. All are seeded, go on from given places, leave fixed nodes where
 * they are, and tell where nodes are while they run.
 *
 * <pre>{@code
 * Layout.Result drawn = Layout.distances(Layout.Setting.usual()).compute(graph, Layout.Watch.none());
 * double x = drawn.x()[7];
 * }</pre>
 */
@NullMarked
package dev.sextant.kernels.layout;

import org.jspecify.annotations.NullMarked;
