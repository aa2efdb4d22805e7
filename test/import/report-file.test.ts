import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findReportId, writeReport } from '../../src/import/report-file.ts';
import { createTempFolder } from '../support/temp-folder.ts';

describe('writeReport()', () => {
  it('writes one file and leaves nothing beside it', async () => {
    const folder = await createTempFolder({});
    expect(await writeReport({ folder, id: 'ferry', force: false }, 'Text')).toBe(join(folder, 'ferry.md'));
    expect(await readdir(folder)).toEqual(['ferry.md']);
    expect(await readFile(join(folder, 'ferry.md'), 'utf8')).toBe('Text');
  });

  it('replaces a report only when it is forced to', async () => {
    const folder = await createTempFolder({ 'ferry.md': 'Old' });
    await expect(writeReport({ folder, id: 'ferry', force: false }, 'New')).rejects.toMatchObject({
      name: 'ImportError',
      message: `${JSON.stringify(join(folder, 'ferry.md'))} exists`,
      setting: 'force',
    });
    expect(await readFile(join(folder, 'ferry.md'), 'utf8')).toBe('Old');
    await writeReport({ folder, id: 'ferry', force: true }, 'New');
    expect(await readFile(join(folder, 'ferry.md'), 'utf8')).toBe('New');
    expect(await readdir(folder)).toEqual(['ferry.md']);
  });

  it('replaces a symbolic link, and never what it leads to', async () => {
    const outside = await createTempFolder({ 'secret.md': 'Secret' });
    const folder = await createTempFolder({});
    await symlink(join(outside, 'secret.md'), join(folder, 'ferry.md'));
    await expect(writeReport({ folder, id: 'ferry', force: false }, 'New')).rejects.toThrow('exists');
    await writeReport({ folder, id: 'ferry', force: true }, 'New');
    expect(await readFile(join(outside, 'secret.md'), 'utf8')).toBe('Secret');
    expect(await readFile(join(folder, 'ferry.md'), 'utf8')).toBe('New');
  });

  it('leaves nothing behind when it fails', async () => {
    const folder = await createTempFolder({});
    await mkdir(join(folder, 'ferry.md'));
    await expect(writeReport({ folder, id: 'ferry', force: true }, 'New')).rejects.toThrow('cannot write');
    expect(await readdir(folder)).toEqual(['ferry.md']);
  });

  it('makes the folder, and those above it', async () => {
    const folder = join(await createTempFolder({}), 'servers', '7');
    await writeReport({ folder, id: 'ferry', force: false }, 'Text');
    expect(await readFile(join(folder, 'ferry.md'), 'utf8')).toBe('Text');
  });

  it('says what is wrong with the folder', async () => {
    const folder = await createTempFolder({ file: '' });
    const write = (name: string) => writeReport({ folder: join(folder, name), id: 'a', force: false }, '');
    await expect(write('file')).rejects.toThrow(/^cannot make the folder ".*file": it is a file$/);
    await expect(write('file/below')).rejects.toThrow('a part of that path is a file');
  });
});

it.each([
  ['words', 'Ferry sinks off Corvo!', 'ferry-sinks-off-corvo'],
  ['accents', 'À la traversée – déjà', 'a-la-traversee-deja'],
  ['a path', '../../etc/passwd', 'etc-passwd'],
  [
    'a long title, by whole words',
    'harbour '.repeat(12),
    Array.from({ length: 7 }, () => 'harbour').join('-'),
  ],
  ['a long word', 'a'.repeat(80), 'a'.repeat(60)],
  ['no letter that an id may have', '船が沈む', undefined],
])('findReportId() makes an id of %s', (_, title, id) => {
  expect(findReportId(title)).toBe(id);
});
