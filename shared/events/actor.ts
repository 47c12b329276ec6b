import { booleanAt, type JsonObject, objectAt, textAt } from './json.ts';

/** `userIdentity.type` as CloudTrail documents it; `Unknown` when the record has none or one that is not known here. */
export type ActorType = (typeof actorTypes)[number];

const actorTypes = [
  'Root',
  'IAMUser',
  'AssumedRole',
  'Role',
  'FederatedUser',
  'Directory',
  'AWSAccount',
  'AWSService',
  'SAMLUser',
  'WebIdentityUser',
  'IdentityCenterUser',
  'Unknown',
] as const;

/** Which kind of key signed the call, told by its prefix (IAM User Guide, "Understanding unique ID prefixes"). */
export type KeyKind = 'long-term' | 'temporary' | 'bearer' | 'none';

/** Whether the session was opened with MFA. Federated sign-ins always log "No": their MFA is the identity provider's. */
export type Mfa = 'yes' | 'no' | 'unknown';

/** Who made the call. Names and ARNs are the attacker's choice where the attacker made them: escape, never trust by name. */
export interface Actor {
  readonly type: ActorType;
  /**
   * The same for every call of one identity: the role's ARN for its sessions (a session ARN is new each time), else the
   * user's ARN, else `principalId`, else account and invoking service.
   */
  readonly key: string;
  /** The short name people know it by: user, `role/session`, `root`, the service. */
  readonly label: string;
  readonly arn?: string;
  readonly accountId?: string;
  readonly principalId?: string;
  /** Name of the IAM user, or of the user a provider vouched for. */
  readonly userName?: string;
  /** ARN of the role behind a session, with its path. */
  readonly roleArn?: string;
  readonly roleName?: string;
  readonly sessionName?: string;
  /** Set at AssumeRole and immutable down a chain of roles: the best name of a person that a session can carry. */
  readonly sourceIdentity?: string;
  /** The person behind a role session where the record tells: source identity, Identity Center user. */
  readonly person?: string;
  readonly accessKeyId?: string;
  readonly keyKind: KeyKind;
  readonly mfa: Mfa;
  /** `invokedBy`: the service that made the call for the actor. */
  readonly invokedBy?: string;
  /** The session's credentials are those of an EC2 instance. */
  readonly isInstance: boolean;
  /** The session was opened through IAM Identity Center. */
  readonly isIdentityCenter: boolean;
  /** The session came from a SAML or OIDC provider: MFA is known to that provider only. */
  readonly isFederated: boolean;
}

const keyKinds: Readonly<Record<string, KeyKind>> = { AKIA: 'long-term', ASIA: 'temporary', ABIA: 'bearer' };

const mfaOf = (attributes: JsonObject, additional: JsonObject): Mfa => {
  const used = booleanAt(attributes, 'mfaAuthenticated') === true ? true : booleanAt(additional, 'MFAUsed');
  const known = used ?? booleanAt(attributes, 'mfaAuthenticated');
  return known === undefined ? 'unknown' : known ? 'yes' : 'no';
};

/** `arn:aws:sts::111122223333:assumed-role/NAME/SESSION`: the role's path is not in it, the issuer's ARN has it. */
const sessionArn = /^arn:[^:]*:sts::[^:]*:assumed-role\/([^/]+)\/(.+)$/;
const nameInArn = (arn: string | undefined): string | undefined => arn?.slice(arn.lastIndexOf('/') + 1);

const typeOf = (identity: JsonObject): ActorType => {
  const type = textAt(identity, 'type');
  const known = actorTypes.find((name) => name === type);
  if (known) return known;
  return type === undefined && textAt(identity, 'invokedBy') ? 'AWSService' : 'Unknown';
};

const sessionOf = (identity: JsonObject, arn: string | undefined) => {
  const context = objectAt(identity, 'sessionContext');
  const issuer = objectAt(context, 'sessionIssuer');
  const parts = arn ? sessionArn.exec(arn) : null;
  const principal = textAt(identity, 'principalId');
  return {
    context,
    attributes: objectAt(context, 'attributes'),
    issuerArn: textAt(issuer, 'arn'),
    roleName: parts?.[1] ?? (textAt(issuer, 'type') === 'Role' ? textAt(issuer, 'userName') : undefined),
    // principalId of a session is `AROA…:SESSION`.
    sessionName:
      parts?.[2] ?? (principal?.includes(':') ? principal.slice(principal.indexOf(':') + 1) : undefined),
  };
};

const keyOf = (
  type: ActorType,
  from: Pick<Actor, 'roleArn' | 'arn' | 'principalId' | 'accountId' | 'invokedBy'>,
): string => {
  if (type === 'Root') return `root:${from.accountId ?? from.arn ?? from.principalId ?? 'unknown'}`;
  const service = from.invokedBy === undefined ? undefined : `${from.accountId ?? ''}:${from.invokedBy}`;
  return from.roleArn ?? from.arn ?? from.principalId ?? service ?? from.accountId ?? 'unknown';
};

const labelOf = (type: ActorType, from: Omit<Actor, 'key' | 'label'>): string => {
  if (type === 'Root') return 'root';
  if (type === 'AWSService') return from.invokedBy ?? 'an AWS service';
  if (from.roleName) return from.sessionName ? `${from.roleName}/${from.sessionName}` : from.roleName;
  if (type === 'AWSAccount') return `account ${from.accountId ?? 'unknown'}`;
  return from.userName ?? nameInArn(from.arn) ?? from.principalId ?? from.invokedBy ?? 'unknown';
};

const roleOf = (type: ActorType, session: ReturnType<typeof sessionOf>) => {
  const isSession = type === 'AssumedRole' || type === 'Role';
  const { issuerArn, roleName, sessionName } = session;
  // A FederatedUser's issuer is the IAM user whose key asked for the session.
  if (!isSession)
    return { roleArn: type === 'FederatedUser' ? issuerArn : undefined, isSession, isIdentityCenter: false };
  return {
    roleArn: issuerArn,
    roleName,
    sessionName,
    isSession,
    isIdentityCenter: roleName?.startsWith('AWSReservedSSO_') === true,
  };
};

const isInstance = (context: JsonObject, sessionName: string | undefined): boolean =>
  textAt(context, 'ec2RoleDelivery') !== undefined || /^i-[0-9a-f]+$/.test(sessionName ?? '');

const isFromProvider = (type: ActorType, context: JsonObject, additional: JsonObject): boolean =>
  type === 'SAMLUser' ||
  type === 'WebIdentityUser' ||
  Object.keys(objectAt(context, 'webIdFederationData')).length > 0 ||
  textAt(additional, 'SamlProviderArn') !== undefined;

/**
 * Reads `userIdentity`. Total: any shape gives an actor, at worst of type `Unknown`.
 *
 * @param identity `userIdentity`, `{}` when the record has none
 * @param additional `additionalEventData`, which holds the MFA of a console sign-in
 */
export const parseActor = (identity: JsonObject, additional: JsonObject): Actor => {
  const type = typeOf(identity);
  const arn = textAt(identity, 'arn');
  const session = sessionOf(identity, arn);
  const { context, attributes } = session;
  const { isSession, isIdentityCenter, ...role } = roleOf(type, session);
  const accessKeyId = textAt(identity, 'accessKeyId');
  const sourceIdentity = textAt(context, 'sourceIdentity') ?? textAt(attributes, 'sourceIdentity');
  const present = withoutAbsent({
    type,
    arn,
    accountId: textAt(identity, 'accountId'),
    // An IdentityCenterUser has neither ARN nor principalId, but the id of the user in the identity store.
    principalId: textAt(identity, 'principalId') ?? textAt(objectAt(identity, 'onBehalfOf'), 'userId'),
    userName: textAt(identity, 'userName') ?? (type === 'IAMUser' ? nameInArn(arn) : undefined),
    roleArn: role.roleArn,
    roleName: role.roleName,
    sessionName: role.sessionName,
    sourceIdentity,
    person: sourceIdentity ?? (isIdentityCenter ? role.sessionName : undefined),
    accessKeyId,
    keyKind: keyKinds[accessKeyId?.slice(0, 4) ?? ''] ?? 'none',
    mfa: mfaOf(attributes, additional),
    invokedBy: textAt(identity, 'invokedBy'),
    isInstance: isSession && isInstance(context, role.sessionName),
    isIdentityCenter,
    isFederated: isIdentityCenter || isFromProvider(type, context, additional),
  });
  return { ...present, key: keyOf(type, present), label: labelOf(type, present) };
};

/** Leaves out the keys whose value is undefined, in place of `{...(a === undefined ? {} : { a })}` for each of them. */
const withoutAbsent = <T extends Record<string, unknown>>(from: T): WithoutUndefined<T> => {
  const present: Record<string, unknown> = {};
  for (const key in from) if (from[key] !== undefined) present[key] = from[key];
  return present as WithoutUndefined<T>;
};

type WithoutUndefined<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };
