import { accounts } from './organization.ts';
import { randomOf } from './random.ts';
import type { Fields } from './record.ts';

const known = new Map<string, string>();

/** Ids belong to names, as in AWS: the same role of an account always has the same. */
const idOf = (prefix: string, name: string): string => {
  const key = `${prefix} ${name}`;
  const id = known.get(key) ?? `${prefix}${randomOf(key).code(16)}`;
  known.set(key, id);
  return id;
};

/** A session of a role as `userIdentity` tells it. */
export interface Session {
  readonly account: string;
  readonly role: string;
  /** `/` at both ends. */
  readonly path?: string;
  readonly session: string;
  /** When it began, in milliseconds. */
  readonly since: number;
  readonly mfa?: boolean;
  readonly invokedBy?: string;
  /** Fields of `sessionContext`. */
  readonly context?: Fields;
}

export const roleArn = (account: string, role: string, path = '/'): string =>
  `arn:aws:iam::${account}:role${path}${role}`;

/** The temporary key of a session. */
export const keyOf = (session: Session): string =>
  idOf('ASIA', `${session.account} ${session.role} ${session.session} ${session.since}`);

export const roleSession = (session: Session): Fields => {
  const { account, role, path = '/', session: name, since, mfa = false, invokedBy, context } = session;
  const principalId = idOf('AROA', `${account} ${role}`);
  return {
    type: 'AssumedRole',
    principalId: `${principalId}:${name}`,
    arn: `arn:aws:sts::${account}:assumed-role/${role}/${name}`,
    accountId: account,
    accessKeyId: keyOf(session),
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId,
        arn: roleArn(account, role, path),
        accountId: account,
        userName: role,
      },
      attributes: {
        creationDate: `${new Date(since).toISOString().slice(0, 19)}Z`,
        mfaAuthenticated: String(mfa),
      },
      ...context,
    },
    ...(invokedBy === undefined ? {} : { invokedBy }),
  };
};

/** The role that Identity Center makes for a permission set in an account. */
export const reservedRole = (account: string, permissionSet: string): string =>
  `AWSReservedSSO_${permissionSet}_${randomOf(`${account} ${permissionSet}`).hex(16)}`;

export const reservedPath = '/aws-reserved/sso.amazonaws.com/eu-central-1/';

/** A person with a permission set, through Identity Center. */
export const ssoSession = (
  account: string,
  permissionSet: string,
  email: string,
  since: number,
): Session => ({
  account,
  role: reservedRole(account, permissionSet),
  path: reservedPath,
  session: email,
  since,
});

/** A role that GitHub's workflows assume. */
export const gitHubSession = (account: string, role: string, run: string, since: number): Session => ({
  account,
  role,
  session: `GitHubActions-${run}`,
  since,
  context: {
    webIdFederationData: {
      federatedProvider: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`,
      attributes: {},
    },
  },
});

/** The identity provider of an account's cluster. */
export const clusterProvider = (account: string): string =>
  `arn:aws:iam::${account}:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/${randomOf(account).hex(32).toUpperCase()}`;

/** A pod of a cluster. */
export const podSession = (account: string, role: string, pod: string, since: number): Session => ({
  account,
  role,
  session: `aws-go-sdk-${pod}`,
  since,
  context: {
    webIdFederationData: {
      federatedProvider: clusterProvider(account),
      attributes: {},
    },
  },
});

/** An instance with its role. */
export const instanceSession = (account: string, role: string, instance: string, since: number): Session => ({
  account,
  role,
  session: instance,
  since,
  context: { ec2RoleDelivery: '2.0' },
});

/** What a service does with its own role. */
export const serviceLinked = (
  account: string,
  service: string,
  role: string,
  session: string,
  since: number,
): Session => ({
  account,
  role,
  path: `/aws-service-role/${service}/`,
  session,
  since,
  invokedBy: service,
});

/** A service that acts for itself. */
export const awsService = (invokedBy: string): Fields => ({ type: 'AWSService', invokedBy });

/** An IAM user with a long-term key; `keys` counts how often it was rotated. */
export const iamUser = (account: string, userName: string, keys = 0): Fields => ({
  type: 'IAMUser',
  principalId: idOf('AIDA', `${account} ${userName}`),
  arn: `arn:aws:iam::${account}:user/${userName}`,
  accountId: account,
  accessKeyId: longTermKey(account, userName, keys),
  userName,
});

export const longTermKey = (account: string, userName: string, keys = 0): string =>
  idOf('AKIA', `${account} ${userName} ${keys}`);

export const root = (account: string): Fields => ({
  type: 'Root',
  principalId: account,
  arn: `arn:aws:iam::${account}:root`,
  accountId: account,
  accessKeyId: '',
});

/** A person of Identity Center in the organisation's portal. */
export const portalUser = (userId: string): Fields => ({
  type: 'IdentityCenterUser',
  accountId: accounts.management,
  onBehalfOf: {
    userId,
    identityStoreArn: `arn:aws:identitystore::${accounts.management}:identitystore/d-9967123456`,
  },
  credentialId: randomOf(`credential of ${userId}`).hex(64),
});
