import { type APIMessage, ComponentType } from 'discord-api-types/v10';

/** The custom id of the button with that label, in any row of the message. */
export function buttonId(message: APIMessage, label: string): string {
  for (const component of message.components ?? []) {
    if (component.type !== ComponentType.ActionRow) continue;
    for (const each of component.components) {
      if ('label' in each && each.label === label && 'custom_id' in each) return each.custom_id;
    }
  }
  throw new Error(`there is no button "${label}"`);
}

/** The menu of a message: its custom id, and the values that can be chosen. */
export function menuOf(message: APIMessage): { readonly id: string; readonly values: readonly string[] } {
  for (const component of message.components ?? []) {
    if (component.type !== ComponentType.ActionRow) continue;
    for (const each of component.components) {
      if (each.type === ComponentType.StringSelect)
        return { id: each.custom_id, values: each.options.map(({ value }) => value) };
      if (each.type === ComponentType.ChannelSelect) return { id: each.custom_id, values: [] };
    }
  }
  throw new Error('there is no menu');
}

/** The labels of all buttons of a message, in order. */
export const labelsOf = ({ components = [] }: APIMessage): readonly string[] =>
  components.flatMap((component) =>
    component.type === ComponentType.ActionRow
      ? component.components.flatMap((each) =>
          'label' in each && each.label !== undefined ? [each.label] : [],
        )
      : [],
  );
