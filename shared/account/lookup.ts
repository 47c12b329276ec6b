import type {
  PermissionsFact,
  PolicyBeforeFact,
  PolicyDocumentFact,
  PriorStateFact,
} from './policy-facts.ts';

/** What an account reader can answer, by kind of question. Plain data; the shape is ours, not the SDK's. */
export interface LookupValues {
  /** Of an IAM user, by name. */
  readonly 'access-keys': readonly AccessKeyFact[];
  /** Of one access key, by its id. */
  readonly 'access-key-last-used': { readonly lastUsedAt?: string; readonly userName?: string };
  /** Of a user, role or group, by `user/NAME`, `role/NAME`, `group/NAME`; of the role in an instance profile, by `instance-profile/NAME`. */
  readonly 'attached-policies': { readonly managed: readonly string[]; readonly inline: readonly string[] };
  /** Names of the groups of an IAM user, by user name. */
  readonly 'groups-of-user': readonly string[];
  /** Trust policy, limits and creation of a role, by name. */
  readonly role: RoleFact;
  /** Of an IAM user, by name. */
  readonly user: UserFact;
  /** The version in force of a managed policy, by its ARN; of a certain version, by `ARN VERSION`. */
  readonly 'managed-policy': PolicyDocumentFact;
  /** The version that was in force before another one, by `ARN VERSION` of that other one. */
  readonly 'policy-before': PolicyBeforeFact;
  /** JSON text of an inline policy, by `user/NAME POLICY`, `role/NAME POLICY`, `group/NAME POLICY`. */
  readonly 'inline-policy': string;
  /** Everything that a `user/NAME`, `role/NAME` or `group/NAME` has been given, as it is now. */
  readonly permissions: PermissionsFact;
  /**
   * As of the last nightly snapshot: of a `user/NAME`, `role/NAME`, `group/NAME`, `policy/ARN`, or `control-policy/ID` of the organisation.
   * Absent: there was no such thing then.
   */
  readonly 'prior-state': PriorStateFact;
  /** Of the account; the id is empty. */
  readonly 'password-policy': PasswordPolicyFact;
  /** Trails of the account; the id is empty. */
  readonly trails: readonly TrailFact[];
  /** Where an IP address is, from the file of addresses that the user supplied. */
  readonly address: AddressFact;
}

export interface AccessKeyFact {
  readonly id: string;
  readonly status: 'Active' | 'Inactive';
  /** ISO 8601. */
  readonly createdAt: string;
}

export interface RoleFact {
  readonly arn: string;
  /** JSON text, decoded. */
  readonly trustPolicy: string;
  /** Absent where it was not asked: GetAccountAuthorizationDetails does not tell. */
  readonly maxSessionSeconds?: number;
  readonly createdAt: string;
  /** ARN of its permissions boundary. */
  readonly boundaryArn?: string;
}

export interface UserFact {
  readonly arn: string;
  readonly createdAt: string;
  /** ARN of its permissions boundary. */
  readonly boundaryArn?: string;
}

export interface PasswordPolicyFact {
  readonly minimumLength: number;
  readonly requiresSymbols: boolean;
  readonly requiresNumbers: boolean;
  readonly requiresUppercase: boolean;
  readonly requiresLowercase: boolean;
  /** Days; absent when passwords do not expire. */
  readonly maxAgeDays?: number;
  /** Absent when old passwords may be used again. */
  readonly reusePrevention?: number;
}

export interface TrailFact {
  readonly name: string;
  readonly arn: string;
  readonly bucket: string;
  readonly kmsKeyId?: string;
  readonly logGroupArn?: string;
}

export interface AddressFact {
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly city?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  /** Autonomous system number. */
  readonly asn?: number;
  readonly organization?: string;
}

export type LookupKind = keyof LookupValues;

/** A question about the account. */
export interface Lookup {
  readonly kind: LookupKind;
  /** Of which thing; what it is depends on the kind. */
  readonly id: string;
  /** The rule can do without: it is run all the same, and what could not be read is still said. */
  readonly optional?: true;
}

/**
 * The answer to one look-up. `unavailable` is never read as "no such thing": the rule's result is then inconclusive. `off` says that it is
 * for lack of a setting, and no fault; `transient` that it may be had a little later: throttled, timed out.
 */
export type LookupAnswer =
  | { readonly status: 'found'; readonly kind: LookupKind; readonly value: unknown; readonly readAt: string }
  | { readonly status: 'absent'; readonly kind: LookupKind; readonly readAt: string }
  | {
      readonly status: 'unavailable';
      readonly cause: string;
      readonly off?: true;
      readonly transient?: true;
    };

/** An answer that is one. */
export type KnownAnswer = Exclude<LookupAnswer, { status: 'unavailable' }>;

/** What was answered to a question, if it was asked; an answer may be that there is none to be had. */
export type AnswerTo = (need: Lookup) => LookupAnswer | undefined;

/** The first answer of a kind; undefined when AWS said that there is no such thing. */
export const foundIn = <K extends LookupKind>(
  answers: readonly KnownAnswer[],
  kind: K,
): LookupValues[K] | undefined => {
  const answer = answers.find((one) => one.kind === kind);
  // An account reader answers each kind with its own shape; the kind stands beside the value to tell it.
  return answer?.status === 'found' ? (answer.value as LookupValues[K]) : undefined;
};
