import { startLocalDiscord } from 'local-discord';
import { expect, it, onTestFinished } from 'vitest';
import { createChannelPoster } from '../../src/discord/alerts/channel-poster.ts';
import { connect, createClient } from '../../src/discord/client.ts';
import { createLog } from '../../src/log.ts';
import { textDisplay } from '../../src/render/reply.ts';

it('a message is sent to a channel of its own server, and to no other', async () => {
  const discord = await startLocalDiscord({ guilds: 2 });
  const log = createLog('silent');
  const { signal } = new AbortController();
  const client = await connect(
    () => createClient(discord, log),
    (ready) => ready,
    discord.token,
    log,
    signal,
  );
  onTestFinished(async () => {
    await client?.destroy();
    await discord.stop();
  });
  const [first, second] = discord.guilds;
  if (!client || !first || !second) throw new Error('there are a client and two guilds');
  const mira = discord.as(discord.people.member, { directMessage: true });
  const direct = mira.say('hello').channel_id;
  const post = createChannelPoster(client);
  const reply = { components: [textDisplay('Told.')] };
  const channel = first.channels[0].id;
  expect(await post(first.id, channel, reply)).toBe('sent');
  for (const [server, id] of [
    [second.id, channel],
    [first.id, direct],
    [first.id, '923456789012345678'],
  ] as const)
    expect(await post(server, id, reply)).toBe('gone');
  const sent = discord.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
  expect(sent.map(({ path }) => path)).toEqual([expect.stringContaining(channel)]);
  expect(discord.violations).toEqual([]);
});
