// Views, light, language, and the panels of the bar.
function setView(view, isKept = false) {
  state.view = stage ? view : "list";
  order = null;
  if (stage) {
    $("map").hidden = state.view !== "map";
    $("b-map").setAttribute("aria-pressed", String(state.view === "map"));
    $("b-list").setAttribute("aria-pressed", String(state.view === "list"));
  }
  if (isKept) keep("view", view);
  if (svg && state.view === "map" && !svg.style.width) firstSight();
}

function setLight(light) {
  document.documentElement.dataset.light = light;
  $("light").value = light;
  keep("light", light);
}

function setLanguage(code) {
  tongue = code;
  document.documentElement.lang = code;
  $("language").value = code;
  for (const each of document.querySelectorAll("[data-w]")) each.textContent = say(each.dataset.w, each.dataset);
  for (const each of document.querySelectorAll("[data-wl]")) {
    each.setAttribute("aria-label", say(each.dataset.wl));
    if (each.title) each.title = say(each.dataset.wl);
  }
  for (const each of document.querySelectorAll("[data-wp]")) each.placeholder = say(each.dataset.wp);
  if (svg) nameParts();
  tellStep();
  paint();
}

// Buttons that open a panel of the bar; one panel is open at a time.
function startPops() {
  for (const id of ["filter", "settings"]) {
    $(`b-${id}`).addEventListener("click", () => {
      const isOpen = $(id).hidden;
      closePops();
      $(id).hidden = !isOpen;
      $(`b-${id}`).setAttribute("aria-expanded", String(isOpen));
      measureBar();
    });
  }
  $("b-tools").addEventListener("click", () => {
    const isOpen = $("tools").classList.toggle("shown");
    $("b-tools").setAttribute("aria-expanded", String(isOpen));
    measureBar();
  });
}

function closePops() {
  let closed = false;
  for (const id of ["filter", "settings"]) {
    if ($(id).hidden) continue;
    $(id).hidden = true;
    $(`b-${id}`).setAttribute("aria-expanded", "false");
    $(`b-${id}`).focus();
    closed = true;
  }
  measureBar();
  return closed;
}

function startSettings() {
  startPops();
  if (stage) {
    $("b-map").addEventListener("click", () => { setView("map", true); changed(); });
    $("b-list").addEventListener("click", () => { setView("list", true); changed(); });
  }
  $("light").addEventListener("change", (event) => setLight(event.target.value));
  $("language").addEventListener("change", (event) => { setLanguage(event.target.value); keep("language", tongue); });
  $("keys").addEventListener("change", (event) => {
    state.keys = event.target.checked;
    keep("keys", state.keys ? "on" : "off");
  });
  state.keys = kept("keys") !== "off";
  $("keys").checked = state.keys;
  $("light").value = document.documentElement.dataset.light ?? "auto"; // a dark theme begins dark
  if (["auto", "light", "dark"].includes(kept("light"))) setLight(kept("light"));
  if (kept("language") !== null && kept("language") !== tongue && Object.hasOwn(data.words, kept("language"))) setLanguage(kept("language"));
}
