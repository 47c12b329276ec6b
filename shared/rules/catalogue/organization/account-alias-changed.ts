import { call, denied } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'account-alias-changed',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['iam:CreateAccountAlias', 'iam:DeleteAccountAlias'] },
  outcome: 'attempted',
  title: 'Alias of the account changed',
  why: 'The alias is the name in the sign-in address that people know and trust. Whoever frees it can take it for an account of their own, and lets your people type their passwords there.',
  fix: 'Ask the owner of the account. If nobody meant it, take the alias back at once: aliases are given to whoever asks first.',
  misses:
    'A look-alike alias that somebody takes for another account: no log of yours shows it. What the alias was before a new one replaced it.',
  falsePositives: 'Setting up or renaming an account.',
  attack: ['T1598.003', 'T1531'],
  messages: {
    created: {
      done: '{actor} gave account {account} the alias {alias}.',
      tried: '{actor} tried to give account {account} an alias; AWS refused it.',
    },
    deleted: {
      done: '{actor} deleted the alias {alias} of account {account}.',
      tried: '{actor} tried to delete the alias of account {account}; AWS refused it.',
    },
  },
  undo: { deleted: 'aws iam create-account-alias --account-alias {alias}' },

  evaluate(event) {
    const alias = textAt(event.request, 'accountAlias') ?? 'unknown';
    const message = event.name === 'DeleteAccountAlias' ? 'deleted' : 'created';
    return [{ message, resource: accountArn(event), data: { alias } }];
  },
});

const request = { accountAlias: 'example-corp' };

export const examples = (): Example[] => [
  {
    name: 'given',
    expect: ['created'],
    severity: 'low',
    record: call('iam:CreateAccountAlias', { request }),
  },
  { name: 'deleted', expect: ['deleted'], record: call('iam:DeleteAccountAlias', { request }) },
  {
    name: 'refused',
    expect: ['deleted'],
    severity: 'info',
    record: call('iam:DeleteAccountAlias', { error: denied('iam:DeleteAccountAlias') }),
  },
  {
    name: 'taken by another account',
    expect: [],
    record: call('iam:CreateAccountAlias', { request, error: { code: 'EntityAlreadyExistsException' } }),
  },
];
