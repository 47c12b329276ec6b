import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { isObject, listAt, textAt, textsAt } from '../../../events/json.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

/** Filters that leave nothing out: tags that are not this one, which no secret has. */
const takesAll = ({ request }: IamEvent): boolean => {
  const filters = listAt(request, 'filters').filter(isObject);
  return (
    filters.length > 0 &&
    filters.every((filter) => {
      const values = textsAt(filter, 'values');
      const isByTag = textAt(filter, 'key') === 'tag-key';
      return isByTag && values.length > 0 && values.every((value) => value.startsWith('!'));
    })
  );
};

export default defineRule({
  id: 'secrets-batch-catch-all',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['secretsmanager:BatchGetSecretValue'] },
  outcome: 'any',
  title: 'All secrets asked for in one call',
  why: 'The call needs a filter, and this one excludes a tag that nothing has: it means every secret of the region. Attack tools ask so; programs name what they need.',
  fix: 'Take the credentials of the caller away. Change every secret of the region that the caller could read: CloudTrail has an event of GetSecretValue for each.',
  misses: 'Filters that take everything in another way, such as a name that begins with each letter in turn.',
  falsePositives: 'Home-made tools for backups and inventories.',
  attack: ['T1555.006', 'T1119'],
  messages: {
    all: {
      done: '{actor} asked Secrets Manager for all secrets in {region} (secrets without tag {values}).',
      tried:
        '{actor} tried to ask Secrets Manager for all secrets in {region} (secrets without tag {values}), which did not succeed.',
    },
  },

  evaluate(event) {
    if (!takesAll(event)) return [];
    const values = listAt(event.request, 'filters')
      .filter(isObject)
      .flatMap((filter) => textsAt(filter, 'values'));
    return [{ message: 'all', resource: actorArn(event), aspect: event.region, data: { values } }];
  },
});

const ask = (filters: unknown, over: object = {}) =>
  call('secretsmanager:BatchGetSecretValue', { request: { filters }, readOnly: true, ...over });
const all = [{ key: 'tag-key', values: ['!tagKeyThatNothingHas'] }];

export const examples = (): Example[] => [
  { name: 'without a tag that nothing has', expect: ['all'], severity: 'high', record: ask(all) },
  { name: 'a single filter', expect: ['all'], record: ask(all[0]) },
  {
    name: 'refused, with the filter logged',
    expect: ['all'],
    severity: 'high',
    record: ask(all, { error: denied('secretsmanager:BatchGetSecretValue') }),
  },
  { name: 'by name', expect: [], record: ask([{ key: 'name', values: ['!db'] }]) },
  { name: 'a tag that is there', expect: [], record: ask([{ key: 'tag-key', values: ['team'] }]) },
  { name: 'two filters', expect: [], record: ask([...all, { key: 'name', values: ['db'] }]) },
  {
    name: 'a list of secrets',
    expect: [],
    record: call('secretsmanager:BatchGetSecretValue', { request: { secretIdList: ['db'] }, readOnly: true }),
  },
];
