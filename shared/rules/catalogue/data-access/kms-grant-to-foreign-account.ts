import { call, denied, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt, textsAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isForeignPrincipal } from '../../foreign-principals.ts';
import { kmsKeyOf } from '../../kms-key.ts';

const grantOf = (event: IamEvent): string | undefined =>
  textAt(event.response, 'grantId') ?? textAt(event.request, 'grantId');

const aspectOf = (event: IamEvent): { readonly aspect?: string } => {
  const aspect = grantOf(event);
  return aspect === undefined ? {} : { aspect };
};

export default defineRule({
  id: 'kms-grant-to-foreign-account',
  kind: 'condition',
  severity: 'high',
  on: { actions: ['kms:CreateGrant'] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  title: 'KMS key granted to another account',
  why: 'A grant lets the other account use the key although neither the key’s policy nor any policy of IAM shows it, until somebody takes the grant back.',
  fix: 'Revoke the grant unless you know the account. Look for calls of Decrypt by it, and encrypt what it could read under another key.',
  misses:
    'Grants to services and to principals of the own account, which AWS makes all day. Grants that are passed on by who may create some. Grants made without an answer in the log are ended by no event.',
  falsePositives:
    'Accounts of your organization or partners, until the settings organizationAccounts and trustedAccounts name them. Images and snapshots that are shared encrypted.',
  attack: ['T1098', 'T1537'],
  messages: {
    granted: {
      done: '{actor} granted {grantee} the use of KMS key {resource} ({operations}).',
      tried: '{actor} tried to grant {grantee} the use of KMS key {resource}; AWS refused it.',
    },
  },
  undo: { granted: 'aws kms revoke-grant --region {region} --key-id {resource} --grant-id {grant}' },
  undoneBy: [
    {
      actions: ['kms:RevokeGrant', 'kms:RetireGrant'],
      undoes: (event) =>
        grantOf(event) === undefined ? [] : [{ resource: kmsKeyOf(event), ...aspectOf(event) }],
    },
  ],

  evaluate(event, { settings }) {
    const grantee = textAt(event.request, 'granteePrincipal');
    if (grantee === undefined || !isForeignPrincipal(event, settings, grantee)) return [];
    const data = {
      grantee,
      operations: textsAt(event.request, 'operations'),
      grant: grantOf(event) ?? 'unknown',
    };
    return [{ message: 'granted', resource: kmsKeyOf(event), ...aspectOf(event), data }];
  },
});

const keyId = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const grants = (granteePrincipal: string, over: object = {}) =>
  call('kms:CreateGrant', {
    request: { keyId, granteePrincipal, operations: ['Decrypt', 'CreateGrant'] },
    response: { grantId: '0c237476b39f8bc44e45212e08498fbe3151305030726c0590dd8d3e9f3d6a60', keyId },
    ...over,
  });
const foreign = 'arn:aws:iam::444455556666:role/backup';

export const examples = (): Example[] => [
  { name: 'to another account', expect: ['granted'], severity: 'high', record: grants(foreign) },
  {
    name: 'refused',
    expect: ['granted'],
    severity: 'medium',
    record: grants(foreign, { response: undefined, error: denied('kms:CreateGrant', keyId) }),
  },
  { name: 'within the account', expect: [], record: grants('arn:aws:iam::111122223333:role/app') },
  {
    name: 'to an account of the organization',
    expect: [],
    settings: { organizationAccounts: ['444455556666'] },
    record: grants(foreign),
  },
  {
    name: 'by a service for somebody',
    expect: [],
    record: grants(foreign, { by: role('ops', 's', { invokedBy: 'backup.amazonaws.com' }) }),
  },
  { name: 'a try-out', expect: [], record: grants(foreign, { error: { code: 'DryRunOperationException' } }) },
];
