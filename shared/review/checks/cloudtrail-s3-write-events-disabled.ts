import { advancedSelectors, basicSelectors, noTrails, reads, trailSources } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { ofAccount } from '../judge-each.ts';
import { recordsAll } from '../recording.ts';
import { knownTrails, someLogging } from '../trails.ts';

export const check = defineCheck({
  id: 'cloudtrail-s3-write-events-disabled',
  topic: 'monitoring',
  severity: 'info',
  title: 'S3 writes are not recorded',
  why: 'Who deleted or overwrote objects is then known to nobody.',
  fix: 'Record data events of all buckets in a trail, for writing; look at the price first.',
  misses: 'Server access logs of buckets, and trails that record some buckets only.',
  needs: ['trails', 'trailStatus', 'trailSelectors'],
  messages: {
    FAIL: { none: 'No trail that logs records writes of objects in all buckets.' },
    PASS: { some: 'The writes of objects in all buckets are recorded by {trails}.' },
    NOT_EVALUATED: {
      unknown:
        'Whether writes of objects are recorded is not known: a trail’s status or selectors were not read.',
    },
  },

  judge({ sources, account }) {
    const trails = knownTrails(sources.trails, sources.trailStatus, sources.trailSelectors);
    const { names, isUnknown } = someLogging(trails, (selectors) =>
      recordsAll(selectors, { category: 'Data', access: 'write', resourceType: 'AWS::S3::Object' }),
    );
    if (isUnknown) return [ofAccount(account, 'unknown')];
    return [names.length > 0 ? ofAccount(account, 'some', { trails: names }) : ofAccount(account, 'none')];
  },
});

const objects = (readWriteType: string, value = 'arn:aws:s3') =>
  trailSources({
    selectors: basicSelectors({
      readWriteType,
      dataResources: [{ type: 'AWS::S3::Object', values: [value] }],
    }),
  });

export const examples = (): CheckExample[] => [
  { name: 'management events only', expect: ['none'], severity: 'info', state: trailSources() },
  { name: 'all objects', expect: ['some'], state: objects('All') },
  { name: 'all objects, WriteOnly', expect: ['some'], state: objects('WriteOnly') },
  { name: 'all objects, ReadOnly', expect: ['none'], state: objects('ReadOnly') },
  { name: 'one bucket', expect: ['none'], state: objects('All', 'arn:aws:s3:::b/') },
  {
    name: 'all objects, by an advanced selector',
    expect: ['some'],
    state: trailSources({
      selectors: advancedSelectors({
        eventCategory: ['Data'],
        'resources.type': ['AWS::S3::Object'],
        readOnly: ['false'],
      }),
    }),
  },
  {
    name: 'some objects, by an advanced selector',
    expect: ['none'],
    state: trailSources({
      selectors: advancedSelectors({
        eventCategory: ['Data'],
        'resources.type': ['AWS::S3::Object'],
        'resources.ARN': ['arn:aws:s3:::b/x'],
      }),
    }),
  },
  { name: 'no trail', expect: ['none'], state: noTrails() },
  {
    name: 'selectors that nobody asked for',
    expect: ['unknown'],
    state: { ...objects('All'), ...reads({ trailSelectors: [] }) },
  },
];
