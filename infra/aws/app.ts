import { App } from 'aws-cdk-lib';
import { rules } from '../../shared/rules/catalogue.ts';
import { buildApp } from './build-app.ts';
import { loadCustomRules } from './custom-rules/load-custom-rules.ts';
import { readDeployment } from './read-deployment.ts';

const app = new App();
const deployment = readDeployment(app.node.tryGetContext('config'));
buildApp(app, deployment, rules, loadCustomRules(deployment.customRules));
app.synth();
