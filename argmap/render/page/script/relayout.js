// Where Graphviz is in the page, what is folded away or left out of a branch leaves no holes: the rest is laid out anew.
let laidOut = "";
let layingOut = null;

function keptItems() {
  const there = unfolded();
  const branch = state.branch === null ? null : below(state.branch);
  const kept = items.map((item) => item.index).filter((index) => there.has(index) && (!branch || branch.has(index)));
  return new Set(kept.flatMap((index) => [index, items[index].home]));
}

async function layOutAnew() {
  if (!data.relayout || !svg || layingOut) return;
  const kept = keptItems();
  const wanted = kept.size === items.length ? "" : [...kept].sort((one, other) => one - other).join();
  if (wanted === laidOut) return;
  laidOut = wanted;
  layingOut = wanted === "" ? Promise.resolve(whole) : drawAnew(kept);
  const hadFocus = stage.contains(document.activeElement);
  state.layout = "";
  if ($("show")) $("show").value = "";
  putPicture(await layingOut);
  layingOut = null;
  paint();
  if (hadFocus && state.focus !== null) partOf(state.focus)?.focus({ preventScroll: true });
  stage.dispatchEvent(new CustomEvent("laid-out"));
  await layOutAnew(); // what was chosen in the meantime
}

async function drawAnew(kept) {
  const { head, pieces, nodes, edges, cells } = data.relayout;
  const isKept = (node) => nodes[node] === null || kept.has(nodes[node]);
  const dot = head + pieces.filter(([, named]) => named.every(isKept)).map(([text]) => text).join("") + "}";
  const graphviz = await globalThis.argmapGraphviz.load();
  const text = graphviz.layout(dot, "svg", "dot");
  const made = cleanSvg(text.slice(text.indexOf("<svg")));
  const [, , width, height] = made.getAttribute("viewBox").split(" ").map(Number);
  made.setAttribute("class", width > height ? "argmap wide" : "argmap");
  for (const part of made.querySelectorAll("g[id]")) {
    const [, sort, number] = /^(?:a_)?([ne])(\d+)$/.exec(part.id) ?? [];
    if (sort === "n" && nodes[number] !== null && nodes[number] !== undefined) part.dataset.i = nodes[number];
    for (const cell of sort === "n" ? part.querySelectorAll('g[id^="a_"]') : []) {
      const claim = cells[number]?.[cell.id.slice(2)];
      if (claim !== undefined) cell.dataset.i = claim;
    }
    if (sort === "e" && edges[number]) [part.dataset.from, part.dataset.to] = edges[number];
    if (sort) part.setAttribute("class", sort === "n" ? "node" : "edge");
    part.removeAttribute("id");
  }
  const fonts = getComputedStyle(document.documentElement).getPropertyValue("--font");
  for (const text of made.querySelectorAll("text[font-family]")) { // where none of its width is, that of the page is
    text.setAttribute("font-family", `${text.getAttribute("font-family")}, Helvetica, "Liberation Sans", ${fonts}`);
  }
  for (const title of made.querySelectorAll("title")) title.remove();
  made.setAttribute("aria-label", document.querySelector("h1").textContent);
  return made;
}
