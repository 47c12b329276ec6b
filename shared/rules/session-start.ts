import type { IamEvent } from '../events/iam-event.ts';
import { objectAt, textAt } from '../events/json.ts';
import { toIsoTime } from '../events/parse-event.ts';

/** When the session that made a call began: ISO 8601, UTC; undefined for long-term keys and for records that do not say. */
export const sessionStartOf = ({ record }: IamEvent): string | undefined => {
  const context = objectAt(objectAt(record, 'userIdentity'), 'sessionContext');
  return toIsoTime(textAt(objectAt(context, 'attributes'), 'creationDate'));
};
