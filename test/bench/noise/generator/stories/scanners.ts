import { keyOf, roleArn, roleSession, type Session } from '../identity.ts';
import { type AccountName, accounts, natAddress, vendorAccount } from '../organization.ts';
import { scannerReads } from '../reads.ts';
import { inWords } from '../record.ts';
import { clockFrom, hour, type Scene } from '../scene.ts';

const scanner = 'prowler-scan';
const agent =
  'Boto3/1.42.12 md/Botocore#1.42.12 ua/2.1 os/linux#6.12 md/arch#x86_64 lang/python#3.12.12 md/pyimpl#CPython cfg/retry-mode#standard';

/** The posture scanner in the security account goes through the others, one at a time. */
export const postureScan = (scene: Scene): void => {
  const { day, random, emit, size } = scene;
  const names: readonly AccountName[] = ['dev', 'staging', 'prod', 'data'];
  const scanned = names.slice(0, Math.max(1, Math.round(size.machines * names.length)));
  const task: Session = {
    account: accounts.security,
    role: 'prowler-task',
    session: random.hex(32),
    since: day.start,
  };
  const ip = natAddress(accounts.security);
  const next = clockFrom(random, day.start + 3 * hour, [0, 2]);
  for (const name of scanned) {
    const account = accounts[name];
    const session: Session = {
      account,
      role: scanner,
      path: '/security/',
      session: 'prowler',
      since: day.start,
    };
    emit(next(), {
      action: 'sts:AssumeRole',
      by: roleSession(task),
      account,
      ip,
      agent,
      request: { roleArn: roleArn(account, scanner, '/security/'), roleSessionName: 'prowler' },
      response: { credentials: { accessKeyId: keyOf(session), expiration: inWords(day.start + 4 * hour) } },
      record: { sharedEventID: random.uuid() },
    });
    for (const action of scannerReads) {
      // A scanner may not read everything, and says so in its report.
      const isRefused = random.chance(0.03);
      emit(next(), {
        action,
        by: roleSession(session),
        account,
        ip,
        agent,
        ...(isRefused ? { error: ['AccessDenied', `not authorized to perform: ${action}`] as const } : {}),
      });
    }
  }
};

/** The vendor that draws the dashboards comes from its own account, with an external id. */
export const vendorPolling = (scene: Scene): void => {
  const { day, random, emit, size } = scene;
  const visits = Math.max(1, Math.round(12 * size.machines));
  for (let visit = 0; visit < visits; visit += 1) {
    const at = day.start + Math.floor((visit / visits) * 24 * hour) + random.whole(0, 600_000);
    const account = accounts[random.pick(['prod', 'staging', 'data'] as const)];
    const session: Session = { account, role: 'vendor-monitoring', session: 'vendor', since: at };
    const ip = `198.18.${random.whole(220, 223)}.${random.whole(1, 254)}`;
    const next = clockFrom(random, at, [0, 3]);
    emit(next(), {
      action: 'sts:AssumeRole',
      by: { type: 'AWSAccount', principalId: 'AIDAVENDOR2MONITORING', accountId: vendorAccount },
      account,
      ip,
      agent: 'aws-sdk-go-v2/1.41.1 ua/2.1 os/linux lang/go#1.25.4',
      request: {
        roleArn: roleArn(account, session.role),
        roleSessionName: 'vendor',
        externalId: 'HIDDEN_DUE_TO_SECURITY_REASONS',
      },
      response: { credentials: { accessKeyId: keyOf(session), expiration: inWords(at + hour) } },
      record: { sharedEventID: random.uuid() },
    });
    for (const action of [
      'cloudwatch:ListMetrics',
      'cloudwatch:GetMetricData',
      'ec2:DescribeInstances',
      'ec2:DescribeVolumes',
      'rds:DescribeDBInstances',
      'elasticloadbalancing:DescribeLoadBalancers',
      'support:DescribeTrustedAdvisorChecks',
      'organizations:DescribeOrganization',
    ])
      emit(next(), {
        action,
        by: roleSession(session),
        account,
        ip,
        agent: 'aws-sdk-go-v2/1.41.1 ua/2.1 os/linux lang/go#1.25.4',
      });
  }
};
