/*
 * Sentences of the server that analysts read daily: what the usual measures are. They stand among the words of the catalogues under
 * their English; catalogue.spec.ts finds each of them in the server's source, so that one that was worded anew is translated anew.
 * What is not listed here is shown in English.
 */
export const SENTENCES: readonly string[] = [
  'Source:',
  'When ties are missing:',
  'A measure describes what was recorded within the scope. It is not suspicion, and it says nothing of anybody\'s rank in an organisation.',
  'Number of ties of each entity (both directions added up).',
  'A missing tie lowers two values by one. Who is watched more closely shows more ties: compare only entities that were covered alike.',
  'Number of the piece of the network that each entity is in, the largest being 0; entities in different pieces are joined by no chain of ties.',
  'One missing tie can cut a piece in two; that two entities are in different pieces is weak evidence that they have nothing to do with each other.',
  'Sum, over all pairs of other entities, of the share of shortest chains of ties between them that pass through the entity (each pair once if ties have no direction; every tie is one step).',
  'Among the least robust measures: a single tie that was not seen can move the highest rank. Read it with its rank interval.',
  'Share of time that a random walk along ties (by weight; damping 0.85) spends at the entity; all add up to 1.',
  'Fairly robust where ties are many; an entity with few ties passes on much of its share through each, so one missing tie shows.',
  'Largest k such that the entity belongs to a part of the network in which everybody has at least k ties within that part (directions and weights ignored).',
  'Missing ties can only lower it, each by one at most.',
  'Number of the community that each entity is in, the largest being 0: groups with more ties inside than chance would put there (modularity, resolution 1, Leiden algorithm, seeded).',
  'The middles of groups are steady, their borders move; another seed can give a partition that is as good. A community is a pattern of ties, not an organisation.',
];
