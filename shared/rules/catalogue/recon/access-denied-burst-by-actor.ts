import { foundIn } from '../../../account/lookup.ts';
import { after, call, denied, earlier, instance, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { isAmazonNetwork } from '../../cloud-networks.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isPublicAddress } from '../../network-address.ts';
import { isNewlyMet } from '../../newly-met.ts';
import { mayBeRecon } from '../../recon-caller.ts';

/** The public address of a refused call; the console asks for what it may not have all day long. */
const addressOf = (event: IamEvent): string | undefined =>
  event.outcome === 'denied' &&
  event.via === 'direct' &&
  event.sourceIp !== undefined &&
  isPublicAddress(event.sourceIp)
    ? event.sourceIp
    : undefined;

export default defineRule({
  id: 'access-denied-burst-by-actor',
  kind: 'incident',
  severity: 'medium',
  on: {
    anyCall: { errorCode: [{ prefix: 'AccessDenied' }, { suffix: 'UnauthorizedOperation' }] },
  },
  outcome: 'not-succeeded',
  title: 'Many calls of one caller refused',
  why: 'Who holds stolen credentials does not know what they allow, and tries. Each refusal is small; twenty in a day are a pattern.',
  fix: 'See from where and for what the caller was refused. If its owner cannot explain it, take the credentials away and look for what was allowed in between.',
  misses:
    'Fewer than 20 refusals in a day. Callers in private networks, and in AWS where address files say so. Reads, where only changes are forwarded.',
  falsePositives:
    'A program whose permissions are wrong, told once a day. Without address files, servers in AWS that call through a public address. Name scanners in the setting of that name.',
  attack: ['T1580', 'T1526', 'T1087.004'],
  messages: {
    refused:
      '{actor} was refused {count} calls within a day, the last {eventName} of {service} from {sourceIp}.',
  },

  lookups(event, settings) {
    const id = mayBeRecon(event, settings) ? addressOf(event) : undefined;
    return id === undefined ? [] : [{ kind: 'address', id, optional: true }];
  },

  history(event, settings, lookups) {
    if (addressOf(event) === undefined || !mayBeRecon(event, settings)) return [];
    const address = foundIn(lookups, 'address');
    return address && isAmazonNetwork(address)
      ? []
      : [{ kind: 'count', key: event.actor.key, withinMinutes: 24 * 60, threshold: 20 }];
  },

  evaluate: (event, { history: [refusals] }) =>
    isNewlyMet(refusals)
      ? [
          {
            message: 'refused',
            resource: actorArn(event),
            data: { count: refusals.count, service: event.source },
          },
        ]
      : [],
});

export const examples = (): Example[] => {
  const refused = (time: string, over: object = {}) =>
    call('iam:CreateUser', { by: role('web', 'x'), error: denied('iam:CreateUser'), time, ...over });
  const lookups = { address: { '203.0.113.7': { country: 'DE', asn: 3320 } } };
  const amazon = { address: { '203.0.113.7': { country: 'US', asn: 16509 } } };
  return [
    {
      name: 'twenty',
      expect: ['refused'],
      severity: 'medium',
      before: earlier(19, (time) => refused(time)),
      record: refused(after(0)),
      lookups,
    },
    {
      name: 'twenty, in the words of EC2, where addresses are not known',
      expect: ['refused'],
      before: earlier(19, (time) => refused(time)),
      record: call('ec2:RunInstances', {
        by: role('web', 'y'),
        error: { code: 'Client.UnauthorizedOperation' },
      }),
    },
    {
      name: 'nineteen',
      expect: [],
      before: earlier(18, (time) => refused(time)),
      record: refused(after(0)),
      lookups,
    },
    {
      name: 'the twenty-first',
      expect: [],
      before: earlier(20, (time) => refused(time)),
      record: refused(after(0)),
      lookups,
    },
    {
      name: 'from AWS',
      expect: [],
      before: earlier(19, (time) => refused(time)),
      record: refused(after(0)),
      lookups: amazon,
    },
    {
      name: 'from a private network',
      expect: [],
      before: earlier(19, (time) => refused(time, { sourceIp: '10.0.0.9' })),
      record: refused(after(0), { sourceIp: '10.0.0.9' }),
    },
    {
      name: 'for other reasons',
      expect: [],
      before: earlier(19, (time) => refused(time, { error: { code: 'EntityAlreadyExists' } })),
      record: refused(after(0)),
      lookups,
    },
    {
      name: 'an instance, one each',
      expect: [],
      before: earlier(19, (time, index) => refused(time, { by: role(`r${index}`, 'x') })),
      record: refused(after(0), { by: instance('web', 'i-0a1b2c3d4e5f60718') }),
      lookups,
    },
  ];
};
