/** The forms that a language has for a number of things; "#" is replaced by the number. */
export type CountForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

interface Counting {
  readonly rules: Intl.PluralRules;
  readonly digits: Intl.NumberFormat;
}

const countings = new Map<string, Counting>();

/** Made at the first need: the first of them takes 8 MB, and few replies count anything. */
function countingIn(locale: string): Counting {
  const known = countings.get(locale);
  if (known) return known;
  const made = { rules: new Intl.PluralRules(locale), digits: new Intl.NumberFormat(locale) };
  countings.set(locale, made);
  return made;
}

/**
 * Says a number of things in the language `locale` (BCP 47), by its plural rules (CLDR): `one` book, `other` books. A
 * form that is not given is `other`.
 */
export function counted(locale: string, forms: CountForms): (count: number) => string {
  return (count) => {
    const { rules, digits } = countingIn(locale);
    return (forms[rules.select(count)] ?? forms.other).replace('#', digits.format(count));
  };
}
