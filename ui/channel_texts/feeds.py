"""The feeds channel's English sentences, for the translators."""

from __future__ import annotations

from ui.i18n import QT_TRANSLATE_NOOP

SENTENCES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP(
        "Core",
        "Listen to blogs, news, reviews and forums: everything new in a feed (RSS, Atom or JSON Feed) becomes a conversation that you can label, assign and put away. Answering is done on the site itself. No login is needed.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Addresses of feeds"),
    QT_TRANSLATE_NOOP("Core", "One a line, up to 50. The address of a site will do where its page names its feed."),
    QT_TRANSLATE_NOOP("Core", "Nothing can be sent to a feed, and no files either."),
    # the addresses
    QT_TRANSLATE_NOOP(
        "Core",
        "An address with a name and a password in it can't be used: only open feeds can be read.",
    ),
    QT_TRANSLATE_NOOP("Core", "Please enter the address of a feed."),
    # what goes wrong
    QT_TRANSLATE_NOOP("Core", "It is no feed."),
    QT_TRANSLATE_NOOP("Core", "It is JSON, and no feed."),
    QT_TRANSLATE_NOOP("Core", "It is broken, and too large to be guessed at."),
    QT_TRANSLATE_NOOP("Core", "It is nested too deeply."),
    QT_TRANSLATE_NOOP("Core", "It leads into your own network."),
    QT_TRANSLATE_NOOP("Core", "It redirects in a circle."),
    QT_TRANSLATE_NOOP("Core", "It redirects to an address that is not of the web."),
    QT_TRANSLATE_NOOP("Core", "It redirects from a protected address to an open one."),
    # what can't be done
    QT_TRANSLATE_NOOP("Core", "A feed can only be read. Open the article in the browser to answer on its site."),
    QT_TRANSLATE_NOOP(
        "Core",
        "A feed names authors, and there is nobody behind it whom one could mute or block. Take the feed out instead.",
    ),
    QT_TRANSLATE_NOOP("Core", "A feed shows what is published already; nothing in it waits to be approved."),
    QT_TRANSLATE_NOOP("Core", "A feed does not tell what was deleted: an article that left it stays here."),
    QT_TRANSLATE_NOOP(
        "Core",
        "A feed holds only its last articles. What came and went while this program was closed is not seen.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "A feed does not call. It is asked every quarter of an hour, or as seldom as its site wishes.",
    ),
    QT_TRANSLATE_NOOP("Core", "A feed is asked from time to time; it does not call."),
    QT_TRANSLATE_NOOP("Core", "Nothing is ever sent to a feed."),
)

TEMPLATES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Core", "“{line}” is no address of a feed. It begins with https:// or http://."),
    QT_TRANSLATE_NOOP(
        "Core",
        "One account holds up to {most} feeds, and these are {count}. Make a second account for the others.",
    ),
    QT_TRANSLATE_NOOP("Core", "The feed at {host} is closed for good. Take its address out of the account's details."),
    QT_TRANSLATE_NOOP(
        "Core", "There is no feed any more at this address of {host}. Look whether the site has a new one."
    ),
    QT_TRANSLATE_NOOP("Core", "The feed at {host} asks for a login. Only open feeds can be read."),
    QT_TRANSLATE_NOOP("Core", "{host} names no feed in its page. Please enter the address of the feed itself."),
)
