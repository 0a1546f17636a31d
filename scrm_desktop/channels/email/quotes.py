"""What a mail says itself, apart from what it repeats: quotes in many habits, and the signature."""

from __future__ import annotations

import re

MOST_LINES = 3000
_LONGEST_LINE = 400
"""An introduction to a quote is not longer; longer lines are not searched."""
_SIGNATURE_LINES = 15
_WROTE = re.compile(
    r"^(?:on|le|am|el|il|op|em|den|w dniu|в|dne)\b.{4,300}\b(?:wrote|a écrit|écrit|schrieb|escribió|ha scritto|schreef|"
    r"escreveu|skrev|napisał\(?a?\)?|писал\(?а?\)?|napsal\(?a?\)?)\b.{0,120}[::]\s*$",
    re.IGNORECASE,
)
_WROTE_LATE = re.compile(
    r"^.{3,200}(?:\bwrote|\ba écrit|\bschrieb|のメール|さんは書きました|写道|寫道)\s?[::]\s*$",
    re.IGNORECASE,
)
_ENDS = (":", ":")
"""What an introduction ends in; asked first, because most lines are none."""
_BEGINS = frozenset("-_*> \tFfDdVv差发")
_FORWARDS = frozenset("-> \tFfBbMmDdWwAa")
"""How such lines begin, for the same reason."""
_ORIGINAL = re.compile(
    r"^[>\s]*(?:-{2,}|_{2,})\s*(?:original message|original appointment|message d['’]origine|message original|"
    r"ursprüngliche nachricht|originalnachricht|mensaje original|messaggio originale|oorspronkelijk bericht|"
    r"mensagem original|元のメッセージ|reply message|réponse)\s*(?:-{2,}|_{2,})?\s*$",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    r"^[>\s]*(?:-{2,}\s*)?(?:forwarded message|begin forwarded message|message transféré|début du message (?:transféré|"
    r"réexpédié)|weitergeleitete nachricht|anfang der weitergeleiteten|mensaje reenviado|messaggio inoltrato)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"^\*?(?:from|de|von|da|van|差出人|发件人)\s?\*?\s?[::]\s?\*?\s?\S", re.IGNORECASE)
_OTHERS = re.compile(
    r"^\*?(?:sent|date|to|cc|subject|envoyé|à|objet|gesendet|an|betreff|datum|enviado|para|asunto|inviato|a|oggetto|"
    r"verzonden|aan|onderwerp|送信日時|宛先|件名|发送时间|收件人|主题)\s?(?:le\s?)?\*?\s?[::]",
    re.IGNORECASE,
)


def split(text: str) -> tuple[str, str]:
    """What was written and what is repeated (with the signature); an answer between quoted lines stays whole."""
    lines = text.split("\n")[:MOST_LINES]
    lines, signature = _without_signature(lines)
    body, quoted = _cut(lines)
    if not _says_something(body):
        return text.strip("\n"), ""
    parts = ["\n".join(one).strip("\n") for one in (signature, [_unquoted(line) for line in quoted])]
    return "\n".join(body).strip("\n"), "\n\n".join(one for one in parts if one)


def _says_something(lines: list[str]) -> bool:
    return any(line.strip() for line in lines)


def _unquoted(line: str) -> str:
    return re.sub(r"^> ?", "", line)


def _without_signature(lines: list[str]) -> tuple[list[str], list[str]]:
    """Cut at the first ``-- ``; what is quoted behind it belongs to the quote."""
    for at, line in enumerate(lines):
        if line.rstrip() == "--" and at > 0:
            end = next((n for n in range(at + 1, len(lines)) if _begins_quote(lines, n)), len(lines))
            if end - at <= _SIGNATURE_LINES:
                return lines[:at] + lines[end:], lines[at:end]
            return lines, []
    return lines, []


def _begins_quote(lines: list[str], at: int) -> bool:
    line = lines[at]
    return line.startswith(">") or _introduces(lines, at) > 0 or _is_original(lines, at)


def _introduces(lines: list[str], at: int) -> int:
    """How many lines from here on are "On Monday, Camille wrote:"; 0: none."""
    if not any(line.rstrip()[-1:] in _ENDS for line in lines[at : at + 3] if line):
        return 0
    said = ""
    for count in range(1, 4):
        if at + count > len(lines) or not lines[at + count - 1].strip():
            return 0
        said = f"{said} {lines[at + count - 1].strip()}".strip()
        if len(said) > _LONGEST_LINE:
            return 0
        if _WROTE.match(said) or (count == 1 and _WROTE_LATE.match(said)):
            return count
    return 0


def _is_original(lines: list[str], at: int) -> bool:
    """Whether Outlook's copy of the earlier mail begins here."""
    line = lines[at][:_LONGEST_LINE]
    if line[:1] not in _BEGINS:
        return False
    if _ORIGINAL.match(line):
        return True
    if not _FROM.match(line):
        return False
    return sum(bool(_OTHERS.match(one[:_LONGEST_LINE].strip())) for one in lines[at + 1 : at + 7]) >= 2


def _cut(lines: list[str]) -> tuple[list[str], list[str]]:
    if any(_FORWARD.match(line[:_LONGEST_LINE]) for line in lines if line[:1] in _FORWARDS):
        return lines, []
    for at in range(len(lines)):
        if not lines[at].startswith(">") and _is_original(lines, at) and _says_something(lines[:at]):
            rule = at - 1 if at and re.fullmatch(r"[_-]{5,}\s*", lines[at - 1]) else at
            body, inner = _quoted_with_marks(lines[:rule])
            return body, inner + lines[rule:]
    body, quoted = _quoted_with_marks(lines)
    return (body, quoted) if quoted else _introduced_only(lines)


def _introduced_only(lines: list[str]) -> tuple[list[str], list[str]]:
    """Programs that introduce a quote and mark none of its lines."""
    for at in range(1, len(lines)):
        count = _introduces(lines, at)
        if count and not lines[at - 1].strip() and _says_something(lines[at + count :]):
            return lines[:at], lines[at:]
    return lines, []


def _quoted_with_marks(lines: list[str]) -> tuple[list[str], list[str]]:
    """Fold one quote at the end and one at the beginning; quotes in between are what is being answered."""
    kinds = _kinds(lines)
    last = max((at for at, kind in enumerate(kinds) if kind == "text"), default=-1)
    tail = next((at for at in range(last + 1, len(lines)) if kinds[at] != "blank"), len(lines))
    if last < 0:
        return lines, []
    first = kinds.index("text")
    head = first if any(kind == "quote" for kind in kinds[:first]) else 0
    if head and any(kind == "quote" for kind in kinds[first:last]):
        head = 0  # the answers stand between the quoted lines
    return lines[head:tail], lines[:head] + lines[tail:]


def _kinds(lines: list[str]) -> list[str]:
    """Each line: text, quote (also its introduction), or blank."""
    kinds = ["quote" if line.startswith(">") else "text" if line.strip() else "blank" for line in lines]
    for at, kind in enumerate(kinds):
        if kind == "text" and (count := _introduces(lines, at)):
            follows = next((kinds[n] for n in range(at + count, len(kinds)) if kinds[n] != "blank"), "")
            if follows == "quote":
                kinds[at : at + count] = ["quote"] * count
    return kinds
