import type { Action } from '../../shared/events/iam-event.ts';
import { isObject, type JsonObject, objectAt, textAt } from '../../shared/events/json.ts';

/** A policy that grants nothing: what a faulty document is put right with. */
const harmless = JSON.stringify({ Version: '2012-10-17', Statement: [] });

const withHarmlessDocuments = (request: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(request).map(([key, value]) => [key, /(document|policy)$/i.test(key) ? harmless : value]),
  );

/** The same parameters with every switch on. */
const switchedOn = (request: JsonObject): JsonObject => ({
  ...JSON.parse(JSON.stringify(request).replaceAll('"DISABLED"', '"ENABLED"')),
  enable: true,
});

/**
 * Calls that should put right what a record did: the same parameters (with what the response named, such as a new key's id)
 * under the name of an undoing action, once as they are, once with harmless policy documents and once with every switch on.
 */
export const undoingRecords = (record: JsonObject, action: Action): readonly JsonObject[] => {
  const [service, eventName] = action.split(':');
  const response = Object.entries(objectAt(record, 'responseElements')).flatMap(([name, value]) =>
    // What a creation answers as `policy: { arn }`, later calls take as `policyArn`; what it answers as `grantId` they take as that.
    isObject(value) ? [value, { [`${name}Arn`]: value['arn'] }] : [{ [name]: value }],
  );
  const parameters = objectAt(record, 'requestParameters');
  // STS names a role by ARN, IAM by name.
  const roleName = textAt(parameters, 'roleArn')?.split('/').at(-1);
  const request: JsonObject = Object.assign(
    {},
    ...response,
    roleName === undefined ? {} : { roleName },
    parameters,
  );
  const undoing = {
    ...record,
    eventSource: `${service}.amazonaws.com`,
    eventName,
    responseElements: null,
  };
  return [request, withHarmlessDocuments(request), switchedOn(request)].map((requestParameters) => ({
    ...undoing,
    requestParameters,
  }));
};
