/** Strings as small integers. A string keeps its number while anybody uses it; then the number is given anew. */
export interface StringTable {
  /** All numbers are below it. */
  readonly size: number;
  find(text: string): number | undefined;
  /** Each string that is used and begins with `letters`, as many letters as the table was created for. */
  beginning(letters: string): Iterable<string>;
  /** The string's number, in use until it is released as often as the string was used. */
  use(text: string): number;
  release(number: number): void;
}

/** `letters`: how many first letters `beginning` compares. A shorter string begins with nothing. */
export function createStringTable(letters: number): StringTable {
  const numbers = new Map<string, number>();
  /** By number. */
  const texts: string[] = [];
  const uses: number[] = [];
  const free: number[] = [];
  const groups = new Map<string, Set<string>>();

  const add = (text: string): number => {
    const number = free.pop() ?? uses.length;
    texts[number] = text;
    uses[number] = 0;
    numbers.set(text, number);
    if (text.length >= letters) {
      const key = text.slice(0, letters);
      const group = groups.get(key) ?? new Set();
      groups.set(key, group.add(text));
    }
    return number;
  };
  const remove = (text: string, number: number): void => {
    numbers.delete(text);
    free.push(number);
    const key = text.slice(0, letters);
    const group = groups.get(key);
    group?.delete(text);
    if (group?.size === 0) groups.delete(key);
  };

  return {
    get size() {
      return uses.length;
    },
    find: (text) => numbers.get(text),
    beginning: (key) => groups.get(key) ?? [],
    use(text) {
      const number = numbers.get(text) ?? add(text);
      uses[number] = (uses[number] ?? 0) + 1;
      return number;
    },
    release(number) {
      const left = (uses[number] ?? 0) - 1;
      if (left < 0) throw new Error(`Cannot release string ${number}: nobody uses it`);
      uses[number] = left;
      if (left === 0) remove(texts[number] ?? '', number);
    },
  };
}
