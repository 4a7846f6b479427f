"""What inline data and front matter say in words argmap knows: tags, sides, sources, participants, values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.model.container import Container
from argmap.model.records import NOTHING, Argument, Citation, Claim, Participant, Relation, Section, Source


class Annotations(Container):
    """Readings of inline data and front matter; a base of `ArgumentMap`, not used by itself.

    Data that are not of the form described say nothing here; they stay in the map, and the checker names them.
    """

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of claims, arguments and sections, in this order, each once."""
        return tuple(dict.fromkeys(tag for record in (*self, *self.sections) for tag in record.tags))

    @property
    def language(self) -> str:
        """The code of the language that the front matter names, by ``language`` or ``lang``; English where none.

        Example:
            >>> import argmap
            >>> argmap.ArgumentMap(data={"language": "de"}).language, argmap.ArgumentMap().language
            ('de', 'en')
        """
        given = self.data.get("language", self.data.get("lang"))
        return given if isinstance(given, str) and given.strip() else "en"

    @property
    def sides(self) -> tuple[str, ...]:
        """The camps: those that the front matter lists under ``sides``, then others as they come up.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap(data={"sides": ["open", "closed"]})
            >>> _ = m.claim("Release in stages", side="between")
            >>> m.sides
            ('open', 'closed', 'between')
        """
        used = dict.fromkeys([*_listed(self.data.get("sides")), *[one.side for one in self if one.data]])
        return tuple([side for side in used if side is not None])

    @property
    def side_titles(self) -> dict[str, str]:
        """What to call each of `sides`, by its name: the title that the front matter gives it, else the name.

        Example:
            >>> import argmap
            >>> argmap.ArgumentMap(data={"sides": {"open": "Release it", "closed": None}}).side_titles
            {'open': 'Release it', 'closed': 'closed'}
        """
        given = self.data.get("sides")
        titles = {side: side for side in self.sides}
        for name, told in given.items() if isinstance(given, Mapping) else ():
            title = told.get("title") if isinstance(told, Mapping) else told
            if isinstance(title, str) and title.strip() and name in titles:
                titles[name] = title
        return titles

    @property
    def sources(self) -> tuple[Source, ...]:
        """The documents listed under ``sources`` in the front matter.

        There, an id stands for a title, or for a mapping with ``title`` and whatever else is known.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap(data={"sources": {"leak": {"title": "The leak", "year": 2023}}})
            >>> m.sources
            (Source(id='leak', title='The leak', data={'year': 2023}),)
        """
        return tuple(Source(*entry) for entry in _entries(self.data.get("sources"), "title"))

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Who speaks, as listed under ``participants`` in the front matter.

        There, an id stands for a name, or for a mapping with ``name`` and whatever else is known.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap(data={"participants": {"ada": "Ada"}})
            >>> m.participants
            (Participant(id='ada', name='Ada', data={}),)
        """
        return tuple(Participant(*entry) for entry in _entries(self.data.get("participants"), "name"))

    def citations(self, record: str | Claim | Argument | Relation | Section) -> tuple[Citation, ...]:
        """Return the places in sources that back a record: its inline data ``cites``.

        That is the id of a source, a mapping with ``source``, perhaps ``quote``, and whatever else is known of
        the place, or a list of these.

        Raises:
            UnknownNameError: If an id is given that is not in this map.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> leak = m.claim("It leaked", data={"cites": ["leak", {"source": "news", "quote": "gone", "page": 2}]})
            >>> for citation in m.citations(leak):
            ...     print(citation)
            Citation(source='leak', quote=None, data={})
            Citation(source='news', quote='gone', data={'page': 2})
        """
        data = self._data_of(record)
        given = data.get("cites")
        found = []
        for cited in given if isinstance(given, list) else [given]:
            if isinstance(cited, Mapping):
                quote = cited.get("quote")
                rest = {key: value for key, value in cited.items() if key not in ("source", "quote")}
                source = next(_listed(cited.get("source")), "")
                found.append(Citation(source, None if quote is None else str(quote), rest or NOTHING))
            else:
                found.extend(map(Citation, _listed(cited)))
        return tuple(found)

    def values(self, record: str | Claim | Argument | Relation | Section) -> tuple[str, ...]:
        """Return the values that a record promotes (safety, competition ...): its inline data ``values``.

        That is a word or a list of words.

        Raises:
            UnknownNameError: If an id is given that is not in this map.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> m.values(m.argument("Keep it safe", data={"values": ["safety", "privacy"]}))
            ('safety', 'privacy')
        """
        return tuple(dict.fromkeys(_listed(self._data_of(record).get("values"))))

    def _data_of(self, record: str | Claim | Argument | Relation | Section) -> Mapping[str, Any]:
        return self._node(record).data if isinstance(record, str) else record.data


def _listed(given: object) -> Iterator[str]:
    """Yield the words of a word, a list, or the keys of a mapping."""
    items = given if isinstance(given, list | Mapping) else [given]
    return (str(item) for item in items if isinstance(item, str | int | float))


def _entries(given: object, heading: str) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for name, known in given.items() if isinstance(given, Mapping) else ():
        if isinstance(known, Mapping):
            rest = {key: value for key, value in known.items() if key != heading}
            yield str(name), next(_listed(known.get(heading)), ""), rest or NOTHING
        else:
            yield str(name), next(_listed(known), ""), NOTHING
