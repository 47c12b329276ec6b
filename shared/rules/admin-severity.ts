import type { AdminGrant } from '../policy/admin-grant.ts';
import { lowered, type Severity } from './severity.ts';

/** How bad it is that a document grants this: control of the account is critical, a step towards it high; a condition takes one level off. */
export const severityOfGrant = ({ kind, conditional }: AdminGrant): Severity => {
  const severity = kind === 'everything' || kind === 'iam' ? 'critical' : 'high';
  return conditional ? lowered(severity) : severity;
};
