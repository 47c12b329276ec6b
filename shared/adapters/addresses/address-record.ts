import type { AddressFact } from '../../account/lookup.ts';

type Tree = Readonly<Record<string, unknown>>;

const branch = (tree: Tree, name: string): Tree => {
  const value = tree[name];
  return typeof value === 'object' && value !== null ? (value as Tree) : {};
};

const textIn = (tree: Tree, ...names: readonly string[]): string | undefined =>
  names.map((name) => tree[name]).find((value) => typeof value === 'string' && value !== '') as
    | string
    | undefined;

const numberIn = (tree: Tree, ...names: readonly string[]): number | undefined => {
  const value = names.map((name) => tree[name]).find((one) => one !== undefined && one !== '');
  const number = Number(value);
  return value === undefined || Number.isNaN(number) ? undefined : number;
};

const isCountryCode = (text: string | undefined): boolean => /^[A-Z]{2}$/.test(text ?? '');

/** Of the country's code; IPinfo has it beside the name in some files, and in the place of the name in others. */
const countryIn = (record: Tree): string | undefined =>
  [
    textIn(branch(record, 'country'), 'iso_code'),
    textIn(record, 'country_code'),
    textIn(record, 'country'),
  ].find(isCountryCode);

/** `AS64500` or 64500. */
const asnIn = (record: Tree): number | undefined =>
  numberIn(record, 'autonomous_system_number') ??
  numberIn({ asn: textIn(record, 'asn')?.replace(/^AS/, '') }, 'asn');

/**
 * What a record of an address file says, in our own words.
 *
 * @param record of a file of MaxMind (City, Country, ASN, ISP), DB-IP (the same shape) or IPinfo (flat)
 * @see https://dev.maxmind.com/geoip/docs/databases/city-and-country
 * @see https://ipinfo.io/developers/database-types
 */
export const addressFactIn = (record: object): AddressFact => {
  const tree = record as Tree;
  const location = branch(tree, 'location');
  const known: { readonly [K in keyof Required<AddressFact>]: AddressFact[K] | undefined } = {
    country: countryIn(tree),
    city: textIn(branch(branch(tree, 'city'), 'names'), 'en') ?? textIn(tree, 'city'),
    latitude: numberIn(location, 'latitude') ?? numberIn(tree, 'lat', 'latitude'),
    longitude: numberIn(location, 'longitude') ?? numberIn(tree, 'lng', 'longitude'),
    asn: asnIn(tree),
    organization: textIn(tree, 'autonomous_system_organization', 'as_name'),
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
};
