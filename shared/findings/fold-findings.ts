import type { Finding, Occurrence, Undoing } from './finding.ts';
import { findingIdOfOccurrence } from './finding-id.ts';
import { applyOccurrence, applyUndoing } from './lifecycle.ts';

/** Findings kept in memory for one run over old logs: as the store would hold them, whatever the order of the records. */
export interface FoldedFindings {
  add(occurrences: readonly Occurrence[], undoings: readonly Undoing[]): void;
  findings(): readonly Finding[];
}

/**
 * Makes findings from occurrences and undoings. Memory grows with the findings and with the conditions put right, not with the records. Events that
 * come twice must have been left out by the caller.
 */
export const foldFindings = (): FoldedFindings => {
  const found = new Map<string, Finding>();
  const undone = new Map<string, Undoing>();
  const settled = (finding: Finding): Finding => {
    const undoing = undone.get(finding.id);
    return undoing ? applyUndoing(finding, undoing, undoing.event.time).finding : finding;
  };
  return {
    add(occurrences, undoings) {
      for (const occurrence of occurrences) {
        const id = findingIdOfOccurrence(occurrence);
        found.set(id, applyOccurrence(found.get(id), occurrence, occurrence.event.time).finding);
      }
      for (const undoing of undoings) {
        const known = undone.get(undoing.findingId);
        if (!known || known.event.time <= undoing.event.time) undone.set(undoing.findingId, undoing);
      }
    },
    findings: () => [...found.values()].map(settled),
  };
};
