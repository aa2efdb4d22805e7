/** Names of environment variables whose values are secrets. */
const SECRET_NAME = /(?:TOKEN|KEY|SECRET|PASSWORD)$/u;

/** A shorter value is hardly a secret, and replacing it everywhere would make a log unreadable. */
const SHORTEST_SECRET = 8;

/**
 * The token with which one interaction is answered, in an address of Discord's API. It is good for 15 minutes, and
 * its holder speaks as the bot.
 */
const INTERACTION_TOKEN = /(interactions|webhooks)\/(\d+)\/[\w.~%-]+/gu;

/** The values of `env` that must never be printed: secrets by their name, and the passwords within an address. */
export function secretsIn(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries(env).flatMap(([name, given = '']) => {
    const value = given.trim();
    const secrets = SECRET_NAME.test(name) ? [value] : passwordsIn(value);
    return secrets.filter((secret) => secret.length >= SHORTEST_SECRET);
  });
}

/** Those of web addresses, or of a database, which may stand among its parameters too. */
const passwordsIn = (value: string): readonly string[] =>
  value.split(/,(?=\s*https?:)/iu).flatMap((address) => {
    if (!/^\s*(?:https?|postgres(?:ql)?):\/\//iu.test(address) || !URL.canParse(address)) return [];
    const { password, searchParams } = new URL(address);
    return [password, ...searchParams.getAll('password')];
  });

/**
 * A function that replaces every secret in a text: as it is, as JSON writes it, or as an address
 * does. It works on any text, so it does not matter how a secret came into it.
 */
export function createRedact(secrets: readonly string[]): (text: string) => string {
  const forms = new Set(
    secrets.flatMap((secret) => [
      secret,
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret),
      decodedOrSame(secret),
    ]),
  );
  // The longest first: one secret may hold another.
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  return (text) =>
    longestFirst
      .reduce((left, secret) => left.replaceAll(secret, '[secret]'), text)
      .replace(INTERACTION_TOKEN, '$1/$2/[secret]');
}

/** The password of an address is percent-encoded there, and plain in a header. */
function decodedOrSame(secret: string): string {
  try {
    return decodeURIComponent(secret);
  } catch (error) {
    if (error instanceof URIError) return secret;
    throw error;
  }
}
