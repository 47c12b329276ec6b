import { matchesPattern } from './match-pattern.ts';
import { limitsCaller, operatorOf, shutsOutOthers } from './narrowing.ts';
import type { Condition, Policy, Scope, Statement } from './policy.ts';
import { namesEveryone } from './trust.ts';

/** A mount target is reachable from its VPC only ("Blocking public access to file systems", Amazon EFS User Guide). */
const asksMountTarget = (condition: Condition): boolean =>
  condition.key.toLowerCase() === 'elasticfilesystem:accessedviamounttarget' &&
  operatorOf(condition).base === 'bool' &&
  condition.values.every((value) => value.toLowerCase() === 'true');

const isPublic = (statement: Statement): boolean =>
  statement.effect === 'Allow' &&
  namesEveryone(statement) &&
  !statement.conditions.some((condition) => limitsCaller(condition) || asksMountTarget(condition));

/** Whether every pattern of one element lies within a pattern of the other. What is said by exclusion is not compared. */
const isWithin = (inner: Scope, outer: Scope): boolean =>
  !inner.except &&
  !outer.except &&
  inner.patterns.every((pattern) =>
    outer.patterns.some((wider) => matchesPattern(wider.toLowerCase(), pattern.toLowerCase())),
  );

/** A Deny for all but somebody in particular takes back what an Allow gave to everybody. */
const takesBack = (denial: Statement, allowed: Statement): boolean =>
  denial.effect === 'Deny' &&
  namesEveryone(denial) &&
  !denial.principals.except &&
  denial.conditions.length > 0 &&
  denial.conditions.every(shutsOutOthers) &&
  isWithin(allowed.actions, denial.actions) &&
  isWithin(allowed.resources, denial.resources);

/**
 * The statements of a resource policy that let in everybody: any AWS principal of any account, mostly also callers without any. Each
 * statement is judged by itself; a condition on anything but who calls or from where (TLS, a tag, a protocol) does not close it. Looks
 * at the document alone: Block Public Access of S3 and policies of the organization may forbid it all the same.
 */
export const publicStatements = ({ statements }: Policy): readonly Statement[] =>
  statements.filter(
    (statement) => isPublic(statement) && !statements.some((other) => takesBack(other, statement)),
  );
