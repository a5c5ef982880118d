/** Colours, where somebody sees them; chalk is loaded only then. */

export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const plain = (text: string) => text;

export const PLAIN: Paint = {
  bold: plain,
  dim: plain,
  red: plain,
  yellow: plain,
  green: plain,
  cyan: plain,
};

/**
 * @param allowed what the user said
 * @param isSeen asked last: opening a stream costs more than many a page
 */
export async function choosePaint(allowed: boolean, isSeen: () => boolean): Promise<Paint> {
  if (!allowed || process.env.NO_COLOR || !isSeen()) return PLAIN;
  const { Chalk } = await import("chalk");
  return new Chalk({ level: 1 });
}
