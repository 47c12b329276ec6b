import { maxDepth } from '../../shared/policy/json/json-fault.ts';

const document = (...Statement: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement });

const many = <T>(length: number, item: (index: number) => T): readonly T[] =>
  Array.from({ length }, (_, index) => item(index));

const all = { Effect: 'Allow', Action: '*', Resource: '*' };
const letters = ['e', 't', 'a', 'o', 'i', 'n', 's', 'r'];
const scrambled = (index: number): string =>
  [0, 3, 6, 9].map((shift) => letters[(index >> shift) % letters.length]).join('*');

/** Documents that somebody could write to keep an analysis busy, as JSON text. */
export const hostileDocuments: Readonly<Record<string, string>> = {
  '10,000 × "*" as Action': document({ ...all, Action: many(10_000, () => '*') }),
  '10,000 × "*" as Resource': document({ ...all, Resource: many(10_000, () => '*') }),
  '5,000 statements of "*"': document(...many(5000, () => all)),
  '10,000 actions with wildcards': document({ ...all, Action: many(10_000, (i) => `s3:*a${i}*`) }),
  '10,000 wildcards for services': document({ ...all, Action: many(10_000, (i) => `*:Get*${i}`) }),
  '4,000 entangled patterns': document({ ...all, Action: many(4000, (i) => `*:*${scrambled(i)}*q`) }),
  '4,000 statements of NotAction': document(
    ...many(4000, (i) => ({ Effect: 'Allow', NotAction: `s3:a${i}`, Resource: '*' })),
  ),
  '3,000 statements, half of them Deny': document(
    ...many(3000, (i) => ({
      Effect: i % 2 === 0 ? 'Allow' : 'Deny',
      Action: `iam:*${i % 40}`,
      Resource: `arn:aws:iam::*:role/${i}*`,
    })),
  ),
  '5,000 ARNs with wildcards': document({
    ...all,
    Action: 'iam:*',
    Resource: many(5000, (i) => `arn:aws:iam::*:*/*a*${i}*`),
  }),
  '1,500 times "*" in one pattern': document({
    ...all,
    Action: `iam:${'*a'.repeat(1500)}b`,
    Resource: `arn:aws:iam::${'*a'.repeat(1500)}b`,
  }),
  'patterns of 100,000 characters': document({ ...all, Resource: `arn:aws:s3:::${'a'.repeat(100_000)}*b` }),
  '5,000 condition keys': document({
    ...all,
    Condition: { StringEquals: Object.fromEntries(many(5000, (i) => [`aws:Nothing${i}`, 'x'])) },
  }),
  '5,000 misspelt actions': document({ ...all, Action: many(5000, (i) => `ec2:DescribeInstanes${i}`) }),
  '5,000 principals': document({
    ...all,
    Principal: { AWS: many(5000, (i) => `arn:aws:iam::123456789012:role/${i}`) },
  }),
  [`nested ${maxDepth + 1} deep`]: '['.repeat(maxDepth + 1) + ']'.repeat(maxDepth + 1),
  'nested 1,000,000 deep': '{"a":'.repeat(200_000),
  '10 MB': document({ ...all, Action: 'a'.repeat(10_000_000) }),
};
