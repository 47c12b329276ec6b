import { operatorParts } from '../policy/lint/operator-parts.ts';
import type { Condition } from '../policy/policy.ts';
import { type Line, line } from './line.ts';
import type { MessageKey } from './messages/english.ts';

/** What a key is, by its name in lower case. */
const subjects: Readonly<Record<string, MessageKey>> = {
  'aws:sourceip': 'subjectSourceIp',
  'aws:vpcsourceip': 'subjectVpcSourceIp',
  'aws:sourcevpc': 'subjectVpc',
  'aws:sourcevpcarn': 'subjectVpc',
  'aws:sourcevpce': 'subjectVpce',
  'aws:principalorgid': 'subjectOrg',
  'aws:principalorgpaths': 'subjectOrgPath',
  'aws:principalarn': 'subjectPrincipalArn',
  'aws:principalaccount': 'subjectPrincipalAccount',
  'kms:calleraccount': 'subjectPrincipalAccount',
  'aws:tagkeys': 'subjectTagKeys',
  'aws:requestedregion': 'subjectRegion',
  'aws:currenttime': 'subjectTime',
  'aws:epochtime': 'subjectTime',
  'aws:tokenissuetime': 'subjectTokenTime',
  'aws:multifactorauthage': 'subjectMfaAge',
  'aws:sourceaccount': 'subjectSourceAccount',
  'aws:sourcearn': 'subjectSourceArn',
  'aws:sourceorgid': 'subjectSourceOrg',
  'aws:resourceaccount': 'subjectResourceAccount',
  's3:resourceaccount': 'subjectResourceAccount',
  'aws:resourceorgid': 'subjectResourceOrg',
  'aws:username': 'subjectUserName',
  'aws:useragent': 'subjectUserAgent',
  'aws:referer': 'subjectUserAgent',
  'sts:externalid': 'subjectExternalId',
  'sts:rolesessionname': 'subjectSessionName',
  'iam:passedtoservice': 'subjectPassedTo',
  'iam:permissionsboundary': 'subjectBoundary',
  'iam:policyarn': 'subjectPolicyArn',
  'kms:viaservice': 'subjectViaService',
  'aws:calledvia': 'subjectViaService',
  'aws:calledvialast': 'subjectViaService',
};

const tagged: readonly (readonly [RegExp, MessageKey])[] = [
  [/^aws:principaltag\/(.+)$/i, 'subjectPrincipalTag'],
  [/^[a-z0-9-]+:resourcetag\/(.+)$/i, 'subjectResourceTag'],
  [/^aws:requesttag\/(.+)$/i, 'subjectRequestTag'],
];

const subjectOf = (key: string): Line => {
  const known = subjects[key.toLowerCase()];
  if (known !== undefined) return line(known, { key });
  for (const [form, message] of tagged) {
    const tag = form.exec(key)?.[1];
    if (tag !== undefined) return line(message, { key, tag });
  }
  // The keys of a token begin with the host of its issuer.
  const colon = key.lastIndexOf(':');
  const isClaim = /^saml:/i.test(key) || /[./]/.test(key.slice(0, Math.max(0, colon)));
  return isClaim ? line('subjectClaim', { key, claim: key.slice(colon + 1) }) : line('subject', { key });
};

/** How values are compared; the second when a key is held against several. */
const relations: Readonly<Record<string, readonly [MessageKey, MessageKey]>> = {
  stringequals: ['is', 'isOneOf'],
  stringequalsignorecase: ['is', 'isOneOf'],
  stringnotequals: ['isNot', 'isNoneOf'],
  stringnotequalsignorecase: ['isNot', 'isNoneOf'],
  stringlike: ['matches', 'matches'],
  stringnotlike: ['matchesNot', 'matchesNot'],
  arnequals: ['matches', 'matches'],
  arnlike: ['matches', 'matches'],
  arnnotequals: ['matchesNot', 'matchesNot'],
  arnnotlike: ['matchesNot', 'matchesNot'],
  ipaddress: ['isWithin', 'isWithin'],
  notipaddress: ['isOutside', 'isOutside'],
  numericequals: ['is', 'isOneOf'],
  numericnotequals: ['isNot', 'isNoneOf'],
  numericlessthan: ['isBelow', 'isBelow'],
  numericlessthanequals: ['isAtMost', 'isAtMost'],
  numericgreaterthan: ['isAbove', 'isAbove'],
  numericgreaterthanequals: ['isAtLeast', 'isAtLeast'],
  dateequals: ['is', 'isOneOf'],
  datenotequals: ['isNot', 'isNoneOf'],
  datelessthan: ['isBefore', 'isBefore'],
  datelessthanequals: ['isUntil', 'isUntil'],
  dategreaterthan: ['isAfter', 'isAfter'],
  dategreaterthanequals: ['isFrom', 'isFrom'],
  bool: ['is', 'isOneOf'],
  binaryequals: ['is', 'isOneOf'],
};

const isTrue = (values: readonly string[]): boolean =>
  values.every((value) => value.toLowerCase() === 'true');

const relationOf = ({ operator, values }: Condition): Line => {
  const { base, known } = operatorParts(operator);
  if (base === 'null') return line(isTrue(values) ? 'isAbsent' : 'isPresent');
  const pair = relations[base];
  if (!known || pair === undefined) return line('unknownOperator', { operator, values });
  return line(values.length === 1 ? pair[0] : pair[1], { values });
};

const conditionOfSet = { any: 'conditionAny', all: 'conditionAll' } as const;

/** Keys that are true or false, and what is said of each; the last two with IfExists. */
const truths: Readonly<Record<string, readonly [yes: MessageKey, no: MessageKey, MessageKey?, MessageKey?]>> =
  {
    'aws:multifactorauthpresent': ['mfaYes', 'mfaNo', 'mfaYesOrUnknown', 'mfaNoOrUnknown'],
    'aws:securetransport': ['tlsYes', 'tlsNo', 'tlsYes', 'tlsNo'],
    'aws:viaawsservice': ['viaServiceYes', 'viaServiceNo'],
    'aws:principalisawsservice': ['byServiceYes', 'byServiceNo'],
  };

const truthOf = ({ operator, key, values }: Condition): MessageKey | undefined => {
  const { base, ifExists, set } = operatorParts(operator);
  const isOneTruth = values.length === 1 && /^(true|false)$/i.test(values[0] ?? '');
  if (base !== 'bool' || set !== undefined || !isOneTruth) return undefined;
  const [yes, no, yesOrUnknown, noOrUnknown] = truths[key.toLowerCase()] ?? [];
  if (ifExists) return isTrue(values) ? yesOrUnknown : noOrUnknown;
  return isTrue(values) ? yes : no;
};

/** One test of a Condition block as a sentence. */
export const conditionLine = (condition: Condition): Line => {
  const truth = truthOf(condition);
  if (truth !== undefined) return line(truth);
  const { operator, key } = condition;
  const { ifExists, base, set } = operatorParts(operator);
  const isNull = base === 'null';
  const test = line(set === undefined || isNull ? 'condition' : conditionOfSet[set], {
    subject: subjectOf(key),
    relation: relationOf(condition),
  });
  return ifExists && !isNull ? line('orAbsent', { condition: test, key }) : test;
};
