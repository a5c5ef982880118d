/** Input or usage that pagefix cannot work with. The caller knows the file; the error says what is wrong and what to do. */
export class InputError extends Error {
  override readonly name = "InputError";

  /**
   * @param problem what was found, and where in the input; no full stop
   * @param advice what the user can do about it; no full stop
   */
  constructor(
    readonly problem: string,
    readonly advice: string,
  ) {
    super(`${problem}; ${advice}`);
  }
}
