import { keyed, noTrails, reads, trailArn, trailSources } from '../../account/example.ts';
import { readingsBy } from '../../account/source.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { ofAccount } from '../judge-each.ts';
import { knownTrails } from '../trails.ts';

export const check = defineCheck({
  id: 'cloudtrail-insights-disabled',
  topic: 'monitoring',
  severity: 'info',
  title: 'No trail has CloudTrail Insights',
  why: 'A burst of calls or of errors that is unlike the account is then told by nobody at AWS.',
  fix: 'Switch on ApiCallRateInsight and ApiErrorRateInsight: `aws cloudtrail put-insight-selectors`; they are paid by event.',
  misses: 'Event data stores of CloudTrail Lake.',
  needs: ['trails', 'trailStatus', 'trailInsights'],
  messages: {
    FAIL: { off: 'No trail that logs has insights.' },
    PASS: { on: 'These trails have insights: {trails}.' },
    NOT_EVALUATED: { unknown: 'Whether the trails {trails} have insights is not known.' },
  },

  judge({ sources, account }) {
    const insightsOf = readingsBy(sources.trailInsights);
    const known = knownTrails(sources.trails, sources.trailStatus)
      .filter(({ isLogging }) => isLogging !== false)
      .map(({ trail, isLogging }) => ({ name: trail.name, isLogging, reading: insightsOf(trail.arn) }));
    const having = known.filter(({ reading }) => reading.status !== 'read' || reading.value.length > 0);
    const isSure = ({ isLogging, reading }: (typeof known)[number]) =>
      isLogging === true && reading.status === 'read';
    const on = having.filter(isSure).map(({ name }) => name);
    if (on.length > 0) return [ofAccount(account, 'on', { trails: on })];
    const open = having.map(({ name }) => name);
    return [open.length > 0 ? ofAccount(account, 'unknown', { trails: open }) : ofAccount(account, 'off')];
  },
});

const state = (types: readonly string[] | undefined, isLogging = true) => ({
  ...trailSources({ status: { isLogging } }),
  ...reads({ trailInsights: types === undefined ? [] : [keyed(trailArn('main'), types)] }),
});

export const examples = (): CheckExample[] => [
  { name: 'none', expect: ['off'], severity: 'info', state: state([]) },
  { name: 'of calls', expect: ['on'], state: state(['ApiCallRateInsight']) },
  { name: 'in a trail that is stopped', expect: ['off'], state: state(['ApiCallRateInsight'], false) },
  { name: 'nobody asked', expect: ['unknown'], state: state(undefined) },
  { name: 'no trail', expect: ['off'], state: noTrails() },
];
