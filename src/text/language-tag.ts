/** The primary language of a BCP 47 tag, such as `en` for `en-GB`. */
export const primaryLanguage = (tag: string): string => tag.toLowerCase().split('-', 1)[0] ?? '';

export const isEnglish = (tag: string): boolean => primaryLanguage(tag) === 'en';

/**
 * Calls `create` once for each language tag and keeps the result, for what costs more to create than to use. Holds one
 * entry for each language that was asked for.
 */
export function cacheByLanguage<Value>(create: (tag: string) => Value): (tag: string) => Value {
  const values = new Map<string, Value>();
  return (tag) => {
    const known = values.get(tag);
    if (known !== undefined) return known;
    const value = create(tag);
    values.set(tag, value);
    return value;
  };
}
