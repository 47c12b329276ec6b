import { after, call, denied, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { objectAt, textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { otherAccountArn } from '../../other-account.ts';

const days = 90;

/** The account whose root user is asked for: an account number, or the ARN of its root user. */
const targetOf = ({ request }: IamEvent): string | undefined =>
  /\d{12}/.exec(textAt(request, 'targetPrincipal') ?? '')?.[0];

/** `arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy` → `S3UnlockBucketPolicy`. */
const taskOf = ({ request }: IamEvent): string =>
  textAt(objectAt(request, 'taskPolicyArn'), 'arn')?.split('/').at(-1) ?? 'an unknown task';

export default defineRule({
  id: 'root-assume-root',
  kind: 'incident',
  severity: 'high',
  outcome: 'attempted',
  on: { actions: ['sts:AssumeRoot'] },
  title: 'Root session of a member account opened',
  why: 'For 15 minutes the caller acts as root of the member account: within the task it can delete bucket and queue policies, or bring back the root password and open the account for good.',
  fix: 'Ask the caller which ticket it was for. If nobody knows, disable root sessions (DisableOrganizationsRootSessions), revoke the sessions of the caller, and read what root did in the member account since.',
  misses:
    'What the session then did: it is in the records of the member account (root-api-activity). Refused attempts do not say for which account.',
  falsePositives:
    'Centralised root access as it is meant: unlocking a bucket policy, removing root credentials of new accounts.',
  attack: ['T1078.004', 'T1548.005'],
  messages: {
    opened: {
      done: '{actor} opened a root session of account {target} from {sourceIp} for {task}.',
      tried: '{actor} tried to open a root session of account {target} from {sourceIp}; AWS refused it.',
    },
    openedFirst: {
      done: '{actor} opened a root session of account {target} from {sourceIp} for {task}: it never did in {days} days.',
      tried: '{actor} tried to open a root session of account {target} from {sourceIp}; AWS refused it.',
    },
  },

  history(event) {
    const target = targetOf(event);
    return event.outcome !== 'succeeded' || target === undefined
      ? []
      : [{ kind: 'first-seen', key: `${event.actor.key} ${target}`, days, optional: true }];
  },

  evaluate(event, { history: [answer] }) {
    const target = targetOf(event);
    const resource = otherAccountArn(event, target);
    const task = taskOf(event);
    const data = { target: target ?? 'unknown', task };
    return answer?.status === 'met'
      ? [{ message: 'openedFirst', severity: 'critical', resource, aspect: task, data: { ...data, days } }]
      : [{ message: 'opened', resource, aspect: task, data }];
  },
});

export const examples = (): Example[] => {
  const open = (seconds: number, targetPrincipal = '444455556666') =>
    call('sts:AssumeRoot', {
      by: role('org-admin', 'carol'),
      time: after(seconds),
      readOnly: true,
      request: {
        targetPrincipal,
        taskPolicyArn: { arn: 'arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy' },
      },
    });
  return [
    {
      name: 'as last week',
      expect: ['opened'],
      severity: 'high',
      before: [open(-7 * 86_400)],
      record: open(0),
    },
    {
      name: 'for the first time',
      expect: ['openedFirst'],
      severity: 'critical',
      before: [open(-7 * 86_400, '777788889999')],
      record: open(0),
    },
    {
      name: 'in the first days of watching',
      expect: ['opened'],
      severity: 'high',
      watchedSince: after(-3 * 86_400),
      record: open(0),
    },
    {
      name: 'refused',
      expect: ['opened'],
      severity: 'medium',
      record: call('sts:AssumeRoot', { readOnly: true, error: denied('sts:AssumeRoot') }),
    },
    {
      name: 'in a Region whose endpoint is off',
      expect: [],
      record: call('sts:AssumeRoot', { readOnly: true, error: { code: 'RegionDisabledException' } }),
    },
    {
      name: 'a role',
      expect: [],
      record: call('sts:AssumeRole', {
        readOnly: true,
        request: { roleArn: 'arn:aws:iam::111122223333:role/admin' },
      }),
    },
  ];
};
