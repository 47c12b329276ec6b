import type { AuthorizationDetails, ManagedPolicy } from '../account/snapshot-identities.ts';
import { lowered, type Severity } from '../rules/severity.ts';
import type { AccountRef } from './account-ref.ts';
import type { CheckData, Judgement } from './define-check.ts';
import {
  customerPolicies,
  defaultDocument,
  documentIn,
  type HeldInline,
  inlinePolicies,
  type ReadDocument,
} from './documents.ts';
import { judgeEach } from './judge-each.ts';

/** A document that can be judged. */
export type Readable = Extract<ReadDocument, { status: 'read' }>;

/** The verdict on one document. */
export interface DocumentJudgement<M extends string> {
  readonly message: M;
  readonly data?: CheckData;
  readonly severity?: Severity;
}

/** What every check of customer managed policies says where it cannot judge, or has nothing to judge. */
export const customerMessages = {
  NOT_APPLICABLE: {
    'no-policies': 'The account has no managed policy of its own.',
    'boundary-only': 'The policy {policy} is used as a boundary only: it gives nothing.',
  },
  NOT_EVALUATED: { unreadable: 'The policy {policy} cannot be read ({cause}).' },
} as const;

/** The same for inline policies. */
export const inlineMessages = {
  NOT_APPLICABLE: { 'no-policies': 'No user, group or role has an inline policy.' },
  NOT_EVALUATED: { unreadable: 'The inline policy {policy} of {holder} cannot be read ({cause}).' },
} as const;

const isBoundaryOnly = ({ attachmentCount, boundaryUsageCount }: ManagedPolicy): boolean =>
  attachmentCount === 0 && boundaryUsageCount > 0;

type Judged<M extends string> = readonly Judgement<M | 'no-policies' | 'unreadable'>[];

interface About {
  readonly resource: string;
  readonly resourceId: string;
  readonly data: CheckData;
}

const judgeOne = <M extends string>(
  document: ReadDocument | undefined,
  { data, ...about }: About,
  judge: (document: Readable) => DocumentJudgement<M>,
): Judgement<M | 'unreadable'> => {
  if (document?.status !== 'read')
    return { message: 'unreadable', ...about, data: { ...data, cause: document?.cause ?? 'missing' } };
  const { data: more = {}, ...verdict } = judge(document);
  return { ...verdict, ...about, data: { ...data, ...more } };
};

/**
 * Verdicts on the default versions of customer managed policies. One that is attached to nothing is judged as well, since it can be
 * attached at any time.
 *
 * @param judge says nothing of a policy's being attached; `severity` of a failure is lowered by one for those that are not
 */
export const judgeCustomer = <M extends string>(
  details: AuthorizationDetails,
  account: AccountRef,
  severity: Severity,
  judge: (document: Readable) => DocumentJudgement<M>,
): readonly Judgement<M | 'no-policies' | 'boundary-only' | 'unreadable'>[] =>
  judgeEach<ManagedPolicy, M | 'boundary-only' | 'unreadable', 'no-policies'>(
    customerPolicies(details),
    account,
    'no-policies',
    (policy) => {
      const about = { resource: policy.arn, resourceId: policy.name, data: { policy: policy.name } };
      if (isBoundaryOnly(policy)) return { message: 'boundary-only', ...about };
      const judgement = judgeOne(defaultDocument(policy), about, judge);
      return policy.attachmentCount > 0
        ? judgement
        : { ...judgement, severity: lowered(judgement.severity ?? severity) };
    },
  );

const aboutInline = ({ holderArn, holderName, policy }: HeldInline): About => ({
  resource: holderArn,
  resourceId: `${holderName}/${policy.name}`,
  data: { policy: policy.name, holder: holderName },
});

/** Verdicts on the inline policies of users, groups and roles; each is known by the name of its holder and its own. */
export const judgeInline = <M extends string>(
  details: AuthorizationDetails,
  account: AccountRef,
  judge: (document: Readable) => DocumentJudgement<M>,
): Judged<M> =>
  judgeEach(inlinePolicies(details), account, 'no-policies', (held) =>
    judgeOne(documentIn(held.policy.document), aboutInline(held), judge),
  );
