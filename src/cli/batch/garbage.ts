/** How much garbage may lie about. */
import { setFlagsFromString } from "node:v8";

/**
 * Of what lives, before garbage is swept: on a machine with much memory V8 waits until there is as much of it as of what lives, or
 * three times. With the workers' young spaces halved, a batch of two workers held 204 MB instead of 305, in the same time.
 */
const PERCENT = 10;

/** For this thread and those it starts from now on. */
export function sweepOften(): void {
  setFlagsFromString(`--heap-growing-percent=${PERCENT}`);
}
