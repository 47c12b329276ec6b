import { call, denied, role, service, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { assumedRoleOf, isServiceLinkedRole } from '../../assumed-role.ts';
import { defineRule, type Example } from '../../define-rule.ts';

/** The source identity of the new session. It comes down a chain of roles whether the caller gives it again or not. */
const sourceIdentityOf = ({ request, response, actor }: IamEvent): string | undefined =>
  textAt(response, 'sourceIdentity') ?? textAt(request, 'sourceIdentity') ?? actor.sourceIdentity;

export default defineRule({
  id: 'source-identity-missing-or-changed',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['sts:AssumeRole'] },
  serviceInitiated: 'skip',
  needs: ['sourceIdentityRequired'],
  title: 'Role taken on without saying who is behind it',
  why: 'You require that every session carries the name of the person behind it. Without it, whatever the session does cannot be told apart from what others do with the role.',
  fix: 'Find out who took on the role, and demand a source identity in its trust policy (action sts:SetSourceIdentity, condition sts:SourceIdentity).',
  misses:
    'Whether the name is true, unless the trust policy fixes it. Roles taken on through SAML and OIDC providers. It is off until the setting sourceIdentityRequired is true.',
  falsePositives: 'Applications that take on roles for themselves.',
  attack: ['T1550.001', 'T1078.004'],
  messages: {
    missing: '{actor} took on role {role} without a source identity.',
    changed:
      '{actor} took on role {role} with source identity {given} in place of {inherited}, which AWS should not allow.',
  },

  evaluate(event, { settings }) {
    const assumed = assumedRoleOf(event);
    if (settings.sourceIdentityRequired !== true || !assumed || isServiceLinkedRole(assumed)) return [];
    const given = sourceIdentityOf(event);
    const inherited = event.actor.sourceIdentity;
    const { name, resource } = assumed;
    if (given === undefined) return [{ message: 'missing', resource, data: { role: name } }];
    return inherited === undefined || inherited === given
      ? []
      : [{ message: 'changed', resource, severity: 'high', data: { role: name, given, inherited } }];
  },
});

const settings = { sourceIdentityRequired: true };
const assumes = (request: object = {}, over: object = {}) =>
  call('sts:AssumeRole', {
    request: { roleArn: 'arn:aws:iam::111122223333:role/ops', roleSessionName: 's', ...request },
    readOnly: true,
    ...over,
  });
const named = (name: string) =>
  role('web', 's', {
    sessionContext: {
      sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::111122223333:role/web', userName: 'web' },
      sourceIdentity: name,
    },
  });

export const examples = (): Example[] => [
  { name: 'without', expect: ['missing'], severity: 'medium', settings, record: assumes() },
  {
    name: 'another than the caller’s',
    expect: ['changed'],
    severity: 'high',
    settings,
    record: assumes({ sourceIdentity: 'mallory' }, { by: named('alice') }),
  },
  { name: 'with one', expect: [], settings, record: assumes({ sourceIdentity: 'bob' }) },
  { name: 'inherited', expect: [], settings, record: assumes({}, { by: named('alice') }) },
  { name: 'by a service', expect: [], settings, record: assumes({}, { by: service('ec2.amazonaws.com') }) },
  {
    name: 'where it is not required',
    expect: [],
    settings: { sourceIdentityRequired: false },
    record: assumes(),
  },
  { name: 'where nothing is configured', expect: [], undecided: 'off', record: assumes() },
  {
    name: 'refused',
    expect: [],
    settings,
    record: call('sts:AssumeRole', { by: user('bob'), error: denied('sts:AssumeRole') }),
  },
];
