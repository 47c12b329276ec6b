import { createFindingTable, createHistoryTable } from '../../../shared/adapters/dynamodb/create-table.ts';
import { dynamoEventHistory } from '../../../shared/adapters/dynamodb/event-history.ts';
import { dynamoFindingStore } from '../../../shared/adapters/dynamodb/finding-store.ts';
import { describeEventHistory, ruleIds } from '../../../test/contract/event-history.ts';
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

describeEventHistory('MiniStack', async (since) => {
  const tableName = `contract-history-${tables++}`;
  await createHistoryTable(dynamodb, tableName);
  const now = () => Date.parse(since);
  return { open: () => dynamoEventHistory({ client: dynamodb, tableName, ruleIds, now }) };
});
