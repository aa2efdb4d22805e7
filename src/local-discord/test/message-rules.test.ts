import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { call, textAt, shareServer } from './support/rest-client.ts';

const V2 = MessageFlags.IsComponentsV2;

const text = (content: string) => ({ type: ComponentType.TextDisplay, content });
const button = (extra: object = {}) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Primary,
  label: 'Next',
  custom_id: 'next',
  ...extra,
});
const link = (extra: object = {}) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Link,
  label: 'Source',
  url: 'https://example.org/',
  ...extra,
});
const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });
const option = (value: string, extra: object = {}) => ({ label: value, value, ...extra });
const select = (extra: object = {}) => ({
  type: ComponentType.StringSelect,
  custom_id: 'report',
  options: [option('ferry'), option('harbour')],
  ...extra,
});
const container = (...components: object[]) => ({ type: ComponentType.Container, components });
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => row(button({ custom_id: `b${index}` })));
const texts = (count: number) => Array.from({ length: count }, (_, index) => text(`Line ${index}`));
const buttons = (count: number) =>
  Array.from({ length: count }, (_, index) => button({ custom_id: `b${index}` }));

const shared = shareServer();
const post = (body: unknown) => {
  const discord = shared();
  return call(discord, 'POST', `/channels/${discord.channels.general.id}/messages`, body);
};

describe('a message is taken', () => {
  it.each([
    ['with 2,000 characters', { content: 'x'.repeat(2000) }],
    ['with keys that discord.js adds', { content: 'x', tts: false, enforce_nonce: false, nonce: undefined }],
    ['with 5 rows', { content: 'x', components: rows(5) }],
    ['with 5 buttons in a row', { content: 'x', components: [row(...buttons(5))] }],
    [
      'with a select menu of 25 options',
      {
        content: 'x',
        components: [row(select({ options: Array.from({ length: 25 }, (_, n) => option(`o${n}`)) }))],
      },
    ],
    [
      'with a link of 512 characters',
      { content: 'x', components: [row(link({ url: `https://example.org/${'x'.repeat(492)}` }))] },
    ],
    [
      'with a link into Discord itself',
      { content: 'x', components: [row(link({ url: 'discord://-/channels/1' }))] },
    ],
    [
      'with a button that has an emoji and no label',
      { content: 'x', components: [row(button({ label: null, emoji: { name: '📄', id: null } }))] },
    ],
    [
      'with a custom id of 100 characters',
      { content: 'x', components: [row(button({ custom_id: 'x'.repeat(100) }))] },
    ],
    [
      'with Components V2 of 4,000 characters',
      { flags: V2, components: [text('x'.repeat(2000)), container(text('x'.repeat(2000)))] },
    ],
    ['with 40 V2 components', { flags: V2, components: texts(40) }],
    ['with rows of V2 beyond the 5 of old messages', { flags: V2, components: rows(6) }],
    [
      'with a select menu for several values',
      { content: 'x', components: [row(select({ min_values: 0, max_values: 2 }))] },
    ],
    [
      'with a menu of channels',
      { content: 'x', components: [row({ type: ComponentType.ChannelSelect, custom_id: 'c' })] },
    ],
    ['that pings only a list', { content: 'x', allowed_mentions: { parse: [], users: ['1'] } }],
  ])('%s', async (_, body) => {
    expect(await post(body)).toMatchObject({ status: 200, faults: [] });
  });
});

// Each row: what is wrong, the body, and where Discord says so with which name. In brackets whose rule it is:
// [limit] Discord's documentation, "Message Object" or "Create Message";
// [component] "Component Reference"; [V2] "Using Components V2".
describe('a message is refused', () => {
  it.each([
    ['with 2,001 characters [limit]', { content: 'x'.repeat(2001) }, 'content: BASE_TYPE_BAD_LENGTH'],
    ['with a text that is a number [limit]', { content: 7 }, 'content: BASE_TYPE_BAD_TYPE'],
    [
      'that both parses and lists whom it pings [limit]',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'allowed_mentions.users: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
    [
      'that replies to nothing [limit]',
      { content: 'x', message_reference: { message_id: '1' } },
      'message_reference: REPLIES_UNKNOWN_MESSAGE',
    ],
    [
      'with a file that did not come along [limit]',
      { content: 'x', attachments: [{ id: '0', filename: 'a.txt' }] },
      'attachments.0.id: BASE_TYPE_BAD_VALUE',
    ],
    ['with 6 rows [component]', { content: 'x', components: rows(6) }, 'components: BASE_TYPE_BAD_LENGTH'],
    [
      'with 6 buttons in a row [component]',
      { content: 'x', components: [row(...buttons(6))] },
      'components.0.components: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'with an empty row [component]',
      { content: 'x', components: [row()] },
      'components.0.components: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'with a button beside a select menu [component]',
      { content: 'x', components: [row(button(), select())] },
      'components.0.components: COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    [
      'with two select menus in a row [component]',
      { content: 'x', components: [row(select(), select({ custom_id: 'b' }))] },
      'components.0.components: COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    [
      'with a bare button [component]',
      { content: 'x', components: [button()] },
      'components.0.type: BASE_TYPE_CHOICES',
    ],
    [
      'with a label of 81 characters [component]',
      { content: 'x', components: [row(button({ label: 'x'.repeat(81) }))] },
      'components.0.components.0.label: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'with a custom id of 101 characters [component]',
      { content: 'x', components: [row(button({ custom_id: 'x'.repeat(101) }))] },
      'components.0.components.0.custom_id: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'with a button without custom id [component]',
      { content: 'x', components: [row(button({ custom_id: undefined }))] },
      'components.0.components.0.custom_id: BASE_TYPE_REQUIRED',
    ],
    [
      'with a button without label and emoji [component]',
      { content: 'x', components: [row(button({ label: undefined }))] },
      'components.0.components.0.label: BASE_TYPE_REQUIRED',
    ],
    [
      'with a button of a style that there is not [component]',
      { content: 'x', components: [row(button({ style: 9 }))] },
      'components.0.components.0.style: BASE_TYPE_CHOICES',
    ],
    [
      'with one custom id twice [component]',
      { content: 'x', components: [row(button(), button())] },
      'components.0.components.1.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'with one component id twice [component]',
      { content: 'x', components: [row(button({ id: 7 }), button({ id: 7, custom_id: 'b' }))] },
      'components.0.components.1.id: COMPONENT_ID_DUPLICATED',
    ],
    [
      'with a link button that has a custom id [component]',
      { content: 'x', components: [row(link({ custom_id: 'a' }))] },
      'components.0.components.0.custom_id: BASE_TYPE_BAD_VALUE',
    ],
    [
      'with a link button without address [component]',
      { content: 'x', components: [row(link({ url: undefined }))] },
      'components.0.components.0.url: BASE_TYPE_REQUIRED',
    ],
    [
      'with a link of 513 characters [component]',
      { content: 'x', components: [row(link({ url: `https://example.org/${'x'.repeat(493)}` }))] },
      'components.0.components.0.url: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'with a link to a file [component]',
      { content: 'x', components: [row(link({ url: 'file:///etc/passwd' }))] },
      'components.0.components.0.url: URL_TYPE_INVALID_SCHEME',
    ],
    [
      'with an address on a button that is no link [component]',
      { content: 'x', components: [row(button({ url: 'https://example.org' }))] },
      'components.0.components.0.url: BASE_TYPE_BAD_VALUE',
    ],
    [
      'with a select menu of 26 options [component]',
      {
        content: 'x',
        components: [row(select({ options: Array.from({ length: 26 }, (_, n) => option(`o${n}`)) }))],
      },
      'components.0.components.0.options: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'with a select menu of no options [component]',
      { content: 'x', components: [row(select({ options: [] }))] },
      'components.0.components.0.options: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'with an option label of 101 characters [component]',
      { content: 'x', components: [row(select({ options: [option('a', { label: 'x'.repeat(101) })] }))] },
      'components.0.components.0.options.0.label: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'with one option value twice [component]',
      { content: 'x', components: [row(select({ options: [option('a'), option('a')] }))] },
      'components.0.components.0.options.1.value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    [
      'with more values than options [component]',
      { content: 'x', components: [row(select({ max_values: 3 }))] },
      'components.0.components.0.max_values: BASE_TYPE_BAD_VALUE',
    ],
    [
      'with a least above its most [component]',
      { content: 'x', components: [row(select({ min_values: 2, max_values: 1 }))] },
      'components.0.components.0.min_values: BASE_TYPE_BAD_VALUE',
    ],
    [
      'with more chosen than may be [component]',
      {
        content: 'x',
        components: [
          row(select({ options: [option('a', { default: true }), option('b', { default: true })] })),
        ],
      },
      'components.0.components.0.options: BASE_TYPE_BAD_VALUE',
    ],
    [
      'with V2 components and no flag [V2]',
      { components: [text('x')] },
      'components.0.type: BASE_TYPE_CHOICES',
    ],
    [
      'with text beside V2 [V2]',
      { flags: V2, content: 'x', components: [text('x')] },
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'with the V2 flag and no components [V2]',
      { flags: V2, components: [] },
      'components: BASE_TYPE_REQUIRED',
    ],
    [
      'with 41 components, those inside counted [V2]',
      { flags: V2, components: [container(...texts(40))] },
      'components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    [
      'with 41 components, rows and their buttons counted [V2]',
      { flags: V2, components: [...texts(38), row(button(), button({ custom_id: 'b' }))] },
      'components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    [
      'with 4,001 characters over all texts [V2]',
      { flags: V2, components: [text('x'.repeat(2000)), container(text('x'.repeat(2001)))] },
      'components: COMPONENT_MAX_TOTAL_TEXT_LENGTH_EXCEEDED',
    ],
    [
      'with an empty text [V2]',
      { flags: V2, components: [text('')] },
      'components.0.content: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'with a text of white space [V2]',
      { flags: V2, components: [text(' \n ')] },
      'components.0.content: BASE_TYPE_REQUIRED',
    ],
    [
      'with a container in a container [V2]',
      { flags: V2, components: [container(container(text('a')))] },
      'components.0.components.0.type: BASE_TYPE_CHOICES',
    ],
    [
      'with a file component and no such file [V2]',
      { flags: V2, components: [{ type: ComponentType.File, file: { url: 'attachment://a.txt' } }] },
      'components.0.file.url: UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
    [
      'with a file component of an address on the web [V2]',
      { flags: V2, components: [{ type: ComponentType.File, file: { url: 'https://example.org/a.txt' } }] },
      'components.0.file.url: URL_TYPE_INVALID_SCHEME',
    ],
    // These Discord takes.
    [
      'with a separator, which is not emulated',
      { flags: V2, components: [text('a'), { type: ComponentType.Separator }] },
      'components.1.type: NOT_EMULATED',
    ],
    [
      'with a menu of users, which is not emulated',
      { content: 'x', components: [row({ type: ComponentType.UserSelect, custom_id: 'u' })] },
      'components.0.components.0.type: NOT_EMULATED',
    ],
    ['with an embed, which is not emulated', { embeds: [{ title: 'Ferry' }] }, 'embeds: NOT_EMULATED'],
  ])('%s', async (_, body, fault) => {
    expect(await post(body)).toMatchObject({
      status: 400,
      code: 50035,
      faults: expect.arrayContaining([fault]),
    });
  });

  it.each([
    ['of nothing', {}],
    ['of white space', { content: ' \n\t ' }],
    ['of empty lists', { content: '', embeds: [], components: [] }],
  ])('%s [limit]', async (_, body) => {
    expect(await post(body)).toMatchObject({ status: 400, code: 50006 });
  });

  it('with a body that is not JSON', async () => {
    expect(await post('{"content":')).toMatchObject({ status: 400, code: 50109 });
  });

  it('without a body', async () => {
    expect(await post(undefined)).toMatchObject({ status: 400, code: 50035 });
  });
});

/** Posts a message, then edits it. */
const edit = async (before: object, change: unknown) => {
  const id = textAt(await post(before), 'id');
  const discord = shared();
  return await call(discord, 'PATCH', `/channels/${discord.channels.general.id}/messages/${id}`, change);
};

describe('an edit', () => {
  it.each([
    [
      'keeps what it does not name',
      { content: 'a', components: rows(1) },
      { content: 'b' },
      { content: 'b', components: [{}] },
    ],
    [
      'keeps the V2 flag when it leaves it out',
      { flags: V2, components: [text('a')] },
      { flags: 0, components: [text('b')] },
      { flags: V2 },
    ],
    ['takes components off', { content: 'a', components: rows(1) }, { components: [] }, { components: [] }],
    [
      'turns a text into V2 when it takes the text off',
      { content: 'a' },
      { content: null, flags: V2, components: [text('b')] },
      { flags: V2, content: '' },
    ],
  ])('%s', async (_, before, change, after) => {
    expect(await edit(before, change)).toMatchObject({ status: 200, body: after });
  });

  it.each([
    [
      'adds text to V2',
      { flags: V2, components: [text('a')] },
      { content: 'b' },
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'turns a text into V2 and leaves the text',
      { content: 'a' },
      { flags: V2, components: [text('b')] },
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    ['is too long', { content: 'a' }, { content: 'x'.repeat(2001) }, 'content: BASE_TYPE_BAD_LENGTH'],
    [
      'takes all of V2 off',
      { flags: V2, components: [text('a')] },
      { components: [] },
      'components: BASE_TYPE_REQUIRED',
    ],
  ])('is refused when it %s', async (_, before, change, fault) => {
    expect(await edit(before, change)).toMatchObject({ status: 400, faults: [fault] });
  });

  it('is refused when nothing would be left', async () => {
    expect(await edit({ content: 'a' }, { content: '' })).toMatchObject({ status: 400, code: 50006 });
  });

  it('is refused on the message of a person', async () => {
    const discord = shared();
    const message = discord.as(discord.people.member).say('Mine');
    const path = `/channels/${message.channel_id}/messages/${message.id}`;
    expect(await call(discord, 'PATCH', path, { content: 'Yours' })).toMatchObject({
      status: 403,
      code: 50005,
    });
    expect(await call(discord, 'DELETE', path)).toMatchObject({ status: 403, code: 50013 });
  });
});
