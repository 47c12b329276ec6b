import ipaddr from 'ipaddr.js';

// ipaddr.js takes short forms such as "10/8" and "0x0a000001", which people read in different ways.
const addressOf = (text: string) =>
  ipaddr.IPv4.isValidFourPartDecimal(text) || (text.includes(':') && ipaddr.IPv6.isValid(text))
    ? ipaddr.process(text)
    : undefined;

/** Whether a text is a network such as `10.0.0.0/8` or `2001:db8::/32`. IPv4 written as IPv6 is none: what it means is not clear. */
export const isNetwork = (text: string): boolean => {
  const [address = '', bits = '', ...rest] = text.split('/');
  const parsed = addressOf(address);
  if (!parsed || rest.length > 0 || !/^\d{1,3}$/.test(bits)) return false;
  const isMapped = address.includes(':') && parsed.kind() === 'ipv4';
  return !isMapped && Number(bits) <= (parsed.kind() === 'ipv4' ? 32 : 128);
};

/** Compiles a network; what is no address is in none. */
export const compileNetwork = (cidr: string): ((text: string) => boolean) => {
  const [network, bits] = ipaddr.parseCIDR(cidr);
  return (text) => {
    const address = addressOf(text);
    return address !== undefined && address.kind() === network.kind() && address.match(network, bits);
  };
};
