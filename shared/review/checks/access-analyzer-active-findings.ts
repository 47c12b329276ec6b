import { keyed, reads } from '../../account/example.ts';
import type { AnalyzerFinding } from '../../account/snapshot-services.ts';
import { readingsBy } from '../../account/source.ts';
import { analyzersIn } from '../analyzers.ts';
import { type CheckExample, defineCheck, type Judgement } from '../define-check.ts';
import { judgeEach, ofAccount } from '../judge-each.ts';

/** Resources named in one verdict: who wants all of them looks into the analyzer. */
const named = 20;

export const check = defineCheck({
  id: 'access-analyzer-active-findings',
  topic: 'hygiene',
  severity: 'medium',
  title: 'Analyzer has active findings',
  why: 'Somebody outside has access, or somebody has access that is not used, and nobody has said that it is meant.',
  fix: 'Take the access away, or archive the finding with a rule that says why it is meant.',
  misses: 'Analyzers that are not active: their findings are old.',
  needs: ['analyzers', 'analyzerFindings'],
  messages: {
    FAIL: { active: 'The analyzer {analyzer} has {count} active finding(s): {resources}.' },
    PASS: { quiet: 'The analyzer {analyzer} has no active finding.' },
    NOT_APPLICABLE: { 'no-analyzers': 'The account has no active analyzer.' },
    NOT_EVALUATED: {
      'findings-unknown': 'The findings of the analyzer {analyzer} are not known: {cause}.',
      'region-unknown': 'The analyzers of {region} are not known: {cause}.',
    },
  },

  judge({ sources, account }) {
    const { analyzers, unread } = analyzersIn(sources.analyzers);
    const open = unread.map((gap): Judgement<'region-unknown'> => ofAccount(account, 'region-unknown', gap));
    const active = analyzers.filter(({ status }) => status === 'ACTIVE');
    if (active.length === 0 && open.length > 0) return open;
    const findingsOf = readingsBy(sources.analyzerFindings);
    return [
      ...judgeEach(active, account, 'no-analyzers', ({ name, arn }) => {
        const about = { resource: arn, resourceId: name };
        const reading = findingsOf(arn);
        if (reading.status !== 'read')
          return { message: 'findings-unknown', ...about, data: { analyzer: name, cause: reading.cause } };
        const those = reading.value.filter(({ status }) => status === 'ACTIVE');
        if (those.length === 0) return { message: 'quiet', ...about, data: { analyzer: name } };
        const resources = [...new Set(those.map(({ resource, id }) => resource ?? id))].toSorted();
        return {
          message: 'active',
          ...about,
          data: { analyzer: name, count: those.length, resources: resources.slice(0, named) },
        };
      }),
      ...open,
    ];
  },
});

const arn = 'arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/a';
const analyzers = (status = 'ACTIVE') =>
  reads({ analyzers: [keyed('eu-west-1', [{ name: 'a', arn, type: 'ACCOUNT', status, tags: [] }])] });
const state = (...statuses: readonly string[]) => {
  const findings: readonly AnalyzerFinding[] = statuses.map((status, index) => ({
    id: String(index),
    status,
    resource: `arn:aws:s3:::bucket-${index}`,
  }));
  return { ...analyzers(), ...reads({ analyzerFindings: [keyed(arn, findings)] }) };
};

export const examples = (): CheckExample[] => [
  { name: 'an active one', expect: ['active'], severity: 'medium', state: state('ACTIVE', 'ARCHIVED') },
  { name: 'archived and resolved ones', expect: ['quiet'], state: state('ARCHIVED', 'RESOLVED') },
  { name: 'no active analyzer', expect: ['no-analyzers'], state: { ...state(), ...analyzers('DISABLED') } },
  {
    name: 'nobody asked for its findings',
    expect: ['findings-unknown'],
    state: { ...analyzers(), ...reads({ analyzerFindings: [] }) },
  },
];
