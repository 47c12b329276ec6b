import { call } from '../../shared/events/example.ts';
import { parseRecord } from '../../shared/events/parse-event.ts';
import type { Rule } from '../../shared/rules/define-rule.ts';

/** A rule that fires on each `iam:CreateUser`; `over` says what is special about it. */
export const anyRule = (over: Partial<Rule> = {}): Rule => ({
  id: 'any-rule',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['iam:CreateUser'] },
  title: 'User created',
  why: 'A reason.',
  fix: 'A fix.',
  misses: 'Nothing.',
  falsePositives: 'None.',
  attack: ['T1136.003'],
  messages: { made: '{actor} made {resource}' },
  evaluate: () => [{ message: 'made', resource: 'arn:aws:iam::111122223333:user/eve', data: {} }],
  ...over,
});

/** The event of a record built like `call`; `iam:CreateUser` unless told. */
export const anyEvent = (
  over: Parameters<typeof call>[1] = {},
  action: Parameters<typeof call>[0] = 'iam:CreateUser',
) => parseRecord(call(action, over), { receivedAt: '2026-03-04T05:06:08Z' });
