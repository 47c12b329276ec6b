import { keyed, reads } from '../../account/example.ts';
import type { ConfigRecorder } from '../../account/snapshot-services.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeRegions, regionMessages, regionsToJudge } from '../judge-regions.ts';

export const check = defineCheck({
  id: 'config-recorder-off',
  topic: 'monitoring',
  severity: 'medium',
  title: 'AWS Config records nothing',
  why: 'What was changed, and when, is known for no resource of the Region.',
  fix: 'Make a configuration recorder and start it: `aws configservice start-configuration-recorder`.',
  misses: 'Which types of resources it records.',
  needs: ['configRecorders'],
  consults: ['regions'],
  messages: {
    FAIL: {
      none: 'AWS Config has no recorder in {region}.',
      stopped: 'The recorder of AWS Config in {region} is stopped.',
      failing: 'The recorder of AWS Config in {region} fails to deliver.',
    },
    PASS: { on: 'AWS Config records in {region}.' },
    NOT_EVALUATED: regionMessages,
  },

  judge: ({ sources, account, criteria }) =>
    judgeRegions(
      {
        regions: regionsToJudge(sources.regions, criteria),
        readings: sources.configRecorders,
        account,
        resourceOf: (region) => account.regionalArn('config', region, 'config-recorder'),
      },
      (recorders) => {
        if (recorders.length === 0) return { message: 'none' };
        const recording = recorders.filter((one) => one.recording);
        if (recording.length === 0) return { message: 'stopped' };
        const isFailing = recording.every(({ lastStatus }) => lastStatus?.toUpperCase() === 'FAILURE');
        return { message: isFailing ? 'failing' : 'on' };
      },
    ),
});

const state = (...recorders: readonly ConfigRecorder[]) =>
  reads({ regions: ['eu-west-1'], configRecorders: [keyed('eu-west-1', recorders)] });

export const examples = (): CheckExample[] => [
  { name: 'none', expect: ['none'], severity: 'medium', state: state() },
  { name: 'stopped', expect: ['stopped'], state: state({ name: 'default', recording: false }) },
  {
    name: 'failing',
    expect: ['failing'],
    state: state({ name: 'default', recording: true, lastStatus: 'FAILURE' }),
  },
  {
    name: 'recording',
    expect: ['on'],
    state: state({ name: 'default', recording: true, lastStatus: 'SUCCESS' }),
  },
  {
    name: 'a Region in use that nobody asked',
    expect: ['on', 'region-unknown'],
    account: { regionsInUse: ['eu-west-1', 'us-east-1'] },
    state: state({ name: 'default', recording: true }),
  },
  {
    name: 'no Region is known',
    expect: ['no-regions'],
    state: reads({ configRecorders: [] }),
  },
];
