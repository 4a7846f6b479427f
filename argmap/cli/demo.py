"""`argmap demo`: the debate that comes with argmap, drawn; and what to try next."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.inputs import ARGUMENT
from argmap.cli.outputs import STDOUT, write_stdout
from argmap.errors import WriteError
from argmap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap

_NAME = "open_vs_closed"
_EXAMPLE = """\
[Uniforms]: Pupils at our school should wear uniforms. {side: for}
  + <Equality>: A uniform hides who has money and who has not. {side: for}
  - <Expression>: Clothes are a way to show who you are. {side: against}
    _ <Other ways>: There are better ways to show it.

<Equality>

(1) Expensive clothes set pupils apart.
(2) A uniform makes clothes the same for all.
-- what sets pupils apart should go --
(3) [Uniforms]
"""


@click.command()
@click.option(
    "-o",
    "--output",
    "out",
    metavar="OUT",
    type=ARGUMENT,
    default=f"{_NAME}.svg",
    show_default=True,
    help="The picture; - for standard output.",
)
@click.option(
    "--text",
    "with_text",
    is_flag=True,
    help=f"Also write the text of the debate, to read and to change, and the reading that it quotes: "
    f"{_NAME}.argdown, {_NAME}.md.",
)
def demo(out: str, with_text: bool) -> None:
    """Draw a whole debate: should powerful AI models be open or closed?

    Writes the picture open_vs_closed.svg into the current folder, and says what is in it and what to try next.
    """
    from argmap.datasets import open_vs_closed, path
    from argmap.files.atomic import write_atomically
    from argmap.render import draw

    m = open_vs_closed()
    picture = draw(m, "svg")
    if out == STDOUT:
        write_stdout(picture)
        return
    target = Path(out, f"{_NAME}.svg") if Path(out).is_dir() else Path(out)
    text = target.with_name(f"{_NAME}.argdown") if with_text else None
    if text is not None:
        given = path(_NAME)
        _write_texts({text.with_suffix(end): given.with_suffix(end).read_bytes() for end in (".argdown", ".md")})
    write_atomically(target, picture)
    for line in _summary(m, target, len(picture), text):
        click.echo(line)


def _write_texts(texts: dict[Path, bytes]) -> None:
    from argmap.files.atomic import write_atomically

    for target, given in texts.items():
        if target.exists() and target.read_bytes() != given:
            raise WriteError(
                f"{str(target)!r} is there already, and not as it comes with argmap; move it out of the way."
            )
    for target, given in texts.items():
        write_atomically(target, given)


def _summary(m: ArgumentMap, picture: Path, size: int, text: Path | None) -> Iterator[str]:
    """Yield what was drawn, where it is, and what to try next."""
    argmap = click.style(_command(), fg="cyan")
    yield click.style(m.title, bold=True)
    yield ""
    yield from _contents(m)
    yield ""
    yield f"The picture is in {click.style(str(picture), bold=True)} ({size / 1000:.0f} kB). Open it in a web browser."
    yield ""
    yield "What to try next"
    yield ""
    if text is None:
        yield "  See the text it was drawn from, and change it:"
        yield f"    {argmap} demo --text"
    else:
        yield f"  Change the text it was drawn from, {text}, and draw it again:"
        yield f"    {argmap} render {text}"
        yield f"  See it in a browser beside the reading that it quotes, {text.with_suffix('.md')}:"
        yield f"    {argmap} render {text} -o {text.with_suffix('.html')}"
        yield "  Read it as an outline:"
        yield f"    {argmap} show {text}"
    yield ""
    yield "  Write a debate of your own. Put these lines into a file called uniforms.argdown:"
    yield ""
    # At the margin, so that they can be copied as they are.
    yield from _EXAMPLE.splitlines()
    yield ""
    yield "  Then draw it:"
    yield f"    {argmap} render uniforms.argdown"
    yield "  See which claims stand, and why:"
    yield f"    {argmap} evaluate uniforms.argdown"
    yield f"    {argmap} why uniforms.argdown Uniforms"
    yield ""
    yield f"  See what else there is: {argmap} --help"


def _contents(m: ArgumentMap) -> Iterator[str]:
    spelt_out = sum(argument.is_reconstructed for argument in m.arguments)
    kinds = Counter(relation.kind for relation in m.relations)
    yield (
        f"  {counted(len(m.claims), 'claim')}, and {counted(len(m.arguments), 'argument')}: {spelt_out} with all their "
        f"premises, {len(m.arguments) - spelt_out} in short"
    )
    yield "  " + ", ".join(counted(number, _WORDS.get(kind, kind)) for kind, number in kinds.most_common())
    titles = m.side_titles
    used = Counter(record.side for record in m)
    for side in m.sides:
        yield f"  {side:8} {used[side]:>3} claims and arguments: {titles[side]}"
    yield f"  neither  {used[None]:>3} claims and arguments"


_WORDS = {"contradictory": "contradiction", "contrary": "contrary pair", "entails": "entailment"}


def _command() -> str:
    """Return what to type for argmap: `uv run` puts it on the path only for the one command."""
    return "uv run argmap" if os.environ.get("UV_RUN_RECURSION_DEPTH") else "argmap"
