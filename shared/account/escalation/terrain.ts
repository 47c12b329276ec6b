import type { AccountHolder } from './account-holders.ts';
import { type RoleTrust, roleTrustOf } from './role-trust.ts';

/** The users and roles of an account, sorted by what paths ask of them. Numbers are positions among the holders. */
export interface Terrain {
  readonly holders: readonly AccountHolder[];
  /** By position; absent for users and for roles whose trust policy could not be read. */
  readonly trusts: readonly (RoleTrust | undefined)[];
  readonly users: readonly number[];
  readonly roles: readonly number[];
  /** Roles that trust a service. */
  readonly rolesOfService: ReadonlyMap<string, readonly number[]>;
  /** Roles that let in whoever of the account may assume them. */
  readonly rolesOfAccount: readonly number[];
  /** Roles that name a user or role, and those whose conditions may tell callers apart: to be asked for each holder. */
  readonly rolesNaming: ReadonlyMap<string, readonly number[]>;
  readonly rolesWithConditions: readonly number[];
  /** The time at which it is asked, ISO 8601. */
  readonly at: string;
}

const add = (lists: Map<string, number[]>, key: string, index: number): void => {
  const list = lists.get(key) ?? [];
  list.push(index);
  lists.set(key, list);
};

/** Sorts the roles by whom they let in. */
const sortRoles = (trusts: readonly (RoleTrust | undefined)[]) => {
  const rolesOfService = new Map<string, number[]>();
  const rolesNaming = new Map<string, number[]>();
  const rolesOfAccount: number[] = [];
  const rolesWithConditions: number[] = [];
  const sortOne = ({ services, wholeAccount, isConditional, named }: RoleTrust, index: number): void => {
    for (const service of services) add(rolesOfService, service, index);
    for (const arn of wholeAccount ? [] : named) add(rolesNaming, arn, index);
    if (wholeAccount) (isConditional ? rolesWithConditions : rolesOfAccount).push(index);
  };
  trusts.forEach((trust, index) => {
    if (trust !== undefined) sortOne(trust, index);
  });
  return { rolesOfService, rolesNaming, rolesOfAccount, rolesWithConditions };
};

/** Sorts the holders of an account. */
export const terrainOf = (holders: readonly AccountHolder[], at: string): Terrain => {
  const trusts = holders.map(({ trust, compiled }) => trust && roleTrustOf(trust, compiled.holder.account));
  const ofType = (type: string): readonly number[] =>
    holders.flatMap(({ compiled }, index) => (compiled.holder.type === type ? [index] : []));
  return { holders, trusts, users: ofType('user'), roles: ofType('role'), ...sortRoles(trusts), at };
};
