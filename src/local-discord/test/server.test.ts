import { request } from 'node:http';
import { connect as connectSocket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect } from 'vitest';
import { startLocalDiscord, type LocalDiscord } from '../src/local-discord.ts';
import { createManualClock } from '../src/clock.ts';
import { it } from './support/fixture.ts';

const withHost = async (discord: LocalDiscord, host: string): Promise<number | undefined> =>
  await new Promise((resolve, reject) => {
    const options = { port: discord.port, host: '127.0.0.1', path: '/api/v10/gateway', headers: { host } };
    request(options, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

const isRefused = async (host: string, port: number): Promise<boolean> =>
  await new Promise((resolve) => {
    const socket = connectSocket({ host, port, timeout: 2000 });
    const settle = (refused: boolean) => () => {
      socket.destroy();
      resolve(refused);
    };
    socket.once('connect', settle(false)).once('error', settle(true)).once('timeout', settle(true));
  });

describe('the server', () => {
  it('listens on 127.0.0.1 only', async ({ fixture }) => {
    const { port } = await fixture.start();
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => address);
    expect(await isRefused('127.0.0.1', port)).toBe(false);
    for (const address of [...others, '::1']) expect(await isRefused(address, port)).toBe(true);
  });

  it('answers to its own names only, so that no website can reach it by a name of its own', async ({
    fixture,
  }) => {
    const discord = await fixture.start();
    expect(await withHost(discord, `127.0.0.1:${discord.port}`)).toBe(200);
    expect(await withHost(discord, `localhost:${discord.port}`)).toBe(200);
    expect(await withHost(discord, 'evil.example')).toBe(403);
  });

  it('rejects when its port is taken', async ({ fixture }) => {
    const { port } = await fixture.start();
    await expect(startLocalDiscord({ port })).rejects.toThrow('EADDRINUSE');
  });

  it('leaves nothing open when it stops: no timer, no connection, no port', async () => {
    const clock = createManualClock();
    let pending = 0;
    const counting: typeof clock = {
      ...clock,
      after: (milliseconds, task) => {
        pending += 1;
        const cancel = clock.after(milliseconds, task);
        return () => {
          pending -= 1;
          cancel();
        };
      },
    };
    const discord = await startLocalDiscord({ clock: counting });
    discord.attach({ request: (_, response) => void response.write('kept open') });
    const live = await fetch(`http://127.0.0.1:${discord.port}/`);
    const cut = live.text().catch(String);
    await fetch(`${discord.apiUrl}/v10/applications/${discord.applicationId}/commands`, {
      method: 'PUT',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify([{ name: 'ask', description: 'Asks' }]),
    });
    discord.as(discord.people.member).command('ask');
    expect(pending).toBe(2);
    await discord.stop();
    expect(await cut).toContain('terminated');
    expect(pending).toBe(0);
    expect(await isRefused('127.0.0.1', discord.port)).toBe(true);
  });

  it('can be stopped twice, and during an outage', async () => {
    const discord = await startLocalDiscord();
    await discord.faults.outage();
    await discord.stop();
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });
});

describe('a page', () => {
  it('is served beside the API, and leaves the API alone', async ({ fixture }) => {
    const discord = await fixture.start();
    const at = async (path: string) => await (await fetch(`http://127.0.0.1:${discord.port}${path}`)).text();
    expect((await fetch(`http://127.0.0.1:${discord.port}/`)).status).toBe(404);
    discord.attach({ request: (_, response, url) => void response.end(`page ${url.pathname}`) });
    expect(await at('/people')).toBe('page /people');
    expect(await at('/api/v10/gateway')).toContain('ws://');
    expect(await at('/attachments/1/2/a.txt')).toBe('');
  });
});

describe('the event bus', () => {
  it('tells of messages, commands, interactions and the bot, in order', async ({ fixture }) => {
    const discord = await fixture.start();
    const seen: string[] = [];
    const stop = discord.subscribe((event) => {
      if (event.kind === 'interaction-changed') seen.push(`interaction ${event.interaction.state.kind}`);
      else seen.push(event.kind);
    });
    const client = await fixture.connect(discord, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply('Done');
      await interaction.deleteReply();
    });
    await client.application.commands.set([{ name: 'ask', description: 'Asks' }]);
    const deleted = new Promise<void>((resolve) => {
      discord.subscribe(({ kind }) => {
        if (kind === 'message-deleted') resolve();
      });
    });
    discord.as(discord.people.member).command('ask');
    await deleted;
    stop();
    await client.destroy();
    expect(seen).toEqual([
      'bot-presence',
      'commands-changed',
      'interaction waiting',
      'message-created',
      'interaction thinking',
      'message-updated',
      'interaction replied',
      'message-deleted',
    ]);
  });
});
