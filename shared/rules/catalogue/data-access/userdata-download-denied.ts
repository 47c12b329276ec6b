import { call, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isNewlyMet } from '../../newly-met.ts';

const refusedInstance = ({ outcome, request }: IamEvent): string | undefined =>
  outcome === 'denied' && textAt(request, 'attribute')?.toLowerCase() === 'userdata'
    ? textAt(request, 'instanceId')
    : undefined;

export default defineRule({
  id: 'userdata-download-denied',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['ec2:DescribeInstanceAttribute'] },
  outcome: 'not-succeeded',
  serviceInitiated: 'skip',
  title: 'User data of several instances asked for and refused',
  why: 'The script an instance starts with often holds passwords and keys. Somebody asks for those of one instance after the other.',
  fix: 'Find out who holds the credentials. If nobody ran it, revoke them, and move secrets out of user data.',
  misses: 'Fewer than five instances in ten minutes. User data that AWS let the caller read.',
  falsePositives: 'Inventory tools without the permission, which mostly ask once a day.',
  attack: ['T1552', 'T1580'],
  messages: {
    refused: '{actor} asked for the user data of {count} instances within ten minutes and was refused.',
  },

  history(event) {
    const distinct = refusedInstance(event);
    return distinct === undefined
      ? []
      : [{ kind: 'count', key: event.actor.key, withinMinutes: 10, threshold: 5, distinct }];
  },

  evaluate(event, { history: [instances] }) {
    return isNewlyMet(instances)
      ? [{ message: 'refused', resource: actorArn(event), data: { count: instances.count } }]
      : [];
  },
});

const ask = (index: number, over: object = {}) =>
  call('ec2:DescribeInstanceAttribute', {
    by: role('web', 'x'),
    request: { instanceId: `i-0123456789abcdef${index}`, attribute: 'userData' },
    error: { code: 'Client.UnauthorizedOperation' },
    readOnly: true,
    time: `2026-03-04T05:0${index}:00Z`,
    ...over,
  });

export const examples = (): Example[] => [
  {
    name: 'of five',
    expect: ['refused'],
    severity: 'medium',
    before: [ask(0), ask(1), ask(2), ask(3)],
    record: ask(4),
  },
  { name: 'of four', expect: [], before: [ask(0), ask(1), ask(2), ask(2)], record: ask(3) },
  { name: 'of a sixth', expect: [], before: [ask(0), ask(1), ask(2), ask(3), ask(4)], record: ask(5) },
  {
    name: 'another attribute',
    expect: [],
    before: [ask(0), ask(1), ask(2), ask(3)],
    record: ask(4, { request: { instanceId: 'i-4', attribute: 'groupSet' } }),
  },
  {
    name: 'instances that do not exist',
    expect: [],
    before: [ask(0), ask(1), ask(2), ask(3)],
    record: ask(4, { error: { code: 'Client.InvalidInstanceID.NotFound' } }),
  },
];
