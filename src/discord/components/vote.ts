import { createHash } from 'node:crypto';
import type { ComponentHandler } from '../component-handler.ts';
import { wordingFor } from '../../i18n/wording.ts';
import { relabelled, shownQuestionIn } from '../../render/message-parts.ts';
import { privateNote } from '../../render/reply.ts';
import type { VoteCounts, VoteKind } from '../../store/store.ts';
import { resolveTarget, unknownButton } from './button-notes.ts';

const CHOSEN = '✓';

/** Notes what a person thinks of an answer. A second vote of theirs replaces the first. */
export const vote = (kind: VoteKind): ComponentHandler => ({
  async handle(input, { library: { current: library }, store }) {
    const { message, person, locale, audience } = input;
    if (!store.keeps) return { kind: 'note', reply: privateNote(wordingFor(locale).notes.notKept) };
    const found = resolveTarget(input, library);
    if (found.kind !== 'found') return found;
    const question = shownQuestionIn(message.components);
    if (question === undefined) return unknownButton(locale);
    const { report, paragraph } = found;
    const answer = answerKey([library.version, report.id, String(paragraph.number), question]);
    const passage = { report: report.id, paragraph: paragraph.number };
    await store.vote({ personId: person.id, answer, question, kind, ...passage });
    const labels =
      audience === 'public' ? countLabels(await store.votesOn(answer), locale) : chosenLabels(kind, locale);
    return { kind: 'update', reply: { components: relabelled(message.components, labels) } };
  },
});

/** Equal for equal parts. */
const answerKey = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** Under an answer that all can see: how many think so. */
function countLabels({ helped, wrong }: VoteCounts, locale: string) {
  const { buttons: say } = wordingFor(locale);
  const labelled = (label: string, count: number) => (count > 0 ? `${label} · ${count}` : label);
  return { helped: labelled(say.helped, helped), wrong: labelled(say.wrong, wrong) };
}

/** Under one's own: what one has said. */
function chosenLabels(kind: VoteKind, locale: string) {
  const { helped, wrong } = wordingFor(locale).buttons;
  return kind === 'helped'
    ? { helped: `${CHOSEN} ${helped}`, wrong }
    : { helped, wrong: `${CHOSEN} ${wrong}` };
}
