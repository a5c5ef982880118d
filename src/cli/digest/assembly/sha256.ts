/**
 * The compression function of SHA-256 (FIPS 180-4), in AssemblyScript. `npm run kernel` compiles it. The host writes blocks into
 * the memory at `BLOCKS`, and reads the state at `STATE`.
 */

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const K: usize = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
]);
/** Of the square roots of the first eight. */
const START: usize = memory.data<u32>([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);
/** The message schedule of a block: 64 words. */
const SCHEDULE: usize = memory.data(256, 4);
/** Above all of these, as the host knows it: eight words, then the blocks. */
const STATE: usize = 2016;
const BLOCKS: usize = 2048;
const BLOCK: usize = 64;

export function begin(): void {
  memory.copy(STATE, START, 32);
}

export function compress(count: i32): void {
  for (let i: i32 = 0; i < count; i++) compressBlock(BLOCKS + <usize>i * BLOCK);
}

function compressBlock(at: usize): void {
  schedule(at);
  let a = word(STATE, 0);
  let b = word(STATE, 1);
  let c = word(STATE, 2);
  let d = word(STATE, 3);
  let e = word(STATE, 4);
  let f = word(STATE, 5);
  let g = word(STATE, 6);
  let h = word(STATE, 7);
  for (let i: usize = 0; i < 64; i++) {
    const sum1 = rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25);
    const t1 = h + sum1 + ((e & f) ^ (~e & g)) + word(K, i) + word(SCHEDULE, i);
    const sum0 = rotr<u32>(a, 2) ^ rotr<u32>(a, 13) ^ rotr<u32>(a, 22);
    const t2 = sum0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = d + t1;
    d = c;
    c = b;
    b = a;
    a = t1 + t2;
  }
  add(0, a);
  add(1, b);
  add(2, c);
  add(3, d);
  add(4, e);
  add(5, f);
  add(6, g);
  add(7, h);
}

function schedule(at: usize): void {
  for (let i: usize = 0; i < 16; i++) store<u32>(SCHEDULE + i * 4, bswap<u32>(word(at, i)));
  for (let i: usize = 16; i < 64; i++) {
    const near = word(SCHEDULE, i - 2);
    const far = word(SCHEDULE, i - 15);
    const sigma1 = rotr<u32>(near, 17) ^ rotr<u32>(near, 19) ^ (near >> 10);
    const sigma0 = rotr<u32>(far, 7) ^ rotr<u32>(far, 18) ^ (far >> 3);
    store<u32>(SCHEDULE + i * 4, sigma1 + word(SCHEDULE, i - 7) + sigma0 + word(SCHEDULE, i - 16));
  }
}

function word(base: usize, i: usize): u32 {
  return load<u32>(base + i * 4);
}

function add(i: usize, amount: u32): void {
  store<u32>(STATE + i * 4, word(STATE, i) + amount);
}
