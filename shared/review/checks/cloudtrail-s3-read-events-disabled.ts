import { type CheckExample, defineCheck } from '../define-check.ts';
import { objectEventExamples } from '../example-object-events.ts';
import { judgeRecording } from '../judge-recording.ts';
import { recordsAll } from '../recording.ts';

export const check = defineCheck({
  id: 'cloudtrail-s3-read-events-disabled',
  topic: 'monitoring',
  severity: 'info',
  title: 'S3 reads are not recorded',
  why: 'Which objects a thief took is then known to nobody.',
  fix: 'Record data events of all buckets in a trail, for reading; look at the price first.',
  misses: 'Server access logs of buckets, and trails that record some buckets only.',
  needs: ['trails', 'trailStatus', 'trailSelectors'],
  messages: {
    FAIL: { none: 'No trail that logs records reads of objects in all buckets.' },
    PASS: { some: 'The reads of objects in all buckets are recorded by {trails}.' },
    NOT_EVALUATED: {
      unknown:
        'Whether reads of objects are recorded is not known: a trail’s status or selectors were not read.',
    },
  },

  judge: (context) =>
    judgeRecording(context, (selectors) =>
      recordsAll(selectors, { category: 'Data', access: 'read', resourceType: 'AWS::S3::Object' }),
    ),
});

export const examples = (): CheckExample[] => objectEventExamples('read');
