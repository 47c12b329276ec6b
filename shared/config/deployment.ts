import * as z from 'zod/mini';
import { languages } from '../i18n/language.ts';
import { explainFaults, type Fault } from './faults.ts';

/** The deployment's configuration is wrong; the message lists every fault with its place and what to write instead. */
export class BadConfigurationError extends Error {
  override readonly name = 'BadConfigurationError';
}

const region = z.string().check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'no AWS Region, e.g. "eu-west-1"'));
const email = z.string().check(z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'no e-mail address'));
const secret = z
  .string()
  .check(
    z.regex(
      /^(arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:.+|\/[\w./-]+)$/,
      'neither the ARN of a Secrets Manager secret nor the name of an SSM parameter, which begins with "/". Never put the webhook address itself here',
    ),
  );
const keyArn = z
  .string()
  .check(
    z.regex(
      /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/,
      'no ARN of a KMS key (an alias will not do)',
    ),
  );

const channel = z.strictObject({
  /** Shown in logs and used as the queue's message group. */
  name: z
    .string()
    .check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, at most 40')),
  type: z.literal('slack-webhook', 'the only type there is: "slack-webhook"'),
  secret,
});

/**
 * Where the events of IAM, Organizations and root's sign-in arrive, by partition: nowhere else
 * (docs/adr/0008-regions.md).
 */
const homeRegions = ['us-east-1', 'cn-north-1', 'us-gov-west-1'] as const;

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const deployment = z.strictObject({
  homeRegion: z._default(
    z.enum(homeRegions, `IAM's events arrive in ${homeRegions.join(', ')} only: one of these`),
    'us-east-1',
  ),
  /** How much of CloudTrail is forwarded: `core`, `read-only`, `wide`. */
  tier: z._default(z.enum(['core', 'read-only', 'wide'], '"core", "read-only" or "wide"'), 'core'),
  channels: z._default(z.array(channel), []),
  /** Of alerts. Subjects of mails stay English: SNS takes ASCII only. */
  language: z._default(z.enum(languages, '"en" (English) or "ko" (Korean)'), 'en'),
  /** KMS keys that encrypt the channels' secrets, unless those use the AWS managed key. */
  secretKeys: z._default(z.array(keyArn), []),
  /** People who get every alert by e-mail. */
  alertEmails: z._default(z.array(email), []),
  /** People who hear when Trailwarden itself is in trouble. */
  operationsEmails: z._default(z.array(email), []),
  /** Other Regions whose sign-ins, STS calls and changes are sent to the home Region. */
  forwardFrom: z._default(z.array(region), []),
  /** Lets the accounts of this organisation send events to the home bus. */
  organizationId: z.optional(
    z.string().check(z.regex(/^o-[a-z0-9]{10,32}$/, 'no organisation id, e.g. "o-a1b2c3d4e5"')),
  ),
  /** Role of the same name in other accounts of the organisation, to look up there what their events are about. */
  readerRole: z.optional(
    z.strictObject({
      name: z
        .string()
        .check(z.regex(/^[\w+=,.@-]{1,64}$/, 'no name of a role (without a path), e.g. "TrailwardenReader"')),
      externalId: z.optional(
        z.string().check(z.regex(/^[\w+=,.@:/-]{2,1224}$/, 'no external id of STS (2 to 1224 characters)')),
      ),
    }),
  ),
  /** Folder of Sigma rules of the owner's, relative to the file. */
  customRules: z.optional(z.string().check(z.minLength(1, 'no path of a folder'))),
  /** File of settings (docs/configuration.md), relative to this one, that each deployment stores. */
  settingsFile: z.optional(z.string().check(z.minLength(1, 'no path of a file'))),
  /** Parameter of SSM that holds the settings, when people change them without deploying. */
  settingsParameter: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^\/[\w./-]+$/,
          'no name of an SSM parameter, which begins with "/", e.g. "/trailwarden/settings"',
        ),
      ),
  ),
  /**
   * Where a trail keeps the files of this account, to compare with instead of the event history: for accounts whose events are too many to be
   * looked up.
   */
  trailFolder: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/(.+\/)?AWSLogs\/(o-[a-z0-9]+\/)?\d{12}\/CloudTrail\/?$/,
          'no folder of a trail, e.g. "s3://BUCKET/AWSLogs/111122223333/CloudTrail"',
        ),
      ),
  ),
  /** KMS key that encrypts those files, unless the bucket does it with a key of S3. */
  trailKey: z.optional(keyArn),
  /** When the nightly review begins. */
  review: z._default(
    z.strictObject({
      at: z._default(
        z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'no time of the day, e.g. "02:00"')),
        '02:00',
      ),
      /** As the IANA names it, e.g. `Asia/Seoul`. */
      timeZone: z._default(
        z.string().check(z.refine(isTimeZone, 'no time zone, e.g. "UTC" or "Asia/Seoul"')),
        'UTC',
      ),
    }),
    { at: '02:00', timeZone: 'UTC' },
  ),
  /** Objects of S3 that the settings may name as address files. */
  addressFiles: z._default(
    z.array(
      z
        .string()
        .check(
          z.regex(
            /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/[^*?]+$/,
            'no object of S3, e.g. "s3://BUCKET/GeoLite2-City.mmdb"',
          ),
        ),
    ),
    [],
  ),
});

/** What an operator may set, with the defaults filled in. docs/deploying.md explains each setting. */
export type Deployment = z.infer<typeof deployment>;

const told = ({ path, cause }: Fault): string => {
  const place = path.join('.');
  return `${place || 'the configuration'}: ${cause}`;
};

const duplicates = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

const contradictions = (config: Deployment): readonly string[] => [
  ...duplicates(config.channels.map(({ name }) => name)).map(
    (name) => `channels: the name "${name}" is used twice; names tell channels apart`,
  ),
  ...duplicates(config.forwardFrom).map((name) => `forwardFrom: "${name}" is listed twice`),
  ...config.forwardFrom
    .filter((name) => name === config.homeRegion)
    .map((name) => `forwardFrom: "${name}" is the home Region; its events are there already`),
  ...(config.settingsFile !== undefined && config.settingsParameter !== undefined
    ? ['settingsFile: each deployment would overwrite settingsParameter; name one of the two']
    : []),
];

/**
 * Checks a deployment's configuration and fills in the defaults. Strict: a misspelt setting would silently leave a default in
 * force.
 *
 * @param value the parsed JSON
 * @param origin where it is from, for the message
 * @throws BadConfigurationError naming every fault
 */
export const parseDeployment = (value: unknown, origin: string): Deployment => {
  const result = z.safeParse(deployment, value);
  const causes = result.success
    ? contradictions(result.data)
    : explainFaults(deployment, result.error.issues).map(told);
  if (result.success && causes.length === 0) return result.data;
  throw new BadConfigurationError(
    `${origin}:\n${causes.map((cause) => `  - ${cause}`).join('\n')}\nSee docs/deploying.md, "Configuration".`,
  );
};
