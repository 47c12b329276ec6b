import { matchesPattern } from '../../match-pattern.ts';
import type { DocumentStatement, Entry } from '../../policy-document.ts';
import { defineCheck, type LintHit, lintKinds, ofStatements } from '../define-check.ts';
import { allow, deny, policy } from '../sample.ts';

const isActionForm = (text: string): boolean => /^\*+$/.test(text) || /^[^:\s,]+:[^:\s,]+$/.test(text);

export const actionInvalidCharacters = defineCheck({
  id: 'action-invalid-characters',
  severity: 'low',
  kinds: lintKinds,
  title: 'An action that can never match',
  explanation:
    'An action is SERVICE:NAME with one colon, no blank and no comma. Anything else matches nothing; in NotAction it makes the statement match more.',
  fix: 'Write each action as an entry of its own, e.g. ["s3:GetObject", "s3:PutObject"].',
  source: 'IAM User Guide, "IAM JSON policy elements: Action"',
  find: ofStatements(({ actions, effect }) =>
    (actions?.entries ?? [])
      .filter(({ text }) => !isActionForm(text))
      .map(({ place, text }) => ({
        place,
        says: `"${text}" is no action.`,
        // The guard is void, or the exception is.
        ...(actions?.except || effect?.text === 'Deny' ? { severity: 'medium' as const } : {}),
      })),
  ),
  examples: [
    {
      name: 'two in one text',
      document: policy(allow({ Action: 's3:GetObject, s3:PutObject' })),
      expect: ['/Statement/0/Action'],
      severity: 'low',
    },
    {
      name: 'in a Deny',
      document: policy(deny({ Action: ['iam Delete*'] })),
      expect: ['/Statement/0/Action/0'],
      severity: 'medium',
    },
    { name: 'no service', document: policy(allow({ Action: 'GetObject' })), expect: ['/Statement/0/Action'] },
    { name: 'everything', document: policy(allow({ Action: '*' })), expect: [] },
    { name: 'wildcards', document: policy(allow({ Action: 's3:Get*' })), expect: [] },
  ],
});

const partitions = /^(aws|aws-cn|aws-us-gov|aws-iso|aws-iso-b|aws-iso-e|aws-iso-f|aws-eusc)$/;
const wild = /[*?]|\$\{/;

/** What is wrong with the fields of an ARN pattern; the first. */
const arnFault = (text: string): string | undefined => {
  const [prefix = '', partition = '', service = '', region = '', account = '', ...resource] = text.split(':');
  if (prefix !== 'arn') return 'does not begin with "arn:"';
  if (resource.length === 0) return 'has fewer than six parts, so it matches by AWS filling in the rest';
  if (!wild.test(partition) && !partitions.test(partition)) return `names no partition ("${partition}")`;
  if (wild.test(service)) return 'has a wildcard where the service belongs, which is not honoured reliably';
  if (!/^[a-z0-9-]+$/.test(service)) return `names no service ("${service}")`;
  if (region !== '' && !wild.test(region) && !/^[a-z]{2}(-[a-z]+)+-\d+$/.test(region))
    return `names no Region ("${region}")`;
  if (account !== '' && !wild.test(account) && account !== 'aws' && !/^\d{12}$/.test(account))
    return `names no account ("${account}")`;
  return undefined;
};

export const resourceArnInvalid = defineCheck({
  id: 'resource-arn-invalid',
  severity: 'medium',
  kinds: ['identity', 'resource', 'scp'],
  title: 'A resource that is no ARN',
  explanation: 'It matches nothing, or more than it seems to; in NotResource or a Deny that leaves a hole.',
  fix: 'Write arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE; leave Region and account empty where the service has none.',
  source: 'AWS General Reference, "Amazon Resource Names (ARNs)"; IAM User Guide, "Resource"',
  find: ofStatements(({ resources }) =>
    (resources?.entries ?? []).flatMap(({ text, place }): readonly LintHit[] => {
      // A resource policy may name parts of its resource without ARN only in services that say so; "*" and text of variables stand for any.
      if (/^\*+$/.test(text) || text.startsWith('${')) return [];
      const fault = arnFault(text);
      return fault === undefined ? [] : [{ place, says: `"${text}" ${fault}.` }];
    }),
  ),
  examples: [
    { name: 'a name', document: policy(allow({ Resource: 'reports' })), expect: ['/Statement/0/Resource'] },
    {
      name: 'a wrong partition',
      document: policy(allow({ Resource: 'arn:amazon:s3:::b' })),
      expect: ['/Statement/0/Resource'],
    },
    {
      name: 'a wildcard for the service',
      document: policy(allow({ Resource: 'arn:aws:*:::b/x' })),
      expect: ['/Statement/0/Resource'],
    },
    {
      name: 'a short account',
      document: policy(allow({ Resource: 'arn:aws:iam::1234:user/a' })),
      expect: ['/Statement/0/Resource'],
    },
    {
      name: 'too few parts',
      document: policy(allow({ Resource: 'arn:aws:sqs' })),
      expect: ['/Statement/0/Resource'],
    },
    { name: 'any', document: policy(allow({ Resource: '*' })), expect: [] },
    {
      name: 'wildcards and variables',
      document: policy(allow({ Resource: ['arn:aws:iam::*:user/${aws:username}', 'arn:*:s3:::b*'] })),
      expect: [],
    },
  ],
});

/** Entries of a list that another entry of it covers. */
const covered = (entries: readonly Entry[], fold: (text: string) => string): readonly LintHit[] =>
  entries.flatMap(({ text, place }, index) => {
    const by = entries.find(
      (other, at) =>
        at !== index &&
        matchesPattern(fold(other.text), fold(text)) &&
        // Of two that cover each other, which are equal, the first stays.
        (fold(other.text) !== fold(text) || at < index),
    );
    return by === undefined ? [] : [{ place, says: `"${text}" is covered by "${by.text}".` }];
  });

// The comparison is of each with each.
const mostCompared = 200;

const redundancies = ({ actions, resources }: DocumentStatement): readonly LintHit[] => [
  ...covered((actions?.entries ?? []).slice(0, mostCompared), (text) => text.toLowerCase()),
  ...covered((resources?.entries ?? []).slice(0, mostCompared), (text) => text),
];

export const redundantEntry = defineCheck({
  id: 'redundant-entry',
  severity: 'info',
  kinds: lintKinds,
  title: 'An entry that another one covers',
  explanation: 'It changes nothing, and hides how wide the other one is.',
  fix: 'Take out the narrow entry, or the wide one if the narrow one was meant.',
  source: 'IAM Access Analyzer policy check reference, "Redundant action", "Redundant resource"',
  find: ofStatements(redundancies),
  examples: [
    {
      name: 'an action',
      document: policy(allow({ Action: ['s3:Get*', 's3:getobject'] })),
      expect: ['/Statement/0/Action/1'],
    },
    {
      name: 'the same twice',
      document: policy(allow({ Resource: ['*', '*'] })),
      expect: ['/Statement/0/Resource/1'],
    },
    {
      name: 'two that differ',
      document: policy(allow({ Action: ['s3:GetObject', 's3:PutObject'] })),
      expect: [],
    },
  ],
});

/** Characters without white space, by where the document is (IAM and AWS STS quotas; Organizations quotas). */
const quotas = {
  managed: 6144,
  // A user's inline policies share 2,048, a group's 5,120, a role's 10,240: only the largest is certainly too much.
  inline: 10_240,
  trust: 4096,
  scp: 5120,
} as const;

export const sizeOverQuota = defineCheck({
  id: 'size-over-quota',
  severity: 'low',
  kinds: ['identity', 'trust', 'scp'],
  title: 'Larger than the quota',
  explanation: 'AWS refuses it, white space not counted, so it is not the document in force.',
  fix: 'Split it, or say the same with fewer entries.',
  source: 'IAM User Guide, "IAM and AWS STS quotas"; AWS Organizations User Guide, "Quotas"',
  find: ({ kind, document, context }) => {
    const { root, text } = document;
    if (root === undefined || text === '') return [];
    const size = text.replaceAll(/\s/g, '').length;
    const quota =
      kind === 'identity'
        ? context.inline
          ? quotas.inline
          : quotas.managed
        : kind === 'trust'
          ? quotas.trust
          : quotas.scp;
    return size <= quota
      ? []
      : [{ place: root.place, says: `${size} characters, of which ${quota} are allowed.` }];
  },
  examples: [
    {
      name: 'too large',
      document: JSON.stringify(
        policy(
          allow({
            Resource: Array.from({ length: 200 }, (_, i) => `arn:aws:s3:::a-bucket-with-a-long-name-${i}/*`),
          }),
        ),
      ),
      expect: [''],
    },
    { name: 'small', document: JSON.stringify(policy(allow({}))), expect: [] },
  ],
});
