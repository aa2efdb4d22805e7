import type { Control } from '../control.ts';
import { questionIn } from '../message-parts.ts';
import { renderAnswer } from '../render-answer.ts';
import { unknownNote } from './stale-note.ts';

/** Asks the question of the message again, of the reports as they are now. */
export const askAgain: Control = {
  name: 'ask-again',
  async react({ message, locale, audience }, { library: { current: library } }) {
    const question = questionIn(message.components);
    if (question === undefined) return unknownNote;
    const own = audience === 'public' ? 'private' : audience;
    const answer = await library.answer(question);
    return { kind: 'show', reply: renderAnswer(answer, question, { library, locale, audience: own }) };
  },
};
