/** A Discord client would not allow what a person tried. The message says why; the bot learns nothing. */
export class ClientRefusal extends Error {
  override readonly name = 'ClientRefusal';
}
