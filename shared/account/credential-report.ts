import { CsvError, parse } from 'csv-parse/sync';
import { reportDate, reportFlag } from './report-cell.ts';
import type { CredentialReport, CredentialRow, ReportDate, ReportFlag } from './snapshot-credentials.ts';

/** A cell that cannot be read; the rest of the report counts. */
export interface ReportFault {
  /** 1 is the line of the names. */
  readonly line: number;
  readonly column: string;
  readonly cause: string;
}

/** The report, or why there is none. `faults` are cells whose values are `unreadable` or `unknown`. */
export type ReportReading =
  | { readonly status: 'read'; readonly report: CredentialReport; readonly faults: readonly ReportFault[] }
  | { readonly status: 'unreadable'; readonly place: string; readonly cause: string };

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

interface Cells {
  readonly line: number;
  cell(column: string): string | undefined;
}

const required = ['user', 'arn'];
const slots = [1, 2];

class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly place: string;
  constructor(place: string, cause: string) {
    super(cause);
    this.place = place;
  }
}

const linesOf = (text: string): readonly Line[] => {
  try {
    return parse(text, {
      bom: true,
      info: true,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Unreadable(`line ${String(error['lines'])}`, `no CSV: ${error.message}`);
  }
};

const columnsOf = (names: readonly string[]): ReadonlyMap<string, number> => {
  const known = names.map((name) => name.trim().toLowerCase());
  const missing = required.filter((name) => !known.includes(name));
  if (missing.length > 0)
    throw new Unreadable(
      'line 1',
      `no credential report: it has no column ${missing.join(' and no column ')}`,
    );
  const twice = known.find((name, index) => known.indexOf(name) !== index);
  if (twice !== undefined) throw new Unreadable('line 1', `two columns are named ${twice}`);
  return new Map(known.map((name, index) => [name, index]));
};

const cellsOf = ({ record, info }: Line, columns: ReadonlyMap<string, number>): Cells => {
  // A line that is cut off would otherwise read as one whose last credentials do not exist.
  if (record.length !== columns.size)
    throw new Unreadable(
      `line ${info.lines}`,
      `it has ${record.length} fields where line 1 names ${columns.size}; is the file cut off?`,
    );
  return {
    line: info.lines,
    cell: (column) => record[columns.get(column) ?? -1],
  };
};

const rowOf = ({ cell }: Cells): CredentialRow => {
  const date = (column: string): ReportDate => reportDate(cell(column));
  const flag = (column: string): ReportFlag => reportFlag(cell(column));
  const user = cell('user')?.trim() ?? '';
  const arn = cell('arn')?.trim() ?? '';
  return {
    user,
    arn,
    // A user cannot be called so: `<` is not allowed in names.
    isRoot: user === '<root_account>' || /^arn:[\w-]+:iam::\d*:root$/.test(arn),
    created: date('user_creation_time'),
    password: {
      enabled: flag('password_enabled'),
      lastUsed: date('password_last_used'),
      lastChanged: date('password_last_changed'),
      nextRotation: date('password_next_rotation'),
    },
    mfaActive: flag('mfa_active'),
    keys: slots.map((slot) => ({
      active: flag(`access_key_${slot}_active`),
      lastRotated: date(`access_key_${slot}_last_rotated`),
      lastUsed: date(`access_key_${slot}_last_used_date`),
    })),
    certificates: slots.map((slot) => ({
      active: flag(`cert_${slot}_active`),
      lastRotated: date(`cert_${slot}_last_rotated`),
    })),
  };
};

const dateColumns = [
  'user_creation_time',
  'password_last_used',
  'password_last_changed',
  'password_next_rotation',
  ...slots.flatMap((slot) => [
    `access_key_${slot}_last_rotated`,
    `access_key_${slot}_last_used_date`,
    `cert_${slot}_last_rotated`,
  ]),
];
const flagColumns = [
  'password_enabled',
  'mfa_active',
  ...slots.flatMap((slot) => [`access_key_${slot}_active`, `cert_${slot}_active`]),
];

const faultsOf = ({ line, cell }: Cells): readonly ReportFault[] => {
  const fault = (column: string, expected: string): ReportFault => ({
    line,
    column,
    cause: `expected ${expected}, found ${JSON.stringify(cell(column)?.slice(0, 60))}`,
  });
  const isBadDate = (column: string) => {
    const date = reportDate(cell(column));
    return 'says' in date && date.says === 'unreadable';
  };
  const isBadFlag = (column: string) =>
    cell(column) !== undefined && reportFlag(cell(column)) === 'unknown' && cell(column)?.trim() !== '';
  return [
    ...dateColumns.filter(isBadDate).map((column) => fault(column, 'a date such as 2026-03-04T05:06:07Z')),
    ...flagColumns.filter(isBadFlag).map((column) => fault(column, 'true or false')),
  ];
};

/**
 * Reads a credential report ("Getting credential reports for your AWS account", IAM User Guide). Columns may be shuffled, unknown or
 * missing; what a missing column would say is `unknown`. Total: what is no report is an answer, never a throw.
 *
 * @param text CSV as GetCredentialReport returns it, decoded
 */
export const readCredentialReport = (text: string): ReportReading => {
  try {
    const [names, ...lines] = linesOf(text);
    if (names === undefined) throw new Unreadable('line 1', 'the file is empty');
    const columns = columnsOf(names.record);
    const cells = lines.map((line) => cellsOf(line, columns));
    return { status: 'read', report: { rows: cells.map(rowOf) }, faults: cells.flatMap(faultsOf) };
  } catch (error) {
    if (error instanceof Unreadable)
      return { status: 'unreadable', place: error.place, cause: error.message };
    throw error;
  }
};
