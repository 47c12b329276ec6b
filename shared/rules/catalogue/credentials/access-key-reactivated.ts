import { foundIn, type KnownAnswer } from '../../../account/lookup.ts';
import { call, denied, root, user } from '../../../events/example.ts';
import type { IamEvent, JsonObject } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example, type ExampleLookups } from '../../define-rule.ts';

const dormantDays = 90;
const millisOfDay = 86_400_000;

/** The key that a call switches on; undefined when it switches it off, or when a refusal does not say. */
const activatedKeyOf = ({ request }: IamEvent): string | undefined =>
  textAt(request, 'status') === 'Active' ? textAt(request, 'accessKeyId') : undefined;

/** Days since the key was last used, or made if it never was; undefined when neither could be read. */
const idleDays = (time: string, accessKeyId: string, lookups: readonly KnownAnswer[]): number | undefined => {
  const made = foundIn(lookups, 'access-keys')?.find(({ id }) => id === accessKeyId)?.createdAt;
  const since = foundIn(lookups, 'access-key-last-used')?.lastUsedAt ?? made;
  const days = since === undefined ? Number.NaN : (Date.parse(time) - Date.parse(since)) / millisOfDay;
  return Number.isNaN(days) ? undefined : Math.floor(days);
};

export default defineRule({
  id: 'access-key-reactivated',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['iam:UpdateAccessKey'] },
  title: 'Access key switched on again',
  why: 'Old keys that were switched off lie in forgotten files, and whoever has one needs only this call to use it. A key nobody used for months is one nobody will miss when it is abused.',
  fix: 'Ask the owner what the old key is for. Switch it off again, delete it, and make a new one if one is needed.',
  misses:
    'Refused attempts: the record does not say whether the key was to be switched on. Keys that were never switched off (dormant-access-key-used).',
  falsePositives: 'A rotation that broke something and is taken back.',
  attack: ['T1098.001'],
  messages: {
    reactivated: '{actor} switched on the access key {accessKeyId} of {user} from {sourceIp}.',
    dormant:
      '{actor} switched on the access key {accessKeyId} of {user} from {sourceIp}, which had not been used for {days} days.',
  },
  undo: {
    reactivated:
      'aws iam update-access-key --user-name {user} --access-key-id {accessKeyId} --status Inactive',
    dormant: 'aws iam update-access-key --user-name {user} --access-key-id {accessKeyId} --status Inactive',
  },

  lookups(event) {
    const id = activatedKeyOf(event);
    const { user, whose } = affectedUserOf(event);
    if (id === undefined || whose === 'root' || whose === 'unknown') return [];
    return [
      { kind: 'access-key-last-used', id, optional: true },
      { kind: 'access-keys', id: user, optional: true },
    ];
  },

  evaluate(event, { lookups }) {
    const accessKeyId = activatedKeyOf(event);
    if (accessKeyId === undefined) return [];
    const { user, resource } = affectedUserOf(event);
    const days = idleDays(event.time, accessKeyId, lookups);
    const found = { resource, aspect: accessKeyId, data: { user, accessKeyId } };
    return days !== undefined && days > dormantDays
      ? [{ ...found, message: 'dormant', severity: 'high', data: { ...found.data, days } }]
      : [{ ...found, message: 'reactivated' }];
  },
});

export const examples = (): Example[] => {
  const id = 'AKIAIOSFODNN7EXAMPLE';
  const update = (status: string, over: JsonObject = {}) =>
    call('iam:UpdateAccessKey', {
      by: user('bob'),
      request: { userName: 'alice', accessKeyId: id, status },
      ...over,
    });
  const known = (createdAt: string, lastUsedAt?: string): ExampleLookups => ({
    'access-keys': { alice: [{ id, status: 'Active', createdAt }] },
    'access-key-last-used': {
      [id]: { userName: 'alice', ...(lastUsedAt === undefined ? {} : { lastUsedAt }) },
    },
  });
  return [
    {
      name: 'not used for three months',
      expect: ['dormant'],
      severity: 'high',
      lookups: known('2024-01-01T00:00:00.000Z', '2025-11-01T00:00:00.000Z'),
      record: update('Active'),
    },
    {
      name: 'old and never used',
      expect: ['dormant'],
      lookups: known('2024-01-01T00:00:00.000Z'),
      record: update('Active'),
    },
    {
      name: 'used last week',
      expect: ['reactivated'],
      severity: 'low',
      lookups: known('2024-01-01T00:00:00.000Z', '2026-02-25T00:00:00.000Z'),
      record: update('Active'),
    },
    {
      name: 'the account could not be asked',
      expect: ['reactivated'],
      severity: 'low',
      undecided: 'unavailable',
      record: update('Active'),
    },
    {
      name: "root's",
      expect: ['reactivated'],
      record: update('Active', { by: root(), request: { accessKeyId: id, status: 'Active' } }),
    },
    { name: 'switched off', expect: [], record: update('Inactive') },
    {
      name: 'refused: what was asked for is not logged',
      expect: [],
      record: call('iam:UpdateAccessKey', { error: denied('iam:UpdateAccessKey', 'user alice') }),
    },
  ];
};
