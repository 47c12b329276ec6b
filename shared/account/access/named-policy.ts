import type { DecidingStatement } from '../../policy/decision.ts';
import type { Condition, Policy, Statement } from '../../policy/policy.ts';
import { readPolicy } from '../../policy/read-policy.ts';

/** A policy document with the name that people know it by: an ARN, or `inline NAME of ARN`. */
export interface NamedPolicy {
  readonly name: string;
  readonly policy: Policy;
}

/** A condition key that no request has; it stands for what nobody could read. */
export const unreadKey = 'trailwarden:unread';

const untold: Condition = { operator: 'Bool', key: unreadKey, values: ['true'] };

const unreadSid = 'NotRead';

const everything = (effect: Statement['effect']): Statement => ({
  sid: unreadSid,
  effect,
  actions: { except: false, patterns: ['*'] },
  resources: { except: false, patterns: ['*'] },
  principals: { except: false, list: [{ type: '*', id: '*' }] },
  conditions: [untold],
});

/** A policy that may allow and may deny anything: in place of one whose document is not known, so that no answer rests on its absence. */
export const unreadPolicy: Policy = {
  version: '2012-10-17',
  statements: [everything('Allow'), everything('Deny')],
};

/** The same policy, of which nobody knows whether it applies: what it denies it may deny. */
export const perhaps = ({ name, policy }: NamedPolicy): NamedPolicy => ({
  name,
  policy: {
    ...policy,
    statements: policy.statements.map((statement) => ({
      ...statement,
      conditions: [...statement.conditions, untold],
    })),
  },
});

/** Whether a test stands for what nobody could read, or does not know. */
export const isUntold = ({ key }: Condition): boolean => key === unreadKey;

/** Whether a deciding statement is one of `unreadPolicy`. */
export const isUnread = ({ sid, conditions }: DecidingStatement): boolean =>
  sid === unreadSid && conditions.some(isUntold);

/** FullAWSAccess of control policies: what every level has unless somebody took it away. */
export const fullAccess: Policy = {
  version: '2012-10-17',
  statements: [
    {
      effect: 'Allow',
      actions: { except: false, patterns: ['*'] },
      resources: { except: false, patterns: ['*'] },
      principals: { except: false, list: [] },
      conditions: [],
    },
  ],
};

/** Reads a document; one that cannot be read is said in `gaps` and stands for anything. */
export const namedPolicy = (name: string, document: unknown, gaps: string[]): NamedPolicy => {
  const reading = readPolicy(document);
  if (reading.status === 'read') return { name, policy: reading.policy };
  gaps.push(`${name} cannot be read (${reading.cause})`);
  return { name, policy: unreadPolicy };
};
