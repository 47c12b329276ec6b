import type { IAMClient } from '@aws-sdk/client-iam';
import { IAMClient as RealClient } from '@aws-sdk/client-iam';
import { expect, it } from 'vitest';
import { NoAnswerError } from '../../../shared/adapters/iam/ask.ts';
import { readAttachedPolicies } from '../../../shared/adapters/iam/attached-policies.ts';

const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';

interface Sent {
  readonly constructor: { readonly name: string };
  readonly input: Readonly<Record<string, unknown>>;
}

/** Answers by the name of the command; the paginators want an instance of the real client. */
const clientWith = (answer: (command: Sent) => unknown): IAMClient =>
  Object.assign(new RealClient({ region: 'us-east-1' }), { send: async (command: Sent) => answer(command) });

const error = (name: string): Error => Object.assign(new Error(name), { name });

const profiles: Readonly<Record<string, readonly string[]>> = { web: ['web-role'], empty: [] };

const iam = clientWith(({ constructor: { name }, input }) => {
  if (name === 'GetInstanceProfileCommand') {
    const roles = profiles[String(input['InstanceProfileName'])];
    if (!roles) throw error('NoSuchEntityException');
    return { InstanceProfile: { Roles: roles.map((RoleName) => ({ RoleName })) } };
  }
  if (input['RoleName'] !== 'web-role') throw error('NoSuchEntityException');
  return name === 'ListAttachedRolePoliciesCommand'
    ? { AttachedPolicies: [{ PolicyArn: admin, PolicyName: 'AdministratorAccess' }] }
    : { PolicyNames: ['read'] };
});

const read = (id: string, client = iam) =>
  readAttachedPolicies({ client, abortSignal: AbortSignal.timeout(10_000) }, id);

it.each<[string, object | undefined]>([
  ['role/web-role', { managed: [admin], inline: ['read'] }],
  ['role/nobody', undefined],
  ['instance-profile/web', { managed: [admin], inline: ['read'] }],
  ['instance-profile/empty', { managed: [], inline: [] }],
  ['instance-profile/unknown', undefined],
])('%s', async (id, expected) => {
  expect(await read(id)).toEqual(expected);
});

it('says what was denied', async () => {
  const denying = clientWith(() => {
    throw error('AccessDenied');
  });
  await expect(read('instance-profile/web', denying)).rejects.toThrow('iam:GetInstanceProfile was denied');
});

it('refuses what is no principal', async () => {
  await expect(read('policy/x')).rejects.toThrow(NoAnswerError);
});
