import { type CompiledHolder, compileHolder } from '../../policy/escalation/holder.ts';
import type { Policy } from '../../policy/policy.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import type {
  AuthorizationDetails,
  GroupDetail,
  ManagedPolicy,
  RoleDetail,
  UserDetail,
} from '../snapshot-identities.ts';

/** A document that could not be read, or is not in the snapshot: what it grants is not known. */
export interface UnreadPolicy {
  /** ARN of the policy or of the holder of an inline policy. */
  readonly arn: string;
  readonly cause: string;
}

/** A user or role of the account, ready to be asked, with the trust policy of a role. */
export interface AccountHolder {
  readonly compiled: CompiledHolder;
  readonly trust?: Policy;
}

/** The users and roles of an account and what of their policies could not be read. */
export interface AccountHolders {
  readonly holders: readonly AccountHolder[];
  readonly unread: readonly UnreadPolicy[];
}

/**
 * What AWS's own powerful policies say, for details that lack them (a call with a filter leaves them out). The documents are public
 * (AWS Managed Policy Reference Guide) and shortened to what decides about access.
 */
const powerful: Readonly<Record<string, unknown>> = {
  AdministratorAccess: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
  IAMFullAccess: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'iam:*', Resource: '*' } },
  PowerUserAccess: {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
  },
};

const powerfulDocument = (arn: string): unknown => {
  const [, name = ''] = /^arn:[^:]+:iam::aws:policy\/(\w+)$/.exec(arn) ?? [];
  return powerful[name];
};

/** Reads each managed policy once, however many hold it. */
class PolicyShelf {
  readonly unread: UnreadPolicy[] = [];
  readonly #managed: ReadonlyMap<string, ManagedPolicy>;
  readonly #read = new Map<string, Policy | undefined>();

  constructor(policies: readonly ManagedPolicy[]) {
    this.#managed = new Map(policies.map((policy) => [policy.arn, policy]));
  }

  managed(arn: string): readonly Policy[] {
    if (!this.#read.has(arn)) {
      const version = this.#managed.get(arn)?.versions.find(({ isDefault }) => isDefault);
      const document = version?.document ?? powerfulDocument(arn);
      if (document === undefined) this.unread.push({ arn, cause: 'its document is not in the snapshot' });
      this.#read.set(arn, document === undefined ? undefined : this.document(document, arn)[0]);
    }
    const known = this.#read.get(arn);
    return known === undefined ? [] : [known];
  }

  document(document: unknown, arn: string): readonly Policy[] {
    const reading = readPolicy(document);
    if (reading.status === 'read') return [reading.policy];
    this.unread.push({ arn, cause: `a document that cannot be read (${reading.cause})` });
    return [];
  }

  of({ arn, inlinePolicies, attachedPolicies }: UserDetail | RoleDetail | GroupDetail): readonly Policy[] {
    return [
      ...attachedPolicies.flatMap((policy) => this.managed(policy.arn)),
      ...inlinePolicies.flatMap(({ document }) => this.document(document, arn)),
    ];
  }
}

const accountIn = (arn: string): string => arn.split(':')[4] ?? '';

const limits = (shelf: PolicyShelf, boundaryArn: string | undefined) =>
  // A boundary that could not be read allows nothing that is known of: what its holder may do is then said to be less, never more.
  boundaryArn === undefined ? {} : { boundaryArn, boundary: shelf.managed(boundaryArn) };

const userHolder = (
  user: UserDetail,
  groups: ReadonlyMap<string, GroupDetail>,
  shelf: PolicyShelf,
): AccountHolder => {
  const its = user.groups.flatMap((name) => groups.get(name) ?? []);
  return {
    compiled: compileHolder({
      type: 'user',
      arn: user.arn,
      name: user.name,
      account: accountIn(user.arn),
      policies: [...shelf.of(user), ...its.flatMap((group) => shelf.of(group))],
      attached: [user, ...its].flatMap(({ attachedPolicies }) => attachedPolicies.map(({ arn }) => arn)),
      groups: its.map(({ arn }) => arn),
      ...limits(shelf, user.boundaryArn),
    }),
  };
};

const roleHolder = (role: RoleDetail, shelf: PolicyShelf): AccountHolder => {
  const [trust] = shelf.document(role.trustPolicy, role.arn);
  return {
    compiled: compileHolder({
      type: 'role',
      arn: role.arn,
      name: role.name,
      account: accountIn(role.arn),
      policies: shelf.of(role),
      attached: role.attachedPolicies.map(({ arn }) => arn),
      groups: [],
      ...limits(shelf, role.boundaryArn),
    }),
    ...(trust === undefined ? {} : { trust }),
  };
};

/** The users and roles of an account with their effective policies: attached, inline, of groups, boundary. Control policies are not in these details. */
export const accountHolders = ({ users, roles, groups, policies }: AuthorizationDetails): AccountHolders => {
  const shelf = new PolicyShelf(policies);
  const byName = new Map(groups.map((group) => [group.name, group]));
  const holders = [
    ...users.map((user) => userHolder(user, byName, shelf)),
    ...roles.map((role) => roleHolder(role, shelf)),
  ];
  return { holders, unread: shelf.unread };
};
