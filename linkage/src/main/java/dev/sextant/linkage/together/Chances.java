package dev.sextant.linkage.together;

/**
 * How much of a pair's acts would be expected anyway. Two questions, each with its expectation,
 * p-value and q-value (the false-discovery rate at which the pair would still be told; Y.
 * Benjamini, Y. Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x).
 *
 * <p><b>Chance</b>: two accounts as active as these, sharing objects at random by popularity, at
 * the objects' own rhythm. For shares S in all, m and n of the two accounts, and C acts of an
 * object, the pair meets in the object with probability 1 - exp(-2 m n C / S²); objects met are
 * then at most Poisson-distributed (W. Hoeffding 1956, doi:10.1214/aoms/1177728178, for counts
 * above the expectation). Tests: all pairs of accounts that take part.
 *
 * <p><b>Timing</b>: the two share these objects anyway (a fan club does); are they closer in time
 * than others who shared them? For an object with D pairs of shares by other pairs of accounts, C
 * of them within the window, two shares of it fall within a window with probability (C + r) / (D +
 * 1), r being the mean of C / D over all objects; the number of objects met is a sum of unlike
 * chances (Poisson-binomial, exact). Tests: all pairs of accounts with an object in common, at
 * most.
 *
 * @param expected objects met, expected by chance
 * @param chanceP probability of as many or more by chance
 * @param chanceQ its q-value
 * @param common objects that both shared, at whatever time
 * @param expectedOfCommon of those, how many would be met by others' timing
 * @param timingP probability of as many or more by timing
 * @param timingQ its q-value
 * @param activityShare objects met over the objects of the less active of the two
 */
public record Chances(
    double expected,
    double chanceP,
    double chanceQ,
    int common,
    double expectedOfCommon,
    double timingP,
    double timingQ,
    double activityShare) {}
