"""Arguing: reasons for and against, in one call each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict, Unpack, overload

from argmap.errors import ModelError
from argmap.model.building import Building
from argmap.model.records import Argument, Claim, Relation, RelationKind, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Node = Claim | Argument


class ArgumentOptions(TypedDict, total=False):
    """What `support`, `rebut` and `undercut` pass on to `ArgumentMap.argument`."""

    text: str
    title: str | None
    id: str | None
    rules: str | Iterable[str]
    side: str | None
    scheme: str | None
    tags: str | Iterable[str]
    section: str | Section | None
    data: Mapping[str, Any] | None


class Arguing(Building):
    """The calls that give reasons; a base of `ArgumentMap`, not used by itself."""

    @overload
    def support(self, sources: Argument, target: str | Node) -> Relation: ...
    @overload
    def support(
        self, sources: str | Claim | Iterable[str | Claim], target: str | Node, **options: Unpack[ArgumentOptions]
    ) -> Argument: ...
    def support(
        self,
        sources: str | Node | Iterable[str | Claim],
        target: str | Node,
        **options: Unpack[ArgumentOptions],
    ) -> Argument | Relation:
        """Give reasons for a claim or an argument.

        Reasons that need each other are given in one call (linked), reasons that stand alone in several
        (convergent). For a claim they become a reconstructed argument with the claim as its conclusion. For an
        argument they become a sketched one that they support and that supports the target. A source that is an
        argument gives just the relation.

        Args:
            sources: One or several claims; a string that is the id of a claim is that claim, any other string
                becomes a new claim. Or an argument.
            target: What they speak for: a record or an id.
            **options: ``title``, ``text``, ``id``, ``rules``, ``side``, ``scheme``, ``tags``, ``section`` and
                ``data`` of the new argument, as for `argument`; ``rules`` only where it is reconstructed.

        Returns:
            The new argument; or, where the source is an argument, the relation.

        Raises:
            ModelError: If there is no source, or an argument stands among several, or has options.
            UnknownNameError: If a record given is not in this map.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> closed = m.claim("Powerful models belong behind an API")
            >>> harm = m.claim("Some uses of a powerful model do great harm")
            >>> safety = m.support([harm, "A provider can refuse harmful users"], closed, title="Safety")
            >>> [claim.id for claim in m.premises(safety)], safety.conclusion
            (['C2', 'C3'], 'C1')
        """
        return self._act(sources, RelationKind.SUPPORT, target, options)

    @overload
    def rebut(self, sources: Argument, target: str | Node) -> Relation: ...
    @overload
    def rebut(
        self, sources: str | Claim | Iterable[str | Claim], target: str | Node, **options: Unpack[ArgumentOptions]
    ) -> Argument: ...
    def rebut(
        self,
        sources: str | Node | Iterable[str | Claim],
        target: str | Node,
        **options: Unpack[ArgumentOptions],
    ) -> Argument | Relation:
        """Give reasons against a claim or an argument.

        They become a sketched argument that they support and that attacks the target; its conclusion stays
        unsaid. An attack on a claim that is the premise of an argument undermines that argument.

        Args:
            sources: As for `support`.
            target: What they speak against: a record or an id.
            **options: As for `support`, without ``rules``.

        Returns:
            The new argument; or, where the source is an argument, the relation.

        Raises:
            ModelError: As for `support`.
            UnknownNameError: If a record given is not in this map.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> gate = m.claim("An API provider can refuse harmful users")
            >>> futile = m.rebut("Determined bad actors find a way regardless", gate, title="Futile")
            >>> [record.id for record in m.attacks_on(gate)]
            ['Futile']
        """
        return self._act(sources, RelationKind.ATTACK, target, options)

    @overload
    def undercut(self, sources: Argument, target: str | Node) -> Relation: ...
    @overload
    def undercut(
        self, sources: str | Claim | Iterable[str | Claim], target: str | Node, **options: Unpack[ArgumentOptions]
    ) -> Argument: ...
    def undercut(
        self,
        sources: str | Node | Iterable[str | Claim],
        target: str | Node,
        **options: Unpack[ArgumentOptions],
    ) -> Argument | Relation:
        """Give reasons against the inference of an argument: its premises do not bear out its conclusion.

        They become a sketched argument that they support and that undercuts the target, in its last step if it
        has steps; `relate` takes any step.

        Args:
            sources: As for `support`.
            target: The argument: a record or an id. (A claim is taken too, as Argdown takes it: the undercut is
                kept for the argument that the claim may become.)
            **options: As for `support`, without ``rules``.

        Returns:
            The new argument; or, where the source is an argument, the relation.

        Raises:
            ModelError: As for `support`.
            UnknownNameError: If a record given is not in this map.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> futile = m.argument("Bad actors find a way", title="Futile")
            >>> ease = m.undercut("How easy it is still matters", futile, title="Ease")
            >>> [record.id for record in m.undercuts_of(futile)]
            ['Ease']
        """
        return self._act(sources, RelationKind.UNDERCUT, target, options)

    def contradict(self, a: str | Node, b: str | Node) -> Relation:
        """Say that exactly one of the two is true.

        Raises:
            ModelError: If both are the same: nothing contradicts itself without being wrong already.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> m.contradict(m.claim("Open"), m.claim("Closed")).kind
            <RelationKind.CONTRADICTORY: 'contradictory'>
        """
        if self._node(a).id == self._node(b).id:
            raise ModelError(f"{self._node(a).id!r} cannot contradict itself; give another claim.")
        return self.relate(a, RelationKind.CONTRADICTORY, b)

    def _act(
        self, sources: object, kind: RelationKind, target: str | Node, options: ArgumentOptions
    ) -> Argument | Relation:
        end = self._node(target)
        if isinstance(sources, Argument):
            if options:
                raise ModelError(f"{sources.id!r} is there already; change it with `replace`, not with options.")
            return self.relate(sources, kind, end)
        claims = self._premises(sources)
        if not claims:
            raise ModelError(f"Give at least one claim or sentence to {kind.value} {end.id!r}.")
        if kind is RelationKind.SUPPORT and isinstance(end, Claim):
            return self.argument(premises=claims, conclusion=end, **options)
        if options.get("rules"):
            raise ModelError("Rules belong to an inference; this argument is only a sketch, so leave them out.")
        made = self.argument(**options)
        for name in self._as_claims(claims, made.section):
            self._put_relation(Relation(RelationKind.SUPPORT, name, made.id))
        self._put_relation(Relation(kind, made.id, end.id))
        return made
