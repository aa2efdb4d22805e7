import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, open, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OpenReport } from '../../../src/corpus/read-report-file.ts';
import { readSourceFile } from '../../../src/import/source/read-file.ts';
import { createTempFolder } from '../../support/temp-folder.ts';

describe('readSourceFile()', () => {
  it('reads a file, and knows its format by its name', async () => {
    const folder = await createTempFolder({ 'Ferry.HTM': '<p>Ferry</p>' });
    const source = await readSourceFile(join(folder, 'Ferry.HTM'));
    expect({ ...source, bytes: Buffer.from(source.bytes).toString() }).toEqual({
      bytes: '<p>Ferry</p>',
      format: 'html',
    });
  });

  it('follows a symbolic link within its folder only', async () => {
    const outside = await createTempFolder({ 'secret.txt': 'Secret' });
    const folder = await createTempFolder({ 'ferry.txt': 'Ferry' });
    await symlink(join(folder, 'ferry.txt'), join(folder, 'inside.txt'));
    await symlink(join(outside, 'secret.txt'), join(folder, 'outside.txt'));
    expect(Buffer.from((await readSourceFile(join(folder, 'inside.txt'))).bytes).toString()).toBe('Ferry');
    await expect(readSourceFile(join(folder, 'outside.txt'))).rejects.toThrow(
      'a symbolic link that leads out of its folder',
    );
  });

  it('refuses what is no file that can be read, in words', async () => {
    const folder = await createTempFolder({ 'ferry.odt': '', 'large.txt': '' });
    await truncate(join(folder, 'large.txt'), 20_000_001);
    await mkdir(join(folder, 'folder.txt'));
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    const read = (name: string) => readSourceFile(join(folder, name));
    await expect(read('ferry.odt')).rejects.toThrow(
      'its name does not end with .txt, .md, .html, .pdf or .docx',
    );
    await expect(read('large.txt')).rejects.toThrow('it has more than 20 MB');
    await expect(read('missing.txt')).rejects.toThrow('it cannot be read: it is gone');
    await expect(read('folder.txt')).rejects.toThrow('it is not a file');
    await expect(read('pipe.txt')).rejects.toThrow('it is not a file');
  });

  it.each([
    ['grows', (path: string) => appendFile(path, 'more')],
    ['shrinks', (path: string) => truncate(path, 1)],
    ['is written over', (path: string) => writeFile(path, 'Text 2')],
  ])('refuses a file that %s while it is read', async (_, change) => {
    const folder = await createTempFolder({ 'log.txt': 'Text 1' });
    const path = join(folder, 'log.txt');
    await utimes(path, 0, 0);
    const openFile = async (real: string): Promise<OpenReport> => {
      const file = await open(real);
      return {
        stat: file.stat.bind(file),
        close: file.close.bind(file),
        readFile: async () => {
          await change(path);
          return file.readFile();
        },
      };
    };
    await expect(readSourceFile(path, openFile)).rejects.toThrow('it changed while it was read');
  });
});
