import { matchesAnyArnPattern } from '../../../account/arn-pattern.ts';
import { call, denied, role, service, user } from '../../../events/example.ts';
import { accessGrantingCalls } from '../../access-granting-calls.ts';
import { isBusinessTime, localTimeOf } from '../../business-hours.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { iamTargetOf } from '../../iam-call-target.ts';

export default defineRule({
  id: 'iam-change-outside-business-hours',
  kind: 'incident',
  severity: 'low',
  serviceInitiated: 'skip',
  on: { actions: accessGrantingCalls },
  needs: ['businessHours'],
  title: 'Access granted outside business hours',
  why: 'Thieves work at night and at weekends, when nobody looks and when it is day where they are.',
  fix: 'Ask the caller the next morning. If it was not them, undo the change and end their sessions.',
  misses:
    'Thieves who keep office hours. Holidays count as working days. Roles that the setting pipelines names, and CloudFormation.',
  falsePositives: 'Incidents at night, colleagues in other time zones, people who like to work late.',
  attack: ['T1098', 'T1078.004'],
  messages: {
    granted:
      '{actor} changed access with {eventName} on {target} at {clock} ({timeZone}), outside business hours.',
  },

  evaluate(event, { settings }) {
    const { businessHours, pipelines } = settings;
    const isAutomation =
      event.via === 'infrastructure-as-code' || matchesAnyArnPattern(pipelines, event.actor.roleArn);
    if (!businessHours || isAutomation) return [];
    const { timeZone } = businessHours;
    const local = localTimeOf(event.time, timeZone);
    if (isBusinessTime(local, businessHours)) return [];
    const { target, resource } = iamTargetOf(event);
    return [{ message: 'granted', resource, data: { target, clock: local.clock, timeZone } }];
  },
});

export const examples = (): Example[] => {
  const settings = {
    businessHours: { timeZone: 'Asia/Seoul', days: [1, 2, 3, 4, 5], from: '09:00', to: '19:00' },
    pipelines: ['arn:aws:iam::111122223333:role/deploy'],
  };
  // 4 March 2026 is a Wednesday; Seoul is nine hours ahead of UTC.
  const at = (time: string, over = {}) =>
    call('iam:AttachUserPolicy', {
      request: { userName: 'alice', policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
      time,
      ...over,
    });
  const night = '2026-03-04T18:00:00Z';
  return [
    { name: 'at three in the morning', expect: ['granted'], severity: 'low', settings, record: at(night) },
    { name: 'on Saturday at noon', expect: ['granted'], settings, record: at('2026-03-07T03:00:00Z') },
    { name: 'at the minute work ends', expect: ['granted'], settings, record: at('2026-03-04T10:00:00Z') },
    { name: 'at the minute work begins', expect: [], settings, record: at('2026-03-04T00:00:00Z') },
    { name: 'at two in the afternoon', expect: [], settings, record: at('2026-03-04T05:00:00Z') },
    { name: 'by a pipeline', expect: [], settings, record: at(night, { by: role('deploy', 'build-7') }) },
    {
      name: 'by a stack',
      expect: [],
      settings,
      record: at(night, { by: user('bob', { invokedBy: 'cloudformation.amazonaws.com' }) }),
    },
    { name: 'by a service', expect: [], settings, record: at(night, { by: service('sso.amazonaws.com') }) },
    {
      name: 'refused',
      expect: [],
      settings,
      record: at(night, { error: denied('iam:AttachUserPolicy', 'user alice') }),
    },
    { name: 'the setting is not made', expect: [], undecided: 'off', record: at(night) },
  ];
};
