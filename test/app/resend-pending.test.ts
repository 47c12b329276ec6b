import { describe, expect, it } from 'vitest';
import type { Alert } from '../../shared/alerts/alert.ts';
import { type ResendPorts, resendPending } from '../../shared/app/resend-pending.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import { eventAt, findingLike, resolvedFinding, ruleOf } from '../alerts/example-findings.ts';

const now = new Date('2026-03-04T06:00:00.000Z');

interface Faults {
  readonly send?: (alert: Alert) => boolean;
  readonly mark?: (id: string) => boolean;
  readonly readAfter?: number;
}

const portsFor = (findings: readonly Finding[], faults: Faults = {}) => {
  const sent: Alert[] = [];
  const marked: string[] = [];
  const befores: string[] = [];
  const ports: ResendPorts = {
    ruleOf,
    store: {
      async *pendingAlerts(before) {
        befores.push(before);
        for (const [index, finding] of findings.entries()) {
          if (index === faults.readAfter) throw new Error('the table is throttled');
          yield finding;
        }
      },
      async markAlerted(_, id, version) {
        if (faults.mark?.(id)) throw new Error('the table is throttled');
        marked.push(`${id}.${version}`);
      },
    },
    alerter: {
      async send(alert) {
        if (faults.send?.(alert)) throw new Error('the topic is throttled');
        sent.push(alert);
      },
    },
  };
  return { ports, sent, marked, befores };
};

const finding = (number: number, event: string, over: Partial<Finding> = {}) =>
  findingLike({ id: `F-${number}`, event: eventAt({ id: event }), ...over });

describe('resendPending', () => {
  it('asks for what is older than two minutes', async () => {
    const { ports, befores } = portsFor([]);
    expect(await resendPending(ports, now)).toEqual({ alerts: 0, findings: 0, failures: [], hasMore: false });
    expect(befores).toEqual(['2026-03-04T05:58:00.000Z']);
  });

  it('sends one alert an event and resource, then marks what it sent', async () => {
    const { ports, sent, marked } = portsFor([
      finding(1, 'a'),
      finding(2, 'b', { version: 4 }),
      finding(3, 'a', { severity: 'critical' }),
      finding(4, 'a', { resource: 'arn:aws:iam::111122223333:role/other' }),
      finding(5, 'a', { accountId: '444455556666' }),
    ]);
    expect(await resendPending(ports, now)).toMatchObject({ alerts: 4, findings: 5, failures: [] });
    expect(sent.map(({ lead, others }) => [lead.id, ...others.map(({ id }) => id)])).toEqual([
      ['F-3', 'F-1'],
      ['F-2'],
      ['F-4'],
      ['F-5'],
    ]);
    expect(marked).toEqual(['F-1.1', 'F-3.1', 'F-2.4', 'F-4.1', 'F-5.1']);
  });

  it('groups what was put right by the event that did it', async () => {
    const { ports, sent } = portsFor([
      resolvedFinding({ id: 'F-1', event: eventAt({ id: 'a' }) }),
      resolvedFinding({ id: 'F-2', event: eventAt({ id: 'b' }) }),
    ]);
    await resendPending(ports, now);
    expect(sent.length).toBe(1);
  });

  it('goes on after an alert that cannot be sent, and does not mark it', async () => {
    const { ports, sent, marked } = portsFor([finding(1, 'a'), finding(2, 'b'), finding(3, 'c')], {
      send: ({ lead }) => lead.id === 'F-2',
    });
    expect(await resendPending(ports, now)).toMatchObject({
      alerts: 2,
      findings: 3,
      failures: [{ step: 'send', findingIds: ['F-2'] }],
    });
    expect(sent.length).toBe(2);
    expect(marked).toEqual(['F-1.1', 'F-3.1']);
  });

  it('goes on after a mark that fails, and names it', async () => {
    const { ports, marked } = portsFor([finding(1, 'a'), finding(2, 'a'), finding(3, 'b')], {
      mark: (id) => id === 'F-1',
    });
    expect(await resendPending(ports, now)).toMatchObject({
      alerts: 2,
      failures: [{ step: 'mark', findingIds: ['F-1'] }],
    });
    expect(marked).toEqual(['F-2.1', 'F-3.1']);
  });

  it('sends what it could read of a list that broke off', async () => {
    const { ports, sent } = portsFor([finding(1, 'a'), finding(2, 'b')], { readAfter: 1 });
    expect(await resendPending(ports, now)).toMatchObject({
      alerts: 1,
      failures: [{ step: 'read', findingIds: [] }],
      hasMore: true,
    });
    expect(sent.length).toBe(1);
  });

  it('stops at its limit and says that there is more', async () => {
    const { ports, sent } = portsFor([finding(1, 'a'), finding(2, 'b'), finding(3, 'c')]);
    expect(await resendPending({ ...ports, limit: 2 }, now)).toMatchObject({ alerts: 2, hasMore: true });
    expect(sent.length).toBe(2);
  });
});
