import type { ActionCatalogue, ActionDetail } from '../actions/action-catalogue.ts';
import type { Place } from '../json/json-node.ts';
import type { Policy } from '../policy.ts';
import type { DocumentStatement, PolicyDocument } from '../policy-document.ts';
import type { StepBudget } from '../step-budget.ts';

/** Same scale as that of rules. */
export type LintSeverity = 'info' | 'low' | 'medium' | 'high' | 'critical';

/**
 * Where the document is attached.
 *
 * - `identity`: to a user, group or role; a boundary or session policy is read the same way.
 * - `resource`: to a resource. `trust`: to a role, as its trust policy.
 * - `scp`: to an organisation, as service or resource control policy.
 */
export type LintKind = 'identity' | 'resource' | 'trust' | 'scp';

export const lintKinds = ['identity', 'resource', 'trust', 'scp'] as const satisfies readonly LintKind[];

/** What is known beyond the document. Everything is optional; a check that needs what is missing stays with what the document shows. */
export interface LintContext {
  /** The account the document is in, 12 digits. */
  readonly accountId?: string;
  /** Accounts of the organisation, 12 digits each. */
  readonly organizationAccounts?: readonly string[];
  /** Partners whose accounts may be trusted, 12 digits each. */
  readonly trustedAccounts?: readonly string[];
  /** Of a trust policy: whether the role is an administrator; absent when not known. */
  readonly privileged?: boolean;
  /** Of a trust policy: the role's own ARN. */
  readonly roleArn?: string;
  /** Whether the document is an inline policy. */
  readonly inline?: boolean;
  /** All actions of all services (`allActions()`); a part of them would make the others look misspelt. */
  readonly catalogue?: ActionCatalogue;
  /** The time at which dates in conditions are judged, ISO 8601; absent: they may hold. */
  readonly at?: string;
  /** The document that this one takes the place of. */
  readonly before?: Policy;
}

/** A document to look at. */
export interface LintSubject {
  readonly kind: LintKind;
  readonly document: PolicyDocument;
  /** What it says; absent when it has faults and cannot be read for certain. */
  readonly policy?: Policy;
  readonly context: LintContext;
  /** What all checks together may spend on the document. */
  readonly steps: StepBudget;
  /**
   * The actions that a statement is about, by the catalogue; none when there is no catalogue or no Action element.
   *
   * @throws PolicyLimitError as `coveredActions`
   */
  covered(statement: DocumentStatement): ReadonlySet<ActionDetail>;
}

/** Something a check found. */
export interface LintHit {
  readonly place: Place;
  /** Counts from 0; absent when it is about the whole document. */
  readonly statement?: number;
  /** One English sentence. Names texts of the document, which may be an attacker's. */
  readonly says: string;
  /** When it differs from the check's. */
  readonly severity?: LintSeverity;
}

/** A document and where the check must find something in it: JSON pointers, in order. Both a test and documentation. */
export interface LintExample {
  readonly name: string;
  readonly kind?: LintKind;
  readonly document: unknown;
  readonly context?: LintContext;
  readonly expect: readonly string[];
  readonly severity?: LintSeverity;
}

/** One check of policy documents. */
export interface LintCheck {
  readonly id: string;
  readonly severity: LintSeverity;
  readonly kinds: readonly LintKind[];
  /** At most 80 characters. */
  readonly title: string;
  /** Why it matters, one or two sentences. */
  readonly explanation: string;
  /** What to write instead. */
  readonly fix: string;
  /** Document or tool the check is from. */
  readonly source: string;
  find(subject: LintSubject): readonly LintHit[];
  readonly examples: readonly LintExample[];
}

/** Identity at run time. */
export const defineCheck = (check: LintCheck): LintCheck => check;

/** A check that looks at one statement after the other. */
export const ofStatements =
  (find: (statement: DocumentStatement, subject: LintSubject) => readonly LintHit[]): LintCheck['find'] =>
  (subject) =>
    subject.document.statements.flatMap((statement) =>
      find(statement, subject).map((hit) => ({ statement: statement.index, ...hit })),
    );

/** Whether a statement allows, and everything of it could be read. */
export const allows = ({ effect }: DocumentStatement): boolean => effect?.text === 'Allow';

/** Whether a statement denies. */
export const denies = ({ effect }: DocumentStatement): boolean => effect?.text === 'Deny';
