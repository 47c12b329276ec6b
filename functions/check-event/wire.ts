import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { SSMClient } from '@aws-sdk/client-ssm';
import type { AccountReader } from '../../shared/account/account-reader.ts';
import { withPriorState } from '../../shared/account/prior-state.ts';
import { withAddresses } from '../../shared/account/with-addresses.ts';
import { addressReader } from '../../shared/adapters/addresses/address-reader.ts';
import { fetchFileWith } from '../../shared/adapters/addresses/fetch-file.ts';
import { dynamoEventHistory } from '../../shared/adapters/dynamodb/event-history.ts';
import { dynamoFindingStore } from '../../shared/adapters/dynamodb/finding-store.ts';
import { dynamoHeartbeats } from '../../shared/adapters/dynamodb/heartbeats.ts';
import { dynamoInventory } from '../../shared/adapters/dynamodb/inventory.ts';
import { dynamoKeyChanges } from '../../shared/adapters/dynamodb/key-changes.ts';
import { dynamoPriorStates } from '../../shared/adapters/dynamodb/prior-states.ts';
import { dynamoProcessedEvents } from '../../shared/adapters/dynamodb/processed-events.ts';
import type { ReaderRole } from '../../shared/adapters/iam/reader-role.ts';
import { snsAlerter } from '../../shared/adapters/sns/alerter.ts';
import { settingsParameter } from '../../shared/adapters/ssm/settings-parameter.ts';
import type { CheckEventPorts } from '../../shared/app/check-event.ts';
import {
  noStoredSettings,
  type SettingsInForce,
  type SettingsNews,
  settingsInForce,
} from '../../shared/app/settings-in-force.ts';
import { recoveryWatch } from '../../shared/app/undecided.ts';
import { ruleBook } from '../../shared/custom-rules/rule-book.ts';
import type { Inventory } from '../../shared/inventory/inventory.ts';
import type { Heartbeats } from '../../shared/reconcile/heartbeat.ts';
import type { ProcessedEvents } from '../../shared/reconcile/processed-events.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { rulesAsDeployed, tierIncludes, tierNeeded } from '../../shared/rules/tier.ts';
import { tiers } from '../../shared/rules/trigger.ts';
import { bundledRules } from '../../shared/runtime/bundled-rules.ts';
import { oneOf, optionalText, readEnvironment, text } from '../../shared/runtime/environment.ts';
import { accountReaderFor, requestHandler } from './account-reader.ts';

const now = (): number => Date.now();

/** Readers of the address files that the settings name; made anew when they name others. */
const addressReaders = (tell: Tell): ((files: readonly string[]) => AccountReader) => {
  const fetch = fetchFileWith(async () => {
    // Most installations have no file in S3; its client is loaded when the first is read.
    const { S3Client } = await import('@aws-sdk/client-s3');
    // A file has tens of megabytes: the time limit of small requests does not fit.
    return new S3Client({ requestHandler: { connectionTimeout: 1_000, requestTimeout: 20_000 } });
  });
  let made: { readonly of: string; readonly reader: AccountReader } | undefined;
  return (files) => {
    const of = JSON.stringify(files);
    if (made?.of !== of)
      made = { of, reader: addressReader({ files, fetch, now, onFault: tell.addressFile }) };
    return made.reader;
  };
};

const readerRoleOf = ({
  READER_ROLE: name,
  READER_EXTERNAL_ID: externalId,
}: {
  readonly READER_ROLE?: string | undefined;
  readonly READER_EXTERNAL_ID?: string | undefined;
}): ReaderRole | undefined =>
  name === undefined ? undefined : { name, ...(externalId === undefined ? {} : { externalId }) };

const settingsOf = (parameter: string | undefined, tell: Tell): (() => Promise<SettingsInForce>) =>
  parameter === undefined
    ? noStoredSettings(tell.settings)
    : settingsInForce({
        source: settingsParameter({ client: new SSMClient({ requestHandler }), name: parameter }),
        now,
        tell: tell.settings,
      });

/** Who hears of what is wrong, and of the settings in force. */
export interface Tell {
  settings(news: SettingsNews): void;
  addressFile(file: string, error: unknown): void;
}

/** What the function does with. */
export interface Ports extends CheckEventPorts {
  /** Of this installation. */
  readonly accountId: string;
  readonly processed: ProcessedEvents;
  readonly heartbeats: Heartbeats;
  readonly inventory: Inventory;
}

/**
 * Builds the ports of `checkEvent` from the function's environment.
 *
 * @returns the ports with the settings that are in force now: to be asked for with each invocation
 */
export const wire = (environment: NodeJS.ProcessEnv, tell: Tell): (() => Promise<Ports>) => {
  const { TABLE_NAME, HISTORY_TABLE_NAME, ALERTS_TOPIC_ARN, ACCOUNT_ID, TIER, ...optional } = readEnvironment(
    {
      TABLE_NAME: text(),
      HISTORY_TABLE_NAME: text(),
      ALERTS_TOPIC_ARN: text(),
      ACCOUNT_ID: text(),
      TIER: oneOf(tiers),
      CUSTOM_RULES: optionalText(),
      SETTINGS_PARAMETER: optionalText(),
      READER_ROLE: optionalText(),
      READER_EXTERNAL_ID: optionalText(),
    },
    environment,
  );
  const { rules: all, ruleOf } = ruleBook(bundledRules(optional.CUSTOM_RULES));
  const rules = rulesAsDeployed(TIER, all);
  const client = new DynamoDBClient({ requestHandler });
  const ports = {
    rules: indexRules(rules),
    ruleOf,
    store: dynamoFindingStore({ client, tableName: TABLE_NAME }),
    alerter: snsAlerter({ client: new SNSClient({ requestHandler }), topicArn: ALERTS_TOPIC_ARN }),
    watch: recoveryWatch(now),
    accountId: ACCOUNT_ID,
    processed: dynamoProcessedEvents({ client, tableName: HISTORY_TABLE_NAME }),
    heartbeats: dynamoHeartbeats({ client, tableName: HISTORY_TABLE_NAME, accountId: ACCOUNT_ID }),
    inventory: dynamoInventory({ client, tableName: HISTORY_TABLE_NAME }),
    keys: dynamoKeyChanges({ client, tableName: TABLE_NAME }),
  };
  // The history of a rule begins when its events do.
  const ruleIds = all
    .filter((rule) => rule.history && tierIncludes(TIER, tierNeeded(rule)))
    .map(({ id }) => id);
  const history = dynamoEventHistory({ client, tableName: HISTORY_TABLE_NAME, ruleIds, now });
  const account = withPriorState(
    accountReaderFor({
      accountId: ACCOUNT_ID,
      partition: ALERTS_TOPIC_ARN.split(':')[1] ?? 'aws',
      role: readerRoleOf(optional),
    }),
    dynamoPriorStates({ client, tableName: HISTORY_TABLE_NAME }),
  );
  const addressesIn = addressReaders(tell);
  const current = settingsOf(optional.SETTINGS_PARAMETER, tell);
  return async () => {
    const { settings, fault } = await current();
    const facts = {
      account: withAddresses(account, addressesIn(settings.addressFiles)),
      history,
      settings: settings.account,
      ...(fault ? { settingsFault: fault } : {}),
    };
    return { ...ports, facts };
  };
};
