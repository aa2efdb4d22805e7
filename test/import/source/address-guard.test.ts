import { describe, expect, it } from 'vitest';
import { checkedAddresses, isPublicAddress } from '../../../src/import/source/address-guard.ts';

describe('isPublicAddress()', () => {
  it.each(['1.1.1.1', '93.184.216.34', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])(
    'takes %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ['this host', '0.0.0.0'],
    ['loopback', '127.0.0.1'],
    ['loopback, all of it', '127.255.0.9'],
    ['private, 10', '10.1.2.3'],
    ['private, 172', '172.31.255.255'],
    ['private, 192', '192.168.1.1'],
    ['a carrier’s own', '100.64.0.1'],
    ['link-local, where clouds keep their secrets', '169.254.169.254'],
    ['documentation', '203.0.113.7'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['loopback in IPv6', '::1'],
    ['unspecified in IPv6', '::'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1'],
    ['public IPv4 in IPv6', '::ffff:1.1.1.1'],
    ['private in IPv6', 'fd00::1'],
    ['link-local in IPv6', 'fe80::1'],
    ['multicast in IPv6', 'ff02::1'],
    ['IPv4 behind a translator', '64:ff9b::7f00:1'],
    ['IPv4 in 6to4', '2002:7f00:1::'],
    ['Teredo', '2001:0:4136:e378::'],
    ['no address', 'localhost'],
  ])('refuses %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('checkedAddresses()', () => {
  const resolve = () =>
    Promise.resolve([
      { address: '1.1.1.1', family: 4 },
      { address: '192.168.0.1', family: 4 },
    ]);

  it('refuses a host when one of its addresses is private', async () => {
    await expect(checkedAddresses('news.example', { resolve, allowPrivate: false })).rejects.toMatchObject({
      message: 'news.example is 192.168.0.1, which is not on the public Internet',
      setting: 'allowPrivate',
    });
    expect(await checkedAddresses('news.example', { resolve, allowPrivate: true })).toHaveLength(2);
  });

  it.each(['127.0.0.1', '[::1]', '[::ffff:7f00:1]'])(
    'refuses the address %s without asking for it',
    async (host) => {
      const options = { resolve: () => Promise.reject(new Error('asked')), allowPrivate: false };
      await expect(checkedAddresses(host, options)).rejects.toThrow('is not on the public Internet');
    },
  );

  it('says when a name has no address', async () => {
    const options = { resolve: () => Promise.resolve([]), allowPrivate: false };
    await expect(checkedAddresses('nowhere.example', options)).rejects.toThrow(
      'there is no address for nowhere.example',
    );
  });
});
