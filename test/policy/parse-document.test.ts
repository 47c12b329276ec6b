import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../shared/policy/parse-document.ts';

const text = `{
  "Version": "2012-10-17",
  "Id": "x",
  "Statement": [
    {
      "Sid": "One",
      "Effect": "Allow",
      "notaction": ["iam:*", "sts:*"],
      "Resource": "*",
      "Condition": {
        "Bool": { "aws:MultiFactorAuthPresent": true },
        "ForAnyValue:StringLike": { "aws:TagKeys": ["a", "b"] }
      }
    },
    {
      "Effect": "Deny",
      "Principal": { "AWS": ["*", 123837392027], "Service": "ec2.amazonaws.com" },
      "Action": "sts:AssumeRole",
      "Remark": "?"
    }
  ]
}`;

describe('parseDocument', () => {
  const document = parseDocument(text);

  it('reads elements with their places, their form and their values', () => {
    expect(document).toMatchObject({
      encoding: 'text',
      text,
      version: { text: '2012-10-17', place: { pointer: '/Version', line: 2, column: 14 } },
      id: { text: 'x' },
      isList: true,
      others: [],
      faults: [],
    });
    expect(document.statements[0]).toMatchObject({
      index: 0,
      place: { pointer: '/Statement/0', line: 5, column: 5 },
      sid: { text: 'One' },
      effect: { text: 'Allow' },
      actions: {
        name: 'notaction',
        except: true,
        isList: true,
        place: { line: 8, column: 7 },
        entries: [
          { text: 'iam:*', place: { pointer: '/Statement/0/notaction/0', line: 8, column: 21 } },
          { text: 'sts:*', place: { pointer: '/Statement/0/notaction/1' } },
        ],
      },
      resources: { name: 'Resource', except: false, isList: false, entries: [{ text: '*' }] },
      tests: [
        { operator: 'Bool', name: 'aws:MultiFactorAuthPresent', entries: [{ text: 'true', value: true }] },
        {
          operator: 'ForAnyValue:StringLike',
          operatorPlace: { line: 12, column: 9 },
          name: 'aws:TagKeys',
          isList: true,
          entries: [{ text: 'a' }, { text: 'b' }],
        },
      ],
      others: [],
    });
  });

  it('reads principals by type and keeps what is no element', () => {
    expect(document.statements[1]).toMatchObject({
      index: 1,
      principals: {
        except: false,
        isText: false,
        entries: [
          { type: 'AWS', text: '*' },
          { type: 'AWS', text: '123837392027', value: 123837392027 },
          { type: 'Service', text: 'ec2.amazonaws.com' },
        ],
      },
      tests: [],
      others: [{ key: 'Remark' }],
    });
  });

  it.each([
    ['text', text],
    ['text', `\ufeff${text}`],
    ['url-encoded', encodeURIComponent(text)],
    ['url-encoded-twice', encodeURIComponent(encodeURIComponent(text))],
    ['json-string', JSON.stringify(text)],
    ['object', JSON.parse(text)],
  ])('says that it came as %s', (encoding, given) => {
    const found = parseDocument(given);
    expect(found).toMatchObject({ encoding, faults: [] });
    expect(found.statements).toHaveLength(2);
  });

  it.each([
    ['truncated', text.slice(0, -20), 2],
    ['truncated', encodeURIComponent(text).slice(0, -20), 2],
    // In the middle of `%22`, and of the two bytes of `é`.
    ['truncated', '%7B%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%2', 1],
    ['truncated', '%7B%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%C3', 1],
    ['not-json', text.replace('"x",', '"x"'), 0],
    ['not-json', text.replace('"b"]', '"b",]'), 1],
  ])('says %s and keeps what stood before', (code, given, statements) => {
    const found = parseDocument(given);
    expect(found.faults.map((fault) => fault.code)).toEqual([code]);
    expect(found.statements).toHaveLength(statements);
  });

  it.each([
    ['duplicate-key', '/Statement', '{"Statement": [], "Statement": []}'],
    ['duplicate-key', '/effect', { Effect: 'Deny', effect: 'Allow' }],
    ['duplicate-key', '/Condition/Bool/A', { Effect: 'Deny', Condition: { Bool: { a: 'x', A: 'y' } } }],
    ['duplicate-key', '/Condition/BOOL', { Effect: 'Deny', Condition: { Bool: {}, BOOL: {} } }],
    ['duplicate-key', '/Principal/aws', { Effect: 'Deny', Principal: { AWS: '*', aws: '*' } }],
    ['conflicting-elements', '/NotResource', { Effect: 'Deny', NotResource: '*', Resource: '*' }],
    ['bad-effect', '/Effect', { Effect: 'allow' }],
    ['bad-effect', '', { Action: '*' }],
    ['wrong-type', '/Action', { Effect: 'Deny', Action: {} }],
    ['wrong-type', '/Resource/1', { Effect: 'Deny', Resource: ['*', null] }],
    ['wrong-type', '/Condition', { Effect: 'Deny', Condition: [] }],
    ['wrong-type', '/Condition/Null', { Effect: 'Deny', Condition: { Null: true } }],
    ['wrong-type', '/Principal/AWS', { Effect: 'Deny', Principal: { AWS: {} } }],
  ])('finds %s at %s', (code, pointer, given) => {
    const isWhole = typeof given === 'string';
    const { faults } = parseDocument(isWhole ? given : { Statement: given });
    expect(faults).toEqual([
      expect.objectContaining({
        code,
        place: expect.objectContaining({ pointer: isWhole ? pointer : `/Statement${pointer}` }),
      }),
    ]);
  });

  it('answers whatever it is given', () => {
    const anyJson = fc.oneof(fc.jsonValue(), fc.json(), fc.string());
    fc.assert(
      fc.property(fc.oneof(fc.anything(), anyJson), anyJson, (given, part) => {
        for (const found of [parseDocument(given), parseDocument({ Statement: part })])
          expect(found.faults.length > 0 || found.root !== undefined).toBe(true);
      }),
    );
  });

  it.each([
    ['ten million characters', 'x'.repeat(10_000_000), 'too-large'],
    ['ten million encoded characters', '%25'.repeat(3_000_000), 'too-large'],
    ['a million percent signs', '%'.repeat(1_000_000), 'too-large'],
    ['as many encoded percent signs as fit', '%25'.repeat(400_000), 'too-large'],
    ['a hundred thousand levels', '['.repeat(100_000), 'too-deep'],
    ['a hundred thousand levels of objects', '{"Statement":'.repeat(19_000), 'too-deep'],
  ])('ends on %s', (_, given, code) => {
    expect(parseDocument(given).faults.map((fault) => fault.code)).toEqual([code]);
  });

  it('reads ten thousand stars', () => {
    const stars = Array.from({ length: 10_000 }, () => '*');
    const found = parseDocument(
      JSON.stringify({ Statement: { Effect: 'Allow', Action: stars, Resource: '*' } }),
    );
    expect(found.faults).toEqual([]);
    expect(found.statements[0]?.actions?.entries).toHaveLength(10_000);
  });
});
