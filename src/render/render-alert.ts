import { commandName, wordingFor } from '../i18n/wording.ts';
import type { RecordedChange } from '../library/collection.ts';
import { button, rowOf } from './buttons.ts';
import { changeMarkdown } from './render-collection.ts';
import { entryMarkdown, type GapGroup, GAPS_PER_PAGE } from './render-gaps.ts';
import { container, type PageContext, type Reply, textDisplay } from './reply.ts';

/**
 * Tells the managers of a server what was not answered there, or was marked wrong. `latest`: the time of the latest of
 * these, up to which the button marks all as seen; in milliseconds since 1970.
 */
export function renderGapAlert(groups: readonly GapGroup[], latest: number, context: PageContext): Reply {
  const wording = wordingFor(context.locale);
  const { alerts: say } = wording;
  const shown = groups.slice(0, GAPS_PER_PAGE);
  const left = groups.length - shown.length;
  return {
    components: [
      container([
        say.head,
        ...shown.map((group, at) => entryMarkdown(group, at + 1, context)),
        ...(left > 0 ? [`-# ${say.more(left, commandName(wording, 'gaps'))}`] : []),
      ]),
      ...rowOf([button('add-report', 'own', say.addReport), button('seen', String(latest), say.markSeen)]),
    ],
  };
}

/** Tells that reports of a server were published, changed or removed, and the content version since then. */
export const renderChangeAlert = (change: RecordedChange, { library, locale }: PageContext): Reply => ({
  components: [
    textDisplay(`${changeMarkdown(change, locale)} · ${wordingFor(locale).passage.content(library.version)}`),
  ],
});
