import type { Report } from './sigma-file.ts';
import { entryOf, type YamlMap, type YamlValue } from './yaml-tree.ts';

/** Top-level fields of a record ("CloudTrail record contents", AWS CloudTrail User Guide, version 1.11). */
const recordFields = new Set([
  ...[
    'eventVersion',
    'userIdentity',
    'eventTime',
    'eventSource',
    'eventName',
    'awsRegion',
    'sourceIPAddress',
  ],
  ...[
    'userAgent',
    'errorCode',
    'errorMessage',
    'requestParameters',
    'responseElements',
    'additionalEventData',
  ],
  ...['requestID', 'eventID', 'eventType', 'apiVersion', 'managementEvent', 'readOnly', 'resources'],
  ...['recipientAccountId', 'serviceEventDetails', 'sharedEventID', 'vpcEndpointId', 'vpcEndpointAccountId'],
  ...['eventCategory', 'addendum', 'sessionCredentialFromConsole', 'eventContext', 'edgeDeviceDetails'],
  ...['tlsDetails', 'insightDetails'],
]);

/** Whether records can have a field of this path, as far as its first part tells. */
export const isRecordField = (path: string): boolean => recordFields.has(path.split('.')[0] ?? '');

const noteField = (key: string, line: number, note: Report): void => {
  const path = key.split('|')[0] ?? '';
  if (path !== '' && !isRecordField(path))
    note(line, `CloudTrail records have no field "${path}": no value of it ever matches`);
};

const noteFields = (value: YamlValue, note: Report): void => {
  if (value.kind === 'map') for (const { key, line } of value.entries) noteField(key, line, note);
  if (value.kind === 'list') for (const item of value.items) noteFields(item, note);
};

/** Notes the fields of a rule's searches that no record has: rules copied from another product's field names. */
export const noteUnknownFields = (rule: YamlMap, note: Report): void => {
  const detection = entryOf(rule, 'detection')?.value;
  if (detection?.kind !== 'map') return;
  for (const { key, value } of detection.entries) if (key !== 'condition') noteFields(value, note);
};
