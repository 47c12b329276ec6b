import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadSettingsError, parseSettingsJson } from '../../shared/config/check-settings.ts';
import { parseSettings } from '../../shared/config/settings.ts';
import { settingsJsonSchema } from '../../shared/config/settings-json-schema.ts';
import { settingsSchema } from '../../shared/config/settings-schema.ts';

const docs = new URL('../../docs/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, docs), 'utf8');

const faultsIn = (text: string): readonly string[] => {
  try {
    parseSettings(text, 'f');
  } catch (error) {
    if (error instanceof BadSettingsError)
      return error.faults.map(
        ({ position, place, cause }) => `${position?.line}:${position?.column} ${place}: ${cause}`,
      );
    throw error;
  }
  return [];
};

/** One setting of the account as a line of YAML; a fault in its value begins at line 2. */
const account = (line: string): string => `account:\n  ${line}`;

const review = (line: string): string => `review:\n  ${line}`;

describe('what it takes', () => {
  it.each([
    ['nothing', ''],
    ['comments only', '# nothing yet\n'],
    ['an empty object', '{}'],
  ])('%s', (_, text) => {
    expect(parseSettings(text, 'f')).toEqual({ account: {}, addressFiles: [] });
  });

  it.each([
    ['YAML', 'account:\n  allowedCountries: [NO, KR]\naddressFiles: [a.mmdb]'],
    ['JSON', '{"account": {"allowedCountries": ["NO", "KR"]}, "addressFiles": ["a.mmdb"]}'],
  ])('%s', (_, text) => {
    expect(parseSettings(text, 'f')).toEqual({
      account: { allowedCountries: ['NO', 'KR'] },
      addressFiles: ['a.mmdb'],
    });
  });

  it.each([
    'organizationAccounts: ["012345678901"]',
    'trustedAccounts: []',
    'breakGlassRoles: ["arn:aws-us-gov:iam::*:role/a/*/b"]',
    'allowedNetworks: ["2001:db8::/32", 10.0.0.0/8, 203.0.113.7/32]',
    'regionsInUse: [us-gov-west-1, ap-southeast-2]',
    'businessHours: {timeZone: America/Argentina/Buenos_Aires, days: [7], from: "00:00", to: "23:59"}',
    'sourceIdentityRequired: false',
    'trailKeys: [alias/a, 1234abcd-12ab-34cd-56ef-1234567890ab]',
  ])('%s', (line) => {
    expect(faultsIn(account(line))).toEqual([]);
  });

  it.each([
    'profile: pci-dss-4',
    'thresholds: {unusedDays: 1, passwordReuse: 24, enumerationPercent: 100}',
    'alsoRun: [password-policy-max-age]',
    'sensitiveServices: {bedrock: 60, bedrock-agentcore: 3650}',
    'blockedPolicies: ["arn:aws-cn:iam::aws:policy/job-function/Billing"]',
  ])('review: %s', (line) => {
    expect(faultsIn(review(line))).toEqual([]);
  });
});

describe('what it refuses, where, and what it says', () => {
  it.each([
    ['a misspelt section', 'acount: {}', '1:1 : unknown setting "acount"; did you mean "account"?'],
    [
      'a key like none',
      'colour: red',
      '1:1 : unknown setting "colour"; known here: account, review, addressFiles, customRules',
    ],
    [
      'a misspelt setting',
      account('allowedNetwork: []'),
      '2:3 account: unknown setting "allowedNetwork"; did you mean "allowedNetworks"?',
    ],
    [
      'a misspelt key in a list',
      'account:\n  trustedAccounts:\n    - account: "111122223333"\n      nam: x',
      '4:7 account.trustedAccounts.0: unknown setting "nam"; did you mean "name"?',
    ],
    ['an inherited name', 'account: {constructor: 1}', '1:11 account: unknown setting "constructor"'],
    ['a prototype', '{"__proto__": {"account": {}}}', '1:2 : unknown setting "__proto__"'],
    [
      'a number for an account',
      account('organizationAccounts: [111122223333]'),
      '2:26 account.organizationAccounts.0: expected an account number: 12 digits in quotes',
    ],
    ['text for a list', account('pipelines: x'), '2:14 account.pipelines: expected a list'],
    ['a setting without value', account('pipelines:'), '2:13 account.pipelines: expected a list'],
    ['a part of a segment', account('pipelines: ["arn:aws:iam::*:role/a-*"]'), '2:15 account.pipelines.0'],
    ['a user for a role', account('pipelines: ["arn:aws:iam::*:user/a"]'), '2:15 account.pipelines.0'],
    ['every address', account('allowedNetworks: ["0.0.0.0/0"]'), 'allows every address'],
    ['every IPv6 address', account('allowedNetworks: ["::/0"]'), 'allows every address'],
    ['a short network', account('allowedNetworks: [10/8]'), 'expected a network'],
    ['an address', account('allowedNetworks: [10.0.0.1]'), 'ends in "/32"'],
    ['a name of a country', account('allowedCountries: [Korea]'), 'expected a country code'],
    ['no country', account('allowedCountries: []'), 'is empty: name one at least'],
    ['a value twice', account('allowedCountries: [KR, DE, KR]'), '2:30 account.allowedCountries.2: "KR" is'],
    ['the ARN of a bucket', account('trailBuckets: ["arn:aws:s3:::x"]'), 'not its ARN'],
    ['a word for a truth', account('sourceIdentityRequired: "yes"'), 'expected true or false'],
    [
      'an unknown time zone',
      account('businessHours: {timeZone: Asia/Seol, days: [1], from: "09:00", to: "18:00"}'),
      '2:29 account.businessHours.timeZone: expected a time zone',
    ],
    [
      'hours that end before they begin',
      account('businessHours: {timeZone: Asia/Seoul, days: [1], from: "19:00", to: "18:00"}'),
      '2:58 account.businessHours.from: is not before "to"',
    ],
    [
      'a missing part',
      account('businessHours: {timeZone: Asia/Seoul, days: [1], from: "09:00"}'),
      '2:18 account.businessHours.to: expected a time of day',
    ],
    [
      'an unknown profile',
      review('profile: cis-4'),
      '2:12 review.profile: expected one of recommended, cis-5',
    ],
    [
      'a misspelt threshold',
      review('thresholds: {unusedDay: 1}'),
      '2:16 review.thresholds: unknown setting "unusedDay"; did you mean "unusedDays"?',
    ],
    [
      'a threshold of nothing',
      review('thresholds: {unusedDays: 0}'),
      '2:28 review.thresholds.unusedDays: expected',
    ],
    ['more than IAM remembers', review('thresholds: {passwordReuse: 25}'), 'a whole number from 1 to 24'],
    [
      'a check that always runs',
      review('alsoRun: [access-key-unused]'),
      '2:13 review.alsoRun.0: expected one of',
    ],
    ['a service by its name', review('sensitiveServices: {Amazon Bedrock: 1}'), 'expected the namespace'],
    ['no owner', review('ownerTags: []'), 'is empty: name one at least'],
    ['a day too many', account('businessHours: {days: [8]}'), 'expected days from 1 (Monday) to 7'],
    ['text for everything', 'x', '1:1 : expected object'],
    ['broken YAML', 'account: [', 'no valid YAML'],
    ['a key twice', 'account: {}\naccount: {}', '2:1 : no valid YAML'],
    ['a tag', 'account: !!js/function x', 'no valid YAML'],
    ['an alias', 'account: &a {}\naddressFiles: *a', 'write the value out'],
    ['two documents', 'account: {}\n---\naccount: {}', 'no valid YAML'],
  ])('%s', (_, text, told) => {
    expect(faultsIn(text).join('\n')).toContain(told);
  });

  it('names every fault, in the order of the file', () => {
    const text = account('pipelines: x\n  allowedCountries: [x, y]\ncolour: red');
    expect(faultsIn(text).map((fault) => fault.split(' ')[0])).toEqual(['2:14', '3:22', '3:25', '4:1']);
  });

  it('says the file with each', () => {
    expect(() => parseSettings('a: 1\nb: 2', 'x.yaml')).toThrow(/x\.yaml:1:1: .*\n {2}x\.yaml:2:1: /);
  });

  it('whatever is written, it reads it or tells why', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        try {
          parseSettings(text, 'f');
        } catch (error) {
          expect(error).toBeInstanceOf(BadSettingsError);
        }
      }),
    ));
});

describe('the published files', () => {
  it('the JSON Schema is current (npm run rules:docs)', () => {
    expect(read('trailwarden.schema.json')).toBe(`${JSON.stringify(settingsJsonSchema(), null, 2)}\n`);
  });

  const accountKeys = Object.keys(settingsSchema.shape.account._zod.def.innerType.shape);

  const reviewKeys = Object.keys(settingsSchema.shape.review._zod.def.innerType.shape);

  it('the example shows every setting, and every one is right', () => {
    const text = read('trailwarden.example.yaml')
      .split('\n')
      .filter((line) => !line.startsWith('##'))
      .map((line) => line.replace(/^# /, ''))
      .filter((line) => !line.startsWith('yaml-language-server'))
      .join('\n');
    const settings = parseSettings(text, 'trailwarden.example.yaml');
    expect(Object.keys(settings.account).sort()).toEqual(accountKeys.toSorted());
    expect(Object.keys(settings.review ?? {}).sort()).toEqual(reviewKeys.toSorted());
    expect(settings.addressFiles).not.toEqual([]);
  });

  it('the example as it stands sets nothing', () => {
    expect(parseSettings(read('trailwarden.example.yaml'), 'f')).toEqual({ account: {}, addressFiles: [] });
  });

  it.each([...accountKeys, ...reviewKeys, 'addressFiles', 'customRules'])(
    'docs/configuration.md explains %s',
    (name) => {
      expect(read('configuration.md')).toContain(`\`${name}\``);
    },
  );
});

describe('stored as JSON', () => {
  it('is the same as written in YAML', () => {
    const text = 'account:\n  allowedCountries: [NO, KR]\naddressFiles: [s3://a/b.mmdb]';
    const settings = parseSettings(text, 'f');
    expect(parseSettingsJson(JSON.stringify(settings), 'p')).toEqual(settings);
    expect(parseSettingsJson('{}', 'p')).toEqual({ account: {}, addressFiles: [] });
  });

  it.each([
    [
      'account:\n  regionsInUse: [eu-west-1]',
      /^p:7 cannot be used:\n {2}no JSON \([\s\S]*config json trailwarden\.yaml/,
    ],
    ['{"account": {"regionInUse": ["eu-west-1"]}}', /\n {2}account: .*regionInUse.*regionsInUse/],
    [
      '{"account": {"regionsInUse": ["mars"], "trustedAccounts": [{"account": 1}]}}',
      /account\.trustedAccounts\.0\.account: .*\n[\s\S]*account\.regionsInUse\.0: /,
    ],
    ['[]', /expected object/],
  ])('%s is refused with every fault and its place', (text, message) => {
    expect(() => parseSettingsJson(text, 'p:7')).toThrow(message);
    expect(() => parseSettingsJson(text, 'p:7')).toThrow(BadSettingsError);
  });
});
