import { describe, expect, it } from 'vitest';
import { isInNetworks, isPublicAddress, networkOf } from '../../shared/rules/network-address.ts';

describe('an address of the internet', () => {
  it.each([
    ['203.0.113.7', true],
    ['2a00:1450::8', true],
    ['10.1.2.3', false],
    ['::ffff:10.1.2.3', false],
    ['fd00::1', false],
    ['100.64.1.1', false],
    ['AWS Internal', false],
    ['secretsmanager.amazonaws.com', false],
    ['255.090.254.5', false],
    ['', false],
  ])('%s: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });
});

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.0/24'],
    ['::ffff:203.0.113.7', '203.0.113.0/24'],
    ['2001:db8:1:2::7', '2001:db8:1::/48'],
    ['AWS Internal', 'AWS Internal'],
  ])('%s is %s', (address, expected) => {
    expect(networkOf(address)).toBe(expected);
  });
});

describe('an address is in networks', () => {
  const networks = ['198.51.100.0/24', '2001:db8:1::/48', 'not a network'];
  it.each([
    ['198.51.100.255', true],
    ['::ffff:198.51.100.1', true],
    ['198.51.101.0', false],
    ['2001:db8:1:ffff::1', true],
    ['2001:db8:2::1', false],
    ['AWS Internal', false],
  ])('%s: %s', (address, expected) => {
    expect(isInNetworks(address, networks)).toBe(expected);
  });

  it('never where none are named', () => {
    expect(isInNetworks('198.51.100.1', undefined)).toBe(false);
  });
});
