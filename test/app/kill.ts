import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Ends the process at its `at`-th effect: before it happens, or right after. A process that has ended does nothing more. */
export class Kill {
  effects = 0;
  hasEnded = false;
  readonly at: number;
  readonly when: 'before' | 'after';

  constructor(at: number, when: 'before' | 'after') {
    this.at = at;
    this.when = when;
  }

  async effect<T>(act: () => Promise<T>): Promise<T> {
    if (this.hasEnded) throw new Error('the process has ended');
    this.effects += 1;
    const isLast = this.effects === this.at;
    if (isLast && this.when === 'before') this.end();
    const result = await act();
    if (isLast) this.end();
    return result;
  }

  private end(): never {
    this.hasEnded = true;
    throw new Error('the process ended');
  }
}

interface Commands {
  readonly middlewareStack: Pick<DynamoDBClient['middlewareStack'], 'add'>;
}

/** Lets every command of a client pass through `kill`; outside the SDK's retries, as the end of a process is not retried. */
export const killable = <T>(client: T, kill: Pick<Kill, 'effect'>): T => {
  const { middlewareStack } = client as Commands;
  middlewareStack.add((next) => (args) => kill.effect(() => next(args)), {
    step: 'initialize',
    priority: 'high',
  });
  return client;
};
