import { expect, it } from 'vitest';
import { buildAlert } from '../../shared/alerts/build-alert.ts';
import { parseAlert, parseNotification } from '../../shared/alerts/parse-message.ts';
import { findingLike, ruleOf } from './example-findings.ts';

const alert = buildAlert([findingLike()], ruleOf);

it('gives back an alert', () => {
  expect(parseAlert(JSON.stringify(alert))).toEqual(alert);
});

it.each([
  ['no JSON', 'hello', /found 5 characters that are none/],
  [
    "SNS's envelope",
    JSON.stringify({ Type: 'Notification', Message: JSON.stringify(alert) }),
    /raw message delivery/,
  ],
  ['another schema', JSON.stringify({ schema: 'trailwarden.alert/2' }), /expected a message/],
  ['null', 'null', /expected a message/],
])('refuses %s', (_, body, message) => {
  expect(() => parseAlert(body)).toThrow(message);
  expect(() => parseNotification(body)).toThrow(/expected/);
});
