/** Runs a program and says what it took: time, processor, memory, and how busy others kept the machine meanwhile. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * @typedef {object} Taken
 * @property {number} ms
 * @property {number} cpu seconds of processor time; 0 where the system does not say
 * @property {number} peak megabytes held at most; 0 as above
 * @property {number} others processors that others kept busy; 0 as above
 */

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<Taken>}
 */
export async function measure(program, args) {
  const [busy, own, start] = [busySeconds(), childSeconds(), performance.now()];
  const child = spawn(program, args, { stdio: "ignore" });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 20);
  const code = await new Promise((done, fail) => child.on("close", done).on("error", fail));
  clearInterval(watch);
  const ms = performance.now() - start;
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} exits with ${code}`);
  const cpu = childSeconds() - own;
  return { ms, cpu, peak, others: Math.max(0, ((busySeconds() - busy - cpu) * 1000) / ms) };
}

/** Of all processors, since the start of the machine. */
function busySeconds() {
  const [, ...ticks] = read("/proc/stat").split("\n", 1)[0]?.trim().split(/\s+/).map(Number) ?? [];
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = ticks;
  return (user + nice + system + irq + softirq + steal) / 100;
}

/** Of programs that have ended. */
function childSeconds() {
  const fields = read("/proc/self/stat").split(") ")[1]?.split(" ").map(Number) ?? [];
  return ((fields[13] ?? 0) + (fields[14] ?? 0)) / 100;
}

/** @param {number | undefined} pid */
function peakOf(pid) {
  return Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** @param {readonly number[]} values */
export function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
