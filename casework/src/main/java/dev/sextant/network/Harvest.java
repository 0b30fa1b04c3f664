package dev.sextant.network;

import java.util.List;

/** What a collector brings in: a snapshot without name, author and time. */
record Harvest(List<NodeView> legend, List<TieView> ties, TieCounts counts) {}
