import { MessageFlags } from 'discord-api-types/v10';

/** Bits put together by arithmetic, as the type that Discord's messages have them in. */
// oxlint-disable-next-line typescript/no-unsafe-enum-assignment
export const asMessageFlags = (bits: number): MessageFlags => bits;

export const hasFlag = (bits: number | null | undefined, flag: MessageFlags): boolean =>
  ((bits ?? 0) & flag) !== 0;

/** The flags that a bot may set itself; others are passed over, as Discord does. */
export const SETTABLE_FLAGS =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/** No bit set. TypeScript has no value for "none" of an enum of bits, so that this one stands for it everywhere. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const NO_FLAGS = 0 as never;
