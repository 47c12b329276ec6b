import { AssumeRoleCommand, type STSClient } from '@aws-sdk/client-sts';
import type { AccountReader } from '../../account/account-reader.ts';
import type { LookupAnswer } from '../../account/lookup.ts';

/** A role of the same name in each account of the organisation, which lets Trailwarden look things up there (docs/deploying.md). */
export interface ReaderRole {
  readonly name: string;
  /** What the roles' trust policies ask for, if they do. */
  readonly externalId?: string;
}

/** Temporary credentials, as clients of AWS take them. */
export interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

/** What reading other accounts needs. */
export interface MemberReadersOptions {
  readonly role: ReaderRole;
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string;
  /** Made when the first other account is asked about. */
  sts(): Promise<STSClient>;
  /** The reader of an account, with clients that use these credentials. */
  readerWith(accountId: string, credentials: () => Promise<RoleCredentials>): AccountReader;
  /** Epoch milliseconds. */
  now(): number;
}

/** A session that is about to end may end on the way. */
const spareMillis = 5 * 60_000;
/** An account that could not be entered is left in peace for so long. */
const failureMillis = 60_000;
/** The longest that a role may have which is taken on by a role (IAM User Guide, "Role chaining"). */
const sessionSeconds = 3_600;

const throttled = /Throttl|TooManyRequests|RequestLimitExceeded/;
const timedOut = /^(AbortError|TimeoutError)$/;
const denied = /Denied|NotAuthorized/;

const causeOf = (error: unknown): { readonly why: string; readonly isTransient: boolean } => {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (denied.test(name))
    return {
      why: `was denied: is the role deployed there, does it trust Trailwarden, and is the external id the same? See docs/deploying.md, "Other accounts" (${message})`,
      isTransient: false,
    };
  if (throttled.test(name)) return { why: 'was throttled by AWS; it will be asked again', isTransient: true };
  if (timedOut.test(name))
    return { why: 'gave no answer in time; it will be asked again', isTransient: true };
  return { why: `failed: ${name}: ${message}`, isTransient: true };
};

/** An account could not be entered. */
class AccountClosedError extends Error {
  override readonly name = 'AccountClosedError';
  readonly isTransient: boolean;

  constructor(accountId: string, roleArn: string, cause: unknown) {
    const { why, isTransient } = causeOf(cause);
    super(`cannot read account ${accountId}: sts:AssumeRole of ${roleArn} ${why}`, { cause });
    this.isTransient = isTransient;
  }
}

interface Session {
  readonly credentials: Promise<RoleCredentials>;
  /** Epoch milliseconds; without an end while the answer is on its way. */
  until: number;
}

const assume = async ({ role, sts }: MemberReadersOptions, RoleArn: string): Promise<RoleCredentials> => {
  const { Credentials: given } = await (await sts()).send(
    new AssumeRoleCommand({
      RoleArn,
      RoleSessionName: 'trailwarden',
      DurationSeconds: sessionSeconds,
      ...(role.externalId === undefined ? {} : { ExternalId: role.externalId }),
    }),
  );
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = given ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration)
    throw new Error('the answer has no credentials');
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    expiration: Expiration,
  };
};

/** Credentials for an account, taken anew shortly before they end; a failure is kept for a minute. */
const sessionsOf = (accountId: string, options: MemberReadersOptions): (() => Promise<RoleCredentials>) => {
  const { role, partition, now } = options;
  const roleArn = `arn:${partition}:iam::${accountId}:role/${role.name}`;
  let session: Session | undefined;
  const begin = (): Session => {
    const credentials = assume(options, roleArn).catch((error: unknown) => {
      throw new AccountClosedError(accountId, roleArn, error);
    });
    const begun: Session = { credentials, until: Number.POSITIVE_INFINITY };
    credentials.then(
      ({ expiration }) => {
        begun.until = expiration.getTime() - spareMillis;
      },
      () => {
        begun.until = now() + failureMillis;
      },
    );
    return begun;
  };
  return () => {
    if (!session || session.until <= now()) session = begin();
    return session.credentials;
  };
};

const notAnAccount = (kind: string): LookupAnswer => ({
  status: 'unavailable',
  cause: `${kind}: the event names no account`,
});

const closed = (error: unknown): LookupAnswer => {
  if (!(error instanceof AccountClosedError)) throw error;
  const { message: cause, isTransient } = error;
  return { status: 'unavailable', cause, ...(isTransient ? { transient: true } : {}) };
};

/**
 * Makes readers of other accounts, which take on the reader role there. One session an account; what cannot be entered is unavailable, with
 * the account named.
 */
export const memberReaders =
  (options: MemberReadersOptions): ((accountId: string) => AccountReader) =>
  (accountId) => {
    if (!/^\d{12}$/.test(accountId)) return { read: async (_, { kind }) => notAnAccount(kind) };
    const credentials = sessionsOf(accountId, options);
    const reader = options.readerWith(accountId, credentials);
    return {
      async read(account, lookup) {
        try {
          await credentials();
        } catch (error) {
          return closed(error);
        }
        return reader.read(account, lookup);
      },
    };
  };
