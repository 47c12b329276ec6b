import { booleanAt, isObject, type JsonObject, listAt, textAt, textsAt } from '../events/json.ts';

/**
 * What of the management events a trail no longer logs.
 *
 * - `everything`, `writes`, `reads`: these events.
 * - `some`: events that a filter on source, name, identity or the like leaves out.
 * - `sources`: those of KMS or RDS Data, which basic selectors may exclude to save cost.
 * - `unknown`: the selectors were not logged.
 */
export type LoggingGap = 'everything' | 'writes' | 'reads' | 'some' | 'sources' | 'unknown';

interface Coverage {
  readonly reads: boolean;
  readonly writes: boolean;
  /** What it leaves out of the events that it covers. */
  readonly except: 'some' | 'sources' | undefined;
}

const nothing: Coverage = { reads: false, writes: false, except: undefined };

const basicCoverage = (selector: JsonObject): Coverage => {
  // Both default to logging: includeManagementEvents true, readWriteType All (EventSelector, CloudTrail API Reference).
  if (booleanAt(selector, 'includeManagementEvents') === false) return nothing;
  const type = textAt(selector, 'readWriteType') ?? 'All';
  return {
    reads: type !== 'WriteOnly',
    writes: type !== 'ReadOnly',
    except: textsAt(selector, 'excludeManagementEventSources').length > 0 ? 'sources' : undefined,
  };
};

/** Sources whose exclusion is common and cheap to justify ("Logging management events", CloudTrail User Guide). */
const noisySources = new Set(['kms.amazonaws.com', 'rdsdata.amazonaws.com']);

const exceptionOf = (field: JsonObject): Coverage['except'] => {
  const excluded = textsAt(field, 'notEquals');
  const isNoise = textAt(field, 'field') === 'eventSource' && Object.keys(field).length === 2;
  return isNoise && excluded.length > 0 && excluded.every((source) => noisySources.has(source))
    ? 'sources'
    : 'some';
};

const advancedCoverage = (selector: JsonObject): Coverage => {
  const fields = listAt(selector, 'fieldSelectors').filter(isObject);
  const named = (name: string) => fields.filter((field) => textAt(field, 'field') === name);
  const isManagement = named('eventCategory').some((field) =>
    textsAt(field, 'equals').includes('Management'),
  );
  if (!isManagement) return nothing;
  const readOnly = named('readOnly').flatMap((field) => textsAt(field, 'equals'));
  const exceptions = fields
    .filter((field) => !['eventCategory', 'readOnly'].includes(textAt(field, 'field') ?? ''))
    .map(exceptionOf);
  return {
    reads: !readOnly.includes('false'),
    writes: !readOnly.includes('true'),
    except: exceptions.includes('some') ? 'some' : exceptions[0],
  };
};

/** How well the best of several selectors takes one kind of event: an event is logged as soon as one of them takes it. */
const bestOf = (coverages: readonly Coverage[]): 'missing' | 'some' | 'sources' | 'whole' => {
  if (coverages.some(({ except }) => except === undefined)) return 'whole';
  if (coverages.length === 0) return 'missing';
  return coverages.some(({ except }) => except === 'sources') ? 'sources' : 'some';
};

const gapIn = (coverages: readonly Coverage[]): LoggingGap | undefined => {
  const writes = bestOf(coverages.filter((coverage) => coverage.writes));
  const reads = bestOf(coverages.filter((coverage) => coverage.reads));
  if (writes === 'missing') return reads === 'missing' ? 'everything' : 'writes';
  if (writes === 'some') return 'some';
  if (reads === 'missing' || reads === 'some') return 'reads';
  return writes === 'sources' || reads === 'sources' ? 'sources' : undefined;
};

/** What a trail with the selectors of a PutEventSelectors request leaves out; undefined when it logs every management event. */
export const loggingGapOf = (request: JsonObject): LoggingGap | undefined => {
  const basic = listAt(request, 'eventSelectors').filter(isObject);
  const advanced = listAt(request, 'advancedEventSelectors').filter(isObject);
  if (basic.length + advanced.length === 0) return 'unknown';
  return gapIn([...basic.map(basicCoverage), ...advanced.map(advancedCoverage)]);
};
