import type { Command } from '../src/discord/command.ts';
import { FOR_MANAGERS, slashCommand } from '../src/discord/define-command.ts';
import { noteOnChangeError, withFollowers } from '../src/discord/reports/collection-at.ts';
import { wordingFor } from '../src/i18n/wording.ts';
import { renderReload, withWayBack } from '../src/render/render-reload.ts';

export const rollback = {
  data: slashCommand({
    name: 'rollback',
    description: 'Go back to the reports as they were before their last change (admins of the bot only)',
    ...FOR_MANAGERS,
  }),
  requiredRole: 'admin',

  run: ({ locale, person }, context) =>
    noteOnChangeError(wordingFor(locale).reports.refused, async () => {
      const { collections } = context;
      const { version } = collections.shared;
      const outcome = await (await collections.collectionOf(undefined)).rollBack(person.id);
      const reply = renderReload(outcome, { library: collections.shared, locale }, true);
      if (outcome.kind !== 'reloaded') return reply;
      return withWayBack(await withFollowers(reply, locale, context), 'rollback', version, locale);
    }),
} satisfies Command;
