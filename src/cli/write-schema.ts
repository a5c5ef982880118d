/** Writes the JSON Schema to the file that is named: for the build and for `npm run schema`, not part of the command. */
import { writeFileSync } from "node:fs";
import { schemaJson } from "../write/schema.ts";

const [target] = process.argv.slice(2);
if (target === undefined) throw new Error("name the file to write");
writeFileSync(target, schemaJson());
