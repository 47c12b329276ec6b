import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Deployment } from '../../shared/config/deployment.ts';
import type { Rule } from '../../shared/rules/define-rule.ts';
import { ownStackName } from '../../shared/rules/own-resources.ts';
import { HomeStack } from './stacks/home-stack.ts';
import { RegionForwarderStack } from './stacks/region-forwarder-stack.ts';

/** Id of the stack in the home Region. The names of its roles begin with it, and the rules know its resources by it, so it never changes. */
export const homeStackId = ownStackName;

/** Adds the stacks of one installation to the app: the home stack, and one per Region that forwards. */
export const buildApp = (app: App, deployment: Deployment, rules: readonly Rule[]) => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
  return {
    home: new HomeStack(app, homeStackId, { deployment, rules }),
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
