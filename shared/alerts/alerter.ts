import type { Alert } from './alert.ts';

/** Where alerts are published for everyone who wants to know: people's channels and machines alike. */
export interface Alerter {
  /** Resolves when the alert is safely with the publisher. May be called twice with the same alert. */
  send(alert: Alert): Promise<void>;
}
