import { execFileSync } from 'node:child_process';
import {
  appendFile,
  mkdir,
  mkdtemp,
  rename,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderFault } from '../../src/corpus/fault.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { MAX_REPORT_BYTES } from '../../src/corpus/report-bytes.ts';
import { type ReportName, parseReport } from '../../src/corpus/parse-report.ts';
import { type ReportDisk, reportDisk, stampOf } from '../../src/corpus/read-report-file.ts';
import type { Report } from '../../src/corpus/report.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const report = (title: string): string => `---\ntitle: ${title}\n---\nThe ferry sailed.\n`;

/** What people would read, with the folder's random name taken out. */
async function loadAndRender(folder: string): Promise<readonly string[]> {
  const { faults } = await loadCorpus(folder);
  return faults.map((fault) => renderFault(fault).replaceAll(folder, 'data'));
}

const diskError = (code: string): Error => Object.assign(new Error(code), { code });

describe('loadCorpus()', () => {
  it('gives reports sorted by id and leaves everything else in the folder alone', async () => {
    const folder = await createTempFolder({
      'ferry-2.md': report('Second'),
      'ferry.md': report('First'),
      'ferry-10.md': report('Tenth'),
      '.draft.md': 'not a report',
      'notes.txt': 'not a report',
      'old/bridge.md': 'not a report',
    });
    const { reports, faults } = await loadCorpus(folder);
    expect(faults).toEqual([]);
    expect(reports.map(({ id, title }) => `${id}: ${title}`)).toEqual([
      'ferry: First',
      'ferry-10: Tenth',
      'ferry-2: Second',
    ]);
  });

  it('lists every fault of every file at once and still gives the sound reports', async () => {
    const folder = await createTempFolder({
      'bridge.md': '---\ntitel: Bridge\npublished: June\n---\n',
      'ferry.md': report('Ferry'),
      'tunnel.md': 'Just text.',
    });
    expect((await loadCorpus(folder)).reports.map(({ id }) => id)).toEqual(['ferry']);
    expect(await loadAndRender(folder)).toEqual([
      'Cannot load "data/bridge.md" (line 2): title is missing, wanted one line of text, such as title: The ferry report',
      'Cannot load "data/bridge.md" (line 2): "titel" is not a known key, did you mean "title"?',
      'Cannot load "data/bridge.md" (line 3): published is "June", wanted an ISO date such as 2016-07-01',
      'Cannot load "data/bridge.md" (line 5): no text follows the front matter, wanted at least one paragraph',
      'Cannot load "data/tunnel.md" (line 1): the first line is not "---", wanted front matter: a line "---", then "title: ..." and what else is known, then a line "---"',
    ]);
  });

  it('says what to do about a folder that is missing, empty or no folder', async () => {
    const folder = await createTempFolder({ 'empty/notes.txt': '', 'file.md': report('Ferry') });
    const messages = await Promise.all(
      ['missing', 'empty', 'file.md'].map(async (name) => {
        const { reports, faults } = await loadCorpus(join(folder, name));
        expect(reports).toEqual([]);
        return faults.map((fault) => renderFault(fault).replaceAll(folder, ''));
      }),
    );
    expect(messages).toEqual([
      [
        'Cannot load "/missing": there is no such folder; make it and put at least one report in it, such as /missing/ferry.md',
      ],
      [
        'Cannot load "/empty": the folder holds no .md file; put at least one report in it, such as /empty/ferry.md',
      ],
      ['Cannot load "/file.md": wanted a folder of reports, but it cannot be listed: it is not a folder'],
    ]);
  });

  it.each([
    ['capital letters', 'Ferry Report.md', 'ferry-report.md'],
    ['an underscore', 'ferry_report.md', 'ferry-report.md'],
    ['accents', 'traversée.md', 'traversee.md'],
    ['a hyphen first', '-ferry.md', 'ferry.md'],
    ['a capital extension', 'ferry.MD', 'ferry.md'],
    ['no letter we know', '船.md', 'ferry-report.md'],
  ])('refuses a name with %s and says what a right one looks like', async (_, name, suggestion) => {
    const folder = await createTempFolder({ [name]: report('Ferry') });
    expect((await loadCorpus(folder)).reports).toEqual([]);
    expect(await loadAndRender(folder)).toEqual([
      `Cannot load "data/${name}" (line 1): the name is not a report's name, ` +
        `wanted small letters a-z, digits and hyphens, then .md, such as ${suggestion}`,
    ]);
  });

  it('names both files whose names differ in capital letters only', async () => {
    const folder = await createTempFolder({ 'ferry.md': report('One'), 'Ferry.md': report('Two') });
    expect(await loadAndRender(folder)).toEqual([
      'Cannot load "data/Ferry.md" (line 1): the name differs from "ferry.md" in capital letters only, wanted names that differ in more; rename one',
    ]);
  });

  it('refuses links that lead out of the folder or nowhere, and follows those that stay inside', async () => {
    const outside = await createTempFolder({ 'secret.md': report('Secret') });
    const folder = await createTempFolder({ 'ferry.md': report('Ferry') });
    await symlink(join(outside, 'secret.md'), join(folder, 'a-out.md'));
    await symlink(join('..', basename(outside), 'secret.md'), join(folder, 'b-out.md'));
    await symlink('gone.md', join(folder, 'c-gone.md'));
    await symlink('d-loop.md', join(folder, 'd-loop.md'));
    await symlink('ferry.md', join(folder, 'e-inside.md'));
    expect((await loadCorpus(folder)).reports.map(({ id }) => id)).toEqual(['e-inside', 'ferry']);
    expect(await loadAndRender(folder)).toEqual([
      'Cannot load "data/a-out.md" (line 1): the file is a symbolic link that leads out of the folder, wanted the file itself',
      'Cannot load "data/b-out.md" (line 1): the file is a symbolic link that leads out of the folder, wanted the file itself',
      'Cannot load "data/c-gone.md" (line 1): the file cannot be read: it is gone, or it is a symbolic link that leads nowhere',
      'Cannot load "data/d-loop.md" (line 1): the file cannot be read: its symbolic links lead in a circle',
    ]);
  });

  it('follows a link that is the folder itself', async () => {
    const folder = await createTempFolder({ 'real/ferry.md': report('Ferry') });
    await symlink('real', join(folder, 'data'));
    expect(await loadCorpus(join(folder, 'data'))).toMatchObject({ reports: [{ id: 'ferry' }], faults: [] });
  });

  it('refuses folders and pipes named like reports without waiting for them', async () => {
    const folder = await createTempFolder({ 'ferry.md': report('Ferry') });
    await mkdir(join(folder, 'folder.md'));
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    expect(await loadAndRender(folder)).toEqual([
      'Cannot load "data/folder.md" (line 1): this is not a file, wanted a text file; rename it or take it away',
      'Cannot load "data/pipe.md" (line 1): this is not a file, wanted a text file; rename it or take it away',
    ]);
  });

  it('gives size and limit of a file that is too large, without reading it', async () => {
    const folder = await createTempFolder({ 'ferry.md': report('Ferry') });
    await truncate(join(folder, 'ferry.md'), MAX_REPORT_BYTES + 1);
    const disk = {
      ...reportDisk,
      open: async (path: string) => {
        const file = await reportDisk.open(path);
        return {
          stat: () => file.stat(),
          readFile: () => Promise.reject(new Error('read')),
          close: () => file.close(),
        };
      },
    };
    const { faults } = await loadCorpus(folder, { disk });
    expect(faults.map(({ message }) => message)).toEqual([
      'the file has 2.1 MiB, wanted at most 2 MiB; split it into several reports',
    ]);
  });

  it('keeps the order of ids, though files are read side by side', async () => {
    const ids = Array.from({ length: 75 }, (_, at) => `report-${String(at).padStart(2, '0')}`);
    const folder = await createTempFolder(
      Object.fromEntries(ids.toReversed().map((id) => [`${id}.md`, report(id)])),
    );
    expect((await loadCorpus(folder)).reports.map(({ id, title }) => [id, title])).toEqual(
      ids.map((id) => [id, id]),
    );
  });

  it.each([
    ['is written to', (path: string) => appendFile(path, 'More.\n')],
    ['is emptied', (path: string) => truncate(path)],
    ['is written over in place', (path: string) => writeFile(path, report('Truck'))],
  ])(
    'says of a file that %s while it is read that it changed, and loads no half of it',
    async (_, change) => {
      const folder = await createTempFolder({ 'ferry.md': report('Ferry'), 'bridge.md': report('Bridge') });
      const old = new Date(0);
      await utimes(join(folder, 'ferry.md'), old, old);
      const disk: ReportDisk = {
        ...reportDisk,
        open: async (path) => {
          const file = await reportDisk.open(path);
          const readFile = async () => {
            const bytes = await file.readFile();
            if (path.endsWith('ferry.md')) await change(path);
            return bytes;
          };
          return { stat: () => file.stat(), readFile, close: () => file.close() };
        },
      };
      const { reports, faults } = await loadCorpus(folder, { disk });
      expect(reports.map(({ id }) => id)).toEqual(['bridge']);
      expect(faults.map(({ message }) => message)).toEqual([
        'the file changed while it was read, wanted one that is not being written; load it again',
      ]);
    },
  );

  it.each([
    ['may not be read', 'EACCES', 'this account may not read it; change its permissions'],
    ['vanishes', 'ENOENT', 'it is gone, or it is a symbolic link that leads nowhere'],
    ['is on a broken disk', 'EIO', 'the disk says EIO'],
  ])('reports a file that %s while the others load', async (_, code, why) => {
    const folder = await createTempFolder({ 'ferry.md': report('Ferry'), 'bridge.md': report('Bridge') });
    const disk: ReportDisk = {
      ...reportDisk,
      open: (path) => (path.endsWith('bridge.md') ? Promise.reject(diskError(code)) : reportDisk.open(path)),
    };
    const { reports, faults } = await loadCorpus(folder, { disk });
    expect(reports.map(({ id }) => id)).toEqual(['ferry']);
    expect(faults).toEqual([
      { file: join(folder, 'bridge.md'), line: 1, message: `the file cannot be read: ${why}` },
    ]);
  });

  it('asks its reader for a file with a stamp, and opens it only where the reader does not know it', async () => {
    const folder = await createTempFolder({ 'ferry.md': report('Ferry'), 'bridge.md': report('Bridge') });
    const opened: string[] = [];
    const stamps: Readonly<Record<string, string | undefined>> = { 'ferry.md': 'a', 'bridge.md': undefined };
    const disk = {
      ...reportDisk,
      stamp: async (path: string) => stamps[basename(path)],
      open: (path: string) => {
        opened.push(basename(path));
        return reportDisk.open(path);
      },
    };
    const reader = (known: ReadonlyMap<string, Report>) => ({
      read: async (name: ReportName, bytes: Uint8Array) => parseReport(name, bytes),
      recall: (id: string, stamp: string) => known.get(`${id} ${stamp}`),
    });
    const first = await loadCorpus(folder, { disk, reader: reader(new Map()) });
    expect(opened.splice(0).sort()).toEqual(['bridge.md', 'ferry.md']);
    const [, ferry] = first.reports;
    if (ferry === undefined) throw new Error('there is no ferry');
    const second = await loadCorpus(folder, { disk, reader: reader(new Map([['ferry a', ferry]])) });
    expect(opened).toEqual(['bridge.md']);
    expect(second.reports[1]).toBe(ferry);
  });

  it.each([
    ['written to', (path: string) => appendFile(path, 'More.\n')],
    ['written over with as many bytes', (path: string) => writeFile(path, report('Truck'))],
    [
      'given its old time back after a change',
      async (path: string) => {
        await writeFile(path, report('Truck'));
        await utimes(path, new Date(0), new Date(0));
      },
    ],
    [
      'put in the place of another',
      async (path: string) => {
        await writeFile(`${path}.new`, report('Truck'));
        await rename(`${path}.new`, path);
      },
    ],
  ])('gives another stamp to a file that was %s, and none while the change is fresh', async (_, change) => {
    const folder = await createTempFolder({ 'ferry.md': report('Ferry') });
    const path = join(folder, 'ferry.md');
    const later = Date.now() + 10_000;
    const before = await stampOf(path, later);
    expect(await stampOf(path, later)).toBe(before);
    await change(path);
    expect(await stampOf(path, later)).not.toBe(before);
    expect(await reportDisk.stamp(path)).toBeUndefined();
  });

  it('does not hide an error that is no fault of the disk', async () => {
    const folder = await createTempFolder({ 'ferry.md': report('Ferry') });
    const broken = { ...reportDisk, open: () => Promise.reject(new TypeError('a fault of ours')) };
    await expect(loadCorpus(folder, { disk: broken })).rejects.toThrow('a fault of ours');
  });

  it('turns any bytes into a report or into faults with a place', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pilcrow-'));
    try {
      const bytes = fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
        fc
          .tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))
          .map(([head, body]) => Buffer.from(`---\ntitle: x\n${head}\n---\n${body}`)),
      );
      await fc.assert(
        fc.asyncProperty(bytes, async (content) => {
          await writeFile(join(folder, 'ferry.md'), content);
          const { reports, faults } = await loadCorpus(folder);
          expect(reports.length === 1).toBe(faults.length === 0);
          for (const fault of faults) expect(fault.line).toBeGreaterThanOrEqual(1);
          for (const fault of faults) expect(renderFault(fault)).not.toContain('\n');
        }),
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
