import { InteractionContextType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Command } from '../../src/discord/command.ts';
import { findRefusal, type ServerContext } from '../../src/discord/access.ts';
import { componentHandlers } from '../../src/discord/components/index.ts';

const person = { id: '1', roleIds: [] };
const server = (mayManage: boolean): ServerContext => ({ id: '2', channelIds: ['3'], mayManage });
const access = (isAdmin: boolean) => ({ isAdmin: () => Promise.resolve(isAdmin) });

describe('findRefusal()', () => {
  it.each([
    ['everybody where nothing is needed', undefined, server(false), false, undefined],
    ['an admin of the bot', 'admin', server(false), true, undefined],
    ['an admin of the bot in a direct message', 'admin', undefined, true, undefined],
    ['who manages the server, for what needs an admin', 'admin', server(true), false, 'adminsOnly'],
    ['who manages the server', 'manager', server(true), false, undefined],
    ['an admin of the bot who does not manage the server', 'manager', server(false), true, 'managersOnly'],
    ['who manages a server with reports of its own', 'keeper', server(true), false, undefined, true],
    ['an admin, where a server has reports of its own', 'keeper', server(false), true, 'managersOnly', true],
    ['who manages a server without', 'keeper', server(true), false, 'adminsOnly'],
    ['an admin, where a server has none', 'keeper', server(false), true, undefined],
    ['a direct message, for what belongs to a server', 'manager', undefined, true, 'serverOnly'],
  ] as const)('judges %s', async (_, role, place, isAdmin, expected, hasOwn: boolean = false) => {
    const caller = { person, ...(place && { server: place }) };
    expect(await findRefusal(role, caller, access(isAdmin), () => Promise.resolve(hasOwn))).toBe(expected);
  });
});

describe('what needs a right', () => {
  it('is offered, in servers only, to members with Manage Server', () => {
    const needing = commands.filter(
      ({ data, requiredRole }: Command) => requiredRole !== undefined || data.name === 'reports',
    );
    expect(needing.map(({ data }) => data.name).sort()).toEqual(
      commands.flatMap(({ data }) => (data.default_member_permissions === undefined ? [] : data.name)).sort(),
    );
    for (const { data } of needing)
      expect(data).toMatchObject({
        contexts: [InteractionContextType.Guild],
        default_member_permissions: '32',
      });
  });

  it('is written down of each command and each button', () => {
    type Roles = readonly (readonly [name: string, role: string | undefined])[];
    const requiring = (wanted: string, roles: Roles) =>
      roles.filter(([, role]) => role === wanted).map(([name]) => name);
    const ofCommands = commands.map(({ data, requiredRole }: Command) => [data.name, requiredRole] as const);
    const ofComponents = Object.entries(componentHandlers).map(
      ([name, { requiredRole }]) => [name, requiredRole] as const,
    );
    expect(requiring('admin', ofCommands)).toEqual(['reload', 'rollback', 'status']);
    expect(requiring('manager', ofCommands)).toEqual(['settings']);
    expect(requiring('keeper', ofCommands)).toEqual(['gaps']);
    expect(requiring('keeper', ofComponents)).toEqual(['gaps', 'dismiss']);
    expect(requiring('admin', ofComponents)).toEqual([]);
    expect(requiring('manager', ofComponents)).toEqual(['seen', 'add-report', 'report-added', 'settings']);
  });
});
