import { describe, expect, it } from 'vitest';
import { correlationText, faultsOf, readTexts, referable, sigmaText } from './sigma-text.ts';

/** A field of a selection at line 7, with one value. */
const field = (line: string): string => sigmaText(`selection:\n  ${line}\ncondition: selection`);

const condition = (text: string): string =>
  sigmaText(`selection:\n  eventName: CreateUser\nfilter:\n  readOnly: true\ncondition: ${text}`);

describe('what a detection says that is not supported is refused by name and line', () => {
  it.each([
    ["a|expand: '%x%'", '7: a|expand: modifier "expand" is not supported: placeholders need values'],
    ['eventTime|hour: 3', '7: eventTime|hour: modifier "hour" is not supported: parts of a time'],
    ['a|contain: x', '7: a|contain: unknown modifier "contain"; did you mean "contains"?'],
    ['a|: x', '7: a|: unknown modifier ""'],
    [
      'a|contains|startswith: x',
      '7: a|contains|startswith: the modifiers "contains|startswith" say two ways',
    ],
    ['a|contains|contains: x', '7: a|contains|contains: the modifiers "contains|contains" name one twice'],
    ['a|contains|base64: x', 'encode after comparing: write the encoding first'],
    ['a|re|base64: x', 'encode what is no text'],
    ['a|wide: x', 'encode as UTF-16 without Base64 behind it'],
    ['a|base64|base64offset: x', 'encode Base64 again'],
    ['a|base64|windash: x', 'apply windash to what is encoded: write it first'],
    ['a|i: x', 'have a flag of "re" without "re"'],
    ['a|fieldref|re: x', 'compare two fields by what is no text'],
    ['a|fieldref|base64: x', 'encode the name of a field'],
    ['a|re|cased: x', 'have "cased" where case plays no part'],
    ['a|exists|all: true', 'add to "exists", which stands alone'],
    ['a|all|neq: [x, y]', 'can be read in two ways'],
    ['a[].b: x', '7: a[].b: brackets in the name of a field are not supported'],
    ['"|startswith": x', 'keywords cannot have the modifiers "startswith"'],
    ['"|fieldref": x', 'keywords cannot have the modifiers "fieldref"'],
    ['"|neq": x', 'keywords cannot have the modifiers "neq"'],
    ['a|exists: yes', '7: a|exists: "exists" needs true or false'],
    ['a|gt: many', '7: a|gt: "gt" needs a number'],
    ['a|gt: .inf', '7: a|gt: "gt" needs a number'],
    ['a|cidr: 10/8', '7: a|cidr: "10/8" is no network such as 10.0.0.0/8'],
    ['a|cidr: 10.0.0.1', '"10.0.0.1" is no network'],
    ['a|cidr: 10.0.0.0/33', '"10.0.0.0/33" is no network'],
    ['a|cidr: "::ffff:10.0.0.0/104"', '"::ffff:10.0.0.0/104" is no network'],
    ['a|cidr: 10.0.0.0/8/8', 'is no network'],
    [
      'a|re: "(?=look)ahead"',
      '7: a|re: "(?=look)ahead" is no regular expression that is supported (RE2 syntax)',
    ],
    ['a|re: "(x)\\\\1"', 'is no regular expression that is supported'],
    ['a|re: "["', 'is no regular expression that is supported'],
    ['a|fieldref: 5', '"fieldref" needs the name of a field'],
    ['a|contains: null', '7: a|contains: null can be compared only as it is'],
    ['a|re: null', 'null can be compared only as it is'],
    ['"|all": [null]', 'null can be compared only as it is'],
    ['a: ["", null]', '7: a: null cannot be one of several values; make it a search of its own'],
    ['a: []', '7: a: an empty list matches nothing'],
    ['a: {b: c}', "7: a: a map inside a field's values is not supported"],
    ['a: [[b]]', "7: a: a list inside a field's values is not supported"],
    ['a|base64: 5', '"5" is no text that could be encoded; put it in quotes'],
    ['a|base64: "x*"', '"x*": a wildcard cannot be encoded in Base64'],
    ['a|base64: ""', 'an empty text cannot be encoded in Base64'],
    ['a|windash: " -a -b -c -d -e"', 'windash: more than 4 dashes in one value'],
    ['a: !!binary aGk=', '7: a value of type object is not supported'],
    ['[a]: b', '7: the key of a map must be a single value'],
    ['<<: {a: b}', '7: merge keys (<<) are not supported; repeat the entries'],
  ])('%s', (line, expected) => {
    const { rules, ...read } = readTexts(field(line));
    expect(rules).toEqual([]);
    expect(faultsOf({ rules, ...read }).join('\n')).toContain(expected);
    expect(faultsOf({ rules, ...read })[0]).toMatch(/^7: /);
  });

  it.each([
    ['selection:\ncondition: selection', '6: selection: null can be compared only'],
    ['selection: {}\ncondition: selection', '6: an empty map matches everything'],
    ['selection: []\ncondition: selection', '6: selection: an empty list matches nothing'],
    ['selection:\n  - [a]\ncondition: selection', '7: selection: a list inside a list is not supported'],
    ["selection:\n  - ''\ncondition: selection", '7: selection: an empty keyword matches everything'],
    ['selection:\n  a: b', '6: the detection has no condition'],
    [
      'selection:\n  a: b\ntimeframe: 5m\ncondition: selection',
      '8: timeframe is not supported; write a correlation',
    ],
    [
      'selection:\n  a: b\nselection:\n  c: d\ncondition: selection',
      '8: no valid YAML: Map keys must be unique',
    ],
  ])('%j', (detection, expected) => {
    expect(faultsOf(readTexts(sigmaText(detection))).join('\n')).toContain(expected);
  });
});

describe('a condition that is not supported is refused with its line', () => {
  it.each([
    [
      'selection | count() > 5',
      'aggregations behind "|" are not supported; write a correlation rule instead',
    ],
    ['selection near filter', '"near" stands where "and", "or" or the end should'],
    ['2 of selection*', '"2 of" is not supported; use "1 of", "any of" or "all of"'],
    ['1 of filter_*', '"1 of filter_*" stands for no search'],
    [
      'selecton',
      'the condition names "selecton", which the detection does not define; did you mean "selection"?',
    ],
    ['selection and', 'the condition ends too early'],
    ['and selection', '"and" stands where a search should'],
    ['(selection', 'a parenthesis is not closed'],
    ['selection)', '")" stands where "and", "or" or the end should'],
    ['not', 'the condition ends too early'],
    ['1 of', 'the condition ends too early'],
    ['{a: b}', 'condition: must be a text'],
    ['[]', 'condition: must be a text'],
    ['5', 'condition: must be a text'],
  ])('%s', (text, expected) => {
    const faults = faultsOf(readTexts(condition(text)));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^10: /);
    expect(faults[0]).toContain(expected);
  });
});

describe('what a rule says of itself is refused with its line', () => {
  const whole = (head: string): string =>
    sigmaText('selection:\n  eventName: CreateUser\ncondition: selection', head);
  it.each([
    ['level: severe', '9: level "severe" is none; use one of informational, low'],
    ['status: draft', '9: status "draft" is none; use one of stable'],
    ['status: unsupported', '9: status "unsupported": its author says'],
    ['taxonomy: ecs', '9: taxonomy "ecs" is not supported'],
    ['level: [high]', '9: level: must be a text'],
    ['tags: {a: b}', '9: tags: must be a list of texts'],
    ['filter:\n  rules: any', '9: Sigma filters are not supported'],
    ['action: global', '9: collections with "action" (Sigma before version 2) are not supported'],
    ['correlation:\n  type: event_count', '9: a rule has a detection or a correlation, not both'],
  ])('%j', (head, expected) => {
    expect(faultsOf(readTexts(whole(head))).join('\n')).toContain(expected);
  });

  it.each([
    ['', '1: the file holds no rule'],
    ['# only a comment', '1: the file holds no rule'],
    ['just words', '1: a Sigma rule is a map'],
    ['- a\n- list', '1: a Sigma rule is a map'],
    ['title: [', '1: no valid YAML:'],
    ['title: A rule', '1: the rule has no detection and no correlation'],
    ['title: A rule\nfilter: {}', '2: Sigma filters are not supported'],
    [
      'title: A rule\ndetection: words\nlogsource: {product: aws, service: cloudtrail}',
      '2: detection: must be a map',
    ],
    ['title: A rule\ncorrelation: words', '2: correlation: must be a map'],
    ['title: A rule\ndetection:\n  a: {b: c}\n  condition: a', '1: the rule has no logsource'],
    [`title: ${'x'.repeat(257)}`, '1: title: longer than 256 characters'],
  ])('%j', (text, expected) => {
    expect(faultsOf(readTexts(text)).join('\n')).toContain(expected);
  });

  it.each([
    ['an alias of what it stands in', '&a [*a]', 'more than 40 levels inside each other'],
    ['brackets without end', '['.repeat(20_000), '1: no valid YAML'],
    ['a long file', `title: "${'x'.repeat(1_000_001)}"`, '1: longer than 1000000 characters'],
    [
      'many aliases of a long list',
      `a: &a [${'x,'.repeat(2000)}]\nb: [${'*a,'.repeat(20)}]`,
      '1: more than 20000 values',
    ],
    [
      'many parentheses',
      condition(`${'('.repeat(200)}selection${')'.repeat(200)}`),
      '10: more than 100 parentheses',
    ],
    ['many times "not"', condition(`${'not '.repeat(5000)}selection`), '10: more than 100 parentheses'],
  ])('%s', (_, text, expected) => {
    expect(faultsOf(readTexts(text)).join('\n')).toContain(expected);
  });

  it.each([
    [
      'product: windows\n  service: cloudtrail',
      'logsource product "windows" is not supported; only "aws" is',
    ],
    ['product: aws', 'logsource service "" is not supported; only "cloudtrail" is'],
    ['product: aws\n  service: guardduty', 'logsource service "guardduty" is not supported'],
    [
      'product: aws\n  service: cloudtrail\n  category: process_creation',
      'logsource category is not supported',
    ],
  ])('logsource %j', (lines, expected) => {
    const text = `title: A rule\nlogsource:\n  ${lines}\ndetection:\n  a: {eventName: b}\n  condition: a`;
    expect(faultsOf(readTexts(text)).join('\n')).toContain(expected);
  });
});

describe('a correlation that is not supported is refused by name and line', () => {
  const counting = (lines: string) => `type: event_count\nrules: [base]\ntimespan: 5m\n${lines}`;
  it.each([
    [
      'type: value_avg\nrules: [base]\ntimespan: 5m\ncondition: {gte: 2}',
      '3: correlation type "value_avg" is not supported: amounts are not kept',
    ],
    [
      'type: near\nrules: [base]\ntimespan: 5m\ncondition: {gte: 2}',
      '3: correlation type "near" is none; use one of event_count',
    ],
    ['rules: [base]\ntimespan: 5m\ncondition: {gte: 2}', '3: correlation type "" is none'],
    ['type: event_count\ntimespan: 5m\ncondition: {gte: 2}', '3: rules: must be a list of the ids or names'],
    ['type: event_count\nrules: [{a: b}]\ntimespan: 5m\ncondition: {gte: 2}', '4: rules: must be a list'],
    [
      'type: event_count\nrules: [base, base]\ntimespan: 5m\ncondition: {gte: 2}',
      '4: rules: "base" is listed twice',
    ],
    [
      'type: event_count\nrules: [bsae]\ntimespan: 5m\ncondition: {gte: 2}',
      '4: rules: no rule of the folder has the id or name "bsae"; did you mean "base"?',
    ],
    [
      'type: event_count\nrules: [faulty]\ntimespan: 5m\ncondition: {gte: 2}',
      '4: rules: "faulty" is refused itself (rule-3.yml:1)',
    ],
    [
      'type: event_count\nrules: [chain]\ntimespan: 5m\ncondition: {gte: 2}',
      '4: rules: "chain" is a correlation: a correlation of correlations is not supported',
    ],
    ['type: event_count\nrules: [base]\ncondition: {gte: 2}', '3: the correlation has no timespan'],
    [
      'type: event_count\nrules: [base]\ntimespan: 5\ncondition: {gte: 2}',
      '5: timespan "5" is none: a number above 0 and s, m, h or d',
    ],
    ['type: event_count\nrules: [base]\ntimespan: 0m\ncondition: {gte: 2}', '5: timespan "0m" is none'],
    [
      'type: event_count\nrules: [base]\ntimespan: 8d\ncondition: {gte: 2}',
      '5: timespan "8d" is longer than 7d',
    ],
    [counting(''), '3: the correlation has no condition'],
    [counting('condition: base and other'), '6: condition: must be a map such as "gte: 10"'],
    [counting('condition: {lt: 5}'), '6: condition "lt" is not supported: more events may still come'],
    [counting('condition: {lte: 5}'), '6: condition "lte" is not supported'],
    [counting('condition: {eq: 5}'), '6: condition "eq" is not supported'],
    [counting('condition:\n  gt: 100\n  lte: 200'), '8: condition "lte" is not supported'],
    [counting('condition: {gt: 1, gte: 2}'), '6: the condition says twice from how many on'],
    [counting('condition: {gte: 0}'), '6: the condition is met by nothing happening'],
    [counting('condition: {gt: 1000}'), '6: the condition counts beyond 1000'],
    [counting('condition: {gte: 2.5}'), '6: condition "gte" needs a whole number'],
    [counting('condition: {gte: -1}'), '6: condition "gte" needs a whole number'],
    [
      counting('condition: {min: 2}'),
      '6: condition "min" is not supported; use gt, gte, lt, lte, eq and field',
    ],
    [counting('condition: {}'), '6: the correlation needs a condition with gt or gte'],
    [counting('condition: {gte: 2, field: a}'), '6: event_count counts events, whatever their fields'],
    [
      'type: value_count\nrules: [base]\ntimespan: 5m\ncondition: {gte: 2}',
      '6: value_count needs a "field" in its condition',
    ],
    [
      'type: temporal\nrules: [base, other]\ntimespan: 5m\ncondition: {lte: 2}',
      '6: condition "lte" is not supported',
    ],
    [
      'type: temporal\nrules: [base, other]\ntimespan: 5m\ncondition: {eq: 1}',
      '6: condition "eq" is not supported',
    ],
    [
      'type: temporal\nrules: [base, other]\ntimespan: 5m\ncondition: {gte: 3}',
      '6: the condition asks for 3 rules of 2',
    ],
    [
      'type: temporal\nrules: [base, other]\ntimespan: 5m\ncondition: {gte: 2, field: a}',
      '6: "field" is for value_count',
    ],
    [
      'type: temporal_ordered\nrules: [base, other]\ntimespan: 5m\ncondition: {gte: 1}',
      '6: an order of some of the rules is not supported',
    ],
    [counting('condition: {gte: 2}\nordered: true'), '7: correlation attribute "ordered" is not supported'],
    [
      counting('condition: {gte: 2}\ngroupby: [a]'),
      '7: correlation attribute "groupby" is not supported; did you mean "group-by"?',
    ],
    [counting('condition: {gte: 2}\ngroup-by: [{a: b}]'), '7: group-by: must be a list of texts'],
    [counting('condition: {gte: 2}\ngenerate: maybe'), '7: generate: must be true or false'],
    [counting('condition: {gte: 2}\naliases: words'), '7: aliases: must be a map of names'],
    [
      counting('condition: {gte: 2}\naliases:\n  who: words'),
      '8: alias "who": must be a map of rules and fields',
    ],
    [counting('condition: {gte: 2}\naliases:\n  who: {base: 5}'), '8: alias "who": "base" must name a field'],
    [
      counting('condition: {gte: 2}\naliases:\n  who: {bose: a}'),
      '8: alias "who": "bose" is none of the correlation\'s rules',
    ],
    [
      'type: event_count\nrules: [base, other]\ntimespan: 5m\ncondition: {gte: 2}\naliases:\n  who: {base: a}\ngroup-by: [who]',
      '9: alias "who" says nothing of the rule "other"',
    ],
  ])('%j', (lines, expected) => {
    const chain = `name: chain\n${correlationText('type: event_count\nrules: [base]\ntimespan: 5m\ncondition: {gte: 2}')}`;
    const read = readTexts(
      correlationText(lines),
      referable('base'),
      `${referable('faulty')}\nlevel: severe`,
      chain,
      referable('other'),
    );
    const own = read.refused.find(({ path }) => path === 'rule.yml');
    expect(own?.faults.map(({ line, message }) => `${line}: ${message}`).join('\n')).toContain(expected);
    expect(read.rules.map(({ file }) => file)).not.toContain('rule.yml');
  });
});
