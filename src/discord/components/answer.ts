import { askReports } from '../ask-reports.ts';
import type { ComponentHandler } from '../command.ts';
import {
  questionIn,
  relabelled,
  shownQuestionIn,
  withoutNamed,
  writtenQuestionIn,
} from '../../render/message-parts.ts';
import { note, resolveTarget, staleAnswer, unknownButton } from './button-notes.ts';
import { wordingFor } from '../../i18n/wording.ts';
import { textDisplay } from '../../render/reply.ts';
import { messageRow } from '../../render/passage-buttons.ts';
import { sha256 } from '../../library/hashes.ts';
import type { VoteCounts, VoteKind } from '../../store/store.ts';

/** Asks what `find` takes from the message, of the reports as they are now. */
const askFound = (find: typeof questionIn): ComponentHandler => ({
  isQuestion: true,
  async handle(input, context) {
    const question = find(input.message.components);
    if (question === undefined) return unknownButton(input.locale);
    const audience = input.audience === 'public' ? 'private' : input.audience;
    const asked = { ...input, audience, asWritten: true };
    return { kind: 'show', reply: await askReports(question, asked, context) };
  },
});

/** The question again, as it was read. */
export const askAgain = askFound(questionIn);

/** The question as it was written, where it was completed. */
export const askAsWritten = askFound(writtenQuestionIn);

/** Removes a public answer, for whoever asked for it. */
export const remove: ComponentHandler = {
  async handle({ message, person, locale }) {
    if ((await message.askedBy()) === person.id) return { kind: 'remove' };
    return note(wordingFor(locale).notes.onlyAsker);
  },
};

/** Posts a private answer in the channel, as asked by the person who shares it. What is quoted stays as it was checked. */
export const share: ComponentHandler = {
  async handle(input, { library }) {
    if (input.argument !== library.version) return staleAnswer(input, library.version);
    const [question, ...shared] = withoutNamed(input.message.components, ['share']);
    const { locale } = input;
    const { helped, wrong } = wordingFor(locale).buttons;
    return {
      kind: 'post',
      reply: {
        components: [
          ...(question ? [question] : []),
          textDisplay(`-# ${wordingFor(locale).answer.askedBy(`<@${input.person.id}>`)}`),
          // What the person who shares it thinks of it is theirs.
          ...relabelled(shared, { helped, wrong }),
          ...messageRow({ library, locale, audience: 'public' }),
        ],
      },
    };
  },
};

const CHOSEN = '✓';

/** Notes what a person thinks of an answer: another vote of theirs replaces the first, the same one takes it back. */
export const vote = (kind: VoteKind): ComponentHandler => ({
  needsStore: true,
  async handle(input, { library, owner, store }) {
    const { message, person, locale, audience } = input;
    const found = resolveTarget(input, library);
    if (found.kind !== 'found') return found;
    const question = shownQuestionIn(message.components);
    if (question === undefined) return unknownButton(locale);
    const { report, paragraph } = found;
    const answer = sha256(
      JSON.stringify([owner, library.version, report.id, String(paragraph.number), question]),
    );
    const passage = { report: report.id, paragraph: paragraph.number };
    const isSame = (await store.voteOf(person.id, answer)) === kind;
    await (isSame
      ? store.takeBack(person.id, answer)
      : store.vote({ personId: person.id, answer, question, kind, owner, ...passage }));
    const labels =
      audience === 'public'
        ? countLabels(await store.votesOn(answer), locale)
        : chosenLabels(isSame ? undefined : kind, locale);
    return { kind: 'update', reply: { components: relabelled(message.components, labels) } };
  },
});

/** Under an answer that all can see: how many think so. */
function countLabels({ helped, wrong }: VoteCounts, locale: string) {
  const { buttons: say } = wordingFor(locale);
  const labelled = (label: string, count: number) => (count > 0 ? `${label} · ${count}` : label);
  return { helped: labelled(say.helped, helped), wrong: labelled(say.wrong, wrong) };
}

/** Under one's own: what one has said. */
function chosenLabels(kind: VoteKind | undefined, locale: string) {
  const { buttons: say } = wordingFor(locale);
  const { helped, wrong } = say;
  return { helped, wrong, ...(kind && { [kind]: `${CHOSEN} ${say[kind]}` }) };
}
