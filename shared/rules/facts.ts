import type { AccountSettings } from '../account/account-settings.ts';
import type { AnswerTo, KnownAnswer, Lookup, LookupAnswer } from '../account/lookup.ts';
import type { HistoryAnswer, HistoryNeed, KnownHistory } from '../history/window.ts';

/**
 * What a rule knows beyond the event. Rules are synchronous and pure, so they declare what they need and the caller
 * fetches it (docs/adr/0002-rules-are-pure.md).
 */
export interface Facts {
  /**
   * The answers to `lookups`, in the order in which the rule declared them; read them with `foundIn`. Of the optional ones, those that could
   * not be had are left out.
   */
  readonly lookups: readonly KnownAnswer[];
  /** The same by question, with those that could not be had and why: for what is said of them in a finding. */
  readonly answerTo: AnswerTo;
  /** The answers to `history`, in the order in which the rule declared its needs; likewise, so that optional ones are best declared last. */
  readonly history: readonly KnownHistory[];
  /** Those the rule names in `needs` are there. */
  readonly settings: AccountSettings;
}

/** Why the settings are not to be had; `transient` says that they may be a little later. */
export interface SettingsFault {
  readonly cause: string;
  readonly transient?: true;
}

/** How the engine asks for facts that were fetched beforehand. */
export interface FactSource {
  readonly settings: AccountSettings;
  /** When the settings are not to be had: what is absent from them may be configured all the same. */
  readonly settingsFault?: SettingsFault;
  lookup(need: Lookup): LookupAnswer;
  history(ruleId: string, need: HistoryNeed): HistoryAnswer;
}

/** The source of a caller that has neither an account to ask nor a history: it says so. */
export const noFacts: FactSource = {
  settings: {},
  lookup: () => ({ status: 'unavailable', cause: 'no account to look it up in' }),
  history: () => ({ status: 'unavailable', cause: 'no event history' }),
};
