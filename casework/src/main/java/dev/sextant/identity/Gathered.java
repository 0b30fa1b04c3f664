package dev.sextant.identity;

import java.util.List;

/**
 * What one pass over the records in scope gathers of accounts. Nobody changes it afterwards.
 *
 * @param census the accounts, with what states them
 * @param observations what is compared, one an account
 * @param leads what search tools said
 */
record Gathered(AccountCensus census, List<Observation> observations, Leads leads) {}
