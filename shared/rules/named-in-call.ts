import type { IamEvent } from '../events/iam-event.ts';
import { accountArn } from '../events/target.ts';
import { findText } from './find-text.ts';
import { refusedArnOf } from './resource-arn.ts';

/** A field that names something, with what makes an ARN of a bare name. */
export type NamingField = string | readonly [field: string, toArn: (name: string) => string];

/**
 * The ARN of what a call names in the first of these fields that it has, at any depth of its request or else of its answer; then what
 * AWS's refusal names; then that of the account.
 */
export const namedInCall = (event: IamEvent, ...fields: readonly NamingField[]): string => {
  for (const naming of fields) {
    const [field, toArn] = typeof naming === 'string' ? [naming] : naming;
    const name = findText(event.request, field) ?? findText(event.response, field);
    if (name?.startsWith('arn:')) return name;
    if (name !== undefined && toArn) return toArn(name);
  }
  return refusedArnOf(event) ?? accountArn(event);
};

/** Whether AWS refused the call and CloudTrail logged no parameters but these: what it would have changed then cannot be told. */
export const isUnloggedRefusal = ({ outcome, request }: IamEvent, ...inPath: readonly string[]): boolean =>
  outcome === 'denied' && Object.keys(request).every((field) => inPath.includes(field));
