import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleFunction, projectFolder, unusedOfRules } from '../../../infra/aws/bundling/bundle-function.ts';
import { packedModule } from '../../../infra/aws/bundling/packed-data.ts';
import { slimRule } from '../../../infra/aws/bundling/slim-rule.ts';
import { functionNames } from '../../../infra/aws/constructs/own-roles.ts';
import { escalationPaths } from '../../../shared/policy/escalation/paths/all.ts';
import { checks } from '../../../shared/review/checks/index.ts';
import { rules } from '../../../shared/rules/catalogue.ts';

/** Bundles as CDK does, and tells how many bytes of the output each source file is. */
const bundle = async (name: string) => {
  const { outputFiles, metafile } = await bundleFunction(name);
  const inputs = Object.values(metafile.outputs)[0]?.inputs ?? {};
  return {
    text: outputFiles?.[0]?.text ?? '',
    bytes: Object.entries(inputs)
      .map(([path, { bytesInOutput }]) => ({ path, bytesInOutput }))
      .filter(({ bytesInOutput }) => bytesInOutput > 0),
  };
};

const isSdk = (path: string) => /(^|\/)node_modules\/@(aws-sdk|smithy|aws-crypto|aws)\//.test(path);
const isTranslation = (path: string) => /^shared\/i18n\/korean\/(rules|checks)\//.test(path);
const isRule = (path: string) => /^shared\/rules\/catalogue\/[^/]+\//.test(path);

const sizeOf = (bytes: Awaited<ReturnType<typeof bundle>>['bytes'], of: (path: string) => boolean): number =>
  bytes.filter(({ path }) => of(path)).reduce((sum, { bytesInOutput }) => sum + bytesInOutput, 0);

/** Bytes. Nobody waits for the nightly review, which has all checks with their texts; for the others a cold start delays alerts. */
const largest: Readonly<Record<string, number>> = {
  'review-credentials': 600_000,
};

describe.each(functionNames)('the bundle of %s', (name) => {
  it('is of functions that exist', () => {
    expect(existsSync(`${projectFolder}functions/${name}/handler.ts`)).toBe(true);
  });

  it('has no more than it should beside the clients of the SDK and the rules, and of each rule less than 1 KB', async () => {
    const { bytes } = await bundle(name);
    const isOther = (path: string) => !isSdk(path) && !isRule(path) && !isTranslation(path);
    expect(sizeOf(bytes, isOther)).toBeLessThan(largest[name] ?? 450_000);
    expect(sizeOf(bytes, isTranslation)).toBeLessThan((rules.length + checks.length) * 1500);
    expect(sizeOf(bytes, isRule)).toBeLessThan(rules.length * 1000);
  });

  it('has nothing of the examples of the rules', async () => {
    const { bytes, text } = await bundle(name);
    expect(bytes.filter(({ path }) => path.endsWith('events/example.ts'))).toEqual([]);
    // A user agent that only the example builders write.
    expect(text).not.toContain('Firefox/144.0');
  });

  it('reads nothing of the rules that was left out', async () => {
    const unused = unusedOfRules[name] ?? [];
    const reads = unused.map(
      (property) => new RegExp(`\\brule\\??\\.${property}\\b|\\b${property}\\b[^{}]*\\} = rule\\b`),
    );
    const sources = (await bundle(name)).bytes.filter(({ path }) => /^(shared|functions)\//.test(path));
    expect(sources.length).toBeGreaterThan(5);
    for (const { path } of sources.filter((source) => !isRule(source.path))) {
      const source = readFileSync(join(projectFolder, path), 'utf8');
      for (const pattern of reads) expect(`${path}: ${pattern.exec(source)?.[0] ?? ''}`).toBe(`${path}: `);
    }
  });
});

describe('a table of data', () => {
  it('unpacks to what it was', async () => {
    const module = packedModule({ paths: [{ id: 'é', steps: [1, null] }], default: escalationPaths });
    const { paths, default: all } = await import(
      `data:text/javascript;base64,${Buffer.from(module).toString('base64')}`
    );
    expect(paths).toEqual([{ id: 'é', steps: [1, null] }]);
    expect(all).toEqual(escalationPaths);
  });

  it('holds nothing that is lost in JSON', () => {
    expect(JSON.parse(JSON.stringify(escalationPaths))).toEqual(escalationPaths);
    expect(() => packedModule({ broken: undefined })).toThrow(/JSON cannot/);
  });
});

describe('a rule is made slim', () => {
  const source = [
    "const only = [call('iam:CreateUser')];",
    'export default defineRule({',
    "  id: 'é \u{1f600}',",
    "  why: 'a }, b: {',",
    '  fix: `c`,',
    '  lookups({ id }) {',
    '    return [id];',
    '  },',
    "  title: 'kept',",
    '  evaluate: () => [],',
    '});',
    'export const examples = () => [only];',
  ].join('\n');
  const slim = async (...drop: string[]) => (await slimRule(source, new Set(drop))).replace(/\s+/g, ' ');

  it('by what it is told to leave out, wherever it stands', async () => {
    expect(await slim('why', 'lookups', 'evaluate')).toBe(
      "const only = [/* @__PURE__ */ call('iam:CreateUser')]; export default defineRule({ id: 'é \u{1f600}', fix: `c`, title: 'kept', }); export const examples = () => [only];",
    );
    // Whatever was parsed before.
    expect(await slim('id')).toContain("defineRule({ why: 'a }, b: {', fix: `c`,");
  });

  it('without losing anything else: every rule of the catalogue has what was kept', async () => {
    const { text } = await bundle('check-event');
    const lost = rules.filter(
      ({ id, title }) => !text.includes(id) || !text.includes(JSON.stringify(title).slice(1, -1)),
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
    const left = rules.filter(({ misses }) => text.includes(misses));
    expect(left.map(({ id }) => id)).toEqual([]);
  });
});
