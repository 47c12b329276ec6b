import ipaddr from 'ipaddr.js';
import { defineOperator } from './operator.ts';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = readonly [Address, number];

/** An address in the usual spelling; the library alone also reads `1`, `0x7f.1` and octal numbers. */
const readAddress = (text: string): Address | undefined => {
  const isUsual = ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
  return isUsual ? ipaddr.parse(text) : undefined;
};

/** An address or a range; an address alone is a range of one. */
const readRange = (text: string): Range | undefined => {
  const [start = '', length, ...more] = text.split('/');
  const address = readAddress(start);
  if (address === undefined || more.length > 0) return undefined;
  const longest = address.kind() === 'ipv4' ? 32 : 128;
  if (length === undefined) return [address, longest];
  return /^\d{1,3}$/.test(length) && Number(length) <= longest ? [address, Number(length)] : undefined;
};

/** An address in a range. IPv4 never matches IPv6. */
export const ipAddress = defineOperator<Range, Address>({
  name: 'IpAddress',
  family: 'ip',
  negated: false,
  takesVariables: false,
  takesWildcards: false,
  readExpected: ({ text }) => readRange(text),
  readActual: readAddress,
  agrees: (range, actual) =>
    range[0].kind() === actual.kind() && actual.match(range[0] as ipaddr.IPv4, range[1]),
});
