import { advancedSelectors, basicSelectors, noTrails, reads, trailSources } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeRecording } from '../judge-recording.ts';
import { recordsAll, recordsSomeData } from '../recording.ts';

export const check = defineCheck({
  id: 'cloudtrail-bedrock-logging-disabled',
  topic: 'monitoring',
  severity: 'info',
  title: 'Calls of Amazon Bedrock are not recorded',
  why: 'Stolen keys are used for models these days, and the bill tells of it weeks later.',
  fix: 'Record management events that write, or data events of AWS::Bedrock resources, in a trail.',
  misses: 'Prompts and answers: model invocation logging keeps those.',
  needs: ['trails', 'trailStatus', 'trailSelectors'],
  messages: {
    FAIL: { none: 'No trail that logs records calls of Amazon Bedrock.' },
    PASS: { some: 'Calls of Amazon Bedrock are recorded by {trails}.' },
    NOT_EVALUATED: {
      unknown:
        'Whether calls of Amazon Bedrock are recorded is not known: a trail’s status or selectors were not read.',
    },
  },

  judge: (context) =>
    judgeRecording(
      context,
      (selectors) =>
        recordsAll(selectors, { category: 'Management', access: 'write' }) ||
        recordsSomeData(selectors, 'AWS::Bedrock::'),
    ),
});

const state = (selectors: ReturnType<typeof basicSelectors>) => trailSources({ selectors });

export const examples = (): CheckExample[] => [
  {
    name: 'reads only',
    expect: ['none'],
    severity: 'info',
    state: state(basicSelectors({ readWriteType: 'ReadOnly' })),
  },
  { name: 'management events', expect: ['some'], state: state(basicSelectors()) },
  {
    name: 'data events of models',
    expect: ['some'],
    state: state(advancedSelectors({ eventCategory: ['Data'], 'resources.type': ['AWS::Bedrock::Model'] })),
  },
  {
    name: 'data events of buckets',
    expect: ['none'],
    state: state(advancedSelectors({ eventCategory: ['Data'], 'resources.type': ['AWS::S3::Object'] })),
  },
  { name: 'no trail', expect: ['none'], state: noTrails() },
  {
    name: 'selectors that nobody asked for',
    expect: ['unknown'],
    state: { ...trailSources(), ...reads({ trailSelectors: [] }) },
  },
];
