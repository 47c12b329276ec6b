import ipaddr from 'ipaddr.js';
import * as z from 'zod/mini';
import type { SettingName } from '../account/account-settings.ts';
import { reviewSettings } from './review-schema.ts';
import { account, filled, list, listMessage, rolePattern, tagKey, written } from './setting-forms.ts';

const country = written(/^[A-Z]{2}$/, 'expected a country code of ISO 3166-1 in capitals, e.g. "KR"');
const region = written(/^[a-z]{2}(-[a-z]+)+-\d$/, 'expected an AWS Region, e.g. "eu-west-1"');
const time = written(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time of day in quotes, e.g. "09:00"');
const groupName = written(/^[\w+=,.@-]{1,128}$/, 'expected the name of an IAM group, not its ARN');
const bucket = written(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'expected the name of a bucket, not its ARN');
const logGroup = written(
  /^[\w./#-]{1,512}$/,
  'expected the name of a log group, e.g. "/aws/cloudtrail", not its ARN',
);
const kmsKey = written(
  /^(arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:(key|alias)\/.+|alias\/.+|[0-9a-f-]{36}|mrk-[0-9a-f]{32})$/,
  'expected the id or ARN of a KMS key, or "alias/NAME"',
);

const isNetwork = (value: string): boolean => {
  if (!ipaddr.isValidCIDR(value)) return false;
  // ipaddr.js takes short forms such as "10/8", which people read in different ways.
  return value.includes(':') || ipaddr.IPv4.isValidFourPartDecimal(value.split('/')[0] ?? '');
};
const network = z.string('expected a network such as "203.0.113.0/24"').check(
  z.refine(
    isNetwork,
    'expected a network such as "203.0.113.0/24"; a single address ends in "/32" or "/128"',
  ),
  z.refine((value) => !value.endsWith('/0'), 'allows every address: leave the setting out instead'),
);

const isTimeZone = (value: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const businessHours = z.strictObject({
  timeZone: z
    .string()
    .check(
      z.refine(isTimeZone, 'expected a time zone of the IANA database, e.g. "Asia/Seoul"'),
      z.describe('Time zone of the IANA database, e.g. Asia/Seoul.'),
    ),
  days: z
    .array(
      z.int('expected days from 1 (Monday) to 7 (Sunday)').check(z.minimum(1), z.maximum(7)),
      listMessage,
    )
    .check(z.minLength(1, 'names no day'), z.describe('Days, 1 is Monday and 7 is Sunday.')),
  from: time,
  to: time,
});

const accountSettings = z.strictObject({
  organizationAccounts: filled(account, 'Every account of the organisation.'),
  trustedAccounts: list(
    z.strictObject({ account, name: z.exactOptional(z.string()) }),
    'Partners and vendors whose accounts may assume roles here.',
  ),
  breakGlassRoles: list(rolePattern, 'Roles for emergencies only.'),
  protectedRoles: list(rolePattern, 'Roles that users must not assume by themselves.'),
  pipelines: list(rolePattern, 'Roles that deploy: their changes are expected.'),
  scanners: list(
    rolePattern,
    'Roles of tools that look at everything, such as scanners and inventories: their reads are expected.',
  ),
  approvedAdminRoles: list(rolePattern, 'Roles that may administer IAM.'),
  allowedNetworks: filled(network, 'Networks, IPv4 and IPv6, that people and machines call from.'),
  allowedCountries: filled(country, 'Countries that people sign in from; needs addressFiles.'),
  regionsInUse: filled(region, 'Regions in which work is done.'),
  businessHours: z.exactOptional(
    businessHours.check(
      z.refine(({ from, to }) => from < to, { message: 'is not before "to"', path: ['from'] }),
      z.describe('When people are expected to change things.'),
    ),
  ),
  accountsWithoutUsers: list(account, 'Accounts in which no IAM user should exist.'),
  ssoOnlyAccounts: list(account, 'Accounts that are entered through single sign-on only.'),
  privilegedGroups: list(groupName, 'IAM groups whose members are privileged.'),
  sourceIdentityRequired: z.exactOptional(
    z
      .boolean('expected true or false')
      .check(z.describe('Whether every AssumeRole must carry a source identity.')),
  ),
  accessTags: list(tagKey, 'Tag keys that the conditions of policies decide by.'),
  trailBuckets: list(bucket, 'Buckets that trails write to.'),
  trailKeys: list(kmsKey, 'KMS keys that trails are encrypted with.'),
  watchedLogGroups: list(logGroup, 'Log groups that trails or this monitor write to.'),
} satisfies Readonly<Record<SettingName, z.core.$ZodType>>);

/** The configuration file as it may be written. docs/configuration.md explains each setting and names the rules that use it. */
export const settingsSchema = z.strictObject({
  account: z._default(
    accountSettings.check(z.describe('What only the owner of the account knows. Everything is optional.')),
    {},
  ),
  review: z.exactOptional(
    reviewSettings.check(z.describe('How the nightly review judges. All of it is optional.')),
  ),
  addressFiles: z._default(
    z
      .array(z.string(listMessage), listMessage)
      .check(
        z.describe(
          'Files in MaxMind format that say where addresses are (city, ASN). Relative to this file, or absolute.',
        ),
      ),
    [],
  ),
  customRules: z.exactOptional(
    written(/^.+$/, 'expected the path of a folder, e.g. "my-rules"').check(
      z.describe('Folder of Sigma rules of your own (docs/sigma.md). Relative to this file, or absolute.'),
    ),
  ),
});
