import { Bench } from 'tinybench';
import { firstPassFacts } from '../../shared/app/defer-event.ts';
import { scannedRules } from '../../shared/app/scanned-rules.ts';
import { defaultSettings } from '../../shared/config/check-settings.ts';
import type { IamEvent } from '../../shared/events/iam-event.ts';
import { parseRecord } from '../../shared/events/parse-event.ts';
import { rules } from '../../shared/rules/catalogue.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { runRules } from '../../shared/rules/run-rules.ts';
import { sampleRecords } from './sample.ts';

/** Rule evaluation of in-scope events, with the rules and the settings of a plain scan, against JSON.parse of the same events. Target: at most 0.5 times. */
export const benchRules = async (): Promise<void> => {
  const { account } = defaultSettings;
  const later = { account: false, addresses: false };
  const run = scannedRules(rules, account, later, { inventory: false }).run;
  const index = indexRules(run);
  const facts = firstPassFacts(account);
  const receivedAt = '2026-03-04T05:06:07.000Z';
  const all = sampleRecords();
  const inScope = all.filter((record) => index.concerns(record));
  const texts = inScope.map((record) => JSON.stringify(record));
  const events: readonly IamEvent[] = inScope.map((record) => parseRecord(record, { receivedAt }));
  const bench = new Bench({ time: 1000, warmupTime: 300 });
  bench
    .add('JSON.parse', () => {
      for (const text of texts) JSON.parse(text);
    })
    .add('parseRecord', () => {
      for (const record of inScope) parseRecord(record, { receivedAt });
    })
    .add('runRules', () => {
      for (const event of events) runRules(index, event, facts);
    });
  await bench.run();
  const micros = (name: string): number => {
    const result = bench.getTask(name)?.result;
    if (!result || !('latency' in result)) throw new Error(`${name}: no result`);
    return (result.latency.p50 * 1000) / texts.length;
  };
  const json = micros('JSON.parse');
  console.log(`rules: ${run.length}, in-scope events: ${texts.length} of ${all.length}`);
  for (const name of ['JSON.parse', 'parseRecord', 'runRules']) {
    console.log(
      `  ${name.padEnd(12)} ${micros(name).toFixed(2)} µs an event = ${(micros(name) / json).toFixed(2)} × JSON.parse`,
    );
  }
};
