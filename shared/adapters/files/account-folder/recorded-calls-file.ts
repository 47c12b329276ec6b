import type { RecordedCall } from '../../../account/snapshot-logging.ts';
import { parseRecord, UnparsableRecordError } from '../../../events/parse-event.ts';
import { type Unwrapped, unwrap } from '../../../events/unwrap.ts';
import { BadShapeError } from './shape.ts';

const callOf = (found: Unwrapped, readAt: string): RecordedCall => {
  if (found.kind !== 'record')
    throw new BadShapeError(
      found.position,
      found.kind === 'unreadable' ? found.cause : `${found.what}, which holds no records`,
    );
  try {
    const { action, time, actor } = parseRecord(found.value, { receivedAt: found.wrapperTime ?? readAt });
    return { action, time, actorKey: actor.key, actor: actor.roleArn ?? actor.arn ?? actor.label };
  } catch (error) {
    if (error instanceof UnparsableRecordError) throw new BadShapeError(found.position, error.message);
    throw error;
  }
};

/** `aws cloudtrail lookup-events`, or a log file of a trail. */
export const readRecordedCalls = (json: unknown, readAt: string): readonly RecordedCall[] =>
  [...unwrap(json)].map((found) => callOf(found, readAt));
