import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { metricNamespace } from '../../../shared/config/metrics.ts';
import { alarmOn } from './alarm.ts';
import { functionCode } from './function-code.ts';
import type { FunctionName } from './own-roles.ts';

/** Resources of permissions that hold a wildcard, and why they must. */
export interface WideResources {
  readonly resources: readonly string[];
  readonly reason: string;
}

export interface MonitoredFunctionProps {
  /** Folder in `functions/`; also the service name in logs and metrics. */
  readonly name: FunctionName;
  readonly roleName: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeout: Duration;
  /** MiB; default 512. */
  readonly memorySize?: number;
  readonly permissions: readonly PolicyStatement[];
  /** Those of them that are on all resources of a kind; without a reason none may be. */
  readonly wide?: WideResources;
  readonly operations: ITopic;
}

/** A function with a role of its own that holds nothing but what is passed in, its log group, and alarms on errors and throttles. */
export class MonitoredFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: MonitoredFunctionProps) {
    super(scope, id);
    const { name, timeout, operations } = props;
    const logGroup = new LogGroup(this, 'Logs', { retention: RetentionDays.ONE_YEAR });
    this.function = new LambdaFunction(this, 'Function', {
      description: `Trailwarden ${name}`,
      code: functionCode(name),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memorySize ?? 512,
      timeout,
      logGroup,
      role: this.role(props, logGroup),
      environment: {
        ...props.environment,
        POWERTOOLS_SERVICE_NAME: name,
        POWERTOOLS_METRICS_NAMESPACE: metricNamespace,
        POWERTOOLS_LOG_LEVEL: 'INFO',
        NODE_OPTIONS: '--enable-source-maps',
      },
    });
    const watch = { period: Duration.minutes(5) };
    alarmOn(this, 'Errors', {
      metric: this.function.metricErrors(watch),
      meaning: `function ${name} failed.`,
      operations,
    });
    alarmOn(this, 'Throttles', {
      metric: this.function.metricThrottles(watch),
      meaning: `function ${name} was throttled: the account's Lambda concurrency is used up.`,
      operations,
    });
  }

  private role({ roleName, permissions, wide }: MonitoredFunctionProps, logGroup: LogGroup) {
    const writeLogs = new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    });
    const role = new Role(this, 'Role', {
      roleName,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { Own: new PolicyDocument({ statements: [writeLogs, ...permissions] }) },
    });
    const { account } = Stack.of(this);
    for (const resource of wide?.resources ?? []) {
      // cdk-nag writes the account, which is not known yet, in its own way.
      const shown = resource.replaceAll(account, '<AWS::AccountId>');
      const id = `AwsSolutions::AwsSolutions-IAM5[Resource::${shown}]`;
      Validations.of(role).acknowledge({ id, reason: wide?.reason ?? '' });
    }
    // CDK would add permissions of its own choice to a role that it may change.
    return role.withoutPolicyUpdates();
  }
}
