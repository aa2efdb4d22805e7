import type {
  APIApplicationCommandOption,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  LocalizationMap,
} from 'discord-api-types/v10';

/** A command as a bot publishes it: what the published schemas let through. */
export interface CommandBody {
  readonly name: string;
  readonly name_localizations?: LocalizationMap | null;
  /** A slash command when absent. */
  readonly type?: ApplicationCommandType | null;
  readonly description?: string | null;
  readonly description_localizations?: LocalizationMap | null;
  readonly options?: APIApplicationCommandOption[] | null;
  /** A bit field, as digits; the number is the old form. */
  readonly default_member_permissions?: string | number | null;
  readonly dm_permission?: boolean | null;
  readonly contexts?: InteractionContextType[] | null;
  readonly integration_types?: ApplicationIntegrationType[] | null;
  readonly nsfw?: boolean | null;
}
