import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eventOfExample, factsOfExample } from '../../functions/cli/rules/example-facts.ts';
import { loadRules } from '../../functions/cli/rules/rule-files.ts';
import { effectsOf } from '../../shared/findings/from-evaluation.ts';
import { koreanPhrases } from '../../shared/i18n/korean/phrases.ts';
import { translatePhrase } from '../../shared/i18n/phrase.ts';
import type { Example, Rule } from '../../shared/rules/define-rule.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { runRules } from '../../shared/rules/run-rules.ts';

const phrases = { target: [['user {}', '사용자 {}']], kind: [['role', '역할']] } as const;

it.each([
  ['target', 'user alice', '사용자 alice'],
  ['target', 'user ', 'user '],
  ['target', 'alice', 'alice'],
  ['target', 'user $& {}', '사용자 $& {}'],
  ['kind', 'role', '역할'],
  // A name that is like a phrase of another placeholder stays.
  ['user', 'role', 'role'],
  ['constructor', 'role', 'role'],
])('in {%s}, %s is %s', (placeholder, value, expected) => {
  expect(translatePhrase(phrases, placeholder, value)).toBe(expected);
});

it('a name keeps every character inside a phrase', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (name) => {
      expect(translatePhrase(phrases, 'target', `user ${name}`)).toBe(`사용자 ${name}`);
    }),
  );
});

/** Placeholders whose values, with spaces or not, come from the record or from an address file. */
const names = new Set([
  ...['command', 'userAgent', 'tool', 'place', 'from', 'usedFrom', 'issuedTo', 'name', 'schedule'],
  ...['direction', 'contact', 'certificateType'],
]);
/** An autonomous system by number and name, a JSON text, or an address. */
const isRecorded = (value: string): boolean => /^AS\d|[{}"$|]|^[A-Z]/.test(value);

const isPhrase = (name: string, text: unknown): text is string =>
  typeof text === 'string' && / [a-z]{2}/.test(text) && !names.has(name) && !isRecorded(text);

/** Name and value of all that an example's findings say beside their message. */
const dataOfExample = async (rule: Rule, example: Example) => {
  const index = indexRules([rule]);
  const event = eventOfExample(example.record);
  const evaluation = runRules(index, event, await factsOfExample(index, example));
  return effectsOf(event, evaluation).occurrences.flatMap(({ data }) =>
    Object.entries(data).flatMap(([name, value]) => [value].flat().map((text) => [name, text] as const)),
  );
};

it('every phrase that rules write is there in Korean', async () => {
  const left = new Set<string>();
  for (const { rule, examples } of await loadRules())
    for (const example of examples)
      for (const [name, text] of await dataOfExample(rule, example))
        if (isPhrase(name, text) && translatePhrase(koreanPhrases, name, text) === text)
          left.add(`${rule.id}: ${name}: ${text}`);
  expect([...left]).toEqual([]);
});
