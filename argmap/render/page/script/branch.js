// Branches: what bears on a claim or argument, directly or through others; to look at alone, or to fold away.
function below(index) {
  const found = new Set([index]);
  for (const each of found) {
    for (const [kind, other] of items[each].down) {
      if (!SYMMETRIC.has(kind) || !items[other].thesis) found.add(other);
    }
  }
  return found;
}

// What is in sight: what one gets to from the main claims without passing a fold. A folded card keeps its premises.
function unfolded() {
  const found = new Set(data.tops);
  for (const each of found) {
    for (const [, other] of items[each].down) {
      if (!isFolded(each) || items[other].home === each) found.add(other);
    }
  }
  return found;
}

function isFolded(index) {
  return state.folded.has(index) || (items[index].home !== index && state.folded.has(items[index].home));
}

function canFold(index) {
  return [...below(index)].some((each) => each !== index && items[each].home !== index);
}

function fold(index) {
  if (state.folded.has(index)) state.folded.delete(index);
  else if (canFold(index)) state.folded.add(index);
  const row = rowOf(index);
  if (row) row.open = !state.folded.has(index);
  changed();
  const hidden = items.length - unfolded().size;
  announce(hidden ? say("foldedNow", { n: hidden }) : say("everything"));
}

function focusBranch(index) {
  state.branch = state.branch === index ? null : index;
  changed();
  announce(state.branch === null ? say("everything") : say("branchOf", { x: nameOf(index) }));
}

function showEverything() {
  state.branch = null;
  state.folded.clear();
  clearFilters();
  changed();
  announce(say("everything"));
}

function startBranches() {
  $("b-everything").addEventListener("click", showEverything);
}
