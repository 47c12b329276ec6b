import { describe, expect, it } from 'vitest';
import { loadChecks } from '../../functions/cli/review/check-files.ts';
import { memoryFindingStore } from '../../shared/adapters/memory/finding-store.ts';
import type { Alert } from '../../shared/alerts/alert.ts';
import { type NeighbourPorts, takeNeighbour } from '../../shared/app/take-neighbour.ts';
import { findingIdOfCheck, occurrenceOfFailure } from '../../shared/findings/from-verdict.ts';
import { allEquivalents, equivalentRules } from '../../shared/neighbours/equivalents.ts';
import type { NeighbourFinding } from '../../shared/neighbours/neighbour-finding.ts';
import { parseNeighbours } from '../../shared/neighbours/parse-neighbour.ts';
import { verdictsOf } from '../../shared/review/docs/described-check.ts';
import { ruleById } from '../../shared/rules/catalogue.ts';
import { occurrence } from '../findings/occurrences.ts';
import { account, by, external, guardDuty, securityHub, unused } from '../neighbours/messages.ts';

const arn = (name: string) => `arn:aws:iam::${account}:${name}`;
const now = '2026-03-04T06:00:00.000Z';

const one = (message: object): NeighbourFinding => {
  const [found] = parseNeighbours(JSON.stringify(message)) ?? [];
  if (!found) throw new Error('no finding in the message');
  return found;
};

const world = () => {
  const store = memoryFindingStore();
  const alerts: Alert[] = [];
  const ports: NeighbourPorts = {
    store,
    alerter: { send: async (alert) => void alerts.push(alert) },
    ruleOf: ruleById,
  };
  const take = (message: object) => takeNeighbour(one(message), ports, now);
  const open = async () => {
    const findings = [];
    for await (const finding of store.everyOpen(account)) findings.push(finding);
    return findings;
  };
  return { store, alerts, take, open };
};

/** Root used, as our rule finds it. */
const rootUsed = occurrence('e1', '2026-03-04T05:06:07.000Z', {
  ruleId: 'root-api-activity',
  kind: 'incident',
  severity: 'high',
  message: 'used',
  resource: arn('root'),
  actor: { key: account, label: 'root', type: 'Root', arn: arn('root'), mfa: 'no' },
});

const roleVerdict = {
  checkId: 'role-external-trust',
  verdict: 'FAIL' as const,
  message: 'stranger',
  severity: 'high' as const,
  resource: arn('role/service/vendor'),
  resourceId: 'vendor',
  data: { role: 'vendor' },
};
const failure = (at = '2026-03-04T03:00:00.000Z') =>
  occurrenceOfFailure(roleVerdict, { runId: '2026-03-04', accountId: account }, at);

describe('what another service says, too', () => {
  it('becomes one more source of the incident of ours: no second finding, no second alert', async () => {
    const { store, alerts, take, open } = world();
    const { finding: ours } = await store.record(rootUsed, now);
    await store.markAlerted(account, ours.id, ours.version);
    expect(await take(guardDuty())).toMatchObject({ joined: true, alerts: 0, finding: { id: ours.id } });
    await take(guardDuty({ updatedAt: '2026-03-04T05:50:00Z', severity: 9.5 }));
    expect(alerts).toEqual([]);
    const [finding, ...more] = await open();
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      id: ours.id,
      severity: 'high',
      count: 1,
      event: { id: 'e1' },
      version: 1,
    });
    const sources = (await store.events(account, ours.id)).map(
      ({ event }) => event.neighbour?.product ?? event.source,
    );
    expect(sources).toEqual(['iam.amazonaws.com', 'guardduty', 'guardduty']);
  });

  it.each([
    ['another principal', guardDuty(by('IAMUser', 'kim'))],
    ['another kind of activity', guardDuty({ type: 'Stealth:IAMUser/PasswordPolicyChange' })],
    ['another day', guardDuty({ updatedAt: '2026-03-06T05:06:07Z' })],
  ])('stays a finding of its own when it is about %s', async (_, message) => {
    const { store, take, open } = world();
    await store.record(rootUsed, now);
    expect(await take(message)).toMatchObject({ joined: false, finding: { ruleId: 'neighbour-guardduty' } });
    expect(await open()).toHaveLength(2);
  });

  it('joins the sessions of a role by the role', async () => {
    const { store, take } = world();
    const key = `arn:aws:sts::${account}:assumed-role/web/i-1`;
    const actor = { key, arn: key, label: 'web', type: 'AssumedRole', mfa: 'no' as const };
    const ruleId = 'instance-credentials-used-outside-aws';
    await store.record({ ...rootUsed, ruleId, resource: arn('instance/i-1'), actor }, now);
    const type = 'UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS';
    expect(await take(guardDuty({ type, ...by('AssumedRole', 'web') }))).toMatchObject({ joined: true });
  });

  it('is the finding of a check of ours, whichever comes first', async () => {
    const id = findingIdOfCheck({ ...roleVerdict, accountId: account });
    const first = world();
    await first.store.record(failure(), now);
    expect(await first.take(external())).toMatchObject({ joined: true, alerts: 0, finding: { id } });
    const [shown] = await first.open();
    expect(shown).toMatchObject({ event: { review: { message: 'stranger' } }, data: { role: 'vendor' } });

    const second = world();
    expect(await second.take(external())).toMatchObject({ joined: false, alerts: 0, finding: { id } });
    await second.store.record(failure('2026-03-05T03:00:00.000Z'), now);
    expect(await second.open()).toHaveLength(1);
  });

  it('is joined by resource where the service does not name the thing, e.g. the key', async () => {
    const { store, take } = world();
    const verdict = {
      ...roleVerdict,
      checkId: 'access-key-unused',
      resource: arn('user/kim'),
      resourceId: 'AKIA1',
    };
    await store.record(occurrenceOfFailure(verdict, { runId: 'r', accountId: account }, now), now);
    const message = unused({ findingType: 'UnusedIAMUserAccessKey', resource: arn('user/people/kim') });
    expect(await take(message)).toMatchObject({ joined: true, finding: { ruleId: 'access-key-unused' } });
    const other = unused({ findingType: 'UnusedIAMUserAccessKey', resource: arn('user/lee') });
    expect(await take(other)).toMatchObject({
      joined: false,
      finding: { ruleId: 'neighbour-access-analyzer' },
    });
  });
});

describe('what only another service says', () => {
  it('is told once, with its severity, however often it comes', async () => {
    const { alerts, take, open } = world();
    const message = guardDuty({
      type: 'UnauthorizedAccess:IAMUser/TorIPCaller',
      severity: 8,
      ...by('IAMUser', 'kim'),
    });
    for (const _ of [1, 2]) await take(message);
    await take({ ...message, detail: { ...(message.detail as object), updatedAt: '2026-03-04T09:00:00Z' } });
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatchObject({ ruleId: 'neighbour-guardduty', severity: 'high' });
    expect(alerts[0]?.sentence).toContain('UnauthorizedAccess:IAMUser/TorIPCaller');
    expect(await open()).toMatchObject([{ resource: arn('user/kim'), count: 1 }]);
  });

  it.each(['IAM.7', 'IAM.26'])(
    'is told of a control without a check of ours: %s',
    async (SecurityControlId) => {
      const { take } = world();
      const message = securityHub({ Compliance: { Status: 'FAILED', SecurityControlId } });
      expect(await take(message)).toMatchObject({ finding: { ruleId: 'neighbour-security-hub' }, alerts: 1 });
    },
  );
});

describe('the end that another service tells', () => {
  const over = (message: object) => {
    const { detail } = message as { detail: object };
    return { ...message, detail: { ...detail, status: 'RESOLVED', updatedAt: '2026-03-04T05:55:00Z' } };
  };

  it.each([
    ['role open to the outside', external()],
    ['unused role', unused()],
    ['unused key', unused({ findingType: 'UnusedIAMUserAccessKey', resource: arn('user/kim') })],
  ])('ends the finding: %s', async (_, message) => {
    const { take, open } = world();
    await take(message);
    expect(await open()).toHaveLength(1);
    expect(await take(over(message))).toMatchObject({ joined: true, finding: { status: 'resolved' } });
    expect(await open()).toEqual([]);
  });

  it('ends nothing while another of its findings is about the same role', async () => {
    const { take, open } = world();
    await take(external());
    await take(external({ id: 'aa-external-2', principal: { AWS: '777788889999' } }));
    expect(await take(over(external()))).toMatchObject({ joined: false });
    expect(await open()).toHaveLength(1);
  });

  it('ends nothing because the analyzer was deleted', async () => {
    const { take, open } = world();
    await take(external());
    await take(external({ isDeleted: true, updatedAt: '2026-03-04T05:55:00Z' }));
    expect(await open()).toHaveLength(1);
  });

  it('is nothing when it was never filed', async () => {
    const { take, open } = world();
    expect(await take(over(external()))).toEqual({ joined: false, alerts: 0 });
    expect(await open()).toEqual([]);
  });
});

describe('the equivalences', async () => {
  const described = new Map((await loadChecks()).map((entry) => [entry.check.id, entry]));

  it.each(
    allEquivalents.flatMap(([product, type, checks]) =>
      checks.map((check) => [product, type, check] as const),
    ),
  )(
    '%s %s is a check of that name, severity and kind of thing: $checkId',
    (_, __, { checkId, severity, named }) => {
      const entry = described.get(checkId);
      expect(entry?.check.severity).toBe(severity);
      const failing = entry?.examples
        .flatMap((example) => verdictsOf(entry.check, example))
        .filter(({ verdict }) => verdict === 'FAIL');
      expect(failing?.length).toBeGreaterThan(0);
      for (const { resource, resourceId } of failing ?? []) {
        const expected = { name: resource.split('/').at(-1), root: 'root', account: resource.split(':')[4] };
        if (named === 'untold') expect(Object.values(expected)).not.toContain(resourceId);
        else expect(resourceId).toBe(expected[named]);
      }
    },
  );

  it('name rules that there are', () => {
    const unknown = Object.values(equivalentRules)
      .flat()
      .filter((id) => ruleById(id) === undefined);
    expect(unknown).toEqual([]);
  });
});
