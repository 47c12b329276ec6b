import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isUnloggedRefusal, namedInCall } from '../../named-in-call.ts';

const mostHours = 12;

/** Whole hours of an ISO 8601 duration such as `PT8H` or `PT90M`, rounded up. */
const hoursIn = (duration: string): number | undefined => {
  const [, hours = '0', minutes = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?$/.exec(duration) ?? [];
  const total = Number(hours) + Math.ceil(Number(minutes) / 60);
  return total > 0 ? total : undefined;
};

const relayOf = ({ request }: IamEvent): string | undefined => textAt(request, 'relayState');

export default defineRule({
  id: 'identity-center-session-lengthened',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['sso:UpdatePermissionSet'] },
  outcome: 'attempted',
  title: 'Sessions of a permission set lengthened or sent to another page',
  why: 'The longer a session lasts, the longer a stolen one is good for. The page that people land on after signing in is where they expect the console to be.',
  fix: 'Set the session duration back to what the work needs, and the relay state to a page of the AWS console or to none.',
  misses: 'Durations below twelve hours. What was set before.',
  falsePositives: 'Permission sets for long jobs.',
  attack: ['T1098', 'T1550.001'],
  messages: {
    longest: {
      done: '{actor} set sessions of permission set {resource} to {hours} hours, the longest there is.',
      tried: '{actor} tried to lengthen sessions of permission set {resource}; AWS refused it.',
    },
    relay: {
      done: '{actor} sends people of permission set {resource} to {relay} after signing in.',
      tried: '{actor} tried to send people of permission set {resource} to {relay}; AWS refused it.',
    },
  },

  evaluate(event) {
    const resource = namedInCall(event, 'permissionSetArn');
    const hours = hoursIn(textAt(event.request, 'sessionDuration') ?? '');
    const relay = relayOf(event);
    const isOutside =
      relay !== undefined &&
      !/^https:\/\/([\w-]+\.)*(aws\.amazon|amazonaws|amazonaws-us-gov)\.(com|cn)([/?#]|$)/.test(relay);
    const isLongest = (hours !== undefined && hours >= mostHours) || isUnloggedRefusal(event);
    return [
      ...(isLongest ? [{ message: 'longest' as const, resource, data: { hours: hours ?? 0 } }] : []),
      ...(isOutside
        ? [{ message: 'relay' as const, severity: 'medium' as const, resource, data: { relay } }]
        : []),
    ];
  },
});

const set = {
  instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
  permissionSetArn: 'arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef',
};
const updates = (request: object) => call('sso:UpdatePermissionSet', { request: { ...set, ...request } });

export const examples = (): Example[] => [
  {
    name: 'twelve hours',
    expect: ['longest'],
    severity: 'low',
    record: updates({ sessionDuration: 'PT12H' }),
  },
  { name: 'in minutes', expect: ['longest'], record: updates({ sessionDuration: 'PT720M' }) },
  {
    name: 'another page',
    expect: ['relay'],
    severity: 'medium',
    record: updates({ relayState: 'https://console.aws.amazon.com.example.net/' }),
  },
  {
    name: 'refused',
    expect: ['longest'],
    severity: 'info',
    record: call('sso:UpdatePermissionSet', {
      error: denied('sso:UpdatePermissionSet', set.permissionSetArn),
    }),
  },
  { name: 'four hours', expect: [], record: updates({ sessionDuration: 'PT4H' }) },
  {
    name: 'a page of the console',
    expect: [],
    record: updates({ relayState: 'https://eu-west-1.console.aws.amazon.com/ec2/home' }),
  },
  { name: 'a description', expect: [], record: updates({ description: 'ops' }) },
];
