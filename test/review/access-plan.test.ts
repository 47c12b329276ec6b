import { expect, it } from 'vitest';
import { daysAgo, exampleAt, role, user } from '../../shared/account/example.ts';
import type { AuthorizationDetails, RoleDetail } from '../../shared/account/snapshot-identities.ts';
import { accessPlan } from '../../shared/review/access-plan.ts';
import { criteriaOf } from '../../shared/review/criteria.ts';

const at = Date.parse(exampleAt);
const day = 86_400_000;
const admin = { name: 'AdministratorAccess', arn: 'arn:aws:iam::aws:policy/AdministratorAccess' };
const used = (name: string, over: Partial<RoleDetail> = {}): RoleDetail =>
  role(name, { createdAt: daysAgo(400), lastUsedAt: daysAgo(1), ...over });

const plan = (
  details: Partial<AuthorizationDetails>,
  { nights = 1, on = at, known = new Map<string, string>() } = {},
): readonly string[] =>
  accessPlan({
    details: { users: [], groups: [], roles: [], policies: [], ...details },
    known,
    criteria: criteriaOf(),
    at: on,
    nights,
  }).map((arn) => arn.slice(arn.lastIndexOf('/') + 1));

it('asks about users, and about roles of which a check would ask', () => {
  const { lastUsedAt: _, ...unused } = used('unused');
  const roles = [
    used('old'),
    used('young', { createdAt: daysAgo(30) }),
    used('linked', { path: '/aws-service-role/x.amazonaws.com/' }),
    unused,
  ];
  expect([...plan({ users: [user('kim')], roles })].sort()).toEqual(['kim', 'old']);
});

it('asks about everybody once in the nights, and about each in one of them', () => {
  const roles = Array.from({ length: 200 }, (_, index) => used(`role-${index}`));
  const nights = Array.from({ length: 7 }, (_, night) =>
    plan({ roles }, { nights: 7, on: at + night * day }),
  );
  expect(nights.flat().sort()).toEqual(roles.map(({ name }) => name).sort());
  for (const night of nights) expect(night.length).toBeLessThan(60);
});

it('asks about administrators first and every night', () => {
  const roles = Array.from({ length: 50 }, (_, index) => used(`role-${index}`));
  const boss = used('zz-boss', { attachedPolicies: [admin] });
  for (const night of [0, 1, 2, 3, 4, 5, 6])
    expect(plan({ roles: [...roles, boss] }, { nights: 7, on: at + night * day })[0]).toBe('zz-boss');
});

it('asks first about those who were not asked about for longest', () => {
  const roles = ['a', 'b', 'c'].map((name) => used(name));
  const known = new Map([
    [roles[0]?.arn ?? '', '2026-03-03T00:00:00Z'],
    [roles[1]?.arn ?? '', '2026-03-01T00:00:00Z'],
  ]);
  expect(plan({ roles }, { known })).toEqual(['c', 'b', 'a']);
});
