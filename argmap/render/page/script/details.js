// The panel with all that is known of one claim or argument.
let cameFrom = null; // what had the focus before the panel

function openDetails(index, from = document.activeElement) {
  lookAt(index);
  cameFrom = from;
  fillDetails(index);
  $("details").hidden = false;
  layOut();
  $("details").focus({ preventScroll: true });
  $("details").scrollTop = 0;
  $("aside").scrollTop = 0; // on a phone both panels are in one
  markPassages(index);
}

function closeDetails() {
  if ($("details").hidden) return false;
  const hadFocus = $("details").contains(document.activeElement);
  $("details").hidden = true;
  layOut();
  if (hadFocus) (cameFrom?.isConnected ? cameFrom : partOf(state.focus) ?? $("list")).focus();
  return true;
}

function layOut() {
  const isOpen = !$("details").hidden || Boolean(reading && !reading.hidden);
  document.documentElement.classList.toggle("aside-open", isOpen);
  // There is less room for the picture now.
  if (isOpen && svg && state.view === "map" && state.focus !== null && partOf(state.focus)) bringIntoView(partOf(state.focus));
}

function fillDetails(index) {
  const item = items[index];
  const kind = make("p", "", { class: "rule" }, [wordOf(item.thesis ? "thesis" : item.kind)]);
  if (item.id !== item.title) kind.append(` ${item.id}`);
  const told = [inMapLanguage(make("h3", item.title || item.text || item.id)), kind];
  if (item.title && item.text) told.push(inMapLanguage(make("p", item.text)));
  told.push(facts(item), ...findingsOf(item), ...relationsOf(item), ...citesOf(item), ...questionsOf(item), acts(index));
  $("details-body").replaceChildren(...told.filter(Boolean));
  markPassages(index);
}

function facts(item) {
  const rows = [
    ["side", sideWords(item.side)],
    ["status", item.status && statusWord(item.status)],
    ["strength", item.strength === undefined ? "" : String(item.strength)],
    ["values", item.values.join(", ")],
    ["tags", item.tags.join(", ")],
    ["rule", item.rules.join(", ")],
    ["scheme", item.rules.some((rule) => plainWords(rule) === plainWords(item.scheme)) ? "" : item.scheme],
    ["section", item.section],
  ].filter(([, value]) => value);
  return make("dl", "", {}, rows.flatMap(([key, value]) => [make("dt", "", {}, [wordOf(key)]), inMapLanguage(make("dd", value))]));
}

// What `argmap check` says of it, in English, whatever the page speaks.
function findingsOf(item) {
  const rows = item.findings.map(({ severity, message, rule }) => make("li", "", {}, [
    make("b", "", { class: severity }, [wordOf(severity), wordOf("colon")]), " ",
    make("span", rule ? `${message} (${rule})` : message, { lang: "en" }),
  ]));
  return rows.length ? [make("h4", "", {}, [wordOf("findings")]), make("ul", "", { id: "findings" }, rows)] : [];
}

function relationsOf(item) {
  const groups = new Map();
  const add = (key, other) => groups.set(key, [...(groups.get(key) ?? []), other]);
  for (const [kind, other] of item.up) if (!SYMMETRIC.has(kind)) add(`to-${kind}`, other);
  for (const [kind, other] of item.down) add(`by-${kind}`, other);
  return [...groups].flatMap(([key, others]) => [
    make("h4", "", {}, [wordOf(key)]),
    make("ul", "", {}, others.map((other) => make("li", "", {}, [referTo(other)]))),
  ]);
}

function referTo(index) {
  const made = inMapLanguage(make("button", nameOf(index), { type: "button", class: "ref" }));
  made.addEventListener("click", () => { goTo(index, { quiet: true }); openDetails(index, cameFrom); });
  return made;
}

function citesOf(item) {
  if (!item.cites.length) return [];
  const quotes = item.cites.map((cite) => {
    const told = [];
    if (cite.quote) told.push(inMapLanguage(make("q", cite.quote)), " ");
    told.push(inMapLanguage(make("cite", cite.source)));
    if (cite.passage !== undefined && cite.passage !== null) {
      told.push(" ", actButton("inReading", () => showPassage(cite.passage)));
      if (!cite.exact) told.push(" ", wordOf("near"));
    } else if (cite.sought) told.push(" – ", wordOf("notFound"));
    return make("blockquote", "", {}, told);
  });
  return [make("h4", "", {}, [wordOf("citations")]), ...quotes];
}

// Questions that the map asks itself. The critical questions of a scheme have their place here, too: in `questions`.
function questionsOf(item) {
  const rows = item.questions.map((question) => inMapLanguage(make("li", question)));
  if (item.open) rows.push(make("li", "", {}, [wordOf("unanswered")]));
  for (const [, other] of item.down) {
    if (items[other].open) rows.push(make("li", "", {}, [wordOf("unansweredShort"), wordOf("colon"), " ", referTo(other)]));
  }
  return rows.length ? [make("h4", "", {}, [wordOf("openQuestions")]), make("ul", "", { id: "questions" }, rows)] : [];
}

function acts(index) {
  const made = make("div", "", { class: "acts" });
  if (stage && state.view === "list") made.append(actButton("onMap", () => goOnMap(index)));
  if (state.view === "map") made.append(actButton("inList", () => goInList(index)));
  if (items[index].down.length) made.append(actButton("focusBranch", () => focusBranch(index)));
  if (canFold(index)) {
    const key = state.folded.has(index) ? "unfold" : "fold";
    made.append(actButton(key, () => { fold(index); fillDetails(index); $("details").focus({ preventScroll: true }); }));
  }
  made.append(make("a", "", { href: location.href.split("#")[0] + linkTo(index) }, [wordOf("link")]));
  return made;
}

function startDetails() {
  $("b-close").addEventListener("click", closeDetails);
}
