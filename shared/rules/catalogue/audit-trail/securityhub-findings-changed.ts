import { after, call, denied, service } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { objectAt, textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { regionalArn } from '../../resource-arn.ts';

type Message = 'closed' | 'insight';

/** Calls are capitalised in the log as in the API, or not, by client. */
const either = (from: IamEvent['request'], field: string) =>
  textAt(from, field) ?? textAt(from, `${field[0]?.toUpperCase()}${field.slice(1)}`);

const hides = ({ request }: IamEvent): boolean => {
  const workflow = { ...objectAt(request, 'Workflow'), ...objectAt(request, 'workflow') };
  const status = either(workflow, 'status');
  return status === 'SUPPRESSED' || status === 'RESOLVED' || either(request, 'recordState') === 'ARCHIVED';
};

const messageOf = (event: IamEvent): Message | undefined => {
  if (event.name.endsWith('Insight')) return 'insight';
  const isUnknown = event.outcome === 'denied' && Object.keys(event.request).length === 0;
  return isUnknown || hides(event) ? 'closed' : undefined;
};

export default defineRule({
  id: 'securityhub-findings-changed',
  kind: 'incident',
  severity: 'medium',
  on: {
    actions: [
      'securityhub:BatchUpdateFindings',
      'securityhub:UpdateFindings',
      'securityhub:UpdateInsight',
      'securityhub:DeleteInsight',
    ],
  },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  title: 'Security Hub findings suppressed, resolved or archived',
  why: 'Findings that are suppressed or resolved drop out of every dashboard: the attacker tidies up after himself where the security team looks.',
  fix: 'Look the findings up by the caller’s name and reopen those that nobody dealt with.',
  misses:
    'Automation rules that suppress findings as they come. Lowered severities and notes. A role that did the same in the last 30 days is rated low.',
  falsePositives:
    'The security team and its ticket system closing findings: medium the first time in 30 days that a role does it, and low from then on.',
  attack: ['T1562.001', 'T1070'],
  messages: {
    closed: {
      done: '{actor} suppressed, resolved or archived Security Hub findings in {region}.',
      tried: '{actor} tried to change Security Hub findings in {region}; AWS refused it.',
    },
    insight: {
      done: '{actor} changed or deleted a Security Hub insight in {region} ({eventName}).',
      tried: '{actor} tried to change or delete a Security Hub insight in {region}; AWS refused it.',
    },
  },

  history(event) {
    const message = messageOf(event);
    // Apart by outcome: an attempt that was refused must not make the one that succeeds look known.
    const key = `${event.actor.key} ${message} ${event.outcome}`;
    return message === undefined ? [] : [{ kind: 'first-seen', key, days: 30, optional: true }];
  },

  evaluate(event, { history: [before] }) {
    const message = messageOf(event);
    if (message === undefined) return [];
    const resource = regionalArn(event, 'securityhub', 'hub/default');
    return [{ message, resource, data: {}, ...(before?.status === 'not-met' ? { severity: 'low' } : {}) }];
  },
});

const suppress = { request: { findingIdentifiers: [], workflow: { status: 'SUPPRESSED' } } };

export const examples = (): Example[] => [
  {
    name: 'suppressed',
    expect: ['closed'],
    severity: 'medium',
    record: call('securityhub:BatchUpdateFindings', suppress),
  },
  {
    name: 'archived, capitalised',
    expect: ['closed'],
    record: call('securityhub:UpdateFindings', { request: { Filters: {}, RecordState: 'ARCHIVED' } }),
  },
  {
    name: 'an insight',
    expect: ['insight'],
    record: call('securityhub:DeleteInsight', { request: { insightArn: 'a' } }),
  },
  {
    name: 'suppressed, as last week',
    expect: ['closed'],
    severity: 'low',
    before: [call('securityhub:BatchUpdateFindings', { ...suppress, time: after(-7 * 86_400) })],
    record: call('securityhub:BatchUpdateFindings', suppress),
  },
  {
    name: 'suppressed, by who only changed an insight',
    expect: ['closed'],
    severity: 'medium',
    before: [call('securityhub:DeleteInsight', { request: { insightArn: 'a' }, time: after(-86_400) })],
    record: call('securityhub:BatchUpdateFindings', suppress),
  },
  {
    name: 'suppressed, after a refused attempt',
    expect: ['closed'],
    severity: 'medium',
    before: [
      call('securityhub:BatchUpdateFindings', {
        error: denied('securityhub:BatchUpdateFindings'),
        time: after(-86_400),
      }),
    ],
    record: call('securityhub:BatchUpdateFindings', suppress),
  },
  {
    name: 'refused',
    expect: ['closed'],
    severity: 'low',
    record: call('securityhub:BatchUpdateFindings', { error: denied('securityhub:BatchUpdateFindings') }),
  },
  {
    name: 'a note',
    expect: [],
    record: call('securityhub:BatchUpdateFindings', { request: { note: { text: 'looking at it' } } }),
  },
  {
    name: 'by an AWS service',
    expect: [],
    record: call('securityhub:BatchUpdateFindings', {
      ...suppress,
      by: service('securityhub.amazonaws.com'),
    }),
  },
];
