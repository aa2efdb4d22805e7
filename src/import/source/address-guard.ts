import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { ImportError } from '../raw-article.ts';

/**
 * IANA's special-purpose registries for IPv4 and IPv6: all that is not the public Internet. Of IPv6 only 2000::/3 is
 * public; these networks within it are not, and some of them carry an IPv4 address inside.
 */
const NOT_PUBLIC =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 ' +
  '192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3 ' +
  '2001::/23 2001:db8::/32 2002::/16 3fff::/20';

const blocked = new BlockList();
for (const subnet of NOT_PUBLIC.split(' ')) {
  const [network = '', prefix] = subnet.split('/');
  blocked.addSubnet(network, Number(prefix), isIP(network) === 4 ? 'ipv4' : 'ipv6');
}
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address belongs to the public Internet. IPv4 written as IPv6 never does. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !blocked.check(address, 'ipv4');
  return family === 6 && global6.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
}

export interface Address {
  readonly address: string;
  readonly family: number;
}

/** Which addresses may be connected to. */
export interface AddressRules {
  /** Those that are not on the public Internet too. */
  readonly allowPrivate: boolean;
  /** Tells which are; the real thing unless it is given. */
  readonly isPublic?: (address: string) => boolean;
}

/** Every address of a host name. */
export type Resolve = (host: string) => Promise<readonly Address[]>;

export const resolveHost: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/**
 * The addresses of a host, all of them public unless `allowPrivate`. Connect to these and no others: the name may have
 * another address the next time it is resolved.
 *
 * @throws ImportError when one is not public, or the name is not known
 */
export async function checkedAddresses(
  host: string,
  { resolve, allowPrivate, isPublic = isPublicAddress }: AddressRules & { readonly resolve: Resolve },
): Promise<readonly Address[]> {
  const refuse = (cause?: unknown): never => {
    throw new ImportError(`there is no address for ${host}`, { cause });
  };
  const literal = host.replace(/^\[(.*)\]$/u, '$1');
  const family = isIP(literal);
  const addresses = family === 0 ? await resolve(host).catch(refuse) : [{ address: literal, family }];
  if (addresses.length === 0) refuse();
  const inward = allowPrivate ? undefined : addresses.find(({ address }) => !isPublic(address));
  if (inward !== undefined)
    throw new ImportError(
      `${family === 0 ? `${host} is ${inward.address}, which` : literal} is not on the public Internet`,
      { setting: 'allowPrivate' },
    );
  return addresses;
}
