import { wordingFor } from '../../i18n/wording.ts';
import { customId } from '../../render/buttons.ts';
import { withoutNamed } from '../../render/message-parts.ts';
import { addressForm, DETAILS } from '../../render/render-draft.ts';
import { textDisplay } from '../../render/reply.ts';
import type { ComponentHandler } from '../command.ts';
import { collectionAt } from '../reports/collection-at.ts';
import { draftReport } from '../reports/draft-report.ts';
import { note, unknownButton } from './button-notes.ts';

const TIME = /^\d{1,15}$/u;

/** Marks what an alert told, and all that was there by then, as seen. */
export const seen: ComponentHandler = {
  requiredRole: 'manager',
  needsStore: true,
  async handle({ argument, person, server, locale, message }, { store }) {
    if (!server) return note(wordingFor(locale).notes.serverOnly);
    if (!TIME.test(argument)) return unknownButton(locale, 'gaps');
    await store.markSeen(server.id, Number(argument));
    const settings = await store.settings(server.id);
    // The message is the channel's, and stays in its language.
    const { alerts: say } = wordingFor(settings?.alerts?.locale ?? locale);
    return {
      kind: 'update',
      reply: {
        components: [
          ...withoutNamed(message.components, ['seen']),
          textDisplay(`-# ${say.seenBy(`<@${person.id}>`)}`),
        ],
      },
    };
  },
};

/** Opens a form for the address of a report. */
export const addReport: ComponentHandler = {
  requiredRole: 'manager',
  handle: async ({ locale }) => ({
    kind: 'form',
    form: addressForm(customId('report-added', 'own'), locale),
  }),
};

/** Imports what that form names, as `/reports add` does. */
export const reportAdded: ComponentHandler = {
  requiredRole: 'manager',
  async handle(input, context) {
    const keeping = await collectionAt('own', input, context);
    if ('components' in keeping) return { kind: 'note', reply: keeping };
    const details = Object.fromEntries(DETAILS.map((key) => [key, input.field(key)]));
    return {
      kind: 'note',
      reply: await draftReport(input.field('url'), { ...details, url: undefined }, input, keeping, context),
    };
  },
};
