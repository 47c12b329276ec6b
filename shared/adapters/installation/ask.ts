import type { Reading } from '../../health/installation.ts';

const messageOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/**
 * The answer to a question to AWS, or why there was none. Every error is an answer here: what could not be looked at is said,
 * and the rest is looked at all the same.
 *
 * @param action as permissions write it, e.g. `cloudtrail:DescribeTrails`
 */
export const asked = async <T>(action: string, ask: () => Promise<T>): Promise<Reading<T>> => {
  try {
    return { value: await ask() };
  } catch (error) {
    return { unavailable: `${action} gave no answer (${messageOf(error)})` };
  }
};
