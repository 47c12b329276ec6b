import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../../functions/cli/rules/rule-files.ts';
import { loadCustomRules } from '../../../infra/aws/custom-rules/load-custom-rules.ts';
import { writeRuleBundle } from '../../../infra/aws/custom-rules/rule-bundle.ts';
import { readDeployment } from '../../../infra/aws/read-deployment.ts';
import { BadConfigurationError } from '../../../shared/config/deployment.ts';
import { bundleFiles } from '../../../shared/custom-rules/rule-bundle.ts';
import { call } from '../../../shared/events/example.ts';
import type { JsonObject } from '../../../shared/events/json.ts';
import { parseRecord } from '../../../shared/events/parse-event.ts';
import { indexRules } from '../../../shared/rules/rule-index.ts';
import { runRules } from '../../../shared/rules/run-rules.ts';
import { bundledRules } from '../../../shared/runtime/bundled-rules.ts';
import { readTexts, sigmaText } from '../../sigma/sigma-text.ts';
import { takenBy } from './deliver.ts';
import { resourcesOf, synthesize } from './synthesize.ts';

const folder = mkdtempSync(join(tmpdir(), 'trailwarden-custom-'));
afterAll(() => rmSync(folder, { recursive: true }));

const plain = sigmaText(
  'selection:\n  eventSource: iam.amazonaws.com\n  eventName: createuser\ncondition: selection',
);
const withRegex = sigmaText(
  'selection:\n  eventName: TagUser\n  userAgent|re|i: ^evil-\\d+$\ncondition: selection',
);
const reading = sigmaText('selection:\n  eventName: ListRareThings\ncondition: selection');

const firedBy = (rules: ReturnType<typeof bundledRules>, record: JsonObject): readonly string[] =>
  runRules(indexRules(rules), parseRecord(record, { receivedAt: '2026-03-04T05:06:07Z' })).matches.map(
    ({ rule }) => rule.id,
  );

describe('the bundle of custom rules', () => {
  const evil = call('iam:TagUser', { userAgent: 'EVIL-1' });

  it('is read by the functions, with RE2 where a rule needs it', () => {
    const rules = bundledRules(writeRuleBundle(readTexts(plain, withRegex).rules));
    expect(firedBy(rules, call('iam:CreateUser'))).toEqual(['custom:rule']);
    expect(firedBy(rules, evil)).toEqual(['custom:rule-2']);
    expect(firedBy(rules, call('iam:TagUser', { userAgent: 'evil-x' }))).toEqual([]);
  });

  it('has no RE2 where none does', () => {
    const bundle = writeRuleBundle(readTexts(plain).rules);
    expect(() => readFileSync(join(bundle, bundleFiles.engine))).toThrow('ENOENT');
    expect(firedBy(bundledRules(bundle), call('iam:CreateUser'))).toEqual(['custom:rule']);
  });

  it.each([
    ['lacks the rules', bundleFiles.rules, undefined, 'ENOENT'],
    ['lacks the engine', bundleFiles.engine, undefined, 'Cannot find module'],
    [
      'is of another version',
      bundleFiles.rules,
      '{"schema": "trailwarden.custom-rules/0"}',
      'deploy the functions and the rules together',
    ],
    ['is damaged', bundleFiles.rules, '{"sch', 'JSON'],
  ])('stops the function when it %s', (_, file, text, cause) => {
    const bundle = writeRuleBundle(readTexts(withRegex).rules);
    if (text === undefined) rmSync(join(bundle, file));
    else writeFileSync(join(bundle, file), text);
    expect(() => bundledRules(bundle)).toThrow(cause);
  });

  it('is nothing for a deployment without custom rules', () => {
    expect(bundledRules(undefined)).toEqual([]);
  });
});

describe('a deployment with custom rules', () => {
  const read = readTexts(plain, withRegex, reading);
  const { home, app } = synthesize({}, [], read);
  const functions = resourcesOf(home, 'AWS::Lambda::Function').map(
    ([, { Properties }]) =>
      Properties as unknown as { Environment: { Variables: Record<string, unknown> }; Layers?: unknown[] },
  );

  it('gives them to the functions that know rules, and to no other', () => {
    const layers = resourcesOf(home, 'AWS::Lambda::LayerVersion').map(([id]) => id);
    expect(layers).toHaveLength(1);
    const having = functions.filter(
      ({ Layers }) => JSON.stringify(Layers) === JSON.stringify([{ Ref: layers[0] }]),
    );
    expect(having.map(({ Environment }) => Environment.Variables['POWERTOOLS_SERVICE_NAME']).sort()).toEqual([
      'check-event',
      'housekeeping',
      'notify',
      'reconcile',
      'review-credentials',
    ]);
    for (const one of functions)
      expect(one.Environment.Variables['CUSTOM_RULES']).toBe(having.includes(one) ? '/opt' : undefined);
  });

  it('takes their events, in whatever case the rule writes them', () => {
    const rules = resourcesOf(home, 'AWS::Events::Rule').map(([, { Properties }]) => ({
      name: 'any',
      state: 'ENABLED' as const,
      pattern: Properties['EventPattern'] as never,
    }));
    expect(takenBy(rules, call('iam:CreateUser'))).not.toEqual([]);
    expect(takenBy(rules, call('iam:DeleteUser'))).toEqual([]);
  });

  it('says which rules see nothing in its tier', () => {
    const said = app.node.metadata.map(({ data }) => String(data));
    expect(said).toEqual([
      expect.stringContaining(
        'rule-3.yml:1: sees nothing in the tier core of this deployment: it needs read-only',
      ),
    ]);
  });
});

it('a deployment without custom rules has no layer', () => {
  const { home } = synthesize({}, []);
  expect(resourcesOf(home, 'AWS::Lambda::LayerVersion')).toEqual([]);
});

describe('the folder named in the configuration', () => {
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  it('is relative to the file', () => {
    write('trailwarden.json', '{"customRules": "mine"}');
    write('mine/rule.yml', plain);
    const { customRules } = readDeployment(join(folder, 'trailwarden.json'));
    expect(customRules).toBe(join(folder, 'mine'));
    expect(loadCustomRules(customRules).rules.map(({ id }) => id)).toEqual(['custom:rule']);
  });

  it('stops the synthesis when a rule in it is refused, or when it is none', () => {
    write('bad/rule.yml', plain.replace('eventName:', 'eventName|expand:'));
    expect(() => loadCustomRules(join(folder, 'bad'))).toThrow(BadConfigurationError);
    expect(() => loadCustomRules(join(folder, 'bad'))).toThrow(
      /rule\.yml:8: eventName\|expand: modifier "expand"/,
    );
    expect(() => loadCustomRules(join(folder, 'nowhere'))).toThrow('there is no such folder');
  });

  it('is nothing when nothing is named', () => {
    expect(loadCustomRules(undefined)).toEqual({ rules: [], notes: [] });
  });

  it('may hold the examples of the documentation', () => {
    expect(loadCustomRules(join(projectFolder, 'docs/examples/sigma')).rules).toHaveLength(2);
  });
});
