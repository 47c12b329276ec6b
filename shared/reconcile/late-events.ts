import type { JsonObject } from '../events/json.ts';

/** The queue of events, for those that it never got. */
export interface LateEvents {
  /** How many events wait there to be processed, approximately. */
  waiting(): Promise<number>;
  /** Puts a record there, as EventBridge would have. */
  send(record: JsonObject): Promise<void>;
}
