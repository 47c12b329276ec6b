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

/** The one of them that holds an event, as it is noted. */
export const partitionOfEvent = (request: HistoryRequest, { id }: NotedEvent): string =>
  windowPartition(request, numberOf(id, windowShards));

/** The one of them that holds the marks of all its events: there is about one mark in a window's length. */
export const partitionOfMarks = (request: HistoryRequest): string => windowPartition(request, 0);

/** What lies in a window: events, answers, and marks of the events that met it when no other near them had. */
type RowKind = 'E' | 'A' | 'M';

export const sortKeyOf = (kind: RowKind, event: NotedEvent): string =>
  `${kind}#${event.time}#${rowIdOf(event)}`;

/** Two times, ISO 8601, both included. */
export interface Reach {
  readonly from: string;
  readonly to: string;
}

/** The sort keys of one kind between two times. */
export const sortKeysIn = (kind: RowKind, { from, to }: Reach): [string, string] => [
  `${kind}#${from}#`,
  // Behind every character that a row id has.
  `${kind}#${to}#~`,
];

/** The partition of a first-seen key; its sort key is the day. */
export const sightingPartition = (request: HistoryRequest): string =>
  `S#${request.accountId}#${request.ruleId}#${hashOf(windowKeyOf(request))}`;

/** The partition that says since when the rules of an account have a history; its sort key is the rule's id. */
export const beginningPartition = (accountId: string): string => `SINCE#${accountId}`;

/** Names the item that holds the answer to an event of a window. */
export const answerKeyOf = (request: HistoryRequest, event: NotedEvent): string =>
  `${partitionOfEvent(request, event)} ${sortKeyOf('A', event)}`;
