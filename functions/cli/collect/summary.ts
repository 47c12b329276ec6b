import type { AccountSnapshot, SourceName } from '../../../shared/account/snapshot.ts';
import { everyOther, type Keyed } from '../../../shared/account/source.ts';
import { sourceCalls, sourceNames } from '../../../shared/account/source-calls.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { indented, painted, widthOf } from '../terminal.ts';

const number = new Intl.NumberFormat('en-US');

/** A source that was not read, or not of everything. */
export interface Gap {
  readonly source: SourceName;
  readonly causes: readonly string[];
}

const isKeyed = (value: unknown): value is readonly Keyed<unknown>[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'reading' in one);

const causesOf = (snapshot: AccountSnapshot, name: SourceName): readonly string[] => {
  const source = snapshot.sources[name];
  if (source.status === 'unavailable') return [source.cause];
  if (!isKeyed(source.value)) return [];
  return source.value.flatMap(({ key, reading }) => {
    if (reading.status === 'read') return [];
    return [key === everyOther || reading.cause.includes(key) ? reading.cause : `${key}: ${reading.cause}`];
  });
};

/** What could not be read although it was asked for. An error that is an answer (no password policy, no organisation) is none of them. */
export const gapsIn = (snapshot: AccountSnapshot, notAsked: readonly SourceName[]): readonly Gap[] =>
  sourceNames
    .filter((name) => !notAsked.includes(name))
    .map((source) => ({ source, causes: causesOf(snapshot, source) }))
    .filter(({ causes }) => causes.length > 0);

const named = 3;

/** The gaps, with the first causes of each. */
export const gapLines = (gaps: readonly Gap[]): string =>
  gaps
    .map(({ source, causes }) => {
      const shown = causes.slice(0, named).map((cause) => `- ${terminalText(cause)}`);
      const more = causes.length > named ? [`… and ${number.format(causes.length - named)} more`] : [];
      return [
        `  ${sourceCalls[source].title}`,
        ...[...shown, ...more].map((line) => indented(line, '    ', widthOf())),
      ].join('\n');
    })
    .join('\n');

export interface CollectionSummary {
  readonly accountId: string;
  readonly asked: number;
  readonly gaps: readonly Gap[];
  readonly calls: ReadonlyMap<string, number>;
  readonly seconds: number;
}

const mostCalled = 5;

/** How much was asked, of what, and what it came to. */
export const summaryLines = ({ accountId, asked, gaps, calls, seconds }: CollectionSummary): string => {
  const total = [...calls.values()].reduce((sum, count) => sum + count, 0);
  const most = [...calls].toSorted(([, a], [, b]) => b - a).slice(0, mostCalled);
  const some = most.map(([call, count]) => `${number.format(count)} ${call}`).join(', ');
  return [
    painted(
      'bold',
      `Account ${accountId}: ${asked - gaps.length} of ${asked} sources read, ${gaps.length} with gaps.`,
    ),
    `${number.format(total)} API calls in ${seconds.toFixed(0)} s (${some}${calls.size > mostCalled ? ', …' : ''}).`,
  ].join('\n');
};
