// Filters: what has none of the chosen sides, tags or statuses is dimmed in the picture and left out of the list.
const OPEN = "unansweredShort";
const qualities = {
  side: (item) => (item.side ? [item.side] : []),
  tag: (item) => item.tags,
  status: (item) => [...(item.status ? [item.status] : []), ...(item.open ? [OPEN] : [])],
};

function isFiltering() {
  return Object.values(state.filters).some((chosen) => chosen.size);
}

function fits(index) {
  return Object.entries(state.filters).every(
    ([name, chosen]) => !chosen.size || qualities[name](items[index]).some((each) => chosen.has(each)));
}

function startFilter() {
  const box = $("filter");
  for (const [name, of] of Object.entries(qualities)) {
    const all = [...new Set(items.flatMap(of))];
    if (!all.length) continue;
    const ticks = all.map((value) => {
      const tick = make("input", "", { type: "checkbox", "data-quality": name });
      tick.value = value;
      tick.addEventListener("change", () => {
        state.filters[name][tick.checked ? "add" : "delete"](value);
        changed();
        announce(say("fits", { n: items.filter((item) => fits(item.index)).length, all: items.length }));
      });
      const isWord = name === "status" && Object.hasOwn(data.words.en, value);
      return make("label", "", { class: "tick" }, [tick, isWord ? wordOf(value) : inMapLanguage(make("span", name === "side" ? sideWords(value) : value))]);
    });
    box.append(make("fieldset", "", {}, [make("legend", "", {}, [wordOf(name)]), ...ticks]));
  }
  if (!box.children.length) $("b-filter").hidden = true;
  else box.append(actButton("filterNone", () => { clearFilters(); changed(); }));
}

function clearFilters() {
  for (const chosen of Object.values(state.filters)) chosen.clear();
  tickFilters();
}

function tickFilters() {
  for (const tick of $("filter").querySelectorAll("input")) tick.checked = state.filters[tick.dataset.quality].has(tick.value);
}

function isFilter(name, value) {
  return [...$("filter").querySelectorAll("input")].some((tick) => tick.dataset.quality === name && tick.value === value);
}
