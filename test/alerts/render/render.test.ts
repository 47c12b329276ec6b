import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAlert } from '../../../shared/alerts/build-alert.ts';
import { renderPlainText } from '../../../shared/alerts/render/plain-text.ts';
import { renderSlackMessage, type SlackMessage } from '../../../shared/alerts/render/slack-blocks.ts';
import { renderTerminalCard } from '../../../shared/alerts/render/terminal-card.ts';
import type { Finding } from '../../../shared/findings/finding.ts';
import type { AccessChange } from '../../../shared/rules/change/access-change.ts';
import { hostile, hostileText, unseen } from '../../text/hostile.ts';
import {
  actorNamed,
  eventAt,
  findingLike,
  resolvedFinding,
  ruleOf,
  signInRule,
} from '../example-findings.ts';

const options = { ruleOf };

const textsOf = (block: KnownBlock): readonly string[] => {
  if (block.type === 'header') return [block.text.text];
  if (block.type === 'context')
    return block.elements.map((element) => ('text' in element ? element.text : ''));
  if (block.type !== 'section') throw new Error(`unexpected block ${block.type}`);
  return [...(block.text ? [block.text.text] : []), ...(block.fields ?? []).map((field) => field.text)];
};

/** What we write with angle brackets ourselves. */
const ours =
  /<!date\^\d+\^\{date_short_pretty\} at \{time_secs\}\|[\d: -]+ UTC>|<https:\/\/console\.[a-z.-]+\/cloudtrailv2\/home\?region=[a-z0-9-]+#\/events\/[0-9a-f-]+\|Open in CloudTrail>/g;

const expectSoundText = (text: string, max: number) => {
  expect(text.length).toBeGreaterThan(0);
  expect(text.length).toBeLessThanOrEqual(max);
  expect(text.replaceAll('\n', '')).not.toMatch(unseen);
  expect(text.replace(ours, '')).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/);
};

const expectSoundBlock = (block: KnownBlock) => {
  const isHeader = block.type === 'header';
  for (const text of textsOf(block)) {
    expectSoundText(text, isHeader ? 150 : 3000);
    if (!isHeader) expect((text.match(/```/g) ?? []).length % 2).toBe(0);
  }
  expect(textsOf(block).length).toBeLessThanOrEqual(10);
};

/** The limits of Block Kit ("Blocks", "Text object"), and our own for the whole. */
const expectSound = (message: SlackMessage) => {
  expect(message.blocks.length).toBeLessThanOrEqual(12);
  const texts = message.blocks.flatMap(textsOf);
  expect(texts.reduce((sum, text) => sum + text.length, 0)).toBeLessThanOrEqual(10_000);
  expectSoundText(message.text, 299);
  const [, sentence] = message.blocks;
  expect(textsOf(sentence as KnownBlock).join('').length).toBeLessThanOrEqual(600);
  expect(message).toMatchObject({ unfurl_links: false, unfurl_media: false });
  for (const block of message.blocks) expectSoundBlock(block);
};

/** As long as a change can be, every text of it the attacker's. */
const changeOfTexts = (text: string): AccessChange => {
  const capped = { count: 400, texts: Array.from({ length: 12 }, () => text.slice(0, 300)) };
  return {
    of: 'trust-policy',
    name: text,
    before: { from: 'unknown', cause: text },
    statementsAdded: capped,
    statementsRemoved: capped,
    principals: [{ change: 'gained', count: 40, principals: capped.texts }],
    actions: [{ change: 'gained', level: text, count: 40, actions: capped.texts }],
    otherActions: capped,
    opened: capped,
    guardsRemoved: capped,
  };
};

const hostileFinding = (text: string): Finding =>
  findingLike({
    resource: text,
    ruleId: 'admin-policy-attached-to-role',
    data: { policy: [text, text], role: text },
    change: changeOfTexts(text),
    actor: actorNamed(text, { person: text }),
    event: eventAt({
      id: text,
      region: text,
      sourceIp: text,
      userAgent: text,
      errorCode: text,
      accessKeyEnd: text,
    }),
  });

const cards = {
  open: [findingLike()],
  resolved: [resolvedFinding()],
  retired: [findingLike({ ruleId: 'gone-rule' })],
  denied: [findingLike({ event: eventAt({ outcome: 'denied', errorCode: 'AccessDenied' }) })],
  'with many others': Array.from({ length: 40 }, (_, n) =>
    findingLike({ id: `F-${String(n).padStart(10, '0')}` }),
  ),
  hostile: [hostileFinding(hostileText)],
  'hostile and retired': [{ ...hostileFinding(hostileText), ruleId: hostileText, message: hostileText }],
  'hostile and put right': [
    {
      ...resolvedFinding(),
      undone: { actor: actorNamed(hostileText), event: eventAt({ action: hostileText }) },
    },
  ],
  endless: [hostileFinding('&<>`'.repeat(5000))],
};

describe('the Slack card', () => {
  it.each(Object.entries(cards))('%s: within every limit, escaped', (_, findings) => {
    expectSound(renderSlackMessage(buildAlert(findings, ruleOf), options));
  });

  it('is so for any text', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(1, 300), (text, times) => {
        const finding = hostileFinding(text.repeat(times));
        expectSound(renderSlackMessage(buildAlert([finding, finding], ruleOf), options));
      }),
      { numRuns: 60 },
    );
  });

  it('gives names back as they are', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w+=,.@-]{1,60}$/), (name) => {
        const finding = findingLike({ actor: actorNamed(name) });
        expect(JSON.stringify(renderSlackMessage(buildAlert([finding], ruleOf), options))).toContain(
          /^\d{1,16}$/.test(name) ? name : `\`${name}\``,
        );
      }),
    );
  });

  it.each([
    [
      'severity, title, resource and account',
      [findingLike()],
      '🟠 HIGH · Administrator policy attached to a role · ci-deploy · prod',
    ],
    [
      'a change',
      [findingLike({ news: { type: 'reopened', at: '' } })],
      '🟠 HIGH · REOPENED · Administrator policy attached to a role · ci-deploy · prod',
    ],
    [
      'a refused call',
      cards.denied,
      '🟠 HIGH · DENIED ATTEMPT · Administrator policy attached to a role · ci-deploy · prod',
    ],
    [
      'what was put right',
      cards.resolved,
      '✅ RESOLVED · Administrator policy attached to a role · ci-deploy · prod',
    ],
    [
      'an account as the resource',
      [
        findingLike({
          ruleId: signInRule.id,
          severity: 'critical',
          message: 'signedIn',
          resource: 'arn:aws:iam::111122223333:root',
        }),
      ],
      '🔴 CRITICAL · Root user signed in to the console · account prod',
    ],
  ])('heads with %s', (_, findings, header) => {
    const message = renderSlackMessage(buildAlert(findings, ruleOf), { ruleOf, accountName: () => 'prod' });
    expect(message.blocks[0]).toMatchObject({
      type: 'header',
      text: { type: 'plain_text', text: header, emoji: false },
    });
  });

  it('says that no command is shown rather than showing an altered one', () => {
    const finding = findingLike({ data: { role: 'a```b', policy: 'p' } });
    const json = JSON.stringify(renderSlackMessage(buildAlert([finding], ruleOf), options));
    expect(json).toContain('No command is shown');
    expect(json).not.toContain('aws iam');
  });

  it('says what was left out', () => {
    const alert = {
      ...buildAlert([findingLike()], ruleOf),
      cut: [{ what: 'data-of-others', count: 3 } as const],
    };
    expect(JSON.stringify(renderSlackMessage(alert, options))).toContain('the details of 3 other findings');
  });
});

describe('the mail', () => {
  it.each(Object.entries(cards))(
    '%s: subject as SNS takes it, body without control characters',
    (_, findings) => {
      const { subject, body } = renderPlainText(buildAlert(findings, ruleOf), options);
      expect(subject).toMatch(/^[\x20-\x7e]{1,99}$/);
      expect(subject.endsWith(`(${buildAlert(findings, ruleOf).lead.id})`)).toBe(true);
      expect(body.replaceAll('\n', '')).not.toMatch(unseen);
      expect(body.length).toBeLessThan(20_000);
    },
  );

  it('has a subject that SNS takes for any text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { subject } = renderPlainText(buildAlert([hostileFinding(text)], ruleOf), {
          ruleOf,
          accountName: () => text,
        });
        expect(subject).toMatch(/^\[HIGH\][\x20-\x7e]{1,93}$/);
      }),
    );
  });

  it('keeps to 78 columns but for what is to be copied', () => {
    const { body } = renderPlainText(buildAlert(cards['with many others'], ruleOf), options);
    for (const line of body.split('\n')) {
      if (line.length > 78) expect(line.trim().split(/\s+/).length).toBeLessThanOrEqual(2);
    }
  });

  it('says what happened in its first lines', () => {
    const { subject, body } = renderPlainText(buildAlert([findingLike()], ruleOf), options);
    expect(subject).toBe(
      '[HIGH][111122223333] Administrator policy attached to a role: ci-deploy (F-7K2QX4M9TB)',
    );
    expect(body.split('\n').slice(0, 2).join(' ')).toBe(
      'HIGH: alice attached arn:aws:iam::aws:policy/AdministratorAccess to the role ci-deploy. It happened 2026-03-04 05:06:07 UTC, from 203.0.113.7.',
    );
  });
});

describe('the card on a terminal', () => {
  it.each(Object.entries(cards))('%s: no escape sequence, no markup left', (_, findings) => {
    const text = renderTerminalCard(renderSlackMessage(buildAlert(findings, ruleOf), options));
    expect(text.replaceAll('\n', '')).not.toMatch(unseen);
    expect(text).not.toContain('<!date^');
    expect(text).not.toContain('\\u');
  });

  it('shows what is sent', () => {
    const text = renderTerminalCard(renderSlackMessage(buildAlert([findingLike()], ruleOf), options));
    expect(text).toMatchInlineSnapshot(`
      "┃ 🟠 HIGH · Administrator policy attached to a role · ci-deploy · 111122223333
      ┃
      ┃ \`alice\` attached \`arn:aws:iam::aws:policy/AdministratorAccess\` to the role
      ┃ \`ci-deploy\`. It happened 2026-03-04 05:06:07 UTC, from \`203.0.113.7\`.
      ┃
      ┃ Account    111122223333 · us-east-1
      ┃ Target     arn:aws:iam::111122223333:role/deploy/ci-deploy
      ┃ Actor      alice · key ending WXYZ
      ┃ Source IP  203.0.113.7
      ┃ MFA        no
      ┃ Via        API or CLI, says it is AWS CLI
      ┃
      ┃ Why it matters
      ┃ Whoever can assume the role can now do anything in the account, including
      ┃ making new administrators & hiding the traces.
      ┃
      ┃ Do this
      ┃ Ask the actor whether this was planned. If not, detach the policy and end the
      ┃ role’s sessions.
      ┃ To undo it:
      ┃     aws iam detach-role-policy \\
      ┃       --role-name ci-deploy \\
      ┃       --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
      ┃
      ┃ finding F-7K2QX4M9TB · rule admin-policy-attached-to-role · seen once
      ┃ found 41 s after the call · event 11111111-2222-4333-8444-555555555555 · Open
      ┃ in CloudTrail:
      ┃ https://console.aws.amazon.com/cloudtrailv2/home?region=us-east-1#/events/11111111-2222-4333-8444-555555555555"
    `);
  });

  it('marks labels and small print with what it is given', () => {
    const style = { bold: (text: string) => `B(${text})`, dim: (text: string) => `D(${text})` };
    const text = renderTerminalCard(renderSlackMessage(buildAlert([findingLike()], ruleOf), options), style);
    expect(text).toContain('B(Why it matters)');
    expect(text).toContain('D(finding F-7K2QX4M9TB');
  });
});
