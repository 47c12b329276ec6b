import {
  type AccessPolicies,
  type AccountAccess,
  accountAccess,
  noPolicies,
} from '../../../shared/account/access/account-access.ts';
import { afterChange, type Change } from '../../../shared/account/access/change.ts';
import { type AccessQuestion, decideAccess } from '../../../shared/account/access/decide-access.ts';
import { principalContext } from '../../../shared/account/access/principal-context.ts';
import {
  type AccountFolder,
  NoSuchFolderError,
  readAccountFolder,
} from '../../../shared/adapters/files/account-folder/read-account-folder.ts';
import { faultText } from '../../../shared/adapters/files/account-folder/read-file.ts';
import { allActions } from '../../../shared/policy/actions/all-actions.ts';
import { type Caller, callerOf } from '../../../shared/policy/caller.ts';
import type { Decision } from '../../../shared/policy/decision.ts';
import { nearest } from '../../../shared/text/nearest.ts';
import { UsageError } from '../errors.ts';

/** What `tw policy simulate --principal …` asks. */
export interface AccountRequest {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount?: string;
  readonly given: Readonly<Record<string, string | readonly string[]>>;
  readonly absent: readonly string[];
  readonly others: 'absent' | 'unknown';
}

export interface AccountAnswer {
  readonly decision: Decision;
  /** Without the changes; only when there are some. */
  readonly before?: Decision;
  readonly gaps: readonly string[];
  readonly assumptions: readonly string[];
}

const readFolder = (path: string): Promise<AccountFolder> =>
  readAccountFolder(path).catch((error: unknown) => {
    if (error instanceof NoSuchFolderError) throw new UsageError(error.message, 'Check --from.');
    throw error;
  });

const accessIn = async (
  from: string | undefined,
  caller: Caller,
  resource: string,
): Promise<AccountAccess> => {
  if (from === undefined)
    return { policies: noPolicies, context: principalContext(caller, undefined), gaps: [], assumptions: [] };
  const { snapshot, faults } = await readFolder(from);
  const access = accountAccess(snapshot, caller, resource);
  if ('missing' in access) {
    const [meant] = nearest(access.missing, access.known);
    throw new UsageError(
      `${from} has no ${access.missing}.`,
      meant === undefined ? undefined : `Did you mean ${meant}?`,
    );
  }
  return { ...access, gaps: [...faults.map(faultText), ...access.gaps] };
};

const changedBy = (changes: readonly Change[], policies: AccessPolicies): AccessPolicies =>
  changes.reduce((current, change) => {
    const next = afterChange(current, change);
    if (next !== undefined) return next;
    throw new UsageError(
      `The principal does not have ${'arn' in change.to ? change.to.arn : ''}.`,
      'Name a managed policy that is attached to it, to a group of its or as its boundary.',
    );
  }, policies);

/** An action on no resource in particular is decided for `*`, whatever was asked. */
const resourceOf = async (request: AccountRequest, notes: string[]): Promise<string> => {
  const { action, resource } = request;
  const detail = (await allActions()).find(action);
  if (detail === undefined) notes.push(`${action} exists: it is not in the list of actions`);
  if (detail === undefined || detail.resourceTypes.length > 0 || resource === '*') return resource;
  notes.push(`the resource is "*": ${detail.action} cannot be limited to one`);
  return '*';
};

/**
 * Whether a caller of an account may do something, by the account's files, and after changes.
 *
 * @throws UsageError for a caller, action or resource that is none, or is not in the account
 */
export const answerFromAccount = async (
  request: AccountRequest,
  from: string | undefined,
  changes: readonly Change[],
): Promise<AccountAnswer> => {
  const caller = callerOf(request.principal);
  if (caller === undefined)
    throw new UsageError(
      `"${request.principal}" is no principal.`,
      'Give the ARN of a user, role, session or identity provider, an account id, a service principal, or "*".',
    );
  const notes: string[] = [];
  const resource = await resourceOf(request, notes);
  const { policies, context, gaps, assumptions } = await accessIn(from, caller, resource);
  const { principal: _, ...asked } = request;
  const question: AccessQuestion = { ...asked, caller, resource, context };
  const after = changedBy(changes, policies);
  return {
    decision: decideAccess(question, after),
    ...(changes.length > 0 && from !== undefined ? { before: decideAccess(question, policies) } : {}),
    gaps,
    assumptions: [...notes, ...assumptions],
  };
};
