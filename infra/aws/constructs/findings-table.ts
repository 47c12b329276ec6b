import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { type IndexSchema, type KeySchema, tableSchema } from '../../../shared/config/table-schema.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });
const keysOf = ({ partitionKey, sortKey }: KeySchema) => ({
  partitionKey: text(partitionKey),
  sortKey: text(sortKey),
});
const projectionOf = ({ projection }: IndexSchema) => ({
  projectionType: ProjectionType[projection.type],
  ...(projection.type === 'INCLUDE' ? { nonKeyAttributes: [...projection.attributes] } : {}),
});

/** The table of findings, as the store knows it. It outlives the stack: the evidence of past months must not go with it. */
export class FindingsTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, { key }: { key: IKey }) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      ...keysOf(tableSchema),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      timeToLiveAttribute: tableSchema.timeToLive,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const [indexName, index] of Object.entries<IndexSchema>(tableSchema.indexes))
      this.table.addGlobalSecondaryIndex({ indexName, ...keysOf(index), ...projectionOf(index) });
  }
}
