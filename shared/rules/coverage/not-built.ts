/** A detection that other rule sets have, or that suggests itself, and that is left out on purpose. */
export interface NotBuilt {
  readonly id: string;
  /** What it would need, and why that cannot be had or is not worth having. One or two sentences. */
  readonly because: string;
  /** Ids of rules that tell the same danger from what there is. */
  readonly instead: readonly string[];
}

/** Sorted by id. */
export const notBuilt: readonly NotBuilt[] = [
  {
    id: 'exposed-key-not-quarantined',
    because:
      'Needs word of the leak from a secret scanner such as that of GitHub. AWS Health tells of exposed keys by events of its own, which are not in CloudTrail and come at about the time of the quarantine.',
    instead: ['compromised-key-quarantined', 'quarantined-key-still-used', 'quarantine-removed-by-user'],
  },
  {
    id: 'long-term-key-new-ip-plus-alert',
    because:
      'Needs the findings of other rules, and a rule sees events only, so that the same event gives the same answer whatever was found before. Both findings name the address and the actor, and one event that gives both makes one alert.',
    instead: ['long-term-key-new-source-ip', 'quarantined-key-still-used'],
  },
  {
    id: 'secrets-multi-cloud-read',
    because:
      'Compares who reads secrets here with who reads them in Azure and Google Cloud, from the same address. It needs the logs of those clouds, and Trailwarden reads CloudTrail.',
    instead: ['secrets-first-read', 'secrets-rapid-read'],
  },
];
