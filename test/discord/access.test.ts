import { describe, expect, it } from 'vitest';
import { createAccess } from '../../src/discord/access.ts';

const alice = { id: '1', roleIds: ['10'] };
const bob = { id: '2', roleIds: [] };

describe('createAccess()', () => {
  it.each([
    ['a listed user', { adminUserIds: ['1'], adminRoleIds: [] }, alice, true],
    ['somebody with a listed role', { adminUserIds: [], adminRoleIds: ['10'] }, alice, true],
    ['somebody else', { adminUserIds: ['1'], adminRoleIds: ['10'] }, bob, false],
    ['the owner, when others are listed', { adminUserIds: ['1'], adminRoleIds: [] }, bob, false],
    ['the owner, when nobody is listed', { adminUserIds: [], adminRoleIds: [] }, bob, true],
    [
      'a user who is not the owner, when nobody is listed',
      { adminUserIds: [], adminRoleIds: [] },
      alice,
      false,
    ],
  ])('decides on %s', async (_, lists, person, expected) => {
    const access = createAccess(lists, async () => ['2']);
    expect(await access.isAdmin(person)).toBe(expected);
  });

  it('asks for the owners once, and again only after a failure', async () => {
    let asked = 0;
    const access = createAccess({ adminUserIds: [], adminRoleIds: [] }, async () => {
      asked += 1;
      if (asked === 1) throw new Error('unreachable');
      return ['2'];
    });
    await expect(access.isAdmin(bob)).rejects.toThrow('unreachable');
    expect(await access.isAdmin(bob)).toBe(true);
    expect(await access.isAdmin(alice)).toBe(false);
    expect(asked).toBe(2);
  });
});
