import type { Alerter } from '../alerts/alerter.ts';
import { buildAlert } from '../alerts/build-alert.ts';
import type { RuleOf } from '../alerts/rule-of.ts';
import type { Finding, Occurrence } from '../findings/finding.ts';
import type { FindingStore } from '../findings/finding-store.ts';
import {
  asCheck,
  asItself,
  checkCandidates,
  filedUnder,
  isSame,
  mustBeSearched,
  onFinding,
  undoingOf,
} from '../neighbours/join.ts';
import type { NeighbourFinding } from '../neighbours/neighbour-finding.ts';

/** What taking another service's finding needs. */
export interface NeighbourPorts {
  readonly store: Pick<FindingStore, 'get' | 'record' | 'resolve' | 'everyOpen' | 'events' | 'markAlerted'>;
  readonly alerter: Alerter;
  readonly ruleOf: RuleOf;
}

/** What became of it. */
export interface TakenNeighbour {
  /** As stored; undefined for the end of what was never filed. */
  readonly finding?: Finding;
  /** It is one more source of a finding that was there. */
  readonly joined: boolean;
  readonly alerts: number;
}

const present = <T>(values: readonly (T | undefined)[]): readonly T[] =>
  values.filter((value) => value !== undefined);

const search = async (found: NeighbourFinding, { store }: NeighbourPorts): Promise<Finding | undefined> => {
  if (!mustBeSearched(found)) return undefined;
  for await (const finding of store.everyOpen(found.accountId)) if (isSame(found, finding)) return finding;
  return undefined;
};

/** The finding of ours that says the same: by its id where that can be told, else among those that are open. */
const counterpart = async (found: NeighbourFinding, ports: NeighbourPorts): Promise<Finding | undefined> => {
  const { accountId } = found;
  const ids = checkCandidates(found).map(({ findingId }) => findingId);
  const known = present(await Promise.all(ids.map((id) => ports.store.get(accountId, id))));
  return known.find(({ status }) => status === 'open') ?? known[0] ?? (await search(found, ports));
};

const occurrenceOf = (found: NeighbourFinding, same: Finding | undefined): Occurrence => {
  if (same) return onFinding(found, same);
  const [candidate] = checkCandidates(found);
  return candidate ? asCheck(found, candidate) : asItself(found);
};

const tell = async (finding: Finding, { store, alerter, ruleOf }: NeighbourPorts): Promise<number> => {
  const isPending = finding.alertedVersion < finding.version && finding.news.digest !== true;
  if (!isPending) return 0;
  await alerter.send(buildAlert([finding], ruleOf));
  // Send, then mark: a crash in between repeats the alert and never drops it.
  await store.markAlerted(finding.accountId, finding.id, finding.version);
  return 1;
};

const open = async (found: NeighbourFinding, ports: NeighbourPorts, now: string): Promise<TakenNeighbour> => {
  const same = await counterpart(found, ports);
  const { finding } = await ports.store.record(occurrenceOf(found, same), now);
  return { finding, joined: same !== undefined, alerts: await tell(finding, ports) };
};

/** A role may be open to several strangers, each a finding of the service: as long as another of them was seen, the end of one ends nothing. */
const isOnlySource = async (
  { id }: NeighbourFinding,
  finding: Finding,
  { store }: NeighbourPorts,
): Promise<boolean> => {
  const events = await store.events(finding.accountId, finding.id);
  return events.every(({ event: { neighbour } }) => neighbour === undefined || neighbour.findingId === id);
};

const end = async (found: NeighbourFinding, ports: NeighbourPorts, now: string): Promise<TakenNeighbour> => {
  const { store } = ports;
  const filed = present(await Promise.all(filedUnder(found).map((id) => store.get(found.accountId, id))));
  let finding: Finding | undefined;
  let alerts = 0;
  for (const one of filed) {
    if (one.status !== 'open' && one.alertedVersion === one.version) continue;
    if (!(await isOnlySource(found, one, ports))) continue;
    finding = (await store.resolve(undoingOf(found, one), now))?.finding ?? one;
    alerts += await tell(finding, ports);
  }
  return { ...(finding ? { finding } : {}), joined: finding !== undefined, alerts };
};

/**
 * Files what another service has found: as one more source of the finding of ours that says the same, so that nobody is told twice; under the
 * id of a check that will say it; or as a finding of its own. Its end ends it. Safe to repeat after a crash at any point.
 *
 * @param now the time of recording, ISO 8601
 */
export const takeNeighbour = (
  found: NeighbourFinding,
  ports: NeighbourPorts,
  now: string,
): Promise<TakenNeighbour> => (found.status === 'active' ? open(found, ports, now) : end(found, ports, now));
