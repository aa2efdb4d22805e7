import { describe, expect } from 'vitest';
import { it } from './support/raw-bot.ts';
import { call, post, textAt } from './support/rest-client.ts';

const MEBIBYTE = 1024 * 1024;

describe('a request', () => {
  it.for([
    ['of an unknown path', 'GET', '/nowhere', 404],
    ['of a known path with another method', 'DELETE', '/gateway/bot', 405],
    ['with a broken escape', 'GET', '/channels/%E0%A4%A', 404],
  ] as const)('%s is refused', async ([, method, path, status], { bot }) => {
    expect(await call(bot.discord, method, path)).toMatchObject({ status, code: 0 });
    expect(bot.discord.violations).toMatchObject([{ by: 'bot' }]);
  });

  it('of another version is refused', async ({ bot }) => {
    expect((await fetch(`${bot.discord.apiUrl}/v9/gateway`)).status).toBe(404);
  });

  it('without the token, or with another, is refused', async ({ bot }) => {
    expect(await call(bot.discord, 'GET', '/users/@me', undefined, {})).toMatchObject({
      status: 401,
      code: 0,
    });
    const wrong = { authorization: 'Bot other' };
    expect(await call(bot.discord, 'GET', '/users/@me', undefined, wrong)).toMatchObject({ status: 401 });
    expect(bot.discord.violations).toEqual([]);
  });

  it('is recorded with its answer', async ({ bot }) => {
    await call(bot.discord, 'GET', '/channels/1');
    expect(bot.discord.requests.at(-1)).toMatchObject({
      method: 'GET',
      path: '/channels/1',
      status: 404,
      at: bot.clock.now(),
    });
  });

  it('for a channel that there is not is refused', async ({ bot }) => {
    expect(await call(bot.discord, 'GET', '/channels/1')).toMatchObject({ status: 404, code: 10003 });
  });
});

const upload = (bytes: number, payload: string | undefined): FormData => {
  const form = new FormData();
  if (payload !== undefined) form.set('payload_json', payload);
  form.set('files[0]', new Blob([new Uint8Array(bytes)]), 'a.bin');
  return form;
};

describe('an upload', () => {
  it('of 10 MiB is taken, and one byte more is refused', async ({ bot }) => {
    const path = `/channels/${bot.discord.channels.general.id}/messages`;
    const right = await post(bot.discord, path, upload(10 * MEBIBYTE, '{"attachments":[{"id":"0"}]}'));
    expect(right).toMatchObject({
      status: 200,
      body: { attachments: [{ filename: 'a.bin', size: 10 * MEBIBYTE }] },
    });
    const wrong = await post(bot.discord, path, upload(10 * MEBIBYTE + 1, '{}'));
    expect(wrong).toMatchObject({ status: 413, code: 40005 });
  });

  it('may leave the list of attachments out, and the payload too', async ({ bot }) => {
    const path = `/channels/${bot.discord.channels.general.id}/messages`;
    expect(await post(bot.discord, path, upload(3, undefined))).toMatchObject({
      status: 200,
      body: { attachments: [{ filename: 'a.bin' }] },
    });
  });

  it.for([
    ['as it is', 'a.bin', 'attachment://a.bin', 'a.bin'],
    ['as it is kept', 'tides of may.txt', 'attachment://tides_of_may.txt', 'tides_of_may.txt'],
  ] as const)('is shown by a component that has its name %s', async ([, name, url, kept], { bot }) => {
    const path = `/channels/${bot.discord.channels.general.id}/messages`;
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ flags: 32_768, components: [{ type: 13, file: { url } }] }));
    form.set('files[0]', new Blob(['tide']), name);
    const sent = await post(bot.discord, path, form);
    expect(sent).toMatchObject({
      status: 200,
      body: { attachments: [{ filename: kept }], components: [{ name: kept, size: 4 }] },
    });
    // An edit may send the component back as it came.
    const again = { components: Reflect.get(Object(sent.body), 'components') };
    expect(await call(bot.discord, 'PATCH', `${path}/${textAt(sent, 'id')}`, again)).toMatchObject({
      status: 200,
      body: { components: [{ name: kept, size: 4 }] },
    });
  });

  it('of more than 10 files is refused', async ({ bot }) => {
    const path = `/channels/${bot.discord.channels.general.id}/messages`;
    const form = upload(1, '{}');
    for (let n = 1; n <= 10; n++) form.set(`files[${n}]`, new Blob(['x']), `${n}.txt`);
    expect(await post(bot.discord, path, form)).toMatchObject({
      status: 400,
      faults: ['attachments: BASE_TYPE_BAD_LENGTH'],
    });
  });

  it('with a payload that is not JSON is refused', async ({ bot }) => {
    const path = `/channels/${bot.discord.channels.general.id}/messages`;
    expect(await post(bot.discord, path, upload(3, '{'))).toMatchObject({ status: 400, code: 50109 });
  });

  it('that is no form is refused', async ({ bot }) => {
    const headers = {
      authorization: `Bot ${bot.discord.token}`,
      'content-type': 'multipart/form-data; boundary=x',
    };
    const url = `${bot.discord.apiUrl}/v10/channels/${bot.discord.channels.general.id}/messages`;
    const response = await fetch(url, { method: 'POST', headers, body: 'nothing of the kind' });
    expect([response.status, await response.json()]).toMatchObject([400, { code: 50035 }]);
  });
});
