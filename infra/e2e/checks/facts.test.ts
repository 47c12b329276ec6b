import { AttachGroupPolicyCommand, CreateGroupCommand } from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';
import { call, signIn, unauthenticated, user } from '../../../shared/events/example.ts';
import { until } from '../poll.ts';
import { secondsAgo, userArn } from './events.ts';
import { trailwarden } from './trailwarden.ts';

const tw = trailwarden();

const findingsBy = async (ruleId: string, resource: string) =>
  (await tw.openFindingsOf(resource)).filter((finding) => finding.ruleId === ruleId);

describe('a rule that counts', () => {
  const ruleId = 'console-brute-force-by-user';
  const victim = 'e2e-guessed-at';
  const failures = Array.from({ length: 20 }, (_, n) =>
    signIn(unauthenticated(victim), {
      result: 'Failure',
      time: secondsAgo(600 - n),
      sourceIp: `203.0.113.${n}`,
    }),
  );

  it('counts an event once however often it is delivered, and fires on the one that fills the window', async () => {
    const [first, ...others] = failures.slice(0, 19);
    if (first === undefined) throw new Error('no failures');
    await tw.put(first, first, ...others);
    await tw.settled();
    await tw.put(first, ...others.slice(0, 3));
    await tw.settled();
    expect(await findingsBy(ruleId, userArn(victim))).toEqual([]);

    const last = failures.slice(19);
    await tw.put(...last);
    const found = await until('the finding of the twentieth failure', async () => {
      const findings = await findingsBy(ruleId, userArn(victim));
      return findings.length > 0 && findings;
    });
    expect(found).toMatchObject([{ count: 1, data: { user: victim, failures: 20 } }]);

    await tw.put(...last);
    await tw.settled();
    expect(await findingsBy(ruleId, userArn(victim))).toMatchObject([{ count: 1, version: 1 }]);
  });
});

describe('a rule that asks IAM', () => {
  const administrators = 'e2e-administrators';
  const readers = 'e2e-readers';

  it.each([
    { group: administrators, policy: 'AdministratorAccess', severity: 'high' },
    { group: readers, policy: 'ReadOnlyAccess', severity: 'low' },
  ])('is told what group $group may do', async ({ group, policy, severity }) => {
    const { iam } = tw.clients;
    const policyArn = `arn:aws:iam::aws:policy/${policy}`;
    await iam.send(new CreateGroupCommand({ GroupName: group }));
    await iam.send(new AttachGroupPolicyCommand({ GroupName: group, PolicyArn: policyArn }));
    const userName = `e2e-member-of-${group}`;
    await tw.put(
      call('iam:AddUserToGroup', {
        by: user('mallory'),
        request: { userName, groupName: group },
        time: secondsAgo(5),
      }),
    );
    const [finding] = await until(`the finding of ${userName}`, async () => {
      const findings = await findingsBy('user-added-to-group', userArn(userName));
      return findings.length > 0 && findings;
    });
    expect(finding).toMatchObject({ severity, data: { group, user: userName } });
    if (severity === 'high') expect(finding?.data).toMatchObject({ reason: policyArn });
  });
});
