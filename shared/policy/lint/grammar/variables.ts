import type { DocumentStatement, Entry } from '../../policy-document.ts';
import { defineCheck, type LintHit, lintKinds, ofStatements } from '../define-check.ts';
import { operatorParts } from '../operator-parts.ts';
import { allow, policy } from '../sample.ts';

const source = 'IAM User Guide, "IAM policy elements: Variables and tags"';

const wellFormed = /^(\*|\?|\$|[^\s,{}'$]+(,\s*'[^']*')?)$/;

/** What is wrong with the variables of a text; the first. */
const variableFault = (text: string): string | undefined => {
  for (let open = text.indexOf('${'); open >= 0; open = text.indexOf('${', open + 2)) {
    const close = text.indexOf('}', open);
    if (close < 0) return 'holds a variable without its brace';
    const inner = text.slice(open + 2, close);
    if (inner === '') return 'holds an empty variable';
    if (!wellFormed.test(inner)) return `holds a variable that cannot be read: \${${inner}}`;
  }
  return undefined;
};

const malformed = (entries: readonly Entry[]): readonly LintHit[] =>
  entries.flatMap(({ text, place }) => {
    const fault = variableFault(text);
    return fault === undefined ? [] : [{ place, says: `"${text}" ${fault}.` }];
  });

export const variableMalformed = defineCheck({
  id: 'variable-malformed',
  severity: 'medium',
  kinds: lintKinds,
  title: 'A policy variable that cannot be read',
  explanation:
    'It is plain text, or stands for nothing, so the statement matches other resources than meant, mostly none.',
  fix: "Write ${key} or ${key, 'default'}.",
  source,
  find: ofStatements(({ resources, tests }) => [
    ...malformed(resources?.entries ?? []),
    ...tests.flatMap(({ entries }) => malformed(entries)),
  ]),
  examples: [
    {
      name: 'no brace',
      document: policy(allow({ Resource: 'arn:aws:s3:::b/${aws:username/*' })),
      expect: ['/Statement/0/Resource'],
    },
    {
      name: 'empty',
      document: policy(allow({ Resource: 'arn:aws:s3:::b/${}/*' })),
      expect: ['/Statement/0/Resource'],
    },
    {
      name: 'a blank',
      document: policy(allow({ Resource: 'arn:aws:s3:::b/${aws:user name}/*' })),
      expect: ['/Statement/0/Resource'],
    },
    {
      name: 'a default',
      document: policy(allow({ Resource: "arn:aws:s3:::b/${aws:PrincipalTag/team, 'none'}/*" })),
      expect: [],
    },
  ],
});

// The key in a variable may hold colons of its own.
const hasVariableInField = (arn: string): boolean =>
  arn
    .replaceAll(/\$\{[^}]*\}/g, '${}')
    .split(':')
    .slice(0, 5)
    .some((field) => field.includes('${'));

const unsupported = ({ actions, principals, resources, tests }: DocumentStatement): readonly LintHit[] => {
  const inElements = [...(actions?.entries ?? []), ...(principals?.entries ?? [])]
    .filter(({ text }) => text.includes('${'))
    .map(({ place, text }) => ({ place, says: `"${text}": variables mean nothing in this element.` }));
  const inFields = (resources?.entries ?? [])
    .filter(({ text }) => text.startsWith('arn:') && hasVariableInField(text))
    .map(({ place, text }) => ({
      place,
      says: `"${text}": a variable means something in the last part of an ARN only.`,
    }));
  const inValues = tests
    .filter(({ operator }) => !['string', 'arn', 'bool'].includes(operatorParts(operator).family))
    .flatMap(({ operator, entries }) =>
      entries
        .filter(({ text }) => text.includes('${'))
        .map(({ place, text }) => ({ place, says: `"${text}": ${operator} takes no variables.` })),
    );
  return [...inElements, ...inFields, ...inValues];
};

export const variableUnsupported = defineCheck({
  id: 'variable-unsupported',
  severity: 'medium',
  kinds: lintKinds,
  title: 'A policy variable where none is replaced',
  explanation:
    'Variables are replaced in the last part of an ARN and in the values of String, Arn and Bool operators. Elsewhere they are plain text.',
  fix: 'Write the value out, or move the test to one of these places.',
  source,
  find: ofStatements(unsupported),
  examples: [
    {
      name: 'in an action',
      document: policy(allow({ Action: 's3:${aws:PrincipalTag/verb}' })),
      expect: ['/Statement/0/Action'],
    },
    {
      name: 'as the account',
      document: policy(allow({ Resource: 'arn:aws:iam::${aws:PrincipalAccount}:role/x' })),
      expect: ['/Statement/0/Resource'],
    },
    {
      name: 'as a number',
      document: policy(allow({ Condition: { NumericEquals: { 's3:max-keys': '${aws:PrincipalTag/n}' } } })),
      expect: ['/Statement/0/Condition/NumericEquals/s3:max-keys'],
    },
    {
      name: 'in the last part',
      document: policy(allow({ Resource: 'arn:aws:s3:::b/${aws:username}' })),
      expect: [],
    },
  ],
});
