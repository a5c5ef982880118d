/** The width that most lines have, to half an em. */

/**
 * The commonest of some widths, to half an em; its neighbours count half.
 *
 * @param widths in ems
 * @param least how many lines have to show it
 * @returns null where too few do
 */
export function commonestWidth(widths: readonly number[], least: number): number | null {
  const counts = new Map<number, number>();
  for (const width of widths) {
    const rounded = Math.round(2 * width) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  let usual: number | null = null;
  let most = least - 1;
  for (const [width, count] of counts) {
    const near = count + ((counts.get(width - 0.5) ?? 0) + (counts.get(width + 0.5) ?? 0)) / 2;
    if (near <= most) continue;
    most = near;
    usual = width;
  }
  return usual;
}
