/** Input or usage that pagefix cannot work with. The caller knows the file; the error says what is wrong and what to do. */
export class InputError extends Error {
  override readonly name = "InputError";
  /** What was found, and where in the input; no full stop. */
  readonly problem: string;
  /** What the user can do about it; no full stop. */
  readonly advice: string;

  constructor(problem: string, advice: string) {
    super(`${problem}; ${advice}`);
    this.problem = problem;
    this.advice = advice;
  }
}
