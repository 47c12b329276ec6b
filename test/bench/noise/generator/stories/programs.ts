import { iamUser } from '../identity.ts';
import { accounts, homeAddress, officeAddresses, people } from '../organization.ts';
import { between, clockFrom } from '../scene.ts';
import { rotationsOf } from './access-work.ts';
import type { Task } from './by-hand.ts';
import { browser, somebody } from './people.ts';

/** Programs outside AWS with keys of IAM users, from their own lines; one fails over now and then. */
export const legacyPrograms: Task = (scene) => {
  const { day, random, emit, size } = scene;
  const programs = [
    [
      'shared',
      'legacy-ci',
      officeAddresses[2],
      ['ecr:GetAuthorizationToken', 'ecr:PutImage', 's3:GetBucketLocation', 'sts:GetCallerIdentity'],
    ],
    [
      'shared',
      'backup-onprem',
      '198.51.100.140',
      ['s3:ListBuckets', 's3:GetBucketLocation', 's3:GetBucketVersioning'],
    ],
    [
      'data',
      'analyst-tool',
      homeAddress('analyst tool'),
      ['athena:StartQueryExecution', 'athena:GetQueryResults', 'glue:GetTables'],
    ],
  ] as const;
  for (const [account, user, line, actions] of programs) {
    const ip = random.chance(0.02) ? homeAddress(`second line of ${user}`) : line;
    const by = iamUser(accounts[account], user, rotationsOf(user, day.number - 1));
    const at = between(scene, 2, 4);
    const next = clockFrom(random, at, [1, 900]);
    for (let round = Math.max(1, Math.round(6 * size.machines)); round > 0; round -= 1)
      for (const action of actions)
        emit(next(), {
          action,
          by,
          account: accounts[account],
          ip,
          agent: 'aws-sdk-java/2.40.3 ua/2.1 os/Linux#5.14 lang/java#21.0.9',
        });
  }
};

/** Everybody who is on call looks at production once in a while at night. */
export const onCall: Task = (scene) => {
  const { random, size } = scene;
  if (!random.chance(0.25)) return;
  const at = between(scene, 19, 23);
  const person = random.pick(people.slice(0, size.people).filter(({ team }) => team === 'platform'));
  const { by, ip } = {
    ...somebody(scene, 'platform', 'prod', 'PlatformOperator', at),
    ip: homeAddress(person.name),
  };
  const next = clockFrom(random, at, [5, 60]);
  for (const action of [
    'ecs:DescribeServices',
    'logs:FilterLogEvents',
    'ecs:UpdateService',
    'cloudwatch:DescribeAlarms',
    'rds:DescribeDBClusters',
  ])
    scene.emit(next(), {
      action,
      by,
      account: accounts.prod,
      ip,
      agent: browser,
      record: { sessionCredentialFromConsole: 'true' },
    });
};
