import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { buildApp } from '../../../infra/aws/build-app.ts';
import type { CustomRules } from '../../../infra/aws/custom-rules/load-custom-rules.ts';
import { parseDeployment } from '../../../shared/config/deployment.ts';
import type { Rule } from '../../../shared/rules/define-rule.ts';

const { context } = JSON.parse(readFileSync(new URL('../../../cdk.json', import.meta.url), 'utf8')) as {
  context: Record<string, unknown>;
};

/** A resource of a template. */
export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, never>;
  readonly DeletionPolicy?: string;
}

/**
 * Synthesizes an installation. cdk-nag looks at it and a violation throws. The functions are not bundled, which is most of the
 * time it takes.
 */
export const synthesize = (configuration: object, rules: readonly Rule[], custom?: CustomRules) => {
  const app = new App({ context: { ...context, 'aws:cdk:bundling-stacks': [] } });
  const { home, forwarders } = buildApp(app, parseDeployment(configuration, 'test'), rules, custom);
  return {
    app,
    home: Template.fromStack(home),
    forwarders: forwarders.map((stack) => Template.fromStack(stack)),
  };
};

/** Resources of a type, by logical id. */
export const resourcesOf = (template: Template, type: string): readonly (readonly [string, Resource])[] =>
  Object.entries(template.findResources(type) as Record<string, Resource>);

/** The logical id that a `Ref` or `Fn::GetAtt` points to, wherever it lies in the value. */
export const referenced = (value: unknown): string | undefined =>
  /"(?:Ref|Fn::GetAtt)":\[?"(\w+)"/.exec(JSON.stringify(value) ?? '')?.[1];

/** A statement of a policy; lists where the template may have single values. */
export interface Statement {
  readonly sid?: string;
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly unknown[];
  readonly principal: unknown;
  readonly condition: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const asList = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T];

/** The statements of a policy document. */
export const statementsOf = (document: unknown): readonly Statement[] =>
  asList((document as { Statement: Record<string, unknown>[] }).Statement).map((statement) => ({
    ...(statement['Sid'] ? { sid: String(statement['Sid']) } : {}),
    effect: String(statement['Effect']),
    actions: asList(statement['Action'] as string),
    resources: asList(statement['Resource']),
    principal: statement['Principal'],
    condition: (statement['Condition'] ?? {}) as Statement['condition'],
  }));
