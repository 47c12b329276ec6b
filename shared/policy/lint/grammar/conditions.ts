import ipaddr from 'ipaddr.js';
import type { ConditionTest } from '../../policy-document.ts';
import { defineCheck, type LintHit, lintKinds, ofStatements } from '../define-check.ts';
import { operatorParts } from '../operator-parts.ts';
import { allow, policy } from '../sample.ts';

const source = 'IAM User Guide, "IAM JSON policy elements: Condition operators"';

const overTests = (find: (test: ConditionTest) => readonly LintHit[]) =>
  ofStatements(({ tests }) => tests.flatMap(find));

const test = (operator: string, key: string, value: unknown) =>
  policy(allow({ Condition: { [operator]: { [key]: value } } }));
const at = (operator: string, key?: string) =>
  `/Statement/0/Condition/${operator}${key === undefined ? '' : `/${key.replaceAll('/', '~1')}`}`;

export const conditionOperatorUnknown = defineCheck({
  id: 'condition-operator-unknown',
  severity: 'medium',
  kinds: lintKinds,
  title: 'A condition operator that does not exist',
  explanation: 'IAM refuses the document; what the condition was meant to limit is not limited.',
  fix: 'Mend the spelling, e.g. StringEquals, ArnLike, IpAddress.',
  source,
  find: overTests(({ operator, operatorPlace }) =>
    operatorParts(operator).known
      ? []
      : [{ place: operatorPlace, says: `There is no operator "${operator}".` }],
  ),
  examples: [
    {
      name: 'misspelt',
      document: test('StringEqual', 'aws:PrincipalOrgID', 'o-1'),
      expect: [at('StringEqual')],
    },
    {
      name: 'a wrong prefix',
      document: test('ForSomeValues:StringEquals', 'aws:TagKeys', 'a'),
      expect: [at('ForSomeValues:StringEquals')],
    },
    {
      name: 'all its parts',
      document: test('ForAnyValue:StringLikeIfExists', 'aws:TagKeys', 'a'),
      expect: [],
    },
    { name: 'in any case', document: test('stringequals', 'aws:PrincipalOrgID', 'o-1'), expect: [] },
  ],
});

const isTruth = (text: string): boolean => /^(true|false)$/i.test(text);
const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
// ISO 8601 as W3C writes it, or epoch seconds.
const isDate = (text: string): boolean =>
  /^\d+$/.test(text) || (/^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text)));
const isRange = (text: string): boolean => ipaddr.isValidCIDR(text) || ipaddr.isValid(text);
const isArnPattern = (text: string): boolean => /^\*+$/.test(text) || text.split(':').length >= 6;

const valueForms: Readonly<
  Record<string, { readonly is: (text: string) => boolean; readonly what: string }>
> = {
  numeric: { is: isNumber, what: 'number' },
  date: { is: isDate, what: 'date (ISO 8601 or epoch seconds)' },
  bool: { is: isTruth, what: '"true" or "false"' },
  null: { is: isTruth, what: '"true" or "false"' },
  ip: { is: isRange, what: 'address or network' },
  arn: { is: isArnPattern, what: 'ARN' },
};

/** Global keys of a type of their own ("AWS global condition context keys", IAM User Guide). */
const keyFamilies: Readonly<Record<string, string>> = {
  'aws:sourceip': 'ip',
  'aws:vpcsourceip': 'ip',
  'aws:multifactorauthpresent': 'bool',
  'aws:securetransport': 'bool',
  'aws:viaawsservice': 'bool',
  'aws:principalisawsservice': 'bool',
  'aws:multifactorauthage': 'numeric',
  'aws:currenttime': 'date',
  'aws:tokenissuetime': 'date',
  'aws:epochtime': 'date',
};

const mismatch = ({ operator, name, place, entries }: ConditionTest): readonly LintHit[] => {
  const { family, known } = operatorParts(operator);
  if (!known) return [];
  const wanted = keyFamilies[name.toLowerCase()];
  if (
    wanted !== undefined &&
    family !== 'null' &&
    family !== wanted &&
    !(wanted === 'date' && family === 'numeric')
  )
    return [{ place, says: `${name} is compared with ${operator}, which is not of its type.` }];
  const form = valueForms[family];
  if (form === undefined) return [];
  const wrong = entries.filter(({ text }) => !text.includes('${') && !form.is(text));
  const tooMany = family === 'bool' && entries.length > 1;
  return [
    ...wrong.map((entry) => ({ place: entry.place, says: `"${entry.text}" is no ${form.what}.` })),
    ...(tooMany ? [{ place, says: `${operator} with both values is always true.` }] : []),
  ];
};

export const conditionTypeMismatch = defineCheck({
  id: 'condition-type-mismatch',
  severity: 'low',
  kinds: lintKinds,
  title: 'A value or key that does not fit its operator',
  explanation: 'Such a test never matches; with a negated operator it always does.',
  fix: 'Use the operator of the type of the key, and write the value in its form.',
  source,
  find: overTests(mismatch),
  examples: [
    {
      name: 'no network',
      document: test('IpAddress', 'aws:SourceIp', '10.0.0.0/33'),
      expect: [at('IpAddress', 'aws:SourceIp')],
    },
    {
      name: 'a network as text',
      document: test('StringEquals', 'aws:SourceIp', '203.0.113.0/24'),
      expect: [at('StringEquals', 'aws:SourceIp')],
    },
    {
      name: 'no truth',
      document: test('Bool', 'aws:SecureTransport', 'yes'),
      expect: [at('Bool', 'aws:SecureTransport')],
    },
    {
      name: 'both truths',
      document: test('Bool', 'aws:SecureTransport', ['true', 'false']),
      expect: [at('Bool', 'aws:SecureTransport')],
    },
    { name: 'a date', document: test('DateLessThan', 'aws:CurrentTime', '2026-11-02T00:00:00Z'), expect: [] },
    {
      name: 'no date',
      document: test('DateLessThan', 'aws:CurrentTime', 'tomorrow'),
      expect: [at('DateLessThan', 'aws:CurrentTime')],
    },
    { name: 'a boolean of JSON', document: test('Bool', 'aws:SecureTransport', true), expect: [] },
    {
      name: 'a variable',
      document: test('ArnEquals', 'aws:SourceArn', '${aws:PrincipalTag/arn}'),
      expect: [],
    },
  ],
});

export const wildcardWithoutLike = defineCheck({
  id: 'wildcard-without-like',
  severity: 'medium',
  kinds: lintKinds,
  title: 'A wildcard that is compared as plain text',
  explanation:
    'StringEquals takes "*" and "?" as they are. The test never matches, or, negated, always does.',
  fix: 'Use StringLike (StringNotLike), or write the value out.',
  source: 'IAM Access Analyzer policy check reference, "Using wildcard without like operator"',
  find: overTests(({ operator, entries }) => {
    const { base } = operatorParts(operator);
    return /^string(not)?equals(ignorecase)?$/.test(base)
      ? entries
          .filter(({ text }) => /[*?]/.test(text.replaceAll(/\$\{[^}]*\}/g, '')))
          .map(({ place, text }) => ({ place, says: `"${text}" is plain text to ${operator}.` }))
      : [];
  }),
  examples: [
    {
      name: 'a wildcard',
      document: test('StringEquals', 'aws:PrincipalTag/team', 'sec*'),
      expect: [at('StringEquals', 'aws:PrincipalTag/team')],
    },
    { name: 'with like', document: test('StringLike', 'aws:PrincipalTag/team', 'sec*'), expect: [] },
    { name: 'a star that is meant', document: test('StringEquals', 's3:prefix', 'a${*}b'), expect: [] },
  ],
});

export const nullWithIfExists = defineCheck({
  id: 'null-with-if-exists',
  severity: 'low',
  kinds: lintKinds,
  title: 'Null with IfExists or a set prefix',
  explanation:
    'Null asks whether the key is there; IfExists answers that question away, and a set prefix changes nothing.',
  fix: 'Write Null alone.',
  source,
  find: overTests(({ operator, operatorPlace }) => {
    const lower = operator.toLowerCase();
    return lower === 'nullifexists' || /^for(any|all)values?:null/.test(lower)
      ? [{ place: operatorPlace, says: `"${operator}" is Null with something that makes no sense for it.` }]
      : [];
  }),
  examples: [
    {
      name: 'IfExists',
      document: test('NullIfExists', 'aws:TokenIssueTime', 'true'),
      expect: [at('NullIfExists')],
    },
    {
      name: 'a set',
      document: test('ForAllValues:Null', 'aws:TagKeys', 'false'),
      expect: [at('ForAllValues:Null')],
    },
    { name: 'alone', document: test('Null', 'aws:TokenIssueTime', 'true'), expect: [] },
  ],
});

const isPrivate = (text: string): boolean => {
  const [address = ''] = text.split('/');
  if (!ipaddr.isValid(address)) return false;
  return ['private', 'uniqueLocal', 'loopback', 'linkLocal', 'carrierGradeNat'].includes(
    ipaddr.parse(address).range(),
  );
};

export const privateIpInCondition = defineCheck({
  id: 'private-ip-in-condition',
  severity: 'low',
  kinds: lintKinds,
  title: 'aws:SourceIp with a private address',
  explanation:
    'aws:SourceIp is the public address of the caller. A call through a VPC endpoint has none, so this test never matches.',
  fix: 'Use aws:VpcSourceIp together with aws:SourceVpc or aws:SourceVpce.',
  source: 'IAM Access Analyzer policy check reference, "Private IP address"',
  find: overTests(({ name, entries }) =>
    name.toLowerCase() === 'aws:sourceip'
      ? entries
          .filter(({ text }) => isPrivate(text))
          .map(({ place, text }) => ({ place, says: `${text} is private.` }))
      : [],
  ),
  examples: [
    {
      name: 'private',
      document: test('IpAddress', 'aws:SourceIp', ['10.1.0.0/16']),
      expect: [`${at('IpAddress', 'aws:SourceIp')}/0`],
    },
    { name: 'public', document: test('IpAddress', 'aws:SourceIp', '203.0.113.0/24'), expect: [] },
    { name: 'of the VPC', document: test('IpAddress', 'aws:VpcSourceIp', '10.1.0.0/16'), expect: [] },
  ],
});
