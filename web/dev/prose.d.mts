/** The texts of a Java source, pieces that are added up as one. */
export function textsOf(root: string, path: string): string[];
