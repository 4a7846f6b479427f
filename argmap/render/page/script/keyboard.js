// Keys: arrows go along the relations; the picture is one stop of the tab key.
function neighbour(index, key) {
  const item = items[index];
  const up = (item.up.find(([kind]) => !SYMMETRIC.has(kind)) ?? item.up[0])?.[1];
  if (key === "ArrowUp") return up;
  if (key === "ArrowDown") return (item.down.find(([, other]) => other !== up) ?? [])[1];
  const beside = up === undefined ? data.tops : items[up].down.map(([, other]) => other);
  const at = beside.indexOf(index);
  return beside[at + ((key === "ArrowRight") === (mapDirection !== "rtl") ? 1 : -1)];
}

// As `neighbour`, but on to what has a place of its own in the picture.
function neighbourInPicture(index, key) {
  const seen = new Set([index]);
  let next = neighbour(index, key);
  while (next !== undefined && !seen.has(next) && seenAs(next) === seenAs(index)) {
    seen.add(next);
    next = neighbour(next, key);
  }
  return next === undefined || seen.has(next) || seenAs(next) === null ? undefined : next;
}

function onPictureKey(event) {
  const part = event.target.closest("[data-i]");
  if (!part || event.ctrlKey || event.metaKey || event.altKey) return;
  const drawn = Number(part.dataset.i);
  const index = state.focus !== null && seenAs(state.focus) === drawn ? state.focus : drawn;
  if (["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"].includes(event.key)) {
    if (state.step !== null) return;
    const next = neighbourInPicture(index, event.key);
    if (next !== undefined) focusInPicture(next);
  } else if (event.key === "Home") focusInPicture(data.tops[0]);
  else if (event.key === "Enter") openDetails(index, part);
  else if (event.key === " " && state.step === null) openDetails(index, part);
  else return;
  event.preventDefault();
}

function onKey(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if ($("keys-help").open) return;
  if (event.key === "Escape") {
    if (closePops() || closeMissing() || closeDetails() || endSteps()) event.preventDefault();
    else if (reading && !reading.hidden) { openReading(false); $("b-reading").focus(); }
    else if (state.branch !== null || state.folded.size) showEverything();
    return;
  }
  if (event.target.closest("input, select, textarea")) return;
  if (state.step !== null && stepKey(event)) return;
  const act = state.keys && keyActs[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
}

function stepKey(event) {
  const isButton = event.target.closest("button, a, summary");
  if (["ArrowRight", "PageDown"].includes(event.key) || (event.key === " " && !isButton)) nextStep();
  else if (["ArrowLeft", "PageUp"].includes(event.key)) setStep(state.step - 1);
  else return false;
  event.preventDefault();
  return true;
}

const inPicture = (act) => () => { if (svg && state.view === "map") act(); };
const keyActs = {
  "/": () => $("find").focus(),
  "?": () => $("keys-help").showModal(),
  "+": inPicture(() => setZoom(zoom * 1.25)),
  "-": inPicture(() => setZoom(zoom / 1.25)),
  0: inPicture(() => setZoom(fitting())),
  b: () => { if (state.focus !== null) focusBranch(state.focus); },
  f: () => { if (state.focus !== null) fold(state.focus); },
  s: () => (state.step === null ? startSteps() : endSteps()),
};

function startKeyboard() {
  document.addEventListener("keydown", onKey);
  $("b-help").addEventListener("click", () => $("keys-help").showModal());
  if (!stage) return;
  stage.addEventListener("keydown", onPictureKey);
  stage.addEventListener("focusin", (event) => {
    const part = event.target.closest("[data-i]");
    if (!part) return;
    const index = Number(part.dataset.i);
    if (state.focus === null || seenAs(state.focus) !== index) lookAt(index);
    else paintFrames();
    bringIntoView(part);
  });
  stage.addEventListener("focusout", () => requestAnimationFrame(paintFrames));
  stage.addEventListener("click", (event) => {
    const part = event.target.closest("[data-i]");
    if (part && !stage.classList.contains("drag")) openDetails(Number(part.dataset.i), part);
  });
}
