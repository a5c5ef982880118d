/** A Slurm of one node, with its key, its state and its ports to itself: Debian's slurm-wlm and munge. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { availableParallelism, hostname, totalmem, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export interface Slurm {
  /** What clients need to find it. */
  readonly env: NodeJS.ProcessEnv;
  readonly stop: () => Promise<void>;
}

/** Daemons lie where an ordinary user's PATH does not lead. */
const PATH = `${process.env.PATH}:/usr/sbin:/sbin`;
const START_MS = 20_000;

/** Programs that are not here. */
export function missingPrograms(): readonly string[] {
  return ["munged", "slurmctld", "slurmd", "sbatch", "scancel"].filter(
    (program) => spawnSync("sh", ["-c", `command -v ${program}`], { env: { PATH } }).status !== 0,
  );
}

/**
 * @param folder for all it keeps; all the way to it is opened to others, as munge asks for its socket
 * @param path folders in which jobs look for programs first
 */
export async function startSlurm(folder: string, path: readonly string[]): Promise<Slurm> {
  for (const path of [
    dirname(folder),
    folder,
    join(folder, "munge"),
    join(folder, "state"),
    join(folder, "node"),
  ]) {
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o755);
  }
  const key = join(folder, "munge/key");
  const socket = join(folder, "munge/socket");
  writeFileSync(key, randomBytes(1024), { mode: 0o600 });
  const conf = join(folder, "slurm.conf");
  writeFileSync(conf, await configuration(folder, socket));
  const env = { ...process.env, PATH: [...path, PATH].join(":"), SLURM_CONF: conf };

  const daemons: ChildProcess[] = [];
  const start = (program: string, args: readonly string[]) => {
    daemons.push(spawn(program, args, { env, stdio: "ignore" }));
  };
  const stop = async () => {
    for (const daemon of daemons.toReversed()) {
      if (daemon.exitCode !== null || daemon.signalCode !== null) continue;
      daemon.kill("SIGTERM");
      await once(daemon, "exit");
    }
  };
  const munge = (name: string) => join(folder, "munge", name);
  const files = ["--pid-file", munge("pid"), "--log-file", munge("log"), "--seed-file", munge("seed")];
  try {
    start("munged", ["--foreground", "--key-file", key, "--socket", socket, ...files]);
    await until(() => spawnSync("munge", ["--no-input", "--socket", socket]).status === 0, "munged", folder);
    start("slurmctld", ["-D", "-i"]);
    start("slurmd", ["-D"]);
    const state = () => spawnSync("sinfo", ["--noheader", "--format=%T"], { env, encoding: "utf8" }).stdout;
    await until(() => state().trim() === "idle", "slurmd", folder);
  } catch (error) {
    await stop();
    throw error;
  }
  return { env, stop };
}

async function configuration(folder: string, socket: string): Promise<string> {
  const [name, user] = [hostname().split(".")[0], userInfo().username];
  const [controller, node] = await freePorts();
  return `ClusterName=pagefix
SlurmctldHost=${name}(127.0.0.1)
SlurmctldPort=${controller}
SlurmdPort=${node}
SlurmUser=${user}
SlurmdUser=${user}
AuthType=auth/munge
AuthInfo=socket=${socket}
StateSaveLocation=${join(folder, "state")}
SlurmdSpoolDir=${join(folder, "node")}
SlurmctldPidFile=${join(folder, "slurmctld.pid")}
SlurmdPidFile=${join(folder, "slurmd.pid")}
SlurmctldLogFile=${join(folder, "slurmctld.log")}
SlurmdLogFile=${join(folder, "slurmd.log")}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
NodeName=${name} NodeAddr=127.0.0.1 CPUs=${availableParallelism()} RealMemory=${Math.floor(totalmem() / 2 ** 20)}
PartitionName=all Nodes=${name} Default=YES State=UP
`;
}

async function freePorts(): Promise<readonly number[]> {
  const servers = [createServer(), createServer()];
  const ports: number[] = [];
  for (const server of servers) {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (typeof address === "object" && address) ports.push(address.port);
  }
  for (const server of servers) server.close();
  return ports;
}

async function until(ready: () => boolean, what: string, folder: string): Promise<void> {
  for (const start = Date.now(); !ready(); await sleep(100))
    if (Date.now() - start > START_MS) throw new Error(`${what} does not start\n${logs(folder)}`);
}

function logs(folder: string): string {
  return ["munge/log", "slurmctld.log", "slurmd.log"]
    .map((name) => {
      try {
        return readFileSync(join(folder, name), "utf8").split("\n").slice(-5).join("\n");
      } catch {
        return `no ${name}`;
      }
    })
    .join("\n");
}

/** Sends a script and gives the number of its job. */
export function submit({ env }: Slurm, cwd: string, args: readonly string[]): string {
  return execFileSync("sbatch", ["--parsable", ...args], { env, cwd, encoding: "utf8" }).trim();
}

/** The states of the tasks of a job, as `squeue` names them, e.g. `RUNNING`; those that are done are listed for a while. */
export function statesOf({ env }: Slurm, job: string): readonly string[] {
  const args = ["--noheader", "--array", "--states=all", "--format=%T", `--jobs=${job}`];
  const { stdout } = spawnSync("squeue", args, { env, encoding: "utf8" });
  return stdout.split("\n").filter((line) => line !== "");
}
