import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Code, LayerVersion } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { CustomRule } from '../../../shared/custom-rules/custom-rule.ts';
import { writeRuleBundle } from '../custom-rules/rule-bundle.ts';

export interface CustomRulesLayerProps {
  readonly rules: readonly CustomRule[];
  /** The functions that know rules: those that check events and those that tell of findings. */
  readonly functions: readonly LambdaFunction[];
}

/** The owner's rules as a layer: functions are bundled once, whatever the rules of an installation are. */
export class CustomRulesLayer extends Construct {
  constructor(scope: Construct, id: string, { rules, functions }: CustomRulesLayerProps) {
    super(scope, id);
    const layer = new LayerVersion(this, 'Layer', {
      description: 'Trailwarden: custom rules, as data',
      code: Code.fromAsset(writeRuleBundle(rules)),
    });
    for (const one of functions) {
      one.addLayers(layer);
      // Where Lambda puts layers ("Packaging your layer content", AWS Lambda Developer Guide).
      one.addEnvironment('CUSTOM_RULES', '/opt');
    }
  }
}
