import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { z } from 'zod';
import type { UserClient } from '../people/user-client.ts';
import { ClientRefusal } from '../people/client-refusal.ts';
import type { InteractionHandle } from '../people/interaction-handle.ts';
import type { OpenModal } from '../people/modal-input.ts';
import { localized } from './view-commands.ts';
import { pageLocales, type ActionResult, type OptionValue, type PageAction } from './protocol.ts';
import { viewModal } from './view-modal.ts';
import type { Viewer } from './viewer.ts';

const options = z
  .array(z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) }))
  .max(25);
const line = { channelId: z.string(), command: z.string(), options };
const onMessage = { messageId: z.string() };

const action = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), ...line }),
  z.object({ kind: z.literal('autocomplete'), ...line, focused: z.string() }),
  z.object({ kind: z.literal('message-command'), command: z.string(), ...onMessage }),
  z.object({ kind: z.literal('click'), ...onMessage, customId: z.string() }),
  z.object({
    kind: z.literal('choose'),
    ...onMessage,
    customId: z.string(),
    values: z.array(z.string()).max(25),
  }),
  z.object({
    kind: z.literal('submit'),
    modalId: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.array(z.string()).max(25)])),
  }),
  z.object({ kind: z.literal('write'), channelId: z.string(), text: z.string() }),
]) satisfies z.ZodType<PageAction>;

const request = z.object({ person: z.string(), locale: z.enum(pageLocales), action });

/** One act of a viewer, as the page posts it. Throws ZodError when it is malformed. */
export const parseAction = (json: unknown): z.infer<typeof request> => request.parse(json);

/** A form on somebody's screen, and the client that shows it. */
interface ShownModal {
  readonly modal: OpenModal;
  readonly client: UserClient;
}

/** Forms that were opened and not yet sent, by the id that the page knows them by. */
export type OpenModals = Map<string, ShownModal>;

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

const valuesOf = (options: readonly OptionValue[]) =>
  Object.fromEntries(options.map(({ name, value }) => [name, value]));

/** Waits for the bot's first response; a form it answers with is kept for the viewer to fill in. */
const waitForResponse = async (
  client: UserClient,
  handle: InteractionHandle,
  modals: OpenModals,
): Promise<ActionResult> => {
  const state = await handle.acknowledged().catch(() => undefined);
  if (state === undefined || state.kind === 'failed') return noAnswer;
  if (state.kind !== 'modal') return done;
  const modal = await handle.modal();
  modals.set(modal.openedBy, { modal, client });
  return { kind: 'modal', modal: viewModal(modal) };
};

const complete = async (
  viewer: Viewer,
  { channelId, command, options, focused }: Extract<PageAction, { kind: 'autocomplete' }>,
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
  { modalId, values }: Extract<PageAction, { kind: 'submit' }>,
  modals: OpenModals,
): Promise<ActionResult> => {
  const shown = modals.get(modalId);
  if (!shown) throw new ClientRefusal(`Cannot submit form ${modalId} as ${key}: it is not open`);
  const result = await waitForResponse(shown.client, shown.client.submit(shown.modal, values), modals);
  if (result.kind !== 'no-answer') modals.delete(modalId);
  return result;
};

/** Does what a viewer did, as their Discord client would. Throws ClientRefusal when a client would not allow it. */
export const performAction = async (
  viewer: Viewer,
  action: PageAction,
  modals: OpenModals,
): Promise<ActionResult> => {
  switch (action.kind) {
    case 'command': {
      const client = clientIn(viewer, action.channelId);
      return await waitForResponse(client, client.command(action.command, valuesOf(action.options)), modals);
    }
    case 'autocomplete':
      return await complete(viewer, action);
    case 'message-command': {
      const client = clientAt(viewer, action.messageId);
      return await waitForResponse(
        client,
        client.messageCommand(action.command, { id: action.messageId }),
        modals,
      );
    }
    case 'click': {
      const client = clientAt(viewer, action.messageId);
      return await waitForResponse(client, client.click({ id: action.messageId }, action.customId), modals);
    }
    case 'choose': {
      const client = clientAt(viewer, action.messageId);
      return await waitForResponse(
        client,
        client.choose({ id: action.messageId }, action.customId, action.values),
        modals,
      );
    }
    case 'submit':
      return await submit(viewer, action, modals);
    case 'write':
      clientIn(viewer, action.channelId).say(action.text);
      return done;
  }
};
