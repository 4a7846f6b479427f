// Reads GIFT from standard input by the package gift-pegjs, and prints its questions as JSON.
//
// The environment variable ARGMAP_ORACLE names the folder that holds `node_modules`.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";

const require = createRequire(path.join(path.resolve(process.env.ARGMAP_ORACLE), "package.json"));
const { parse } = require("gift-pegjs");
process.stdout.write(JSON.stringify(parse(readFileSync(0, "utf8"))));
