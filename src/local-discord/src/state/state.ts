import type { Snowflake } from 'discord-api-types/v10';
import type { Clock } from '../clock.ts';
import type { EventBus } from '../event-bus.ts';
import type { World } from '../world/world.ts';
import { createAttachments, type Attachments } from './attachments.ts';
import { createMessageBuilder } from './build-message.ts';
import { createCommands, type Commands } from './commands.ts';
import { createInteractions, type Interactions } from './interactions.ts';
import { createMessages, type Messages } from './messages.ts';

/** Everything that changes while the server runs, with what it needs to change. */
export interface State {
  readonly world: World;
  readonly clock: Clock;
  readonly bus: EventBus;
  readonly snowflake: () => Snowflake;
  readonly attachments: Attachments;
  readonly messages: Messages;
  readonly commands: Commands;
  readonly interactions: Interactions;
}

interface StateOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly bus: EventBus;
  readonly snowflake: () => Snowflake;
  /** The server's own address, such as `http://127.0.0.1:3000`. Asked for only once it listens. */
  readonly origin: () => string;
}

export const createState = ({ world, clock, bus, snowflake, origin }: StateOptions): State => {
  const attachments = createAttachments(snowflake, origin);
  const builder = createMessageBuilder({ world, clock, snowflake, attachments });
  return {
    world,
    clock,
    bus,
    snowflake,
    attachments,
    messages: createMessages(builder, attachments, bus),
    commands: createCommands({ applicationId: world.applicationId, snowflake, bus }),
    interactions: createInteractions(clock, (interaction) =>
      bus.publish({ kind: 'interaction-changed', interaction }),
    ),
  };
};
