#!/usr/bin/env node
/*
 * The messages of the workspace and what its catalogues still lack.
 *
 *   node dev/messages.mjs                    how many messages there are, how many each language lacks or has too many
 *   node dev/messages.mjs --list             every message and where it stands
 *   node dev/messages.mjs --missing es       what Spanish lacks, as a table to be filled: {"English": ""}
 *   node dev/messages.mjs --take es FILE     takes such a table in, drops what no page says any more, keeps the order of the sources
 *
 * The catalogues are src/language/{es,pt,fr}.json; what they must hold is tested by src/language/catalogue.spec.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { everySaying } from './sayings.mjs';

const src = fileURLToPath(new URL('../src/', import.meta.url));
const sayings = everySaying(src);
const keys = [...new Set(sayings.map((one) => one.key))];
const fileOf = (language) => `${src}language/${language}.json`;
const catalogue = (language) => JSON.parse(readFileSync(fileOf(language), 'utf8'));
const after = (name) => process.argv[process.argv.indexOf(`--${name}`) + 1];

if (process.argv.includes('--list')) {
  for (const one of sayings) console.log(`${one.path.slice(src.length)}:${one.line}\t${one.key}`);
} else if (process.argv.includes('--missing')) {
  const { messages } = catalogue(after('missing'));
  console.log(JSON.stringify(Object.fromEntries(keys.filter((key) => !messages[key]).map((key) => [key, ''])), null, 1));
} else if (process.argv.includes('--take')) {
  const language = after('take');
  const held = catalogue(language);
  const given = JSON.parse(readFileSync(process.argv[process.argv.indexOf('--take') + 2], 'utf8'));
  const all = { ...held.messages, ...given };
  const messages = Object.fromEntries(keys.filter((key) => all[key]).map((key) => [key, all[key]]));
  writeFileSync(fileOf(language), `${JSON.stringify({ ...held, messages }, null, 1)}\n`);
} else {
  console.log(`${keys.length} messages in ${sayings.length} places`);
  for (const language of ['es', 'pt', 'fr']) {
    const { messages } = catalogue(language);
    const extra = Object.keys(messages).filter((key) => !keys.includes(key));
    console.log(`${language}: ${keys.filter((key) => !messages[key]).length} missing, ${extra.length} too many`);
  }
}
