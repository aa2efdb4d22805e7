/** What a person tried, and why a Discord client would not let them. Nothing reaches the bot. */
export class ClientRefusal extends Error {
  override readonly name = 'ClientRefusal';
}
