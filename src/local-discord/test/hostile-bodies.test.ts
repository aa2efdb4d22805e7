import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LocalDiscord } from '../src/local-discord.ts';
import { call, shareServer } from './support/rest-client.ts';

const shared = shareServer();
const { numRuns = 100 } = fc.readConfigureGlobal() ?? {};

const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constant('x'.repeat(4001)));
const scalar = fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constant(null), text);

/** Mostly what belongs there, now and then anything. */
const mostly = <T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 20, arbitrary: right }, { weight: 1, arbitrary: scalar });

const word = fc.constantFrom('ferry', 'harbour', 'tide', 'quay');
const display = fc.record({ type: fc.constant(10), content: mostly(text) });
const button = fc.record(
  {
    type: mostly(fc.constant(2)),
    style: mostly(fc.integer({ min: 1, max: 5 })),
    label: mostly(word),
    custom_id: mostly(word),
    url: fc.oneof(fc.webUrl(), fc.constant('attachment://a.txt'), scalar),
  },
  { requiredKeys: ['type', 'style', 'label'] },
);
const select = fc.record({
  type: fc.constant(3),
  custom_id: mostly(word),
  options: mostly(fc.array(fc.record({ label: mostly(word), value: mostly(word) }), { maxLength: 3 })),
});
const row = fc.record({
  type: fc.constant(1),
  components: mostly(fc.array(fc.oneof(button, select), { maxLength: 3 })),
});
const section = fc.record({
  type: fc.constant(9),
  components: mostly(fc.array(display, { maxLength: 4 })),
  accessory: button,
});
const media = fc.record({
  type: fc.constantFrom(11, 12, 13),
  media: scalar,
  file: fc.record({ url: fc.webUrl() }),
  items: scalar,
});
const flat = fc.oneof(display, row, section, media, button);
const container = fc.record({
  type: fc.constant(17),
  components: mostly(fc.array(fc.oneof(flat), { maxLength: 3 })),
});
const component = fc.oneof(display, row, section, container, media, fc.jsonValue({ maxDepth: 3 }));

const extras = {
  attachments: mostly(fc.constant([])),
  allowed_mentions: mostly(fc.constantFrom({ parse: [] }, { parse: ['users'], users: ['1'] }, null)),
  message_reference: mostly(fc.constant(null)),
  components: mostly(fc.array(component, { maxLength: 2 })),
};
const embed = fc.record({ title: mostly(word), description: mostly(word) }, { requiredKeys: [] });
const classic = fc.record(
  { ...extras, content: mostly(word), embeds: mostly(fc.array(embed, { maxLength: 2 })) },
  { requiredKeys: ['content'] },
);
const v2 = fc.record(
  { ...extras, flags: mostly(fc.constant(32_768)) },
  { requiredKeys: ['flags', 'components'] },
);
const message = fc.oneof(classic, v2);

const command = fc.record(
  {
    name: mostly(word),
    type: mostly(fc.constantFrom(1, 2, 3)),
    description: mostly(word),
    default_member_permissions: scalar,
    name_localizations: fc.oneof(fc.dictionary(text, scalar, { maxKeys: 2 }), scalar),
    options: fc.oneof(
      fc.array(
        fc.record(
          {
            type: fc.integer({ min: 0, max: 12 }),
            name: mostly(word),
            description: mostly(word),
            required: fc.boolean(),
            choices: fc.array(fc.record({ name: scalar, value: scalar }), { maxLength: 3 }),
          },
          { requiredKeys: ['type', 'name', 'description'] },
        ),
        { maxLength: 2 },
      ),
      scalar,
    ),
  },
  { requiredKeys: [] },
);

/** The statuses that come of many bodies. A fault of ours would be a 500, or a violation at the end. */
const statusesOf = async (
  method: string,
  path: string,
  bodies: fc.Arbitrary<unknown>,
): Promise<Set<number>> => {
  const seen = new Set<number>();
  const send = async (body: unknown) => void seen.add((await call(shared(), method, path, body)).status);
  await fc.assert(fc.asyncProperty(fc.oneof({ weight: 9, arbitrary: bodies }, fc.jsonValue()), send), {
    numRuns: 2 * numRuns,
  });
  return seen;
};

it.each([
  [
    'message',
    'POST',
    (discord: LocalDiscord) => `/channels/${discord.channels.general.id}/messages`,
    message,
  ],
  [
    'list of commands',
    'PUT',
    (discord: LocalDiscord) => `/applications/${discord.applicationId}/commands`,
    fc.array(command, { maxLength: 3 }),
  ],
])(
  'any %s is taken or refused, and our answer keeps to the API description',
  async (_, method, path, bodies) => {
    expect(await statusesOf(method, path(shared()), bodies)).toEqual(new Set([200, 400]));
  },
);
