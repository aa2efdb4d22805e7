import { type APITextDisplayComponent, ComponentType } from 'discord-api-types/v10';
import type { Reply } from './reply.ts';

/** A block of markdown. */
export const textDisplay = (content: string): APITextDisplayComponent => ({
  type: ComponentType.TextDisplay,
  content,
});

/** A reply of one sentence that only the person who asked sees. `sentence` is markdown. */
export const privateNote = (sentence: string): Reply => ({
  components: [textDisplay(sentence)],
  private: true,
});
