import { ipAddress } from './ip-address.ts';
import { negationOf } from './operator.ts';

export const notIpAddress = negationOf('NotIpAddress', ipAddress);
