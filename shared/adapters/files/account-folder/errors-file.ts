import * as z from 'zod/mini';
import type { FailedCall } from '../../../account/failed-call.ts';
import { shaped } from './shape.ts';

const errors = z.record(
  z.string(),
  z.object({ code: z.string('expected text'), message: z._default(z.string('expected text'), '') }),
);

/** Calls that failed. The name of a call may be followed by `@` and what it was asked about, e.g. `DescribeHub@eu-west-1`. */
export interface FailedCalls {
  /** The failure of a call about everything, with the name of the call as the source lists it. */
  of(calls: readonly string[]): { readonly call: string; readonly failed: FailedCall } | undefined;
  /** The failures of a call about single things. */
  about(
    calls: readonly string[],
  ): readonly { readonly call: string; readonly key: string; readonly failed: FailedCall }[];
  /** Names of calls as the file writes them. */
  readonly names: readonly string[];
  /** ISO 8601. */
  readonly readAt: string;
}

/** `iam:ListUsers` and `ListUsers` are the same call. */
const callIn = (name: string): string =>
  (name.split('@', 1)[0] ?? '').replace(/^[a-z0-9-]+:/, '').toLowerCase();

const keyIn = (name: string): string | undefined => {
  const at = name.indexOf('@');
  return at < 0 ? undefined : name.slice(at + 1);
};

const callsOf = (entries: readonly (readonly [string, FailedCall])[], readAt: string): FailedCalls => {
  const matching = (calls: readonly string[]) =>
    entries.flatMap(([name, failed]) => {
      const call = calls.find((one) => one.toLowerCase() === callIn(name));
      return call === undefined ? [] : [{ call, key: keyIn(name), failed }];
    });
  return {
    of: (calls) => matching(calls).find(({ key }) => key === undefined),
    about: (calls) =>
      matching(calls).flatMap(({ call, key, failed }) => (key === undefined ? [] : [{ call, key, failed }])),
    names: entries.map(([name]) => name),
    readAt,
  };
};

export const noFailedCalls: FailedCalls = callsOf([], '');

/** `errors.json`: by name of the call, the code and message that AWS answered with. */
export const readFailedCalls = (json: unknown, readAt: string): FailedCalls =>
  callsOf(Object.entries(shaped(errors, json)), readAt);

/** Whether a name in `errors.json` is one of these calls. */
export const isCall = (name: string, calls: readonly string[]): boolean =>
  calls.some((call) => call.toLowerCase() === callIn(name));
