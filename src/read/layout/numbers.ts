/** Numbers as layout files write them. */
import { type Box, corners, greatest, least } from "./sheet.ts";

/** Of an attribute; NaN for what is none. */
export function number(value: string | undefined): number {
  if (value === undefined) return Number.NaN;
  const read = Number(value);
  // White space alone reads as 0.
  return read === 0 && value.trim() === "" ? Number.NaN : read;
}

/** `12,34 56,78 …`: the box around a polygon; null where it has no points. */
export function polygonBox(points: string | undefined): Box | null {
  const numbers = (points ?? "").match(/-?[\d.]+/g)?.map(Number) ?? [];
  if (numbers.length < 4) return null;
  const xs = numbers.filter((_, i) => i % 2 === 0);
  const ys = numbers.filter((_, i) => i % 2 === 1);
  return corners(least(xs, own), least(ys, own), greatest(xs, own), greatest(ys, own));
}

function own(value: number): number {
  return value;
}
