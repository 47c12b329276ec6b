import { keyed, reads } from '../../account/example.ts';
import type { Tag } from '../../account/snapshot-identities.ts';
import { analyzersIn } from '../analyzers.ts';
import { type CheckExample, defineCheck, type Judgement } from '../define-check.ts';
import { judgeEach, ofAccount } from '../judge-each.ts';
import { missingTags } from '../tags.ts';

export const check = defineCheck({
  id: 'analyzer-untagged',
  topic: 'hygiene',
  severity: 'info',
  title: 'Analyzer has no owner tag',
  why: 'Nobody knows who reads its findings.',
  fix: 'Tag it with its owner: `aws accessanalyzer tag-resource`. The setting review.ownerTags names the keys that count.',
  misses: 'Whether the owner that the tag names still works here.',
  needs: ['analyzers'],
  messages: {
    FAIL: {
      none: 'The analyzer {analyzer} has no tag.',
      missing: 'The analyzer {analyzer} lacks the tag(s) {missing}.',
    },
    PASS: { tagged: 'The analyzer {analyzer} is tagged.' },
    NOT_APPLICABLE: { 'no-analyzers': 'The account has no analyzer.' },
    NOT_EVALUATED: { 'region-unknown': 'The analyzers of {region} are not known: {cause}.' },
  },

  judge({ sources, account, criteria }) {
    const { analyzers, unread } = analyzersIn(sources.analyzers);
    const open = unread.map((gap): Judgement<'region-unknown'> => ofAccount(account, 'region-unknown', gap));
    if (analyzers.length === 0 && open.length > 0) return open;
    return [
      ...judgeEach(analyzers, account, 'no-analyzers', ({ name, arn, tags }) => {
        const missing = missingTags(tags, criteria);
        const about = { resource: arn, resourceId: name };
        if (missing.length === 0) return { message: 'tagged', ...about, data: { analyzer: name } };
        return criteria.settings.ownerTags === undefined
          ? { message: 'none', ...about, data: { analyzer: name } }
          : { message: 'missing', ...about, data: { analyzer: name, missing } };
      }),
      ...open,
    ];
  },
});

const state = (...keys: readonly string[]) => {
  const tags: readonly Tag[] = keys.map((key) => ({ key, value: 'x' }));
  const arn = 'arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/a';
  return reads({
    analyzers: [keyed('eu-west-1', [{ name: 'a', arn, type: 'ACCOUNT', status: 'ACTIVE', tags }])],
  });
};

export const examples = (): CheckExample[] => [
  { name: 'no tag', expect: ['none'], severity: 'info', state: state() },
  { name: 'any tag', expect: ['tagged'], state: state('x') },
  { name: 'no owner', expect: ['missing'], settings: { ownerTags: ['owner'] }, state: state('x') },
  { name: 'no analyzer', expect: ['no-analyzers'], state: reads({ analyzers: [keyed('eu-west-1', [])] }) },
  {
    name: 'a Region that refused',
    expect: ['region-unknown'],
    state: reads({
      analyzers: [
        {
          key: 'eu-west-1',
          reading: { status: 'unavailable', reason: 'denied', cause: 'ListAnalyzers was denied' },
        },
      ],
    }),
  },
];
