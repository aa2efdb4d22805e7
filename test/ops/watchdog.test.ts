import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startLocalDiscord } from 'local-discord';
import { createServiceManager } from '../../src/service-manager.ts';
import { startCommand, startProcess } from '../support/process.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const REPORT = '---\ntitle: The ferry\n---\n\nThe ferry Estrella sank off Corvo.\n';
const silent = { warn: () => undefined };

const isThere = (program: string, argument: string): boolean => spawnSync(program, [argument]).status === 0;
const canNotify = isThere('systemd-notify', '--version') && isThere('python3', '--version');

/** Prints each message that comes to the socket, on a line. Node has no sockets of this kind. */
const LISTEN = `
import socket, sys
listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
listener.bind(sys.argv[1])
print('listening', flush=True)
while True:
    print(listener.recv(4096).decode().strip(), flush=True)
`;

/** Stands for systemd: listens, and says how often it has heard a message. */
async function listen() {
  const socket = join(await createTempFolder({}), 'notify');
  const listener = startCommand('python3', ['-c', LISTEN, socket], {});
  await listener.printed(/listening/);
  return {
    socket,
    heard: (message: string) =>
      listener
        .output()
        .split('\n')
        .filter((line) => line === message).length,
  };
}

describe('what systemd is told', () => {
  it('is nothing where it does not listen', () => {
    const said: string[] = [];
    const manager = createServiceManager(
      { WATCHDOG_USEC: '2000' },
      silent,
      async (state) => void said.push(state),
    );
    manager.ready();
    manager.stopping();
    expect(said).toEqual([]);
  });

  it.each([
    ['while the loop turns', { WATCHDOG_USEC: '2000' }, true],
    ['of another process not', { WATCHDOG_USEC: '2000', WATCHDOG_PID: '1' }, false],
    ['without a watchdog not', {}, false],
  ])('is, %s, that the bot is well', async (_, env, isTold) => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const said: string[] = [];
    const notify = async (state: string) => void said.push(state);
    const manager = createServiceManager({ NOTIFY_SOCKET: '/run/x', ...env }, silent, notify);
    manager.ready();
    await vi.advanceTimersByTimeAsync(10);
    expect([...new Set(said)]).toEqual(isTold ? ['READY=1', 'WATCHDOG=1'] : ['READY=1']);
    manager.stopping();
    await vi.advanceTimersByTimeAsync(10);
    expect(said.at(-1)).toBe('STOPPING=1');
  });

  it('is said once to be impossible, in the log', async () => {
    const warnings: unknown[] = [];
    const log = { warn: (...line: readonly unknown[]) => void warnings.push(line) };
    const manager = createServiceManager(
      { NOTIFY_SOCKET: '/run/x' },
      log,
      async () => 'there is no such program',
    );
    manager.ready();
    manager.stopping();
    await expect
      .poll(() => warnings)
      .toEqual([[{ why: 'there is no such program' }, 'systemd cannot be told how the bot is']]);
  });
});

it.skipIf(!canNotify)(
  'a bot that is frozen is silent, and one that is started in its place is ready again (wants systemd-notify and python3)',
  async () => {
    const discord = await startLocalDiscord();
    onTestFinished(() => discord.stop());
    const { socket, heard } = await listen();
    const env = {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATA_DIR: await createTempFolder({ 'ferry.md': REPORT }),
      READER: 'off',
      NOTIFY_SOCKET: socket,
      WATCHDOG_USEC: '600000',
    };
    const patience = { timeout: 30_000 };
    const bot = startProcess('src/main.ts', env);
    await expect.poll(() => heard('READY=1'), patience).toBe(1);
    await expect.poll(() => heard('WATCHDOG=1'), patience).toBeGreaterThanOrEqual(2);
    bot.child.kill('SIGSTOP');
    // What was on its way may still come; then nothing does, for longer than systemd waits.
    let told = -1;
    await expect
      .poll(
        () => {
          const before = told;
          told = heard('WATCHDOG=1');
          return told === before;
        },
        { ...patience, interval: 1200 },
      )
      .toBe(true);
    bot.child.kill('SIGKILL');
    await bot.exited;
    const next = startProcess('src/main.ts', env);
    await expect.poll(() => heard('READY=1'), patience).toBe(2);
    await expect.poll(() => heard('WATCHDOG=1'), patience).toBeGreaterThan(told);
    next.child.kill('SIGTERM');
    await next.exited;
    await expect.poll(() => heard('STOPPING=1'), patience).toBe(1);
  },
  120_000,
);

it('the unit has the watchdog that the bot answers', async () => {
  const unit = await readFile('ops/pilcrow.service', 'utf8');
  expect(unit).toMatch(/^Type=notify$/m);
  expect(unit).toMatch(/^NotifyAccess=all$/m);
  expect(unit).toMatch(/^WatchdogSec=\d+s$/m);
  expect(unit).toMatch(/^Restart=on-failure$/m);
});
