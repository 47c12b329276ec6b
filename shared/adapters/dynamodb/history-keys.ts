import { createHash } from 'node:crypto';
import type { HistoryRequest } from '../../history/event-history.ts';
import type { NotedEvent } from '../../history/window.ts';
import { windowKeyOf } from '../../history/window-key.ts';

// Key design and the questions it answers: docs/adr/0011-event-history.md.

/** Partitions of one window: the events of a busy actor are spread over them. */
const windowShards = 4;

/** 18 bytes of a SHA-256 as text: keys are made from what an attacker may choose, so they are of one length and one alphabet. */
const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest().subarray(0, 18).toString('base64url');

const numberOf = (text: string, shards: number): number =>
  createHash('sha256').update(text).digest().readUInt16BE(0) % shards;

/** Names a noted event within its window: an event may be noted there with several values. */
export const rowIdOf = ({ id, value }: Pick<NotedEvent, 'id' | 'value'>): string =>
  hashOf(JSON.stringify(value === undefined ? [id] : [id, value])).slice(0, 12);

const windowPartition = (request: HistoryRequest, shard: number): string =>
  `W#${request.accountId}#${request.ruleId}#${hashOf(windowKeyOf(request))}#${shard}`;

/** All partitions of the window of a need. */
export const windowPartitions = (request: HistoryRequest): readonly string[] =>
  Array.from({ length: windowShards }, (_, shard) => windowPartition(request, shard));

/** The one of them that holds the event of the request. */
export const partitionOfEvent = (request: HistoryRequest): string =>
  windowPartition(request, numberOf(request.event.id, windowShards));

export const rowSortKey = (event: NotedEvent): string => `E#${event.time}#${rowIdOf(event)}`;
export const answerSortKey = (event: NotedEvent): string => `A#${event.time}#${rowIdOf(event)}`;

/** The sort keys of all events between two times, both included. */
export const rowRange = ({ from, to }: { readonly from: string; readonly to: string }): [string, string] => [
  `E#${from}#`,
  // Behind every character that a row id has.
  `E#${to}#~`,
];

/** The partition of a first-seen key; its sort key is the day. */
export const sightingPartition = (request: HistoryRequest): string =>
  `S#${request.accountId}#${request.ruleId}#${hashOf(windowKeyOf(request))}`;

/** The partition that says since when the rules of an account have a history; its sort key is the rule's id. */
export const beginningPartition = (accountId: string): string => `SINCE#${accountId}`;
