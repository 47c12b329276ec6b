import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** What is watched, when it is a fault and what it means to the person who is woken by it. */
export interface AlarmProps {
  readonly metric: IMetric;
  /** One sentence: what is wrong. It is the text of the notification. */
  readonly meaning: string;
  /** Fires at this value and above. Default 1. */
  readonly threshold?: number;
  /** Turns it round: fires when every one of so many periods stayed below the threshold or had no data. */
  readonly silentPeriods?: number;
  readonly operations: ITopic;
}

/** An alarm that tells the operations topic when it goes off and when it is over. */
export const alarmOn = (scope: Construct, id: string, props: AlarmProps): Alarm => {
  const isSilence = props.silentPeriods !== undefined;
  const alarm = new Alarm(scope, id, {
    metric: props.metric,
    alarmDescription: `Trailwarden: ${props.meaning} See docs/operating.md.`,
    threshold: props.threshold ?? 1,
    comparisonOperator: isSilence
      ? ComparisonOperator.LESS_THAN_THRESHOLD
      : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: props.silentPeriods ?? 1,
    treatMissingData: isSilence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
  const action = new SnsAction(props.operations);
  alarm.addAlarmAction(action);
  alarm.addOkAction(action);
  return alarm;
};
