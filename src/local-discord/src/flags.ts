import { MessageFlags } from 'discord-api-types/v10';

/** The result of bit operations, as the type that Discord's messages use. */
// oxlint-disable-next-line typescript/no-unsafe-enum-assignment
export const asMessageFlags = (bits: number): MessageFlags => bits;

export const hasFlag = (bits: number | null | undefined, flag: MessageFlags): boolean =>
  ((bits ?? 0) & flag) !== 0;

/** The flags that a bot may set itself; others are ignored, as Discord does. */
export const SETTABLE_FLAGS =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/** No flag set. TypeScript has no such value for an enum of bits; this one fits every enum. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const NO_FLAGS = 0 as never;
