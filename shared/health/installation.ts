import type { Settings } from '../config/check-settings.ts';
import type { HeartbeatState } from '../reconcile/heartbeat.ts';

/** What AWS answered, or why it gave no answer. An unanswered question is never read as "all is well". */
export type Reading<T> = { readonly value: T } | { readonly unavailable: string };

/** A CloudTrail trail as far as the event path depends on it. */
export interface TrailState {
  readonly name: string;
  readonly multiRegion: boolean;
  readonly logging: boolean;
  /** Whether its selectors take all management events, reads and writes of every service. */
  readonly managementEvents: 'all' | 'some' | 'none';
}

/** An EventBridge rule of the installation. */
export interface RuleState {
  readonly name: string;
  /** As EventBridge writes it: `ENABLED`, `DISABLED`, `ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS`. */
  readonly state: string;
  readonly targets: number;
}

/** A queue of the stack's outputs. */
export interface QueueState {
  /** Name of the output, e.g. `EventsDlqUrl`. */
  readonly output: string;
  /** Messages waiting or being worked on; approximate, as SQS counts. */
  readonly messages: number;
}

/** A topic of the stack's outputs and who listens. */
export interface TopicState {
  /** Name of the output, e.g. `OperationsTopicArn`. */
  readonly output: string;
  readonly confirmed: number;
  /** Endpoints that were asked and have not confirmed, e.g. mail addresses. */
  readonly pending: readonly string[];
}

/** The table of findings. */
export interface TableState {
  readonly status: string;
  readonly deletionProtection: boolean;
  readonly pointInTimeRecovery: boolean;
}

/** The hourly calls that prove the path. */
export interface Heartbeats {
  /** When it was looked, ISO 8601. */
  readonly at: string;
  readonly states: readonly HeartbeatState[];
}

/** The stored settings, as the functions read them. */
export type SettingsState =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly settings: Settings }
  /** They are there, and no function would take them. */
  | { readonly kind: 'refused'; readonly cause: string };

/** Since when rules have a history in the account. */
export interface Learning {
  /** When it was looked, ISO 8601. */
  readonly at: string;
  /** Rule id and the beginning of its history, ISO 8601; empty before the first event. */
  readonly since: readonly (readonly [ruleId: string, since: string])[];
}

/** The secret of a channel. */
export interface SecretState {
  readonly channel: string;
  readonly exists: boolean;
}

/** An installation as it is found in its account: plain data. */
export interface Installation {
  readonly region: string;
  /** `absent` when there is no such stack. */
  readonly stack: Reading<'absent' | { readonly status: string }>;
  readonly trails: Reading<readonly TrailState[]>;
  readonly rules: Reading<readonly RuleState[]>;
  readonly queues: Reading<readonly QueueState[]>;
  readonly topics: Reading<readonly TopicState[]>;
  readonly table: Reading<TableState>;
  readonly heartbeats: Reading<Heartbeats>;
  readonly settings: Reading<SettingsState>;
  readonly learning: Reading<Learning>;
  /** Names of the alarms that are on. */
  readonly alarms: Reading<readonly string[]>;
  readonly secrets: Reading<readonly SecretState[]>;
}
