import type { SettingName } from '../account/account-settings.ts';
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

const undecidedWithout = (
  missing: readonly SettingName[],
  settingsFault: FactSource['settingsFault'],
): Undecided => {
  if (settingsFault)
    return {
      because: 'unavailable',
      causes: [settingsFault.cause],
      ...transientIf(settingsFault.transient ?? false),
    };
  return { because: 'off', causes: missing.map((name) => `setting ${name} is not configured`) };
};

/** What was said of each rule under the settings at hand, since they stay the same for many events. */
let known: Pick<FactSource, 'settings' | 'settingsFault'> & {
  readonly byRule: WeakMap<object, { readonly undecided: Undecided | undefined }>;
} = { settings: {}, byRule: new WeakMap() };

/** The settings that a rule needs and that are not there, or not to be had. */
export const missingSettings = (
  rule: Pick<Rule, 'needs'>,
  { settings, settingsFault }: FactSource,
): Undecided | undefined => {
  if (rule.needs === undefined) return undefined;
  if (known.settings !== settings || known.settingsFault !== settingsFault)
    known = { settings, ...(settingsFault ? { settingsFault } : {}), byRule: new WeakMap() };
  const before = known.byRule.get(rule);
  if (before) return before.undecided;
  const missing = rule.needs.filter((name) => settings[name] === undefined);
  const undecided = missing.length === 0 ? undefined : undecidedWithout(missing, settingsFault);
  known.byRule.set(rule, { undecided });
  return undecided;
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

const isGap = ({ status }: Answer): boolean => status === 'unavailable' || status === 'learning';

const noGaps: { readonly undecided: Undecided | undefined; readonly partial: Undecided | undefined } = {
  undecided: undefined,
  partial: undefined,
};

/** What stands in the way of a decision; of optional answers, only faults are worth saying. */
export const gapsIn = (asked: readonly (readonly [Asked, Answer])[]): typeof noGaps => {
  const gaps = asked.filter(([, answer]) => isGap(answer));
  if (gaps.length === 0) return noGaps;
  const answersOf = (isOptional: boolean) =>
    gaps.filter(([{ optional }]) => (optional ?? false) === isOptional).map(([, answer]) => answer);
  const partial = undecidedBy(answersOf(true).filter((answer) => !isOff(answer)));
  return {
    undecided: undecidedBy(answersOf(false)),
    partial: partial?.because === 'unavailable' ? partial : undefined,
  };
};
