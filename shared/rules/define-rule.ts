import type { AccountSettings, SettingName } from '../account/account-settings.ts';
import type { AnswerTo, KnownAnswer, Lookup, LookupKind, LookupValues } from '../account/lookup.ts';
import type { Action, IamEvent, JsonObject } from '../events/iam-event.ts';
import type { HistoryNeed } from '../history/window.ts';
import type { Facts } from './facts.ts';
import type { Severity } from './severity.ts';
import type { Trigger } from './trigger.ts';

/**
 * - `incident`: something happened; each occurrence is news.
 * - `condition`: something is wrong until it is undone, by an event of `undoneBy` or as the nightly check of the same id finds.
 * - `inventory`: recorded for the report only; never a finding, never an alert.
 */
export type RuleKind = 'incident' | 'condition' | 'inventory';

/**
 * Which outcomes of the call a rule fires on.
 *
 * - `succeeded` (the default): on success only.
 * - `attempted`: on success with full severity, on a *denied* attempt one level lower, on other errors not at all.
 * - `any`: on every outcome, with full severity.
 * - `not-succeeded`: on denied and failed calls only.
 */
export type OutcomeFilter = 'succeeded' | 'attempted' | 'any' | 'not-succeeded';

/** Values for the placeholders of a message. Attacker-controlled. */
export type MatchData = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What a rule says of one event and one resource. */
export interface Match<M extends string = string> {
  /** Key of `messages`. */
  readonly message: M;
  /** ARN of what it happened to, built with the event's partition and account. */
  readonly resource: string;
  /** Tells several faults of one resource apart, e.g. the ARN of the policy that was attached to it. */
  readonly aspect?: string;
  readonly data: MatchData;
  /** When it differs from the rule's. */
  readonly severity?: Severity;
}

/**
 * A sentence in the past tense with `{placeholders}`, without a final reason. `tried` is what is said when AWS refused the
 * call. `{actor}`, `{account}`, `{region}`, `{sourceIp}`, `{eventName}`, `{resource}` are always there; the rest comes from `data`.
 */
export type MessageText = string | { readonly done: string; readonly tried: string };

/** Events that end a condition. */
export interface Undo {
  readonly actions: readonly Action[];
  /** Which resources (and aspects) the event puts right; only called for succeeded events of `actions`. */
  undoes(event: IamEvent): readonly { readonly resource: string; readonly aspect?: string }[];
}

/** A CloudTrail record and what the rule must say of it: both a test and documentation. */
export interface Example<M extends string = string> {
  readonly name: string;
  /** Keys of `messages`, in the order of the matches; empty when the rule must stay quiet. */
  readonly expect: readonly M[];
  /** When it matters which severity the match gets. */
  readonly severity?: Severity;
  /** Built with `../events/example.ts`. */
  readonly record: JsonObject;
  /** Records that came before, in the order of their arrival: what the rule's `history` then knows. */
  readonly before?: readonly JsonObject[];
  /** Since when events are watched, ISO 8601; a year before the record when left out, so that nothing has to be learnt. */
  readonly watchedSince?: string;
  readonly settings?: AccountSettings;
  /** Answers to the rule's `lookups`. One that is asked for and not here is unavailable, or `off` for an address. */
  readonly lookups?: ExampleLookups;
  /** Why the rule cannot be decided; it then stays quiet. */
  readonly undecided?: 'unavailable' | 'learning' | 'off';
}

/** By kind of look-up and by id; null where AWS says that there is no such thing. */
export type ExampleLookups = {
  readonly [K in LookupKind]?: Readonly<Record<string, LookupValues[K] | null>>;
};

/** A detection. Its file is named after its id and lies in the folder of its topic. */
export interface Rule<M extends string = string> {
  readonly id: string;
  readonly kind: RuleKind;
  readonly severity: Severity;
  readonly on: Trigger;
  readonly outcome?: OutcomeFilter;
  /** `skip` leaves out calls that an AWS service made by itself (not the console's, not CloudFormation's). Default `keep`. */
  readonly serviceInitiated?: 'keep' | 'skip';
  /**
   * `lower` takes one level off calls made through CloudFormation or Service Catalog, or by a role of the setting `pipelines`
   * (`isDeployment`). Default `keep`.
   */
  readonly infrastructureAsCode?: 'keep' | 'lower';
  /** A past-tense verb phrase of at most 80 characters, e.g. "Access key created for another user". */
  readonly title: string;
  /** One or two sentences: what the attacker or the mistake gains. */
  readonly why: string;
  /** What to do now, as one to three sentences. */
  readonly fix: string;
  /** What the rule does not see. Known gaps are better than unknown gaps. */
  readonly misses: string;
  /** What it fires on though nothing is wrong. */
  readonly falsePositives: string;
  /** MITRE ATT&CK technique ids, e.g. `T1098.001`. */
  readonly attack: readonly string[];
  readonly messages: Readonly<Record<M, MessageText>>;
  /** By message: the AWS CLI command that undoes it, with placeholders that are shell-quoted when filled in. */
  readonly undo?: Readonly<Partial<Record<M, string>>>;
  readonly undoneBy?: readonly Undo[];
  /** Settings without which the rule does not run; the engine then says so. */
  readonly needs?: readonly SettingName[];
  /** It asks where an address is, whatever the event: without address files it is off, and need not be run at all. */
  readonly needsAddresses?: true;
  /**
   * Questions about the account; none for an event that the rule will not fire on anyway, or that a setting decides.
   *
   * @param answerTo knows nothing at first; then the rule is asked once more, with the answers to what it asked: it names those questions again,
   *   and those that it has on top
   */
  lookups?(event: IamEvent, settings: AccountSettings, answerTo: AnswerTo): readonly Lookup[];
  /**
   * Questions about other events; none for an event that fails the rule's own filter, since each one asked about is written down.
   *
   * @param lookups the answers that could be had. A rule that declares some is asked after them.
   */
  history?(
    event: IamEvent,
    settings: AccountSettings,
    lookups: readonly KnownAnswer[],
  ): readonly HistoryNeed[];
  evaluate(event: IamEvent, facts: Facts): readonly Match<NoInfer<M>>[];
}

/** A rule together with its topic, as the generated index of the catalogue lists it. */
export interface CataloguedRule {
  readonly topic: string;
  readonly rule: Rule;
}

/** Identity at run time; at compile time it ties every `message` to a key of `messages`. */
export const defineRule = <const M extends string>(rule: Rule<M>): Rule<M> => rule;
