/** Text from outside, made safe for a terminal. */

/**
 * Control characters and those that turn the direction of writing become escapes (`\x1b`, `\u202e`): a file name must not be
 * able to clear the screen, or to read as another.
 *
 * @param kept characters to leave as they are
 */
export function printable(text: string, kept = ""): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, (character) =>
    kept.includes(character) ? character : escaped(character.charCodeAt(0)),
  );
}

function escaped(code: number): string {
  return code < 0x100
    ? `\\x${code.toString(16).padStart(2, "0")}`
    : `\\u${code.toString(16).padStart(4, "0")}`;
}
