import type { AccountCollector } from '../../../shared/account/account-collector.ts';
import type { Collection } from '../../../shared/account/collected.ts';
import type { FailedCall } from '../../../shared/account/failed-call.ts';
import { awsCollector } from '../../../shared/adapters/collect/aws-collector.ts';
import { type Watchable, watchCalls } from '../../../shared/adapters/collect/calls.ts';
import { accountClients } from '../../../shared/adapters/collect/clients.ts';

type Input = Readonly<Record<string, unknown>>;

/** What a call is answered with: the answer of the SDK, an error of AWS, or either by the input and the Region. */
export type Answer = object | ((input: Input, region: string) => object);

export type Script = Readonly<Record<string, Answer>>;

/** An error as the SDK throws it. */
export const refused = (code: string, message = 'as scripted'): FailedCall & { readonly refused: true } => ({
  refused: true,
  code,
  message,
});

const isRefusal = (answer: object): answer is FailedCall => 'refused' in answer;

interface Scripted {
  readonly collectorFor: (stored?: Collection) => AccountCollector;
  /** Calls as they came: name, and what they were about. */
  readonly asked: { readonly call: string; readonly input: Input; readonly region: string }[];
  readonly waits: number[];
}

/** The Region of a client of the SDK. */
const regionOf = (client: unknown): Promise<string> =>
  (client as { readonly config: { region(): Promise<string> } }).config.region();

/**
 * The real clients of the SDK, with their real pages, that never reach the network: each call is answered by the script.
 *
 * @param at epoch milliseconds; does not pass
 */
export const scriptedAccount = (script: Script, at: number, regions?: readonly string[]): Scripted => {
  const { made, watch } = watchCalls(3);
  const asked: Scripted['asked'] = [];
  const waits: number[] = [];
  const answer = async (call: string, input: Input, region: string): Promise<object> => {
    asked.push({ call, input, region });
    const scripted = script[call] ?? refused('NotScripted', call);
    const given = typeof scripted === 'function' ? scripted(input, region) : scripted;
    if (isRefusal(given)) throw Object.assign(new Error(given.message), { name: given.code });
    return { $metadata: { attempts: 1 }, ...given };
  };
  const scriptedClient = <C extends Watchable>(client: C): C => {
    const stub =
      (_: unknown, { commandName = '' }: { readonly commandName?: string }) =>
      async ({ input }: { readonly input: Input }) => ({
        output: await answer(commandName.replace(/Command$/, ''), input, await regionOf(client)),
        response: {},
      });
    client.middlewareStack.add(
      stub as never,
      { step: 'initialize', priority: 'low', name: 'script' } as never,
    );
    return watch(client);
  };
  const clients = accountClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    watch: scriptedClient,
  });
  return {
    asked,
    waits,
    collectorFor: (stored) =>
      awsCollector({
        clients,
        calls: made,
        now: () => at,
        delay: async (millis) => void waits.push(millis),
        ...(stored === undefined ? {} : { stored }),
        ...(regions === undefined ? {} : { regions }),
      }),
  };
};
