import { advancedSelectors, basicSelectors, noTrails, reads, trailSources } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { ofAccount } from '../judge-each.ts';
import { recordsAll, type Wanted } from '../recording.ts';
import { knownTrails, someLogging } from '../trails.ts';

export const check = defineCheck({
  id: 'cloudtrail-management-events-incomplete',
  topic: 'monitoring',
  severity: 'high',
  title: 'Trails leave out management events',
  why: 'IAM is logged as management events. Without reads nobody sees an intruder look around, without writes nobody sees anything.',
  fix: 'Record management events of both kinds, of all services but perhaps KMS and RDS Data API, in a trail of all Regions.',
  misses: 'Event data stores of CloudTrail Lake.',
  needs: ['trails', 'trailStatus', 'trailSelectors'],
  messages: {
    FAIL: { incomplete: 'No trail of all Regions that logs records all {missing} of management events.' },
    PASS: { complete: 'Management events are recorded: reads by {reads}, writes by {writes}.' },
    NOT_EVALUATED: {
      unknown:
        'Whether management events are recorded is not known: a trail’s status or selectors were not read.',
    },
  },

  judge({ sources, account }) {
    const trails = knownTrails(sources.trails, sources.trailStatus, sources.trailSelectors);
    const by = (access: Wanted['access']) =>
      someLogging(
        trails,
        (selectors, { isMultiRegion }) =>
          isMultiRegion && recordsAll(selectors, { category: 'Management', access }),
      );
    const [reads, writes] = [by('read'), by('write')];
    if (reads.isUnknown || writes.isUnknown) return [ofAccount(account, 'unknown')];
    const missing = [
      ...(reads.names.length === 0 ? ['reads'] : []),
      ...(writes.names.length === 0 ? ['writes'] : []),
    ];
    return [
      missing.length > 0
        ? ofAccount(account, 'incomplete', { missing })
        : ofAccount(account, 'complete', { reads: reads.names, writes: writes.names }),
    ];
  },
});

const withSelectors = (selectors: Parameters<typeof trailSources>[0]) => trailSources(selectors);

export const examples = (): CheckExample[] => [
  {
    name: 'writes only',
    expect: ['incomplete'],
    severity: 'high',
    state: withSelectors({ selectors: basicSelectors({ readWriteType: 'WriteOnly' }) }),
  },
  { name: 'both', expect: ['complete'], state: trailSources() },
  {
    name: 'both, but those of KMS',
    expect: ['complete'],
    state: withSelectors({ selectors: basicSelectors({ excludedSources: ['kms.amazonaws.com'] }) }),
  },
  {
    name: 'data events only',
    expect: ['incomplete'],
    state: withSelectors({ selectors: basicSelectors({ includesManagementEvents: false }) }),
  },
  {
    name: 'both, by an advanced selector',
    expect: ['complete'],
    state: withSelectors({ selectors: advancedSelectors({ eventCategory: ['Management'] }) }),
  },
  {
    name: 'reads, by an advanced selector',
    expect: ['incomplete'],
    state: withSelectors({
      selectors: advancedSelectors({ eventCategory: ['Management'], readOnly: ['true'] }),
    }),
  },
  {
    name: 'reads and writes, by two advanced selectors',
    expect: ['complete'],
    state: withSelectors({
      selectors: advancedSelectors(
        { eventCategory: ['Management'], readOnly: ['true'] },
        { eventCategory: ['Management'], readOnly: ['false'] },
      ),
    }),
  },
  {
    name: 'of one service only',
    expect: ['incomplete'],
    state: withSelectors({
      selectors: advancedSelectors({ eventCategory: ['Management'], eventSource: ['s3.amazonaws.com'] }),
    }),
  },
  { name: 'stopped', expect: ['incomplete'], state: trailSources({ status: { isLogging: false } }) },
  { name: 'no trail', expect: ['incomplete'], state: noTrails() },
  {
    name: 'selectors that nobody asked for',
    expect: ['unknown'],
    state: { ...trailSources(), ...reads({ trailSelectors: [] }) },
  },
];
