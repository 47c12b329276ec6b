import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { tablePrimer } from '../../../shared/adapters/dynamodb/prime-table.ts';
import { unavailableBy } from '../../../shared/adapters/dynamodb/unavailable.ts';
import type { HistoryState } from '../../../shared/history/history-state.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { CliError } from '../errors.ts';
import { counted } from '../scan/closing-line.ts';

const causeOf = (error: unknown, table: string): string => {
  const answer = unavailableBy(error, table);
  return 'cause' in answer ? answer.cause : String(error);
};

/**
 * Writes what a log has taught into the table of a deployed monitor, with the credentials of the environment.
 *
 * @returns what to say of it, a line each
 * @throws CliError when the table cannot be written
 */
export const primeDeployed = async (
  state: HistoryState,
  table: string,
  region: string | undefined,
): Promise<readonly string[]> => {
  const client = new DynamoDBClient({ retryMode: 'adaptive', ...(region === undefined ? {} : { region }) });
  try {
    const { written, apart } = await tablePrimer({ client, tableName: table, now: Date.now }).prime(state);
    const named = `${apart.slice(0, 3).join(', ')}${apart.length > 3 ? ` and ${apart.length - 3} more` : ''}`;
    return [
      `${table}: ${counted(written, 'day')} of ${counted(state.sightings.length, 'key')} written.`,
      ...(apart.length === 0
        ? []
        : [
            `In ${named} days are missing between these logs and what the monitor has seen: there, it goes on learning. Prime up to today.`,
          ]),
    ];
  } catch (error) {
    throw new CliError(terminalText(causeOf(error, table)), {
      fix: 'It needs dynamodb:Query and dynamodb:PutItem on the table, and kms:Decrypt and kms:GenerateDataKey on its key. Run it again: what was written stays.',
      cause: error,
    });
  } finally {
    client.destroy();
  }
};
