import type { Deployment } from '../config/deployment.ts';
import type { Rule } from '../rules/define-rule.ts';
import { rulesOutside, tierNeeded } from '../rules/tier.ts';
import { type Diagnosis, type Judgement, judged } from './diagnosis.ts';

/** Where console sign-ins of IAM users can arrive besides the home Region (CloudTrail User Guide, "AWS Management Console sign-in events"). */
const signInRegions = ['us-east-2', 'eu-north-1', 'ap-southeast-2'] as const;

const judgeRegions = ({ homeRegion, forwardFrom }: Deployment): readonly Judgement[] => {
  const missing =
    homeRegion === 'us-east-1' ? signInRegions.filter((region) => !forwardFrom.includes(region)) : [];
  return missing.length === 0
    ? [{ status: 'ok', says: `Events of ${[homeRegion, ...forwardFrom].join(', ')} are taken.` }]
    : [
        {
          status: 'warn',
          says: `Sign-ins of IAM users can arrive in ${missing.join(', ')}, which are not in forwardFrom; neither are role sessions and changes made in other Regions.`,
          fix: 'List every Region that is enabled in the account under forwardFrom and deploy all stacks (docs/deploying.md, "Other Regions").',
        },
      ];
};

const judgeTier = ({ tier }: Deployment, rules: readonly Rule[]): readonly Judgement[] => {
  const outside = Map.groupBy(rulesOutside(tier, rules), tierNeeded);
  if (outside.size === 0)
    return [{ status: 'ok', says: `All ${rules.length} rules see their events in tier ${tier}.` }];
  return [...outside].map(([needed, asleep]) => ({
    status: 'warn',
    says: `Rules that see nothing in tier ${tier}, since they need tier ${needed} (${asleep.length}): ${asleep.map(({ id }) => id).join(', ')}.`,
    fix: `Set "tier": "${needed}" in trailwarden.json and deploy, or accept it (docs/deploying.md, "Tiers").`,
  }));
};

/** What the configuration alone says: no account is asked. */
export const diagnoseConfiguration = (
  deployment: Deployment,
  rules: readonly Rule[],
): readonly Diagnosis[] => [
  ...judged('tier', { value: deployment }, (value) => judgeTier(value, rules)),
  ...judged('Regions', { value: deployment }, judgeRegions),
];
