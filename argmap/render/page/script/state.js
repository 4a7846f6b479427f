// What the page knows, and what its reader has chosen.
const $ = (id) => document.getElementById(id);
const data = JSON.parse($("data").textContent);
const blank = { title: "", text: "", side: "", no: "", status: "", scheme: "", section: "",
  tags: [], values: [], rules: [], questions: [], findings: [], cites: [], up: [], down: [] };
const items = data.items.map((item, index) => ({ home: 0, ...blank, ...item, index }));
const named = new Map();
for (const item of [...items].reverse()) {
  if (item.title) named.set(item.title, item.index);
}
for (const item of [...items].reverse()) named.set(item.id, item.index);

const SYMMETRIC = new Set(["contrary", "contradictory"]);
const INSIDE = new Set(["premise", "conclusion"]);
const AGAINST = new Set(["attack", "undercut"]);

const state = {
  focus: null, // the item that is looked at
  view: "map",
  folded: new Set(),
  branch: null, // the item whose branch alone is in full view
  layout: "", // which of the pictures made beforehand is shown
  hits: null, // what the search has found
  filters: { side: new Set(), tag: new Set(), status: new Set() },
  step: null, // how many steps of the order are shown
  covered: false, // whether the last of them is still covered
  keys: true,
};

let tongue = data.language;

function say(key, given = {}) {
  let text = data.words[tongue][key] ?? data.words.en[key] ?? key;
  for (const [name, value] of Object.entries(given)) text = text.replaceAll(`{${name}}`, () => String(value));
  return text;
}

// What an item is called where there is little room, and within a sentence.
function nameOf(index) {
  const { title, text, id } = items[index];
  const long = (title || text || id).replace(/(?<!\.)[.。]$/, "");
  return shortened(long);
}

function shortened(text) {
  return text.length > 70 ? `${text.slice(0, 68).trimEnd()} …` : text;
}

function announce(text) {
  $("say").textContent = "";
  requestAnimationFrame(() => { $("say").textContent = text; });
}

// An element with text; text from the map reaches the page in this way alone.
function make(tag, text = "", attributes = {}, children = []) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";
function makeSvg(tag, attributes, text = "") {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text) made.textContent = text;
  return made;
}

// What is kept between visits; a page from a file may not be allowed to keep anything.
function keep(name, value) {
  try { localStorage.setItem(`argmap-${name}`, value); } catch { /* then it is not kept */ }
}
function kept(name) {
  try { return localStorage.getItem(`argmap-${name}`); } catch { return null; }
}

const mapLanguage = document.querySelector("h1").getAttribute("lang");
const mapDirection = document.querySelector("h1").dir;
function inMapLanguage(element) {
  if (mapLanguage) element.setAttribute("lang", mapLanguage);
  if (mapDirection) element.dir = mapDirection;
  return element;
}
