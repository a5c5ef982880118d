/** The fenced blocks of a Markdown text. */

export interface Fenced {
  readonly language: string;
  readonly code: string;
}

/** In their order. */
export function fenced(markdown: string): readonly Fenced[] {
  return [...markdown.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = "", code = ""]) => ({
    language,
    code,
  }));
}
