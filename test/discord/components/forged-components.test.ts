import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { customId, parseCustomId, reportKey } from '../../../src/render/buttons.ts';
import type { ComponentInput } from '../../../src/discord/command.ts';
import { unknownButton } from '../../../src/discord/components/button-notes.ts';
import { componentHandlers } from '../../../src/discord/components/index.ts';
import { textDisplay } from '../../../src/render/reply.ts';
import { createFixedLibrary } from '../../../src/library/library.ts';
import { createLog } from '../../../src/log.ts';
import { systemClock } from '../../../src/text/clock.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { hostile } from '../../support/hostile-text.ts';
import { contextOver } from '../../support/command-context.ts';
import { reportOf } from '../../support/report.ts';
import fc from 'fast-check';

const ferry = reportOf(['The ferry sank.', 'Nobody was hurt.'], { id: 'ferry' });
const current = await createFixedLibrary([ferry, reportOf(['The bridge stands.'], { id: 'bridge' })]);
const isName = (name: string): name is keyof typeof componentHandlers =>
  Object.hasOwn(componentHandlers, name);
const handlers = Object.keys(componentHandlers)
  .filter(isName)
  .map((name) => [name, componentHandlers[name]] as const);
const log = createLog('silent');
const store = await openStore({ kind: 'memory', retentionDays: 30 }, { clock: systemClock, log });
const context = { ...contextOver(current), store };

const part = fc.oneof(
  fc.constantFrom(
    current.version,
    reportKey(ferry),
    '00000000',
    '000000000000',
    '-',
    '',
    '0',
    '1',
    '2',
    '99999',
    '9999999',
    '-1',
    '1e3',
    '1.5',
  ),
  fc.string({ maxLength: 9 }),
);
const argument = fc.oneof(
  hostile,
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('.')),
);

/** Components as only a message of ours could have them, and in an order that none of ours has. */
const component: fc.Arbitrary<APIMessageTopLevelComponent> = fc.oneof(
  hostile.map((text) => textDisplay(text || '-# ferry')),
  hostile.map((text) => textDisplay(`-# ${text}`)),
  hostile.map((text) => ({ type: ComponentType.Container as const, components: [textDisplay(text || 'x')] })),
  argument.map((text) => ({
    type: ComponentType.ActionRow as const,
    components: [
      {
        type: ComponentType.Button as const,
        style: ButtonStyle.Secondary as const,
        label: 'x',
        custom_id: text,
      },
    ],
  })),
);

describe('a forged button of any kind', () => {
  it.each(handlers)('is answered, whatever it carries and wherever it stands: %s', async (_, handler) => {
    const input = fc.record({
      argument,
      values: fc.array(argument, { maxLength: 3 }),
      field: fc.constant((name: string) => name),
      message: fc.record({
        components: fc.array(component, { maxLength: 5 }),
        askedBy: fc.constant(() => Promise.resolve('1')),
      }),
      server: fc.constant({ id: '2', channelIds: ['3'], mayManage: true }),
      person: fc.constant({ id: '1', roleIds: [] }),
      locale: fc.constantFrom('en-US', 'de', 'zh-CN'),
      audience: fc.constantFrom('public' as const, 'private' as const, 'direct' as const),
    });
    await fc.assert(
      fc.asyncProperty(input, async (each) => {
        const { kind } = await handler.handle(each, context);
        expect(['show', 'update', 'note', 'post', 'form', 'remove']).toContain(kind);
      }),
    );
  });
});

describe('a forged button of the settings', () => {
  it.each(Object.getOwnPropertyNames(Object.prototype))(
    'is unknown, and changes nothing: %s',
    async (argument) => {
      const input: ComponentInput = {
        argument,
        values: [],
        field: () => '',
        message: { components: [], askedBy: () => Promise.resolve('1') },
        server: { id: '2', channelIds: ['3'], mayManage: true },
        person: { id: '1', roleIds: [] },
        locale: 'en-US',
        audience: 'private',
      };
      const action = await componentHandlers.settings.handle(input, context);
      expect(action).toEqual(unknownButton('en-US', 'settings'));
      expect(await store.settings('2')).toBeUndefined();
    },
  );
});

describe('a custom id', () => {
  it('is read as any text that a message can carry', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        const { name, argument: rest } = parseCustomId(text);
        expect(text.startsWith(name)).toBe(true);
        expect(text.endsWith(rest)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('passage' as const, 'ask-again' as const, 'dismiss' as const),
        hostile,
        (name, text) => {
          expect(parseCustomId(customId(name, text))).toEqual({ name, argument: text });
        },
      ),
    );
  });
});
