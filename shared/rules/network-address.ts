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

// Addresses repeat, and parsing one takes longer than all other work on an event. A log made up by an attacker must not fill the memory.
const rememberedAddresses = 10_000;

const remembering = <T>(tell: (source: string) => T): ((source: string) => T) => {
  const known = new Map<string, T>();
  return (source) => {
    const answer = known.get(source);
    if (answer !== undefined) return answer;
    if (known.size >= rememberedAddresses) known.clear();
    const told = tell(source);
    known.set(source, told);
    return told;
  };
};

/** Whether `sourceIPAddress` is an address of the public internet: no service name, no private or local range, v4 or v6. */
export const isPublicAddress: (source: string) => boolean = remembering(
  (source) => ipaddr.isValid(source) && !inside.has(ipaddr.process(source).range()),
);

/**
 * The network an address is in, coarse enough that a line with changing addresses is one: /24 of IPv4, /48 of IPv6 (what RFC 6177 calls a
 * site). What is no address stays as it is.
 */
export const networkOf: (source: string) => string = remembering((source) => {
  if (!ipaddr.isValid(source)) return source;
  const address = ipaddr.process(source);
  return address.kind() === 'ipv4'
    ? `${ipaddr.IPv4.networkAddressFromCIDR(`${address}/24`)}/24`
    : `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/48`)}/48`;
});

/** @param networks CIDR blocks; one of the other family, or that is none, holds no address */
export const isInNetworks = (source: string, networks: readonly string[] | undefined): boolean => {
  if (networks === undefined || !ipaddr.isValid(source)) return false;
  const address = ipaddr.process(source);
  return networks.some((network) => {
    if (!ipaddr.isValidCIDR(network)) return false;
    const [base, bits] = ipaddr.parseCIDR(network);
    return base.kind() === address.kind() && address.match(base, bits);
  });
};
