import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { findRefusal, type ServerPlace } from '../../src/discord/access.ts';
import { controls } from '../../src/discord/controls/index.ts';

const person = { id: '1', roleIds: [] };
const server = (mayManage: boolean): ServerPlace => ({ id: '2', channelIds: ['3'], mayManage });
const access = (isAdmin: boolean) => ({ isAdmin: () => Promise.resolve(isAdmin) });

describe('findRefusal()', () => {
  it.each([
    ['everybody where nothing is needed', undefined, server(false), false, undefined],
    ['an admin of the bot', 'admin', server(false), true, undefined],
    ['an admin of the bot in a direct message', 'admin', undefined, true, undefined],
    ['who manages the server, for what needs an admin', 'admin', server(true), false, 'adminsOnly'],
    ['who manages the server', 'manager', server(true), false, undefined],
    ['an admin of the bot who does not manage the server', 'manager', server(false), true, 'managersOnly'],
    ['a direct message, for what belongs to a server', 'manager', undefined, true, 'serverOnly'],
  ] as const)('judges %s', async (_, need, place, isAdmin, expected) => {
    expect(await findRefusal(need, { person, ...(place && { server: place }) }, access(isAdmin))).toBe(
      expected,
    );
  });
});

describe('what needs a right', () => {
  it('is written down of each command and each button', () => {
    const needing = (list: readonly { readonly needs?: string; readonly name: string }[], need: string) =>
      list.filter(({ needs }) => needs === need).map(({ name }) => name);
    const named = commands.map(({ data, needs }) => ({ name: data.name, ...(needs && { needs }) }));
    expect(needing(named, 'admin')).toEqual(['reload', 'rollback', 'status', 'gaps']);
    expect(needing(named, 'manager')).toEqual(['settings']);
    expect(needing(controls, 'admin')).toEqual(['gaps', 'dismiss']);
    expect(needing(controls, 'manager')).toEqual(['settings']);
  });
});
