/** No bit set. TypeScript has no value for "none" of an enum of bits, so that this one stands for it everywhere. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const NO_FLAGS = 0 as never;
