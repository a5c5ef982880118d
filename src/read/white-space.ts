/**
 * White space and line ends, for every reader and for the offsets of every page. Control characters are neither: they
 * are repaired, and logged, by a stage.
 */

/** Width in ems of each white-space character, by code. */
const WIDTHS: ReadonlyMap<number, number> = new Map([
  [0x09, 2],
  [0x20, 0.5],
  [0xa0, 0.5],
  [0x1680, 0.5],
  [0x2000, 0.5],
  [0x2001, 1],
  [0x2002, 0.5],
  [0x2003, 1],
  [0x2004, 1 / 3],
  [0x2005, 0.25],
  [0x2006, 1 / 6],
  [0x2007, 0.5],
  [0x2008, 0.25],
  [0x2009, 0.2],
  [0x200a, 0.1],
  [0x200b, 0],
  [0x202f, 0.2],
  [0x205f, 0.25],
  [0x3000, 1],
  [0xfeff, 0],
]);

/** White space inside a line: spaces of all widths, tabs, and the zero-width U+200B and U+FEFF. */
export function isWhiteSpace(code: number): boolean {
  return code === 0x20 || (code < 0x80 ? code === 0x09 : WIDTHS.has(code));
}

/** Width in ems (U+3000 is 1, a space 0.5, a tab 2); 0 for what is no white space. */
export function whiteSpaceWidth(code: number): number {
  return WIDTHS.get(code) ?? 0;
}

/** LF, VT, CR, NEL, LS, PS. */
export const LINE_ENDS = "\n\v\r\u0085\u2028\u2029";
