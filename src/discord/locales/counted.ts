/** The forms that a language has for a number of things; "#" stands for the number. */
export type CountForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/**
 * Says a number of things in the language `locale` (BCP 47), by its plural rules (CLDR): `one` book, `other` books. A
 * form that is not given is `other`.
 */
export function counted(locale: string, forms: CountForms): (count: number) => string {
  const rules = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale);
  return (count) => (forms[rules.select(count)] ?? forms.other).replace('#', digits.format(count));
}
