import type { Command } from '../../src/discord/command.ts';
import { type Reply, textDisplay } from '../../src/render/reply.ts';

/** A command `/slow` that answers when the test says so. */
export function createSlowCommand(isPrivate: boolean) {
  let finish: (reply: Reply) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const work = new Promise<Reply>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  const command: Command = {
    data: { name: 'slow', description: 'Takes its time' },
    isPublic: () => Promise.resolve(!isPrivate),
    run: () => work,
  };
  return { command, finish: (text: string) => finish({ components: [textDisplay(text)] }), fail };
}
