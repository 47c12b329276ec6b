import type { Severity } from '../rules/severity.ts';
import type { Trigger } from '../rules/trigger.ts';
import type { Expression } from './expression.ts';

/** One of the rules that a correlation looks at. */
export interface CorrelatedRule {
  /** Id of the rule, or of its document when it does not run by itself. */
  readonly id: string;
  readonly title: string;
  readonly expression: Expression;
  /** Fields of its events by which they are grouped, in the order of the correlation's `group-by`. */
  readonly groupBy: readonly string[];
  /** Fields whose different values are counted together; none but for `value_count`. */
  readonly counted: readonly string[];
}

/** A correlation of events (Sigma Correlation Rules Specification). */
export interface Correlation {
  readonly kind: 'event_count' | 'value_count' | 'temporal' | 'temporal_ordered';
  readonly rules: readonly CorrelatedRule[];
  readonly withinSeconds: number;
  /** Events, different values, or different rules. */
  readonly atLeast: number;
}

/** What a rule looks for: one event, or several. */
export type Detection = { readonly kind: 'event'; readonly expression: Expression } | Correlation;

/** A rule of the owner as plain data: made where YAML can be read, carried to where events are checked. Texts are the author's. */
export interface CustomRule {
  /** `custom:` and a name in kebab-case: no rule of the catalogue begins so. */
  readonly id: string;
  /** The file, relative to the folder of rules, and the line at which the rule begins. */
  readonly file: string;
  readonly line: number;
  readonly title: string;
  readonly severity: Severity;
  readonly description?: string;
  readonly falsePositives: readonly string[];
  readonly references: readonly string[];
  readonly attack: readonly string[];
  readonly on: Trigger;
  readonly detects: Detection;
}

/** What every id of a custom rule begins with. */
export const customPrefix = 'custom:';
