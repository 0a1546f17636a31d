"""The sentences of the practice network's debrief, for the translators; a test compares them with its own."""

from __future__ import annotations

from ui.i18n import QT_TRANSLATE_NOOP

DEBRIEF: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Debrief", "What you put right"),
    QT_TRANSLATE_NOOP("Debrief", "Who was left without an answer"),
    QT_TRANSLATE_NOOP("Debrief", "How long people waited"),
    QT_TRANSLATE_NOOP("Debrief", "Where an answer made it worse"),
    QT_TRANSLATE_NOOP("Debrief", "Words without help"),
    QT_TRANSLATE_NOOP("Debrief", "Public questions, private answers"),
    QT_TRANSLATE_NOOP("Debrief", "Trolls, spam and strays"),
    QT_TRANSLATE_NOOP("Debrief", "The crisis"),
    QT_TRANSLATE_NOOP(
        "Debrief",
        "{name} asked about “{title}” and thanked you {waited} later. What helped: “{sentence}”",
    ),
    QT_TRANSLATE_NOOP(
        "Debrief",
        "{name} was angry about “{title}” and thanked you in the end. What turned it: “{sentence}”",
    ),
    QT_TRANSLATE_NOOP("Debrief", "{name} wrote about “{title}” and went away pleased. A few warm words were enough."),
    QT_TRANSLATE_NOOP("Debrief", "{name} asked about “{title}” and nobody answered for {waited}."),
    QT_TRANSLATE_NOOP("Debrief", "{name} asked about “{title}”, waited {waited}, and went elsewhere."),
    QT_TRANSLATE_NOOP(
        "Debrief",
        "{name} asked about “{title}”, waited {waited}, and told everybody; {boosts} passed it on.",
    ),
    QT_TRANSLATE_NOOP("Debrief", "{name} (“{title}”) got an answer, but not help, and went away."),
    QT_TRANSLATE_NOOP("Debrief", "Half of all customers had their first answer within {waited}."),
    QT_TRANSLATE_NOOP("Debrief", "{name} waited longest: {waited}."),
    QT_TRANSLATE_NOOP("Debrief", "{name}: usually {median}, at most {longest}."),
    QT_TRANSLATE_NOOP("Debrief", "{name} read: “{sentence}” {why}"),
    QT_TRANSLATE_NOOP("Debrief", "What {name} said about that answer was passed on: {boosts}."),
    QT_TRANSLATE_NOOP(
        "Debrief",
        "{name} read: “{sentence}” It would fit any complaint. Say what happens next, and when.",
    ),
    QT_TRANSLATE_NOOP(
        "Debrief",
        "You promised {name} to come back (“{sentence}”) and did not. That is worse than no promise.",
    ),
    QT_TRANSLATE_NOOP("Debrief", "{name} wrote in {asked}, and you answered in {answered}."),
    QT_TRANSLATE_NOOP("Debrief", "You deleted an answer to {name}. People notice; a correction below it is better."),
    QT_TRANSLATE_NOOP("Debrief", "{name} asked in public and got only a private answer. Say in public that you help."),
    QT_TRANSLATE_NOOP("Debrief", "You muted or blocked {name}, who only needed help with “{title}”."),
    QT_TRANSLATE_NOOP("Debrief", "Answers to {name}: {times}. Trolls live on them: mute, block or report instead."),
    QT_TRANSLATE_NOOP("Debrief", "You left {name} without an answer. That was right."),
    QT_TRANSLATE_NOOP("Debrief", "You muted, blocked or reported {name}. That was right."),
    QT_TRANSLATE_NOOP(
        "Debrief",
        "You answered the spam of {name}. Report it instead: an answer only shows that somebody reads.",
    ),
    QT_TRANSLATE_NOOP("Debrief", "You muted, blocked or reported the spam of {name}. That was right."),
    QT_TRANSLATE_NOOP("Debrief", "You left the spam of {name} alone. Reporting it would help everybody."),
    QT_TRANSLATE_NOOP("Debrief", "{name} meant somebody else, and you told them kindly."),
    QT_TRANSLATE_NOOP("Debrief", "{name} meant somebody else. One friendly line would have spared them the wait."),
    QT_TRANSLATE_NOOP(
        "Debrief",
        "You told everybody what happens, {waited} after it began: what a crisis needs first.",
    ),
    QT_TRANSLATE_NOOP(
        "Debrief",
        "{voices} people wrote within minutes, and no post of your own told everybody what happens.",
    ),
    QT_TRANSLATE_NOOP("Debrief", "{answered} of {voices} people in the crisis had an answer."),
    QT_TRANSLATE_NOOP("Debrief", "Whose fault it is helps nobody. Say what you will do."),
    QT_TRANSLATE_NOOP(
        "Debrief",
        "The customer bought from you, not from your partner. Deal with the partner yourself.",
    ),
    QT_TRANSLATE_NOOP(
        "Debrief",
        "It tells the customer that it is their own doing. Even where that is true, help first.",
    ),
    QT_TRANSLATE_NOOP("Debrief", "Nobody ever became calm by being told to."),
    QT_TRANSLATE_NOOP("Debrief", "It contests what the customer says. Believe them first, and ask."),
    QT_TRANSLATE_NOOP("Debrief", "It doubts the customer. Ask what they see before you quote what your system says."),
    QT_TRANSLATE_NOOP("Debrief", "It says no and nothing else. Say what you can do."),
    QT_TRANSLATE_NOOP("Debrief", "It shows the customer the door."),
    QT_TRANSLATE_NOOP("Debrief", "It insults. There is no second sentence that makes this good."),
    QT_TRANSLATE_NOOP("Debrief", "A threat is passed on faster than any answer."),
    QT_TRANSLATE_NOOP("Debrief", "Capitals read as shouting."),
    QT_TRANSLATE_NOOP("Debrief", "{count} of {total} people who needed an answer had one."),
    QT_TRANSLATE_NOOP(
        "Debrief",
        "Half of the first answers came within {waited}; three minutes give all points, fifteen none.",
    ),
    QT_TRANSLATE_NOOP("Debrief", "{count} of {total} problems ended with thanks."),
    QT_TRANSLATE_NOOP("Debrief", "Answers that argued: {count}; each costs five points."),
    QT_TRANSLATE_NOOP(
        "Debrief",
        "Slips: {count} (trolls fed, people silenced, only private, wrong language, promises); 2 points each.",
    ),
    QT_TRANSLATE_NOOP("Debrief", "English"),
    QT_TRANSLATE_NOOP("Debrief", "French"),
)
