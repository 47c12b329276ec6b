import { matchesPattern } from '../../match-pattern.ts';
import type { ConditionTest, DocumentStatement, PrincipalEntry } from '../../policy-document.ts';
import type { LintContext } from '../define-check.ts';
import { allows } from '../define-check.ts';
import { operatorParts } from '../operator-parts.ts';

const assumes = ['sts:assumerole', 'sts:assumerolewithsaml', 'sts:assumerolewithwebidentity'];

/** Whether the Action element covers an action. */
export const coversCall = ({ actions }: DocumentStatement, action: string): boolean =>
  actions !== undefined &&
  actions.entries.some(({ text }) => matchesPattern(text.toLowerCase(), action.toLowerCase())) !==
    actions.except;

/** Whether a trust statement lets somebody take on the role; not one that only adds tags or a source identity. */
export const letsAssume = (statement: DocumentStatement): boolean =>
  allows(statement) && assumes.some((action) => coversCall(statement, action));

export const isAws = ({ type }: PrincipalEntry): boolean => type === '*' || type.toLowerCase() === 'aws';
export const isService = ({ type }: PrincipalEntry): boolean => type.toLowerCase() === 'service';
export const isFederated = ({ type }: PrincipalEntry): boolean => type.toLowerCase() === 'federated';

/** Everybody, of every account. */
export const isEveryone = (principal: PrincipalEntry): boolean =>
  isAws(principal) && /^\*+$/.test(principal.text);

/** The account a principal is of; undefined for everyone, services, unique ids and patterns. */
export const accountOf = (principal: PrincipalEntry): string | undefined => {
  if (!isAws(principal)) return undefined;
  if (/^\d{12}$/.test(principal.text)) return principal.text;
  return /^arn:[^:]+:(?:iam|sts)::(\d{12}):/.exec(principal.text)?.[1];
};

/** Whether a principal is an account as a whole: `123456789012` or its root. */
export const isWholeAccount = ({ text }: PrincipalEntry): boolean =>
  /^\d{12}$/.test(text) || /^arn:[^:]+:iam::\d{12}:root$/.test(text);

/** Whose account it is, as far as is known. */
export type Ownership = 'own' | 'organization' | 'trusted' | 'unknown';

export const ownershipOf = (account: string, context: LintContext): Ownership => {
  if (account === context.accountId) return 'own';
  if (context.organizationAccounts?.includes(account)) return 'organization';
  return context.trustedAccounts?.includes(account) ? 'trusted' : 'unknown';
};

/** A test that must hold: not one that passes when its key is absent, and not a negated one. */
export const mustHold = ({ operator }: ConditionTest): boolean => {
  const { known, negated, ifExists, set } = operatorParts(operator);
  return known && !negated && !ifExists && set !== 'all';
};

const isKey = (test: ConditionTest, keys: readonly string[]): boolean =>
  keys.includes(test.name.toLowerCase());

const isFixed = (test: ConditionTest): boolean => {
  const { base } = operatorParts(test.operator);
  const wildcards = /like$|^arn/.test(base);
  return (
    test.entries.length > 0 &&
    test.entries.every(({ text }) => text !== '' && !(wildcards && /^[*?]+$/.test(text)))
  );
};

// What says whose caller it is. A source address is where, not who: another account's cloud can have it.
const callerKeys = [
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:userid',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourcevpc',
  'aws:sourcevpce',
];

/** Whether the statement's conditions say who the caller is. */
export const scopesCaller = ({ tests }: DocumentStatement): boolean =>
  tests.some((test) => mustHold(test) && isKey(test, callerKeys) && isFixed(test));

/** Whether it asks for one external id, fixed and not a pattern. */
export const asksExternalId = ({ tests }: DocumentStatement): boolean =>
  tests.some(
    (test) =>
      mustHold(test) &&
      isKey(test, ['sts:externalid']) &&
      /^stringequals(ignorecase)?$/.test(operatorParts(test.operator).base) &&
      test.entries.length > 0 &&
      test.entries.every(({ text }) => text !== ''),
  );

/** Whether it demands a second factor. */
export const asksMfa = ({ tests }: DocumentStatement): boolean =>
  tests.some(
    (test) =>
      mustHold(test) &&
      ((isKey(test, ['aws:multifactorauthpresent']) &&
        test.entries.every(({ text }) => text.toLowerCase() === 'true')) ||
        isKey(test, ['aws:multifactorauthage'])),
  );

/** The principals of a statement that names them (not one with NotPrincipal). */
export const namedIn = ({ principals }: DocumentStatement): readonly PrincipalEntry[] =>
  principals === undefined || principals.except ? [] : principals.entries;
