"""`argmap version`: what is installed."""

from __future__ import annotations

import json

import click

from argmap.cli.version_facts import version_facts, version_lines


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the same for a program.")
def version(as_json: bool) -> None:
    """Show the versions of argmap, Python and the layout engines."""
    click.echo(json.dumps(version_facts(), indent=2) if as_json else "\n".join(version_lines()))
