// Going from one thing to another, and links that lead to a place in the page: #c=ID, or #Title.
function lookAt(index) {
  state.focus = index;
  $("missing").hidden = true;
  paintFocus();
  writeLink();
  if (!$("details").hidden) fillDetails(index);
}

function focusInPicture(index) {
  lookAt(index);
  const part = partOf(index);
  if (!part) return;
  part.focus({ preventScroll: true });
  bringIntoView(part);
}

// Puts out of the way whatever hides an item.
async function makeSeen(index) {
  if (state.step !== null && !stepsShown().has(index)) endSteps();
  const isFoldedAway = !unfolded().has(index);
  const isOffBranch = state.branch !== null && !below(state.branch).has(index);
  const isOut = !fits(index) && !(svg && state.view === "map"); // in the picture it is dim, but there
  if (isFoldedAway) state.folded.clear();
  if (isOffBranch) state.branch = null;
  if (isOut) clearFilters();
  if (isFoldedAway || isOffBranch || isOut) changed();
  if (svg && state.view === "map" && seenAs(index) === null && state.layout !== "") await showLayout("");
}

async function goTo(index, { details = false, quiet = false } = {}) {
  await makeSeen(index);
  if (state.view === "map" && svg && seenAs(index) !== null) focusInPicture(index);
  else focusInList(index);
  if (details) openDetails(index);
  else if (!quiet) announce(describe(index));
}

function focusInList(index) {
  openTo(index);
  lookAt(index);
  const summary = rowOf(index).querySelector("summary");
  summary.focus({ preventScroll: true });
  summary.scrollIntoView({ block: "nearest" });
}

async function goOnMap(index) {
  setView("map", true);
  changed();
  await makeSeen(index);
  if (seenAs(index) === null) {
    announce(say("notHere", { x: nameOf(index) }));
    return;
  }
  $("map").scrollIntoView({ block: "start" });
  focusInPicture(index);
}

async function goInList(index) {
  await makeSeen(index);
  focusInList(index);
}

function linkTo(index) {
  return `#c=${encodeURIComponent(items[index].id)}`;
}

function writeLink() {
  const told = [];
  if (state.focus !== null) told.push(linkTo(state.focus).slice(1));
  for (const [name, chosen] of Object.entries(state.filters)) for (const each of chosen) told.push(`${name}=${encodeURIComponent(each)}`);
  try { history.replaceState(null, "", `#${told.join("&")}`); } catch { /* some viewers forbid it */ }
}

function decoded(text) {
  try { return decodeURIComponent(text.replaceAll("+", " ")); } catch { return text; }
}

// Returns the item that a link names, or null; takes the filters from it.
function readLink() {
  const text = location.hash.slice(1);
  if (!text) return null;
  if (named.has(decoded(text))) return named.get(decoded(text));
  const number = /^i(\d+)$/.exec(text);
  if (number) return Number(number[1]) in items ? Number(number[1]) : null;
  let found = null;
  for (const [name, value] of text.split("&").map((each) => each.split("=").map(decoded))) {
    if (name === "c" && named.has(value)) found = named.get(value);
    else if (isFilter(name, value)) state.filters[name].add(value);
  }
  tickFilters();
  return found;
}

// Returns the name in a link that leads to nothing on the page, or null.
function nameInVain() {
  const text = location.hash.slice(1);
  const told = text.split("&");
  const wanted = told.find((each) => each.startsWith("c="));
  if (wanted !== undefined) return decoded(wanted.slice(2));
  const isFilters = told.some((each) => Object.hasOwn(state.filters, each.split("=")[0]));
  const isPlace = ["", "top"].includes(text) || document.getElementById(decoded(text)) !== null;
  return isFilters || isPlace ? null : decoded(text);
}

function followLink() {
  const index = readLink();
  paint();
  if (index !== null) {
    goTo(index);
    return;
  }
  tellMissing(nameInVain());
}

function tellMissing(name) {
  $("missing").hidden = name === null;
  if (name !== null) {
    const x = shortened(name);
    const told = $("missing").firstElementChild;
    told.dataset.x = x;
    told.textContent = say("noSuch", { x });
    announce(told.textContent);
  }
  measureBar();
}

// Returns whether there was something to close.
function closeMissing() {
  if ($("missing").hidden) return false;
  tellMissing(null);
  return true;
}

function startLinks() {
  window.addEventListener("hashchange", followLink);
  $("b-searchIt").addEventListener("click", () => { closeMissing(); $("find").focus(); });
  $("b-closeMissing").addEventListener("click", () => {
    closeMissing();
    (partOf(state.focus ?? data.tops[0]) ?? $("find")).focus();
  });
}
