/** A copy without the parts that are null, at any depth: Discord takes a null for "absent", and gives none back. */
export const withoutNulls = <T extends object>(value: T): T => {
  const copy: T = Array.isArray(value) ? Object.assign([], value) : { ...value };
  for (const [key, part] of Object.entries(copy)) {
    if (part === null) Reflect.deleteProperty(copy, key);
    else if (typeof part === 'object') Reflect.set(copy, key, withoutNulls(part));
  }
  return copy;
};
