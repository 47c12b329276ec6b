import ipaddr from 'ipaddr.js';

// Everything else counts as outside, also the ranges kept for documentation: they occur in examples, never in networks.
const inside = new Set([
  'private',
  'loopback',
  'linkLocal',
  'uniqueLocal',
  'carrierGradeNat',
  'unspecified',
  'broadcast',
  'multicast',
]);

/** Whether `sourceIPAddress` is an address of the public internet: no service name, no private or local range, v4 or v6. */
export const isPublicAddress = (source: string): boolean =>
  ipaddr.isValid(source) && !inside.has(ipaddr.process(source).range());
