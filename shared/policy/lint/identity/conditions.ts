import type { ConditionTest, DocumentStatement } from '../../policy-document.ts';
import { allows, defineCheck, denies, ofStatements } from '../define-check.ts';
import { operatorParts } from '../operator-parts.ts';
import { allow, deny, policy } from '../sample.ts';

const source =
  'IAM User Guide, "IAM JSON policy elements: Condition"; "Single-valued vs. multivalued context keys"';
const at = (operator: string, key: string) =>
  `/Statement/0/Condition/${operator}/${key.replaceAll('/', '~1')}`;
const when = (Condition: unknown) => policy(allow({ Condition }));
const unless = (Condition: unknown) => policy(deny({ Condition }));

/** Keys that hold several values ("AWS global condition context keys", IAM User Guide, "Value type: Multivalued"). */
const multivalued =
  /^(aws:(tagkeys|principalorgpaths|principalservicenameslist|calledvia|sourceorgpaths|resourceorgpaths)|.*:amr|dynamodb:attributes|dynamodb:leadingkeys|ec2:.*list|sts:transitivetagkeys|saml:edupersonorgdn|route53:changeresourcerecordsets.*|s3:requestobjecttagkeys)$/i;

/** Whether something in the statement makes sure that a key is there. */
const isPresent = ({ tests }: DocumentStatement, key: string): boolean =>
  tests.some(
    ({ operator, name, entries }) =>
      name.toLowerCase() === key.toLowerCase() &&
      operatorParts(operator).family === 'null' &&
      entries.every(({ text }) => text.toLowerCase() === 'false'),
  );

const isMfa = ({ name }: ConditionTest): boolean => name.toLowerCase() === 'aws:multifactorauthpresent';

export const mfaConditionBad = defineCheck({
  id: 'mfa-condition-bad',
  severity: 'medium',
  kinds: ['identity', 'resource', 'trust', 'scp'],
  title: 'A test for MFA that long-term keys pass',
  explanation:
    'aws:MultiFactorAuthPresent is absent from calls with access keys. Bool "false" in a Deny then denies nothing, and in an Allow it allows those without MFA.',
  fix: 'In a Deny write BoolIfExists "false"; in an Allow write Bool "true".',
  source: 'IAM User Guide, "AWS global condition context keys: aws:MultiFactorAuthPresent"; parliament',
  find: ofStatements((statement) =>
    statement.tests
      .filter((test) => isMfa(test) && operatorParts(test.operator).base === 'bool')
      .flatMap(({ operator, place, entries }) => {
        const { ifExists } = operatorParts(operator);
        const asksFalse = entries.some(({ text }) => text.toLowerCase() === 'false');
        if (allows(statement) && asksFalse) return [{ place, says: 'Callers without MFA are allowed.' }];
        if (allows(statement) && ifExists)
          return [{ place, says: 'Calls with access keys pass: the key is absent from them.' }];
        return denies(statement) && asksFalse && !ifExists
          ? [{ place, says: 'Calls with access keys are not denied: the key is absent from them.' }]
          : [];
      }),
  ),
  examples: [
    {
      name: 'a Deny without IfExists',
      document: unless({ Bool: { 'aws:MultiFactorAuthPresent': 'false' } }),
      expect: [at('Bool', 'aws:MultiFactorAuthPresent')],
    },
    {
      name: 'an Allow for those without',
      document: when({ Bool: { 'aws:MultiFactorAuthPresent': 'false' } }),
      expect: [at('Bool', 'aws:MultiFactorAuthPresent')],
    },
    {
      name: 'an Allow that passes without the key',
      document: when({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }),
      expect: [at('BoolIfExists', 'aws:MultiFactorAuthPresent')],
    },
    {
      name: 'a Deny with IfExists',
      document: unless({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }),
      expect: [],
    },
    {
      name: 'an Allow for those with',
      document: when({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
      expect: [],
    },
  ],
});

export const forAllValuesSingleValued = defineCheck({
  id: 'for-all-values-single-valued',
  severity: 'high',
  kinds: ['identity', 'resource', 'trust', 'scp'],
  title: 'ForAllValues that is true without any value',
  explanation:
    'ForAllValues holds when the key is absent. On a key with one value it is never needed; in an Allow it lets in whoever leaves the key out.',
  fix: 'Drop ForAllValues on keys with one value; on others add Null "false" for the key.',
  source,
  find: ofStatements((statement) =>
    statement.tests
      .filter(({ operator }) => operatorParts(operator).set === 'all')
      .flatMap(({ name, place }) => {
        if (!multivalued.test(name))
          return [{ place, says: `${name} has one value, so ForAllValues only lets through what has none.` }];
        return allows(statement) && !isPresent(statement, name)
          ? [{ place, says: `Calls without ${name} are allowed.` }]
          : [];
      }),
  ),
  examples: [
    {
      name: 'a key with one value',
      document: when({ 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-1' } }),
      expect: [at('ForAllValues:StringEquals', 'aws:PrincipalOrgID')],
    },
    {
      name: 'tags without Null',
      document: when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } }),
      expect: [at('ForAllValues:StringEquals', 'aws:TagKeys')],
    },
    {
      name: 'tags with Null',
      document: when({
        'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] },
        Null: { 'aws:TagKeys': 'false' },
      }),
      expect: [],
    },
    {
      name: 'for any value',
      document: when({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['team'] } }),
      expect: [],
    },
  ],
});

/** Present in every call, so that IfExists and negation leave no gap. */
const alwaysPresent =
  /^aws:(currenttime|epochtime|securetransport|principalarn|principalaccount|principaltype|userid|requestedregion|viaawsservice|principalisawsservice)$/i;

/** The only tests of an Allow are all of a kind that an absent key passes. */
const restsOn = (statement: DocumentStatement, kind: (test: ConditionTest) => boolean): boolean =>
  allows(statement) &&
  statement.tests.length > 0 &&
  statement.tests.every((test) => kind(test) && !alwaysPresent.test(test.name));

export const ifExistsOnAllow = defineCheck({
  id: 'if-exists-on-allow',
  severity: 'medium',
  kinds: ['identity', 'resource', 'trust'],
  title: 'An Allow whose only guard may be absent',
  explanation: '…IfExists passes when the key is not there, which the caller often decides.',
  fix: 'Drop IfExists, or add a test that must hold.',
  source,
  find: ofStatements((statement) =>
    restsOn(statement, ({ operator }) => operatorParts(operator).ifExists)
      ? statement.tests.map(({ place, name }) => ({ place, says: `Calls without ${name} are allowed.` }))
      : [],
  ),
  examples: [
    {
      name: 'only that',
      document: when({ StringEqualsIfExists: { 'aws:PrincipalTag/team': 'a' } }),
      expect: [at('StringEqualsIfExists', 'aws:PrincipalTag/team')],
    },
    {
      name: 'with another test',
      document: when({
        StringEqualsIfExists: { 'aws:PrincipalTag/team': 'a' },
        StringEquals: { 'aws:PrincipalOrgID': 'o-1' },
      }),
      expect: [],
    },
    {
      name: 'in a Deny',
      document: unless({ StringNotEqualsIfExists: { 'aws:PrincipalTag/team': 'a' } }),
      expect: [],
    },
    {
      name: 'of a key that is always there',
      document: when({ StringEqualsIfExists: { 'aws:RequestedRegion': 'eu-west-1' } }),
      expect: [],
    },
  ],
});

export const negatedOperatorOnAllow = defineCheck({
  id: 'negated-operator-on-allow',
  severity: 'medium',
  kinds: ['identity', 'resource', 'trust'],
  title: 'An Allow guarded by "not" only',
  explanation: 'A negated operator holds when the key is absent, and for every value nobody thought of.',
  fix: 'Say which values are allowed, or add Null "false" for the key.',
  source,
  find: ofStatements((statement) =>
    restsOn(statement, ({ operator, name }) => operatorParts(operator).negated && !isPresent(statement, name))
      ? statement.tests.map(({ place, name }) => ({
          place,
          says: `Calls without ${name}, or with any other value, are allowed.`,
        }))
      : [],
  ),
  examples: [
    {
      name: 'only that',
      document: when({ StringNotEquals: { 'aws:PrincipalTag/team': 'guest' } }),
      expect: [at('StringNotEquals', 'aws:PrincipalTag/team')],
    },
    { name: 'a Deny', document: unless({ StringNotEquals: { 'aws:PrincipalTag/team': 'a' } }), expect: [] },
    {
      name: 'with a test that must hold',
      document: when({
        StringNotEquals: { 'aws:PrincipalTag/team': 'guest' },
        StringEquals: { 'aws:PrincipalOrgID': 'o-1' },
      }),
      expect: [],
    },
  ],
});
