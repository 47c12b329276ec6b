import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { regionalArn } from '../../resource-arn.ts';

/** As the nightly check of the same name says it. The newer Security Hub is switched on and off apart from the older one. */
const hubOf = (event: IamEvent) => ({
  resource: regionalArn(event, 'securityhub', 'hub/default'),
  ...(event.name.endsWith('V2') ? { aspect: 'v2' } : {}),
});

export default defineRule({
  id: 'security-hub-disabled',
  kind: 'condition',
  severity: 'high',
  on: { actions: ['securityhub:DisableSecurityHub', 'securityhub:DisableSecurityHubV2'] },
  outcome: 'attempted',
  title: 'Security Hub switched off',
  why: 'Findings of GuardDuty, Macie and IAM Access Analyzer are collected nowhere in the region any more, and its findings so far are deleted after 90 days.',
  fix: 'Enable Security Hub again with the standards and integrations it had, then read what the caller did before and since.',
  misses:
    'Regions where it never was on. Standards and members that are taken out: see security-hub-narrowed.',
  falsePositives: 'Giving up a region; moving to the newer Security Hub.',
  attack: ['T1562.001'],
  messages: {
    off: {
      done: '{actor} switched Security Hub off in {region}.',
      tried: '{actor} tried to switch Security Hub off in {region}; AWS refused it.',
    },
    offV2: {
      done: '{actor} switched the newer Security Hub (V2) off in {region}.',
      tried: '{actor} tried to switch the newer Security Hub (V2) off in {region}; AWS refused it.',
    },
  },
  undo: {
    off: 'aws securityhub enable-security-hub --region {region}',
    offV2: 'aws securityhub enable-security-hub-v2 --region {region}',
  },
  undoneBy: [
    {
      actions: ['securityhub:EnableSecurityHub', 'securityhub:EnableSecurityHubV2'],
      undoes: (event) => [hubOf(event)],
    },
  ],

  evaluate: (event) => [{ message: event.name.endsWith('V2') ? 'offV2' : 'off', ...hubOf(event), data: {} }],
});

export const examples = (): Example[] => [
  { name: 'the hub', expect: ['off'], severity: 'high', record: call('securityhub:DisableSecurityHub') },
  { name: 'the newer one', expect: ['offV2'], record: call('securityhub:DisableSecurityHubV2') },
  {
    name: 'refused',
    expect: ['off'],
    severity: 'medium',
    record: call('securityhub:DisableSecurityHub', { error: denied('securityhub:DisableSecurityHub') }),
  },
  {
    name: 'was off already',
    expect: [],
    record: call('securityhub:DisableSecurityHub', { error: { code: 'InvalidAccessException' } }),
  },
];
