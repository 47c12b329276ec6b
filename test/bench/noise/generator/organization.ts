import { randomOf } from './random.ts';

/** Accounts of the imaginary organisation, by their names. */
export const accounts = {
  management: '310000000010',
  security: '310000000021',
  logs: '310000000032',
  shared: '310000000043',
  dev: '310000000054',
  staging: '310000000065',
  prod: '310000000076',
  data: '310000000087',
  sandbox: '310000000098',
} as const;

export type AccountName = keyof typeof accounts;

/** The vendor that monitors the infrastructure, and its account. */
export const vendorAccount = '464600001111';

/** Where most work is done; the second is for recovery. */
export const regions = ['eu-central-1', 'eu-west-1'] as const;

// Networks of documentation and of benchmarks (RFC 5737, RFC 2544): no real person or company is in them.
/** Lines of the offices. */
export const officeAddresses = ['203.0.113.10', '203.0.113.11', '203.0.113.74'] as const;
export const vpnAddresses = ['198.51.100.20', '198.51.100.21'] as const;

const inBenchmarkNetwork = (name: string, third: readonly [number, number]): string => {
  const random = randomOf(`address of ${name}`);
  return `198.${random.pick([18, 19])}.${random.whole(third[0], third[1])}.${random.whole(1, 254)}`;
};

/** The line of somebody's home. */
export const homeAddress = (person: string): string => inBenchmarkNetwork(person, [0, 99]);
/** A hotel, a train, a phone: `trip` tells them apart. */
export const travelAddress = (person: string, trip: number): string =>
  inBenchmarkNetwork(`${person} on trip ${trip}`, [100, 149]);
/** A hosted runner: another one for each job. */
export const runnerAddress = (job: string): string => inBenchmarkNetwork(`runner of ${job}`, [150, 219]);
/** The NAT gateways of an account. */
export const natAddress = (account: string): string => inBenchmarkNetwork(`NAT of ${account}`, [220, 255]);

/** What somebody does for a living. */
export type Team = 'platform' | 'backend' | 'data' | 'security' | 'support' | 'finance';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly team: Team;
  /** UUID of the identity store. */
  readonly userId: string;
}

const firstNames = [
  'ada',
  'ben',
  'chiara',
  'dario',
  'elif',
  'finn',
  'grace',
  'hana',
  'ivan',
  'jana',
  'kofi',
  'lea',
  'mina',
  'noah',
  'olga',
  'pavel',
  'quentin',
  'rosa',
  'sven',
  'tara',
  'umut',
  'vera',
  'wim',
  'xenia',
  'yuna',
  'zoe',
  'amir',
  'bea',
  'carlos',
  'dana',
  'emil',
  'fatima',
  'gustav',
  'helen',
  'igor',
  'jun',
  'karin',
  'luca',
  'maria',
  'nils',
];

const teams: readonly Team[] = [
  'platform',
  'backend',
  'backend',
  'backend',
  'data',
  'backend',
  'support',
  'security',
  'backend',
  'finance',
];

const person = (name: string, index: number): Person => ({
  name,
  email: `${name}@example.com`,
  team: teams[index % teams.length] ?? 'backend',
  userId: randomOf(`user id of ${name}`).uuid(),
});

/** Everybody who signs in, in an order that mixes the teams. */
export const people: readonly Person[] = firstNames.map(person);

/** What a team may do where: permission sets by account. */
export const permissionSets: Readonly<Record<Team, readonly (readonly [AccountName, string])[]>> = {
  platform: [
    ['dev', 'AdministratorAccess'],
    ['staging', 'AdministratorAccess'],
    ['prod', 'PlatformOperator'],
    ['shared', 'AdministratorAccess'],
    ['management', 'ReadOnlyAccess'],
  ],
  backend: [
    ['dev', 'Developer'],
    ['dev', 'Developer'],
    ['staging', 'Developer'],
    ['prod', 'ReadOnlyAccess'],
    ['sandbox', 'AdministratorAccess'],
  ],
  data: [
    ['data', 'DataEngineer'],
    ['data', 'DataEngineer'],
    ['dev', 'Developer'],
  ],
  security: [
    ['security', 'SecurityAudit'],
    ['prod', 'SecurityAudit'],
    ['management', 'SecurityAudit'],
  ],
  support: [['prod', 'SupportReadOnly']],
  finance: [['management', 'Billing']],
};
