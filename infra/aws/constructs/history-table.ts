import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { historySchema } from '../../../shared/config/history-schema.ts';

/**
 * The table of the event history. It is no evidence, and everything in it expires; yet without it rules that ask for weeks learn anew, so it is
 * protected from being deleted by accident (docs/adr/0011-event-history.md).
 */
export class HistoryTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, { key }: { key: IKey }) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: historySchema.partitionKey, type: AttributeType.STRING },
      sortKey: { name: historySchema.sortKey, type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      timeToLiveAttribute: historySchema.timeToLive,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this.table).acknowledge({
      id: 'AwsSolutions::AwsSolutions-DDB3',
      reason:
        'Point-in-time recovery would restore windows that are over. Findings, which are evidence, lie in another table that has it.',
    });
  }
}
