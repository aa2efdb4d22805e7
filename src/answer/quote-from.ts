/** Quote when the ranker is at least this sure. */
export const QUOTE_FROM = 0.14;
