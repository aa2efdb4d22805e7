import type { ComponentHandler } from '../component-handler.ts';
import { wordingFor } from '../../i18n/wording.ts';
import { withoutNamed } from '../../render/message-parts.ts';
import { messageRow } from '../../render/passage-buttons.ts';
import { textDisplay } from '../../render/reply.ts';
import { staleAnswer } from './button-notes.ts';

/** Posts a private answer in the channel, as asked by the person who shares it. What is quoted stays as it was checked. */
export const share: ComponentHandler = {
  async handle(input, { library: { current: library } }) {
    if (input.argument !== library.version) return staleAnswer(input, library.version);
    const [question, ...shared] = withoutNamed(input.message.components, ['share', 'helped', 'wrong']);
    const { locale } = input;
    return {
      kind: 'post',
      reply: {
        components: [
          ...(question ? [question] : []),
          textDisplay(`-# ${wordingFor(locale).answer.askedBy(`<@${input.person.id}>`)}`),
          ...shared,
          ...messageRow({ library, locale, audience: 'public' }),
        ],
      },
    };
  },
};
