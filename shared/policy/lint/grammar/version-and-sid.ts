import { defineCheck, lintKinds } from '../define-check.ts';
import { allow, policy } from '../sample.ts';

const current = '2012-10-17';
const old = '2008-10-17';
const source = 'IAM User Guide, "IAM JSON policy elements: Version", "Sid"';

const usesVariables = (text: string): boolean => text.includes('${');

export const versionMissingOrOld = defineCheck({
  id: 'version-missing-or-old',
  severity: 'low',
  kinds: lintKinds,
  title: 'No Version, or the old one',
  explanation:
    'Without Version 2012-10-17 policy variables such as ${aws:username} are plain text, so a statement that relies on one matches nothing, or a Deny denies nothing.',
  fix: 'Write "Version": "2012-10-17", and check what the variables then let through.',
  source,
  find: ({ document }) => {
    const { version, root, statements } = document;
    if (root?.kind !== 'object' || (version !== undefined && version.text !== old)) return [];
    const place = version?.place ?? root.place;
    const says = version === undefined ? 'There is no Version.' : `Version is ${old}.`;
    const hasVariables = statements.some(({ resources, tests }) =>
      [...(resources?.entries ?? []), ...tests.flatMap(({ entries }) => entries)].some(({ text }) =>
        usesVariables(text),
      ),
    );
    return [
      hasVariables
        ? { place, says: `${says} Its variables are plain text.`, severity: 'medium' }
        : { place, says },
    ];
  },
  examples: [
    { name: 'none', document: { Statement: [allow({})] }, expect: [''] },
    {
      name: 'old',
      document: { Version: old, Statement: [allow({})] },
      expect: ['/Version'],
      severity: 'low',
    },
    {
      name: 'with variables',
      document: { Version: old, Statement: [allow({ Resource: 'arn:aws:s3:::b/${aws:username}/*' })] },
      expect: ['/Version'],
      severity: 'medium',
    },
    { name: 'current', document: policy(allow({})), expect: [] },
  ],
});

export const versionInvalid = defineCheck({
  id: 'version-invalid',
  severity: 'medium',
  kinds: lintKinds,
  title: 'A Version that does not exist',
  explanation:
    'Version names the policy language, not the date of your change. There are two; IAM refuses any other.',
  fix: 'Write "2012-10-17".',
  source,
  find: ({ document: { version } }) =>
    version === undefined || [current, old].includes(version.text)
      ? []
      : [{ place: version.place, says: `There is no Version "${version.text}".` }],
  examples: [
    {
      name: "today's date",
      document: { Version: '2026-11-02', Statement: [allow({})] },
      expect: ['/Version'],
    },
    { name: 'the old one', document: { Version: old, Statement: [allow({})] }, expect: [] },
  ],
});

export const sidInvalid = defineCheck({
  id: 'sid-invalid',
  severity: 'low',
  kinds: ['identity', 'scp'],
  title: 'A Sid with characters IAM does not allow',
  explanation: 'In IAM policies a Sid holds letters and digits only; other services are less strict.',
  fix: 'Use letters and digits.',
  source,
  find: ({ document }) =>
    document.statements.flatMap(({ sid, index }) =>
      sid === undefined || /^[0-9A-Za-z]*$/.test(sid.text)
        ? []
        : [
            {
              place: sid.place,
              statement: index,
              says: `Sid "${sid.text}" holds more than letters and digits.`,
            },
          ],
    ),
  examples: [
    { name: 'a blank', document: policy(allow({ Sid: 'read reports' })), expect: ['/Statement/0/Sid'] },
    { name: 'letters', document: policy(allow({ Sid: 'ReadReports1' })), expect: [] },
  ],
});

export const sidDuplicate = defineCheck({
  id: 'sid-duplicate',
  severity: 'low',
  kinds: lintKinds,
  title: 'Two statements with one Sid',
  explanation: 'IAM refuses it, and whoever refers to the Sid means one of the two.',
  fix: 'Give each statement a Sid of its own, or none.',
  source,
  find: ({ document }) => {
    const seen = new Set<string>();
    return document.statements.flatMap(({ sid, index }) => {
      if (sid === undefined || sid.text === '') return [];
      if (!seen.has(sid.text)) {
        seen.add(sid.text);
        return [];
      }
      return [
        { place: sid.place, statement: index, says: `Sid "${sid.text}" is taken by another statement.` },
      ];
    });
  },
  examples: [
    {
      name: 'twice',
      document: policy(allow({ Sid: 'A' }), allow({ Sid: 'A' })),
      expect: ['/Statement/1/Sid'],
    },
    { name: 'two', document: policy(allow({ Sid: 'A' }), allow({ Sid: 'B' })), expect: [] },
  ],
});

export const sidEmpty = defineCheck({
  id: 'sid-empty',
  severity: 'low',
  kinds: lintKinds,
  title: 'An empty Sid',
  explanation: 'It identifies nothing.',
  fix: 'Fill it in, or leave it out.',
  source,
  find: ({ document }) =>
    document.statements.flatMap(({ sid, index }) =>
      sid?.text === '' ? [{ place: sid.place, statement: index, says: 'The Sid is empty.' }] : [],
    ),
  examples: [
    { name: 'empty', document: policy(allow({ Sid: '' })), expect: ['/Statement/0/Sid'] },
    { name: 'none', document: policy(allow({})), expect: [] },
  ],
});
