import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allActions } from '../../../shared/policy/actions/all-actions.ts';
import { lintChecks } from '../../../shared/policy/lint/checks.ts';
import { lintKinds } from '../../../shared/policy/lint/define-check.ts';
import { lintDocument } from '../../../shared/policy/lint/lint-document.ts';

const catalogue = await allActions();

describe('the checks of policy documents', () => {
  it('have ids of their own', () => {
    const ids = lintChecks.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids.filter((id) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it.each(lintChecks.map((check) => [check.id, check] as const))(
    '%s says what it is, why, and what to do',
    (_, check) => {
      expect(check.title.length).toBeLessThanOrEqual(80);
      expect(check.title).not.toMatch(/\.$/);
      expect(check.explanation).toMatch(/^.{20,}\.$/s);
      expect(check.fix).toMatch(/^.{5,}\.$/s);
      expect(check.source).not.toBe('');
    },
  );

  it.each(lintChecks.map((check) => [check.id, check] as const))(
    '%s has an example that it finds and one that it leaves',
    (_, { examples }) => {
      expect(examples.some(({ expect: places }) => places.length > 0)).toBe(true);
      expect(examples.some(({ expect: places }) => places.length === 0)).toBe(true);
    },
  );

  const cases = lintChecks.flatMap((check) =>
    check.examples.map((example) => [check.id, example.name, check, example] as const),
  );
  it.each(cases)('%s: %s', (_, __, check, { document, kind, context, expect: places, severity }) => {
    const found = lintDocument(document, kind ?? check.kinds[0] ?? 'identity', { catalogue, ...context }, [
      check,
    ]);
    expect(found.map(({ place }) => place.pointer)).toEqual(places);
    if (severity !== undefined) expect(found.map((one) => one.severity)).toEqual(places.map(() => severity));
    for (const { says } of found) expect(says).toMatch(/^["A-Z0-9$a-z].*\.$/s);
  });
});

describe('lintDocument', () => {
  it('gives lines and columns of a text', () => {
    const text =
      '{\n  "Version": "2012-10-17",\n  "Statement": {\n    "Effect": "Allow",\n    "Action": "*",\n    "Resource": "*"\n  }\n}';
    const [worst] = lintDocument(text, 'identity');
    expect(worst).toMatchObject({ severity: 'critical', place: { line: 5 }, check: { id: 'admin-star' } });
  });

  it('puts the worst first', () => {
    const found = lintDocument(
      { Statement: [{ Sid: '', Effect: 'Allow', Action: '*', Resource: '*' }] },
      'identity',
    );
    expect(found[0]?.severity).toBe('critical');
    expect(found.at(-1)?.severity).toBe('low');
  });

  it('never throws, whatever the document', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.string()), fc.constantFrom(...lintKinds), (document, kind) => {
        expect(Array.isArray(lintDocument(document, kind, { catalogue }))).toBe(true);
      }),
    );
  });

  const element = fc.oneof(
    fc.string(),
    fc.array(fc.string(), { maxLength: 3 }),
    fc.constant('*'),
    fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }),
  );
  const statement = fc.record(
    {
      Sid: fc.string(),
      Effect: fc.constantFrom('Allow', 'Deny', 'allow'),
      Action: element,
      NotAction: element,
      Resource: element,
      NotResource: element,
      Principal: element,
      NotPrincipal: element,
      Condition: fc.dictionary(fc.string(), fc.dictionary(fc.string(), element, { maxKeys: 2 }), {
        maxKeys: 2,
      }),
    },
    { requiredKeys: [] },
  );

  it('never throws on what looks like a policy', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 3 }), fc.constantFrom(...lintKinds), (Statement, kind) => {
        expect(
          Array.isArray(
            lintDocument({ Version: '2012-10-17', Statement }, kind, {
              catalogue,
              accountId: '111122223333',
              privileged: true,
              roleArn: 'arn:aws:iam::111122223333:role/x',
            }),
          ),
        ).toBe(true);
      }),
    );
  });
});
