import { lowered, type Severity } from '../rules/severity.ts';
import type { AccountRef } from './account-ref.ts';
import { allowsOn, allowsWhole } from './document-powers.ts';
import type { DocumentJudgement, Readable } from './judge-documents.ts';

/** Judges one document by what it allows whoever has nothing else; checks of managed and of inline policies share it. */
export type DocumentVerdict<M extends string> = (
  document: Readable,
  account: AccountRef,
  at: number,
) => DocumentJudgement<M>;

/** Whether a document allows every action of a service on everything; under conditions a level lower. */
export const fullAccessVerdict =
  (
    service: string,
    resourceType: string,
    severity: Severity,
  ): DocumentVerdict<'full' | 'conditional' | 'less'> =>
  (document, account, at) => {
    const found = allowsWhole(document, account, at, service, resourceType);
    if (found === undefined) return { message: 'less' };
    if (found.conditions.length === 0) return { message: 'full' };
    return {
      message: 'conditional',
      data: { conditions: found.conditions },
      severity: lowered(severity),
    };
  };

/**
 * Whether a document allows some of these actions on everything of a kind; under conditions a level lower.
 *
 * @param everything a resource that stands for all of the kind
 */
export const actionsVerdict =
  (
    actions: readonly string[],
    everything: (account: AccountRef) => string,
    severity: Severity,
  ): DocumentVerdict<'all' | 'conditional' | 'less'> =>
  (document, account, at) => {
    const found = actions.flatMap((action) => {
      const possible = allowsOn(document, account, at, action, everything(account));
      return possible ? [{ action, conditions: possible.conditions }] : [];
    });
    if (found.length === 0) return { message: 'less' };
    const data = { actions: found.map(({ action }) => action) };
    if (found.some(({ conditions }) => conditions.length === 0)) return { message: 'all', data };
    const conditions = [...new Set(found.flatMap((one) => one.conditions))];
    return { message: 'conditional', data: { ...data, conditions }, severity: lowered(severity) };
  };
