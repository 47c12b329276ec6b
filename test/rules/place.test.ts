import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AddressFact, KnownAnswer } from '../../shared/account/lookup.ts';
import { distanceKm, placeIn, placeName, pointOf } from '../../shared/rules/place.ts';

const seoul = { latitude: 37.5665, longitude: 126.978 };
const berlin = { latitude: 52.52, longitude: 13.405 };
const auckland = { latitude: -36.8485, longitude: 174.7633 };
const apia = { latitude: -13.8333, longitude: -171.7667 };

describe('the distance', () => {
  // Great-circle distances of geographic tables, within half a percent.
  it.each([
    ['Seoul and Berlin', seoul, berlin, 8130],
    ['Auckland and Apia, across the date line', auckland, apia, 2880],
    ['the poles', { latitude: 90, longitude: 0 }, { latitude: -90, longitude: 77 }, 20_015],
    ['one place', seoul, seoul, 0],
  ])('of %s', (_, a, b, expected) => {
    expect(Math.abs(distanceKm(a, b) - expected)).toBeLessThanOrEqual(expected * 0.01);
  });

  it('is the same both ways, and at most half the girth of the earth', () => {
    const point = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
        expect(distanceKm(a, b)).toBeLessThanOrEqual(20_016);
      }),
    );
  });
});

describe('the place of an address', () => {
  const answer = (value: AddressFact): readonly KnownAnswer[] => [
    { status: 'found', kind: 'address', value, readAt: '2026-03-04T05:06:07.000Z' },
  ];

  it.each<[string, AddressFact, string | undefined]>([
    ['city and country', { city: 'Seoul', country: 'KR' }, 'Seoul, KR'],
    ['country', { country: 'KR', asn: 4766 }, 'KR'],
    ['nothing', {}, 'an unknown place'],
    ['a relay', { city: 'Seoul', country: 'KR', asn: 13335 }, undefined],
  ])('of which %s is known', (_, value, expected) => {
    const place = placeIn(answer(value));
    expect(place && placeName(place)).toBe(expected);
  });

  it('is a point only with both coordinates', () => {
    expect([
      pointOf({ ...seoul, city: 'Seoul' }),
      pointOf({ latitude: 0, longitude: 0 }),
      pointOf({ latitude: 1 }),
    ]).toEqual([seoul, { latitude: 0, longitude: 0 }, undefined]);
  });
});
