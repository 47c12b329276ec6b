import { lowered, type Severity } from '../rules/severity.ts';
import type { CheckData } from './define-check.ts';
import type { ReadDocument } from './documents.ts';

/** What is said of a document that may allow everything. */
export interface AdminVerdict {
  readonly message: 'everything' | 'conditional' | 'less' | 'unreadable';
  readonly data: CheckData;
  readonly severity?: Severity;
}

/** The conditions of the Allow statements, for people. */
const conditionsOf = (document: Extract<ReadDocument, { status: 'read' }>): readonly string[] => [
  ...new Set(
    document.policy.statements
      .filter(({ effect }) => effect === 'Allow')
      .flatMap(({ conditions }) =>
        conditions.map(({ operator, key, values }) => `${operator} ${key} = ${values.join(' or ')}`),
      ),
  ),
];

/**
 * Whether a document allows every action on everything, in whatever spelling; a Deny of IAM's actions makes it less. A condition takes one
 * level off: it is told, not weighed.
 */
export const adminVerdict = (document: ReadDocument | undefined, severity: Severity): AdminVerdict => {
  if (document?.status !== 'read')
    return { message: 'unreadable', data: { cause: document?.cause ?? 'missing' } };
  const { grant } = document;
  if (grant?.kind !== 'everything') return { message: 'less', data: {} };
  return grant.conditional
    ? { message: 'conditional', data: { conditions: conditionsOf(document) }, severity: lowered(severity) }
    : { message: 'everything', data: {} };
};
