import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoFindingStore } from '../../../shared/adapters/dynamodb/finding-store.ts';
import type { JsonObject } from '../../../shared/events/iam-event.ts';
import type { Finding } from '../../../shared/findings/finding.ts';
import { clientsOf } from '../connection.ts';
import { FakeSlackControl } from '../fake-slack.ts';
import { deployedInstallation } from '../installation.ts';
import { until } from '../poll.ts';
import { putOnBus } from './event-bus.ts';
import { depthOf, subscribe } from './queue.ts';

/** The deployed installation, seen from outside: what goes in, what came of it. */
export const trailwarden = () => {
  const installation = deployedInstallation();
  const clients = clientsOf(installation);
  const { table, accountId, queues } = installation;
  const documents = DynamoDBDocumentClient.from(clients.dynamodb);
  const store = dynamoFindingStore({ client: clients.dynamodb, tableName: table });

  /** Every item of the table that mentions the text anywhere: what is stored, whatever the layout of the table. */
  const itemsAbout = async (text: string): Promise<readonly Record<string, unknown>[]> => {
    const found: Record<string, unknown>[] = [];
    let next: Record<string, unknown> | undefined;
    do {
      const page = await documents.send(
        new ScanCommand({ TableName: table, ExclusiveStartKey: next, ConsistentRead: true }),
      );
      found.push(...(page.Items ?? []).filter((item) => JSON.stringify(item).includes(text)));
      next = page.LastEvaluatedKey;
    } while (next !== undefined);
    return found;
  };

  /** The open findings of a resource, worst first. */
  const openFindingsOf = async (resource: string): Promise<readonly Finding[]> => {
    const found: Finding[] = [];
    let after: string | undefined;
    do {
      const page = await store.openFindings(accountId, after === undefined ? {} : { after });
      found.push(...page.items.filter((finding) => finding.resource === resource));
      after = page.next;
    } while (after !== undefined);
    return found;
  };

  return {
    installation,
    clients,
    store,
    slack: new FakeSlackControl(installation.slack),
    itemsAbout,
    openFindingsOf,

    put: (...records: readonly JsonObject[]) => putOnBus(clients, ...records),

    /** Waits until a resource has an open finding. */
    findingOf: (resource: string): Promise<Finding> =>
      until(`a finding of ${resource}`, async () => (await openFindingsOf(resource))[0]),

    /** Waits until nothing is under way any more: each queue is looked at after those that feed it. */
    settled: async (within = 30_000): Promise<void> => {
      for (const queue of [queues.events, queues.notify, queues.deliver]) {
        const isEmpty = async () => (await depthOf(clients.sqs, queue)) === 0;
        await until(`${queue} to be empty`, isEmpty, { within });
      }
    },

    subscribeTo: (topic: 'alertsTopic' | 'mailTopic', name: string) =>
      subscribe(clients, installation[topic], name),
  };
};

/** See trailwarden. */
export type Trailwarden = ReturnType<typeof trailwarden>;
