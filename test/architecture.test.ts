import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '..');
const script = join(project, '.ci/check-architecture.mjs');

/** One breach: the file that imports, what it imports, the rule that must say so. */
const breaches: readonly (readonly [from: string, to: string, rule: string])[] = [
  ['shared/findings/a.ts', '@aws-sdk/client-iam', 'core-is-pure'],
  ['shared/app/a.ts', '@aws-lambda-powertools/logger', 'core-is-pure'],
  ['shared/rules/a.ts', 'shared/adapters/one/port.ts', 'core-is-pure'],
  ['shared/policy/a.ts', 'node:fs', 'core-does-no-io'],
  ['shared/alerts/a.ts', 'node:https', 'core-does-no-io'],
  ['shared/text/a.ts', 'shared/events/known.ts', 'text-sees-only-its-neighbours'],
  ['shared/explanation/a.ts', 'shared/findings/known.ts', 'explanation-sees-only-its-neighbours'],
  ['shared/inventory/a.ts', 'shared/alerts/known.ts', 'inventory-sees-only-its-neighbours'],
  ['shared/reconcile/a.ts', 'shared/alerts/known.ts', 'reconcile-sees-only-its-neighbours'],
  ['shared/compliance/a.ts', 'shared/rules/known.ts', 'compliance-sees-only-its-neighbours'],
  ['shared/i18n/a.ts', 'shared/findings/known.ts', 'i18n-sees-only-its-neighbours'],
  ['shared/config/a.ts', 'shared/rules/known.ts', 'config-sees-only-its-neighbours'],
  ['shared/events/a.ts', 'shared/rules/known.ts', 'events-sees-only-its-neighbours'],
  ['shared/account/a.ts', 'shared/events/known.ts', 'account-sees-only-its-neighbours'],
  ['shared/history/a.ts', 'shared/findings/known.ts', 'history-sees-only-its-neighbours'],
  ['shared/rules/catalogue/topic/a.ts', 'shared/findings/known.ts', 'rules-sees-only-its-neighbours'],
  ['shared/policy/a.ts', 'shared/events/known.ts', 'policy-sees-only-its-neighbours'],
  ['shared/sigma/a.ts', 'shared/findings/known.ts', 'sigma-sees-only-its-neighbours'],
  ['shared/custom-rules/a.ts', 'shared/findings/known.ts', 'custom-rules-sees-only-its-neighbours'],
  ['shared/review/a.ts', 'shared/findings/known.ts', 'review-sees-only-its-neighbours'],
  ['shared/health/a.ts', 'shared/findings/known.ts', 'health-sees-only-its-neighbours'],
  ['shared/explanation/a.ts', 'shared/findings/known.ts', 'explanation-sees-only-its-neighbours'],
  ['shared/inventory/a.ts', 'shared/findings/known.ts', 'inventory-sees-only-its-neighbours'],
  ['shared/reconcile/a.ts', 'shared/findings/known.ts', 'reconcile-sees-only-its-neighbours'],
  ['shared/neighbours/a.ts', 'shared/alerts/known.ts', 'neighbours-sees-only-its-neighbours'],
  ['shared/findings/b.ts', 'shared/alerts/known.ts', 'findings-sees-only-its-neighbours'],
  ['shared/alerts/b.ts', 'shared/app/known.ts', 'alerts-sees-only-its-neighbours'],
  ['shared/app/b.ts', 'shared/adapters/one/port.ts', 'use-cases-know-no-adapter'],
  ['shared/adapters/two/a.ts', 'shared/adapters/one/port.ts', 'adapters-stand-alone'],
  ['shared/adapters/two/b.ts', 'shared/app/known.ts', 'adapters-stand-alone'],
  ['shared/app/c.ts', 'functions/first/handler.ts', 'nobody-imports-an-entry-point'],
  ['infra/aws/a.ts', 'functions/first/handler.ts', 'nobody-imports-an-entry-point'],
  ['functions/second/a.ts', 'functions/first/handler.ts', 'entry-points-stand-alone'],
  ['infra/aws/b.ts', 'shared/app/known.ts', 'infra-sees-triggers-only'],
  ['functions/second/d.ts', 'shared/sigma/known.ts', 'functions-read-no-yaml-of-rules'],
  ['functions/second/b.ts', 'test/builder.ts', 'no-production-on-test'],
  ['test/bench/noise/generator/a.ts', 'shared/rules/known.ts', 'ordinary-traffic-knows-no-rule'],
  ['shared/events/c.ts', 'shared/events/d.ts', 'no-circular'],
  ['shared/events/e.ts', 'shared/events/nowhere.ts', 'not-resolvable'],
  ['functions/second/c.ts', 'a-tool', 'no-dev-package-in-production'],
];

/** Imports that must stay allowed. */
const allowed: readonly (readonly [from: string, to: string])[] = [
  // Closes the circle that is reported above, from its other end.
  ['shared/events/d.ts', 'shared/events/c.ts'],
  ['functions/first/handler.ts', 'functions/first/wire.ts'],
  ['functions/first/wire.ts', 'shared/adapters/one/port.ts'],
  ['functions/first/wire.ts', 'shared/app/known.ts'],
  ['shared/adapters/one/port.ts', '@aws-sdk/client-iam'],
  ['shared/adapters/one/port.ts', 'shared/findings/known.ts'],
  ['shared/app/known.ts', 'shared/findings/known.ts'],
  ['shared/alerts/known.ts', 'shared/findings/known.ts'],
  ['shared/findings/known.ts', 'shared/rules/known.ts'],
  ['shared/rules/known.ts', 'shared/events/known.ts'],
  ['shared/events/known.ts', 'node:crypto'],
  ['infra/aws/known.ts', 'shared/rules/known.ts'],
  ['test/builder.ts', 'functions/first/handler.ts'],
  ['test/builder.ts', 'a-tool'],
  ['test/bench/noise/count.ts', 'shared/rules/known.ts'],
  ['test/bench/noise/count.ts', 'test/bench/noise/generator/known.ts'],
  ['test/bench/noise/generator/b.ts', 'test/bench/noise/generator/known.ts'],
];

const packages = ['@aws-sdk/client-iam', '@aws-lambda-powertools/logger', 'a-tool'];

const isFile = (to: string) => /^(shared|functions|infra|test)\//.test(to);
const specifier = (from: string, to: string) => (isFile(to) ? join(relativeRoot(from), to) : to);
const relativeRoot = (from: string) => from.replace(/[^/]+$/, '').replace(/[^/]+\//g, '../');

describe('the architecture check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'architecture-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const check = (...args: string[]) =>
    spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8' });
  let report: ReturnType<typeof check>;

  beforeAll(() => {
    write('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'NodeNext' } }));
    write(
      'package.json',
      JSON.stringify({
        type: 'module',
        dependencies: { '@aws-sdk/client-iam': '1', '@aws-lambda-powertools/logger': '1' },
        devDependencies: { 'a-tool': '1' },
      }),
    );
    for (const name of packages) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, type: 'module', main: 'index.js' }));
      write(`node_modules/${name}/index.js`, 'export const value = 1;\n');
    }
    const imports = [...allowed, ...breaches.map(([from, to]) => [from, to] as const)];
    for (const [from, edges] of Map.groupBy(imports, ([file]) => file))
      write(from, edges.map(([, to]) => `import '${specifier(from, to)}';\n`).join(''));
    for (const [, to] of imports)
      if (isFile(to) && !to.includes('nowhere') && !imports.some(([from]) => from === to))
        write(to, 'export {};\n');
    report = check();
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const namesOf = (breach: readonly [string, string, string]) => {
    const [from, to, rule] = breach;
    const target = packages.includes(to) ? `node_modules/${to}/index.js` : to.replace('node:', '');
    return `${rule}: ${from} → ${to.includes('nowhere') ? specifier(from, to) : target}`;
  };

  it.each(breaches)('reports that %s imports %s (%s)', (...breach) => {
    expect(report.stdout).toContain(namesOf(breach));
  });

  it('fails', () => {
    expect(report.stderr).toBe('');
    expect(report.status).toBe(1);
  });

  it('tells what to do instead', () => {
    expect(report.stdout).toContain('Domain code decides; only adapters talk to AWS.');
    expect(report.stdout).toContain('The wire.ts of an entry point chooses the adapter.');
  });

  it('reports nothing about what is allowed', () => {
    const files = new Set(allowed.map(([from]) => from));
    const blamed = [...report.stdout.matchAll(/^[\w-]+: (\S+) →/gm)].map((match) => match[1] ?? '');
    expect(blamed.filter((file) => files.has(file))).toEqual([]);
  });

  it('proves every rule of the configuration', async () => {
    const url = pathToFileURL(join(project, '.dependency-cruiser.mjs')).href;
    const { default: config }: { default: { forbidden: { name: string }[] } } = await import(url);
    const proven = new Set(breaches.map(([, , rule]) => rule));
    expect([...proven].sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
  });

  it('fails when files were not looked at', () => {
    write('narrow.mjs', 'export default { forbidden: [], options: { includeOnly: "^shared/text/" } };\n');
    const narrow = check('narrow.mjs');
    expect(narrow.stdout).toMatch(/\d+ TypeScript files were not looked at/);
    expect(narrow.status).toBe(1);
  });

  it('says why it could not look', () => {
    write('broken.mjs', 'export default {');
    const broken = check('broken.mjs');
    expect(broken.stderr).toContain('dependency-cruiser ended with');
    expect(broken.status).not.toBe(0);
  });
});
