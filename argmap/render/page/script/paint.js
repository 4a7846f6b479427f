// What the reader has chosen, put into the picture and the list.

function changed() {
  paint();
  writeLink();
  layOutAnew();
}

// For each item: whether it is there at all, and whether it is in full view.
function sight() {
  const there = unfolded();
  const shown = stepsShown();
  const branch = state.branch === null ? null : below(state.branch);
  return {
    isThere: (index) => there.has(index) && (!shown || shown.has(index)),
    isShown: (index) => !shown || shown.has(index),
    isPlain: (index) => (!branch || branch.has(index)) && fits(index),
  };
}

function paint() {
  const look = sight();
  if (svg) paintPicture(look);
  paintList(look);
  paintFocus();
  paintStrip();
}

function paintPicture({ isThere, isPlain }) {
  const last = state.step === null ? null : seenAs(stepOrder()[state.step - 1]);
  for (const [index, drawn] of parts) {
    const all = [index, ...(held.get(index) ?? [])]; // a box is there when anything in it is, and dim when all of it is
    for (const part of drawn) {
      part.classList.toggle("gone", !all.some(isThere));
      part.classList.toggle("off", !all.some(isPlain));
      part.classList.toggle("covered", state.covered && index === last);
    }
  }
  for (const each of lines) {
    const ends = [Number(each.dataset.from), Number(each.dataset.to ?? each.dataset.from)];
    each.classList.toggle("gone", !ends.every((end) => isThere(end) && (seenAs(end) === null || isThere(seenAs(end)))));
    each.classList.toggle("off", !ends.every(isPlain));
  }
  paintBadges(isThere);
}

// What is looked at: the one stop of the tab key in the picture, a frame round it, and its line in the list.
let stop = null;
let line = null;
function paintFocus() {
  if (svg) {
    paintFrames();
    stop?.setAttribute("tabindex", "-1");
    stop = partOf(state.focus ?? data.tops[0] ?? 0) ?? svg.querySelector("[data-i]");
    stop?.setAttribute("tabindex", "0");
  }
  line?.classList.remove("now");
  line = lineOf(state.focus);
  line?.classList.add("now");
}

function paintFrames() {
  for (const look of ["ring", "hit"]) unframe(look);
  const framed = (state.hits ?? []).filter((index) => parts.has(index)).map((index) => [partOf(index), "hit"]);
  const part = state.focus === null ? null : partOf(state.focus);
  if (part) framed.push([part, part === document.activeElement ? "ring" : "ring mild"]);
  frame(framed);
}

function paintBadges(isThere) {
  unframe("badge");
  for (const index of state.folded) {
    const part = parts.get(index)?.[0];
    if (!part || !isThere(index)) continue;
    const hidden = [...below(index)].filter((each) => !isThere(each)).length;
    if (!hidden) continue;
    const box = part.getBBox();
    const badge = makeSvg("g", { class: "badge" });
    badge.append(makeSvg("title", {}, say("hiddenBelow", { n: hidden })));
    badge.append(makeSvg("circle", { cx: box.x + box.width, cy: box.y, r: 11 }));
    badge.append(makeSvg("text", { x: box.x + box.width, y: box.y + 3.5 }, `+${hidden}`));
    part.parentNode.append(badge);
  }
}

function paintList({ isThere, isShown, isPlain }) {
  const wanted = new Set();
  for (const index of data.order) {
    if (!isShown(index) || !isPlain(index)) continue;
    for (let row = lineOf(index); row && !wanted.has(row); row = row.parentElement.closest("li.item")) wanted.add(row);
  }
  const isAll = state.step === null && state.branch === null && !isFiltering();
  for (const row of $("tree").querySelectorAll("li.item")) {
    row.classList.toggle("out", row.classList.contains("ref") ? !isAll : !wanted.has(row));
  }
  $("tree").querySelector(".covered")?.classList.remove("covered");
  if (state.covered) lineOf(stepOrder()[state.step - 1])?.classList.add("covered");
}

function paintStrip() {
  const told = [];
  if (state.branch !== null) told.push(say("branchOf", { x: nameOf(state.branch) }));
  const hidden = items.length - unfolded().size;
  if (hidden) told.push(say("foldedNow", { n: hidden }));
  if (isFiltering()) told.push(say("fits", { n: items.filter((item) => fits(item.index)).length, all: items.length }));
  $("strip").hidden = !told.length;
  $("strip").firstElementChild.textContent = told.join(" ");
  measureBar();
}

// The bar stays in sight; what is scrolled to must not lie under it.
function measureBar() {
  const height = `${$("bar").offsetHeight}px`;
  for (const each of [document.documentElement, stage, $("aside")]) each?.style.setProperty("--bar-h", height);
}
