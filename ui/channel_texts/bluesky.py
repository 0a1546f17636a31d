"""Bluesky's English sentences, for the translators."""

from __future__ import annotations

from ui.i18n import QT_TRANSLATE_NOOP

SENTENCES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP(
        "Core",
        "At Bluesky, open Settings, Privacy and security, App passwords, and add one for this program. Tick “Allow access to your direct messages” if you want to answer those here too. The app password is used once and not kept; it can be taken back at Bluesky at any time.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Bluesky name"),
    QT_TRANSLATE_NOOP("Core", "Your name as others see it behind the @, or your own domain."),
    QT_TRANSLATE_NOOP("Core", "App password"),
    QT_TRANSLATE_NOOP("Core", "Not the password that you sign in with: one made for this program."),
    QT_TRANSLATE_NOOP("Core", "Your account's server"),
    QT_TRANSLATE_NOOP("Core", "Only if your account is on a server of its own and is not found by itself."),
    QT_TRANSLATE_NOOP("Core", "Mentions"),
    QT_TRANSLATE_NOOP("Core", "Direct messages"),
    QT_TRANSLATE_NOOP("Core", "Our own posts"),
    QT_TRANSLATE_NOOP("Core", "This is no Bluesky name. It looks like shop.bsky.social, or like your own domain."),
    QT_TRANSLATE_NOOP("Core", "This is no server's address. Leave it empty if you do not know it."),
    QT_TRANSLATE_NOOP("Core", "Please enter an app password. It looks like abcd-efgh-ijkl-mnop."),
    QT_TRANSLATE_NOOP("Core", "Bluesky does not accept this name and app password together."),
    QT_TRANSLATE_NOOP("Core", "Write the name and the app password, with a space between them."),
    QT_TRANSLATE_NOOP(
        "Core",
        "This app password may not read direct messages. Make one at Bluesky with “Allow access to your direct messages”, and connect the account anew with it.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "This account asks for a code by mail. Make an app password at Bluesky, in Settings, Privacy and security.",
    ),
    QT_TRANSLATE_NOOP("Core", "Bluesky has taken this account down. Its owner was told why by mail."),
    QT_TRANSLATE_NOOP("Core", "Bluesky has suspended this account."),
    QT_TRANSLATE_NOOP("Core", "This account is deactivated. It can be activated again at Bluesky."),
    QT_TRANSLATE_NOOP("Core", "You have blocked this person."),
    QT_TRANSLATE_NOOP("Core", "This person has blocked you."),
    QT_TRANSLATE_NOOP("Core", "Bluesky has no warnings in words in front of a post."),
    QT_TRANSLATE_NOOP("Core", "A post on Bluesky has room for 300 characters and 3,000 bytes."),
    QT_TRANSLATE_NOOP("Core", "A direct message on Bluesky has room for 1,000 characters and 10,000 bytes."),
    QT_TRANSLATE_NOOP("Core", "Bluesky's direct messages take no pictures."),
    QT_TRANSLATE_NOOP("Core", "This is no message of Bluesky's."),
    QT_TRANSLATE_NOOP("Core", "Whoever wrote this lets only some people answer, and this account is not among them."),
    QT_TRANSLATE_NOOP("Core", "Bluesky has public posts and direct messages, and nothing in between."),
    QT_TRANSLATE_NOOP("Core", "At most 4 pictures fit into one post."),
    QT_TRANSLATE_NOOP("Core", "Bluesky has no queue of posts to be approved."),
    QT_TRANSLATE_NOOP("Core", "Posts on Bluesky can be liked; they have no other reactions."),
    QT_TRANSLATE_NOOP("Core", "Only what stands under a post of yours can be hidden."),
    QT_TRANSLATE_NOOP("Core", "Bluesky hides at most 300 answers under one post."),
    QT_TRANSLATE_NOOP("Core", "Bluesky deletes a direct message only for yourself: the other person keeps it."),
    QT_TRANSLATE_NOOP("Core", "Only your own posts can be deleted."),
    QT_TRANSLATE_NOOP("Core", "This is nobody on Bluesky."),
    QT_TRANSLATE_NOOP("Core", "A post can't be changed on Bluesky. It can be deleted and written anew."),
    QT_TRANSLATE_NOOP("Core", "Bluesky shows nobody what was read."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Bluesky tells other programs of news only when it is asked, so that they come within half a minute.",
    ),
    QT_TRANSLATE_NOOP("Core", "Pictures go out from here; films have to be posted at Bluesky itself."),
    QT_TRANSLATE_NOOP("Core", "A post without text. It can be seen on Bluesky."),
)

TEMPLATES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Core", "Bluesky knows nobody called {name}."),
    QT_TRANSLATE_NOOP("Core", "“{name}” is no picture that Bluesky takes: JPEG, PNG, WebP or GIF."),
    QT_TRANSLATE_NOOP("Core", "“{name}” is too large: {size} MB, and Bluesky takes pictures of up to 2 MB."),
    QT_TRANSLATE_NOOP("Core", "“{name}” is empty."),
    QT_TRANSLATE_NOOP("Core", "The description of “{name}” is longer than {limit} characters."),
)
