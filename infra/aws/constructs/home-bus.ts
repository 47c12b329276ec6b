import { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, StarPrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ownBusName } from '../../../shared/rules/own-resources.ts';

/** Name of the bus in the home Region to which other Regions and accounts send. */
export const homeBusName = ownBusName;

/**
 * The bus that other Regions and accounts send to. Apart from the default bus, so that nobody who may send to it can trigger
 * other rules of the account. The Regions of the same account need no entry in its policy: their role allows it.
 */
export class HomeBus extends Construct {
  readonly busName: string;

  constructor(scope: Construct, id: string, { organizationId }: { organizationId: string | undefined }) {
    super(scope, id);
    const bus = new EventBus(this, 'Bus', {
      eventBusName: homeBusName,
      description: 'Trailwarden: events of other Regions and accounts',
    });
    this.busName = bus.eventBusName;
    if (organizationId === undefined) return;
    bus.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AllowOrganization',
        principals: [new StarPrincipal()],
        actions: ['events:PutEvents'],
        resources: [bus.eventBusArn],
        conditions: { StringEquals: { 'aws:PrincipalOrgID': organizationId } },
      }),
    );
  }
}
