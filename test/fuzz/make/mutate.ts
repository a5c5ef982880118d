/** What happens to a file on its way: bytes flipped, cut, doubled, and pages spliced. */
import type { Random } from "../../../src/training/random.ts";
import { run } from "./text.ts";

/** A page that is there, in whole or, as a rule, a stretch of it. */
export function stretchOf(text: string, random: Random): string {
  if (text.length < 400 || random.chance(0.002)) return text;
  const length = 20 + random.below(random.chance(0.01) ? 3000 : 120);
  const start = random.below(Math.max(1, text.length - length));
  return text.slice(start, start + length);
}

/** The text with one to four changes. */
export function mutatedText(text: string, other: string, random: Random): string {
  let made = text;
  for (let i = random.below(4); i >= 0; i--) made = mutateOnce(made, other, random);
  return made;
}

function mutateOnce(text: string, other: string, random: Random): string {
  const [a, b] = [random.below(text.length + 1), random.below(text.length + 1)].sort((x, y) => x - y) as [
    number,
    number,
  ];
  switch (random.below(9)) {
    case 0:
      return text.slice(0, a) + text.slice(b);
    case 1:
      return text.slice(0, b) + text.slice(a, b) + text.slice(b);
    case 2:
      return text.slice(0, a) + run(random) + text.slice(a);
    case 3:
      return text.slice(0, a) + other.slice(random.below(other.length + 1)).slice(0, 60) + text.slice(b);
    case 4: {
      const lines = text.split("\n");
      return [...lines.slice(random.below(lines.length)), ...lines].join("\n").slice(0, 2 * text.length);
    }
    case 5:
      return text.replaceAll("\n", random.pick(["", "\r\n", "\n\n", " ", "\f"]));
    case 6:
      return text.replaceAll(random.pick([...'，。、 <>"=0']), random.pick(["", ",", "  ", "\u0000", '"']));
    case 7:
      return text.slice(0, a) + text.slice(a, a + 1).repeat(random.below(60)) + text.slice(a + 1);
    default:
      return text.slice(0, a) + String.fromCharCode(random.below(0x10000)) + text.slice(a + 1);
  }
}

/** The bytes with one to four changes. */
export function mutatedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let made = Uint8Array.from(bytes);
  for (let i = random.below(4); i >= 0; i--) {
    const at = random.below(made.length + 1);
    switch (random.below(4)) {
      case 0:
        if (at < made.length) made[at] = random.below(256);
        break;
      case 1:
        made = made.slice(0, at);
        break;
      case 2:
        made = joined(made.slice(0, at), made.slice(random.below(at + 1)));
        break;
      default:
        made = joined(
          made.slice(0, at),
          Uint8Array.from([random.below(256), random.below(256)]),
          made.slice(at),
        );
    }
  }
  return made;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(parts));
}

/** What JSON may hold where something else is asked for. */
const VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  1.5,
  "",
  "江",
  [],
  {},
  [[]],
  "__proto__",
  Number.MAX_SAFE_INTEGER,
];

/** A value of JSON with a few places changed: keys lost, doubled under names of objects, values of another kind. */
export function mutatedJson(value: unknown, random: Random, odds = 0.03): unknown {
  if (random.chance(odds)) return random.pick(VALUES);
  if (Array.isArray(value)) {
    const own = value.map((item) => mutatedJson(item, random, odds));
    return random.chance(odds) && own.length > 0 ? [...own, random.pick(own)] : own;
  }
  if (typeof value !== "object" || value === null)
    return typeof value === "string" && random.chance(odds) ? mutateOnce(value, value, random) : value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(() => !random.chance(odds))
      .map(([key, item]) => [
        random.chance(odds) ? random.pick(["__proto__", "constructor", "toString", `${key}x`]) : key,
        mutatedJson(item, random, odds),
      ]),
  );
}
