import { describe, expect, it } from 'vitest';
import { readRules } from '../../shared/sigma/read-rules.ts';
import { correlationText, readTexts, referable, sigmaText } from './sigma-text.ts';

const plain = (head = ''): string =>
  sigmaText('selection:\n  eventName: CreateUser\ncondition: selection', head);
const two = 'type: event_count\nrules: [base]\ntimespan: 5m\ncondition: {gte: 2}';

describe('a rule takes from its file', () => {
  const read = (head: string) => readTexts(plain(head)).rules[0];

  it.each([
    ['informational', 'info'],
    ['low', 'low'],
    ['Medium', 'medium'],
    ['high', 'high'],
    ['critical', 'critical'],
  ])('the level %s as severity %s', (level, severity) => {
    expect(read(`level: ${level}`)?.severity).toBe(severity);
  });

  it('medium without a level, as Sigma names no default', () => {
    expect(read('')?.severity).toBe('medium');
  });

  it('description, false positives, references and ATT&CK techniques, but no other tags', () => {
    expect(
      read(
        'description: |\n  Why.\n  More.\nfalsepositives: [a, b]\nreferences: [u]\ntags: [attack.persistence, attack.t1098.001, attack.T1136, cve.2024-1]',
      ),
    ).toMatchObject({
      description: 'Why.\nMore.',
      falsePositives: ['a', 'b'],
      references: ['u'],
      attack: ['T1098.001', 'T1136'],
    });
  });

  it('a title without what cannot be seen', () => {
    const { rules } = readTexts(plain().replace('A rule', '"A\\u202E \\u001b[31mrule\\nhere"'));
    expect(rules[0]?.title).toBe('A [31mrule here');
  });
});

describe('a rule is called after its file', () => {
  const idOf = (path: string): string | undefined =>
    readTexts(plain()).rules.length === 1 ? readTextsAt(path, plain()).rules[0]?.id : undefined;
  it.each([
    ['aws_root_usage.yml', 'custom:aws-root-usage'],
    ['iam/Backdoor User (v2).yaml', 'custom:backdoor-user-v2'],
    ['.-x-.yml', 'custom:x'],
    [`${'a'.repeat(200)}.yml`, `custom:${'a'.repeat(80)}`],
  ])('%s', (path, id) => {
    expect(idOf(path)).toBe(id);
  });

  it('and refused when no letter of it is left', () => {
    expect(readTextsAt('規則.yml', plain()).refused[0]?.faults[0]?.message).toContain(
      'it has no letters a-z',
    );
  });

  it('of several, those with a name by it, and the rest by number when there are more of them', () => {
    const named = `name: other_rule\n${plain()}`;
    const ids = (...documents: readonly string[]) =>
      readTexts(documents.join('\n---\n')).rules.map(({ id }) => id);
    expect(ids(named, plain())).toEqual(['custom:other-rule', 'custom:rule']);
    expect(ids(plain(), named, plain())).toEqual(['custom:rule-1', 'custom:other-rule', 'custom:rule-2']);
    expect(ids(named)).toEqual(['custom:rule']);
  });

  it.each([
    [
      'the same file name in two folders',
      'a/x.yml',
      plain(),
      'b/x.yml',
      plain(),
      'the rule id "custom:x" is taken by a/x.yml:1',
    ],
    ['the same id', 'a.yml', plain('id: 1-2'), 'b.yml', plain('id: 1-2'), 'the id "1-2" is taken by a.yml:1'],
    [
      'the same name',
      'a.yml',
      plain('name: n'),
      'b.yml',
      plain('name: n'),
      'the name "n" is taken by a.yml:1',
    ],
  ])('the second of %s is refused', (_, first, text, second, other, message) => {
    const { rules, refused } = readTextsAt(first, text, second, other);
    expect(rules.map(({ file }) => file)).toEqual([first]);
    expect(refused.map(({ path, faults }) => [path, faults[0]?.message])).toEqual([[second, message]]);
  });
});

/** Reads pairs of path and text. */
const readTextsAt = (...pairs: readonly string[]) => {
  const files = pairs.flatMap((path, i) => (i % 2 === 0 ? [{ path, text: pairs[i + 1] ?? '' }] : []));
  return readRules(files);
};

describe('one faulty document', () => {
  it('leaves the others of its file alone, whatever it is', () => {
    const { rules, refused } = readTexts(
      ['title: [', plain(), plain('level: none'), plain()].join('\n---\n'),
    );
    expect(rules.map(({ id }) => id)).toEqual(['custom:rule-2', 'custom:rule-4']);
    expect(refused.map(({ line }) => line)).toEqual([2, 13]);
  });

  it('is told with all its faults, in order', () => {
    const text = sigmaText(
      'selection:\n  a|expand: b\n  c|cidr: d\ncondition: selection and none',
      'level: none',
    );
    expect(readTexts(text).refused[0]?.faults.map(({ line }) => line)).toEqual([7, 8, 9, 10]);
  });
});

describe('notes', () => {
  const notesOf = (...texts: readonly string[]) =>
    readTexts(...texts).notes.map(({ path, line, message }) => `${path}:${line}: ${message}`);

  it.each([
    [plain(), []],
    [plain('status: deprecated'), ['rule.yml:9: status "deprecated": its author has replaced it']],
    [
      plain('descripton: x'),
      ['rule.yml:9: "descripton" is no attribute of Sigma; did you mean "description"?'],
    ],
    [
      sigmaText(
        'selection:\n  status: success\n  src.ip|contains: x\n  userIdentity.type: Root\ncondition: selection',
      ),
      [
        'rule.yml:7: CloudTrail records have no field "status": no value of it ever matches',
        'rule.yml:8: CloudTrail records have no field "src.ip": no value of it ever matches',
      ],
    ],
    [
      sigmaText('selection:\n  eventName: CreateUser\nfilter:\n  readOnly: true\ncondition: selection'),
      ['rule.yml:10: the condition uses filter nowhere'],
    ],
    [
      sigmaText(
        'selection:\n  eventSource: iam.amazonaws.com\n  eventName: [GetUser, createuser, listusers]\ncondition: selection',
      ),
      ['rule.yml:1: reads among its calls reach it in the tier read-only only: GetUser, listusers'],
    ],
    ...[
      'selection:\n  eventCategory: NetworkActivity\n  errorCode: VpceAccessDenied\ncondition: selection',
      'selection:\n  - eventCategory: networkactivity\n  - eventType: AwsVpceEvents\ncondition: selection',
    ].map((detection): [string, string[]] => [
      sigmaText(detection),
      [
        'rule.yml:1: network activity events (of VPC endpoints) do not reach rules of your own: it will never fire. The rules vpce-access-denied, vpce-external-principal and vpce-sensitive-call see them',
      ],
    ]),
    ...[
      'selection:\n  eventCategory: [NetworkActivity, Management]\ncondition: selection',
      'selection:\n  eventName: CreateUser\nfilter:\n  eventCategory: NetworkActivity\ncondition: selection and not filter',
      'selection:\n  - eventCategory: NetworkActivity\n  - eventName: CreateUser\ncondition: selection',
    ].map((detection): [string, string[]] => [sigmaText(detection), []]),
  ])('%j', (text, expected) => {
    expect(notesOf(text)).toEqual(expected);
  });

  it('tell of rules that only a correlation uses, and of groups by fields that do not exist', () => {
    expect(notesOf(correlationText(`${two}\ngroup-by: [src_ip, eventName]`), referable('base'))).toEqual([
      'rule.yml:1: CloudTrail records have no field "src_ip": no event belongs to a group by it',
      'rule-2.yml:1: does not run by itself: the correlation rule.yml:1 refers to it without "generate: true"',
    ]);
  });
});

describe('the rules a correlation refers to', () => {
  const idsOf = (...correlations: readonly string[]) =>
    readTexts(...correlations, referable('base')).rules.map(({ id }) => id);
  const own = 'custom:rule';

  it('run by themselves only where one of the correlations says so', () => {
    const generating = correlationText(two, 'generate: true');
    const inside = correlationText(`${two}\ngenerate: true`);
    expect(idsOf(correlationText(two))).toEqual([own]);
    expect(idsOf(generating)).toEqual([own, 'custom:rule-2']);
    expect(idsOf(inside)).toEqual([own, 'custom:rule-2']);
    expect(idsOf(correlationText(two), generating)).toEqual([own, 'custom:rule-2', 'custom:rule-3']);
  });

  it('run by themselves when the correlation is refused: it has no effect at all', () => {
    expect(idsOf(correlationText(`${two}\nordered: true`))).toEqual(['custom:rule-2']);
  });

  it('are found by id, too', () => {
    const byId = correlationText(two.replace('base', '"11-22"'));
    const { rules, refused } = readTexts(byId, `id: 11-22\n${referable('base')}`);
    expect([rules.map(({ id }) => id), refused]).toEqual([[own], []]);
  });
});

describe('counts and spans', () => {
  it.each([
    ['condition: {gte: 5}', 'timespan: 90s', 5, 90],
    ['condition: {gt: 5}', 'timespan: 2m', 6, 120],
    ['condition: {gte: 1}', 'timespan: 7d', 1, 604_800],
    ['condition: {gte: 1000}', 'timespan: 1h', 1000, 3600],
  ])('%s, %s', (condition, timespan, atLeast, withinSeconds) => {
    const text = correlationText(`type: event_count\nrules: base\n${timespan}\n${condition}`);
    expect(readTexts(text, referable('base')).rules[0]?.detects).toMatchObject({ atLeast, withinSeconds });
  });

  it.each([
    ['', 2],
    ['condition: {gte: 2}', 2],
    ['condition: {gt: 1}', 2],
    ['condition: {eq: 2}', 2],
    ['condition: {gte: 1}', 1],
  ])('of rules: %s', (condition, atLeast) => {
    const text = correlationText(`type: temporal\nrules: [base, other]\ntimespan: 5m\n${condition}`);
    const { rules, refused } = readTexts(text, referable('base'), referable('other'));
    expect([refused, rules[0]?.detects]).toMatchObject([[], { atLeast }]);
  });
});
