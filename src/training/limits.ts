/** Symbols of an alphabet: twelve bits, so that four of them fit into the whole numbers of a double. */
export const SYMBOLS = 4096;
