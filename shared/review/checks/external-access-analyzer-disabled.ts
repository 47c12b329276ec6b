import { arnOf, keyed, reads } from '../../account/example.ts';
import type { AnalyzerDetail } from '../../account/snapshot-services.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeRegions, regionMessages } from '../judge-regions.ts';

/** `ACCOUNT` and `ORGANIZATION` look for external access; other types for unused or internal access. */
const looksOutside = ({ type, status }: AnalyzerDetail): boolean =>
  (type === 'ACCOUNT' || type === 'ORGANIZATION') && status === 'ACTIVE';

export const check = defineCheck({
  id: 'external-access-analyzer-disabled',
  topic: 'hygiene',
  severity: 'medium',
  title: 'Region has no active analyzer of external access',
  why: 'Buckets, keys and queues that let strangers in are not told there.',
  fix: 'Make an analyzer of type ACCOUNT or ORGANIZATION in the Region: `aws accessanalyzer create-analyzer`. It costs nothing.',
  misses: 'An analyzer of the organisation in another account, which the account does not see.',
  needs: ['analyzers', 'regions'],
  messages: {
    FAIL: { none: '{region} has no active analyzer of external access.' },
    PASS: { active: '{region} has an active analyzer of external access.' },
    NOT_EVALUATED: regionMessages,
  },

  judge: ({ sources, account }) =>
    judgeRegions(
      {
        regions: sources.regions,
        readings: sources.analyzers,
        account,
        resourceOf: (region) => account.regionalArn('access-analyzer', region, 'analyzer/external'),
      },
      (analyzers) => ({ message: analyzers.some(looksOutside) ? 'active' : 'none' }),
    ),
});

const analyzer = (type: string, status = 'ACTIVE'): AnalyzerDetail => ({
  name: 'a',
  arn: arnOf('a').replace('iam::', 'access-analyzer:eu-west-1:'),
  type,
  status,
  tags: [],
});
const state = (...analyzers: readonly AnalyzerDetail[]) =>
  reads({ regions: ['eu-west-1'], analyzers: [keyed('eu-west-1', analyzers)] });

export const examples = (): CheckExample[] => [
  { name: 'none', expect: ['none'], severity: 'medium', state: state() },
  { name: 'of the account', expect: ['active'], state: state(analyzer('ACCOUNT')) },
  { name: 'of the organisation', expect: ['active'], state: state(analyzer('ORGANIZATION')) },
  { name: 'disabled', expect: ['none'], state: state(analyzer('ACCOUNT', 'DISABLED')) },
  { name: 'of unused access only', expect: ['none'], state: state(analyzer('ACCOUNT_UNUSED_ACCESS')) },
  {
    name: 'a second Region that nobody asked',
    expect: ['active', 'region-unknown'],
    state: { ...state(analyzer('ACCOUNT')), ...reads({ regions: ['eu-west-1', 'us-east-1'] }) },
  },
  { name: 'no Region is known', expect: ['no-regions'], state: reads({ regions: [], analyzers: [] }) },
];
