import {
  portalUser,
  reservedPath,
  reservedRole,
  roleArn,
  roleSession,
  type Session,
  ssoSession,
} from '../identity.ts';
import {
  accounts,
  homeAddress,
  officeAddresses,
  type Person,
  people,
  permissionSets,
  travelAddress,
  vpnAddresses,
} from '../organization.ts';
import { consoleReads } from '../reads.ts';
import { between, clockFrom, minute, type Scene, second } from '../scene.ts';

export const browser =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36';
export const cli =
  'aws-cli/2.34.7 md/awscrt#0.31.1 ua/2.1 os/macos#25.4.0 md/arch#arm64 lang/python#3.13.11 md/pyimpl#CPython cfg/retry-mode#standard';
const portalAgent = `Jersey/\${project.version} (HttpUrlConnection 21.0.7)`;

/** Where somebody works today: the office, at home, on the VPN; rarely on the road. */
const placeOf = ({ day, random }: Scene, { name }: Person): string => {
  if (random.chance(0.02)) return travelAddress(name, day.number);
  if (random.chance(0.5)) return random.pick(officeAddresses);
  return random.chance(0.15) ? random.pick(vpnAddresses) : homeAddress(name);
};

const topics = {
  platform: ['ec2', 'iam', 'cloudformation', 'logs', 's3'],
  backend: ['lambda', 'logs', 'ecs', 'cloudformation', 'rds', 's3'],
  data: ['data', 's3', 'logs'],
  security: ['security', 'iam', 's3'],
  support: ['logs', 'rds', 'ecs'],
  finance: ['billing'],
} as const;

const fromConsole = { sessionCredentialFromConsole: 'true' };

/** Opens the console of an account from the access portal. */
const openConsole = (scene: Scene, person: Person, session: Session, ip: string, next: () => number) => {
  const { emit } = scene;
  const { account, role } = session;
  emit(next(), {
    action: 'sso:Federate',
    by: portalUser(person.userId),
    account: accounts.management,
    ip,
    agent: browser,
    record: {
      eventType: 'AwsServiceEvent',
      serviceEventDetails: { relayId: scene.random.uuid(), account_id: account, role_name: role },
    },
  });
  emit(next(), {
    action: 'signin:GetSigninToken',
    by: roleSession(session),
    account,
    ip,
    agent: portalAgent,
    response: { credentials: null, GetSigninToken: 'Success' },
    more: { MobileVersion: 'No', MFAUsed: 'No' },
    record: { eventType: 'AwsConsoleSignIn' },
  });
  emit(next(), {
    action: 'signin:ConsoleLogin',
    by: roleSession(session),
    account,
    ip,
    agent: browser,
    response: { ConsoleLogin: 'Success' },
    more: { MobileVersion: 'No', MFAUsed: 'No' },
    readOnly: false,
    record: { eventType: 'AwsConsoleSignIn' },
  });
};

/** Gets credentials for the command line. */
const loginByCli = (scene: Scene, person: Person, session: Session, ip: string, next: () => number) => {
  const by = portalUser(person.userId);
  const { emit } = scene;
  emit(next(), {
    action: 'sso:CreateToken',
    by,
    account: accounts.management,
    ip,
    agent: cli,
    readOnly: false,
    request: {
      clientId: scene.random.hex(24),
      clientSecret: 'HIDDEN_DUE_TO_SECURITY_REASONS',
      grantType: 'urn:ietf:params:oauth:grant-type:device_code',
    },
  });
  emit(next(), {
    action: 'sso:GetRoleCredentials',
    by,
    account: accounts.management,
    ip,
    agent: cli,
    record: { serviceEventDetails: { account_id: session.account, role_name: session.role } },
  });
};

/** Looks at a few pages, or lists a few things. */
const lookAround = (scene: Scene, person: Person, session: Session, ip: string, next: () => number) => {
  const { random, emit } = scene;
  const isConsole = random.chance(0.65);
  if (isConsole) openConsole(scene, person, session, ip, next);
  else loginByCli(scene, person, session, ip, next);
  for (let page = random.whole(1, 3); page > 0; page -= 1) {
    const reads = consoleReads[random.pick(topics[person.team])] ?? [];
    for (const action of reads.slice(0, random.whole(1, 6)))
      emit(next(), {
        action,
        by: roleSession(session),
        account: session.account,
        ip,
        agent: isConsole ? browser : `${cli} md/command#${action.replace(':', '.')}`,
        record: isConsole ? fromConsole : {},
      });
  }
};

/** Finance opens what it may not, and a developer forgets which account this is. */
const mistake = (scene: Scene, session: Session, ip: string, next: () => number) => {
  const action = scene.random.pick([
    'iam:CreateUser',
    'kms:Decrypt',
    's3:GetBucketPolicy',
    'ec2:StopInstances',
    'secretsmanager:GetSecretValue',
    'ssm:GetParameter',
    'logs:FilterLogEvents',
  ]);
  const caller = roleSession(session)['arn'];
  scene.emit(next(), {
    action,
    by: roleSession(session),
    account: session.account,
    ip,
    agent: browser,
    error: [
      'AccessDenied',
      `User: ${caller} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`,
    ],
    record: fromConsole,
  });
};

/** A working day of one person. */
const workingDay = (scene: Scene, person: Person): void => {
  const { random, emit } = scene;
  const ip = placeOf(scene, person);
  const morning = between(scene, 6.5, 8.5);
  emit(morning, {
    action: 'sso:Authenticate',
    by: portalUser(person.userId),
    account: accounts.management,
    ip,
    agent: browser,
    readOnly: false,
    record: { eventType: 'AwsServiceEvent', serviceEventDetails: { CredentialType: 'PASSWORD,WEBAUTHN' } },
  });
  for (let visit = random.whole(1, 2); visit > 0; visit -= 1) {
    const [account, permissionSet] = random.pick(permissionSets[person.team]);
    const at = Math.max(morning + minute, between(scene, 7, 15.5));
    const session = ssoSession(accounts[account], permissionSet, person.email, at);
    const next = clockFrom(random, at + second, [1, 20]);
    lookAround(scene, person, session, ip, next);
    if (random.chance(0.08)) mistake(scene, session, ip, next);
  }
};

/** People sign in and look at things. */
export const officeDay = (scene: Scene): void => {
  const { day, random, size } = scene;
  for (const person of people.slice(0, size.people))
    if (random.chance(day.isWeekend ? 0.03 : 0.85)) workingDay(scene, person);
};

/** Somebody of a team, with the session and the line for one task. */
export const somebody = (
  scene: Scene,
  team: Person['team'],
  account: keyof typeof accounts,
  permissionSet: string,
  at: number,
) => {
  const person = scene.random.pick(people.slice(0, scene.size.people).filter((one) => one.team === team));
  const ip = scene.random.chance(0.6) ? scene.random.pick(officeAddresses) : homeAddress(person.name);
  const session = ssoSession(accounts[account], permissionSet, person.email, at);
  return { person, ip, session, by: roleSession(session) };
};

/** The ARN of a role of Identity Center. */
export const reservedArn = (account: string, permissionSet: string): string =>
  roleArn(account, reservedRole(account, permissionSet), reservedPath);
