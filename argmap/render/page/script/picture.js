// The picture: where each claim and argument is in it, and what it is called.
const stage = $("stage");
const whole = stage && stage.querySelector("svg.argmap");
let svg = null;
let lines = [];
const parts = new Map(); // for each item, what is drawn of it
const held = new Map(); // for each item with others in its box, these
for (const item of items) {
  if (item.home !== item.index) held.set(item.home, [...(held.get(item.home) ?? []), item.index]);
}

function readPicture(made) {
  svg = made;
  parts.clear();
  for (const part of svg.querySelectorAll("[data-i]")) {
    const index = Number(part.dataset.i);
    if (!parts.has(index)) parts.set(index, []);
    parts.get(index).push(part);
    part.setAttribute("tabindex", "-1");
  }
  for (const part of svg.querySelectorAll("[data-i]")) {
    part.setAttribute("role", part.querySelector("[data-i]") ? "group" : "button");
  }
  lines = [...svg.querySelectorAll("[data-from]")];
  svg.setAttribute("role", "group");
  nameParts();
}

function nameParts() {
  for (const [index, drawn] of parts) {
    for (const part of drawn) part.setAttribute("aria-label", describe(index));
  }
}

// The item in whose drawing an item is seen, or null.
function seenAs(index) {
  if (parts.has(index)) return index;
  const { home } = items[index];
  return parts.has(home) ? home : null;
}

function partOf(index) {
  const seen = seenAs(index);
  return seen === null ? null : parts.get(seen)[0];
}

function describe(index) {
  const item = items[index];
  const what = say(item.thesis ? "thesis" : item.kind);
  const said = [item.title, item.text].filter(Boolean).join(" – ") || item.id;
  const told = [`${[what, item.side].filter(Boolean).join(", ")}${say("colon")} ${said}`];
  for (const [kind, other] of item.down) {
    if (INSIDE.has(kind) && !parts.has(other)) told.push(`${items[other].no} ${items[other].text || nameOf(other)}`);
  }
  for (const [kind, other] of item.up) told.push(`${say(kind)} ${nameOf(other)}`);
  const against = item.down.filter(([kind]) => AGAINST.has(kind)).length;
  if (against) told.push(say("answeredBy", { n: against }));
  if (item.status) told.push(`${say("status")}${say("colon")} ${statusWord(item.status)}`);
  return told.map((each) => (/[.?!…]$/.test(each) ? each : `${each}.`)).join(" ");
}

// A side with the words for it, as in the key of the picture.
function sideWords(side) {
  return Object.hasOwn(data.sides, side) ? data.sides[side] : side;
}

function statusWord(status) {
  return Object.hasOwn(data.words.en, status) ? say(status) : status;
}

// Frames round what is drawn of items, each with its look. All are measured before the first is put there.
function frame(framed) {
  const boxes = framed.map(([part]) => part.getBBox());
  for (const [place, [part, look]] of framed.entries()) {
    const { x, y, width, height } = boxes[place];
    const gap = part.parentNode.closest("[data-i]") ? 0 : 5; // a cell has others beside it
    part.parentNode.append(makeSvg("rect", { class: look, x: x - gap, y: y - gap, width: width + 2 * gap, height: height + 2 * gap, rx: gap + 2 }));
  }
}
function unframe(look) {
  for (const each of svg.querySelectorAll(`.${look}`)) each.remove();
}
