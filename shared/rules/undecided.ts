import type { LookupAnswer } from '../account/lookup.ts';
import type { HistoryAnswer } from '../history/window.ts';
import type { Rule } from './define-rule.ts';
import type { FactSource } from './facts.ts';

/** Why a rule could not be decided. */
export interface Undecided {
  /**
   * `unavailable`: a look-up or the history failed, which is a fault. `learning`: too little has been seen yet. `off`: a setting is
   * not configured.
   */
  readonly because: 'unavailable' | 'learning' | 'off';
  readonly causes: readonly string[];
  /** The same event may be decided a little later: all that failed was throttled, or slow. */
  readonly transient?: true;
  /** The rule was decided, without an answer that would have said more. */
  readonly isPartial?: true;
}

const transientIf = (isTransient: boolean): Pick<Undecided, 'transient'> =>
  isTransient ? { transient: true } : {};

/** The settings that a rule needs and that are not there, or not to be had. */
export const missingSettings = (
  { needs = [] }: Pick<Rule, 'needs'>,
  { settings, settingsFault }: FactSource,
): Undecided | undefined => {
  const missing = needs.filter((name) => settings[name] === undefined);
  if (missing.length === 0) return undefined;
  if (settingsFault)
    return {
      because: 'unavailable',
      causes: [settingsFault.cause],
      ...transientIf(settingsFault.transient ?? false),
    };
  return { because: 'off', causes: missing.map((name) => `setting ${name} is not configured`) };
};

type Answer = LookupAnswer | HistoryAnswer;

const isOff = (answer: Answer): boolean => 'off' in answer;

const undecidedBy = (answers: readonly Answer[]): Undecided | undefined => {
  const unavailable = answers.filter((answer) => answer.status === 'unavailable');
  const off = unavailable.filter(isOff);
  // Whatever else failed: without the setting the rule could not be decided later either.
  if (off.length > 0) return { because: 'off', causes: off.map(({ cause }) => cause) };
  if (unavailable.length > 0)
    return {
      because: 'unavailable',
      causes: unavailable.map(({ cause }) => cause),
      ...transientIf(unavailable.every(({ transient }) => transient)),
    };
  const learning = answers.flatMap((answer) =>
    answer.status === 'learning' ? [`learning until ${answer.until}`] : [],
  );
  return learning.length > 0 ? { because: 'learning', causes: learning } : undefined;
};

interface Asked {
  readonly optional?: true;
}

/** What stands in the way of a decision; of optional answers, only faults are worth saying. */
export const gapsIn = (asked: readonly (readonly [Asked, Answer])[]) => {
  const answersOf = (isOptional: boolean) =>
    asked.filter(([{ optional }]) => (optional ?? false) === isOptional).map(([, answer]) => answer);
  const partial = undecidedBy(answersOf(true).filter((answer) => !isOff(answer)));
  return {
    undecided: undecidedBy(answersOf(false)),
    partial: partial?.because === 'unavailable' ? partial : undefined,
  };
};
