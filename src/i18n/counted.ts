/** Says which of a row of numbered things are meant, by the first and the last: `one` when they are the same. */
export const numbered =
  <Name extends number | string>(one: (name: Name) => string, several: (first: Name, last: Name) => string) =>
  (first: Name, last: Name): string =>
    first === last ? one(first) : several(first, last);

/** The forms that a language has for a number of things; "#" is replaced by the number. */
export type CountForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/**
 * Says a number of things in the language `locale` (BCP 47), by its plural rules (CLDR): `one` book, `other` books. A
 * form that is not given is `other`.
 */
export function counted(locale: string, forms: CountForms): (count: number) => string {
  // Made at the first use: the first of all takes 8 MB, and few replies count anything.
  let rules: Intl.PluralRules | undefined;
  let digits: Intl.NumberFormat | undefined;
  return (count) => {
    rules ??= new Intl.PluralRules(locale);
    digits ??= new Intl.NumberFormat(locale);
    return (forms[rules.select(count)] ?? forms.other).replace('#', digits.format(count));
  };
}
