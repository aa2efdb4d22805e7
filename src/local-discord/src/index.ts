/* What the package offers, besides the page. */
// oxlint-disable-next-line typescript/triple-slash-reference -- an ambient declaration has nothing to import
/// <reference path="./discord-api-spec.d.ts" />
export { startLocalDiscord } from './local-discord.ts';
export type { LocalDiscord, Outage, Page } from './local-discord.ts';
export type { LocalDiscordOptions, ClientContextOptions } from './options.ts';
export { createManualClock, type Clock, type ManualClock } from './clock.ts';
export type { LocalDiscordEvent } from './event-bus.ts';
export type { GatewayFaults } from './gateway/gateway-faults.ts';
export type { UserClient } from './people/user-client.ts';
export { ClientRefusal } from './people/client-refusal.ts';
export type { InteractionHandle } from './people/interaction-handle.ts';
export type { ModalFields, OpenModal } from './people/modal-input.ts';
export type { UserFile } from './people/user-file.ts';
export type { RequestFault, RequestFaults } from './rest/request-faults.ts';
export type { RecordedRequest } from './rest/request-log.ts';
export type { Violation } from './violations.ts';
