// The reading beside the map: passages lead to what quotes them, and back.
const reading = $("reading");

function openReading(isOpen) {
  if (!reading) return;
  reading.hidden = !isOpen;
  $("b-reading").setAttribute("aria-expanded", String(isOpen));
  layOut();
}

function showPassage(number) {
  openReading(true);
  for (const each of reading.querySelectorAll("mark.now")) each.classList.remove("now");
  const all = [...reading.querySelectorAll("mark")].filter((each) => each.dataset.p.split(" ").includes(String(number)));
  for (const each of all) each.classList.add("now");
  const first = all[0]?.querySelector("a");
  if (!first) return;
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: "center" });
}

function markPassages(index) {
  if (!reading) return;
  const passages = new Set(items[index].cites.map((cite) => String(cite.passage)));
  for (const each of reading.querySelectorAll("mark")) each.classList.toggle("now", each.dataset.p.split(" ").some((p) => passages.has(p)));
  const first = reading.querySelector("mark.now");
  if (first) reading.scrollTop += first.getBoundingClientRect().top - reading.getBoundingClientRect().top - reading.clientHeight / 3;
}

function startReading() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-go], a[data-passage]");
    if (!link) return;
    event.preventDefault();
    if (link.dataset.passage) showPassage(link.dataset.passage);
    else goTo(Number(link.dataset.go), { details: Boolean(link.closest("#reading")) });
  });
  if (!reading) return;
  $("b-closeReading").hidden = false;
  $("b-closeReading").addEventListener("click", () => { openReading(false); $("b-reading").focus(); });
  $("b-reading").addEventListener("click", () => {
    openReading(reading.hidden);
    if (!reading.hidden) reading.focus({ preventScroll: true });
  });
  openReading(false);
}
