/** What is used of nspell, which comes without types. */
declare module "nspell" {
  export default function nspell(dictionary: { readonly aff: Uint8Array; readonly dic: Uint8Array }): {
    /** All words of the dictionary with all their affixes. */
    readonly data: Readonly<Record<string, unknown>>;
  };
}
