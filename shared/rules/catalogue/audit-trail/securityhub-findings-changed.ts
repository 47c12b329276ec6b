import { call, denied, service } from '../../../events/example.ts';
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
  misses: 'Automation rules that suppress findings as they come. Lowered severities and notes.',
  falsePositives: 'The security team and its ticket system closing findings: expect many where they do.',
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

  evaluate(event) {
    const message = messageOf(event);
    return message === undefined
      ? []
      : [{ message, resource: regionalArn(event, 'securityhub', 'hub/default'), data: {} }];
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
