import type { AccountSettings } from '../../../account/account-settings.ts';
import { matchesAnyArnPattern } from '../../../account/arn-pattern.ts';
import { after, call, role, service, user } from '../../../events/example.ts';
import type { Action, IamEvent, JsonObject } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { iamArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { minutesBetween } from '../../minutes-between.ts';
import { isNewlyMet } from '../../newly-met.ts';

const withinMinutes = 24 * 60;

interface Subject {
  readonly kind: 'user' | 'role';
  readonly name: string;
}

const subjectOf = ({ name: call, request }: IamEvent): Subject | undefined => {
  const kind = call.endsWith('User') ? 'user' : 'role';
  const name = textAt(request, `${kind}Name`);
  return name === undefined ? undefined : { kind, name };
};

/** Pipelines make anew what they replace. What they have deleted, nobody else should make. */
const isExpected = ({ actor, name }: IamEvent, { pipelines }: AccountSettings): boolean =>
  name.startsWith('Create') && matchesAnyArnPattern(pipelines, actor.roleArn);

export default defineRule({
  id: 'same-name-recreated',
  kind: 'incident',
  severity: 'medium',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  on: { actions: ['iam:DeleteUser', 'iam:CreateUser', 'iam:DeleteRole', 'iam:CreateRole'] },
  title: 'User or role deleted and made anew under its name',
  why: 'Whatever trusts the name goes on trusting it: policies of buckets and keys that are saved again, tools, people, and lists of exceptions. The new one has new credentials, a new trust policy, and no history.',
  fix: 'Ask who did it why. Compare the trust policy, the permissions and the tags of the new one with those of the old one; look at who uses it.',
  misses:
    'More than a day between the two. Names that were free before. Changes of an existing role, which need no new one (role-trust-policy-changed).',
  falsePositives:
    'Terraform and people who replace what they cannot change, such as the path. What a role makes that the setting pipelines names is left out.',
  attack: ['T1098', 'T1036'],
  messages: {
    recreated:
      '{creator} made the {kind} {name}, within {minutes} min after {deleter} had deleted one of that name.',
  },

  history(event, settings) {
    const subject = subjectOf(event);
    if (!subject || isExpected(event, settings)) return [];
    const step = event.name.startsWith('Delete') ? 'deleted' : 'created';
    const key = `${subject.kind} ${subject.name}`;
    const note = { by: event.actor.label };
    return [{ kind: 'sequence', key, steps: ['deleted', 'created'], step, withinMinutes, note }];
  },

  evaluate(event, { history: [answer] }) {
    const subject = subjectOf(event);
    if (!subject || !isNewlyMet(answer)) return [];
    const { kind, name } = subject;
    const [deleted, created] = answer.events;
    const data = {
      kind,
      name,
      creator: created?.note?.['by'] ?? 'Somebody',
      deleter: deleted?.note?.['by'] ?? 'somebody',
      minutes: minutesBetween(deleted, created),
    };
    return [{ message: 'recreated', resource: iamArn(event, kind, name), data }];
  },
});

const act = (action: Action, seconds: number, over: JsonObject = {}) =>
  call(action, { request: { roleName: 'deploy', userName: 'deploy' }, time: after(seconds), ...over });
const byStack = () => ({ by: user('bob', { invokedBy: 'cloudformation.amazonaws.com' }) });

export const examples = (): Example[] => [
  {
    name: 'a role, an hour later',
    expect: ['recreated'],
    severity: 'medium',
    before: [act('iam:DeleteRole', -3600)],
    record: act('iam:CreateRole', 0),
  },
  {
    name: 'a user; the creation arrives first',
    expect: ['recreated'],
    before: [act('iam:CreateUser', 0)],
    record: act('iam:DeleteUser', -3600),
  },
  {
    name: 'by a stack',
    expect: ['recreated'],
    severity: 'low',
    before: [act('iam:DeleteRole', -3600, byStack())],
    record: act('iam:CreateRole', 0, byStack()),
  },
  {
    name: 'what a pipeline had deleted, by somebody else',
    expect: ['recreated'],
    settings: { pipelines: ['arn:aws:iam::111122223333:role/terraform'] },
    before: [act('iam:DeleteRole', -3600, { by: role('terraform', 'run-7') })],
    record: act('iam:CreateRole', 0),
  },
  {
    name: 'by a pipeline',
    expect: [],
    settings: { pipelines: ['arn:aws:iam::111122223333:role/terraform'] },
    before: [act('iam:DeleteRole', -3600, { by: role('terraform', 'run-7') })],
    record: act('iam:CreateRole', 0, { by: role('terraform', 'run-7') }),
  },
  {
    name: 'made first, deleted later',
    expect: [],
    before: [act('iam:CreateRole', -3600)],
    record: act('iam:DeleteRole', 0),
  },
  {
    name: 'a role after a user of that name',
    expect: [],
    before: [act('iam:DeleteUser', -3600)],
    record: act('iam:CreateRole', 0),
  },
  {
    name: 'two days later',
    expect: [],
    before: [act('iam:DeleteRole', -172_800)],
    record: act('iam:CreateRole', 0),
  },
  {
    name: 'the deletion failed',
    expect: [],
    before: [act('iam:DeleteRole', -3600, { error: { code: 'DeleteConflictException' } })],
    record: act('iam:CreateRole', 0),
  },
  {
    name: 'by a service',
    expect: [],
    before: [act('iam:DeleteRole', -3600, { by: service('sso.amazonaws.com') })],
    record: act('iam:CreateRole', 0, { by: service('sso.amazonaws.com') }),
  },
];
