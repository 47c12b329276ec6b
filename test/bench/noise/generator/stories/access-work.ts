import { iamUser, keyOf, longTermKey, roleArn, roleSession, root, type Session } from '../identity.ts';
import { accounts, officeAddresses } from '../organization.ts';
import { inWords } from '../record.ts';
import { between, clockFrom } from '../scene.ts';
import { byHand, type Task } from './by-hand.ts';
import { browser, cli, somebody } from './people.ts';

const legacyUsers = [
  ['shared', 'legacy-ci'],
  ['data', 'analyst-tool'],
  ['shared', 'backup-onprem'],
] as const;

/** How often the keys of the legacy users have been changed: once in 30 days, each on another day. */
export const rotationsOf = (user: string, dayNumber: number): number =>
  Math.floor((dayNumber + 7 * legacyUsers.findIndex(([, name]) => name === user)) / 30);

/** Keys of programs outside AWS are changed by hand: a new one, the old one off, then deleted. */
export const rotateKeys: Task = (scene) => {
  const { day } = scene;
  for (const [account, userName] of legacyUsers) {
    const count = rotationsOf(userName, day.number);
    if (count === rotationsOf(userName, day.number - 1)) continue;
    const [old, fresh] = [count - 1, count].map((keys) => longTermKey(accounts[account], userName, keys));
    byHand(
      scene,
      ['platform', account, 'AdministratorAccess'],
      [
        {
          action: 'iam:CreateAccessKey',
          request: { userName },
          response: {
            accessKey: { userName, accessKeyId: fresh, status: 'Active', createDate: inWords(day.start) },
          },
        },
        { action: 'iam:UpdateAccessKey', request: { userName, accessKeyId: old, status: 'Inactive' } },
        { action: 'iam:DeleteAccessKey', request: { userName, accessKeyId: old } },
      ],
    );
  }
};

/** Somebody joins. */
export const onboard: Task = (scene) => {
  const { random } = scene;
  const identityStoreId = 'd-9967123456';
  byHand(
    scene,
    ['platform', 'management', 'IdentityAdmin'],
    [
      {
        action: 'sso-directory:CreateUser',
        request: { identityStoreId, userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
        response: { user: { userId: random.uuid() } },
      },
      {
        action: 'sso-directory:AddMemberToGroup',
        request: { identityStoreId, groupId: random.uuid(), member: { memberId: random.uuid() } },
      },
      {
        action: 'sso:CreateAccountAssignment',
        request: {
          instanceArn: 'arn:aws:sso:::instance/ssoins-6987c7fb04cf7a51',
          permissionSetArn: 'arn:aws:sso:::permissionSet/ssoins-6987c7fb04cf7a51/ps-developer',
          principalId: random.uuid(),
          principalType: 'GROUP',
          targetId: accounts.dev,
          targetType: 'AWS_ACCOUNT',
        },
      },
    ],
  );
};

/** Somebody leaves. */
export const offboard: Task = (scene) => {
  const identityStoreId = 'd-9967123456';
  byHand(
    scene,
    ['platform', 'management', 'IdentityAdmin'],
    [
      {
        action: 'sso-directory:RemoveMemberFromGroup',
        request: { identityStoreId, groupId: scene.random.uuid() },
      },
      { action: 'sso-directory:DeleteUser', request: { identityStoreId, userId: scene.random.uuid() } },
    ],
  );
};

/** Once a month somebody tries whether the emergency role still works. */
export const breakGlassDrill: Task = (scene) => {
  const at = between(scene, 8, 9);
  const { session, ip, by } = somebody(scene, 'platform', 'shared', 'AdministratorAccess', at);
  const target: Session = {
    account: accounts.prod,
    role: 'break-glass',
    session: session.session,
    since: at,
  };
  const next = clockFrom(scene.random, at, [5, 30]);
  scene.emit(next(), {
    action: 'sts:AssumeRole',
    by,
    account: accounts.prod,
    ip,
    agent: cli,
    request: { roleArn: roleArn(accounts.prod, 'break-glass'), roleSessionName: session.session },
    response: { credentials: { accessKeyId: keyOf(target) } },
  });
  scene.emit(next(), {
    action: 'sts:GetCallerIdentity',
    by: roleSession(target),
    account: accounts.prod,
    ip,
    agent: cli,
  });
};

/** A task that only root can do, in the management account, with its hardware key. */
export const rootTask: Task = (scene) => {
  const next = clockFrom(scene.random, between(scene, 9, 10), [20, 60]);
  const common = {
    by: root(accounts.management),
    account: accounts.management,
    ip: officeAddresses[0],
    agent: browser,
  };
  scene.emit(next(), {
    ...common,
    action: 'signin:ConsoleLogin',
    region: 'us-east-1',
    readOnly: false,
    response: { ConsoleLogin: 'Success' },
    more: { LoginTo: 'https://console.aws.amazon.com/console/home', MobileVersion: 'No', MFAUsed: 'Yes' },
    record: { eventType: 'AwsConsoleSignIn' },
  });
  scene.emit(next(), {
    ...common,
    action: 'billingconsole:GetAccountPreferences',
    region: 'us-east-1',
    record: { sessionCredentialFromConsole: 'true' },
  });
};

/** The old console user of finance, with password and MFA; types the password wrong now and then. */
export const consoleUser: Task = (scene) => {
  const next = clockFrom(scene.random, between(scene, 8, 12), [10, 30]);
  const account = accounts.management;
  const by = { ...iamUser(account, 'invoice-reader'), accessKeyId: '' };
  const common = {
    by,
    account,
    ip: officeAddresses[1],
    agent: browser,
    readOnly: false,
    record: { eventType: 'AwsConsoleSignIn' },
  };
  const more = {
    LoginTo: 'https://console.aws.amazon.com/console/home',
    MobileVersion: 'No',
    MFAUsed: 'Yes',
  };
  if (scene.random.chance(0.25))
    scene.emit(next(), {
      ...common,
      action: 'signin:ConsoleLogin',
      response: { ConsoleLogin: 'Failure' },
      more: { ...more, MFAUsed: 'No' },
      record: { eventType: 'AwsConsoleSignIn', errorMessage: 'Failed authentication' },
    });
  scene.emit(next(), {
    ...common,
    action: 'signin:ConsoleLogin',
    response: { ConsoleLogin: 'Success' },
    more,
  });
};
