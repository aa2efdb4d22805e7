import fc from 'fast-check';
import { ApplicationCommandOptionType, InteractionType } from 'discord-api-types/v10';
import { beforeAll, describe, expect, it } from 'vitest';
import type { UserClient } from '../src/people/user-client.ts';
import type { UserFile } from '../src/people/user-file.ts';
import { MAX_KEPT_BYTES } from '../src/state/attachments.ts';
import { cleanName, imageSize } from '../src/state/file-facts.ts';
import { call, shareServer } from './support/rest-client.ts';

const MEBIBYTE = 1024 * 1024;
const shared = shareServer();
let mira: UserClient;

const attachment = (name: string, extra: object = {}) => ({
  type: ApplicationCommandOptionType.Attachment,
  name,
  description: name,
  ...extra,
});

beforeAll(async () => {
  const discord = shared();
  mira = discord.as(discord.people.member);
  await call(discord, 'PUT', `/applications/${discord.applicationId}/commands`, [
    {
      name: 'import',
      description: 'Reads a file',
      options: [
        attachment('file', { required: true }),
        attachment('picture', { file_types: ['image', '.svg'] }),
      ],
    },
  ]);
});

const file = (name: string, content: string | Uint8Array = 'tides', type?: string): UserFile => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  ...(type === undefined ? {} : { type }),
});

const base64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
/** A PNG of one pixel, and the headers of pictures in the other formats. */
const png = base64(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
);
const bytes = (...parts: readonly (string | number)[]) =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.alloc(part))),
    ),
  );

describe('a file that a person gives to a command', () => {
  it('reaches the bot with its facts and an address at which its bytes are', async () => {
    const discord = shared();
    const ids: string[] = [];
    const found: unknown[] = [];
    const stop = discord.subscribe((event) => {
      if (event.kind !== 'interaction-changed') return;
      const { payload } = event.interaction;
      if (payload.type !== InteractionType.ApplicationCommand || !('options' in payload.data)) return;
      for (const given of payload.data.options ?? []) if ('value' in given) ids.push(String(given.value));
      const { attachments = {} } = payload.data.resolved ?? {};
      found.push(...ids.map((id) => attachments[id]));
    });
    mira.command('import', { file: file('tides.md'), picture: file('pier.png', png) });
    stop();
    const [id = '', pictureId = ''] = ids;
    const [text, picture] = found;
    const folder = `http://127.0.0.1:${discord.port}/attachments/${discord.channels.general.id}`;
    const url = `${folder}/${id}/tides.md`;
    expect(text).toEqual({
      id,
      filename: 'tides.md',
      size: 5,
      content_type: 'text/markdown; charset=utf-8',
      ephemeral: true,
      url,
      proxy_url: url,
    });
    expect(picture).toMatchObject({ content_type: 'image/png', width: 1, height: 1 });
    const response = await fetch(url);
    expect([response.headers.get('content-disposition'), await response.text()]).toEqual([
      'attachment; filename="tides.md"',
      'tides',
    ]);
    expect(mira.download({ id: pictureId })).toBe(png);
  });

  it.each([
    [
      'of 10 MiB and a byte',
      { file: file('a.bin', new Uint8Array(10 * MEBIBYTE + 1)) },
      'Cannot upload "a.bin": Your files are too powerful. Max file size is 10 MB please.',
    ],
    [
      'of a type that the option does not take',
      { file: file('a.txt'), picture: file('b.txt') },
      'Cannot upload "b.txt": only image, .svg is taken',
    ],
  ])('is refused by the client when it is one %s', (_, options, why) => {
    expect(() => mira.command('import', options)).toThrow(why);
  });

  it('may be of exactly 10 MiB', () => {
    const handle = mira.command('import', { file: file('a.bin', new Uint8Array(10 * MEBIBYTE)) });
    expect(handle.state.kind).toBe('waiting');
  });
});

describe('a message of a person', () => {
  it('carries files, and then needs no text', () => {
    const { content, attachments } = mira.say('', { files: [file('a.txt'), file('b.svg', '<svg/>')] });
    expect(content).toBe('');
    expect(attachments).toMatchObject([
      { filename: 'a.txt', size: 5 },
      { filename: 'b.svg', content_type: 'image/svg+xml' },
    ]);
    expect(attachments.map((each) => new TextDecoder().decode(mira.download(each)))).toEqual([
      'tides',
      '<svg/>',
    ]);
  });

  it('carries at most 10 files', () => {
    const files = Array.from({ length: 11 }, (_, n) => file(`${n}.txt`));
    expect(() => mira.say('', { files })).toThrow('11 files, at most 10');
    expect(mira.say('', { files: files.slice(1) }).attachments).toHaveLength(10);
  });
});

describe('the address of a file', () => {
  const addressOf = (name: string, content: string | Uint8Array) =>
    mira.say('', { files: [file(name, content)] }).attachments[0]?.url ?? '';

  it.each([
    ['a picture, as itself', 'a.png', png, 'image/png'],
    ['a page, never as a page', 'a.html', '<script>1</script>', 'application/octet-stream'],
    ['a drawing, which may have scripts, never as one', 'a.svg', '<svg/>', 'application/octet-stream'],
  ])('gives %s', async (_, name, content, type) => {
    const { headers } = await fetch(addressOf(name, content));
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it.each([
    ['another name', (url: string) => url.replace('a.txt', 'b.txt')],
    ['another channel', (url: string) => url.replace(/attachments\/\d+/, 'attachments/1')],
    ['another number', (url: string) => url.replace(/\d+\/a\.txt/, '1/a.txt')],
  ])('is the whole address: with %s there is nothing', async (_, change) => {
    const url = addressOf('a.txt', 'x');
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(change(url))).status).toBe(404);
  });

  it('is gone when newer files have filled the memory', async () => {
    const url = addressOf('old.txt', 'x');
    const large = new Uint8Array(10 * MEBIBYTE);
    for (let kept = 0; kept < MAX_KEPT_BYTES; kept += large.length)
      mira.say('', { files: [file('new.bin', large)] });
    expect((await fetch(url)).status).toBe(404);
    expect(() => mira.download({ id: url.split('/').at(-2) ?? '' })).toThrow('no longer there');
  });
});

// Issues 7754 and 6945 of discord-api-docs: names are cleansed as by werkzeug's secure_filename, or made up.
describe('the kept name of a file', () => {
  it.each([
    ['a plain name stays', 'ferry-report_2.txt', 'ferry-report_2.txt', undefined],
    ['white space becomes a line', 'tides of  may.txt', 'tides_of_may.txt', 'tides of  may'],
    ['signs go', 'hello (world) 100%.png', 'hello_world_100.png', 'hello (world) 100%'],
    ['accents go', 'Café.md', 'Cafe.md', 'Café'],
    ['lines at the ends go', '_bug1_.png', 'bug1.png', '_bug1_'],
    ['folders become part of it', '../../etc/passwd', 'etc_passwd', '../../etc/passwd'],
    ['a name of an ending alone', '.env', 'env', '.env'],
  ])('%s', (_, name, filename, title) => {
    expect(cleanName(name)).toEqual(title === undefined ? { filename } : { filename, title });
  });

  it('is made up for a name in other letters, which stays as the title', () => {
    const { filename, title } = cleanName('8월 추천 여행지.pdf');
    expect(title).toBe('8월 추천 여행지');
    expect(filename).toMatch(/^[\da-f]{16}\.pdf$/);
  });

  it('is safe in an address and in a header, whatever the name, and stays when kept again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        const { filename } = cleanName(name);
        expect(filename).toMatch(/^[\w.-]+$/);
        expect(cleanName(filename)).toEqual({ filename });
      }),
    );
  });
});

describe('imageSize()', () => {
  it.each([
    ['PNG', png, { width: 1, height: 1 }],
    ['GIF', bytes('GIF89a\x40\x01\xf0\x00', 30), { width: 320, height: 240 }],
    [
      'JPEG, past its other segments',
      bytes('\xff\xd8\xff\xe0\x00\x10', 14, '\xff\xc2\x00\x11\x08\x00\xf0\x01\x40', 20),
      { width: 320, height: 240 },
    ],
    ['lossy WebP', bytes('RIFF', 4, 'WEBPVP8 ', 10, '\x40\x01\xf0\x00', 8), { width: 320, height: 240 }],
    [
      'lossless WebP',
      bytes('RIFF', 4, 'WEBPVP8L', 4, '\x2f\x3f\xc1\x3b\x00', 20),
      { width: 320, height: 240 },
    ],
    [
      'extended WebP',
      bytes('RIFF', 4, 'WEBPVP8X', 8, '\x3f\x01\x00\xef\x00\x00', 8),
      { width: 320, height: 240 },
    ],
    ['text', bytes('no picture at all, but long enough'), undefined],
    ['a PNG cut short', png.slice(0, 20), undefined],
  ])('reads %s', (_, content, size) => {
    expect(imageSize(content)).toEqual(size);
  });

  it('never throws, on anything that begins as a picture', () => {
    const start = fc.constantFrom(
      '\x89PNG\r\n\x1a\n',
      'GIF8',
      '\xff\xd8',
      'RIFF1234WEBPVP8 ',
      'RIFF1234WEBPVP8L',
      'RIFF1234WEBPVP8X',
    );
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 60 }), (head, rest) => {
        imageSize(new Uint8Array([...Buffer.from(head, 'latin1'), ...rest]));
      }),
    );
  });
});
