import { nearest } from '../../../text/nearest.ts';
import type { ActionCatalogue } from '../../actions/action-catalogue.ts';
import type { StepBudget } from '../../step-budget.ts';
import { defineCheck, lintKinds } from '../define-check.ts';
import { allow, policy } from '../sample.ts';

/** Right names are looked for as many times in one document. */
const mostSuggested = 8;
/** No key has a longer name but for the tag in it. */
const longestName = 80;

const prefixOf = (key: string): string => key.slice(0, Math.max(0, key.indexOf(':'))).toLowerCase();

/** Names of an identity provider's claims begin with its host; which claims it sends is not AWS's to say. */
const isProvider = (prefix: string): boolean => /[./]/.test(prefix);

const isKnown = (key: string, catalogue: ActionCatalogue): boolean =>
  isProvider(prefixOf(key)) || catalogue.isKnownKey(key);

/** What it costs to hold a key against those of its prefix. */
const costOfKey = 50;

const unknownAmong = (
  names: ReadonlySet<string>,
  catalogue: ActionCatalogue,
  steps: StepBudget,
): ReadonlySet<string> =>
  new Set(
    [...names].filter((name) => {
      steps.spend(costOfKey);
      return !isKnown(name, catalogue);
    }),
  );

const suggestion = (key: string, catalogue: ActionCatalogue): string => {
  if (key.length > longestName) return '';
  const prefix = prefixOf(key);
  const known = catalogue.isService(prefix) ? catalogue.keysOf(prefix) : catalogue.globalKeys;
  const byName = new Map([...known, ...catalogue.globalKeys].map((name) => [name.toLowerCase(), name]));
  const [best] = nearest(key.toLowerCase(), [...byName.keys()]);
  return best === undefined ? '' : `; the nearest is "${byName.get(best)}"`;
};

const at = (operator: string, key: string) =>
  `/Statement/0/Condition/${operator}/${key.replaceAll('/', '~1')}`;
const test = (operator: string, key: string, value: unknown, differs: object = {}) =>
  policy(allow({ ...differs, Condition: { [operator]: { [key]: value } } }));

export const conditionKeyUnknown = defineCheck({
  id: 'condition-key-unknown',
  severity: 'medium',
  kinds: lintKinds,
  title: 'A condition key that does not exist',
  explanation:
    'No request has such a key. An Allow then never holds, or, with a negated operator or IfExists, always does; a Deny the same.',
  fix: 'Mend the spelling: aws:… for keys of every service, else the prefix of the service.',
  source:
    'IAM User Guide, "AWS global condition context keys"; Service Authorization Reference; IAM Access Analyzer, "Invalid global condition key", "Invalid service condition key"',
  find: ({ document, context: { catalogue }, steps }) => {
    if (catalogue === undefined) return [];
    const tests = document.statements.flatMap(({ tests: all, index }) => all.map((one) => ({ one, index })));
    const unknown = unknownAmong(new Set(tests.map(({ one }) => one.name)), catalogue, steps);
    return tests
      .filter(({ one }) => unknown.has(one.name))
      .map(({ one: { name, place }, index }, count) => {
        const better = count < mostSuggested ? suggestion(name, catalogue) : '';
        return { place, statement: index, says: `There is no condition key "${name}"${better}.` };
      });
  },
  examples: [
    {
      name: 'a global one, misspelt',
      document: test('StringEquals', 'aws:PrincipalOrgId2', 'o-1'),
      expect: [at('StringEquals', 'aws:PrincipalOrgId2')],
    },
    {
      name: 'one of a service, misspelt',
      document: test('StringEquals', 'iam:PassToService', 'ec2.amazonaws.com', { Action: 'iam:PassRole' }),
      expect: [at('StringEquals', 'iam:PassToService')],
    },
    {
      name: 'no prefix',
      document: test('StringEquals', 'ExternalId', 'x', { Action: 'sts:AssumeRole' }),
      expect: [at('StringEquals', 'ExternalId')],
    },
    { name: 'a tag', document: test('StringEquals', 'aws:PrincipalTag/team', 'a'), expect: [] },
    { name: 'in another case', document: test('StringEquals', 'AWS:principalorgid', 'o-1'), expect: [] },
    {
      name: 'a claim of an identity provider',
      document: test(
        'StringEquals',
        'token.actions.githubusercontent.com:sub',
        'repo:o/r:ref:refs/heads/main',
      ),
      expect: [],
    },
  ],
});
