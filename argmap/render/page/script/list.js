// The list: lines that open, and what can be done with each.
const lineByItem = new Map();

const lineOf = (index) => lineByItem.get(index);
const rowOf = (index) => lineOf(index)?.querySelector(":scope > details");

function startList() {
  for (const line of $("tree").querySelectorAll("li[data-i]")) {
    const index = Number(line.dataset.i);
    lineByItem.set(index, line);
    const leaf = line.querySelector(":scope > .leaf");
    if (leaf) leaf.replaceWith(make("details", "", {}, [make("summary", "", {}, [...leaf.childNodes])]));
    rowOf(index).open = false;
  }
  $("tree").addEventListener("toggle", (event) => { if (event.target.open) addActs(event.target); }, true);
  $("tree").addEventListener("click", (event) => {
    const summary = event.target.closest("summary");
    if (summary) lookAt(Number(summary.closest("li").dataset.i));
  });
  for (const [id, isOpen] of [["b-openAll", true], ["b-closeAll", false]]) {
    $(id).hidden = false;
    $(id).addEventListener("click", () => { for (const each of $("tree").querySelectorAll("details")) each.open = isOpen; });
  }
  for (const index of data.tops.filter((each) => items[each].thesis).slice(0, 12)) rowOf(index).open = true;
}

function addActs(row) {
  if (row.querySelector(":scope > .more > .acts")) return;
  const index = Number(row.parentElement.dataset.i);
  let more = row.querySelector(":scope > .more");
  if (!more) {
    more = make("div", "", { class: "more" });
    row.querySelector(":scope > summary").after(more);
  }
  const acts = make("div", "", { class: "acts" });
  acts.append(actButton("details", () => openDetails(index, acts.firstChild)));
  if (stage) acts.append(actButton("onMap", () => goOnMap(index)));
  more.append(acts);
}

function actButton(key, act, given) {
  const made = make("button", "", { type: "button" }, [wordOf(key, given)]);
  made.addEventListener("click", act);
  return made;
}

// Words of the page, which are put into another language when one is chosen.
function wordOf(key, given = {}) {
  const made = make("span", say(key, given), { "data-w": key });
  for (const [name, value] of Object.entries(given)) made.dataset[name] = value;
  return made;
}

function openTo(index) {
  for (let row = lineOf(index).parentElement.closest("details"); row; row = row.parentElement.closest("details")) {
    row.open = true;
    addActs(row); // now, not when the browser tells that it is open: what is below would move once more
  }
}

function openForPrint() {
  const closed = [...$("tree").querySelectorAll("details:not([open])")];
  for (const row of closed) row.open = true;
  window.addEventListener("afterprint", () => { for (const row of closed) row.open = false; }, { once: true });
}
