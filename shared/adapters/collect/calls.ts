import pLimit from 'p-limit';
import type { FailedCall } from '../../account/failed-call.ts';

/** AWS answered a call with an error, or not at all. */
export class CallFailedError extends Error {
  override readonly name = 'CallFailedError';
  /** E.g. `ListUsers`. */
  readonly call: string;
  readonly failed: FailedCall;

  constructor(call: string, failed: FailedCall, cause: unknown) {
    super(`${call} failed (${failed.code}: ${failed.message})`, { cause });
    this.call = call;
    this.failed = failed;
  }
}

const failedCallOf = (error: unknown): FailedCall => {
  if (!(error instanceof Error)) return { code: 'Unknown', message: String(error) };
  const { code } = error as { readonly code?: unknown };
  // Faults of the network are plain errors with a code such as ECONNREFUSED.
  return {
    code: error.name === 'Error' && typeof code === 'string' ? code : error.name,
    message: error.message,
  };
};

/**
 * Makes a call, or all calls of an answer that comes in pages.
 *
 * @throws CallFailedError with the name of the call
 */
export const ask = async <T>(call: string, send: () => Promise<T>): Promise<T> => {
  try {
    return await send();
  } catch (error) {
    if (error instanceof CallFailedError) throw error;
    throw new CallFailedError(call, failedCallOf(error), error);
  }
};

/**
 * All items of an answer that comes in pages.
 *
 * @throws CallFailedError also when only a later page fails: a list that lacks some would read as a whole one
 */
export const allPages = <P, T>(
  call: string,
  pages: AsyncIterable<P>,
  itemsOf: (page: P) => readonly T[] | undefined,
): Promise<readonly T[]> =>
  ask(call, async () => {
    const items: T[] = [];
    for await (const page of pages) for (const item of itemsOf(page) ?? []) items.push(item);
    return items;
  });

interface Answered {
  readonly output?: { readonly $metadata?: { readonly attempts?: number } };
}

type Next = (args: { readonly input: unknown }) => Promise<Answered>;

/** What every client of the SDK has: see MiddlewareStack of @smithy/types, whose type differs with each client. */
export interface Watchable {
  readonly middlewareStack: { add(middleware: never, options: never): void };
}

const attemptsIn = (answer: unknown): number =>
  (answer as { readonly $metadata?: { readonly attempts?: number } } | undefined)?.$metadata?.attempts ?? 1;

/** Lets so many calls at a time through, whichever client makes them, and counts them. */
export const watchCalls = (concurrency: number) => {
  const limit = pLimit(concurrency);
  const made = new Map<string, number>();
  const note = (call: string, attempts: number): void => {
    made.set(call, (made.get(call) ?? 0) + attempts);
  };
  const watching = (next: Next, context: { readonly commandName?: string }) => {
    const call = (context.commandName ?? 'Unknown').replace(/Command$/, '');
    return (args: Parameters<Next>[0]): Promise<Answered> =>
      limit(async () => {
        try {
          const answered = await next(args);
          note(call, attemptsIn(answered.output));
          return answered;
        } catch (error) {
          note(call, attemptsIn(error));
          throw error;
        }
      });
  };
  return {
    /** By name, retries included. */
    made: (): ReadonlyMap<string, number> => made,
    /** The client itself, watched from now on. */
    watch: <C extends Watchable>(client: C): C => {
      const options = { step: 'initialize', priority: 'high', name: 'watchCalls' };
      client.middlewareStack.add(watching as never, options as never);
      return client;
    },
  };
};
