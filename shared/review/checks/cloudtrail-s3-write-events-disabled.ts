import { type CheckExample, defineCheck } from '../define-check.ts';
import { objectEventExamples } from '../example-object-events.ts';
import { judgeRecording } from '../judge-recording.ts';
import { recordsAll } from '../recording.ts';

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

  judge: (context) =>
    judgeRecording(context, (selectors) =>
      recordsAll(selectors, { category: 'Data', access: 'write', resourceType: 'AWS::S3::Object' }),
    ),
});

export const examples = (): CheckExample[] => objectEventExamples('write');
