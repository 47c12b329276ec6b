import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxDepth, maxLength, maxNodes } from '../../../shared/policy/json/json-fault.ts';
import type { JsonNode } from '../../../shared/policy/json/json-node.ts';
import { nodeOfValue } from '../../../shared/policy/json/node-of-value.ts';
import { parseJson } from '../../../shared/policy/json/parse-json.ts';

const plainValue = (node: JsonNode): unknown => {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'array') return node.items.map(plainValue);
  return Object.fromEntries(node.members.map(({ key, value }) => [key, plainValue(value)]));
};

const nativeReading = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

const reading = (text: string): { readonly value: unknown } | undefined => {
  const { root, fault } = parseJson(text);
  return root === undefined || fault !== undefined ? undefined : { value: plainValue(root) };
};

/** JSON with a few characters deleted, doubled or replaced: most of it is broken, some of it is not. */
const nearlyJson = fc
  .tuple(
    fc.json({ depthSize: 'small' }),
    fc.nat(),
    fc.constantFrom('', '"', ',', '}', '\\', '0', ' ', '\n', 'e'),
  )
  .map(([text, at, mark]) => {
    const where = at % (text.length + 1);
    return text.slice(0, where) + mark + text.slice(where + 1);
  });

describe('parseJson', () => {
  it('takes what JSON.parse takes and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), nearlyJson, fc.string()), (text) => {
        expect(reading(text)).toEqual(nativeReading(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '"\\u00e9\\ud83d\\ude00"',
    '"\\u12"',
    '"\\u12g4"',
    '"\\x"',
    '"a\tb"',
    '"\\',
    '-',
    '-0',
    '01',
    '1.',
    '1e5',
    '1e',
    '.5',
    'tru',
    'True',
    'NaN',
    '{"a":1,}',
    '[1,]',
    '{,}',
    '{"a" 1}',
    '{a:1}',
    "{'a':1}",
    '[1 2]',
    '// x\n1',
    '\u00a01',
    '1 1',
    '{"__proto__":{"x":1}}',
    '',
  ])('agrees with JSON.parse on %j', (text) => {
    expect(reading(text)).toEqual(nativeReading(text));
  });

  it('says where each value and key stands', () => {
    const { root } = parseJson('{\n  "a": [1,\n    {"b/c": "d"}]\n}');
    expect(root).toMatchObject({
      place: { pointer: '', line: 1, column: 1 },
      members: [
        {
          place: { pointer: '/a', line: 2, column: 3 },
          value: {
            place: { pointer: '/a', line: 2, column: 8 },
            items: [
              { place: { pointer: '/a/0', line: 2, column: 9 } },
              {
                members: [
                  {
                    place: { pointer: '/a/1/b~1c', line: 3, column: 6 },
                    value: { place: { pointer: '/a/1/b~1c', line: 3, column: 13 } },
                  },
                ],
              },
            ],
          },
        },
      ],
    });
  });

  it.each([
    ['truncated', '{"a": [1, 2', { pointer: '/a', line: 1, column: 12 }],
    ['truncated', '{"a": "x', { pointer: '', line: 1, column: 7 }],
    ['truncated', '{"a": tr', { pointer: '', line: 1, column: 7 }],
    ['truncated', '{"a"', { pointer: '', line: 1, column: 5 }],
    ['truncated', '{"a": "\\u12', { pointer: '', line: 1, column: 7 }],
    ['not-json', '{"a": [1,\n 2 3]}', { pointer: '/a', line: 2, column: 4 }],
    ['not-json', '', { pointer: '', line: 1, column: 1 }],
    ['too-deep', '['.repeat(maxDepth + 1), { pointer: '/0'.repeat(maxDepth), line: 1, column: maxDepth + 1 }],
  ])('says %s of %j and where', (code, text, place) => {
    expect(parseJson(text).fault).toMatchObject({ code, place });
  });

  it('keeps what stood before the fault', () => {
    const { root } = parseJson('{"a": 1, "b": [2, {"c": 3');
    expect(root === undefined ? undefined : plainValue(root)).toEqual({ a: 1, b: [2, { c: 3 }] });
  });

  it('stops at its limits, whatever comes behind', () => {
    expect(parseJson(`"${'x'.repeat(10_000_000)}"`).fault?.code).toBe('too-large');
    expect(parseJson('['.repeat(100_000)).fault?.code).toBe('too-deep');
    expect(parseJson(`[${'1,'.repeat(maxLength / 2 - 1)}1]`).fault?.code).toBe('too-large');
    expect(parseJson(`[${'1,'.repeat(maxNodes - 2)}1]`).fault).toBeUndefined();
    expect(parseJson(`[${'1,'.repeat(maxNodes - 1)}1]`).fault?.code).toBe('too-large');
  });
});

describe('nodeOfValue', () => {
  it('makes the same tree as the text, without lines', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(-0), fc.jsonValue({ maxDepth: 5 })), (value) => {
        const { root } = nodeOfValue(value);
        // As JSON, which has no -0.
        expect(JSON.stringify(root === undefined ? undefined : plainValue(root))).toBe(JSON.stringify(value));
      }),
    );
  });

  it('stops at its limits', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    const circular: unknown[] = [];
    circular.push(circular);
    expect(nodeOfValue(deep).fault?.code).toBe('too-deep');
    expect(nodeOfValue(circular).fault?.code).toBe('too-deep');
    expect(nodeOfValue(Array.from({ length: maxNodes })).fault?.code).toBe('not-json');
    expect(nodeOfValue(Array.from({ length: maxNodes }, () => 1)).fault?.code).toBe('too-large');
    expect(nodeOfValue({ a: 1n }).fault).toMatchObject({ code: 'not-json', place: { pointer: '/a' } });
  });
});
