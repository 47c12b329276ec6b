import type { AnalyzerDetail } from '../account/snapshot-services.ts';
import type { Keyed } from '../account/source.ts';
import type { CheckData } from './define-check.ts';

/** The analyzers of all Regions that could be read, and the Regions that could not. */
export const analyzersIn = (
  readings: readonly Keyed<readonly AnalyzerDetail[]>[],
): {
  readonly analyzers: readonly AnalyzerDetail[];
  readonly unread: readonly (CheckData & { readonly region: string; readonly cause: string })[];
} => ({
  analyzers: readings.flatMap(({ reading }) => (reading.status === 'read' ? reading.value : [])),
  unread: readings.flatMap(({ key, reading }) =>
    reading.status === 'read' ? [] : [{ region: key, cause: reading.cause }],
  ),
});
