import type { AuthorizationDetails, GroupDetail, UserDetail } from '../account/snapshot-identities.ts';
import { defaultDocument, documentIn, type ReadDocument } from './documents.ts';
import { isAwsPolicy } from './managed-policy-arn.ts';

type Holder = Pick<UserDetail | GroupDetail, 'attachedPolicies' | 'inlinePolicies'>;

const isAdministrators = (document: ReadDocument | undefined): boolean =>
  document?.status === 'read' && (document.grant?.kind === 'everything' || document.grant?.kind === 'iam');

/** Finds out by which policies users and groups of an account are administrators: AdministratorAccess, or any that allows as much. */
export const administratorsOf = (details: AuthorizationDetails) => {
  const policies = new Map(details.policies.map((policy) => [policy.arn, policy]));
  const isAdminArn = (arn: string): boolean => {
    const policy = policies.get(arn);
    return (
      isAwsPolicy(arn, 'AdministratorAccess') ||
      (policy !== undefined && isAdministrators(defaultDocument(policy)))
    );
  };
  const own = ({ attachedPolicies, inlinePolicies }: Holder): readonly string[] => [
    ...attachedPolicies.filter(({ arn }) => isAdminArn(arn)).map(({ name }) => name),
    ...inlinePolicies
      .filter(({ document }) => isAdministrators(documentIn(document)))
      .map(({ name }) => `${name} (inline)`),
  ];
  const groups = new Map(details.groups.map((group) => [group.name, own(group)]));
  return {
    /** What makes a user an administrator; empty for one who is none. */
    reasonsOf: (user: UserDetail): readonly string[] => [
      ...own(user),
      ...user.groups.flatMap((name) =>
        (groups.get(name) ?? []).map((policy) => `${policy} by group ${name}`),
      ),
    ],
  };
};
