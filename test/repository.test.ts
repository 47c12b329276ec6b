import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findStaleFiles } from '../functions/cli/rules/generated-files.ts';

const project = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(project, path), 'utf8');
const filesOf = (...patterns: string[]): readonly string[] => globSync(patterns, { cwd: project }).sort();

it('has a current catalogue index and current rule pages (npm run rules:docs)', async () => {
  const stale = await findStaleFiles();
  expect(stale.map(({ path }) => path)).toEqual([]);
});

describe('links', () => {
  const linkTarget = /\]\(([^)\s]+)\)/g;

  /** The anchors of a page's headings, as GitHub makes them. */
  const anchorsOf = (path: string): readonly string[] =>
    [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    );

  const leadsNowhere = (page: string, link: string): boolean => {
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? page : join(dirname(page), file);
    if (!existsSync(join(project, target))) return true;
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(anchor);
  };

  it.each(filesOf('*.md', 'docs/**/*.md'))('of %s lead somewhere', (page) => {
    // Code is no prose: `[x](y)` in a block is an example.
    const prose = read(page).replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
    const links = [...prose.matchAll(linkTarget)].map((match) => match[1] ?? '');
    const relative = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(relative.filter((link) => leadsNowhere(page, link))).toEqual([]);
  });
});

describe('decisions', () => {
  it('are all listed', () => {
    const list = read('docs/adr/README.md');
    expect(filesOf('docs/adr/0*.md').filter((page) => !list.includes(page.replace('docs/adr/', '')))).toEqual(
      [],
    );
  });
});

describe('commands', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

  it.each(filesOf('*.md', 'docs/**/*.md', '.ci/*'))('that %s names exist in package.json', (page) => {
    const named = [...read(page).matchAll(/npm (?:run (?:-s |--silent )?([\w:-]+)|(test|start)\b)/g)];
    const missing = named
      .map(([, script, short]) => script ?? short ?? '')
      .filter((script) => !(script in scripts));
    expect(missing).toEqual([]);
  });

  it('of package.json run files that exist', () => {
    const run = Object.values(scripts).flatMap((script) => script.match(/[\w./-]+\.(ts|mjs)\b/g) ?? []);
    expect(run.filter((file) => !existsSync(join(project, file)))).toEqual([]);
  });
});

describe('files', () => {
  // The index has two lines a rule and grows with the catalogue.
  const generated = new Set(['shared/rules/catalogue/index.ts', 'shared/i18n/korean/rules/index.ts']);

  it('are of at most 250 lines', () => {
    const long = filesOf('functions/**/*.ts', 'shared/**/*.ts', 'infra/aws/**/*.ts')
      .filter((file) => !generated.has(file))
      .filter((file) => read(file).trimEnd().split('\n').length > 250);
    expect(long).toEqual([]);
  });
});

describe('production dependencies', () => {
  interface Locked {
    readonly dev?: boolean;
    readonly optional?: boolean;
    readonly devOptional?: boolean;
    readonly license?: string;
  }
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
  const production = Object.entries(packages).filter(([path, locked]) => path !== '' && !locked.dev);

  const permissive = new Set([
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
    'Python-2.0',
    'Unlicense',
  ]);

  /** Whether an SPDX expression lets us choose permissive terms only. */
  const isPermissive = (expression: string): boolean =>
    expression
      .replaceAll(/[()]/g, '')
      .split(' OR ')
      .some((choice) => choice.split(' AND ').every((license) => permissive.has(license.trim())));

  interface Manifest {
    readonly license?: string | { readonly type?: string };
    readonly licenses?: readonly { readonly type?: string }[];
  }

  /** As the installed package says; optional packages of other platforms are not installed, the lock file speaks for them. */
  const licenseOf = (path: string, locked: Locked): string => {
    const manifest = join(path, 'package.json');
    if (!existsSync(join(project, manifest))) return locked.license ?? 'not installed';
    const { license, licenses } = JSON.parse(read(manifest)) as Manifest;
    if (typeof license === 'string') return license;
    return license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'none named';
  };

  it('are looked at', () => {
    expect(production.length).toBeGreaterThan(20);
  });

  it('have permissive licences', () => {
    const others = production
      .map(([path, locked]) => ({ path, license: licenseOf(path, locked) }))
      .filter(({ license }) => !isPermissive(license));
    expect(others).toEqual([]);
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND GPL-3.0-only', false],
    ['AGPL-3.0-or-later', false],
    ['UNLICENSED', false],
  ])('%s is permissive: %s', (expression, expected) => {
    expect(isPermissive(expression)).toBe(expected);
  });
});
