"""From what was typed to a tree: every text has an answer, and what was not understood is named with its place."""

from __future__ import annotations

from scrm_desktop.domain.folding import fold
from scrm_desktop.domain.query import problems as said
from scrm_desktop.domain.query.fields import field_names, find_field
from scrm_desktop.domain.query.lexer import Sign, Token, tokens
from scrm_desktop.domain.query.nodes import (
    EVERYTHING,
    Criterion,
    Node,
    Phrase,
    Text,
    all_of,
    any_of,
    negate,
)
from scrm_desktop.domain.query.problems import Problem, closest, problem
from scrm_desktop.domain.query.values import Values
from scrm_desktop.late_dataclass import dataclass

MOST_CHARACTERS, MOST_TOKENS, DEEPEST = 4000, 400, 30
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that must be so, and where it was typed (free words may stand in several places)."""

    node: Node
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree of what was understood; ``problems`` is empty where that is all."""

    text: str
    node: Node
    pieces: tuple[Piece, ...] = ()
    problems: tuple[Problem, ...] = ()


def parse(text: str) -> Parsed:
    """Understand a query; never raises. Takes time in proportion to its length, up to MOST_CHARACTERS."""
    if len(text) > MOST_CHARACTERS:
        return Parsed(text, EVERYTHING, problems=(problem(MOST_CHARACTERS, len(text), said.TOO_LONG),))
    found = list(tokens(text))
    if len(found) > MOST_TOKENS:
        start = found[MOST_TOKENS].start
        return Parsed(text, EVERYTHING, problems=(problem(start, len(text), said.TOO_MANY),))
    reader = _Reader(found)
    pieces = reader.whole()
    if any(one.template is said.TOO_DEEP for one in reader.problems):
        return Parsed(text, EVERYTHING, problems=tuple(reader.problems))
    node = all_of(one.node for one in pieces)
    return Parsed(text, node, _gathered(pieces), tuple(reader.problems))


def _gathered(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Pieces with the free words as one, at the end."""
    words = [one for one in pieces if isinstance(one.node, Text)]
    others = [one for one in pieces if not isinstance(one.node, Text) and one.node != EVERYTHING]
    if words:
        node = all_of(one.node for one in words)
        others.append(Piece(node, tuple(span for one in words for span in one.spans)))
    return tuple(others)


class _Reader:
    """Goes through the tokens once; depth is bounded, since each bracket calls itself."""

    def __init__(self, found: list[Token]) -> None:
        self._tokens = found
        self._place = 0
        self.problems: list[Problem] = []

    def whole(self) -> list[Piece]:
        """The outermost level, with where each part stands."""
        pieces = self._either(0)
        while self._place < len(self._tokens):
            stray = self._tokens[self._place]
            self.problems.append(problem(stray.start, stray.end, said.BRACKET))
            self._place += 1
            pieces += self._either(0)
        return pieces

    def _peek(self) -> Token | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _either(self, depth: int) -> list[Piece]:
        """What must be so, or one piece where OR stands between."""
        sides = [self._together(depth)]
        while (token := self._peek()) is not None and token.sign is Sign.OR:
            self._place += 1
            side = self._together(depth)
            if not sides[-1] or not side:
                last = self._peek() is None and not side
                self.problems.append(problem(token.start, token.end, said.NOTHING_TO_CHOOSE, unfinished=last))
            sides.append(side)
        told = [side for side in sides if side]
        if len(told) < 2:
            return told[0] if told else []
        node = any_of(all_of(one.node for one in side) for side in told)
        spans = [span for side in told for one in side for span in one.spans]
        return [Piece(node, ((min(span[0] for span in spans), max(span[1] for span in spans)),))]

    def _together(self, depth: int) -> list[Piece]:
        pieces: list[Piece] = []
        while (token := self._peek()) is not None and token.sign not in (Sign.OR, Sign.CLOSE):
            if token.sign is Sign.AND:
                self._place += 1
                continue
            piece = self._one(depth)
            if piece is not None:
                pieces.append(piece)
        return pieces

    def _one(self, depth: int) -> Piece | None:
        """A word, phrase, field or bracket, perhaps with minus signs in front."""
        start, turns = self._tokens[self._place].start, 0
        while (token := self._peek()) is not None and token.sign is Sign.MINUS:
            turns += 1
            self._place += 1
        if token is None or token.sign in (Sign.OR, Sign.AND, Sign.CLOSE):
            end = self._tokens[self._place - 1].end
            self.problems.append(problem(start, end, said.NOTHING_TO_NEGATE, unfinished=token is None))
            return None
        self._place += 1
        if token.sign is Sign.OPEN:
            node = self._bracket(depth + 1, token)
        elif token.sign is Sign.FIELD:
            node = self._field(token)
        elif token.sign is Sign.PHRASE:
            phrase = " ".join(token.text.split())
            node = Phrase(phrase) if phrase else None
        else:
            node = Text((token.text,))
        if node is None or node == EVERYTHING:
            return None
        end = self._tokens[self._place - 1].end
        return Piece(negate(node) if turns % 2 else node, ((start, end),))

    def _bracket(self, depth: int, opened: Token) -> Node | None:
        if depth > DEEPEST:
            self.problems.append(problem(opened.start, opened.end, said.TOO_DEEP))
            self._place = len(self._tokens)
            return None
        inner = self._either(depth)
        token = self._peek()
        if token is not None and token.sign is Sign.CLOSE:
            self._place += 1
        return all_of(one.node for one in inner) if inner else None

    def _field(self, token: Token) -> Node | None:
        known = find_field(token.text)
        if known is None:
            near = closest(fold(token.text), field_names())
            close = find_field(near) if near else None
            if close:
                template, name = said.UNKNOWN_FIELD_CLOSE, close.name
                found = problem(token.start, token.end, template, name=token.text, close=name)
            else:
                found = problem(token.start, token.end, said.UNKNOWN_FIELD, name=token.text)
            self.problems.append(found)
            return None
        if not token.items:
            self.problems.append(
                problem(token.start, token.end, said.NO_VALUE, unfinished=True, field=known.name, example=known.example)
            )
            return None
        values = Values(known)
        values.read(token.items)
        self.problems += values.problems
        return Criterion(known.name, tuple(values.found)) if values.found else None
