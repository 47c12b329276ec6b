import { call, denied, service } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { nameInArn, refusedArnOf, regionalArn } from '../../resource-arn.ts';

type Message = 'deleted' | 'archiveRule' | 'updated' | 'archived';

const messageOf = (event: IamEvent): Message | undefined => {
  if (event.name === 'DeleteAnalyzer') return 'deleted';
  if (event.name.endsWith('ArchiveRule')) return 'archiveRule';
  if (event.name === 'UpdateAnalyzer') return 'updated';
  const status = textAt(event.request, 'status');
  return status === 'ARCHIVED' || (event.outcome === 'denied' && status === undefined)
    ? 'archived'
    : undefined;
};

const analyzerOf = (event: IamEvent): string | undefined => {
  const name = textAt(event.request, 'analyzerName') ?? textAt(event.request, 'analyzerArn');
  return name === undefined ? undefined : nameInArn(name);
};

export default defineRule({
  id: 'access-analyzer-disabled',
  kind: 'incident',
  severity: 'high',
  on: {
    actions: [
      'access-analyzer:DeleteAnalyzer',
      'access-analyzer:CreateArchiveRule',
      'access-analyzer:UpdateArchiveRule',
      'access-analyzer:ApplyArchiveRule',
      'access-analyzer:UpdateAnalyzer',
      'access-analyzer:UpdateFindings',
    ],
  },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  title: 'IAM Access Analyzer deleted or made to overlook something',
  why: 'Nobody is told any more that a role, bucket or key has been opened to a foreign account: a preparation for doing that.',
  fix: 'Create the analyzer again, read the archive rules, and look for roles and buckets that were opened since.',
  misses: 'Regions that never had an analyzer. What an archive rule covers.',
  falsePositives:
    'Archiving intended access after a review. AWS Control Tower and Security Hub at work as services are left out.',
  attack: ['T1562.001'],
  messages: {
    deleted: {
      done: '{actor} deleted IAM Access Analyzer {analyzer} in {region}.',
      tried: '{actor} tried to delete an IAM Access Analyzer in {region}; AWS refused it.',
    },
    archiveRule: {
      done: '{actor} set a rule that archives findings of IAM Access Analyzer {analyzer} in {region} ({eventName}).',
      tried:
        '{actor} tried to set a rule that archives findings of IAM Access Analyzer in {region}; AWS refused it.',
    },
    updated: {
      done: '{actor} changed what IAM Access Analyzer {analyzer} looks at in {region}.',
      tried: '{actor} tried to change what an IAM Access Analyzer looks at in {region}; AWS refused it.',
    },
    archived: {
      done: '{actor} archived findings of IAM Access Analyzer {analyzer} in {region}.',
      tried: '{actor} tried to archive findings of IAM Access Analyzer in {region}; AWS refused it.',
    },
  },

  evaluate(event) {
    const message = messageOf(event);
    if (message === undefined) return [];
    const analyzer = analyzerOf(event);
    const resource =
      analyzer === undefined
        ? (refusedArnOf(event) ?? accountArn(event))
        : regionalArn(event, 'access-analyzer', `analyzer/${analyzer}`);
    const severity = message === 'archived' ? 'medium' : 'high';
    return [{ message, resource, severity, data: { analyzer: analyzer ?? 'unknown' } }];
  },
});

const request = { analyzerName: 'organization' };
const analyzerArn = 'arn:aws:access-analyzer:us-east-1:111122223333:analyzer/organization';

export const examples = (): Example[] => [
  {
    name: 'deleted',
    expect: ['deleted'],
    severity: 'high',
    record: call('access-analyzer:DeleteAnalyzer', { request }),
  },
  {
    name: 'an archive rule',
    expect: ['archiveRule'],
    record: call('access-analyzer:CreateArchiveRule', {
      request: { ...request, ruleName: 'mine', filter: {} },
    }),
  },
  {
    name: 'changed',
    expect: ['updated'],
    record: call('access-analyzer:UpdateAnalyzer', { request: { ...request, configuration: {} } }),
  },
  {
    name: 'archived',
    expect: ['archived'],
    severity: 'medium',
    record: call('access-analyzer:UpdateFindings', {
      request: { analyzerArn, status: 'ARCHIVED', ids: ['a'] },
    }),
  },
  {
    name: 'refused',
    expect: ['deleted'],
    severity: 'medium',
    record: call('access-analyzer:DeleteAnalyzer', {
      error: denied('access-analyzer:DeleteAnalyzer', analyzerArn),
    }),
  },
  {
    name: 'made active again',
    expect: [],
    record: call('access-analyzer:UpdateFindings', {
      request: { analyzerArn, status: 'ACTIVE', ids: ['a'] },
    }),
  },
  {
    name: 'by an AWS service',
    expect: [],
    record: call('access-analyzer:DeleteAnalyzer', { request, by: service('controltower.amazonaws.com') }),
  },
];
