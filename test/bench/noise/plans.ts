import type { Plan } from './generator/generate.ts';

/** A month of an organisation of 40 people. */
export const month: Plan = {
  from: '2026-06-01',
  days: 30,
  records: 100_000,
  size: { people: 40, deployments: 12, machines: 1 },
  attacked: true,
};

/** The month before, from which the usual is learnt: nobody attacks. */
export const monthBefore: Plan = { ...month, from: '2026-05-02', attacked: false };

/** A week of an organisation of ten people, small enough for every run of the tests. */
export const week: Plan = {
  from: '2026-06-01',
  days: 7,
  records: 3000,
  size: { people: 10, deployments: 3, machines: 0.25 },
  attacked: true,
};

/** As much of it before as the rules remember in most cases. */
export const weeksBefore: Plan = { ...week, from: '2026-05-20', days: 12, records: 5000, attacked: false };
