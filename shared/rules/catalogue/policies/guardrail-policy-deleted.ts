import { call, denied, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { nameInArn, refusedArnOf } from '../../resource-arn.ts';

// What companies call the policies that limit. "SCP" only as a word: letters of it occur in others.
const limiting = /boundary|deny|restrict|guard|(?:^|[^a-z])scp(?:[^a-z]|$)/i;

/** ARN of a policy that limits, by its name; undefined for any other, and when a refusal names none. */
const guardrailOf = (event: IamEvent): string | undefined => {
  const policy = textAt(event.request, 'policyArn') ?? refusedArnOf(event);
  return policy !== undefined && limiting.test(nameInArn(policy)) ? policy : undefined;
};

export default defineRule({
  id: 'guardrail-policy-deleted',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['iam:DeletePolicy'] },
  outcome: 'attempted',
  title: 'Policy that limits others deleted by somebody new',
  why: 'The name of the policy says that it kept somebody from something. IAM deletes a policy only after it was detached everywhere, so whatever it forbade is allowed now.',
  fix: 'Look at the identities that it was detached from shortly before, and put it back. Ask who wanted it gone.',
  misses:
    'Policies that limit and are not called so. New versions that forbid less. Boundaries taken off a single identity (permissions-boundary-removed). A caller who deleted such a policy within 30 days.',
  falsePositives: 'Tidying up, and policies that only sound like it.',
  attack: ['T1562.001', 'T1098.003'],
  messages: {
    deleted: {
      done: '{actor} deleted policy {policy}, which by its name limited others.',
      tried: '{actor} tried to delete policy {policy}, which by its name limits others; AWS refused it.',
    },
  },

  history(event) {
    if (guardrailOf(event) === undefined) return [];
    // Apart by outcome: an attempt that was refused must not make the one that succeeds look known.
    return [{ kind: 'first-seen', key: `${event.actor.key} ${event.outcome}`, days: 30, optional: true }];
  },

  evaluate(event, { history }) {
    const resource = guardrailOf(event);
    if (resource === undefined || history[0]?.status === 'not-met') return [];
    return [{ message: 'deleted', resource, data: { policy: nameInArn(resource) } }];
  },
});

const policyArn = 'arn:aws:iam::111122223333:policy/ops/DeveloperBoundary';
const deletes = (over: object = {}) => call('iam:DeletePolicy', { request: { policyArn }, ...over });
const refused = () => ({ error: denied('iam:DeletePolicy', `policy ${policyArn}`) });

export const examples = (): Example[] => [
  { name: 'a boundary', expect: ['deleted'], severity: 'medium', record: deletes() },
  {
    name: 'refused',
    expect: ['deleted'],
    severity: 'low',
    record: call('iam:DeletePolicy', { ...refused() }),
  },
  {
    name: 'after it was refused',
    expect: ['deleted'],
    severity: 'medium',
    before: [call('iam:DeletePolicy', { ...refused(), time: '2026-03-04T05:00:00Z' })],
    record: deletes(),
  },
  {
    name: 'in the first days of watching',
    expect: ['deleted'],
    watchedSince: '2026-03-02T00:00:00Z',
    record: deletes(),
  },
  {
    name: 'by who does so every week',
    expect: [],
    before: [deletes({ by: role('deploy', 'run-1'), time: '2026-02-25T05:06:07Z' })],
    record: deletes({ by: role('deploy', 'run-2') }),
  },
  {
    name: 'an ordinary policy',
    expect: [],
    record: call('iam:DeletePolicy', { request: { policyArn: 'arn:aws:iam::111122223333:policy/transcpu' } }),
  },
  {
    name: 'still attached',
    expect: [],
    record: deletes({ error: { code: 'DeleteConflictException' } }),
  },
];
