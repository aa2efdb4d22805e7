import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { followFolder } from '../../src/library/folder/follow-folder.ts';
import type { ReloadOutcome } from '../../src/library/collection.ts';
import { type Collections, openCollections } from '../../src/library/collections.ts';
import { createFolderContent } from '../../src/library/folder/folder-content.ts';
import { createManualClock } from 'local-discord';
import { createTempFolder } from '../support/temp-folder.ts';

type Kind = ReloadOutcome['kind'];

/** Follows a folder whose events, time and reloads the test makes. */
function follow(outcomes: readonly Kind[] = []) {
  const clock = createManualClock();
  const warnings: string[] = [];
  let reloads = 0;
  let watched = 0;
  let onEvent = (): void => undefined;
  const folder = { isThere: true };
  const follower = followFolder({
    dir: 'data',
    clock,
    log: { warn: (_: unknown, event?: string) => void warnings.push(event ?? '') },
    reload: () => Promise.resolve({ kind: outcomes[reloads++] ?? 'reloaded' }),
    watch: (_, listener) => {
      if (!folder.isThere) throw Object.assign(new Error('gone'), { code: 'ENOENT' });
      watched += 1;
      onEvent = listener;
      return { close: () => (watched -= 1) };
    },
  });
  return {
    follower,
    folder,
    warnings,
    happen: () => onEvent(),
    /** Time goes by, and what a reload promised comes about. */
    async pass(milliseconds: number) {
      clock.advance(milliseconds);
      await new Promise(setImmediate);
    },
    reloads: () => reloads,
    watched: () => watched,
  };
}

describe('followFolder()', () => {
  it('reloads once, when nothing has happened for 300 ms', async () => {
    const { happen, pass, reloads } = follow();
    for (let event = 0; event < 5; event++) {
      happen();
      await pass(299);
    }
    expect(reloads()).toBe(0);
    await pass(1);
    expect(reloads()).toBe(1);
    await pass(60_000);
    expect(reloads()).toBe(1);
  });

  it('waits no longer than 5 s for a folder that is never quiet', async () => {
    const { happen, pass, reloads } = follow();
    for (let time = 0; time < 4900; time += 100) {
      happen();
      await pass(100);
    }
    expect(reloads()).toBe(0);
    happen();
    await pass(100);
    expect(reloads()).toBe(1);
  });

  it('does not reload by itself', async () => {
    const { pass, reloads } = follow();
    await pass(60_000);
    expect(reloads()).toBe(0);
  });

  it('tries again when another reload was running', async () => {
    const { happen, pass, reloads } = follow(['busy', 'busy', 'reloaded']);
    happen();
    for (let time = 0; time < 10; time++) await pass(300);
    expect(reloads()).toBe(3);
  });

  it('goes on after a reload that failed', async () => {
    const { happen, pass, reloads } = follow(['failed']);
    happen();
    await pass(300);
    happen();
    await pass(300);
    expect(reloads()).toBe(2);
  });

  it('says once that the folder is gone, and reloads when it is back', async () => {
    const { happen, pass, reloads, folder, warnings } = follow();
    folder.isThere = false;
    happen();
    for (let time = 0; time < 5; time++) await pass(5000);
    expect(reloads()).toBe(0);
    expect(warnings).toEqual(['the folder cannot be watched, so it is looked for again']);
    folder.isThere = true;
    await pass(5000);
    expect(reloads()).toBe(1);
    happen();
    await pass(300);
    expect(reloads()).toBe(2);
  });

  it('watches the folder once at a time, and not at all when stopped', async () => {
    const { follower, happen, pass, reloads, watched } = follow();
    happen();
    await pass(300);
    expect(watched()).toBe(1);
    happen();
    follower.stop();
    happen();
    await pass(60_000);
    expect(reloads()).toBe(1);
    expect(watched()).toBe(0);
  });
});

describe('a followed folder on a real disk', () => {
  const reportFile = (text: string) => `---\ntitle: A report\n---\n\n${text}\n`;

  /** Follows a folder; `until` resolves when the outcome of a reload satisfies it. */
  async function serve() {
    const folder = await createTempFolder({ 'data/ferry.md': reportFile('The ferry sank.') });
    const dir = join(folder, 'data');
    const library = await openCollections(createFolderContent(dir));
    const waiting = new Set<() => void>();
    const outcomes: ReloadOutcome[] = [];
    const follower = followFolder({
      dir,
      log: { warn: () => undefined },
      reload: async () => {
        const outcome = await library.reload();
        outcomes.push(outcome);
        for (const look of waiting) look();
        return outcome;
      },
    });
    onTestFinished(() => follower.stop());
    const until = (holds: (library: Collections, outcome: ReloadOutcome | undefined) => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!holds(library, outcomes.at(-1))) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      });
    const isServed = (text: string) =>
      until(({ shared: current }) => current.reports.some(({ body }) => body.includes(text)));
    return { dir, library, until, isServed };
  }

  it('serves what was written, keeps what it had while a file is half-written, and then serves that', async () => {
    const { dir, library, until, isServed } = await serve();
    await writeFile(join(dir, 'ferry.md'), reportFile('The ferry was raised.'));
    await isServed('The ferry was raised.');
    const { shared: current } = library;
    await writeFile(join(dir, 'ferry.md'), reportFile('The ferry sails again.').slice(0, 9));
    await until((_, outcome) => outcome?.kind === 'failed');
    expect(library.shared).toBe(current);
    await writeFile(join(dir, 'ferry.md'), reportFile('The ferry sails again.'));
    await isServed('The ferry sails again.');
  });

  it('follows the folders of servers below it', async () => {
    const { dir, library, until } = await serve();
    const server = '100000000000000001';
    const ids = async () => (await library.seenIn(server, 'own')).library.reports.map(({ id }) => id);
    await mkdir(join(`${dir}-new`, server), { recursive: true });
    await rename(`${dir}-new`, join(dir, 'servers'));
    await until((_, outcome) => outcome !== undefined);
    // Read by now, and anew only after a reload.
    expect(await ids()).toEqual([]);
    await writeFile(join(dir, 'servers', server, 'mill.md'), reportFile('The mill burnt down in May.'));
    await expect.poll(ids, { timeout: 15_000 }).toEqual(['mill']);
  });

  it('follows a folder that was put in the place of the one it watched', async () => {
    const { dir, library, isServed } = await serve();
    await mkdir(`${dir}-new`);
    await writeFile(join(`${dir}-new`, 'ferry.md'), reportFile('The ferry was raised.'));
    await rename(dir, `${dir}-old`);
    await rename(`${dir}-new`, dir);
    await isServed('The ferry was raised.');
    await writeFile(join(dir, 'ferry.md'), reportFile('The ferry sails again.'));
    await isServed('The ferry sails again.');
    expect((await library.shared.answer('Who sails again?')).kind).toBe('quoted');
    await rm(`${dir}-old`, { recursive: true });
  });
});
