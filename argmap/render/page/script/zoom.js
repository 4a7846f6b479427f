// Zoom by buttons, keys, wheel and pinch; the picture is moved by scrolling, buttons or dragging.
const LEAST = 0.08;
const MOST = 4;
const FAR = 18; // pixels
let zoom = 1;

function natural() {
  const { width, height } = svg.viewBox.baseVal;
  return { width: width * 4 / 3, height: height * 4 / 3 }; // points to pixels
}

function setZoom(wanted, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
  const before = zoom;
  zoom = Math.min(MOST, Math.max(LEAST, wanted));
  const { width, height } = natural();
  const left = (stage.scrollLeft + x) * zoom / before - x;
  const top = (stage.scrollTop + y) * zoom / before - y;
  svg.style.width = `${Math.round(width * zoom)}px`;
  svg.style.height = `${Math.round(height * zoom)}px`;
  stage.scrollTo(left, top);
  $("b-zoomIn").disabled = zoom >= MOST;
  $("b-zoomOut").disabled = zoom <= LEAST;
}

function fitting() {
  const { width, height } = natural();
  return Math.min((stage.clientWidth - 8) / width, (stage.clientHeight - 8) / height, 1.4);
}

// The zoom at which the words in the boxes can be read from the back of a room.
function legible() {
  const words = [...(partOf(data.tops[0] ?? 0)?.querySelectorAll("text") ?? [])].at(-1);
  return words ? FAR / (parseFloat(words.getAttribute("font-size")) * 4 / 3) : 1;
}

// A map that fits is shown whole; of a larger one, a legible part with a main claim in it.
function firstSight() {
  const fit = fitting();
  setZoom(fit >= 0.55 ? fit : Math.max(fit, 0.72));
  const part = partOf(state.focus ?? data.tops[0] ?? 0);
  if (!part || fit >= 0.55) return;
  const box = part.getBoundingClientRect();
  const room = stage.getBoundingClientRect();
  bringIntoView(part);
  stage.scrollBy(0, (part.getBoundingClientRect().top + box.height / 2) - (room.top + room.height / 2));
}

function bringIntoView(part) {
  const box = part.getBoundingClientRect();
  const room = stage.getBoundingClientRect();
  const margin = 24;
  const shift = (low, high, from, to) => {
    if (high - low > to - from - 2 * margin) return low - from - margin;
    if (low < from + margin) return low - from - margin;
    return high > to - margin ? high - to + margin : 0;
  };
  stage.scrollBy(shift(box.left, box.right, room.left, room.right), shift(box.top, box.bottom, room.top, room.bottom));
}

function move(x, y) {
  stage.scrollBy({ left: x * stage.clientWidth / 3, top: y * stage.clientHeight / 3 });
}

function startZoom() {
  const on = (id, act) => $(id).addEventListener("click", act);
  on("b-zoomIn", () => setZoom(zoom * 1.25));
  on("b-zoomOut", () => setZoom(zoom / 1.25));
  on("b-fit", () => setZoom(fitting()));
  on("b-actual", () => setZoom(1));
  on("b-moveLeft", () => move(-1, 0));
  on("b-moveRight", () => move(1, 0));
  on("b-moveUp", () => move(0, -1));
  on("b-moveDown", () => move(0, 1));
  stage.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const room = stage.getBoundingClientRect();
    setZoom(zoom * Math.exp(-event.deltaY / 300), event.clientX - room.left, event.clientY - room.top);
  }, { passive: false });
  startDragging();
  startPinching();
}

function startDragging() {
  let from = null;
  stage.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button === 0 && event.offsetX < stage.clientWidth * 2) {
      from = { x: event.clientX, y: event.clientY, left: stage.scrollLeft, top: stage.scrollTop };
    }
  });
  window.addEventListener("pointermove", (event) => {
    if (!from) return;
    const x = event.clientX - from.x;
    const y = event.clientY - from.y;
    if (Math.hypot(x, y) > 5) stage.classList.add("drag");
    if (stage.classList.contains("drag")) stage.scrollTo(from.left - x, from.top - y);
  });
  window.addEventListener("pointerup", () => {
    from = null;
    setTimeout(() => stage.classList.remove("drag")); // after the click that ends it, which is none
  });
}

function startPinching() {
  let before = 0;
  const span = ([one, other]) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  stage.addEventListener("touchstart", (event) => {
    before = event.touches.length === 2 ? span(event.touches) : 0;
  }, { passive: true });
  stage.addEventListener("touchmove", (event) => {
    if (!before || event.touches.length !== 2) return;
    if (event.cancelable) event.preventDefault();
    const now = span(event.touches);
    const room = stage.getBoundingClientRect();
    const [one, other] = event.touches;
    setZoom(zoom * now / before, (one.clientX + other.clientX) / 2 - room.left, (one.clientY + other.clientY) / 2 - room.top);
    before = now;
  }, { passive: false });
}
