import { type Finding, fail, ok } from './finding.ts';

export interface Versions {
  /** Of this project. */
  readonly pilcrow: string;
  /** The lowest that this project runs on, such as `>=20.19`. */
  readonly wanted: string;
  /** The running one, such as `20.19.1`. */
  readonly node: string;
  readonly discordJs: string;
}

/** Whether Node is new enough; names the versions that whoever helps will ask for. */
export function checkVersions({ pilcrow, wanted, node, discordJs }: Versions): Finding {
  const least = wanted.replace('>=', '');
  return isAtLeast(node, least)
    ? ok(`Pilcrow ${pilcrow}, Node ${node}, discord.js ${discordJs}`)
    : fail(`Node is ${node}, wanted ${least} or newer: install it from https://nodejs.org`);
}

function isAtLeast(version: string, least: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}
