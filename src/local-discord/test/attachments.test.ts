import fc from 'fast-check';
import { ApplicationCommandOptionType, InteractionType } from 'discord-api-types/v10';
import { beforeAll, describe, expect, it } from 'vitest';
import type { UserClient } from '../src/people/user-client.ts';
import type { UserFile } from '../src/people/user-file.ts';
import { MAX_KEPT_BYTES } from '../src/state/attachments.ts';
import { cleanName } from '../src/state/file-facts.ts';
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
      options: [attachment('file', { required: true }), attachment('picture')],
    },
  ]);
});

const file = (name: string, content: string | Uint8Array = 'tides', type?: string): UserFile => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  ...(type === undefined ? {} : { type }),
});

const png = new Uint8Array([0x89, 0x50]);

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
    expect(picture).toMatchObject({ content_type: 'image/png' });
    const response = await fetch(url);
    expect([response.headers.get('content-disposition'), await response.text()]).toEqual([
      'attachment; filename="tides.md"',
      'tides',
    ]);
    expect(mira.download({ id: pictureId })).toBe(png);
  });

  it('is refused by the client when it is one of 10 MiB and a byte', () => {
    const options = { file: file('a.bin', new Uint8Array(10 * MEBIBYTE + 1)) };
    expect(() => mira.command('import', options)).toThrow(
      'Cannot upload "a.bin": Your files are too powerful. Max file size is 10 MB please.',
    );
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
    ['a page', 'a.html', '<script>1</script>'],
    ['a drawing, which may have scripts,', 'a.svg', '<svg/>'],
  ])('never gives %s as one', async (_, name, content) => {
    const { headers } = await fetch(addressOf(name, content));
    expect(headers.get('content-type')).toBe('application/octet-stream');
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
