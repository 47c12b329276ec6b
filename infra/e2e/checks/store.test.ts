import { createFindingTable } from '../../../shared/adapters/dynamodb/create-table.ts';
import { dynamoFindingStore } from '../../../shared/adapters/dynamodb/finding-store.ts';
import { describeFindingStore } from '../../../test/contract/finding-store.ts';
import { clientsOf } from '../connection.ts';
import { deployedInstallation } from '../installation.ts';

const { dynamodb } = clientsOf(deployedInstallation());
let tables = 0;

describeFindingStore('MiniStack', async () => {
  const tableName = `contract-${tables++}`;
  await createFindingTable(dynamodb, tableName);
  return dynamoFindingStore({ client: dynamodb, tableName });
});
