/**
 * The text of a new rule's file. It compiles, and its first example fails until `evaluate` is written.
 *
 * @param id kebab-case
 */
export const ruleScaffold = (id: string): string => `import { call, user } from '../../../events/example.ts';
import { targetUserOf } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: '${id}',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['iam:CreateAccessKey'] },
  title: 'Past-tense phrase of at most 80 characters',
  why: 'One or two sentences: what the attacker or the mistake gains.',
  fix: 'What to do now, in one to three sentences.',
  misses: 'What this rule does not see.',
  falsePositives: 'What it fires on though nothing is wrong.',
  attack: ['T1098.001'],
  messages: { done: '{actor} did it to {owner}' },
  undo: { done: 'aws iam delete-access-key --user-name {owner} --access-key-id {accessKeyId}' },

  evaluate(event) {
    const owner = targetUserOf(event);
    if (owner === undefined) return [];
    // Decide here, then return: [{ message: 'done', resource: owner.arn, data: { owner: owner.name, accessKeyId: … } }]
    return [];
  },
});

export const examples = (): Example[] => [
  {
    name: 'for another user',
    expect: ['done'],
    record: call('iam:CreateAccessKey', {
      by: user('bob'),
      request: { userName: 'alice' },
      response: { accessKey: { userName: 'alice', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', status: 'Active' } },
    }),
  },
  {
    name: 'for oneself',
    expect: [],
    record: call('iam:CreateAccessKey', { by: user('bob'), request: { userName: 'bob' } }),
  },
];
`;
