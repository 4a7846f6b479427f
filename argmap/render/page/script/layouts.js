// The pictures that were made beforehand, for depths, sides and sections.
const ALLOWED = new Set(["svg", "g", "path", "polygon", "polyline", "ellipse", "text", "title", "desc"]);

async function inflate(packed) {
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}

// Text becomes a picture only through a list of what is harmless; of a link, what is inside it is kept.
function cleanSvg(text) {
  const made = new DOMParser().parseFromString(text, "text/html").querySelector("svg");
  for (const part of [...made.querySelectorAll("*"), made].reverse()) {
    if (part.localName === "a") part.replaceWith(...part.childNodes);
    else if (!ALLOWED.has(part.localName)) part.remove();
    for (const { name } of [...part.attributes]) {
      if (/^on|href|^style$/i.test(name)) part.removeAttribute(name);
    }
  }
  return document.importNode(made, true);
}

function putPicture(made) {
  svg.replaceWith(made);
  readPicture(made);
  firstSight();
}

async function showLayout(choice) {
  state.layout = choice;
  $("show").value = choice;
  putPicture(choice === "" ? whole : cleanSvg(await inflate(data.layouts[Number(choice)])));
  changed();
  announce($("show").selectedOptions[0].textContent);
}

function startLayouts() {
  if (!$("show")) return;
  if (typeof DecompressionStream === "undefined") $("show").parentElement.hidden = true;
  $("show").addEventListener("change", (event) => showLayout(event.target.value));
}
