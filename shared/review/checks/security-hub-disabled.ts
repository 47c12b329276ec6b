import { keyed, reads } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeRegions, regionMessages, regionsToJudge } from '../judge-regions.ts';

export const check = defineCheck({
  id: 'security-hub-disabled',
  topic: 'monitoring',
  severity: 'medium',
  title: 'Security Hub is off',
  why: 'Findings of AWS’s services are collected nowhere in the Region, and its standards are not checked.',
  fix: 'Enable it: `aws securityhub enable-security-hub`.',
  misses: 'Which standards are enabled.',
  needs: ['securityHub'],
  consults: ['regions'],
  messages: {
    FAIL: { off: 'Security Hub is off in {region}.' },
    PASS: { on: 'Security Hub is on in {region}.' },
    NOT_EVALUATED: regionMessages,
  },

  judge: ({ sources, account, criteria }) =>
    judgeRegions(
      {
        regions: regionsToJudge(sources.regions, criteria),
        readings: sources.securityHub,
        account,
        resourceOf: (region) => account.regionalArn('securityhub', region, 'hub/default'),
      },
      (isOn) => ({ message: isOn ? 'on' : 'off' }),
    ),
});

const state = (isOn: boolean) => reads({ regions: ['eu-west-1'], securityHub: [keyed('eu-west-1', isOn)] });

export const examples = (): CheckExample[] => [
  { name: 'off', expect: ['off'], severity: 'medium', state: state(false) },
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
    state: reads({ securityHub: [] }),
  },
];
