// Step by step, for a class: the next claim or argument appears, perhaps covered at first.
let order = null;
let zoomBefore = 1;

// The order of the list; what has no drawing of its own comes with the box it is drawn in.
function stepOrder() {
  if (!order) {
    const seen = new Set();
    order = [];
    for (const index of data.order) {
      const shown = state.view === "map" && svg ? seenAs(index) : index;
      if (shown !== null && !seen.has(shown)) {
        seen.add(shown);
        order.push(shown);
      }
    }
  }
  return order;
}

function stepsShown() {
  if (state.step === null) return null;
  const shown = new Set(stepOrder().slice(0, state.step));
  if (state.view === "map" && svg) {
    for (const item of items) {
      const seen = seenAs(item.index);
      if (seen === null ? shown.has(item.home) : shown.has(seen)) shown.add(item.index);
      if (shown.has(item.index)) shown.add(item.home); // a cell brings its card along
    }
  }
  return shown;
}

function startSteps() {
  order = null;
  state.folded.clear();
  state.branch = null;
  document.documentElement.classList.add("projector");
  $("stepper").hidden = false;
  $("b-steps").setAttribute("aria-pressed", "true");
  zoomBefore = zoom;
  if (svg && state.view === "map") setZoom(Math.max(zoom, legible()));
  setStep(1);
  $("b-next").focus();
}

function endSteps() {
  if (state.step === null) return false;
  state.step = null;
  state.covered = false;
  document.documentElement.classList.remove("projector");
  $("stepper").hidden = true;
  $("b-steps").setAttribute("aria-pressed", "false");
  if (zoom !== zoomBefore) setZoom(zoomBefore);
  changed();
  $("b-steps").focus();
  return true;
}

function setStep(number) {
  const all = stepOrder().length;
  state.covered = $("cover").checked && number > (state.step ?? 0) && number > 1;
  state.step = Math.max(1, Math.min(all, number));
  const now = stepOrder()[state.step - 1];
  state.focus = now;
  openTo(now);
  if (rowOf(now) && state.view === "list") rowOf(now).open = true;
  changed();
  tellStep();
  if (state.view === "map" && svg) bringIntoView(partOf(now));
  else lineOf(now).scrollIntoView({ block: "nearest" });
  announce(`${say("stepOf", { n: state.step, all })}. ${state.covered ? say("covered") : describe(now)}`);
}

function tellStep() {
  if (state.step === null) return;
  $("step-of").textContent = say("stepOf", { n: state.step, all: stepOrder().length });
  $("b-back").disabled = state.step <= 1;
  $("b-next").disabled = state.step >= stepOrder().length && !state.covered;
}

function nextStep() {
  if (!state.covered) {
    if (state.step < stepOrder().length) setStep(state.step + 1);
    return;
  }
  state.covered = false;
  changed();
  tellStep();
  announce(describe(stepOrder()[state.step - 1]));
}

function startStepper() {
  $("b-steps").addEventListener("click", () => (state.step === null ? startSteps() : endSteps()));
  $("b-next").addEventListener("click", nextStep);
  $("b-back").addEventListener("click", () => setStep(state.step - 1));
  $("b-end").addEventListener("click", endSteps);
}
