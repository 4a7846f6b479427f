// Reads Argdown with the official implementation (@argdown/core) and says what it made of it.
//
// One JSON request a line on standard input:   {"id", "text", "settings"?, "tokens"?: true, "times"?: true, "map"?: true}
// One JSON answer a line on standard output:   {"id", "valid", "errors": [{line, column, message}], "exception", "reading",
//                                               "corrected", "tokens"?, "times"?, "map"?}
// `valid`: no error of the lexer or the parser, and no exception in the processes parse-input and build-model.
// `exception` names the first exception, or is null. `times` are milliseconds of each process.
//
// `map` is what the official tool would draw, in the normal form that tests/oracle/drawing.py describes.
//
// The environment variable ARGMAP_ORACLE names the folder that holds `node_modules`.
//
// `reading` is the normal form that tests/oracle/reading.py describes. The official lines, columns and ranges count
// UTF-16 units and ranges include their last unit; here, once, they become code points with exclusive ends.
//
// A few faults of the official implementation are mended here, because afterwards nobody could tell what it would have
// said without them. `corrected` names those that mattered for this text (the names of DIFFERENCES in differences.py).

import { createRequire } from "node:module";
import path from "node:path";
import { performance } from "node:perf_hooks";
import readline from "node:readline";

const folder = process.env.ARGMAP_ORACLE;
if (!folder) {
  process.stderr.write("Set ARGMAP_ORACLE to the folder that holds node_modules/@argdown/core.\n");
  process.exit(2);
}
// Standard output carries answers only.
console.log = console.error;
const require = createRequire(path.join(path.resolve(folder), "package.json"));
const { argdown } = require("@argdown/core/dist/argdown.js");

// ---------------------------------------------------------------------------------------------- running
/** The first fault a run met; the official application swallows all but its own exceptions, so this drives it. */
function run(request, response, names = ["parse-input", "build-model"], more = {}) {
  const times = {};
  for (const name of names) {
    const { walker } = argdown.processors[name];
    const plugins = more[name] ?? argdown.processors[name].plugins;
    const start = performance.now();
    for (const plugin of plugins) plugin.prepare?.(request, response, argdown.logger);
    if (response.ast && walker) walker.walk(request, response, argdown.logger);
    for (const plugin of plugins) plugin.run?.(request, response, argdown.logger);
    times[name] = performance.now() - start;
  }
  return times;
}

// Regrouping and exploding, which front matter can ask for, rebuild the model for drawing; what was read is compared
// before that (difference "drawing-settings").
const building = argdown.processors["build-model"];
const everyPlugin = building.plugins;
building.plugins = building.plugins.filter(({ name }) => !["RegroupPlugin", "ExplodeArgumentsPlugin"].includes(name));

// Dictionaries without a prototype: `[constructor]` is a title like any other (difference "prototype-titles").
const walker = building.walker;
walker.addListener("argdownEntry", (_request, response) => {
  for (const field of ["statements", "arguments", "tags"]) response[field] = Object.create(null);
});

// A shortcode inside bold or italic text takes the closing mark for itself, and an empty range at the start of a
// wording covers the first character behind it or adds the word "undefined" (difference "range-ends").
let open = [];
let shortcodeSeen = 0;
let misread = false;
const host = (node) => (node.name === "heading" ? node : node.statement);
const hosts = [];
for (const name of ["heading", "statement", "argument"]) {
  walker.addListener(name + "Entry", (_q, _r, node) => {
    hosts.push(node);
  });
  walker.addListener(name + "Exit", () => {
    hosts.pop();
  });
}
walker.addListener("freestyleTextEntry", (request, _r, node) => {
  const known = request.model?.shortcodes ?? {};
  for (const child of node.children ?? []) {
    if (child.tokenType?.name === "SpecialChar" && known[child.image.trim()]) shortcodeSeen += 1;
  }
});
for (const name of ["bold", "italic"]) {
  walker.addListener(name + "Entry", () => {
    const target = host(hosts[hosts.length - 1]);
    target.text ??= "";
    open.push({ range: target.ranges[target.ranges.length - 1], shortcodeSeen });
  });
  walker.addListener(name + "Exit", (_q, _r, node) => {
    const { range, shortcodeSeen: before } = open.pop();
    const target = host(hosts[hosts.length - 1]);
    const end = (target.text ?? "").length - (node.trailingWhitespace ?? "").length;
    // An outer range is misread too: the inner one was left on the official stack.
    if (shortcodeSeen > before || end === 0) {
      range.mended = end - 1;
      misread = true;
    }
  });
}
for (const name of ["heading", "statement", "argument"]) {
  walker.addListener(name + "Exit", (_q, _r, node) => {
    for (const range of host(node)?.ranges ?? []) {
      if (range.mended !== undefined) range.stop = range.mended;
    }
  });
}

// ---------------------------------------------------------------------------------------------- normal form
const codePoints = (text) => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

class Places {
  constructor(text) {
    this.lines = text.split(/\r\n|\n|\r/);
  }
  /** "line:column" in code points; the official column counts UTF-16 units. */
  at(line, column) {
    if (!Number.isInteger(line)) return null;
    const units = Number.isInteger(column) ? Math.max(column, 1) : 1;
    return `${line}:${codePoints((this.lines[line - 1] ?? "").slice(0, units - 1)) + 1}`;
  }
}

/** YAML values as JSON: what JSON lacks becomes an object with one key that starts with `$`. */
function plain(value, depth = 0) {
  if (depth > 200) throw new Error("YAML data nested too deeply for the oracle.");
  if (value === undefined || value === null) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : { $number: String(value) };
  if (value instanceof Date) return { $date: Number.isNaN(value.getTime()) ? null : value.toISOString() };
  if (value instanceof Uint8Array) return { $binary: Buffer.from(value).toString("base64") };
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  if (typeof value === "object") {
    const made = {};
    for (const key of Object.keys(value)) {
      Object.defineProperty(made, key, {
        value: plain(value[key], depth + 1), enumerable: true, configurable: true, writable: true,
      });
    }
    return made;
  }
  return value;
}

function ranges(text, list) {
  return (list ?? []).map((range) => [
    range.type,
    codePoints(text.slice(0, range.start)),
    codePoints(text.slice(0, range.stop + 1)),
    range.url ?? range.tag ?? range.title ?? null,
  ]);
}

const canonical = (members) => {
  const worded = members.filter((member) => !member.isReference);
  return worded.findLast((member) => member.data?.isCanonical) ?? worded[worded.length - 1];
};

/**
 * What only the tree knows: which statements bear no title, which arguments are anonymous, and of each relation the
 * element above it and, if that is a line of a premise-conclusion structure, the inference line before it.
 */
function survey(ast) {
  const untitled = new Set();
  const anonymous = new Set();
  const named = new Set();
  const above = new Map();
  const stack = [{ node: ast, parent: null, element: null, inference: null }];
  while (stack.length) {
    const { node, parent, element, inference } = stack.pop();
    const children = node.children ?? [];
    let around = { element, inference };
    if (node.name === "statement" || node.name === "argument") {
      if (children[0]?.name === "statementContent") untitled.add(node.statement);
      around.element = node;
      if (parent.name !== "pcsStatement") around.inference = null;
      if (node.argument) named.add(node.argument);
    } else if (node.name === "inference") {
      around.element = node;
    } else if (/^(incoming|outgoing|contradiction)/.test(node.name ?? "")) {
      above.set(node, around);
    } else if (node.name === "pcs") {
      const before = parent.children[parent.children.indexOf(node) - 1];
      if (before?.name !== "argument") anonymous.add(node.argument);
      let current = null;
      const parts = children.flatMap((part) => (part.name === "pcsTail" ? part.children : [part]));
      for (const part of parts) {
        if (part.name === "inference") current = part.inference;
        stack.push({ node: part, parent: node, element: null, inference: current });
      }
      continue;
    }
    for (const child of children) {
      if (child.children) stack.push({ node: child, parent: node, ...around });
    }
  }
  return { untitled, anonymous, named, above };
}

/** The kind of relation that a rule of the grammar stands for. */
function kindOf(name, source, target, { mode }) {
  const base = name === "contradiction" ? "contradictory" : name.replace(/^(incoming|outgoing)/, "").toLowerCase();
  if (mode !== "strict" || source.type === "argument" || target.type === "argument") return base;
  return { support: "entails", attack: "contrary" }[base] ?? base;
}

function readingOf(text, response, settings) {
  const places = new Places(text);
  const { untitled, anonymous, named, above } = survey(response.ast);
  const corrected = new Set(misread ? ["range-ends"] : []);
  const keys = new Map();
  const collisions = [];

  const member = (one) => ({
    place: places.at(one.startLine, one.startColumn),
    role: one.role ?? "list-item",
    reference: Boolean(one.isReference),
    text: one.isReference ? null : (one.text ?? ""),
    ranges: one.isReference ? [] : ranges(one.text ?? "", one.ranges),
    tags: one.tags ?? [],
    data: plain(one.data),
    section: one.section?.id ?? null,
  });
  const common = (one) => {
    const chosen = canonical(one.members);
    return {
      text: chosen?.text ?? "",
      ranges: ranges(chosen?.text ?? "", chosen?.ranges),
      members: one.members.map(member),
      tags: one.tags ?? [],
      data: plain(one.data),
      section: one.section?.id ?? null,
    };
  };

  const claims = Object.values(response.statements).map((one) => {
    const bare = one.members.filter((each) => untitled.has(each));
    const isUntitled = bare.length === one.members.length;
    const title = isUntitled ? null : one.title;
    const place = places.at(one.members[0].startLine, one.members[0].startColumn);
    const key = isUntitled ? `claim ${place}` : `[${one.title}]`;
    if (bare.length && !isUntitled) {
      collisions.push(key, ...bare.map((each) => `claim ${places.at(each.startLine, each.startColumn)}`));
    }
    keys.set(one, key);
    return { key, title, place, ...common(one) };
  });

  const args = Object.values(response.arguments).map((one) => {
    const isUntitled = anonymous.has(one) && one.members.length === 0;
    const first = one.members[0] ?? one;
    const place = places.at(first.startLine, first.startColumn);
    const key = isUntitled ? `argument ${one.startLine}` : `<${one.title}>`;
    if (anonymous.has(one) && !isUntitled) collisions.push(key, `argument ${one.startLine}`);
    keys.set(one, key);
    const steps = [];
    let premises = [];
    for (const statement of one.pcs ?? []) {
      const claim = keys.get(response.statements[statement.title]);
      if (!statement.inference) {
        premises.push(claim);
        continue;
      }
      keys.set(statement.inference, [key, steps.length]);
      steps.push({
        premises,
        conclusion: claim,
        rules: statement.inference.inferenceRules ?? [],
        data: plain(statement.inference.data),
      });
      premises = [];
    }
    return { key, title: isUntitled ? null : one.title, place, ...common(one), steps };
  });

  // An anonymous argument takes the place of one that the user called "Untitled 1".
  for (const one of named) {
    if (keys.has(one)) continue;
    keys.set(one, `<${one.title}>`);
    for (const { inference } of one.pcs) if (inference) keys.set(inference, [`<${one.title}>`, null]);
    collisions.push(`<${one.title}>`, keys.get(response.arguments[one.title]));
  }

  const relations = new Map();
  const add = (kind, source, target) => {
    const end = keys.get(target);
    const [name, step] = Array.isArray(end) ? end : [end, null];
    const made = [kind, keys.get(source), name, step];
    relations.set(JSON.stringify(made), made);
  };
  const claimOf = (statement) => response.statements[statement.title];
  const recordOf = (node) => (node.name === "argument" ? node.argument : claimOf(node.statement));
  // Officially a relation of something to itself is a repetition of whatever does the same to it, and a relation of an
  // argument to its own conclusion is lost (difference "self-relations"). Here they count as written, but that an
  // argument supports its conclusion goes without saying.
  const reflexive = new Set();
  for (const [node, { element, inference }] of above) {
    if (element.name === "inference") continue;
    const ends = [recordOf(element), recordOf(node.children[1])];
    const [source, target] = node.name.startsWith("outgoing") ? [ends[1], ends[0]] : ends;
    const last = settings.transformArgumentRelations && source.pcs?.[source.pcs.length - 1];
    const acting = last ? claimOf(last) : source;
    const kind = kindOf(node.name, acting, target, settings);
    const inside = node.name === "outgoingUndercut" && element.name === "statement" && inference;
    if (source === target) {
      add(kind, acting, inside || (last && kind === "undercut" ? last.inference : target));
    } else if (acting === target && !inside) {
      if (kind !== "support" && kind !== "entails") add(kind, target, target);
    } else {
      continue;
    }
    reflexive.add(node);
    corrected.add("self-relations");
  }
  for (const { relationType, from, to, occurrences } of response.relations) {
    for (const occurrence of occurrences) {
      if (reflexive.has(occurrence)) continue;
      const { element, inference } = above.get(occurrence);
      let target = to;
      if (occurrence.name === "outgoingUndercut" && element.name === "statement" && to.type === "inference") {
        // An inference line read earlier attracts the undercut of any later statement
        // (difference "undercut-of-a-claim").
        target = inference ?? recordOf(element);
        if (target !== to) corrected.add("undercut-of-a-claim");
      }
      add(relationType, from, target);
    }
  }
  // An attack on an argument says nothing new where what attacks it attacks one of its premises: also where both are
  // one claim, whose attack on itself was lost above.
  for (const { key, steps } of corrected.has("self-relations") ? args : []) {
    for (const premise of steps.flatMap((step) => step.premises)) {
      const attacksItself = ["attack", "contrary", "contradictory"].some((kind) =>
        relations.has(JSON.stringify([kind, premise, premise, null])),
      );
      if (attacksItself) relations.delete(JSON.stringify(["attack", premise, key, null]));
    }
  }

  const sections = [];
  const waiting = [...response.sections].reverse();
  while (waiting.length) {
    const one = waiting.pop();
    const { heading } = one;
    sections.push({
      id: one.id,
      level: one.level,
      title: heading?.text ?? one.title,
      parent: one.parent?.id ?? null,
      place: places.at(one.startLine, one.startColumn),
      ranges: ranges(heading?.text ?? one.title, one.ranges),
      tags: one.tags ?? [],
      data: plain(one.data),
    });
    waiting.push(...[...(one.children ?? [])].reverse());
  }

  const tags = Object.values(response.tags).sort((a, b) => a.occurrenceIndex - b.occurrenceIndex);
  if (collisions.length) corrected.add("untitled-never-merges");
  const titles = { statements: {}, arguments: {} };
  for (const sort of ["statements", "arguments"]) {
    for (const one of Object.values(response[sort])) titles[sort][`$${one.title}`] = keys.get(one);
  }
  return {
    titles,
    reading: {
      claims,
      arguments: args,
      relations: [...relations.values()],
      sections,
      tags: tags.map((one) => one.tag),
      frontMatter: plain(response.frontMatter),
      collisions,
    },
    corrected: [...corrected],
  };
}

// ---------------------------------------------------------------------------------------------- drawing
const DRAWING = ["parse-input", "build-model", "build-map", "transform-closed-groups", "colorize"];

/** What would be drawn: nodes and groups with what is written in them and their colours, and the edges. */
function drawingOf(text, settings, titles) {
  const request = { ...structuredClone(settings ?? {}), input: text };
  const response = {};
  open = [];
  hosts.length = 0;
  run(request, response, DRAWING, { "build-model": everyPlugin });
  const keyOf = (node) => {
    if (node.type === "group-map-node") return `group ${node.path.join(" / ")}`;
    const known = titles[node.type === "statement-map-node" ? "statements" : "arguments"];
    if (`$${node.title}` in known) return known[`$${node.title}`];
    const part = / - \d+$/.exec(node.title);
    return part ? `${known[`$${node.title.slice(0, part.index)}`]}${part[0]}` : null;
  };
  const nodes = [];
  const groups = [];
  const waiting = response.map.nodes.map((node) => [node, []]).reverse();
  while (waiting.length) {
    const [node, path] = waiting.pop();
    if (node.type === "group-map-node") {
      node.path = [...path, node.title];
      groups.push({ path: node.path, closed: Boolean(node.isClosed), colour: node.color ?? null });
      waiting.push(...[...node.children].reverse().map((child) => [child, node.path]));
    } else {
      nodes.push({
        key: keyOf(node),
        type: node.type,
        title: node.labelTitle ?? null,
        text: node.labelText ?? null,
        colour: node.color ?? null,
        group: path,
      });
    }
  }
  const edges = response.map.edges.map((edge) => [keyOf(edge.from), keyOf(edge.to), edge.relationType, edge.color ?? null]);
  return { nodes, groups, edges };
}

// ---------------------------------------------------------------------------------------------- answering
function answer({ id, text, settings, tokens, times, map }) {
  const places = new Places(text);
  // Everything of one document: the front matter is merged into the request, so no two may share one.
  const request = { ...structuredClone(settings ?? {}), input: text };
  const response = {};
  const made = { id, valid: false, errors: [], exception: null, reading: null, corrected: [] };
  open = [];
  hosts.length = 0;
  shortcodeSeen = 0;
  misread = false;
  try {
    const took = run(request, response);
    if (times) made.times = took;
  } catch (error) {
    const code = error?.code ? `${error.code}: ` : "";
    made.exception = `${error?.name ?? "Error"}: ${code}${error?.message ?? error}`;
  }
  for (const error of [...(response.lexerErrors ?? []), ...(response.parserErrors ?? [])]) {
    const line = error.token ? error.token.startLine : error.line;
    const column = error.token ? error.token.startColumn : error.column;
    const [atLine, atColumn] = (places.at(line, column) ?? "1:1").split(":").map(Number);
    made.errors.push({ line: atLine, column: atColumn, message: error.message });
  }
  if (tokens) {
    made.tokens = (response.tokens ?? []).map((token) => [
      token.tokenType.name, token.image, places.at(token.startLine, token.startColumn),
    ]);
  }
  made.valid = made.exception === null && made.errors.length === 0;
  if (made.valid) {
    try {
      const { titles, ...found } = readingOf(text, response, request.model);
      Object.assign(made, found);
      if (map) made.map = drawnOrNot(() => drawingOf(text, settings, titles));
    } catch (error) {
      made.valid = false;
      made.exception = `oracle: ${error?.stack ?? error}`;
    }
  }
  return made;
}

function drawnOrNot(draw) {
  try {
    return draw();
  } catch (error) {
    return { exception: `${error?.name ?? "Error"}: ${error?.message ?? error}` };
  }
}

readline.createInterface({ input: process.stdin, crlfDelay: Infinity }).on("line", (line) => {
  if (!line.trim()) return;
  let made;
  let id = null;
  try {
    const request = JSON.parse(line);
    id = request.id;
    made = JSON.stringify(answer(request));
  } catch (error) {
    made = JSON.stringify({
      id, valid: false, errors: [], exception: `oracle: ${error?.message ?? error}`, reading: null, corrected: [],
    });
  }
  process.stdout.write(made + "\n");
});
