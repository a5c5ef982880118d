export const DONE = 0;
/** A page could not be read or written; the others were. */
export const FAILED = 1;
/** Wrong usage; nothing was written. */
export const USAGE = 2;
/** A signal stopped it, as a shell says it. */
export const STOPPED = { SIGINT: 130, SIGTERM: 143 } as const;
