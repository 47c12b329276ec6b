import { after, call, earlier, role, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isPublicAddress } from '../../network-address.ts';
import { isNewlyMet } from '../../newly-met.ts';

const isRefusedRead = ({ actor, name, outcome, sourceIp, via }: IamEvent): boolean =>
  actor.type === 'IAMUser' &&
  outcome === 'denied' &&
  via === 'direct' &&
  /^(Get|List|Describe)/.test(name) &&
  sourceIp !== undefined &&
  isPublicAddress(sourceIp);

export default defineRule({
  id: 'iam-recon-denied',
  kind: 'incident',
  severity: 'medium',
  on: {
    services: ['dynamodb', 'ec2', 'iam', 'rds', 's3'],
    where: {
      errorCode: [{ prefix: 'AccessDenied' }, { suffix: 'UnauthorizedOperation' }],
      userIdentity: { type: ['IAMUser'] },
    },
    tier: 'read-only',
  },
  outcome: 'not-succeeded',
  title: 'IAM user refused while looking around',
  why: 'A long-term key asks for users, buckets, machines and databases in a row, and is refused: tools that judge a found key do so.',
  fix: 'Deactivate the key if its owner did not run anything, and search code and logs for where it was found.',
  misses: 'Fewer than 15 refusals in ten minutes. Roles: see access-denied-burst-by-actor. What was allowed.',
  falsePositives: 'Inventory tools with a key of too few permissions.',
  attack: ['T1580', 'T1087.004', 'T1619'],
  messages: {
    refused: '{actor} was refused {count} reads within ten minutes, the last {eventName} from {sourceIp}.',
  },

  history: (event) =>
    isRefusedRead(event) ? [{ kind: 'count', key: event.actor.key, withinMinutes: 10, threshold: 15 }] : [],

  evaluate: (event, { history: [refusals] }) =>
    isNewlyMet(refusals)
      ? [{ message: 'refused', resource: actorArn(event), data: { count: refusals.count } }]
      : [],
});

export const examples = (): Example[] => {
  const read = (time: string, over: object = {}) =>
    call('iam:ListUsers', { error: { code: 'AccessDenied' }, readOnly: true, time, ...over });
  const last = (over: object = {}) =>
    call('ec2:DescribeInstances', {
      error: { code: 'Client.UnauthorizedOperation' },
      readOnly: true,
      ...over,
    });
  const fourteen = (over: object = {}) => earlier(14, (time) => read(time, over));
  const byRole = { by: role('web', 'x') };
  const inConsole = { by: user('bob', { invokedBy: 'signin.amazonaws.com' }) };
  return [
    { name: 'fifteen', expect: ['refused'], severity: 'medium', before: fourteen(), record: last() },
    { name: 'fourteen', expect: [], before: fourteen().slice(1), record: last() },
    { name: 'the sixteenth', expect: [], before: [...fourteen(), last({ time: after(-1) })], record: last() },
    { name: 'by a role', expect: [], before: fourteen(byRole), record: last(byRole) },
    { name: 'in the console', expect: [], before: fourteen(inConsole), record: last(inConsole) },
    {
      name: 'from a private network',
      expect: [],
      before: fourteen({ sourceIp: '10.0.0.9' }),
      record: last({ sourceIp: '10.0.0.9' }),
    },
    {
      name: 'refused writes',
      expect: [],
      before: fourteen(),
      record: call('ec2:RunInstances', { error: { code: 'Client.UnauthorizedOperation' } }),
    },
  ];
};
