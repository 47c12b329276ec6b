import Table from 'cli-table3';
import type { AccountSnapshot } from '../../../shared/account/snapshot.ts';
import type { Settings } from '../../../shared/config/check-settings.ts';
import type { Criteria } from '../../../shared/review/criteria.ts';
import type { Check } from '../../../shared/review/define-check.ts';
import { type ForecastFailure, forecast, forecastDays } from '../../../shared/review/forecast.ts';
import { ownersIn } from '../../../shared/review/owner.ts';
import { whatIf, whatIfDays } from '../../../shared/review/what-if.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { messageJson } from '../../../shared/text/message-json.ts';
import { truncate } from '../../../shared/text/truncate.ts';
import { borderless } from '../borderless.ts';
import { painted } from '../terminal.ts';
import { checkById } from './reported-verdict.ts';

/** What is looked at, and by what. */
export interface LookAhead {
  readonly checks: readonly Check[];
  readonly snapshot: AccountSnapshot;
  readonly settings: Settings;
  readonly criteria: Criteria;
  /** Epoch milliseconds. */
  readonly at: number;
}

const day = 24 * 60 * 60 * 1000;

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string => {
  const drawn = new Table({ head: [...head], chars: borderless, style: { head: [], border: [] } });
  drawn.push(...rows.map((row) => row.map((cell) => truncate(terminalText(String(cell)), 60))));
  return drawn.toString().replace(/[ ]+$/gm, '');
};

const dateIn = (at: number, days: number): string => new Date(at + days * day).toISOString().slice(0, 10);

const forecastRow =
  ({ at, snapshot, settings }: LookAhead, ownerOf = ownersIn(snapshot, settings.review)) =>
  ({ verdict, days }: ForecastFailure) => ({
    date: dateIn(at, days),
    days,
    checkId: verdict.checkId,
    severity: verdict.severity,
    resource: verdict.resource,
    resourceId: verdict.resourceId,
    title: checkById(verdict.checkId).title,
    owner: ownerOf(verdict.resource),
  });

/** What will fail within days if nothing is done and nothing is used. */
export const forecastText = (look: LookAhead, asJson: boolean): string => {
  const { checks, snapshot, criteria, at } = look;
  const rows = forecast(checks, snapshot, criteria, at).map(forecastRow(look));
  if (asJson)
    return `${messageJson({ at: new Date(at).toISOString(), days: forecastDays, forecast: rows })}\n`;
  if (rows.length === 0)
    return `Nothing that passes as of ${dateIn(at, 0)} will fail by ${dateIn(at, forecastDays)}; what could not be evaluated is not in this.\n`;
  const soon = rows.filter(({ days }) => days <= 7).length;
  const body = table(
    ['When', 'Days', 'Severity', 'What', 'Of', 'Owner'],
    rows.map(({ date, days, severity, title, resourceId, owner }) => [
      date,
      days,
      severity,
      title,
      resourceId,
      owner ?? '-',
    ]),
  );
  const closing = `${rows.length} will fail within ${forecastDays} days, ${soon} of them within 7, if nothing is done and nothing is used.`;
  return `${body}\n${painted('bold', closing)}\n`;
};

/** What other numbers would give. */
export const whatIfText = (
  { checks, snapshot, settings, criteria, at }: LookAhead,
  asJson: boolean,
): string => {
  const rows = whatIf(checks, {
    snapshot,
    account: settings.account,
    profile: criteria.profile,
    at,
    ...(settings.review === undefined ? {} : { settings: settings.review }),
  });
  if (asJson)
    return `${messageJson({ at: new Date(at).toISOString(), profile: criteria.profile, thresholds: rows })}\n`;
  const body = table(
    ['Threshold', 'Now', 'Fail', ...whatIfDays.map((days) => `at ${days}`)],
    rows.map(({ threshold, days, failures, would }) => [
      threshold,
      days,
      failures,
      ...would.map((one) => one.failures),
    ]),
  );
  return `${body}\n${painted('bold', `Failures of the checks that judge by each threshold, in days, as of ${dateIn(at, 0)} by the profile ${criteria.profile}.`)}\n`;
};
