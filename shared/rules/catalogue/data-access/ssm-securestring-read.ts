import { call, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { booleanAt, textAt, textsAt } from '../../../events/json.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isNewlyMet } from '../../newly-met.ts';

const threshold = 30;

const namesIn = ({ request }: IamEvent): readonly string[] =>
  [textAt(request, 'name'), ...textsAt(request, 'names')].filter((name) => name !== undefined);

const isDecrypted = ({ request }: IamEvent): boolean => booleanAt(request, 'withDecryption') === true;

const takesAll = (event: IamEvent): boolean =>
  isDecrypted(event) &&
  textAt(event.request, 'path') === '/' &&
  booleanAt(event.request, 'recursive') === true;

export default defineRule({
  id: 'ssm-securestring-read',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'] },
  serviceInitiated: 'skip',
  title: 'Many parameters read decrypted',
  why: 'Parameters of the type SecureString are passwords and keys. A program reads its own; thirty different ones in ten minutes, or all of them at once, are a collection.',
  fix: 'Ask who ran it. If nobody did, take the credentials away and change what was read.',
  misses:
    'Fewer than 30 parameters in ten minutes. Those below a path, which are read in one call and not named. Which of the parameters are secret: the events do not say.',
  falsePositives: 'Deployments and programs that load all their parameters by name when they start.',
  attack: ['T1552', 'T1555', 'T1119'],
  messages: {
    collected: '{actor} read {count} different parameters decrypted within ten minutes.',
    all: '{actor} read all parameters of {region} decrypted.',
  },

  history: (event) =>
    isDecrypted(event)
      ? namesIn(event).map((distinct) => ({
          kind: 'count' as const,
          key: event.actor.key,
          withinMinutes: 10,
          threshold,
          distinct,
        }))
      : [],

  evaluate(event, { history }) {
    const resource = actorArn(event);
    if (takesAll(event))
      return [{ message: 'all', severity: 'medium', resource, aspect: event.region, data: {} }];
    const met = history.find(isNewlyMet);
    return met ? [{ message: 'collected', resource, data: { count: met.count } }] : [];
  },
});

const read = (batch: number, over: object = {}) =>
  call('ssm:GetParameters', {
    by: role('batch', 'job'),
    request: {
      names: Array.from({ length: 10 }, (_, index) => `/app/${batch}/${index}`),
      withDecryption: true,
    },
    readOnly: true,
    time: `2026-03-04T05:0${batch}:00Z`,
    ...over,
  });
const plain = { request: { names: ['/app/x'], withDecryption: false } };

export const examples = (): Example[] => [
  {
    name: 'three times ten',
    expect: ['collected'],
    severity: 'low',
    before: [read(0), read(1)],
    record: read(2),
  },
  {
    name: 'everything below the root',
    expect: ['all'],
    severity: 'medium',
    record: call('ssm:GetParametersByPath', {
      request: { path: '/', recursive: true, withDecryption: true },
      readOnly: true,
    }),
  },
  { name: 'the same ones again', expect: [], before: [read(0), read(1), read(1)], record: read(0) },
  { name: 'more after thirty', expect: [], before: [read(0), read(1), read(2)], record: read(3) },
  { name: 'not decrypted', expect: [], before: [read(0), read(1)], record: read(2, plain) },
  {
    name: 'what is below an application’s path',
    expect: [],
    record: call('ssm:GetParametersByPath', {
      request: { path: '/app', recursive: true, withDecryption: true },
      readOnly: true,
    }),
  },
];
