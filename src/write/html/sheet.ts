/** A page of HTML that stands alone: its style and its script in it, and a policy that lets nothing else run or load. */
import { html, type Markup, own } from "./template.ts";

export interface Sheet {
  readonly title: string;
  readonly lang: string;
  readonly style: string;
  /** Own code, never text from a page. */
  readonly script?: string;
  /** Data for the script, as JSON: it is no script and never runs. */
  readonly data?: unknown;
  readonly body: Markup;
}

/** The policy names the script and the style by their hashes: what text of a page might smuggle in has no such hash. */
export async function sheet({ title, lang, style, script, data, body }: Sheet): Promise<Markup> {
  const policy = [
    "default-src 'none'",
    "img-src data:",
    `style-src ${await hashOf(style)}`,
    script === undefined ? null : `script-src ${await hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].filter((part) => part !== null);
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${own(style)}</style>
</head>
<body>${body}${data === undefined ? null : html`<script type="application/json" id="data">${own(inertJson(data))}</script>`}${script === undefined ? null : html`<script>${own(script)}</script>`}
</body>
</html>
`;
}

/** JSON that no reader of HTML can take for the end of its element. */
function inertJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** As a policy names what may run. */
async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
