"""What the Mastodon channel says of itself beyond the core's own texts."""

from __future__ import annotations

from ui.i18n import QT_TRANSLATE_NOOP

SENTENCES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Core", "Mastodon has favourites, and no other reactions."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Mastodon has no queue of comments to be approved: people who disturb are muted, blocked or reported.",
    ),
    QT_TRANSLATE_NOOP("Core", "What others write under your posts stays where it is on Mastodon."),
    QT_TRANSLATE_NOOP("Core", "Mastodon tells nobody what was read."),
)
