/* The rules of the house, held by reading the sources themselves. */
import { describe, expect, it } from 'vitest';

const SOURCES = import.meta.glob('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }) as Record<string, string>;
const FEATURES = [
  'acts', 'authority', 'cases', 'conflicts', 'deconfliction', 'disclosure', 'exhibits', 'filter', 'findings', 'helpdesk', 'methods', 'network', 'oversight',
  'people', 'policy', 'records', 'retention', 'session', 'subjects', 'workspace',
];

/** Folder and name of each source: vite names those of this folder './x' and others '../folder/x'. */
const files = Object.entries(SOURCES).map(([path, text]) => {
  const parts = path.replace(/^\.\//, '../frame/').split('/');
  return { folder: parts.length > 2 ? parts[1]! : '.', name: parts.at(-1)!, path, text };
});
const importsOf = (text: string): string[] => [...text.matchAll(/from '(\.[^']+)'|import\('(\.[^']+)'\)/g)].map((found) => found[1] ?? found[2] ?? '');

describe('the house', () => {
  it('is seen whole', () => {
    expect(files.length).toBeGreaterThan(45);
    expect([...new Set(files.map((file) => file.folder))]).toEqual(expect.arrayContaining([...FEATURES, 'api', 'frame', 'parts']));
  });

  it('lets no feature import another', () => {
    let seen = 0;
    for (const file of files.filter((one) => FEATURES.includes(one.folder))) {
      for (const wanted of importsOf(file.text)) {
        seen++;
        const folder = wanted.startsWith('../') ? wanted.split('/')[1]! : file.folder;
        expect.soft(folder === file.folder || ['api', 'frame', 'language', 'parts'].includes(folder), `${file.path} imports ${wanted}`).toBe(true);
      }
    }
    expect(seen).toBeGreaterThan(80);
  });

  it('keeps states pure: no React, no browser, a spec beside each', () => {
    const states = files.filter((one) => one.name === 'state.ts');
    expect(states.map((one) => one.folder).sort()).toEqual(FEATURES);
    for (const file of states) {
      expect.soft(importsOf(file.text).every((wanted) => !wanted.endsWith('view') && !wanted.includes('workspace')), file.path).toBe(true);
      expect.soft(/from 'react'|window\.|document\.|fetch\(|Date\.now\(|Math\.random\(/.test(file.text), file.path).toBe(false);
      expect.soft(files.some((one) => one.folder === file.folder && one.name.endsWith('.spec.ts')), `${file.folder} has a spec`).toBe(true);
    }
  });

  it('asks the server in one place only, and never renders markup from evidence', () => {
    for (const file of files.filter((one) => !one.name.endsWith('.spec.ts'))) {
      if (file.folder !== 'api') expect.soft(/['"`]\/api\//.test(file.text), `${file.path} names a path of the server`).toBe(false);
      expect.soft(/dangerouslySetInnerHTML|innerHTML|https?:\/\//.test(file.text), `${file.path} holds markup or a remote address`).toBe(false);
    }
  });

  it('says only words of the glossary', () => {
    const never = /\b(suspects?|suspicious|leaders?|kingpin|targets?|insights?|confidence|metrics?|user profile|scrap(e|ing))\b/i;
    for (const file of files.filter((one) => one.name.endsWith('.tsx') || one.name === 'state.ts')) {
      // The law's own word for one of a person's roles (Directive (EU) 2016/680, Article 6) is said there and nowhere else.
      const law = file.folder === 'subjects' ? file.text.replace(/'SUSPECT'/g, '') : file.text;
      const said = law.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\b(change|event|key|click|cell)\.(target|currentTarget)\b/g, '').replace(/\(\w+\.target as \w+\)/g, '');
      expect.soft(never.exec(said)?.[0], file.path).toBeUndefined();
    }
  });
});
