import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../functions/cli/rules/rule-files.ts';
import type { JsonObject } from '../../shared/events/json.ts';
import { parseRecord } from '../../shared/events/parse-event.ts';
import { placeholdersOf } from '../../shared/i18n/format-message.ts';
import { rules } from '../../shared/rules/catalogue.ts';
import { sentencesOf } from '../../shared/rules/docs/described-rule.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { runRules } from '../../shared/rules/run-rules.ts';
import { mutationsOf } from './mutations.ts';

// Logs of a real attack simulation. They are too large for the project and are read where they lie, if they are there.
const lab = resolve(projectFolder, '../shared/data/cloudtrail-attack-lab');
const labFiles = existsSync(lab)
  ? readdirSync(lab)
      .filter((name) => name.endsWith('.json.gz'))
      .sort()
  : [];
const sample = join(projectFolder, 'functions/cli/demo/cloudtrail-sample.jsonl');

interface Fixture {
  readonly name: string;
  readonly records: () => readonly JsonObject[];
}

const fixtures: readonly Fixture[] = [
  {
    name: 'the sample story',
    records: () =>
      readFileSync(sample, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
  },
  ...(labFiles.length === 0
    ? []
    : [
        {
          name: 'the real logs',
          records: () =>
            labFiles.flatMap(
              (name) => JSON.parse(gunzipSync(readFileSync(join(lab, name))).toString()).Records,
            ),
        },
      ]),
];

const catalogue = indexRules(rules);
const alwaysThere = ['actor', 'account', 'region', 'sourceIp', 'eventName', 'resource'];
const parse = (record: unknown) => parseRecord(record, { receivedAt: '2026-03-04T05:06:08Z' });

/** One record of each call and outcome: what differs between the others is their values, not their shape. */
const shapesOf = (records: readonly JsonObject[]): readonly JsonObject[] => [
  ...new Map(
    records.map((record) => [
      `${record['eventSource']} ${record['eventName']} ${record['errorCode']}`,
      record,
    ]),
  ).values(),
];

it(`looks at ${labFiles.length} real logs${labFiles.length === 0 ? `: ${lab} is not here` : ''}`, () => {
  expect(fixtures).toHaveLength(labFiles.length === 0 ? 1 : 2);
});

describe.each(fixtures)('$name', ({ records }) => {
  it('crashes no rule, and each match has its values and an ARN', () => {
    const faults = records().flatMap((record) => {
      const event = parse(record);
      const { matches, crashes } = runRules(catalogue, event);
      const incomplete = matches.flatMap(({ rule, match }) => {
        const { done, tried = done } = sentencesOf(rule.messages[match.message] ?? '{message}');
        const names = placeholdersOf(event.outcome === 'succeeded' ? done : tried);
        const missing = names.filter((name) => !alwaysThere.includes(name) && !(name in match.data));
        return [...missing, ...(match.resource.startsWith('arn:') ? [] : [match.resource])].map(
          (what) => `${rule.id}: ${event.id}: ${what}`,
        );
      });
      return [
        ...crashes.map(({ rule, error }) => `${rule.id}: ${event.id}: ${String(error)}`),
        ...incomplete,
      ];
    });
    expect(faults).toEqual([]);
  });

  it('crashes no rule with any one field deleted or of another type', () => {
    const harm = shapesOf(records())
      .flatMap((record) => mutationsOf(record))
      .filter(({ path }) => path.join() !== 'eventName' && path.join() !== 'eventSource')
      .flatMap(({ mutated }) => runRules(catalogue, parse(mutated)).crashes)
      .map(({ rule, error }) => `${rule.id}: ${String(error)}`);
    expect(harm).toEqual([]);
  });
});
