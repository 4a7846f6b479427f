// Reads a JSON list of Mermaid texts from standard input, and writes what Mermaid makes of each as a JSON list.
// Run it in a folder that holds node_modules/mermaid and node_modules/jsdom.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.cwd()}/here.js`);
const { window } = new (require("jsdom").JSDOM)("");
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import(pathToFileURL(require.resolve("mermaid")).href);
await mermaid.parse("flowchart LR\n a --> b"); // registers the kinds of diagrams

// The words of a label: Mermaid writes a code such as #35; in signs of its own until it draws.
const decoded = (label) =>
  label.replace(/<\/?(?:b|br|small)\/?>/g, " ").replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));
const answers = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    answers.push({
      nodes: [...db.getVertices().values()].map(({ id, text, type }) => [id, decoded(text ?? ""), type]),
      edges: db.getEdges().map(({ start, end, text, type }) => [start, end, decoded(text ?? ""), type]),
      frames: db.getSubGraphs().map(({ id, title, nodes }) => [id, decoded(title), nodes]),
      title: decoded(db.getAccTitle()),
    });
  } catch (error) {
    answers.push({ error: String(error) });
  }
}
process.stdout.write(JSON.stringify(answers));
process.exit(0);
