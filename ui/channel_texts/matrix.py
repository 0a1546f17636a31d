"""Matrix's English sentences, for the translators."""

from __future__ import annotations

from ui.i18n import QT_TRANSLATE_NOOP

SENTENCES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP(
        "Core",
        "The rooms and private chats of a Matrix account come in, and what was said there before, as far back as you like. Encrypted rooms can't be read here: customers have to write to you in rooms and chats without encryption.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Matrix user id"),
    QT_TRANSLATE_NOOP("Core", "Password"),
    QT_TRANSLATE_NOOP("Core", "It is used once, to log in. Where the server knows no passwords: an access token."),
    QT_TRANSLATE_NOOP("Core", "Server"),
    QT_TRANSLATE_NOOP("Core", "Only if it can't be found by the user id."),
    QT_TRANSLATE_NOOP("Core", "Rooms"),
    # signing in
    QT_TRANSLATE_NOOP("Core", "This is no Matrix user id. It looks like @name:server.example."),
    QT_TRANSLATE_NOOP("Core", "This is no address of a Matrix server. It looks like https://matrix.server.example."),
    QT_TRANSLATE_NOOP("Core", "The password is missing."),
    QT_TRANSLATE_NOOP("Core", "The server does not know this user id with this password."),
    QT_TRANSLATE_NOOP("Core", "The server does not accept this access token."),
    QT_TRANSLATE_NOOP(
        "Core",
        "This server lets nobody in with a password, only through its web page. Copy an access token from another Matrix program (in Element: Settings, Help & About) and enter it as the password.",  # noqa: E501
    ),
    # what a server refuses
    QT_TRANSLATE_NOOP("Core", "This account is not in this room, or may not write there."),
    QT_TRANSLATE_NOOP("Core", "This is too large for the Matrix server."),
    QT_TRANSLATE_NOOP("Core", "This account was closed by its server."),
    QT_TRANSLATE_NOOP("Core", "This account was locked by its server."),
    QT_TRANSLATE_NOOP("Core", "This account was suspended by its server."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The server wants its terms to be accepted first. Open another Matrix program to do that.",
    ),
    QT_TRANSLATE_NOOP("Core", "This room lets no guests in."),
    QT_TRANSLATE_NOOP("Core", "The server is full. Ask whoever runs it."),
    QT_TRANSLATE_NOOP("Core", "The server is too old for this room."),
    QT_TRANSLATE_NOOP("Core", "The server already has a file there."),
    # what can't be done
    QT_TRANSLATE_NOOP("Core", "Matrix has no page of one's own: a message needs a room, and answers somebody there."),
    QT_TRANSLATE_NOOP(
        "Core",
        "There are others in this chat too, who would read it. Answer in public, or in another Matrix program.",
    ),
    QT_TRANSLATE_NOOP("Core", "This is no message of Matrix's."),
    QT_TRANSLATE_NOOP("Core", "This is no file of Matrix's."),
    QT_TRANSLATE_NOOP("Core", "The login belongs to another account."),
    QT_TRANSLATE_NOOP(
        "Core",
        "This room is encrypted. Answer in another Matrix program: from here it could be read by its server.",
    ),
    QT_TRANSLATE_NOOP("Core", "That can't be done on Matrix from here."),
    QT_TRANSLATE_NOOP("Core", "Only messages of our own can be edited."),
    QT_TRANSLATE_NOOP("Core", "Matrix takes reports of messages only. Choose the messages that show why."),
    QT_TRANSLATE_NOOP("Core", "The text is too long for Matrix."),
    QT_TRANSLATE_NOOP("Core", "Matrix takes one file with a message. Send the others after it."),
    QT_TRANSLATE_NOOP("Core", "Matrix has no descriptions of pictures. Say it in the text instead."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Encrypted rooms can't be read or answered here: that an encrypted message came is shown, what it says is not.",
    ),
    QT_TRANSLATE_NOOP("Core", "A private chat has to be begun in another Matrix program, or by the customer."),
    QT_TRANSLATE_NOOP("Core", "One file goes with a message."),
    QT_TRANSLATE_NOOP("Core", "Matrix has no warnings in front of a message."),
    QT_TRANSLATE_NOOP("Core", "Matrix has no queue of messages to be approved."),
    QT_TRANSLATE_NOOP("Core", "Matrix has reactions instead: put one on the message."),
    QT_TRANSLATE_NOOP("Core", "Matrix has nothing that could be passed on to followers."),
    QT_TRANSLATE_NOOP("Core", "Nobody can be muted from here. Another Matrix program can do it."),
    QT_TRANSLATE_NOOP("Core", "Nobody can be ignored from here. Another Matrix program can do it."),
    QT_TRANSLATE_NOOP("Core", "What others write can't be hidden, only removed by a room's moderators."),
    # what stands in a bubble in the place of a text
    QT_TRANSLATE_NOOP("Core", "An encrypted message. It can only be read in another Matrix program."),
    QT_TRANSLATE_NOOP("Core", "An encrypted file. It can only be opened in another Matrix program."),
    QT_TRANSLATE_NOOP(
        "Core",
        "A message of a kind that can't be shown here. It can be seen in another Matrix program.",
    ),
    QT_TRANSLATE_NOOP("Core", "A sticker."),
    QT_TRANSLATE_NOOP("Core", "A place on the map."),
    QT_TRANSLATE_NOOP("Core", "A poll. It can only be seen in another Matrix program."),
    QT_TRANSLATE_NOOP("Core", "An invitation into a private chat. Answer to accept it."),
    QT_TRANSLATE_NOOP(
        "Core",
        "An invitation into a room. Answer to accept it: your answer is then read by everybody in the room.",
    ),
)

TEMPLATES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Core", "{host} is no Matrix server. If the server has another address, enter it as “Server”."),
)
