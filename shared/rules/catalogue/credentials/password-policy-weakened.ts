import { call, denied, service, user } from '../../../events/example.ts';
import type { IamEvent, JsonObject } from '../../../events/iam-event.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';

/** CIS AWS Foundations Benchmark 1.8 and 1.9: at least 14 characters, none of the last 24 passwords again. */
const baseline = { length: 14, reuse: 24 };
/** What AWS takes for a length that is not given (IAM API Reference, UpdateAccountPasswordPolicy). */
const defaultLength = 6;

const numberAt = (from: JsonObject, key: string, fallback: number): number => {
  const value = Number(from[key] ?? fallback);
  return Number.isFinite(value) ? value : fallback;
};

/** The call sets the whole policy: what it leaves out goes back to the default. */
const faultsOf = ({ request }: IamEvent): readonly string[] => {
  const length = numberAt(request, 'minimumPasswordLength', defaultLength);
  const reuse = numberAt(request, 'passwordReusePrevention', 0);
  return [
    ...(length < baseline.length ? [`passwords of ${length} characters are allowed`] : []),
    ...(reuse < baseline.reuse
      ? [reuse === 0 ? 'old passwords are allowed' : `only ${reuse} old passwords are barred`]
      : []),
  ];
};

export default defineRule({
  id: 'password-policy-weakened',
  kind: 'incident',
  severity: 'medium',
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  on: { actions: ['iam:UpdateAccountPasswordPolicy', 'iam:DeleteAccountPasswordPolicy'] },
  title: 'Password policy of the account weakened',
  why: 'From now on users may choose passwords that are guessed within hours, or go back to old ones that have leaked. Whoever plans to guess or set a password makes room for it first.',
  fix: 'Set the policy again: at least 14 characters, 24 old passwords barred. Ask who changed it why, and see which passwords were changed since.',
  misses:
    'Changes of what the baseline does not ask for, such as kinds of characters or the age of passwords. How the policy was before: a change for the better that stays below the baseline is told as well.',
  falsePositives: 'Accounts that nobody signs in to with a password.',
  attack: ['T1556'],
  messages: {
    deleted: {
      done: '{actor} deleted the password policy of account {account} from {sourceIp}: the defaults of AWS are in force.',
      tried:
        '{actor} tried to delete the password policy of account {account} from {sourceIp}; AWS refused it.',
    },
    weakened: {
      done: '{actor} set a weak password policy for account {account} from {sourceIp}: {faults}.',
      tried:
        '{actor} tried to change the password policy of account {account} from {sourceIp}; AWS refused it.',
    },
  },
  undo: {
    deleted:
      'aws iam update-account-password-policy --minimum-password-length 14 --password-reuse-prevention 24 --allow-users-to-change-password',
    weakened:
      'aws iam update-account-password-policy --minimum-password-length 14 --password-reuse-prevention 24 --allow-users-to-change-password',
  },

  evaluate(event) {
    const resource = accountArn(event);
    if (event.action === 'iam:DeleteAccountPasswordPolicy')
      return [{ message: 'deleted', resource, data: {} }];
    // What was asked for is not logged on a refusal.
    const faults = event.outcome === 'succeeded' ? faultsOf(event) : ['unknown'];
    return faults.length === 0 ? [] : [{ message: 'weakened', resource, data: { faults } }];
  },
});

export const examples = (): Example[] => {
  const update = (request: JsonObject, over = {}) =>
    call('iam:UpdateAccountPasswordPolicy', { request, ...over });
  const strong = { minimumPasswordLength: 14, passwordReusePrevention: 24, requireSymbols: true };
  return [
    {
      name: 'deleted',
      expect: ['deleted'],
      severity: 'medium',
      record: call('iam:DeleteAccountPasswordPolicy'),
    },
    {
      name: 'eight characters',
      expect: ['weakened'],
      severity: 'medium',
      record: update({ ...strong, minimumPasswordLength: 8 }),
    },
    {
      name: 'old passwords again',
      expect: ['weakened'],
      record: update({ minimumPasswordLength: '20' }),
    },
    { name: 'everything left to the defaults', expect: ['weakened'], record: update({}) },
    {
      name: 'by a stack',
      expect: ['weakened'],
      severity: 'low',
      record: update(
        { ...strong, passwordReusePrevention: 5 },
        { by: user('bob', { invokedBy: 'cloudformation.amazonaws.com' }) },
      ),
    },
    {
      name: 'refused to change it',
      expect: ['weakened'],
      severity: 'low',
      record: call('iam:UpdateAccountPasswordPolicy', { error: denied('iam:UpdateAccountPasswordPolicy') }),
    },
    {
      name: 'refused to delete it',
      expect: ['deleted'],
      severity: 'low',
      record: call('iam:DeleteAccountPasswordPolicy', { error: denied('iam:DeleteAccountPasswordPolicy') }),
    },
    { name: 'as the baseline asks', expect: [], record: update(strong) },
    { name: 'stronger', expect: [], record: update({ ...strong, minimumPasswordLength: 32 }) },
    { name: 'by a service', expect: [], record: update({}, { by: service('controltower.amazonaws.com') }) },
    {
      name: 'there was none to delete',
      expect: [],
      record: call('iam:DeleteAccountPasswordPolicy', { error: { code: 'NoSuchEntityException' } }),
    },
  ];
};
