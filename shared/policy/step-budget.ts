/** A document asks for more of an analysis than any document that AWS accepts does. */
export class PolicyLimitError extends Error {
  override readonly name = 'PolicyLimitError';
  readonly limit: number;

  /** @param what there are too many of */
  constructor(limit: number, what: string) {
    super(
      `the policy is too large or too entangled to be analysed: more than ${limit.toLocaleString('en')} ${what}`,
    );
    this.limit = limit;
  }
}

/** Steps that one analysis of a document takes at most: some 50 ms on one core. */
export const maxSteps = 600_000;

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
    if (this.#left < 0) throw new PolicyLimitError(this.#limit, 'steps');
  }
}
