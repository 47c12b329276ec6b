import { basename, dirname } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { eventOfExample, factsOfExample } from '../../functions/cli/rules/example-facts.ts';
import { findRuleFiles, loadRules, projectFolder } from '../../functions/cli/rules/rule-files.ts';
import { runExamples } from '../../functions/cli/rules/run-examples.ts';
import { exampleAccount } from '../../shared/events/example.ts';
import { placeholdersOf } from '../../shared/i18n/format-message.ts';
import { catalogue } from '../../shared/rules/catalogue/index.ts';
import type { Example } from '../../shared/rules/define-rule.ts';
import { type DescribedRule, sentencesOf } from '../../shared/rules/docs/described-rule.ts';
import { indexRules, type RuleIndex } from '../../shared/rules/rule-index.ts';
import { type Evaluation, type RuleMatch, runRules } from '../../shared/rules/run-rules.ts';
import { anyFacts } from './any-facts.ts';
import { mutationsOf } from './mutations.ts';
import { undoingRecords } from './undoing-records.ts';

// From disk and not from the generated index: a new rule is tested before it is registered.
const described = await loadRules();
const files = findRuleFiles();
const wholeCatalogue = indexRules(described.map(({ rule }) => rule));

const results = new Map(
  await Promise.all(described.map(async (entry) => [entry.rule.id, await runExamples(entry)] as const)),
);

/** Placeholders whose values every finding has; the others come from a match's data. */
const alwaysThere = ['actor', 'account', 'region', 'sourceIp', 'eventName', 'resource'];

const runOn = async (index: RuleIndex, example: Example): Promise<Evaluation> =>
  runRules(index, eventOfExample(example.record), await factsOfExample(index, example));

const matchesOf = async ({ rule }: DescribedRule, example: Example): Promise<readonly RuleMatch[]> =>
  (await runOn(indexRules([rule]), example)).matches;

/** The matches of each of a rule's examples. */
const matchesOfEach = (
  entry: DescribedRule,
  examples: readonly Example[] = entry.examples,
): Promise<readonly { readonly example: Example; readonly matches: readonly RuleMatch[] }[]> =>
  Promise.all(examples.map(async (example) => ({ example, matches: await matchesOf(entry, example) })));

const outcomeOf = (example: Example) => eventOfExample(example.record).outcome;

const withoutValue = (template: string, match: RuleMatch): readonly string[] =>
  placeholdersOf(template).filter((name) => !alwaysThere.includes(name) && !(name in match.match.data));

describe('the catalogue', () => {
  it('lists every rule file exactly once, under its own name and topic', () => {
    const listed = catalogue.map(({ topic, rule }) => `${topic}/${rule.id}`);
    expect(listed).toEqual(files.map(({ topic, id }) => `${topic}/${id}`));
  });

  it('has no id twice', () => {
    const ids = files.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each(files)('$path is named after its rule', ({ id, topic, path }) => {
    const rule = described.find((entry) => entry.rule.id === id);
    expect([id, topic]).toEqual([basename(path, '.ts'), basename(dirname(path))]);
    expect(rule?.topic).toBe(topic);
    expect(`${topic}/${id}`).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });

  it('reaches a bundle without its examples', async () => {
    const { outputFiles, metafile } = await build({
      absWorkingDir: projectFolder,
      entryPoints: ['shared/rules/catalogue.ts'],
      outfile: 'catalogue.mjs',
      metafile: true,
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
    });
    const bundle = outputFiles[0]?.text ?? '';
    const bytesOf = (path: string) => Object.values(metafile.outputs)[0]?.inputs[path]?.bytesInOutput;
    // A short name may also be a phrase of the rule, and one that is a call is in its trigger.
    const isOfRule = (name: string): boolean => name.length <= 20 || /^[a-z-]+:[A-Z]\w+$/.test(name);
    const names = described.flatMap(({ examples }) =>
      examples.map(({ name }) => name).filter((name) => !isOfRule(name)),
    );
    expect(names.filter((name) => bundle.includes(JSON.stringify(name)))).toEqual([]);
    expect(
      bytesOf('shared/events/example.ts') ?? 0,
      'a variable of some examples is made by a call: make it a function',
    ).toBe(0);
    expect(bundle.split('\n').filter((line) => line.includes(exampleAccount))).toEqual([]);
    expect(catalogue.filter(({ rule }) => !bundle.includes(rule.id))).toEqual([]);
  });
});

describe.each(described)('$rule.id', (entry) => {
  const { rule, examples } = entry;
  const outcome = rule.outcome ?? 'succeeded';
  const sentences = Object.entries(rule.messages).map(([key, text]) => ({ key, ...sentencesOf(text) }));

  it.each(results.get(rule.id) ?? [])('$name', ({ faults }) => {
    expect(faults).toEqual([]);
  });

  it.each(examples)('$name: the whole catalogue copes', async (example) => {
    expect((await runOn(wholeCatalogue, example)).crashes).toEqual([]);
  });

  it('has an example of each message and one that stays quiet', () => {
    const fired = new Set(examples.flatMap((example) => example.expect));
    expect([...fired].sort()).toEqual(Object.keys(rule.messages).sort());
    expect(examples.some((example) => example.expect.length === 0)).toBe(true);
  });

  it('names no example twice', () => {
    const names = examples.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  // What is said of several events does not depend on what became of the last.
  if (outcome === 'attempted' || (outcome === 'any' && !rule.history))
    it('tells an attempt from a deed', () => {
      expect(sentences.filter(({ tried }) => tried === undefined).map(({ key }) => key)).toEqual([]);
      const refused = examples.filter(
        (example) => example.expect.length > 0 && outcomeOf(example) !== 'succeeded',
      );
      expect(refused.length, 'an example of a refused call').toBeGreaterThan(0);
    });

  if (outcome === 'succeeded')
    it('says nothing of attempts that it never sees', () => {
      expect(sentences.filter(({ tried }) => tried !== undefined).map(({ key }) => key)).toEqual([]);
    });

  it('has a value for each placeholder', async () => {
    const missing = (await matchesOfEach(entry)).flatMap(({ example, matches }) =>
      matches.flatMap((match) => {
        const text = sentences.find(({ key }) => key === match.match.message);
        const succeeded = outcomeOf(example) === 'succeeded';
        const sentence = succeeded ? text?.done : (text?.tried ?? text?.done);
        const undo = succeeded ? (rule.undo?.[match.match.message] ?? '') : '';
        const names = [...withoutValue(sentence ?? '', match), ...withoutValue(undo, match)];
        return names.map((name) => `${example.name}: {${name}}`);
      }),
    );
    expect(missing).toEqual([]);
  });

  it('names its resources by ARN, and the same one each time', async () => {
    const found = await matchesOfEach(entry);
    const bad = found.flatMap(({ matches }) =>
      matches
        .map(({ match }) => match.resource)
        .filter((resource) => !/^arn:aws[\w-]*:[a-z0-9-]+:[a-z0-9-]*:(\d{12}|aws)?:.+/.test(resource)),
    );
    expect(bad).toEqual([]);
    expect(await matchesOfEach(entry)).toEqual(found);
  });

  it('works in the China partition', async () => {
    const chinese = (example: Example): Example =>
      JSON.parse(
        JSON.stringify(example).replaceAll('arn:aws:', 'arn:aws-cn:').replaceAll('us-east-1', 'cn-north-1'),
      );
    for (const { example, matches } of await matchesOfEach(entry, examples.map(chinese))) {
      const { name, expect: messages } = example;
      expect(
        matches.map(({ match }) => match.message),
        name,
      ).toEqual([...messages]);
      for (const { match } of matches) expect(match.resource, name).toMatch(/^arn:aws-cn:/);
    }
  });

  it('is written as the style asks', () => {
    expect(rule.title.length).toBeLessThanOrEqual(80);
    expect(rule.title).not.toMatch(/[.!]$/);
    expect(rule.title, 'ASCII, because it stands in the subjects of mails').toMatch(/^[\x20-\x7e]+$/);
    expect(rule.attack.filter((id) => !/^T\d{4}(\.\d{3})?$/.test(id))).toEqual([]);
    for (const text of [rule.why, rule.fix, rule.misses, rule.falsePositives])
      expect(text).toMatch(/^[A-Z"`{].*[.!)"]$/s);
  });

  it('quotes no placeholder of an undo command, because values come as shell words', () => {
    const quoted = Object.values(rule.undo ?? {}).filter((command) =>
      /(['"])[^'"]*\{[A-Za-z]+\}[^'"]*\1/.test(command ?? ''),
    );
    expect(quoted).toEqual([]);
    expect(Object.keys(rule.undo ?? {}).filter((key) => !(key in rule.messages))).toEqual([]);
  });

  it('ends if it is a condition, and only then', () => {
    expect((rule.undoneBy ?? []).length > 0).toBe(rule.kind === 'condition');
  });

  if (rule.kind === 'condition')
    it('is ended by an undoing call, which names the same resource and aspect', async () => {
      const actions = (rule.undoneBy ?? []).flatMap((undo) => undo.actions);
      const unended = (await matchesOfEach(entry))
        .filter(({ example }) => outcomeOf(example) === 'succeeded')
        .flatMap(({ example: { name, record }, matches }) => {
          const ended = actions
            .flatMap((action) => undoingRecords(record, action))
            .flatMap((undoing) => runRules(indexRules([rule]), eventOfExample(undoing)).resolutions)
            .map(({ resource, aspect }) => JSON.stringify([resource, aspect]));
          return matches
            .map(({ match }) => JSON.stringify([match.resource, match.aspect]))
            .filter((key) => !ended.includes(key))
            .map((key) => `${name}: ${key}`);
        });
      expect(unended).toEqual([]);
    });
});

describe('a record that is not as documented', () => {
  const records = described.flatMap(({ rule, examples }) =>
    examples.map((example) => ({
      title: `${rule.id}: ${example.name}`,
      record: example.record,
      index: indexRules([rule]),
      facts: anyFacts(example),
    })),
  );

  // eventName and eventSource are what makes a record; without them parseRecord refuses by design.
  const required = new Set(['eventName', 'eventSource']);

  it.each(records)('does no harm ($title)', ({ record, index, facts }) => {
    const harm = mutationsOf(record)
      .filter(({ path }) => !(path.length === 1 && required.has(path[0] ?? '')))
      .flatMap(({ path, change, mutated }) => {
        const event = eventOfExample(mutated);
        // The other rules without facts, its own also with the answers it looks for.
        return [runRules(wholeCatalogue, event), runRules(index, event, facts)].flatMap(({ crashes }) =>
          crashes.map(({ rule, error }) => `${rule.id}: ${path.join('.')} ${change}: ${String(error)}`),
        );
      });
    expect(harm).toEqual([]);
  });
});
