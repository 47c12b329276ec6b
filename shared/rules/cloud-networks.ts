import type { AddressFact } from '../account/lookup.ts';

// AS numbers of Amazon: ip-ranges.amazonaws.com holds their addresses, the RIRs their names (AMAZON-02, AMAZON-AES, Amazon Data Services
// in several countries); in China Sinnet and NWCD run the Regions.
const amazon = new Set([
  7224, 8987, 9059, 10124, 14618, 16509, 17493, 19047, 36263, 38895, 39111, 55960, 58588, 62785, 135629,
  135630, 135971, 262486, 264167, 264344, 264509, 266122, 395343, 399834, 399991, 401395, 401403,
]);

// GitHub's own network, and Azure, on which its runners are ("About GitHub-hosted runners", GitHub Docs).
const gitHub = new Set([36459, 8075]);

/** Whether an address is of Amazon's network: of AWS itself, and of everybody who rents there. */
export const isAmazonNetwork = ({ asn, organization = '' }: AddressFact): boolean =>
  (asn !== undefined && amazon.has(asn)) || /^amazon[ .-]/i.test(organization);

/** Whether GitHub's own runners call from such an address. */
export const isGitHubNetwork = ({ asn }: AddressFact): boolean => asn !== undefined && gitHub.has(asn);

/** `AS64500 Example Ltd`. */
export const networkName = ({ asn, organization }: AddressFact): string =>
  [asn === undefined ? undefined : `AS${asn}`, organization].filter((part) => part !== undefined).join(' ') ||
  'an unknown network';
