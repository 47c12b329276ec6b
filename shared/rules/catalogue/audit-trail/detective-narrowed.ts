import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { booleanAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isUnloggedRefusal, namedInCall } from '../../named-in-call.ts';

type Message = 'deleted' | 'members' | 'automatic';

const messageOf = (event: IamEvent): Message | undefined => {
  if (event.name === 'DeleteGraph') return 'deleted';
  if (event.name !== 'UpdateOrganizationConfiguration') return 'members';
  const isOff = booleanAt(event.request, 'autoEnable') === false;
  return isOff || isUnloggedRefusal(event) ? 'automatic' : undefined;
};

export default defineRule({
  id: 'detective-narrowed',
  kind: 'incident',
  severity: 'medium',
  on: {
    actions: [
      'detective:DeleteGraph',
      'detective:DeleteMembers',
      'detective:DisassociateMembership',
      'detective:DisableOrganizationAdminAccount',
      'detective:UpdateOrganizationConfiguration',
    ],
  },
  outcome: 'attempted',
  title: 'Amazon Detective switched off or made to see less',
  why: 'Up to a year of connections between people, addresses and resources goes, or accounts drop out of it: what an investigation would begin with.',
  fix: 'Enable Detective again and invite the accounts. What was deleted does not come back: keep the records of the trail for the time in question.',
  misses: 'Packages of data sources that never were started.',
  falsePositives:
    'Saving cost; moving to another administrator account; accounts that leave the organisation.',
  attack: ['T1562.001', 'T1485'],
  messages: {
    deleted: {
      done: '{actor} deleted the Detective graph {resource} with its data.',
      tried: '{actor} tried to delete the Detective graph {resource}; AWS refused it.',
    },
    members: {
      done: '{actor} took accounts out of Detective in {region} ({eventName}).',
      tried: '{actor} tried to take accounts out of Detective in {region} ({eventName}); AWS refused it.',
    },
    automatic: {
      done: '{actor} stopped new accounts from joining Detective in {region}.',
      tried: '{actor} tried to change how new accounts join Detective in {region}; AWS refused it.',
    },
  },

  evaluate(event) {
    const message = messageOf(event);
    return message === undefined ? [] : [{ message, resource: namedInCall(event, 'graphArn'), data: {} }];
  },
});

const graphArn = 'arn:aws:detective:us-east-1:111122223333:graph:027c7c4610ea4aacaf0b883093cab899';

export const examples = (): Example[] => [
  {
    name: 'the graph',
    expect: ['deleted'],
    severity: 'medium',
    record: call('detective:DeleteGraph', { request: { graphArn } }),
  },
  {
    name: 'a member',
    expect: ['members'],
    record: call('detective:DeleteMembers', { request: { graphArn, accountIds: ['444455556666'] } }),
  },
  {
    name: 'new accounts no longer join',
    expect: ['automatic'],
    record: call('detective:UpdateOrganizationConfiguration', { request: { graphArn, autoEnable: false } }),
  },
  {
    name: 'refused',
    expect: ['deleted'],
    severity: 'low',
    record: call('detective:DeleteGraph', { error: denied('detective:DeleteGraph', graphArn) }),
  },
  {
    name: 'new accounts join',
    expect: [],
    record: call('detective:UpdateOrganizationConfiguration', { request: { graphArn, autoEnable: true } }),
  },
  {
    name: 'there is no graph',
    expect: [],
    record: call('detective:DeleteGraph', {
      request: { graphArn },
      error: { code: 'ResourceNotFoundException' },
    }),
  },
];
