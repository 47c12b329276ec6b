import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { passedRolesOf } from '../../passed-role/passed-roles.ts';
import { refusedArnOf, regionalArn } from '../../resource-arn.ts';

const endpointOf = (event: IamEvent) => {
  const endpoint = textAt(event.request, 'endpointName');
  const resource =
    endpoint === undefined
      ? (refusedArnOf(event) ?? accountArn(event))
      : regionalArn(event, 'glue', `devEndpoint/${endpoint}`);
  return { endpoint: endpoint ?? 'unknown', resource };
};

export default defineRule({
  id: 'glue-dev-endpoint-passrole',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['glue:CreateDevEndpoint', 'glue:UpdateDevEndpoint'] },
  outcome: 'attempted',
  title: 'Shell opened with the role of a Glue development endpoint',
  why: 'A development endpoint is a machine that one logs in to by SSH and that holds the credentials of a role. Who may pass a role to it, or put a key on it, has that role (pathfinding.cloud glue-001, glue-002).',
  fix: 'Check that the endpoint is wanted: Glue 2.0 and later have none, so hardly anybody needs one. If not, delete it and revoke the sessions of the role.',
  misses:
    'What the role allows: passrole-privileged tells of administrators’. Glue jobs and sessions, which run code as a role too.',
  falsePositives: 'Teams that still develop on endpoints of Glue 0.9 and 1.0.',
  attack: ['T1098.003', 'T1548.005'],
  messages: {
    created: {
      done: '{actor} made Glue development endpoint {endpoint} with role {role}.',
      tried: '{actor} tried to make a Glue development endpoint ({resource}); AWS refused it.',
    },
    updated: {
      done: '{actor} changed Glue development endpoint {endpoint}, such as the SSH keys that open it.',
      tried: '{actor} tried to change a Glue development endpoint ({resource}); AWS refused it.',
    },
  },
  undo: { created: 'aws glue delete-dev-endpoint --region {region} --endpoint-name {endpoint}' },

  evaluate(event) {
    const { endpoint, resource } = endpointOf(event);
    if (event.name === 'UpdateDevEndpoint') return [{ message: 'updated', resource, data: { endpoint } }];
    const role = passedRolesOf(event)[0]?.name ?? 'unknown';
    return [{ message: 'created', resource, data: { endpoint, role } }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'made',
    expect: ['created'],
    severity: 'low',
    record: call('glue:CreateDevEndpoint', {
      request: {
        endpointName: 'debug',
        roleArn: 'arn:aws:iam::111122223333:role/admin',
        publicKeys: ['ssh-rsa AAAAB3NzaC1yc2E'],
      },
    }),
  },
  {
    name: 'a key added',
    expect: ['updated'],
    record: call('glue:UpdateDevEndpoint', {
      request: { endpointName: 'debug', addPublicKeys: ['ssh-rsa AAAAB3NzaC1yc2E'] },
    }),
  },
  {
    name: 'refused',
    expect: ['created'],
    severity: 'info',
    record: call('glue:CreateDevEndpoint', {
      error: denied('iam:PassRole', 'arn:aws:iam::111122223333:role/admin'),
    }),
  },
  {
    name: 'no such endpoint',
    expect: [],
    record: call('glue:UpdateDevEndpoint', {
      request: { endpointName: 'debug' },
      error: { code: 'EntityNotFoundException' },
    }),
  },
  {
    name: 'deleted',
    expect: [],
    record: call('glue:DeleteDevEndpoint', { request: { endpointName: 'debug' } }),
  },
];
