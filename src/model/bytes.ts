/** Arrays of numbers → the bytes of a file, one behind the other; each is padded to a multiple of four bytes. */
export function joinArrays(arrays: readonly ArrayBufferView[]): Uint8Array {
  const padded = arrays.map(({ byteLength }) => Math.ceil(byteLength / 4) * 4);
  const bytes = new Uint8Array(padded.reduce((sum, length) => sum + length, 0));
  let at = 0;
  arrays.forEach(({ buffer, byteOffset, byteLength }, i) => {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += padded[i] as number;
  });
  return bytes;
}
