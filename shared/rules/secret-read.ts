import type { IamEvent } from '../events/iam-event.ts';
import { textAt } from '../events/json.ts';
import { refusedArnOf } from './resource-arn.ts';

/**
 * Name of the secret that a call of Secrets Manager reads, the same whether the caller gave its name or its ARN, to which six random
 * characters are appended. Undefined when a refused call names none.
 */
export const secretOf = (event: IamEvent): string | undefined => {
  const given = textAt(event.request, 'secretId') ?? refusedArnOf(event);
  const name = given === undefined ? undefined : /^arn:.*?:secret:(.+)$/.exec(given)?.[1];
  return name?.replace(/-[A-Za-z0-9]{6}$/, '') ?? given;
};
