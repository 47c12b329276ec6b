import { App } from 'aws-cdk-lib';
import { rules } from '../../shared/rules/catalogue.ts';
import { buildApp } from './build-app.ts';
import { readDeployment } from './read-deployment.ts';

const app = new App();
buildApp(app, readDeployment(app.node.tryGetContext('config')), rules);
app.synth();
