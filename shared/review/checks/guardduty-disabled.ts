import { keyed, reads } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeRegions, regionMessages, regionsToJudge } from '../judge-regions.ts';

export const check = defineCheck({
  id: 'guardduty-disabled',
  topic: 'monitoring',
  severity: 'medium',
  title: 'GuardDuty is off',
  why: 'AWS’s own detection of stolen credentials, mining and exfiltration does not look there.',
  fix: 'Enable GuardDuty in the Region, or for the whole organisation from its delegated administrator.',
  misses: 'Features that are switched off one by one.',
  needs: ['guardDuty'],
  consults: ['regions'],
  messages: {
    FAIL: {
      deleted: 'GuardDuty has no detector in {region}.',
      suspended: 'The GuardDuty detector in {region} is suspended.',
    },
    PASS: { on: 'GuardDuty is on in {region}.' },
    NOT_EVALUATED: regionMessages,
  },

  judge: ({ sources, account, criteria }) =>
    judgeRegions(
      {
        regions: regionsToJudge(sources.regions, criteria),
        readings: sources.guardDuty,
        account,
        resourceOf: (region) => account.regionalArn('guardduty', region, 'detector'),
      },
      (detectors) => {
        if (detectors.length === 0) return { message: 'deleted' };
        return { message: detectors.some(({ enabled }) => enabled) ? 'on' : 'suspended' };
      },
    ),
});

const state = (...enabled: readonly boolean[]) =>
  reads({
    regions: ['eu-west-1'],
    guardDuty: [
      keyed(
        'eu-west-1',
        enabled.map((on) => ({ id: 'd', enabled: on })),
      ),
    ],
  });

export const examples = (): CheckExample[] => [
  { name: 'no detector', expect: ['deleted'], severity: 'medium', state: state() },
  { name: 'suspended', expect: ['suspended'], state: state(false) },
  { name: 'on', expect: ['on'], state: state(true) },
  {
    name: 'a Region in use that nobody asked',
    expect: ['on', 'region-unknown'],
    account: { regionsInUse: ['eu-west-1', 'us-east-1'] },
    state: state(true),
  },
  {
    name: 'no Region is known',
    expect: ['no-regions'],
    state: reads({ guardDuty: [] }),
  },
];
