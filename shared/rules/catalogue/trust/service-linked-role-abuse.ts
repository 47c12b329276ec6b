import { after, call, denied, role, service } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { objectAt, textAt } from '../../../events/json.ts';
import { accountArn, iamArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';

// Services that watch or govern: without the role they stop. Names: IAM User Guide, "AWS services that work with IAM".
const watching =
  /^AWSServiceRoleFor(AccessAnalyzer|AmazonGuardDuty|AmazonInspector2?|AmazonMacie|AWSControlTower|CloudTrail|Config|Detective|FMS|Organizations|SecurityHub|SSO)/;

const nameOf = ({ request, response }: IamEvent): string | undefined =>
  textAt(request, 'roleName') ?? textAt(objectAt(response, 'role'), 'roleName');

/** Services make these roles for whoever switches them on; a call of one's own is rare. */
const isOwnCall = ({ name, via }: IamEvent): boolean =>
  name === 'CreateServiceLinkedRole' && (via === 'direct' || via === 'console');

export default defineRule({
  id: 'service-linked-role-abuse',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['iam:CreateServiceLinkedRole', 'iam:DeleteServiceLinkedRole'] },
  title: 'Service-linked role made or removed in an unusual way',
  why: 'A service-linked role opens the account to a service and is limited by no boundary or service control policy. Its removal shows that a service, such as one that watches, was taken out of the account.',
  fix: 'Ask who wanted the service. Look at what was done to the service before the role was removed.',
  misses:
    'Roles that the service makes when somebody switches it on. Callers who make such roles every month.',
  falsePositives: 'Setting up Auto Scaling groups or databases with a suffix of their own.',
  attack: ['T1098.003', 'T1562.001'],
  messages: {
    suffixed: '{actor} made service-linked role {role} for {service} under a name with suffix {suffix}.',
    unusual:
      '{actor} made service-linked role {role} for {service} by itself, for the first time in a month.',
    removed: '{actor} removed {role}, the role of a service that watches the account.',
  },

  history: (event) =>
    isOwnCall(event) ? [{ kind: 'first-seen', key: event.actor.key, days: 30, optional: true }] : [],

  evaluate(event, { history: [seen] }) {
    const role = nameOf(event) ?? 'unknown';
    const resource = role === 'unknown' ? accountArn(event) : iamArn(event, 'role', role);
    if (event.name === 'DeleteServiceLinkedRole')
      return watching.test(role) ? [{ message: 'removed', resource, data: { role } }] : [];
    const service = textAt(event.request, 'aWSServiceName') ?? 'a service';
    const suffix = textAt(event.request, 'customSuffix');
    if (suffix !== undefined) return [{ message: 'suffixed', resource, data: { role, service, suffix } }];
    return isOwnCall(event) && seen?.status === 'met'
      ? [{ message: 'unusual', resource, data: { role, service } }]
      : [];
  },
});

const makes = (request: object = {}, over: object = {}) =>
  call('iam:CreateServiceLinkedRole', {
    request: { aWSServiceName: 'autoscaling.amazonaws.com', ...request },
    response: { role: { roleName: 'AWSServiceRoleForAutoScaling' } },
    ...over,
  });
const removes = (roleName: string) => call('iam:DeleteServiceLinkedRole', { request: { roleName } });

export const examples = (): Example[] => [
  { name: 'with a suffix', expect: ['suffixed'], severity: 'low', record: makes({ customSuffix: 'x' }) },
  { name: 'by a caller who never did', expect: ['unusual'], severity: 'low', record: makes() },
  {
    name: 'the role of GuardDuty removed',
    expect: ['removed'],
    record: removes('AWSServiceRoleForAmazonGuardDuty'),
  },
  {
    name: 'by who did so last week',
    expect: [],
    before: [makes({}, { by: role('ops', 'a'), time: after(-7 * 86_400) })],
    record: makes({}, { by: role('ops', 'b') }),
  },
  {
    name: 'in the first days of watching',
    expect: [],
    watchedSince: '2026-03-02T00:00:00Z',
    record: makes(),
  },
  { name: 'by the service', expect: [], record: makes({}, { by: service('autoscaling.amazonaws.com') }) },
  { name: 'another role removed', expect: [], record: removes('AWSServiceRoleForAmazonElasticsearch') },
  {
    name: 'refused',
    expect: [],
    record: call('iam:CreateServiceLinkedRole', { error: denied('iam:CreateServiceLinkedRole') }),
  },
];
