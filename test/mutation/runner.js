/**
 * A runner of tests for Stryker that loads the program and its tests once and then tries one mutant after the other in the same
 * process: milliseconds a mutant, where jest takes seconds to start. So whole pages can be judges, too.
 *
 * What the program computes while its modules load is not computed again, so its mutants cannot be tried; `ignoreStatic` leaves
 * them out. What tests compute while they load is.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { commonTokens, declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import fc from "fast-check";
import fastGlob from "fast-glob";
import { collected, run } from "./registry.js";

/** What a dry run has learnt, kept in the copy of the project that mutants are tried in: for other processes there. */
const LEARNT = ".learnt.json";

/** What Stryker's mutants read and count in. */
const mutants = globalThis.__stryker__ ?? {};
globalThis.__stryker__ = mutants;

makeRunner.inject = [commonTokens.options];
function makeRunner({ inProcess, mutate }) {
  const slow = new RegExp(inProcess.slow);
  const tests = new Map();
  /** Of each test, milliseconds; of each file of tests, the mutants that are met while it is loaded. */
  let learnt = { times: {}, loading: {} };
  let quickestFirst = [];
  let loads = 0;

  return {
    // Stryker need not start another process for what tests compute while they load: they are loaded again.
    capabilities: () => ({ reloadEnvironment: true }),

    async init() {
      // A mutant is killed by what it does, not by the luck of a run.
      fc.configureGlobal({ seed: 1 });
      register("./loader.js", import.meta.url);
      for (const file of await filesOf(mutate)) await import(urlOf(file));
      for (const file of await filesOf(inProcess.tests)) {
        mutants.currentTestId = file;
        await load(file);
      }
      mutants.currentTestId = undefined;
    },

    async dryRun() {
      const results = [];
      for (const id of tests.keys()) {
        mutants.currentTestId = id;
        results.push(await outcome(id));
      }
      mutants.currentTestId = undefined;
      const { static: atLoad, perTest } = mutants.mutantCoverage;
      const times = Object.fromEntries(results.map(({ id, timeSpentMs }) => [id, timeSpentMs]));
      const loading = {};
      for (const [id, { file }] of tests) {
        loading[file] = Object.keys(perTest[file] ?? {});
        for (const mutant of loading[file]) perTest[id] = { [mutant]: 1, ...perTest[id] };
      }
      for (const file of Object.keys(loading)) delete perTest[file];
      learn({ times, loading });
      writeFileSync(LEARNT, JSON.stringify(learnt));
      const mutantCoverage = { static: atLoad, perTest };
      return { status: DryRunStatus.Complete, tests: results, mutantCoverage };
    },

    async mutantRun({ activeMutant: { id: mutant }, testFilter, hitLimit }) {
      // The dry run may have been another process's.
      if (quickestFirst.length === 0) learn(JSON.parse(readFileSync(LEARNT, "utf8")));
      const wanted = new Set(testFilter ?? quickestFirst);
      Object.assign(mutants, { activeMutant: mutant, hitCount: 0, hitLimit });
      const loadedWithIt = Object.keys(learnt.loading).filter((file) =>
        learnt.loading[file].includes(mutant),
      );
      for (const file of loadedWithIt) await load(file);
      const results = [];
      for (const id of quickestFirst.filter((id) => wanted.has(id))) {
        const result = await outcome(id);
        results.push(result.status === TestStatus.Failed ? await confirmed(result, mutant) : result);
        if (results.at(-1).status === TestStatus.Failed) break;
      }
      mutants.activeMutant = undefined;
      for (const file of loadedWithIt) await load(file);
      const complete = { status: DryRunStatus.Complete, tests: results };
      return toMutantRunResult(determineHitLimitReached(mutants.hitCount, hitLimit) ?? complete);
    },
  };

  /** Loads a file of tests, again where it was loaded. What fails to load is tests that fail. */
  async function load(file) {
    loads++;
    try {
      for (const [id, test] of await collected(file, `${urlOf(file)}?${loads}`))
        if (!slow.test(id)) tests.set(id, test);
    } catch (error) {
      if (mutants.activeMutant === undefined) throw error;
      for (const [id, test] of tests)
        if (test.file === file) tests.set(id, { file, around: [], body: () => Promise.reject(error) });
    }
  }

  /** Mutants may change the pages that tests share, for all that come after them: then those are loaded again. */
  async function confirmed(failed, mutant) {
    const { file } = tests.get(failed.id);
    if (learnt.loading[file]?.includes(mutant)) return failed;
    mutants.activeMutant = undefined;
    if ((await outcome(failed.id)).status === TestStatus.Success) return failed;
    await load(file);
    // Stryker starts another process where one gives up.
    if ((await outcome(failed.id)).status === TestStatus.Failed) throw new Error("the process is spoilt");
    mutants.activeMutant = mutant;
    return outcome(failed.id);
  }

  async function outcome(id) {
    const test = tests.get(id);
    const begun = performance.now();
    let rest = { status: TestStatus.Success };
    try {
      await run(test);
    } catch (error) {
      rest = { status: TestStatus.Failed, failureMessage: String(error?.message ?? error) };
    }
    return { id, name: id, fileName: resolve(test.file), timeSpentMs: performance.now() - begun, ...rest };
  }

  function learn(it) {
    learnt = it;
    quickestFirst = [...tests.keys()].sort((a, b) => (it.times[a] ?? 0) - (it.times[b] ?? 0));
  }
}

async function filesOf(patterns) {
  return (await fastGlob(patterns)).sort();
}

function urlOf(file) {
  return pathToFileURL(resolve(file)).href;
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "in-process", makeRunner)];

export const strykerValidationSchema = {
  type: "object",
  properties: {
    inProcess: {
      type: "object",
      properties: {
        tests: { type: "array", items: { type: "string" }, description: "Files of tests." },
        slow: { type: "string", description: "Of these names tests are left out: a pattern." },
      },
      required: ["tests", "slow"],
    },
  },
};
