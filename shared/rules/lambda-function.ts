import type { IamEvent } from '../events/iam-event.ts';
import { textAt } from '../events/json.ts';
import { accountArn } from '../events/target.ts';
import { refusedArnOf, regionalArn } from './resource-arn.ts';

/** `orders`, `orders:live`, `111122223333:function:orders`, `arn:aws:lambda:REGION:ACCOUNT:function:orders:live` → `orders`. */
const nameIn = (given: string): string => {
  const parts = given.split(':');
  const at = parts.indexOf('function');
  return (at < 0 ? parts[0] : parts[at + 1]) ?? given;
};

/** ARN, without version or alias, of the function that a call of Lambda is about; the account's when a refused call names none. */
export const functionOf = (event: IamEvent): string => {
  const given = textAt(event.request, 'functionName');
  if (given === undefined) return refusedArnOf(event) ?? accountArn(event);
  const own = regionalArn(event, 'lambda', `function:${nameIn(given)}`);
  // The ARN of a function of another account or region names that one.
  return given.startsWith('arn:') ? [...given.split(':').slice(0, 6), nameIn(given)].join(':') : own;
};
