import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeText, maxChangeLines } from '../../shared/alerts/change-lines.ts';
import { korean } from '../../shared/i18n/korean/labels.ts';
import { english } from '../../shared/i18n/labels.ts';
import type { AccessChange, BeforeState } from '../../shared/rules/change/access-change.ts';
import { cleanLine } from '../../shared/text/clean.ts';

const none = { count: 0, texts: [] };
const changeOf = (over: Partial<AccessChange> = {}): AccessChange => ({
  of: 'inline-policy',
  name: 'own',
  before: { from: 'nothing' },
  statementsAdded: none,
  statementsRemoved: none,
  principals: [],
  actions: [],
  otherActions: none,
  opened: none,
  guardsRemoved: none,
  ...over,
});
const lines = (over: Partial<AccessChange>) => changeText(changeOf(over), english).lines;

describe('a change in words', () => {
  it('says what gives more first, then what was written, then what gives less', () => {
    expect(
      lines({
        opened: { count: 1, texts: ['a way (iam-001)'] },
        guardsRemoved: { count: 1, texts: ['Deny s3:* on *'] },
        principals: [{ change: 'lost', count: 1, principals: ['eve'] }],
        actions: [
          { change: 'denied', level: 'Read', count: 1, actions: ['iam:GetUser'] },
          {
            change: 'gained',
            level: 'Write',
            count: 9,
            actions: ['iam:PassRole', 'iam:CreateUser', 's3:PutObject'],
          },
        ],
        statementsAdded: { count: 1, texts: ['Allow iam:* on *'] },
      }),
    ).toEqual([
      '+ opens: a way (iam-001)',
      '+ guard gone: Deny s3:* on *',
      '+ gains: Write (9): iam:PassRole, CreateUser, s3:PutObject … and 6 more',
      '  statement added: Allow iam:* on *',
      '- shuts out: eve',
      '- denies: Read (1): iam:GetUser',
    ]);
  });

  it.each<[BeforeState, string]>([
    [{ from: 'nothing' }, 'nothing: there was none before'],
    [{ from: 'iam', version: 'v2' }, 'version v2'],
    [
      { from: 'iam', version: 'v2', assumed: true },
      'version v2, the newest of the others (IAM does not tell which was in force)',
    ],
    [{ from: 'snapshot', readAt: '2026-03-04T01:02:03Z' }, 'the snapshot of 2026-03-04 01:02 UTC'],
    [
      { from: 'unknown', cause: 'denied' },
      'nothing, so that all it says shows as new; what it said before is not known: denied',
    ],
  ])('says what it was compared with: %o', (before, text) => {
    expect(changeText(changeOf({ before }), english).about).toBe(`Inline policy own, compared with ${text}.`);
  });

  it('says that nothing is known of what cannot be read', () => {
    const { about, lines: none } = changeText(changeOf({ unread: 'denied' }), english);
    expect(about).toBe('Inline policy own: what it says now is not known (denied).');
    expect(none).toEqual([]);
  });

  it('counts the lines that are left out', () => {
    const texts = Array.from({ length: 12 }, (_, index) => `s${index}`);
    const all = lines({ statementsAdded: { count: 40, texts }, statementsRemoved: { count: 12, texts } });
    expect(all).toHaveLength(maxChangeLines);
    expect(all[12]).toBe('  statement added: and 28 more');
    expect(all.at(-1)).toBe('  … 6 more lines');
  });

  it('stays within its lines, each on one line, whatever the texts', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a\nb', '```', '\u202e', 'x'.repeat(999)),
    );
    const capped = fc.array(text, { maxLength: 12 }).map((texts) => ({ count: texts.length + 3, texts }));
    fc.assert(
      fc.property(text, capped, capped, fc.constantFrom(english, korean), (name, one, two, labels) => {
        const said = changeText(
          changeOf({ name, opened: one, guardsRemoved: two, statementsAdded: one, statementsRemoved: two }),
          labels,
        );
        expect(said.lines.length).toBeLessThanOrEqual(maxChangeLines);
        for (const each of [said.about, ...said.lines]) expect(each).toBe(cleanLine(each));
        for (const each of said.lines) expect(each.length).toBeLessThanOrEqual(150);
      }),
    );
  });
});
