import type { Rule } from '../rules/define-rule.ts';
import type { Judgement } from './diagnosis.ts';
import type { Learning } from './installation.ts';

/** The longest time that a rule compares with; shorter ones have learnt before (docs/rules say how long each needs). */
const longestDays = 30;

const millisOfDay = 86_400_000;

const dateOf = (millis: number): string => new Date(millis).toISOString().slice(0, 10);

const fix =
  'Wait, or prime the history with old logs: `tw history prime` (docs/scanning.md). A rule is quiet until its own time, 1 to 30 days, has passed.';

/** Whether the rules that compare with what was usual have seen enough to speak. */
export const judgeLearning = ({ at, since }: Learning, rules: readonly Rule[]): readonly Judgement[] => {
  const asking = new Set(rules.filter(({ history }) => history !== undefined).map(({ id }) => id));
  if (since.length === 0)
    return [
      {
        status: 'warn',
        says: `No event has come yet: the ${asking.size} rules that compare with what was usual have not begun to learn.`,
        fix,
      },
    ];
  const learning = since
    .filter(([id]) => asking.has(id))
    .map(([id, begun]) => ({ id, until: Date.parse(begun) + longestDays * millisOfDay }))
    .filter(({ until }) => until > Date.parse(at));
  if (learning.length === 0)
    return [{ status: 'ok', says: `The ${asking.size} rules that compare with what was usual have learnt.` }];
  const last = Math.max(...learning.map(({ until }) => until));
  return [
    {
      status: 'warn',
      says: `${learning.length} rules that compare with what was usual may still be learning, until ${dateOf(last)} at the latest: ${learning.map(({ id }) => id).join(', ')}.`,
      fix,
    },
  ];
};
