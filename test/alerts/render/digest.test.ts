import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Digest, DigestSection } from '../../../shared/alerts/digest.ts';
import { fitDigest } from '../../../shared/alerts/fit-digest.ts';
import { renderDigestMail } from '../../../shared/alerts/render/digest-mail.ts';
import { renderDigestSlack } from '../../../shared/alerts/render/digest-slack.ts';
import { koreanTexts } from '../../../shared/i18n/korean/texts.ts';
import { messageJson } from '../../../shared/text/message-json.ts';
import { digestItem, digestLike, fullDigest } from '../example-digest.ts';
import { ruleOf } from '../example-findings.ts';

const options = { ruleOf };

/** Everything that Slack shows of a message. */
const shown = (digest: Digest, over: object = {}): readonly string[] =>
  renderDigestSlack(digest, { ...options, ...over }).blocks.map((block) =>
    'text' in block && block.text ? (block.text as { text: string }).text : '',
  );

describe('a digest as mail', () => {
  it('says in its subject how much of what', () => {
    expect(renderDigestMail(fullDigest(), options).subject).toBe(
      '[HIGH] Nightly review of 111122223333, 2026-03-04: 40 new, 1 came back, 1 worse, 1 overdue, 1 no...',
    );
  });

  it('has a part for everything, with causes and what to do', () => {
    expect(
      renderDigestMail(fullDigest(), options).body,
    ).toBe(`Nightly review of 111122223333, 2026-03-04: 40 new, 1 came back, 1 worse, 1
overdue, 1 not evaluated, 1 soon overdue, 1 resolved

Open now: HIGH 1, MEDIUM 4, LOW 3.
162 verdicts: 120 passed, 9 failed, 30 not applicable, 3 not evaluated.
Of the failures, put right after AWS was asked and so no findings: 1.
A source that could not be read never counts as right.

New (40)
  - HIGH · Key AKIAOLD of kim was last used on 2025-11-01, 123 days ago; 45 is
    the limit · owner team-payments · F-7K2QX4M9TB
    and 39 more

Came back (1)
  - HIGH · Key AKIAOLD of kim was last used on 2025-11-01, 123 days ago; 45 is
    the limit · F-REOPENED

Got worse (1)
  - HIGH · Key AKIAOLD of kim was last used on 2025-11-01, 123 days ago; 45 is
    the limit · F-WORSENED

Overdue (1)
  - HIGH · Key AKIAOLD of kim was last used on 2025-11-01, 123 days ago; 45 is
    the limit · open since 2026-01-02 · F-OVERDUE

Not evaluated (1)
  - GetAccountPasswordPolicy was denied: 3 verdicts of
    password-policy-min-length. Give the role of the review this permission
    (docs/permissions.md), or look for an SCP that denies it.

Will fail within 14 days (1 within 7) if nothing is done (1)
  - in 3 d · HIGH · Active access key is not used: AKIANEXT · owner lee

Resolved (1)
  - HIGH · Key AKIAOLD of kim was last used on 2025-11-01, 123 days ago; 45 is
    the limit · it is gone · F-RESOLVED
`);
  });

  it('says that nothing is new', () => {
    const { subject, body } = renderDigestMail(digestLike(), options);
    expect(subject).toBe('[INFO] Nightly review of 111122223333, 2026-03-04: nothing new');
    expect(body).toContain('No finding is open.');
  });

  it('is worded in Korean where the check is translated; the subject stays ASCII', () => {
    const { subject, body } = renderDigestMail(fullDigest(), { ...options, texts: koreanTexts });
    expect(subject).toMatch(/^[\x20-\x7e]+$/);
    expect(body).toContain('야간 점검 결과');
    expect(body).toContain('kim의 키 AKIAOLD는 2025-11-01에 마지막으로 사용되어 123일이');
    expect(body).toContain('조치 기한 초과 (1)');
  });
});

describe('a digest in Slack', () => {
  it('leads with the counts', () => {
    expect(shown(fullDigest())[0]).toMatch(/^🟠 Nightly review of 111122223333, 2026-03-04: 40 new/);
    expect(shown(digestLike())).toHaveLength(2);
  });

  it('stays within the limits of Slack and shows no markup of others, whatever is in it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 900 }),
      fc.constantFrom('<!channel>', '*bold* `x`', '\n\n@here', '&lt;'.repeat(300), ''),
    );
    const section = text.map((sentence): DigestSection => {
      const item = digestItem({ sentence, owner: sentence, resource: sentence });
      const { said: _, ...unsaid } = item;
      return { total: 5000, items: Array.from({ length: 50 }, () => unsaid) };
    });
    fc.assert(
      fc.property(section, text, (items, cause) => {
        const all = { opened: items, reopened: items, worsened: items, resolved: items, overdue: items };
        const forecast = {
          total: 5000,
          soon: 1,
          items: items.items.map((item) => ({ ...item, resourceId: cause, days: 3 })),
        };
        const unjudged = {
          total: 50,
          items: Array.from({ length: 50 }, () => ({ cause, reason: cause, verdicts: 1, checkIds: [cause] })),
        };
        const digest = digestLike({ ...all, forecast, unjudged });
        const message = renderDigestSlack(digest, options);
        const texts = shown(digest);
        expect(message.blocks.length).toBeLessThanOrEqual(18);
        expect(texts.join('').length).toBeLessThanOrEqual(10_000);
        expect(message.text.length).toBeLessThan(300);
        for (const one of texts) {
          expect(one).not.toMatch(/<(?!$)/);
          expect(one.length).toBeGreaterThan(0);
          expect(one.length).toBeLessThanOrEqual(3000);
        }
        const mail = renderDigestMail(digest, options);
        expect(mail.subject).toMatch(/^[\x20-\x7e]{1,99}$/);
        expect(new TextEncoder().encode(messageJson(fitDigest(digest, 60_000))).length).toBeLessThanOrEqual(
          60_000,
        );
      }),
      { numRuns: 40 },
    );
  });
});
