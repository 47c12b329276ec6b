import { after, call, denied, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import type { HistoryNeed } from '../../../history/window.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isNewlyMet } from '../../newly-met.ts';
import { mayBeRecon } from '../../recon-caller.ts';

/** "Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances": how many machines the account may start (Service Quotas). */
const instanceQuota = 'L-1216C47A';

type Probed = 'quota' | 'mail';

const probedBy = ({ action, request }: IamEvent): Probed | undefined => {
  if (action.startsWith('ses:')) return 'mail';
  return textAt(request, 'quotaCode') === instanceQuota ? 'quota' : undefined;
};

const needs = {
  quota: { withinMinutes: 0.5, threshold: 10 },
  // A few regions offer mail, and their quotas are asked for one after the other.
  mail: { withinMinutes: 10, threshold: 5 },
} as const;

export default defineRule({
  id: 'ses-or-quota-probing',
  kind: 'incident',
  severity: 'low',
  on: {
    actions: [
      'servicequotas:GetServiceQuota',
      'ses:GetAccount',
      'ses:GetAccountSendingEnabled',
      'ses:GetSendQuota',
    ],
  },
  outcome: 'any',
  title: 'Limits for instances or mail asked for in many regions',
  why: 'Who trades stolen keys asks what they are worth: how many machines may be started for mining, or how many mails sent, in each region.',
  fix: 'Take the credentials away unless the owner ran it. Look for new instances and mail identities in all regions.',
  misses:
    'Fewer than ten regions in half a minute (five in ten minutes for mail). Regions whose events are not forwarded. Refused calls that do not log which quota was asked for.',
  falsePositives: 'Tools that watch quotas: name their roles in the setting scanners.',
  attack: ['T1580', 'T1496', 'T1526'],
  messages: {
    quota: {
      done: '{actor} asked in {count} regions how many instances may be started.',
      tried:
        '{actor} tried to ask in {count} regions how many instances may be started; the last call did not succeed.',
    },
    mail: {
      done: '{actor} asked in {count} regions how much mail may be sent.',
      tried:
        '{actor} tried to ask in {count} regions how much mail may be sent; the last call did not succeed.',
    },
  },

  history(event, settings): readonly HistoryNeed[] {
    const probed = probedBy(event);
    if (probed === undefined || !mayBeRecon(event, settings)) return [];
    const key = `${probed} ${event.actor.key}`;
    return [{ kind: 'count', key, ...needs[probed], distinct: event.region }];
  },

  evaluate(event, { history: [regions] }) {
    const message = probedBy(event);
    if (message === undefined || !isNewlyMet(regions)) return [];
    return [{ message, resource: actorArn(event), data: { count: regions.count } }];
  },
});

export const examples = (): Example[] => {
  const regions = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'eu-west-1', 'eu-west-2', 'eu-west-3'];
  const more = ['ap-south-1', 'ap-east-1', 'sa-east-1', 'ca-central-1'];
  const nine = [...regions, ...more].slice(0, 9);
  const quota = (region: string, index: number, over: object = {}) =>
    call('servicequotas:GetServiceQuota', {
      by: role('web', 'x'),
      request: { serviceCode: 'ec2', quotaCode: instanceQuota },
      region,
      time: after(index - 9),
      readOnly: true,
      ...over,
    });
  const mail = (region: string, index: number, over: object = {}) =>
    call('ses:GetSendQuota', { region, time: after(60 * (index - 4)), readOnly: true, ...over });
  const before = nine.map((region, index) => quota(region, index));
  return [
    {
      name: 'instances in ten regions',
      expect: ['quota'],
      severity: 'low',
      before,
      record: quota('sa-east-1', 9),
    },
    {
      name: 'mail in five regions, refused in the last',
      expect: ['mail'],
      severity: 'low',
      before: regions.slice(0, 4).map((region, index) => mail(region, index)),
      record: mail('eu-west-1', 4, { error: denied('ses:GetSendQuota') }),
    },
    { name: 'in nine regions', expect: [], before: before.slice(1), record: quota('sa-east-1', 9) },
    { name: 'in a region again', expect: [], before, record: quota('us-east-1', 9) },
    {
      name: 'another quota',
      expect: [],
      before,
      record: quota('sa-east-1', 9, { request: { serviceCode: 'iam', quotaCode: 'L-FE177D64' } }),
    },
    { name: 'in ten minutes', expect: [], before, record: quota('sa-east-1', 600) },
    {
      name: 'by a tool that watches quotas',
      expect: [],
      before,
      record: quota('sa-east-1', 9),
      settings: { scanners: ['arn:aws:iam::*:role/web'] },
    },
  ];
};
