import { Annotations, type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Deployment } from '../../shared/config/deployment.ts';
import type { Rule } from '../../shared/rules/define-rule.ts';
import { ownStackName } from '../../shared/rules/own-resources.ts';
import { rulesOutside } from '../../shared/rules/tier.ts';
import { type Tier, tierOf } from '../../shared/rules/trigger.ts';
import { type CustomRules, noCustomRules } from './custom-rules/load-custom-rules.ts';
import { HomeStack } from './stacks/home-stack.ts';
import { RegionForwarderStack } from './stacks/region-forwarder-stack.ts';

/** Id of the stack in the home Region. The names of its roles begin with it, and the rules know its resources by it, so it never changes. */
export const homeStackId = ownStackName;

/** Says with each synthesis what is worth knowing of custom rules, and which of them see nothing in this tier. */
const tellOf = (app: App, { rules, notes }: CustomRules, tier: Tier): void => {
  const asleep = rulesOutside(tier, rules).map(
    ({ file, line, on }) =>
      `${file}:${line}: sees nothing in the tier ${tier} of this deployment: it needs ${tierOf(on)}`,
  );
  const known = notes.map(({ path, line, message }) => `${path}:${line}: ${message}`);
  for (const text of [...asleep, ...known]) Annotations.of(app).addWarningV2('trailwarden:customRules', text);
};

/** Adds the stacks of one installation to the app: the home stack, and one per Region that forwards. */
export const buildApp = (
  app: App,
  deployment: Deployment,
  catalogue: readonly Rule[],
  custom: CustomRules = noCustomRules,
) => {
  // Patterns are made from what rules look at, whatever runs them.
  const rules = [...catalogue, ...custom.rules];
  tellOf(app, custom, deployment.tier);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
  return {
    home: new HomeStack(app, homeStackId, { deployment, rules, customRules: custom.rules }),
    forwarders: deployment.forwardFrom.map(
      (region) =>
        new RegionForwarderStack(app, `${homeStackId}-${region}`, {
          deployment,
          rules,
          region,
          homeStack: homeStackId,
        }),
    ),
  };
};
