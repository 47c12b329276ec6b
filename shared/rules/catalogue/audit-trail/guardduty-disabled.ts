import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { booleanAt, isObject, listAt, textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { regionalArn } from '../../resource-arn.ts';

/** A region has one detector; its id changes when it is made anew. */
const detectorOf = (event: IamEvent) => regionalArn(event, 'guardduty', 'detector');

const featuresWith = (event: IamEvent, ...statuses: readonly string[]): readonly string[] =>
  listAt(event.request, 'features')
    .filter(isObject)
    .filter((feature) => statuses.includes(textAt(feature, 'status') ?? ''))
    .map((feature) => textAt(feature, 'name') ?? 'unknown');

export default defineRule({
  id: 'guardduty-disabled',
  kind: 'condition',
  severity: 'critical',
  on: { actions: ['guardduty:DeleteDetector', 'guardduty:UpdateDetector'] },
  outcome: 'attempted',
  title: 'GuardDuty switched off',
  why: 'AWS’s own detection of stolen credentials, mining and exfiltration stops in the region. Deleting the detector also deletes its findings.',
  fix: 'Enable GuardDuty again with the features it had, then read what the caller did before and since.',
  misses:
    'Features that the older dataSources parameter switches off. Members that are detached: see guardduty-member-removed.',
  falsePositives: 'Giving up a region. Replacing EKS runtime monitoring by runtime monitoring.',
  attack: ['T1562.001'],
  messages: {
    deleted: {
      done: '{actor} deleted the GuardDuty detector in {region}.',
      tried: '{actor} tried to delete the GuardDuty detector in {region}; AWS refused it.',
    },
    suspended: {
      done: '{actor} suspended GuardDuty in {region}.',
      tried: '{actor} tried to suspend GuardDuty in {region}; AWS refused it.',
    },
    feature: {
      done: '{actor} switched {feature} of GuardDuty off in {region}.',
      tried: '{actor} tried to switch {feature} of GuardDuty off in {region}; AWS refused it.',
    },
    refused: {
      done: '{actor} changed the GuardDuty detector in {region}; CloudTrail did not log how.',
      tried:
        '{actor} tried to change the GuardDuty detector in {region}; AWS refused it and CloudTrail did not log how.',
    },
  },
  undo: { suspended: 'aws guardduty update-detector --region {region} --detector-id {detector} --enable' },
  undoneBy: [
    {
      actions: ['guardduty:CreateDetector', 'guardduty:UpdateDetector'],
      // What a call says of a switch replaces what was said before. If it switches off once more, the same event finds that
      // anew, and a condition that is opened and ended by one event stays open.
      undoes(event) {
        const resource = detectorOf(event);
        const features = featuresWith(event, 'ENABLED', 'DISABLED').map((aspect) => ({ resource, aspect }));
        const enable = booleanAt(event.request, 'enable');
        const isDetectorOn = event.name === 'CreateDetector' ? enable !== false : enable !== undefined;
        return isDetectorOn ? [{ resource }, ...features] : features;
      },
    },
  ],

  evaluate(event) {
    const resource = detectorOf(event);
    const detector = textAt(event.request, 'detectorId') ?? 'unknown';
    if (event.name === 'DeleteDetector') return [{ message: 'deleted', resource, data: { detector } }];
    // The detector's id is part of the path, so it may be all that a refused call logs.
    if (event.outcome === 'denied' && Object.keys(event.request).every((field) => field === 'detectorId'))
      return [{ message: 'refused', resource, severity: 'high', data: {} }];
    // GuardDuty logs it as a boolean or as text, depending on the client.
    if (booleanAt(event.request, 'enable') === false)
      return [{ message: 'suspended', resource, data: { detector } }];
    return featuresWith(event, 'DISABLED').map((feature) => ({
      message: 'feature',
      resource,
      aspect: feature,
      severity: 'high',
      data: { feature },
    }));
  },
});

const detectorId = '12abc34d567e8fa901bc2d34e56789f0';
const update = (request: object) => call('guardduty:UpdateDetector', { request: { detectorId, ...request } });

export const examples = (): Example[] => [
  {
    name: 'deleted',
    expect: ['deleted'],
    severity: 'critical',
    record: call('guardduty:DeleteDetector', { request: { detectorId } }),
  },
  { name: 'suspended', expect: ['suspended'], severity: 'critical', record: update({ enable: false }) },
  { name: 'suspended, as text', expect: ['suspended'], record: update({ enable: 'false' }) },
  {
    name: 'a feature',
    expect: ['feature'],
    severity: 'high',
    record: update({ features: [{ name: 'S3_DATA_EVENTS', status: 'DISABLED' }] }),
  },
  {
    name: 'refused',
    expect: ['refused'],
    severity: 'medium',
    record: call('guardduty:UpdateDetector', { error: denied('guardduty:UpdateDetector') }),
  },
  {
    name: 'deletion refused',
    expect: ['deleted'],
    severity: 'high',
    record: call('guardduty:DeleteDetector', { error: denied('guardduty:DeleteDetector') }),
  },
  {
    name: 'how often findings are exported',
    expect: [],
    record: update({ findingPublishingFrequency: 'SIX_HOURS' }),
  },
  { name: 'switched on', expect: [], record: update({ enable: true }) },
];
