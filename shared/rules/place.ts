import { type AddressFact, foundIn, type KnownAnswer } from '../account/lookup.ts';

/** A point on the earth, in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean radius of the earth, of the IUGG. */
const earthRadiusKm = 6371.0088;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The distance along the surface, by the haversine formula; exact to half a percent. */
export const distanceKm = (a: Point, b: Point): number => {
  const half = (from: number, to: number) => Math.sin((radians(to) - radians(from)) / 2) ** 2;
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)));
};

/**
 * Networks whose addresses tell where an exit is and not where people are: relays, VPNs, company proxies, satellites. By AS number.
 * Sources: Sattler et al., "Towards a Tectonic Traffic Shift? Investigating Apple's New Relay Network" (IMC 2022) for iCloud Private Relay;
 * the AS names of the RIRs for the others, checked in November 2026 against answers of ipinfo.io and AS lists quoted in public code. The list ages:
 * an operator may get another number, and what is missing here is taken for a place.
 */
const withoutPlace = new Set([
  // iCloud Private Relay, and Cloudflare WARP: Cloudflare, Akamai, Fastly
  13335, 36183, 20940, 54113,
  // VPNs: M247, Datacamp, PacketHub (Nord), 31173 Services (Mullvad), Proton
  9009, 60068, 212238, 136787, 147049, 207137, 141039, 39351, 62371, 209103,
  // company proxies: Zscaler, Netskope
  22616, 62044, 53813, 55256,
  // satellites: Starlink, Viasat
  14593, 7155,
]);

/** Where an address is, as far as that says where the caller is; undefined for relays, VPNs, satellites and unknown addresses. */
export const placeIn = (answers: readonly KnownAnswer[]): AddressFact | undefined => {
  const address = foundIn(answers, 'address');
  return address?.asn !== undefined && withoutPlace.has(address.asn) ? undefined : address;
};

/** The point of a place, where its city is known. */
export const pointOf = ({ latitude, longitude }: AddressFact): Point | undefined =>
  latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };

/** `Seoul, KR`. */
export const placeName = ({ city, country }: AddressFact): string =>
  [city, country].filter((part) => part !== undefined).join(', ') || 'an unknown place';
