import { allows, defineCheck, denies, ofStatements } from '../define-check.ts';
import { operatorParts } from '../operator-parts.ts';
import { allow, deny, policy } from '../sample.ts';

const at = (operator: string, key: string) =>
  `/Statement/0/Condition/${operator}/${key.replaceAll('/', '~1')}`;
const when = (Condition: unknown) => policy(allow({ Condition }));
const unless = (Condition: unknown) => policy(deny({ Condition }));

/** Keys whose value, or absence, is the caller's choice. */
const callersOwn = /^aws:(useragent|referer|requesttag\/.*|tagkeys)$/i;

export const denyBypassable = defineCheck({
  id: 'deny-with-conditions-bypassable',
  severity: 'medium',
  kinds: ['identity', 'resource', 'scp'],
  title: 'A Deny that the caller can step around',
  explanation:
    'The Deny holds for values that the caller sends. Whoever leaves the key out, or sends another value, is not denied.',
  fix: 'Deny what is not as it should be: a negated operator (StringNotEquals …), so that an absent key is denied.',
  source: 'IAM Access Analyzer policy check reference; own',
  find: ofStatements((statement) =>
    denies(statement)
      ? statement.tests
          .filter(({ operator, name }) => {
            const { negated, family, known } = operatorParts(operator);
            return known && family === 'string' && !negated && callersOwn.test(name);
          })
          .map(({ place, name }) => ({
            place,
            says: `A caller who leaves ${name} out, or changes it, is not denied.`,
          }))
      : [],
  ),
  examples: [
    {
      name: 'a user agent',
      document: unless({ StringLike: { 'aws:UserAgent': '*curl*' } }),
      expect: [at('StringLike', 'aws:UserAgent')],
    },
    {
      name: 'what is not as it should be',
      document: unless({ StringNotEquals: { 'aws:RequestTag/team': 'a' } }),
      expect: [],
    },
    {
      name: 'who calls',
      document: unless({ StringEquals: { 'aws:PrincipalTag/team': 'guest' } }),
      expect: [],
    },
  ],
});

export const spoofableCondition = defineCheck({
  id: 'spoofable-condition',
  severity: 'low',
  kinds: ['identity', 'resource', 'trust'],
  title: 'Access rests on text of the caller',
  explanation: 'User agent and referer are whatever the caller writes.',
  fix: 'Use who calls (aws:PrincipalArn, aws:PrincipalOrgID) or from where (aws:SourceVpce).',
  source: 'IAM User Guide, "AWS global condition context keys: aws:UserAgent, aws:Referer"',
  find: ofStatements((statement) =>
    allows(statement) &&
    statement.tests.length > 0 &&
    statement.tests.every(({ name }) => /^aws:(useragent|referer)$/i.test(name))
      ? statement.tests.map(({ place, name }) => ({
          place,
          says: `Whoever writes ${name} as it should be gets in.`,
        }))
      : [],
  ),
  examples: [
    {
      name: 'a referer',
      document: when({ StringLike: { 'aws:Referer': 'https://www.example.com/*' } }),
      expect: [at('StringLike', 'aws:Referer')],
    },
    {
      name: 'besides who calls',
      document: when({ StringLike: { 'aws:Referer': 'x' }, StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }),
      expect: [],
    },
  ],
});

/** A key, and those of which one must stand beside it for it to mean anything. */
const pairs: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^aws:vpcsourceip$/i, /^aws:sourcevpc(e)?$/i, 'aws:SourceVpc or aws:SourceVpce'],
];

export const pairedConditionKeysMissing = defineCheck({
  id: 'paired-condition-keys-missing',
  severity: 'medium',
  kinds: ['identity', 'resource', 'trust', 'scp'],
  title: 'A condition key without the one it goes with',
  explanation:
    'A private address exists in every VPC of the world; only together with the VPC it says whose it is.',
  fix: 'Add aws:SourceVpc or aws:SourceVpce.',
  source:
    'IAM User Guide, "AWS global condition context keys: aws:VpcSourceIp"; IAM Access Analyzer, "Missing paired condition keys"',
  find: ofStatements(({ tests }) =>
    tests.flatMap(({ name, place }) =>
      pairs
        .filter(([key, partner]) => key.test(name) && !tests.some((other) => partner.test(other.name)))
        .map(([, , partner]) => ({ place, says: `${name} stands without ${partner}.` })),
    ),
  ),
  examples: [
    {
      name: 'an address alone',
      document: when({ IpAddress: { 'aws:VpcSourceIp': '10.1.0.0/16' } }),
      expect: [at('IpAddress', 'aws:VpcSourceIp')],
    },
    {
      name: 'with its VPC',
      document: when({
        IpAddress: { 'aws:VpcSourceIp': '10.1.0.0/16' },
        StringEquals: { 'aws:SourceVpc': 'vpc-1' },
      }),
      expect: [],
    },
  ],
});
