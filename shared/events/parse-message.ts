import type { IamEvent } from './iam-event.ts';
import { parseRecord, UnparsableRecordError } from './parse-event.ts';
import { unwrap } from './unwrap.ts';

/**
 * The events in the body of a queue message: usually one, as EventBridge delivers it.
 *
 * @param receivedAt when the queue took the message, ISO 8601
 * @throws UnparsableRecordError when anything in it is no CloudTrail record, with its place and cause
 */
export const parseMessage = (body: string, receivedAt: string): readonly IamEvent[] => {
  const found = [...unwrap(body)];
  const problems = found.flatMap((one) =>
    one.kind === 'record'
      ? []
      : [`${one.position || 'message'}: ${one.kind === 'unreadable' ? one.cause : one.what}`],
  );
  if (problems.length > 0) throw new UnparsableRecordError(problems.join('; '));
  return found.flatMap((one) =>
    one.kind === 'record' ? [parseRecord(one.value, { wrapperTime: one.wrapperTime, receivedAt })] : [],
  );
};
