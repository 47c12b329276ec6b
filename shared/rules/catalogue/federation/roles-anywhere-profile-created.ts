import { call, denied } from '../../../events/example.ts';
import { textAt, textsAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { nameInArn } from '../../resource-arn.ts';
import { rolesAnywhereOf } from '../../roles-anywhere.ts';

export default defineRule({
  id: 'roles-anywhere-profile-created',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['rolesanywhere:CreateProfile'] },
  outcome: 'attempted',
  title: 'Roles opened to certificates by IAM Roles Anywhere',
  why: 'Whoever has a certificate of a trusted authority can take on the roles of the profile from anywhere in the world.',
  fix: 'Check that the roles are meant for machines outside AWS. If not, disable the profile and look for CreateSession calls since.',
  misses:
    'What the roles allow: only a name with "admin" in it raises the severity. Which authorities are trusted.',
  falsePositives: 'Setting up Roles Anywhere for servers of your own.',
  attack: ['T1098.001', 'T1098.003'],
  messages: {
    created: {
      done: '{actor} made Roles Anywhere profile {profile}, which hands out {roles}.',
      tried: '{actor} tried to make a Roles Anywhere profile; AWS refused it.',
    },
  },
  undo: { created: 'aws rolesanywhere disable-profile --region {region} --profile-id {id}' },

  evaluate(event) {
    const { resource, id } = rolesAnywhereOf(event, 'profile');
    const roles = textsAt(event.request, 'roleArns').map(nameInArn);
    const isAdmin = roles.some((role) => role.toLowerCase().includes('admin'));
    const data = { profile: textAt(event.request, 'name') ?? 'unknown', roles, id };
    return [{ message: 'created', resource, data, ...(isAdmin ? { severity: 'high' } : {}) }];
  },
});

const created = (roleName: string) => ({
  request: { name: 'servers', enabled: true, roleArns: [`arn:aws:iam::111122223333:role/${roleName}`] },
  response: {
    profile: {
      profileId: '0a1b2c3d-0000-4000-8000-000000000000',
      profileArn: 'arn:aws:rolesanywhere:us-east-1:111122223333:profile/0a1b2c3d-0000-4000-8000-000000000000',
    },
  },
});

export const examples = (): Example[] => [
  {
    name: 'a plain role',
    expect: ['created'],
    severity: 'medium',
    record: call('rolesanywhere:CreateProfile', created('backup')),
  },
  {
    name: 'an administrator',
    expect: ['created'],
    severity: 'high',
    record: call('rolesanywhere:CreateProfile', created('OrgAdmin')),
  },
  {
    name: 'refused',
    expect: ['created'],
    severity: 'low',
    record: call('rolesanywhere:CreateProfile', { error: denied('rolesanywhere:CreateProfile') }),
  },
  {
    name: 'in error',
    expect: [],
    record: call('rolesanywhere:CreateProfile', {
      request: { name: 'servers' },
      error: { code: 'ValidationException' },
    }),
  },
];
