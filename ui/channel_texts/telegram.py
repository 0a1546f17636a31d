"""Telegram's English sentences, for the translators."""

from __future__ import annotations

from ui.i18n import QT_TRANSLATE_NOOP

SENTENCES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP(
        "Core",
        "Customers write to a bot of yours. In Telegram, open a chat with @BotFather (the one with the blue tick), send /newbot, and give it a name and an address that ends in “bot”. Copy the token that it answers with. The bot gets what people write to it from then on; in groups, only what names or answers it. To answer for a Telegram Business account, allow it at @BotFather and choose the bot in that account's settings, under Chatbots.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Bot token"),
    QT_TRANSLATE_NOOP(
        "Core",
        "From @BotFather: /newbot for a new bot, /mybots for one that you have. Treat it like a password.",
    ),
    QT_TRANSLATE_NOOP("Core", "Web address to disconnect"),
    QT_TRANSLATE_NOOP(
        "Core",
        "Only if you are asked for it: another program gets this bot's messages there until now.",
    ),
    QT_TRANSLATE_NOOP("Core", "Bot API server"),
    QT_TRANSLATE_NOOP("Core", "Only if you run a Bot API server of your own."),
    QT_TRANSLATE_NOOP("Core", "Messages"),
    # signing in
    QT_TRANSLATE_NOOP("Core", "This is no token of a bot. It looks like 123456789:AAH… and comes from @BotFather."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Telegram does not know this token. Ask @BotFather for it again with /mybots, “API Token”.",
    ),
    QT_TRANSLATE_NOOP("Core", "This is no address of a Bot API server. Leave it empty for Telegram's own."),
    # what Telegram refuses
    QT_TRANSLATE_NOOP(
        "Core",
        "Another program reads this bot's messages too, and each message reaches only one of the two. Stop the other program, or make a bot of its own for this inbox.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "This bot hands its messages to a web address, so that they can't be read here. Connect the account anew: you will be asked whether to disconnect that address.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Telegram lets a bot delete a message only within 48 hours, and in a group only with the right to do so.",
    ),
    QT_TRANSLATE_NOOP("Core", "This person has blocked the bot."),
    QT_TRANSLATE_NOOP("Core", "This person's account does not exist any more."),
    QT_TRANSLATE_NOOP("Core", "A bot can't write first: this person has to write to the bot before."),
    QT_TRANSLATE_NOOP("Core", "The bot was removed from this group."),
    QT_TRANSLATE_NOOP("Core", "The bot is not in this group any more."),
    QT_TRANSLATE_NOOP("Core", "Telegram does not know this chat (any more), or this person never wrote to the bot."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The bot has no right to do this here. A group's owner can give it in the group's settings.",
    ),
    QT_TRANSLATE_NOOP("Core", "Telegram has moved this group. Please answer a newer message of it."),
    QT_TRANSLATE_NOOP("Core", "The text is too long for Telegram."),
    QT_TRANSLATE_NOOP("Core", "The text under a file is too long for Telegram."),
    QT_TRANSLATE_NOOP("Core", "Telegram does not let a bot edit this message (any more)."),
    QT_TRANSLATE_NOOP("Core", "This chat does not allow this emoji as a reaction."),
    QT_TRANSLATE_NOOP("Core", "The business account has disconnected this bot."),
    QT_TRANSLATE_NOOP("Core", "The business account does not let this bot answer in this chat."),
    QT_TRANSLATE_NOOP(
        "Core",
        "A bot may answer for a business account only within 24 hours of the customer's message.",
    ),
    QT_TRANSLATE_NOOP("Core", "Telegram gives bots only files of up to 20 MB. Open it in Telegram."),
    QT_TRANSLATE_NOOP("Core", "Telegram takes files of up to 50 MB from bots."),
    QT_TRANSLATE_NOOP("Core", "Telegram does not have this file any more."),
    QT_TRANSLATE_NOOP("Core", "Telegram does not have this file at the moment."),
    # what a bot can't do
    QT_TRANSLATE_NOOP(
        "Core", "A bot has no page of its own: it can only answer, or write to somebody who wrote to it."
    ),
    QT_TRANSLATE_NOOP("Core", "This is no message of Telegram's."),
    QT_TRANSLATE_NOOP("Core", "This is no file of Telegram's."),
    QT_TRANSLATE_NOOP("Core", "In a business chat a bot can't put reactions."),
    QT_TRANSLATE_NOOP("Core", "A bot can't report anybody. Use Telegram itself for that."),
    QT_TRANSLATE_NOOP("Core", "A bot can't do that on Telegram."),
    QT_TRANSLATE_NOOP("Core", "Telegram does not let a bot read its own messages."),
    QT_TRANSLATE_NOOP("Core", "Telegram takes one file with a message. Send the others after it."),
    QT_TRANSLATE_NOOP("Core", "Telegram has no descriptions of pictures. Say it in the text instead."),
    QT_TRANSLATE_NOOP(
        "Core",
        "A bot is not told what was said before, and Telegram keeps messages for it for 24 hours only: what waits longer is lost.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "A bot can't read its own messages. After a broken connection you are asked whether an answer arrived.",
    ),
    QT_TRANSLATE_NOOP("Core", "Telegram tells a bot of deleted messages only in business chats."),
    QT_TRANSLATE_NOOP("Core", "One file goes with a message."),
    QT_TRANSLATE_NOOP(
        "Core",
        "In groups this bot sees only what names it or answers it (privacy mode). @BotFather can switch that off with /setprivacy.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "This bot can't be added to groups. @BotFather can allow it with /setjoingroups."),
    QT_TRANSLATE_NOOP(
        "Core",
        "This bot can't answer for a Telegram Business account. @BotFather can allow it in the bot's settings.",
    ),
    QT_TRANSLATE_NOOP("Core", "Telegram has no warnings in front of a message."),
    QT_TRANSLATE_NOOP("Core", "Telegram has reactions instead: a bot can put one on a message."),
    QT_TRANSLATE_NOOP("Core", "Telegram has nothing that a bot could pass on to followers."),
    QT_TRANSLATE_NOOP("Core", "A bot can't mute anybody."),
    QT_TRANSLATE_NOOP(
        "Core",
        "A bot can't block anybody. In a group of your own you can remove the person in Telegram.",
    ),
    QT_TRANSLATE_NOOP("Core", "Telegram has no queue of messages to be approved."),
    QT_TRANSLATE_NOOP("Core", "What others write in a group can't be hidden, only deleted by its administrators."),
    QT_TRANSLATE_NOOP("Core", "Telegram does not show people what a bot has read."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Telegram does not recognise a repeated send: after a broken connection you are asked.",
    ),
    # what stands in a bubble in the place of a text
    QT_TRANSLATE_NOOP("Core", "A sticker."),
    QT_TRANSLATE_NOOP("Core", "A place on the map."),
    QT_TRANSLATE_NOOP("Core", "A contact."),
    QT_TRANSLATE_NOOP("Core", "A story. It can only be seen in Telegram."),
    QT_TRANSLATE_NOOP("Core", "This person opened the chat with the bot."),
    QT_TRANSLATE_NOOP("Core", "Forwarded: these are somebody else's words."),
    QT_TRANSLATE_NOOP("Core", "A message of a kind that can't be shown here. It can be seen in Telegram."),
)

TEMPLATES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP(
        "Core",
        "This bot hands its messages to the web address {address}. Whatever answers there would get none any more. If that is right, write its name into “Web address to disconnect” and connect again.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "{host} does not speak Telegram's language."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The text under a file may have {limit} characters on Telegram, and this has {length}. Send the file by itself.",  # noqa: E501
    ),
)
