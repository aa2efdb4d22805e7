import type { Command } from '../src/discord/command.ts';
import { FOR_MANAGERS, slashCommand } from '../src/discord/define-command.ts';
import { noteOnChangeError } from '../src/discord/reports/collection-at.ts';
import { wordingFor } from '../src/i18n/wording.ts';
import { withProcesses } from '../src/render/render-processes.ts';
import { renderReload, withWayBack } from '../src/render/render-reload.ts';

export const rollback = {
  data: slashCommand({
    name: 'rollback',
    description: 'Go back to the reports as they were before their last change (admins of the bot only)',
    ...FOR_MANAGERS,
  }),
  requiredRole: 'admin',

  run: ({ locale, person }, { collections, processes }) =>
    noteOnChangeError(wordingFor(locale).reload.refused, async () => {
      const { version } = collections.shared;
      const outcome = await (await collections.collectionOf(undefined)).rollBack(person.id);
      const reply = renderReload(outcome, { library: collections.shared, locale }, true);
      if (outcome.kind !== 'reloaded') return reply;
      const back = withWayBack(reply, 'rollback', version, locale);
      return withProcesses(back, await processes.list(), collections.shared.version, locale);
    }),
} satisfies Command;
