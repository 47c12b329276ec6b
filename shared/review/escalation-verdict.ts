import { analyzeEscalation, type OpenPath } from '../policy/escalation/analyze.ts';
import { escalationPaths } from '../policy/escalation/paths/all.ts';
import type { Severity } from '../rules/severity.ts';
import type { AccountRef } from './account-ref.ts';
import type { CheckData } from './define-check.ts';
import { holderOf } from './document-powers.ts';
import type { Readable } from './judge-documents.ts';

/** What is said of a document by which its holder might get more than it was given. */
export interface EscalationVerdict {
  readonly message: 'everything' | 'escalates' | 'conditional' | 'less';
  readonly data: CheckData;
  readonly severity?: Severity;
}

// Taking on roles that trust the caller is how roles are meant: policy-assume-role-wildcard tells of it where it is too wide.
const paths = escalationPaths.filter(({ id }) => id !== 'sts-001');

const openPaths = (document: Readable, account: AccountRef, at: number): readonly OpenPath[] => {
  const iso = new Date(at).toISOString();
  const found = (['user', 'role'] as const).flatMap((type) =>
    analyzeEscalation(holderOf(document, account, type), iso, paths),
  );
  return [...new Map(found.toReversed().map((open) => [open.path.id, open])).values()].toReversed();
};

const namesOf = (open: readonly OpenPath[]): readonly string[] =>
  open.map(({ path, actions }) => `${path.id} (${actions.join(' + ')})`);

/**
 * Whether a document by itself holds all that a path of escalation takes, by resources, conditions and denials. A path that needs something
 * which runs already (an instance, a function) is one level lower, and so is one that a condition guards.
 */
export const escalationVerdict = (document: Readable, account: AccountRef, at: number): EscalationVerdict => {
  if (document.grant?.kind === 'everything' && !document.grant.conditional)
    return { message: 'everything', data: {} };
  const open = openPaths(document, account, at);
  if (open.length === 0) return { message: 'less', data: {} };
  const free = open.filter(({ conditions }) => conditions.length === 0);
  if (free.length === 0) {
    const conditions = [...new Set(open.flatMap((path) => path.conditions))];
    return { message: 'conditional', data: { paths: namesOf(open), conditions }, severity: 'medium' };
  }
  const data = { paths: namesOf(free) };
  return free.every(({ path }) => path.category === 'existing-role')
    ? { message: 'escalates', data, severity: 'medium' }
    : { message: 'escalates', data };
};
