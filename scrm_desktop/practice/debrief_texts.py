"""The debrief's sentences: a stable code each, an English template, and the names of its parameters in braces.

A window translates the template first and fills it afterwards; ``{waited}`` and the like are durations in words,
with the seconds beside them as ``{waited_seconds}``.
"""

from __future__ import annotations

from typing import Final

SECTIONS: Final[dict[str, str]] = {
    "repaired": "What you put right",
    "ignored": "Who was left without an answer",
    "waits": "How long people waited",
    "argued": "Where an answer made it worse",
    "empty": "Words without help",
    "private": "Public questions, private answers",
    "judgement": "Trolls, spam and strays",
    "crisis": "The crisis",
}

LINES: Final[dict[str, str]] = {
    "repaired": "{name} asked about “{title}” and thanked you {waited} later. What helped: “{sentence}”",
    "won_back": "{name} was angry about “{title}” and thanked you in the end. What turned it: “{sentence}”",
    "pleased": "{name} wrote about “{title}” and went away pleased. A few warm words were enough.",
    "ignored": "{name} asked about “{title}” and nobody answered for {waited}.",
    "ignored_and_lost": "{name} asked about “{title}”, waited {waited}, and went elsewhere.",
    "ignored_and_shamed": "{name} asked about “{title}”, waited {waited}, and told everybody; {boosts} passed it on.",
    "lost": "{name} (“{title}”) got an answer, but not help, and went away.",
    "waits_median": "Half of all customers had their first answer within {waited}.",
    "waits_longest": "{name} waited longest: {waited}.",
    "waits_customer": "{name}: usually {median}, at most {longest}.",
    "argued": "{name} read: “{sentence}” {why}",
    "argued_spread": "What {name} said about that answer was passed on: {boosts}.",
    "empty": "{name} read: “{sentence}” It would fit any complaint. Say what happens next, and when.",
    "broken_promise": "You promised {name} to come back (“{sentence}”) and did not. That is worse than no promise.",
    "wrong_language": "{name} wrote in {asked}, and you answered in {answered}.",
    "took_back": "You deleted an answer to {name}. People notice; a correction below it is better.",
    "private_only": "{name} asked in public and got only a private answer. Say in public that you help.",
    "silenced": "You muted or blocked {name}, who only needed help with “{title}”.",
    "fed_troll": "Answers to {name}: {times}. Trolls live on them: mute, block or report instead.",
    "left_troll": "You left {name} without an answer. That was right.",
    "dealt_with_troll": "You muted, blocked or reported {name}. That was right.",
    "answered_spam": "You answered the spam of {name}. Report it instead: an answer only shows that somebody reads.",
    "dealt_with_spam": "You muted, blocked or reported the spam of {name}. That was right.",
    "left_spam": "You left the spam of {name} alone. Reporting it would help everybody.",
    "redirected": "{name} meant somebody else, and you told them kindly.",
    "not_redirected": "{name} meant somebody else. One friendly line would have spared them the wait.",
    "crisis_statement": "You told everybody what happens, {waited} after it began: what a crisis needs first.",
    "crisis_no_statement": "{voices} people wrote within minutes, and no post of your own told everybody what happens.",
    "crisis_answered": "{answered} of {voices} people in the crisis had an answer.",
}

WHY: Final[dict[str, str]] = {
    "not_our_fault": "Whose fault it is helps nobody. Say what you will do.",
    "blames_others": "The customer bought from you, not from your partner. Deal with the partner yourself.",
    "blames_you": "It tells the customer that it is their own doing. Even where that is true, help first.",
    "orders_calm": "Nobody ever became calm by being told to.",
    "contests": "It contests what the customer says. Believe them first, and ask.",
    "doubts": "It doubts the customer. Ask what they see before you quote what your system says.",
    "refuses": "It says no and nothing else. Say what you can do.",
    "dismisses": "It shows the customer the door.",
    "insults": "It insults. There is no second sentence that makes this good.",
    "threatens": "A threat is passed on faster than any answer.",
    "shouts": "Capitals read as shouting.",
}

PARTS: Final[dict[str, str]] = {
    "answered": "{count} of {total} people who needed an answer had one.",
    "speed": "Half of the first answers came within {waited}; three minutes give all points, fifteen none.",
    "repaired": "{count} of {total} problems ended with thanks.",
    "tone": "Answers that argued: {count}; each costs five points.",
    "judgement": "Slips: {count} (trolls fed, people silenced, only private, wrong language, promises); 2 points each.",
}
