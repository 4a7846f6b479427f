"""A page to read in a browser, and the table that notebooks show."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from argmap.check.registry import rule_named
from argmap.check.report.markdown import html_of
from argmap.check.report.ranking import ranked, words_of_left_out
from argmap.wording import begins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.finding import Finding
    from argmap.check.result import Report

_WORDS = {"error": "Error", "warning": "Warning", "info": "Note"}
_SIGNS = {"error": "✕", "warning": "!", "info": "i"}

_STYLE = """
:root { color-scheme: light dark; --text: #1b1b1f; --page: #fff; --faint: #5a5a66; --line: #c9c9d2; --box: #f4f4f8;
  --error: #a3122a; --warning: #7a4b00; --info: #0b4f9c; }
@media (prefers-color-scheme: dark) {
  :root { --text: #ececf1; --page: #18181c; --faint: #b3b3c0; --line: #4a4a55; --box: #24242a;
    --error: #ff9aa8; --warning: #f0c36d; --info: #8ec5ff; } }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); max-width: 60rem;
  margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2rem; overflow-wrap: anywhere; }
h3, h4 { font-size: 1rem; margin: 0.8rem 0 0.2rem; }
ol { list-style: none; padding: 0; }
.finding { border: 1px solid var(--line); border-left: 0.4rem solid var(--tone); border-radius: 0.3rem;
  padding: 0.6rem 1rem; margin: 0.8rem 0; }
.error { --tone: var(--error); } .warning { --tone: var(--warning); } .info { --tone: var(--info); }
.kind { color: var(--tone); font-weight: 700; } .place, .rule { color: var(--faint); }
p { margin: 0.3rem 0; } pre { background: var(--box); padding: 0.5rem 0.8rem; border-radius: 0.3rem;
  white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: none; color: inherit; border-bottom: 0.15rem solid var(--tone); font-weight: 700; }
summary { cursor: pointer; } summary:focus-visible { outline: 2px solid var(--info); outline-offset: 2px; }
@media print { details > * { display: block; } .finding { break-inside: avoid; } }
"""


def write(report: Report) -> Iterator[str]:
    """Yield the lines of a page that stands alone, needs no network and runs no script."""
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield (
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
    )
    yield "<title>What argmap found</title>"
    yield f"<style>{_STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"
    yield "<h1>What argmap found</h1>"
    said = report.summary()
    yield f"<p>{escape(begins(said))}.</p>"
    for each in report.files:
        yield f"<h2>{escape(each.name)}</h2>"
        if not each.findings:
            yield "<p>Nothing found.</p>"
            continue
        shown, hidden = ranked(each.findings)
        yield "<ol>"
        for finding in shown:
            yield from _item(finding)
        yield "</ol>"
        if hidden:
            yield f"<p>{words_of_left_out(hidden)}</p>"
    yield "</main>"
    yield "</body>"
    yield "</html>"


def fragment(report: Report) -> str:
    """Return the findings as an HTML table, without a page round it, as a notebook shows it."""
    # Notebooks set tables to the right, if nobody says otherwise.
    left = ' style="text-align: left"'
    rows: list[str] = []
    left_out = 0
    for each in report.files:
        shown, hidden = ranked(each.findings)
        left_out += hidden
        for finding in shown:
            place, rule = escape(str(finding.place or each.name)), f"{finding.code} {escape(finding.name)}"
            cells = (place, _WORDS[finding.severity], rule, escape(finding.message))
            rows.append(f"<tr>{''.join(f'<td{left}>{said}</td>' for said in cells)}</tr>")
    said = report.summary()
    caption = f"<p>{escape(begins(said))}.</p>"
    if not rows:
        return caption
    head = "".join(f"<th{left}>{title}</th>" for title in ("Place", "Severity", "Rule", "Finding"))
    table = f"{caption}<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    return table + (f"<p>{words_of_left_out(left_out)}</p>" if left_out else "")


def _item(finding: Finding) -> Iterator[str]:
    kind, place = str(finding.severity), finding.place
    yield f'<li class="finding {kind}">'
    where = f' <span class="place">line {place.line}, column {place.column}</span>' if place else ""
    yield f'<p><span class="kind"><span aria-hidden="true">{_SIGNS[kind]} </span>{_WORDS[kind]}</span>{where}</p>'
    yield f"<p>{escape(finding.message)}</p>"
    yield from _excerpt(finding)
    for span, words in finding.related:
        if finding.source is not None:
            there = finding.source.place(span.start)
            yield f'<p class="place">Line {there.line}: {escape(words)}</p>'
    if finding.fix is not None:
        how = "safe" if finding.fix.is_safe else "to be looked at afterwards"
        yield f"<p>A fix: {escape(finding.fix.title)} ({how}).</p>"
    rule = rule_named(finding.code)
    yield f'<details><summary class="rule">{rule.code} {escape(finding.name)}: {escape(rule.summary)}</summary>'
    yield html_of(rule.page.partition("\n")[2], level=3)
    yield "</details>"
    yield "</li>"


def _excerpt(finding: Finding) -> Iterator[str]:
    source, span = finding.source, finding.span
    if source is None or span is None:
        return
    line, column = source.line(span.start), source.place(span.start).column - 1
    if line.strip():
        end = min(len(line), column + max(1, span.end - span.start))
        before, meant, behind = (escape(part) for part in (line[:column], line[column:end], line[end:]))
        yield f"<pre>{before}<mark>{meant}</mark>{behind}</pre>"
