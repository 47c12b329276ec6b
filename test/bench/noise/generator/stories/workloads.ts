import { type AccountName, accounts } from '../organization.ts';
import type { Random } from '../random.ts';
import type { Emit } from '../record.ts';
import { hour } from '../scene.ts';

/** Something that happens all the time: some calls at a moment. */
export type Chatter = (at: number, random: Random, emit: Emit) => void;

export const workloads: readonly AccountName[] = ['dev', 'staging', 'prod', 'prod', 'prod', 'data'];
export const someAccount = (random: Random): string => accounts[random.pick(workloads)];

export const services = ['orders', 'billing', 'catalog', 'search', 'mail', 'reports', 'gateway', 'login'];

/** Sessions last for some hours: their beginning is the same for all calls of that time. */
export const sinceOf = (at: number, hours: number): number => Math.floor(at / (hours * hour)) * hours * hour;

export const functionName = (random: Random): string =>
  `${random.pick(services)}-${random.pick(['api', 'worker'])}`;
