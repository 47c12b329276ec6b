import {
  type AdvancedEventSelector,
  type CloudTrailClient,
  DescribeTrailsCommand,
  type EventSelector,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
} from '@aws-sdk/client-cloudtrail';
import type { TrailState } from '../../health/installation.ts';

type Taken = TrailState['managementEvents'];

const ofBasic = (selectors: readonly EventSelector[]): Taken => {
  const management = selectors.filter(({ IncludeManagementEvents = true }) => IncludeManagementEvents);
  const whole = management.some(
    ({ ReadWriteType = 'All', ExcludeManagementEventSources = [] }) =>
      ReadWriteType === 'All' && ExcludeManagementEventSources.length === 0,
  );
  if (whole) return 'all';
  return management.length > 0 ? 'some' : 'none';
};

/** An advanced selector takes all management events when its category is the only thing it asks for. */
const ofAdvanced = (selectors: readonly AdvancedEventSelector[]): Taken => {
  const management = selectors.filter(({ FieldSelectors = [] }) =>
    FieldSelectors.some(
      ({ Field, Equals = [] }) => Field === 'eventCategory' && Equals.includes('Management'),
    ),
  );
  if (management.some(({ FieldSelectors = [] }) => FieldSelectors.length === 1)) return 'all';
  return management.length > 0 ? 'some' : 'none';
};

const managementEventsOf = async (client: CloudTrailClient, arn: string): Promise<Taken> => {
  const { EventSelectors = [], AdvancedEventSelectors = [] } = await client.send(
    new GetEventSelectorsCommand({ TrailName: arn }),
  );
  return AdvancedEventSelectors.length > 0 ? ofAdvanced(AdvancedEventSelectors) : ofBasic(EventSelectors);
};

/** The trails that log events of the client's Region: its own, those of all Regions, and the organisation's. */
export const readTrails = async (client: CloudTrailClient): Promise<readonly TrailState[]> => {
  const { trailList = [] } = await client.send(new DescribeTrailsCommand({ includeShadowTrails: true }));
  return await Promise.all(
    trailList.map(async ({ Name = '', TrailARN = Name, IsMultiRegionTrail = false }) => {
      const { IsLogging = false } = await client.send(new GetTrailStatusCommand({ Name: TrailARN }));
      return {
        name: Name,
        multiRegion: IsMultiRegionTrail,
        logging: IsLogging,
        managementEvents: await managementEventsOf(client, TrailARN),
      };
    }),
  );
};
