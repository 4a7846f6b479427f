// What the official implementation writes as JSON of Argdown texts.
//
// One JSON list of texts on standard input; on standard output a list of the JSON texts, null where it fails.
// The environment variable ARGMAP_ORACLE names the folder that holds `node_modules`.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";

console.log = console.error;
const require = createRequire(path.join(path.resolve(process.env.ARGMAP_ORACLE), "package.json"));
const { argdown } = require("@argdown/core/dist/argdown.js");
const names = ["parse-input", "build-model", "build-map", "colorize", "export-json"];

const answers = JSON.parse(readFileSync(0, "utf8")).map((input) => {
  try {
    const response = argdown.run({ input, process: names, throwExceptions: true, logLevel: "silent" });
    const faults = [...(response.lexerErrors ?? []), ...(response.parserErrors ?? []), ...(response.exceptions ?? [])];
    return faults.length ? null : response.json;
  } catch {
    return null;
  }
});
process.stdout.write(JSON.stringify(answers));
