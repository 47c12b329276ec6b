import { keyed, reads } from '../../account/example.ts';
import { analyzersIn } from '../analyzers.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { ofAccount } from '../judge-each.ts';

export const check = defineCheck({
  id: 'unused-access-analyzer-disabled',
  topic: 'hygiene',
  severity: 'info',
  title: 'Nothing analyzes unused access',
  why: 'IAM Access Analyzer sees unused permissions by action; this review sees what AWS tells of services.',
  fix: 'Consider an analyzer of type ACCOUNT_UNUSED_ACCESS in one Region; it is paid by the number of users and roles.',
  misses: 'An analyzer of the organisation in another account, which the account does not see.',
  needs: ['analyzers', 'regions'],
  messages: {
    FAIL: { none: 'No Region has an active analyzer of unused access.' },
    PASS: { active: 'An active analyzer looks for unused access.' },
    NOT_EVALUATED: {
      'region-unknown':
        'The analyzers of {region} are not known, and no other Region has one of unused access: {cause}.',
    },
  },

  judge({ sources, account }) {
    const { analyzers, unread } = analyzersIn(sources.analyzers);
    const isActive = analyzers.some(
      ({ type, status }) => type.endsWith('_UNUSED_ACCESS') && status === 'ACTIVE',
    );
    if (isActive) return [ofAccount(account, 'active')];
    const asked = new Set(sources.analyzers.map(({ key }) => key));
    const notAsked = sources.regions.find((region) => !asked.has(region));
    const gap = unread[0] ?? (notAsked && { region: notAsked, cause: 'AWS was not asked about it' });
    // One analyzer does for the whole account: any Region that was not looked at may have it.
    return [gap ? ofAccount(account, 'region-unknown', gap) : ofAccount(account, 'none')];
  },
});

const state = (type: string, status = 'ACTIVE') => {
  const arn = 'arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/a';
  return reads({
    regions: ['eu-west-1'],
    analyzers: [keyed('eu-west-1', [{ name: 'a', arn, type, status, tags: [] }])],
  });
};
const twoRegions = () => reads({ regions: ['eu-west-1', 'us-east-1'] });

export const examples = (): CheckExample[] => [
  { name: 'of external access only', expect: ['none'], severity: 'info', state: state('ACCOUNT') },
  { name: 'of the account', expect: ['active'], state: state('ACCOUNT_UNUSED_ACCESS') },
  {
    name: 'of the organisation, in one Region',
    expect: ['active'],
    state: { ...state('ORGANIZATION_UNUSED_ACCESS'), ...twoRegions() },
  },
  { name: 'disabled', expect: ['none'], state: state('ACCOUNT_UNUSED_ACCESS', 'DISABLED') },
  {
    name: 'a second Region that nobody asked',
    expect: ['region-unknown'],
    state: { ...state('ACCOUNT'), ...twoRegions() },
  },
];
