import type { PolicyDiff } from '../diff-policies.ts';
import { diffPolicies } from '../diff-policies.ts';
import type { ChangedPrincipal } from '../diff-principals.ts';
import { readPolicy } from '../read-policy.ts';
import { defineCheck, type LintSubject } from './define-check.ts';
import { named } from './identity/scope.ts';
import { allow, deny, policy, trust } from './sample.ts';

const change = ({ policy: after, context: { before, catalogue } }: LintSubject): PolicyDiff | undefined =>
  before === undefined || after === undefined || catalogue === undefined
    ? undefined
    : diffPolicies(before, after, catalogue);

const wholeDocument = { pointer: '' };

const instead = (document: unknown) => {
  const reading = readPolicy(document);
  if (reading.status !== 'read') throw new Error(`an example that cannot be read: ${reading.cause}`);
  return { before: reading.policy };
};

const guarded = policy(
  allow({ Action: 's3:*', Resource: '*' }),
  deny({ Action: 's3:DeleteObject', Resource: '*' }),
);

export const denyRemoved = defineCheck({
  id: 'deny-removed',
  severity: 'high',
  kinds: ['identity', 'resource', 'scp'],
  title: 'A Deny of the document before is gone or smaller',
  explanation:
    'A Deny stands above every Allow, here and in other documents: without it, access comes back that nobody granted in this change.',
  fix: 'Put the Deny back, or show that nothing else allows what it denied.',
  source: 'Own',
  find: (subject) => {
    const actions = change(subject)?.actions.undenied.flatMap((group) => group.actions) ?? [];
    return actions.length === 0
      ? []
      : [{ place: wholeDocument, says: `No longer denied, or on fewer resources: ${named(actions)}.` }];
  },
  examples: [
    {
      name: 'gone',
      document: policy(allow({ Action: 's3:*', Resource: '*' })),
      context: instead(guarded),
      expect: [''],
    },
    {
      name: 'on fewer resources',
      document: policy(deny({ Action: 's3:DeleteObject' })),
      context: instead(policy(deny({ Action: 's3:DeleteObject', Resource: '*' }))),
      expect: [''],
    },
    { name: 'still there', document: guarded, context: instead(guarded), expect: [] },
    {
      name: 'one more',
      document: guarded,
      context: instead(policy(allow({ Action: 's3:*', Resource: '*' }))),
      expect: [],
    },
    { name: 'nothing to compare with', document: policy(allow({})), expect: [] },
  ],
});

const principalName = ({ type, id, except }: ChangedPrincipal): string =>
  `${except ? 'everybody but ' : ''}${id === '*' ? 'everybody' : type.toLowerCase() === 'aws' ? id : `${type} ${id}`}`;

const widened = ({ principals }: PolicyDiff): readonly string[] => [
  ...principals.gained.map((one) => `${principalName(one)} is let in`),
  ...principals.widened.map((one) => `${principalName(one)} is limited less`),
  ...principals.undenied.map((one) => `${principalName(one)} is no longer denied`),
];

const byRole = trust({});

export const trustChangedWidened = defineCheck({
  id: 'trust-changed-widened',
  severity: 'high',
  kinds: ['trust'],
  title: 'More may take on the role than before',
  explanation: 'Somebody who could not take on the role can now, or with fewer conditions.',
  fix: 'Find out who asked for it; else put the trust policy back and revoke the sessions of the role.',
  source: 'Own; MITRE ATT&CK T1098',
  find: (subject) => {
    const diff = change(subject);
    return diff === undefined
      ? []
      : widened(diff).map((says) => ({ place: wholeDocument, says: `${says}.` }));
  },
  examples: [
    {
      name: 'one more',
      document: policy(byRole, trust({ Principal: { AWS: 'arn:aws:iam::444455556666:root' } })),
      context: instead(policy(byRole)),
      expect: [''],
    },
    {
      name: 'a condition less',
      document: policy(byRole),
      context: instead(policy(trust({ Condition: { StringEquals: { 'sts:ExternalId': 'x1' } } }))),
      expect: [''],
    },
    {
      name: 'one less',
      document: policy(byRole),
      context: instead(policy(byRole, trust({ Principal: { AWS: 'arn:aws:iam::444455556666:root' } }))),
      expect: [],
    },
    { name: 'the same', document: policy(byRole), context: instead(policy(byRole)), expect: [] },
  ],
});
