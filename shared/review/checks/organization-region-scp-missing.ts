import { readSource } from '../../account/example.ts';
import { operatorOf } from '../../policy/narrowing.ts';
import type { Statement } from '../../policy/policy.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { ofAccount } from '../judge-each.ts';
import { attachedOfType } from '../organization-policies.ts';

/** The Regions that a statement leaves open: Deny, for everything but a few services, where the Region is none of these. */
const leftOpenBy = ({ effect, actions, resources, conditions }: Statement): readonly string[] | undefined => {
  const isBroad = actions.except || actions.patterns.some((pattern) => /^\*+$/.test(pattern));
  const isEverywhere = !resources.except && resources.patterns.some((pattern) => /^\*+$/.test(pattern));
  const byRegion = conditions.find(
    (condition) =>
      condition.key.toLowerCase() === 'aws:requestedregion' &&
      ['stringnotequals', 'stringnotequalsignorecase', 'stringnotlike'].includes(operatorOf(condition).base),
  );
  return effect === 'Deny' && isBroad && isEverywhere ? byRegion?.values : undefined;
};

export const check = defineCheck({
  id: 'organization-region-scp-missing',
  topic: 'organization',
  severity: 'medium',
  title: 'No control policy closes the Regions that are not used',
  why: 'Whoever gets in works where nobody looks: miners start their machines in Regions that you never open.',
  fix: 'Attach a service control policy that denies everything but global services where aws:RequestedRegion is none of yours.',
  misses: 'Which accounts the policy is attached to; exceptions by further conditions.',
  needs: ['organizationPolicies'],
  messages: {
    FAIL: {
      none: 'No attached service control policy denies Regions that are not used.',
      wide: 'The service control policy {policy} leaves Regions open that are not in use: {regions}.',
    },
    PASS: { closed: 'The service control policy {policy} leaves open {regions} only.' },
    NOT_APPLICABLE: { outside: 'The account is in no organisation.' },
    NOT_EVALUATED: { unreadable: 'The service control policy {policy} cannot be read ({cause}).' },
  },

  judge({ sources: { organizationPolicies: found }, account, criteria }) {
    if (!found.inOrganization) return [ofAccount(account, 'outside')];
    const inUse = criteria.account.regionsInUse;
    const policies = attachedOfType(found.value, 'SERVICE_CONTROL_POLICY').map(({ name, content }) => ({
      name,
      reading: readPolicy(content),
    }));
    const closing = policies.flatMap(({ name, reading }) => {
      const open =
        reading.status === 'read' ? reading.policy.statements.map(leftOpenBy).find(Boolean) : undefined;
      return open ? [{ policy: name, regions: open }] : [];
    });
    const unneeded = (regions: readonly string[]) =>
      inUse === undefined ? [] : regions.filter((region) => !inUse.includes(region));
    const [best] = closing.toSorted((a, b) => unneeded(a.regions).length - unneeded(b.regions).length);
    if (best) {
      const regions = unneeded(best.regions);
      return [
        regions.length > 0
          ? ofAccount(account, 'wide', { ...best, regions })
          : ofAccount(account, 'closed', best),
      ];
    }
    const broken = policies.find(({ reading }) => reading.status === 'unreadable');
    return broken?.reading.status === 'unreadable'
      ? [ofAccount(account, 'unreadable', { policy: broken.name, cause: broken.reading.cause })]
      : [ofAccount(account, 'none')];
  },
});

const state = (content: unknown, targets: readonly string[] = ['r-1']) => ({
  organizationPolicies: readSource({
    inOrganization: true,
    value: [
      {
        id: 'p-1',
        arn: 'arn:aws:organizations::444455556666:policy/o-example/service_control_policy/p-1',
        name: 'regions',
        type: 'SERVICE_CONTROL_POLICY',
        isAwsManaged: false,
        content,
        targets,
      },
    ],
  } as const),
});
const denying = (Condition: object, over: object = {}) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', NotAction: ['iam:*', 'sts:*'], Resource: '*', Condition, ...over }],
  });
const butFor = (...regions: readonly string[]) =>
  denying({ StringNotEquals: { 'aws:RequestedRegion': regions } });

export const examples = (): CheckExample[] => [
  {
    name: 'everything is allowed',
    expect: ['none'],
    severity: 'medium',
    state: state('{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'),
  },
  { name: 'all Regions but two denied', expect: ['closed'], state: state(butFor('eu-west-1', 'us-east-1')) },
  { name: 'the same, attached to nothing', expect: ['none'], state: state(butFor('eu-west-1'), []) },
  {
    name: 'a Region left open that is not in use',
    expect: ['wide'],
    account: { regionsInUse: ['eu-west-1'] },
    state: state(butFor('eu-west-1', 'sa-east-1')),
  },
  {
    name: 'one service denied in other Regions',
    expect: ['none'],
    state: state(
      denying(
        { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
        { NotAction: undefined, Action: 'ec2:*' },
      ),
    ),
  },
  { name: 'a policy that cannot be read', expect: ['unreadable'], state: state('{') },
  {
    name: 'no organisation',
    expect: ['outside'],
    state: { organizationPolicies: readSource({ inOrganization: false } as const) },
  },
];
