import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { isObject, listAt, textAt, textsAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { policyHolderOf } from '../../policy-holder.ts';

const tagsOf = (event: IamEvent): readonly { readonly key: string; readonly text: string }[] => {
  if (event.name.startsWith('Untag'))
    return textsAt(event.request, 'tagKeys').map((key) => ({ key, text: key }));
  return listAt(event.request, 'tags')
    .filter(isObject)
    .map((tag) => {
      const key = textAt(tag, 'key') ?? '';
      return { key, text: `${key}=${textAt(tag, 'value') ?? ''}` };
    });
};

export default defineRule({
  id: 'tag-based-access-changed',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['iam:TagRole', 'iam:TagUser', 'iam:UntagRole', 'iam:UntagUser'] },
  needs: ['accessTags'],
  title: 'Tag changed that policies decide by',
  why: 'Where conditions compare tags, a tag is a permission: whoever changes their own becomes a member of another team, without any policy being touched.',
  fix: 'Check that the identity belongs to what the tag says. Put the old value back otherwise, and let nobody but administrators tag users and roles with these keys.',
  misses:
    'Tags of resources, which such conditions compare too. Tags that an identity is created with, and tags of a session. It is off until the setting accessTags names the keys.',
  falsePositives: 'Changes of teams.',
  attack: ['T1098.003', 'T1484'],
  messages: {
    set: '{actor} set tags of {holderKind} {holder} that policies decide by: {tags}.',
    removed: '{actor} removed tags of {holderKind} {holder} that policies decide by: {tags}.',
  },

  evaluate(event, { settings: { accessTags = [] } }) {
    // IAM compares keys without regard to case.
    const keys = new Set(accessTags.map((key) => key.toLowerCase()));
    const tags = tagsOf(event)
      .filter(({ key }) => keys.has(key.toLowerCase()))
      .map(({ text }) => text);
    if (tags.length === 0) return [];
    const { kind: holderKind, name: holder, arn: resource } = policyHolderOf(event);
    const message = event.name.startsWith('Untag') ? 'removed' : 'set';
    return [{ message, resource, data: { holderKind, holder, tags } }];
  },
});

const settings = { accessTags: ['team', 'clearance'] };
const tags = (...keys: string[]) => keys.map((key) => ({ key, value: 'payments' }));

export const examples = (): Example[] => [
  {
    name: 'a user moved to another team',
    expect: ['set'],
    severity: 'medium',
    settings,
    record: call('iam:TagUser', { request: { userName: 'bob', tags: tags('Team', 'cost-centre') } }),
  },
  {
    name: 'taken off a role',
    expect: ['removed'],
    settings,
    record: call('iam:UntagRole', { request: { roleName: 'web', tagKeys: ['clearance'] } }),
  },
  {
    name: 'another tag',
    expect: [],
    settings,
    record: call('iam:TagRole', { request: { roleName: 'web', tags: tags('cost-centre') } }),
  },
  {
    name: 'where nobody said which tags decide',
    expect: [],
    undecided: 'off',
    record: call('iam:TagUser', { request: { userName: 'bob', tags: tags('team') } }),
  },
  {
    name: 'refused',
    expect: [],
    settings,
    record: call('iam:TagUser', { error: denied('iam:TagUser', 'user bob') }),
  },
];
