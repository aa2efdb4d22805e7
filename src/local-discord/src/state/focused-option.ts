import {
  InteractionType,
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  type ApplicationCommandOptionType,
} from 'discord-api-types/v10';

type TypedOption = APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommandAutocomplete>;

const findFocused = (options: readonly TypedOption[]): ApplicationCommandOptionType | undefined => {
  for (const option of options) {
    if ('focused' in option && option.focused) return option.type;
    const nested = 'options' in option ? findFocused(option.options ?? []) : undefined;
    if (nested !== undefined) return nested;
  }
  return undefined;
};

/** The type of the option that a person is typing into; undefined when this is not autocompletion. */
export const focusedOptionType = (payload: APIInteraction): ApplicationCommandOptionType | undefined =>
  payload.type === InteractionType.ApplicationCommandAutocomplete
    ? findFocused(payload.data.options)
    : undefined;
