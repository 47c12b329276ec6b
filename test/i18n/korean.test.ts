import { describe, expect, it } from 'vitest';
import { placeholdersOf } from '../../shared/i18n/format-message.ts';
import { koreanChecks } from '../../shared/i18n/korean/checks/index.ts';
import { korean } from '../../shared/i18n/korean/labels.ts';
import { isParticlePair } from '../../shared/i18n/korean/particle.ts';
import { koreanRules } from '../../shared/i18n/korean/rules/index.ts';
import { english } from '../../shared/i18n/labels.ts';
import { checks } from '../../shared/review/checks/index.ts';
import { rules as catalogued, ownRules } from '../../shared/rules/catalogue.ts';

const rules = [...catalogued, ...ownRules];

/** A text by its path in an object, e.g. `messages.attached.done`. */
const textsOf = (value: unknown, path = ''): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsOf(inner, path === '' ? key : `${path}.${key}`),
  );
};

const sorted = (names: readonly string[]): string => names.toSorted().join(' ');

/** Which placeholders each text has, by its path. */
const shapeOf = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(textsOf(value).map(([path, text]) => [path, sorted(placeholdersOf(text))]));

const pairsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\w+\|([^}]*)\}/g)].map((match) => match[1] as string);

const hangul = /\p{Script=Hangul}/u;

/** What is wrong with a text whoever wrote it. */
const faultsOf = (texts: readonly (readonly [string, string])[]): readonly string[] =>
  texts.flatMap(([path, text]) => [
    ...(hangul.test(text) ? [] : [`${path} is not Korean: ${text}`]),
    ...(text === text.trim() && text !== '' ? [] : [`${path} has space around it`]),
    ...pairsIn(text)
      .filter((pair) => !isParticlePair(pair))
      .map((pair) => `${path}: no pair of particles: ${pair}`),
  ]);

const ruleShape = (id: string) => {
  const rule = rules.find((one) => one.id === id);
  return rule && shapeOf({ title: rule.title, why: rule.why, fix: rule.fix, messages: rule.messages });
};

const checkShape = (id: string) => {
  const check = checks.find((one) => one.id === id);
  const messages = check && Object.assign({}, ...Object.values(check.messages));
  return check && shapeOf({ title: check.title, why: check.why, fix: check.fix, messages });
};

describe.each([...koreanRules])('the rule %s in Korean', (id, translation) => {
  it('has the messages and placeholders of the rule', () => {
    expect(shapeOf(translation)).toEqual(ruleShape(id));
  });

  it('is Korean', () => {
    expect(faultsOf(textsOf(translation))).toEqual([]);
    expect(translation.title.length).toBeLessThanOrEqual(80);
  });
});

describe.each([...koreanChecks])('the check %s in Korean', (id, translation) => {
  it('has the messages and placeholders of the check', () => {
    expect(shapeOf(translation)).toEqual(checkShape(id));
  });

  it('is Korean', () => {
    expect(faultsOf(textsOf(translation))).toEqual([]);
    expect(translation.title.length).toBeLessThanOrEqual(80);
  });
});

it('every rule and every check is there in Korean', () => {
  expect(rules.filter(({ id }) => !koreanRules.has(id)).map(({ id }) => id)).toEqual([]);
  expect(checks.filter(({ id }) => !koreanChecks.has(id)).map(({ id }) => id)).toEqual([]);
});

it('the fixed words have the same placeholders', () => {
  expect(shapeOf(korean)).toEqual(shapeOf(english));
});
