import { arnOf, daysAgo, keyed, reads } from '../../account/example.ts';
import { readingOf } from '../../account/source.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';

export const check = defineCheck({
  id: 'instance-profile-unused',
  topic: 'roles',
  severity: 'info',
  title: 'Instance profile is not in use',
  why: 'Whoever may start an instance can choose it, and gets its role.',
  fix: 'Delete it: `aws iam delete-instance-profile`, after taking its role out.',
  misses: 'Launch templates, Auto Scaling groups and stopped machines of other services that name it.',
  needs: ['instanceProfiles', 'instanceProfileUses', 'regions'],
  messages: {
    FAIL: {
      unused: 'No EC2 instance in an enabled Region uses the instance profile {profile} (role {roles}).',
    },
    PASS: { used: 'The instance profile {profile} is in use.' },
    NOT_APPLICABLE: { none: 'The account has no instance profile.' },
    NOT_EVALUATED: { open: 'Whether an instance uses {profile} is not known in {region}: {cause}.' },
  },

  judge({ sources, account }) {
    const readings = sources.regions.map((region) => ({
      region,
      reading: readingOf(sources.instanceProfileUses, region),
    }));
    const used = new Set(readings.flatMap(({ reading }) => (reading.status === 'read' ? reading.value : [])));
    const open = readings.flatMap(({ region, reading }) =>
      reading.status === 'read' ? [] : [{ region, cause: reading.cause }],
    );
    return judgeEach(sources.instanceProfiles, account, 'none', ({ name, arn, roleNames }) => {
      const data = { profile: name };
      const about = { resource: arn, resourceId: name, data };
      if (used.has(arn)) return { message: 'used', ...about };
      const [gap] = open;
      if (gap) return { message: 'open', ...about, data: { ...data, ...gap } };
      return {
        message: 'unused',
        ...about,
        data: { ...data, roles: roleNames.length > 0 ? roleNames : ['none'] },
      };
    });
  },
});

const state = (inFirst: readonly string[], inSecond: readonly string[] | undefined = []) =>
  reads({
    regions: ['us-east-1', 'eu-west-1'],
    instanceProfiles: [
      { name: 'web', arn: arnOf('instance-profile/web'), createdAt: daysAgo(400), roleNames: ['web'] },
    ],
    instanceProfileUses: [
      keyed('us-east-1', inFirst),
      ...(inSecond === undefined ? [] : [keyed('eu-west-1', inSecond)]),
    ],
  });
const open = () => reads({ instanceProfileUses: [keyed('us-east-1', [])] });

export const examples = (): CheckExample[] => [
  { name: 'no instance', expect: ['unused'], severity: 'info', state: state([]) },
  {
    name: 'an instance in another Region',
    expect: ['used'],
    state: state([], [arnOf('instance-profile/web')]),
  },
  {
    name: 'no instance, and a Region that nobody asked',
    expect: ['open'],
    state: { ...state([]), ...open() },
  },
  { name: 'none', expect: ['none'], state: { ...state([]), ...reads({ instanceProfiles: [] }) } },
];
