/** Offsets as editors show them. */

/** A function from UTF-16 offsets in the text to `line:column`, both from 1; a column is a character. */
export function positionsIn(text: string): (offset: number) => string {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return (offset) => {
    const line = lineOf(starts, offset);
    const column = [...text.slice(starts[line], offset)].length;
    return `${line + 1}:${column + 1}`;
  };
}

/** The last line that begins at the offset or before it. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
