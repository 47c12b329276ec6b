import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCredentialReport } from '../../shared/account/credential-report.ts';
import { reportDate, reportFlag } from '../../shared/account/report-cell.ts';
import type { CredentialRow } from '../../shared/account/snapshot-credentials.ts';
import { reportCsv, reportRow } from '../fixtures/account/account-files.ts';

const rowsOf = (csv: string): readonly CredentialRow[] => {
  const reading = readCredentialReport(csv);
  if (reading.status === 'unreadable') throw new Error(`${reading.place}: ${reading.cause}`);
  return reading.report.rows;
};

describe('a date cell', () => {
  it.each([
    ['2026-03-04T05:06:07+00:00', { at: '2026-03-04T05:06:07.000Z' }],
    ['2026-03-04T05:06:07Z', { at: '2026-03-04T05:06:07.000Z' }],
    ['2026-03-04T14:06:07+09:00', { at: '2026-03-04T05:06:07.000Z' }],
    [' 2026-03-04T05:06:07Z ', { at: '2026-03-04T05:06:07.000Z' }],
    ['N/A', { says: 'not-applicable' }],
    ['n/a', { says: 'not-applicable' }],
    ['no_information', { says: 'no-information' }],
    ['No_Information', { says: 'no-information' }],
    ['not_supported', { says: 'not-supported' }],
    ['', { says: 'empty' }],
    [undefined, { says: 'no-column' }],
    ['2026-03-04', { says: 'unreadable' }],
    ['2026-13-04T05:06:07Z', { says: 'unreadable' }],
    ['constructor', { says: 'unreadable' }],
  ] as const)('%j', (cell, date) => {
    expect(reportDate(cell)).toEqual(date);
  });

  it('whatever is written, it is a time in ISO 8601 or a word', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.date({ noInvalidDate: true }).map(String)), (cell) => {
        const date = reportDate(cell);
        if ('at' in date) expect(new Date(date.at).toISOString()).toBe(date.at);
        else expect(date.says).toMatch(/^[a-z-]+$/);
      }),
    ));

  it('every time survives, whatever its offset', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.integer({ min: -12, max: 12 }),
        (date, hours) => {
          date.setUTCMilliseconds(0);
          const local = new Date(date.getTime() + hours * 3_600_000).toISOString().slice(0, 19);
          const offset = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
          expect(reportDate(`${local}${offset}`)).toEqual({ at: date.toISOString() });
        },
      ),
    ));
});

describe('a truth cell', () => {
  it.each([
    ['true', true],
    ['TRUE', true],
    ['True', true],
    ['false', false],
    ['FALSE', false],
    ['N/A', false],
    ['not_supported', 'not-supported'],
    ['', 'unknown'],
    ['no_information', 'unknown'],
    ['yes', 'unknown'],
    [undefined, 'unknown'],
  ] as const)('%j', (cell, flag) => {
    expect(reportFlag(cell)).toBe(flag);
  });
});

describe('the report', () => {
  const root = reportRow('<root_account>', {
    password_enabled: 'not_supported',
    password_last_used: 'no_information',
    password_last_changed: 'not_supported',
    mfa_active: 'TRUE',
  });
  const kim = reportRow('kim', {
    access_key_1_active: 'true',
    access_key_1_last_rotated: '2026-01-01T00:00:00Z',
    access_key_2_active: 'false',
    access_key_2_last_rotated: '2025-01-01T00:00:00Z',
  });

  it('tells root from users', () => {
    const rows = rowsOf(reportCsv([root, kim]));
    expect(rows.map(({ user, isRoot }) => [user, isRoot])).toEqual([
      ['<root_account>', true],
      ['kim', false],
    ]);
    expect(rows[0]).toMatchObject({
      password: {
        enabled: 'not-supported',
        lastUsed: { says: 'no-information' },
        lastChanged: { says: 'not-supported' },
      },
      mfaActive: true,
    });
    expect(rows[1]?.keys).toEqual([
      { active: true, lastRotated: { at: '2026-01-01T00:00:00.000Z' }, lastUsed: { says: 'not-applicable' } },
      {
        active: false,
        lastRotated: { at: '2025-01-01T00:00:00.000Z' },
        lastUsed: { says: 'not-applicable' },
      },
    ]);
  });

  it.each([
    ['Windows line ends', (csv: string) => csv.replaceAll('\n', '\r\n')],
    ['a byte order mark', (csv: string) => `\ufeff${csv}`],
    ['empty lines', (csv: string) => `${csv}\n\n`],
    ['quotes', (csv: string) => csv.replace('\nkim,', '\n"kim",')],
    ['upper-case names of columns', (csv: string) => csv.replace(/^.*/, (line) => line.toUpperCase())],
    [
      'a column that nobody knows',
      (csv: string) =>
        csv.replace(/^.*/, (line) => `additional_credentials_info,${line}`).replace(/\n/g, '\n"a, ""b""",'),
    ],
  ])('with %s it is the same', (_, change) => {
    const csv = reportCsv([root, kim]);
    expect(rowsOf(change(csv))).toEqual(rowsOf(csv));
  });

  it('with its columns shuffled it is the same', () => {
    const names = Object.keys(kim) as (keyof typeof kim)[];
    const csv = reportCsv([root, kim], names as never);
    return fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
        expect(rowsOf(reportCsv([root, kim], shuffled as never))).toEqual(rowsOf(csv));
      }),
    );
  });

  it('what a missing column would say is unknown, never "no"', () => {
    const [row] = rowsOf(reportCsv([kim], ['user', 'arn']));
    expect(row).toMatchObject({
      password: { enabled: 'unknown', lastUsed: { says: 'no-column' } },
      mfaActive: 'unknown',
    });
    expect(row?.keys.map(({ active }) => active)).toEqual(['unknown', 'unknown']);
  });

  it('names the cells that it cannot read, and keeps the rest', () => {
    const reading = readCredentialReport(
      reportCsv([root, { ...kim, mfa_active: 'maybe', password_last_used: '=1+1' }]),
    );
    expect(reading).toMatchObject({
      status: 'read',
      faults: [
        { line: 3, column: 'password_last_used', cause: expect.stringContaining('found "=1+1"') },
        { line: 3, column: 'mfa_active', cause: 'expected true or false, found "maybe"' },
      ],
    });
    expect(rowsOf(reportCsv([{ ...kim, mfa_active: 'maybe' }]))[0]?.mfaActive).toBe('unknown');
  });

  it.each([
    ['nothing', '', 'line 1', 'the file is empty'],
    ['other CSV', 'a,b\n1,2', 'line 1', 'no column user and no column arn'],
    ['a column twice', 'user,arn,USER\na,b,c', 'line 1', 'two columns are named user'],
    ['a line cut off', `${reportCsv([root, kim])}\nlee,arn:aws:iam`, 'line 4', 'it has 2 fields'],
    ['a quote left open', 'user,arn\n"kim,x', 'line 2', 'no CSV'],
  ])('is told from %s', (_, csv, place, cause) => {
    expect(readCredentialReport(csv)).toMatchObject({
      status: 'unreadable',
      place,
      cause: expect.stringContaining(cause),
    });
  });

  it('whatever is written, it is read or the reason is told', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `user,arn\n${text}`),
        ),
        (csv) => {
          const reading = readCredentialReport(csv);
          if (reading.status === 'unreadable') expect(reading.cause).not.toBe('');
        },
      ),
    ));
});
