/** The access levels of the Service Authorization Reference; `Event` is a sign-in or service event, which no policy can allow or deny. */
export type Level = 'Read' | 'List' | 'Write' | 'Permissions' | 'Tagging' | 'Event';

/** Why no rule watches some actions. */
export interface Reason {
  readonly id: string;
  /** One or two sentences that a reviewer can disagree with. */
  readonly because: string;
  /**
   * `service:Name`; `*` stands for any text in the name or for any service. An exact name must exist and must have no rule; a pattern
   * speaks for those of its actions that have no rule and must still speak for one.
   */
  readonly actions: readonly string[];
  /** Levels that the patterns are limited to. */
  readonly levels?: readonly Level[];
}

/**
 * Actions whose rules are not written yet; counted apart, never as covered. Actions that got a rule may stay in the list until the last
 * one has one.
 */
export interface Planned extends Reason {
  /** What they wait for. */
  readonly waitsFor: 'its rule' | 'policy engine' | 'monitor health';
}
