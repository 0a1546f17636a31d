"""What the email channel says: its login and its options, what mail can't do, and its errors."""

from __future__ import annotations

from ui.i18n import QT_TRANSLATE_NOOP

SENTENCES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Core", "Email"),
    QT_TRANSLATE_NOOP("Core", "Mail address"),
    QT_TRANSLATE_NOOP("Core", "Password"),
    QT_TRANSLATE_NOOP("Core", "Gmail, iCloud and Yahoo want an app password, made on their own pages."),
    QT_TRANSLATE_NOOP("Core", "Our name"),
    QT_TRANSLATE_NOOP("Core", "Example Ltd, customer care"),
    QT_TRANSLATE_NOOP("Core", "What customers see as the sender."),
    QT_TRANSLATE_NOOP("Core", "Server for reading (IMAP)"),
    QT_TRANSLATE_NOOP("Core", "Server for sending (SMTP)"),
    QT_TRANSLATE_NOOP("Core", "Only where it is not found by itself."),
    QT_TRANSLATE_NOOP("Core", "User name"),
    QT_TRANSLATE_NOOP("Core", "Only where it is not the mail address."),
    QT_TRANSLATE_NOOP("Core", "Client ID"),
    QT_TRANSLATE_NOOP(
        "Core",
        "Only for signing in with the browser at Google or Microsoft, with an app that you registered there. The password is then that app's client secret, or a dash where it has none.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Folders to read"),
    QT_TRANSLATE_NOOP("Core", "One a line; empty means the inbox. What you send is read in any case."),
    QT_TRANSLATE_NOOP("Core", "Other addresses of ours"),
    QT_TRANSLATE_NOOP(
        "Core", "One a line. Mail from them is ours, and an answer leaves from the address that was written to."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The servers are found by your address. The password goes to this system's keyring and nowhere else, and mail is read and sent over encrypted connections only.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Inbox"),
    QT_TRANSLATE_NOOP("Core", "Sent"),
    QT_TRANSLATE_NOOP(
        "Core", "This mailbox has no folder for sent messages: a reply that got no answer can't be looked up."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "A mail that was broken off in the last moment can't be looked up: you are asked whether it may go again.",
    ),
    QT_TRANSLATE_NOOP("Core", "This server does not say when something arrives: it is asked once a minute."),
    QT_TRANSLATE_NOOP("Core", "This mailbox has no trash folder: messages can't be thrown away from here."),
    QT_TRANSLATE_NOOP("Core", "This mailbox has no spam folder: messages can't be marked as spam from here."),
    QT_TRANSLATE_NOOP("Core", "Mail is private: every answer goes to the people it is written to."),
    QT_TRANSLATE_NOOP("Core", "Mail knows no content warnings."),
    QT_TRANSLATE_NOOP("Core", "A mail that was sent can't be changed."),
    QT_TRANSLATE_NOOP("Core", "A mail that was sent can't be taken back."),
    QT_TRANSLATE_NOOP("Core", "Mail knows no likes."),
    QT_TRANSLATE_NOOP("Core", "Mail knows no reposts."),
    QT_TRANSLATE_NOOP("Core", "Mail servers know no muting; mute the conversation instead."),
    QT_TRANSLATE_NOOP("Core", "Blocking a sender is a filter of the mail server, which programs can't set."),
    QT_TRANSLATE_NOOP("Core", "There is nobody to report a sender to; mark the message as spam."),
    QT_TRANSLATE_NOOP("Core", "Mail knows no reactions."),
    QT_TRANSLATE_NOOP("Core", "Nobody is told that you have read a mail."),
    QT_TRANSLATE_NOOP("Core", "There is no queue of messages that wait for approval."),
    QT_TRANSLATE_NOOP("Core", "Nothing of a mail is public, so there is nothing to hide."),
    QT_TRANSLATE_NOOP("Core", "This message is encrypted and can't be read here."),
    QT_TRANSLATE_NOOP("Core", "The mail server doubts that this is from the sender it names."),
    QT_TRANSLATE_NOOP("Core", "This came through a mailing list."),
    QT_TRANSLATE_NOOP("Core", "This is an automatic answer, for example of somebody who is away."),
    QT_TRANSLATE_NOOP("Core", "A program sent this message."),
    QT_TRANSLATE_NOOP("Core", "Nobody reads answers to this address."),
    QT_TRANSLATE_NOOP("Core", "A mail server reports that a message could not be delivered."),
    QT_TRANSLATE_NOOP("Core", "This message names no sender who could be answered."),
    QT_TRANSLATE_NOOP(
        "Core", "Nobody reads answers to this message: a program sent it from an address for sending only."
    ),
    QT_TRANSLATE_NOOP("Core", "There is no mail address to write to."),
    QT_TRANSLATE_NOOP("Core", "This mailbox has no folder for that."),
    QT_TRANSLATE_NOOP("Core", "This server does not say when something arrives."),
    QT_TRANSLATE_NOOP("Core", "This is no address of a file in a mail."),
    QT_TRANSLATE_NOOP("Core", "A mailbox is connected with its address and password."),
    QT_TRANSLATE_NOOP("Core", "Please enter the password."),
    QT_TRANSLATE_NOOP("Core", "This can't be a password."),
    QT_TRANSLATE_NOOP("Core", "Mail is read and sent over encrypted connections only."),
    QT_TRANSLATE_NOOP("Core", "The mail servers of this address were not found. Please enter them."),
    QT_TRANSLATE_NOOP("Core", "Only Google and Microsoft let a browser sign in for mail. Please use a password."),
    QT_TRANSLATE_NOOP("Core", "The folder was made anew."),
    QT_TRANSLATE_NOOP("Core", "It is in no folder."),
    QT_TRANSLATE_NOOP("Core", "It gave no token that can be renewed."),
)

TEMPLATES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Core", "Answers to this message go to {address}."),
    QT_TRANSLATE_NOOP("Core", "“{entered}” is no mail address."),
    QT_TRANSLATE_NOOP("Core", "These files are too large together: {size} MB, and {limit} MB are allowed."),
)
