// SQS and SNS take the characters of XML 1.0 only ("SendMessage", Amazon SQS API Reference), and JSON.stringify leaves these as they
// are. One of them in a role's description would otherwise keep its alert from ever being sent. Surrogates are escaped as well, emoji
// included, since fauxqs refuses those that SQS accepts.
const refused = /[\u007f-\u009f\ud800-\udfff\ufffe\uffff]/g;

/** JSON that queues and topics accept whatever text is in it; parses to the same value. */
export const messageJson = (value: unknown): string =>
  JSON.stringify(value).replace(refused, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
