import type { AddressFact } from '../account/lookup.ts';

/**
 * Operators whose addresses anybody rents by the hour, and VPNs that sell another address: few people and fewer programs of a company
 * call from there. By AS number; names as the RIRs have them. Checked in November 2026 against public lists that name the owners
 * (brianhama/bad-asn-list and X4BNet/lists_vpn on GitHub) and, for Proton, PacketHub and G-Core, against answers of ipinfo.io quoted in public code.
 */
const rented = new Map([
  // VPNs and those who carry them
  [9009, 'M247'],
  [11878, 'tzulo'],
  [25369, 'Hydra Communications'],
  [39351, '31173 Services (Mullvad)'],
  [46562, 'Performive'],
  [60068, 'Datacamp'],
  [62240, 'Clouvider'],
  [62371, 'Proton'],
  [136787, 'PacketHub'],
  [147049, 'PacketHub'],
  [207137, 'PacketHub'],
  [199524, 'G-Core Labs'],
  [209103, 'Proton'],
  [212238, 'Datacamp'],
  // rented servers
  [8100, 'QuadraNet'],
  [12876, 'Scaleway'],
  [14061, 'DigitalOcean'],
  [16276, 'OVH'],
  [20473, 'The Constant Company (Vultr)'],
  [24940, 'Hetzner'],
  [28753, 'Leaseweb'],
  [30633, 'Leaseweb'],
  [36352, 'HostPapa (ColoCrossing)'],
  [40676, 'Psychz Networks'],
  [47583, 'Hostinger'],
  [51167, 'Contabo'],
  [53667, 'FranTech (BuyVM)'],
  [60781, 'Leaseweb'],
  [63949, 'Akamai Connected Cloud (Linode)'],
]);

/** The operator of a rented server or VPN behind an address; undefined for any other network. */
export const rentedNetworkOf = ({
  asn,
}: AddressFact): { readonly asn: number; readonly name: string } | undefined => {
  const name = asn === undefined ? undefined : rented.get(asn);
  return asn === undefined || name === undefined ? undefined : { asn, name };
};
