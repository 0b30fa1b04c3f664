/** Every code of a fault in the sources but those that only commands give. */
export function everyFault(root: string): string[];
