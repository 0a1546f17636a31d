"""A notification service that has an answer field, as KDE's: follows the published specification, checks what it gets.

Run as a program on a session bus: each call is printed as a line of JSON, and lines on standard input make it emit
signals: ``["ActionInvoked", 3, "done"]``. A call whose types are not the specification's is refused.
"""

from __future__ import annotations

import json
import sys
import threading
from typing import Any

from jeepney import DBusAddress, HeaderFields, MessageType, message_bus, new_error, new_method_return, new_signal
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
TYPES = {"Notify": "susssasa{sv}i", "CloseNotification": "u", "GetCapabilities": None, "GetServerInformation": None}
ANSWERS = {"Notify": "u", "CloseNotification": "", "GetCapabilities": "as", "GetServerInformation": "ssss"}
SIGNALS = {"ActionInvoked": "us", "NotificationReplied": "us", "NotificationClosed": "uu", "ActivationToken": "us"}


def say(*what: object) -> None:
    print(json.dumps(what), flush=True)


def answer(method: str, body: tuple[Any, ...], numbers: list[int], able: list[str]) -> tuple[object, ...]:
    if method == "GetCapabilities":
        return (able,)
    if method == "GetServerInformation":
        return ("ours", "SCRM", "1", "1.2")
    if method == "Notify":
        number = body[1] or len(numbers) + 1
        numbers.append(number)
        say("Notify", number, *body[2:5], body[5], {name: value for name, (_, value) in body[6].items()}, body[7])
        return (number,)
    say(method, *body)
    return ()


def listen(bus: DBusConnection) -> None:
    for line in sys.stdin:
        signal, *body = json.loads(line)
        where = DBusAddress(PATH, interface=NAME)
        bus.send(new_signal(where, signal, SIGNALS.get(signal, "us"), tuple(body)))


def main() -> None:
    able, numbers = sys.argv[1:], list[int]()
    bus = open_dbus_connection("SESSION")
    bus.send_and_get_reply(message_bus.RequestName(NAME))
    threading.Thread(target=listen, args=(open_dbus_connection("SESSION"),), daemon=True).start()
    say("ready")
    while True:
        message = bus.receive()
        if message.header.message_type is not MessageType.method_call:
            continue
        method = message.header.fields[HeaderFields.member]
        found = message.header.fields.get(HeaderFields.signature)
        if method not in TYPES or found != TYPES[method]:
            say("refused", method, found)
            bus.send(new_error(message, "org.freedesktop.DBus.Error.InvalidArgs"))
            continue
        bus.send(new_method_return(message, ANSWERS[method] or None, answer(method, message.body, numbers, able)))


if __name__ == "__main__":
    main()
