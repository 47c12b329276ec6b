import { after, call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { assumedRoleOrAccount } from '../../assumed-role.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { findText } from '../../find-text.ts';
import { nameInArn } from '../../resource-arn.ts';

/** Whose certificate it is: the subject that Roles Anywhere files it under, and its common name. */
const subjectOf = (event: IamEvent) => {
  const subject = textAt(event.response, 'subjectArn');
  const name = findText(event.response, 'sourceIdentity');
  return { key: subject ?? name, name: name ?? (subject === undefined ? 'unknown' : nameInArn(subject)) };
};

export default defineRule({
  id: 'roles-anywhere-session-new-subject',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['rolesanywhere:CreateSession'] },
  title: 'Role taken on with a certificate of somebody new',
  why: 'Whoever can get a certificate of the trusted authority, or made one with its key, becomes the role from anywhere. The certificates that do so are few and known.',
  fix: 'Ask who runs the certificate authority whether it issued this certificate, and to whom. If not, disable the trust anchor, then revoke the sessions of the role.',
  misses:
    'A stolen certificate of somebody known. Subjects that come back within ten days. The first ten days, in which nothing can be new, are quiet.',
  falsePositives: 'New machines, and clusters whose machines are named anew each time.',
  attack: ['T1649', 'T1078.004'],
  messages: {
    began: '{subject} took on role {role} with a certificate, for the first time in ten days.',
  },

  history(event) {
    const { key } = subjectOf(event);
    if (key === undefined) return [];
    return [{ kind: 'first-seen', key: `${assumedRoleOrAccount(event).resource} ${key}`, days: 10 }];
  },

  evaluate(event, { history: [seen] }) {
    if (seen?.status !== 'met') return [];
    const { name: subject } = subjectOf(event);
    const { name: role, resource } = assumedRoleOrAccount(event);
    return [{ message: 'began', resource, aspect: subject, data: { subject, role } }];
  },
});

const begins = (subject: string, over: object = {}) =>
  call('rolesanywhere:CreateSession', {
    by: { type: 'Unknown', accountId: '111122223333' },
    request: {
      roleArn: 'arn:aws:iam::111122223333:role/backup',
      profileArn: 'arn:aws:rolesanywhere:us-east-1:111122223333:profile/p-1',
      trustAnchorArn: 'arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/ta-1',
      cert: 'MIIC',
    },
    response: {
      subjectArn: `arn:aws:rolesanywhere:us-east-1:111122223333:subject/${subject}`,
      credentialSet: [{ sourceIdentity: `CN=${subject}` }],
    },
    ...over,
  });

export const examples = (): Example[] => [
  {
    name: 'a new subject',
    expect: ['began'],
    severity: 'medium',
    before: [begins('server-1', { time: after(-86_400) })],
    record: begins('server-2'),
  },
  {
    name: 'as yesterday',
    expect: [],
    before: [begins('server-1', { time: after(-86_400) })],
    record: begins('server-1'),
  },
  {
    name: 'while too little has been seen',
    expect: [],
    undecided: 'learning',
    watchedSince: '2026-03-02T00:00:00Z',
    record: begins('server-1'),
  },
  {
    name: 'a certificate that is not trusted',
    expect: [],
    record: begins('server-2', { response: undefined, error: denied('rolesanywhere:CreateSession') }),
  },
];
