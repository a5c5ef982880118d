/** Ctrl-C, and a scheduler that wants its machine back: the pages in hand are finished first. */

export type Signal = "SIGINT" | "SIGTERM";

/** From now on a signal is kept, to be asked for; one that comes twice ends the process as ever. */
export function heedSignals(): { readonly caught: () => Signal | null; readonly ignore: () => void } {
  let caught: Signal | null = null;
  const keep = (signal: Signal) => {
    caught = signal;
  };
  process.once("SIGINT", keep).once("SIGTERM", keep);
  return {
    caught: () => caught,
    ignore: () => {
      process.off("SIGINT", keep).off("SIGTERM", keep);
    },
  };
}
