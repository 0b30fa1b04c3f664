package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Csr;
import org.jspecify.annotations.Nullable;

/**
 * A network that may be the true one.
 *
 * @param graph its nodes and ties
 * @param nodeOf where each recorded node is in it: two that are one person share a place, -1 is
 *     nowhere; null if all are where they were. Its other nodes were not recorded
 */
record Replica(Csr graph, int @Nullable [] nodeOf) {}
