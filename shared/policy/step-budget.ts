/** A document asks for more steps of an analysis than any document that AWS accepts does. */
export class PolicyLimitError extends Error {
  override readonly name = 'PolicyLimitError';
  readonly limit: number;

  constructor(limit: number) {
    super(
      `the policy takes more than ${limit.toLocaleString('en')} steps to analyse: it has too many different patterns or statements`,
    );
    this.limit = limit;
  }
}

/** Steps that one analysis of a document takes at most: some 50 ms on one core in 2026. */
export const maxSteps = 2_000_000;

/** Counts the steps of one analysis, so that a hostile document ends with an error and not with a long wait. */
export class StepBudget {
  readonly #limit: number;
  #left: number;

  constructor(limit: number = maxSteps) {
    this.#limit = limit;
    this.#left = limit;
  }

  /** @throws PolicyLimitError when there are fewer left */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new PolicyLimitError(this.#limit);
  }
}
