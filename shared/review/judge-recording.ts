import type { TrailSelectors } from '../account/snapshot-logging.ts';
import type { CheckContext, Judgement } from './define-check.ts';
import { ofAccount } from './judge-each.ts';
import { knownTrails, someLogging } from './trails.ts';

/** The verdict on whether some trail that logs records certain events; `unknown` when nothing known does and not all is known. */
export const judgeRecording = (
  {
    sources,
    account,
  }: Pick<CheckContext<'trails' | 'trailStatus' | 'trailSelectors'>, 'sources' | 'account'>,
  records: (selectors: TrailSelectors) => boolean,
): readonly Judgement<'none' | 'some' | 'unknown'>[] => {
  const trails = knownTrails(sources.trails, sources.trailStatus, sources.trailSelectors);
  const { names, isUnknown } = someLogging(trails, records);
  if (isUnknown) return [ofAccount(account, 'unknown')];
  return [names.length > 0 ? ofAccount(account, 'some', { trails: names }) : ofAccount(account, 'none')];
};
