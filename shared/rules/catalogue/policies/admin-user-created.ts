import { after, call, denied, role } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { madeAdminBy, madeAdminData, madeAdminHistory } from '../../made-admin.ts';
import { isNewlyMet } from '../../newly-met.ts';
import { policyHolderOf } from '../../policy-holder.ts';

export default defineRule({
  id: 'admin-user-created',
  kind: 'incident',
  severity: 'critical',
  on: { actions: ['iam:CreateUser', 'iam:AttachUserPolicy', 'iam:PutUserPolicy'] },
  title: 'User created and made an administrator',
  why: 'A new user with every right and, as a rule, a key that never expires: this is how intruders stay after the credentials they came with are gone.',
  fix: 'Unless a change request names the user: deactivate its keys and its password now, then look at what it did and at who made it.',
  misses:
    'Users that become administrators through a group or by a customer-managed policy of another name. More than 30 hours between the two steps.',
  falsePositives:
    'Setting up the first administrator of an account. Companies with single sign-on should see none.',
  attack: ['T1136.003', 'T1098.003'],
  messages: {
    byOne: '{creator} created user {user} and within {minutes} min made it an administrator ({policy}).',
    byTwo:
      '{creator} created user {user}, and within {minutes} min {raiser} made it an administrator ({policy}).',
  },

  history: madeAdminHistory,

  evaluate(event, { history: [sequence] }) {
    if (!isNewlyMet(sequence)) return [];
    const { name: user, arn: resource } = policyHolderOf(event);
    const data = madeAdminData(sequence);
    return [{ message: madeAdminBy(data), resource, data: { user, ...data } }];
  },
});

const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
const everything = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';
const creates = (name: string, seconds = -60) =>
  call('iam:CreateUser', { request: { userName: name }, time: after(seconds) });
const attaches = (policyArn: string, over: object = {}) =>
  call('iam:AttachUserPolicy', { request: { userName: 'eve', policyArn }, ...over });

export const examples = (): Example[] => [
  {
    name: 'AdministratorAccess a minute later',
    expect: ['byOne'],
    severity: 'critical',
    before: [creates('eve')],
    record: attaches(admin),
  },
  {
    name: 'by two different callers, the next day',
    expect: ['byTwo'],
    before: [creates('eve', -86_400)],
    record: attaches(admin, { by: role('ops', 'mallory') }),
  },
  {
    name: 'everything, inline',
    expect: ['byOne'],
    before: [creates('eve')],
    record: call('iam:PutUserPolicy', {
      request: { userName: 'eve', policyName: 'p', policyDocument: everything },
    }),
  },
  {
    name: 'when the creation arrives last',
    expect: ['byOne'],
    before: [attaches(admin, { time: after(60) })],
    record: creates('eve', 0),
  },
  { name: 'only created', expect: [], record: creates('eve') },
  {
    name: 'a second administrator policy: told already',
    expect: [],
    before: [creates('eve'), attaches(admin, { time: after(-30) })],
    record: attaches('arn:aws:iam::aws:policy/IAMFullAccess'),
  },
  {
    name: 'a narrow policy',
    expect: [],
    before: [creates('eve')],
    record: attaches('arn:aws:iam::aws:policy/ReadOnlyAccess'),
  },
  { name: 'an old user', expect: [], before: [creates('eve', -200_000)], record: attaches(admin) },
  { name: 'another user', expect: [], before: [creates('alice')], record: attaches(admin) },
  {
    name: 'everything, behind a condition',
    expect: [],
    before: [creates('eve')],
    record: call('iam:PutUserPolicy', {
      request: {
        userName: 'eve',
        policyName: 'p',
        policyDocument:
          '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}',
      },
    }),
  },
  {
    name: 'refused',
    expect: [],
    before: [creates('eve')],
    record: call('iam:AttachUserPolicy', { error: denied('iam:AttachUserPolicy', 'user eve') }),
  },
];
