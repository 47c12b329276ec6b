import { describe, expect, it } from 'vitest';
import { loadChecks } from '../../functions/cli/review/check-files.ts';
import { placeholdersOf } from '../../shared/i18n/format-message.ts';
import type { VerdictKind } from '../../shared/review/define-check.ts';
import { verdictsOf } from '../../shared/review/docs/described-check.ts';
import { engineMessages } from '../../shared/review/engine-messages.ts';
import { templateOf } from '../../shared/review/run-checks.ts';

// From disk and not from the generated index: a new check is tested before it is registered.
const described = await loadChecks();

const messagesIn = (messages: object): readonly string[] =>
  Object.values(messages).flatMap((texts: object) => Object.keys(texts));

describe.each(described.map((entry) => ({ ...entry, id: entry.check.id })))('$id', ({ check, examples }) => {
  it.each(examples)('$name', (example) => {
    const verdicts = verdictsOf(check, example);
    expect(verdicts.filter(({ message }) => message === 'crashed')).toEqual([]);
    expect(verdicts.map(({ message }) => message)).toEqual(example.expect);
    if (example.severity)
      expect(new Set(verdicts.map(({ severity }) => severity))).toEqual(new Set([example.severity]));
  });

  it('has an example that fails with the severity told, and one that does not fail', () => {
    const kinds = examples.flatMap((example) => verdictsOf(check, example).map(({ verdict }) => verdict));
    expect(kinds).toContain('FAIL' satisfies VerdictKind);
    expect(kinds).toContain('PASS' satisfies VerdictKind);
    expect(examples.some(({ severity }) => severity !== undefined)).toBe(true);
  });

  it('has an example of each failure', () => {
    const seen = new Set(examples.flatMap((example) => example.expect));
    expect(Object.keys(check.messages.FAIL).filter((message) => !seen.has(message))).toEqual([]);
  });

  it('names no example twice', () => {
    expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
  });

  it('has one verdict for each message, and none of the engine’s', () => {
    const messages = messagesIn(check.messages);
    expect(new Set(messages).size).toBe(messages.length);
    expect(messages.filter((message) => message in engineMessages)).toEqual([]);
  });

  it('has a value for each placeholder', () => {
    const missing = examples.flatMap((example) =>
      verdictsOf(check, example).flatMap((verdict) =>
        placeholdersOf(templateOf(check, verdict))
          .filter((name) => name !== 'resource' && !(name in verdict.data))
          .map((name) => `${example.name}: {${name}}`),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('names its resources by ARN, and says the same each time', () => {
    for (const example of examples) {
      const verdicts = verdictsOf(check, example);
      expect(verdictsOf(check, example)).toEqual(verdicts);
      for (const { resource, resourceId } of verdicts) {
        expect(resource).toMatch(/^arn:aws[\w-]*:[a-z0-9-]+:[a-z0-9-]*:(\d{12}|aws)?:.+/);
        expect(resourceId).not.toBe('');
        expect(resourceId).not.toMatch(/_[12]$/);
      }
    }
  });

  it('is written as the style asks', () => {
    expect(check.title.length).toBeLessThanOrEqual(80);
    expect(check.title).toMatch(/^[\x20-\x7e’]+$/);
    expect(check.title).not.toMatch(/[.!]$/);
    const sentences = Object.values(check.messages).flatMap((texts) => Object.values(texts));
    for (const text of [check.why, check.fix, check.misses, ...sentences])
      expect(text).toMatch(/^[A-Z"`{].*[.!)"`]$/s);
  });
});
