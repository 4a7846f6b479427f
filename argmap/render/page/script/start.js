// The page is whole without this script; now it comes to life.
function start() {
  document.documentElement.classList.add("js");
  $("bar").hidden = false;
  startList();
  startSettings();
  if (stage) {
    $("zoom").hidden = false;
    startZoom();
    startLayouts();
  }
  startSearch();
  startFilter();
  startReading();
  startDetails();
  startBranches();
  startStepper();
  startKeyboard();
  startLinks();
  const narrow = window.matchMedia("(max-width: 600px)").matches;
  const view = kept("view") ?? (narrow ? "list" : "map");
  measureBar();
  if (stage) readPicture(whole);
  setView(["map", "list"].includes(view) ? view : "map");
  window.addEventListener("beforeprint", openForPrint);
  new ResizeObserver(measureBar).observe($("bar"));
  followLink();
}

start();
