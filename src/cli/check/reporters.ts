/** Findings as programs and people want to have them. */

import { isAbsolute, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { printable } from "../printable.ts";
import { CODES, type Level } from "./codes.ts";
import type { Finding } from "./findings.ts";

export interface Reporter {
  readonly head: string;
  readonly finding: (finding: Finding) => string;
  /** What stands between two findings. */
  readonly between: string;
  readonly foot: string;
}

export type ReporterName = "text" | "json" | "github" | "sarif";

/** @param version of pagefix */
export function reporters(version: string): Readonly<Record<ReporterName, Reporter>> {
  return {
    text: {
      head: "",
      finding: ({ file, line, column, code, ...said }) =>
        `${printable(`${file}:${line}:${column} ${code} ${withId(said)}`)}\n`,
      between: "",
      foot: "",
    },
    json: { head: "[", finding: (finding) => `\n${JSON.stringify(finding)}`, between: ",", foot: "\n]\n" },
    github: { head: "", finding: annotation, between: "", foot: "" },
    sarif: {
      head: `{"$schema":"${SARIF}","version":"2.1.0","runs":[{"tool":${JSON.stringify(tool(version))},"columnKind":"unicodeCodePoints","results":[`,
      finding: (finding) => `\n${JSON.stringify(sarifResult(finding))}`,
      between: ",",
      foot: "\n]}]}\n",
    },
  };
}

/** Where lines have ids, a number of a line says little. */
function withId({ id, message }: Pick<Finding, "id" | "message">): string {
  return id === undefined ? message : `#${id}: ${message}`;
}

const COMMANDS: Readonly<Record<Level, string>> = { error: "error", warning: "warning", note: "notice" };

/** A workflow command: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function annotation({ file, line, column, level, code, ...said }: Finding): string {
  const place = `file=${property(file)},line=${line},col=${column},title=${property(code)}`;
  return `::${COMMANDS[level]} ${place}::${data(withId(said))}\n`;
}

/** Escaped as the toolkit of GitHub does it. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

const SARIF = "https://json.schemastore.org/sarif-2.1.0.json";

function tool(version: string) {
  const rules = Object.entries(CODES).map(([id, { says, level }]) => ({
    id,
    shortDescription: { text: says },
    defaultConfiguration: { level },
  }));
  return { driver: { name: "pagefix", version, rules } };
}

function sarifResult({ file, line, column, id, level, code, message }: Finding) {
  const region = { startLine: line, startColumn: column };
  const physicalLocation = { artifactLocation: { uri: uriOf(file) }, region };
  const location = {
    physicalLocation,
    ...(id !== undefined && { logicalLocations: [{ name: id, kind: "element" }] }),
  };
  return {
    ruleId: code,
    level,
    message: { text: withId({ ...(id !== undefined && { id }), message }) },
    locations: [location],
  };
}

function uriOf(file: string): string {
  return isAbsolute(file) ? pathToFileURL(file).href : file.split(sep).map(encodeURIComponent).join("/");
}
