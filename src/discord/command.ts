import type {
  APIMessageTopLevelComponent,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Phrases } from '../i18n/translation.ts';
import type { ReloadOutcome } from '../library/collection.ts';
import type { Library } from '../library/library.ts';
import type { Collections, Seen } from '../library/collections.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { ShardState } from '../render/render-status.ts';
import type { Choice, Form, RenderContext, Reply } from '../render/reply.ts';
import type { Reader } from '../reader/reader.ts';
import type { Processes } from '../store/processes.ts';
import type { Store } from '../store/store.ts';
import type { Access, Caller, Limits } from './access.ts';
import type { ChannelPoster } from './alerts/channel-poster.ts';
import type { Conversations } from './conversations.ts';
import type { ReportImporter } from './reports/import-source.ts';
import type { ReportLimiter } from './reports/report-limits.ts';

/** The options a person gave, who they are, and where they are. */
export interface CommandInput extends Caller {
  /** A string option; undefined when not given. Of a message command, `message` is the text of the message. */
  readonly text: (option: string) => string | undefined;
  /** An integer option; undefined when not given. */
  readonly integer: (option: string) => number | undefined;
  /** A boolean option; undefined when not given. */
  readonly flag: (option: string) => boolean | undefined;
  /** A file; undefined when not given. */
  readonly attachment: (option: string) => AttachedFile | undefined;
  /** The subcommand; undefined for a command without. */
  readonly subcommand: string | undefined;
}

/** A file that a person gave, as Discord tells of it. */
export interface AttachedFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly url: string;
}

/** The input of a command that runs: by then it is known who will see the reply. */
export interface RunInput extends CommandInput {
  readonly audience: RenderContext['audience'];
}

/** What the bot is made of. */
export interface BotContext {
  /** All of them, whoever may use them. */
  readonly commands: readonly Command[];
  readonly collections: Collections;
  readonly access: Access;
  readonly store: Store;
  readonly metrics: Pick<Metrics, 'snapshot'>;
  readonly reader: Pick<Reader, 'state'>;
  readonly importer: ReportImporter;
  readonly reportLimiter: ReportLimiter;
  readonly post: ChannelPoster;
  readonly conversations: Conversations;
  /** Loads the shared reports again; the outcome goes to the log. */
  readonly reload: () => Promise<ReloadOutcome>;
  /** The connection as it is now. */
  readonly shards: () => ShardState;
  readonly processes: Processes;
}

/** What one request works with, before it is known what may be seen where it was made. */
export interface RequestContext extends BotContext {
  /** Called when there is nothing left to do but to wait for Discord: then others have their turn. */
  readonly leave: () => void;
  /** Asks `library`, and notes the question and the kind of its answer for the `AnswerEvent`. */
  readonly answer: (seen: Seen, ...asked: Parameters<Library['answer']>) => ReturnType<Library['answer']>;
}

export interface CommandContext extends RequestContext, Seen {}

/** A command: its definition as Discord takes it, and the function that answers. */
export interface Command extends Limits {
  readonly data:
    RESTPostAPIChatInputApplicationCommandsJSONBody | RESTPostAPIContextMenuApplicationCommandsJSONBody;
  /** What this command alone says, in English; a locale may translate each phrase by its key. */
  readonly replies?: Phrases;
  /**
   * Whether everybody in the channel sees the reply; absent: only the person who asked does. Known before `run`,
   * because a deferral fixes it.
   */
  isPublic?(input: CommandInput, context: BotContext): Promise<boolean>;
  run(input: RunInput, context: CommandContext): Promise<Reply>;
  /** Suggestions for `typed` in `option`, best first. The caller cuts them to Discord's limits. */
  complete?(
    option: string,
    typed: string,
    context: CommandContext,
    input: CommandInput,
  ): Promise<readonly Choice[]>;
}

/** A click on a button, a choice in a menu, under one of our messages; or a form that was sent. */
export interface ComponentInput extends Caller {
  /** What its custom id has after the name. Anybody can forge it. */
  readonly argument: string;
  /** All that was chosen in a menu; empty for a button. */
  readonly values: readonly string[];
  /** What was written into a field of a form; empty for what was left empty, and for all but forms. */
  readonly field: (name: string) => string;
  readonly message: {
    readonly components: readonly APIMessageTopLevelComponent[];
    /** Who asked for it; undefined when that can no longer be told. */
    readonly askedBy: () => Promise<string | undefined>;
  };
  /** Of the message with the button or menu. */
  readonly audience: RenderContext['audience'];
}

/**
 * What a button or menu does. `show`: a private message changes in place; under a public one, which is not the
 * clicker's to change, a private message follows. `update`: the message changes in place, whoever asked for it.
 * `note`: a private message follows. `post`: a public message follows. `remove`: the message is deleted.
 * `form`: a form opens, at once or never.
 */
export type Action =
  | { readonly kind: 'show' | 'update' | 'note' | 'post'; readonly reply: Reply }
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'remove' };

/** What one kind of button or menu does. To add one, name it in `ComponentName`, and list its handler in `components/index.ts`. */
export interface ComponentHandler extends Limits {
  handle(input: ComponentInput, context: CommandContext): Promise<Action>;
}
