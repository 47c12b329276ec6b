import { call, denied, role, user } from '../../../events/example.ts';
import { booleanAt } from '../../../events/json.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'login-profile-updated-by-other',
  kind: 'incident',
  severity: 'high',
  outcome: 'attempted',
  on: { actions: ['iam:UpdateLoginProfile'] },
  title: "Another user's console password set",
  why: 'Who set the password can sign in as that user, with all the rights of that user, and need not change it first. It is a known way from a helpdesk right to administrator.',
  fix: 'Ask the user whether they asked for a new password. If not, set another one that must be changed at sign-in, look for sign-ins of the user since, and treat the credentials of who set it as stolen.',
  misses:
    'A password that must be changed at the next sign-in: the setter could still use it first. The parameter is not logged on a refusal, so each refused attempt counts.',
  falsePositives: 'A helpdesk that resets passwords without asking for a change at sign-in, which it should.',
  attack: ['T1098', 'T1078.004'],
  messages: {
    updated: {
      done: '{actor} set the console password of {user} from {sourceIp}, with no change asked for at sign-in.',
      tried: '{actor} tried to set the console password of {user} from {sourceIp}; AWS refused it.',
    },
  },

  evaluate(event) {
    const { user, resource, whose } = affectedUserOf(event);
    const mustChange = booleanAt(event.request, 'passwordResetRequired') === true;
    if (whose === 'own' || mustChange) return [];
    return [{ message: 'updated', resource, data: { user } }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'without a forced change',
    expect: ['updated'],
    severity: 'high',
    record: call('iam:UpdateLoginProfile', {
      by: user('bob'),
      request: { userName: 'alice', passwordResetRequired: false },
    }),
  },
  {
    name: 'nothing said about a change',
    expect: ['updated'],
    record: call('iam:UpdateLoginProfile', { by: user('bob'), request: { userName: 'alice' } }),
  },
  {
    name: 'by a session that is named like the user',
    expect: ['updated'],
    record: call('iam:UpdateLoginProfile', { by: role('helpdesk', 'alice'), request: { userName: 'alice' } }),
  },
  {
    name: 'refused',
    expect: ['updated'],
    severity: 'medium',
    record: call('iam:UpdateLoginProfile', {
      by: user('bob'),
      error: denied('iam:UpdateLoginProfile', 'user alice'),
    }),
  },
  {
    name: 'to be changed at sign-in',
    expect: [],
    record: call('iam:UpdateLoginProfile', {
      by: user('bob'),
      request: { userName: 'alice', passwordResetRequired: true },
    }),
  },
  {
    name: 'to be changed at sign-in, said as text',
    expect: [],
    record: call('iam:UpdateLoginProfile', {
      by: user('bob'),
      request: { userName: 'alice', passwordResetRequired: 'true' },
    }),
  },
  {
    name: 'an own password',
    expect: [],
    record: call('iam:UpdateLoginProfile', { by: user('alice'), request: { userName: 'alice' } }),
  },
  {
    name: 'the password is too weak',
    expect: [],
    record: call('iam:UpdateLoginProfile', {
      request: { userName: 'alice' },
      error: { code: 'PasswordPolicyViolationException' },
    }),
  },
];
