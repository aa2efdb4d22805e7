/** A growing list of whole numbers in a typed array: four bytes each, and no copy element by element at the end. */
export interface IntegerList {
  readonly length: number;
  push(value: number): void;
  /** The list's numbers; a view that later pushes do not change. */
  toArray(): Int32Array;
}

const FIRST_CAPACITY = 1024;

export function createIntegerList(): IntegerList {
  let values = new Int32Array(FIRST_CAPACITY);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) {
        const larger = new Int32Array(2 * length);
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    toArray: () => values.slice(0, length),
  };
}
