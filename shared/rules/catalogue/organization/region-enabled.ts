import { call, denied } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { otherAccountArn } from '../../other-account.ts';

export default defineRule({
  id: 'region-enabled',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['account:EnableRegion'] },
  title: 'AWS region enabled',
  why: 'Attackers open regions that nobody watches, to mine or to hide instances where no detector runs.',
  fix: 'Disable the region again unless a project needs it, and look for anything that was started there.',
  misses: 'Regions that are enabled by default and never used. Refused attempts.',
  falsePositives: 'A new project in an opt-in region.',
  attack: ['T1535'],
  messages: { enabled: '{actor} enabled region {enabled} in account {target}.' },
  undo: { enabled: 'aws account disable-region --region-name {enabled}' },

  evaluate(event) {
    const target =
      textAt(event.request, 'accountId') ?? textAt(event.request, 'AccountId') ?? event.accountId;
    // Services log this parameter in both cases.
    const enabled = textAt(event.request, 'RegionName') ?? textAt(event.request, 'regionName') ?? 'unknown';
    return [
      {
        message: 'enabled',
        resource: otherAccountArn(event, target),
        aspect: enabled,
        data: { enabled, target },
      },
    ];
  },
});

export const examples = (): Example[] => [
  {
    name: 'as the console logs it',
    expect: ['enabled'],
    severity: 'medium',
    record: call('account:EnableRegion', { request: { RegionName: 'af-south-1' } }),
  },
  {
    name: 'in lower case',
    expect: ['enabled'],
    record: call('account:EnableRegion', {
      request: { regionName: 'me-south-1', accountId: '444455556666' },
    }),
  },
  {
    name: 'refused',
    expect: [],
    record: call('account:EnableRegion', { error: denied('account:EnableRegion') }),
  },
];
