import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import type { LocalDiscord } from '../local-discord.ts';
import type { UserClient } from '../people/user-client.ts';
import { ClientRefusal } from '../people/client-refusal.ts';
import type { InteractionHandle } from '../people/interaction-handle.ts';
import type { OpenModal } from '../people/modal-input.ts';
import type { UserFile } from '../people/user-file.ts';
import { localized } from './view-commands.ts';
import type { ActionResult, OptionValue, PageAction } from './protocol.ts';
import { viewModal } from './view-modal.ts';
import type { Viewer } from './viewer.ts';

/** A form on somebody's screen, and the client that shows it. */
interface ShownModal {
  readonly modal: OpenModal;
  readonly client: UserClient;
}

/** What the acts of all viewers share. */
export interface ActionHost {
  readonly world: Pick<LocalDiscord, 'guild' | 'bot'>;
  /** Forms that were opened and not yet sent, by the id that the page knows them by. */
  readonly modals: Map<string, ShownModal>;
}

const done: ActionResult = { kind: 'done' };
const noAnswer: ActionResult = { kind: 'no-answer' };

const clientIn = ({ clients }: Viewer, channelId: string): UserClient => {
  const found = clients.find(({ context }) => context.channel.id === channelId);
  if (!found) throw new ClientRefusal(`Cannot use channel ${channelId}: it is not open to you`);
  return found;
};

const clientAt = ({ clients }: Viewer, messageId: string): UserClient => {
  const found = clients.find((client) => client.messages().some(({ id }) => id === messageId));
  if (!found)
    throw new ClientRefusal(`Cannot use message ${messageId}: it is deleted, or only somebody else sees it`);
  return found;
};

const valuesOf = (options: readonly OptionValue<UserFile>[]) =>
  Object.fromEntries(options.map(({ name, value }) => [name, value]));

/** Waits for the bot's first response; a form it answers with is kept for the viewer to fill in. */
const waitForResponse = async (
  client: UserClient,
  handle: InteractionHandle,
  { world, modals }: ActionHost,
): Promise<ActionResult> => {
  const state = await handle.acknowledged().catch(() => undefined);
  if (state === undefined || state.kind === 'failed') return noAnswer;
  if (state.kind !== 'modal') return done;
  const modal = await handle.modal();
  modals.set(modal.openedBy, { modal, client });
  return { kind: 'modal', modal: viewModal(modal, world) };
};

const complete = async (
  viewer: Viewer,
  { channelId, command, options, focused }: Extract<PageAction<UserFile>, { kind: 'autocomplete' }>,
): Promise<ActionResult> => {
  const asked = clientIn(viewer, channelId).autocomplete(command, valuesOf(options), focused);
  const choices = await asked.catch(
    (error: unknown): readonly APIApplicationCommandOptionChoice[] | undefined => {
      if (error instanceof ClientRefusal) throw error;
      return undefined;
    },
  );
  if (choices === undefined) return noAnswer;
  return {
    kind: 'choices',
    choices: choices.map(({ name, name_localizations, value }) => ({
      label: localized(name, name_localizations, viewer.locale),
      value,
    })),
  };
};

const submit = async (
  { key }: Viewer,
  { modalId, values }: Extract<PageAction<UserFile>, { kind: 'submit' }>,
  host: ActionHost,
): Promise<ActionResult> => {
  const shown = host.modals.get(modalId);
  if (!shown) throw new ClientRefusal(`Cannot submit form ${modalId} as ${key}: it is not open`);
  const result = await waitForResponse(shown.client, shown.client.submit(shown.modal, values), host);
  if (result.kind !== 'no-answer') host.modals.delete(modalId);
  return result;
};

/** Does what a viewer did, as their Discord client would. Throws ClientRefusal when a client would not allow it. */
export const performAction = async (
  viewer: Viewer,
  action: PageAction<UserFile>,
  host: ActionHost,
): Promise<ActionResult> => {
  switch (action.kind) {
    case 'command': {
      const client = clientIn(viewer, action.channelId);
      return await waitForResponse(client, client.command(action.command, valuesOf(action.options)), host);
    }
    case 'autocomplete':
      return await complete(viewer, action);
    case 'message-command': {
      const client = clientAt(viewer, action.messageId);
      return await waitForResponse(
        client,
        client.messageCommand(action.command, { id: action.messageId }),
        host,
      );
    }
    case 'click': {
      const client = clientAt(viewer, action.messageId);
      return await waitForResponse(client, client.click({ id: action.messageId }, action.customId), host);
    }
    case 'choose': {
      const client = clientAt(viewer, action.messageId);
      return await waitForResponse(
        client,
        client.choose({ id: action.messageId }, action.customId, action.values),
        host,
      );
    }
    case 'submit':
      return await submit(viewer, action, host);
    case 'write':
      clientIn(viewer, action.channelId).say(action.text, { files: action.files });
      return done;
  }
};
