"""Reading formulas: text in, a list of operations out.

The reader is an operator-precedence parser with a stack of its own (Dijkstra's shunting yard), so that no nesting can
exhaust the stack of Python, and it takes time linear in the text.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from argmap.check.formulas.formula import Formula, FormulaError, Kind, Op, symbols_of
from argmap.check.formulas.tokens import Token, tokens_in

MOST_NESTED = 200
"""How deep parentheses, quantifiers and connectives may be nested."""
MOST_VARIABLES = 50
"""How many variables the quantifiers of one formula may bind."""

_BINDS = {Kind.IFF: 1, Kind.IMPLIES: 2, Kind.OR: 3, Kind.XOR: 3, Kind.AND: 4, Kind.NOT: 5, Kind.EQUAL: 6, "differs": 6}
"""How strongly connectives bind; a quantifier with a colon binds least of all, one without as strongly as `not`."""
_NARROW = 5


class _Waiting(NamedTuple):
    """A connective, quantifier, parenthesis or call that waits for its operands."""

    token: Token
    kind: str
    binds: int
    operands: int  # how many there were before it
    variables: tuple[Token, ...] = ()


class _Operand(NamedTuple):
    """Something complete. A name with or without arguments may be a sentence or a thing: what follows decides."""

    sort: str  # "term", "formula" or "either"
    place: int  # of its last operation
    start: int
    end: int


def read_formula(text: str) -> Formula:
    """Read a formula.

    Connectives, from the strongest: ``not ~ ¬ !``, ``and & ∧``, ``or | ∨`` and ``xor ⊕``, ``implies -> →``,
    ``iff <-> ↔``; ``true ⊤`` and ``false ⊥``; quantifiers ``forall x, y: ...`` and ``exists x: ...`` (``∀ ∃``), which
    reach as far as they can with a colon and over the next parentheses without; ``a = b`` and ``a != b``; names with
    arguments, as in ``likes(ann, mother(bob))``.

    Raises:
        FormulaError: If it cannot be read; the message says what to type, and it has the place.

    Complexity:
        Linear in the length of the text.

    Example:
        >>> [symbol.name for symbol in read_formula("rain and not umbrella -> wet").symbols]
        ['rain', 'umbrella', 'wet']
        >>> read_formula("rain -> -> wet")
        Traceback (most recent call last):
            ...
        argmap.check.formulas.formula.FormulaError: Something is missing before "->". Write a name or a formula there.
    """
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens_in(text)
        self.at = 0
        self.code: list[Op] = []
        self.waiting: list[_Waiting] = []
        self.operands: list[_Operand] = []
        self.bound: dict[str, list[int]] = {}
        self.were_bound: set[str] = set()
        self.used: set[int] = set()
        self.variables = 0

    def read(self) -> Formula:
        if not self.tokens:
            raise FormulaError("The formula is empty. Write one, such as rain -> wet.", 0, len(self.text))
        wants_operand = True
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            wants_operand = self.operand(token) if wants_operand else self.operator(token)
            if len(self.waiting) > MOST_NESTED:
                raise FormulaError(
                    f"The formula is nested deeper than {MOST_NESTED} levels. Part it in several claims.",
                    token.start,
                    token.end,
                )
        if wants_operand:
            last = self.tokens[-1]
            raise FormulaError(
                f'Something is missing after "{last.text}". Write a name or a formula there.', last.start, last.end
            )
        self.reduce(0)
        if self.waiting:
            opened = self.waiting[-1].token
            raise FormulaError('The parenthesis "(" is never closed. Write ) at its end.', opened.start, opened.end)
        self.needs(self.operands[-1], "formula")
        return Formula(self.text, tuple(self.code), symbols_of(self.code, self.were_bound))

    # -- operands --------------------------------------------------------------------------------------------

    def operand(self, token: Token) -> bool:
        """Take a token where an operand may begin, and return whether one is still wanted."""
        if token.kind == "name":
            return self.name(token)
        if token.kind in (Kind.TRUE, Kind.FALSE):
            self.put(Op(Kind(token.kind)), "formula", token.start, token.end)
            return False
        if token.kind == Kind.NOT or token.kind == "(":
            self.wait(token, token.kind, _NARROW if token.kind == Kind.NOT else -1)
            return True
        if token.kind in (Kind.FORALL, Kind.EXISTS):
            self.quantifier(token)
            return True
        if token.kind == ")" and self.waiting and self.waiting[-1].kind in ("(", "call"):
            raise FormulaError(
                "There is nothing between these parentheses. Write a formula there, or remove them.",
                self.waiting[-1].token.start,
                token.end,
            )
        raise FormulaError(
            f'Something is missing before "{token.text}". Write a name or a formula there.', token.start, token.end
        )

    def name(self, token: Token) -> bool:
        name = unicodedata.normalize("NFC", token.text)
        if self.at < len(self.tokens) and self.tokens[self.at].kind == "(":
            self.at += 1
            if name in self.bound:
                raise FormulaError(
                    f"{name} is the variable of a quantifier here, so it has no arguments. Give one of the two another "
                    f"name.",
                    token.start,
                    token.end,
                )
            self.wait(token._replace(text=name), "call", -1)
            return True
        if name in self.bound:
            number = self.bound[name][-1]
            self.used.add(number)
            self.put(Op(Kind.VARIABLE, name, number), "term", token.start, token.end)
        else:
            self.put(Op(Kind.PREDICATE, name, 0, token.start), "either", token.start, token.end)
        return False

    def quantifier(self, token: Token) -> None:
        names: list[Token] = []
        while self.at < len(self.tokens) and self.tokens[self.at].kind == "name":
            names.append(self.tokens[self.at])
            self.at += 1
            follows = self.tokens[self.at].kind if self.at < len(self.tokens) else ""
            if follows != ",":
                break
            comma = self.tokens[self.at]
            self.at += 1
            if self.at == len(self.tokens) or self.tokens[self.at].kind != "name":
                raise FormulaError(
                    "A variable is missing behind the comma. Write one, or remove the comma.",
                    comma.start,
                    comma.end,
                )
        if not names:
            raise FormulaError(
                f'A variable is missing after "{token.text}". Write {token.text} x: and then the formula.',
                token.start,
                token.end,
            )
        is_wide = self.at < len(self.tokens) and self.tokens[self.at].kind == ":"
        self.at += is_wide
        variables = tuple(each._replace(text=unicodedata.normalize("NFC", each.text)) for each in names)
        for each in variables:
            self.variables += 1
            if self.variables > MOST_VARIABLES:
                raise FormulaError(
                    f"A formula has at most {MOST_VARIABLES} variables. Part it in several claims.",
                    each.start,
                    each.end,
                )
            self.bound.setdefault(each.text, []).append(self.variables)
            self.were_bound.add(each.text)
        self.wait(token, token.kind, 0 if is_wide else _NARROW, variables)

    # -- operators -------------------------------------------------------------------------------------------

    def operator(self, token: Token) -> bool:
        """Take a token behind an operand, and return whether an operand is wanted next."""
        kind = token.kind
        if kind in _BINDS and kind != Kind.NOT:
            binds = _BINDS[kind]
            # What binds as strongly and stands before goes first; but p -> q -> r is p -> (q -> r).
            self.reduce(binds + 1 if kind == Kind.IMPLIES else binds)
            self.wait(token, kind, binds)
            return True
        if kind in (")", ","):
            self.reduce(0)
            opened = self.waiting[-1] if self.waiting else None
            if opened is None or (kind == "," and opened.kind != "call"):
                words = (
                    'The parenthesis ")" was never opened. Write ( before, or remove it.'
                    if kind == ")"
                    else "A comma stands only between arguments, as in likes(ann, bob). Write a connective, such as &."
                )
                raise FormulaError(words, token.start, token.end)
            if opened.kind == "call":
                self.needs(self.operands[-1], "term")
            if kind == ",":
                return True
            self.close(self.waiting.pop(), token)
            return False
        last = self.operands[-1]
        raise FormulaError(
            f'A connective is missing before "{token.text}". Write for example & (and), | (or) or -> (if ..., then).',
            last.start,
            token.end,
        )

    def close(self, opened: _Waiting, token: Token) -> None:
        if opened.kind == "call":
            count = len(self.operands) - opened.operands
            del self.operands[opened.operands :]
            name = opened.token.text
            self.put(Op(Kind.PREDICATE, name, count, opened.token.start), "either", opened.token.start, token.end)
        else:
            inner = self.operands.pop()
            self.operands.append(inner._replace(start=opened.token.start, end=token.end))

    def reduce(self, binds: int) -> None:
        """Complete what waits and binds at least so strongly."""
        while self.waiting and self.waiting[-1].binds >= binds:
            waiting = self.waiting.pop()
            kind = waiting.kind
            if kind in (Kind.EQUAL, "differs"):
                right, left = self.operands.pop(), self.operands.pop()
                self.needs(left, "term")
                self.needs(right, "term")
                self.put(Op(Kind.EQUAL), "formula", left.start, right.end)
                if kind == "differs":
                    self.operands.pop()
                    self.put(Op(Kind.NOT), "formula", left.start, right.end)
                continue
            right = self.operands.pop()
            self.needs(right, "formula")
            if kind == Kind.NOT:
                self.put(Op(Kind.NOT), "formula", waiting.token.start, right.end)
            elif kind in (Kind.FORALL, Kind.EXISTS):
                self.bind(Kind(kind), waiting.variables)
                self.operands.append(_Operand("formula", len(self.code) - 1, waiting.token.start, right.end))
            else:
                left = self.operands.pop()
                self.needs(left, "formula")
                self.put(Op(Kind(kind)), "formula", left.start, right.end)

    def bind(self, kind: Kind, variables: tuple[Token, ...]) -> None:
        for variable in reversed(variables):
            numbers = self.bound[variable.text]
            number = numbers.pop()
            if not numbers:
                del self.bound[variable.text]
            if number not in self.used:
                raise FormulaError(
                    f"The variable {variable.text} does not occur in what its quantifier reaches. Use it there, or "
                    f"part it from what follows with a blank or a colon, as in forall x: P(x).",
                    variable.start,
                    variable.end,
                )
            self.code.append(Op(kind, variable.text, number))

    # -- parts -----------------------------------------------------------------------------------------------

    def wait(self, token: Token, kind: str, binds: int, variables: tuple[Token, ...] = ()) -> None:
        self.waiting.append(_Waiting(token, kind, binds, len(self.operands), variables))

    def put(self, op: Op, sort: str, start: int, end: int) -> None:
        self.code.append(op)
        self.operands.append(_Operand(sort, len(self.code) - 1, start, end))

    def needs(self, operand: _Operand, sort: str) -> None:
        """Settle what an operand is; raise where it cannot be that."""
        if operand.sort == "either":
            if sort == "term":
                self.code[operand.place] = self.code[operand.place]._replace(kind=Kind.FUNCTION)
        elif operand.sort != sort:
            words = self.text[operand.start : operand.end]
            words = words if len(words) <= 40 else words[:39] + "…"
            raise FormulaError(
                f'"{words}" stands for a thing, and a sentence is needed here. Say something of it, as in P({words}).'
                if sort == "formula"
                else f'"{words}" is a sentence, and the name of a thing is needed here. To say that two sentences '
                f"agree, write <-> between them.",
                operand.start,
                operand.end,
            )
