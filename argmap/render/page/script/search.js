// Search in titles, texts, tags and ids.
const MOST_HITS = 40;
const plainWords = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const haystacks = items.map(({ id, title, text, tags, no }) => plainWords([id, title, text, ...tags, no].join("\n")));

function search(wanted) {
  const words = plainWords(wanted).split(/\s+/).filter(Boolean);
  state.hits = words.length ? items.map((item) => item.index).filter((each) => words.every((word) => haystacks[each].includes(word))) : null;
  showHits();
  if (svg) paintFrames();
}

function showHits() {
  const list = $("hits").firstElementChild;
  $("hits").hidden = state.hits === null;
  list.replaceChildren();
  if (state.hits === null) return;
  for (const index of state.hits.slice(0, MOST_HITS)) {
    const go = inMapLanguage(make("button", nameOf(index), { type: "button" }));
    go.addEventListener("click", () => { closeSearch(); goTo(index, { details: true }); });
    list.append(make("li", "", {}, [go]));
  }
  const told = state.hits.length ? say("found", { n: state.hits.length }) : say("nothingFound");
  list.prepend(make("li", told, { class: "hint" }));
  announce(told);
}

function closeSearch() {
  $("find").value = "";
  search("");
}

function startSearch() {
  $("find").addEventListener("input", () => search($("find").value));
  $("find").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && state.hits?.length) {
      const [first] = state.hits;
      closeSearch();
      goTo(first, { details: true });
    } else if (event.key === "Escape") closeSearch();
    else if (event.key === "ArrowDown") $("hits").querySelector("button")?.focus();
    else return;
    event.preventDefault();
  });
  $("hits").addEventListener("keydown", (event) => {
    const all = [...$("hits").querySelectorAll("button")];
    const at = all.indexOf(document.activeElement);
    if (event.key === "Escape") { closeSearch(); $("find").focus(); }
    else if (event.key === "ArrowDown") all[Math.min(at + 1, all.length - 1)]?.focus();
    else if (event.key === "ArrowUp") (at > 0 ? all[at - 1] : $("find")).focus();
    else return;
    event.preventDefault();
  });
}
