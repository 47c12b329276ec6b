import { call, denied } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

// What the AWS CLI and boto3 report of these systems (kernel release, `distrib#`), and what the tools call themselves. "kali" and
// "parrot" alone would also hit other words. GuardDuty's PenTest:IAMUser findings name the same systems.
const marks = [
  { tool: 'Kali Linux', text: '-kali' },
  { tool: 'Kali Linux', text: '+kali' },
  { tool: 'Kali Linux', text: 'distrib#kali' },
  // In a container the kernel is the host's, and only the distribution tells: `exe/x86_64.kali.2022`.
  { tool: 'Kali Linux', text: '.kali.' },
  { tool: 'Parrot Security', text: 'parrot1' },
  { tool: 'Parrot Security', text: 'distrib#parrot' },
  { tool: 'Parrot Security', text: '.parrot.' },
  { tool: 'Pentoo', text: '-pentoo' },
  { tool: 'Pacu', text: 'Pacu' },
  { tool: 'Pacu', text: 'pacu' },
] as const;

export default defineRule({
  id: 'suspicious-user-agent',
  kind: 'incident',
  severity: 'high',
  on: { anyCall: { userAgent: marks.map(({ text }) => ({ wildcard: `*${text}*` })) } },
  outcome: 'any',
  title: "Call made with an attacker's tool or system",
  why: 'Kali, Parrot and Pentoo are systems for breaking in, Pacu is made to attack AWS. Careless thieves of keys show them.',
  fix: 'Ask whether a penetration test is under way. If not, deactivate the key or revoke the sessions of the role, and read what it called.',
  misses:
    'Everybody who changes the user agent, which the caller chooses; Pacu does so by itself on Kali. Simulators such as Stratus Red Team. Calls that only read, unless the read-only tier is on.',
  falsePositives: 'Announced penetration tests and attack simulations. Engineers who work on Kali.',
  attack: ['T1078.004'],
  messages: {
    used: {
      done: '{actor} called AWS with {tool} from {sourceIp} (first seen: {eventName}).',
      tried:
        '{actor} called AWS with {tool} from {sourceIp} (first seen: {eventName}); the call did not succeed.',
    },
  },

  evaluate(event) {
    const { userAgent } = event;
    if (userAgent === undefined) return [];
    const found = marks.find(({ text }) => userAgent.includes(text));
    if (!found) return [];
    return [
      {
        message: 'used',
        resource: actorArn(event),
        aspect: found.tool,
        data: { tool: found.tool, userAgent },
      },
    ];
  },
});

const kali = 'aws-cli/2.15.0 Python/3.11.6 Linux/6.5.0-kali3-amd64 source/x86_64.kali.2023';

export const examples = (): Example[] => [
  {
    name: 'the AWS CLI on Kali',
    expect: ['used'],
    severity: 'high',
    record: call('ec2:RunInstances', { userAgent: kali }),
  },
  {
    name: 'the AWS CLI in a container of Kali',
    expect: ['used'],
    record: call('ec2:RunInstances', {
      userAgent: 'aws-cli/2.9.1 Python/3.9.11 Linux/5.15.0-1028-aws exe/x86_64.kali.2022 prompt/off',
    }),
  },
  {
    name: 'the AWS CLI in a container of Parrot',
    expect: ['used'],
    record: call('ec2:RunInstances', {
      userAgent: 'aws-cli/2.9.1 Python/3.9.11 Linux/5.15.0-1028-aws exe/x86_64.parrot.6 prompt/off',
    }),
  },
  {
    name: 'boto3 on Parrot',
    expect: ['used'],
    record: call('iam:CreateUser', {
      userAgent: 'Boto3/1.34.0 Python/3.11.2 Linux/6.5.0-1parrot1-amd64 Botocore/1.34.0',
    }),
  },
  ...[
    ['the kernel of Kali', 'Boto3/1.34.0 Python/3.11.6 Linux/6.5.0-kali3-amd64 Botocore/1.34.0'],
    ['the kernel of Kali, in other letters', 'aws-cli/2.31.0 ua/2.1 os/linux#6.5.0+kali3-amd64'],
    ['the distribution Kali', 'aws-cli/2.31.0 ua/2.1 os/linux#6.5.0 md/distrib#kali.2025'],
    ['the distribution Parrot', 'aws-cli/2.31.0 ua/2.1 os/linux#6.5.0 md/distrib#parrot.6'],
    ['the kernel of Pentoo', 'Boto3/1.34.0 Python/3.11.2 Linux/6.5.0-pentoo Botocore/1.34.0'],
    ['Pacu in small letters', 'pacu/1.6.0'],
  ].map(([name = '', userAgent = '']) => ({
    name,
    expect: ['used'],
    record: call('ec2:RunInstances', { userAgent }),
  })),
  {
    name: 'Pacu, refused',
    expect: ['used'],
    severity: 'high',
    record: call('iam:ListUsers', { userAgent: 'Pacu', readOnly: true, error: denied('iam:ListUsers') }),
  },
  { name: 'another Linux', expect: [], record: call('ec2:RunInstances', {}) },
  {
    name: 'a product whose name only contains the letters',
    expect: [],
    record: call('s3:ListBuckets', { userAgent: 'lokalise-sync/2.1 (alkaline)', readOnly: true }),
  },
];
