<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccountDetails</name>
    <message numerus="yes">
        <source>%n characters for each message</source>
        <translation>
            <numerusform>%n character for each message</numerusform>
            <numerusform>%n characters for each message</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>Outbox: %n waiting</source>
        <translation>
            <numerusform>Outbox: %n waiting</numerusform>
            <numerusform>Outbox: %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s) in sync</source>
        <translation>
            <numerusform>%n channel in sync</numerusform>
            <numerusform>%n channels in sync</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n gap</numerusform>
            <numerusform>%n gaps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TriageActions</name>
    <message numerus="yes">
        <source>%n conversation(s) reopened</source>
        <translation>
            <numerusform>Conversation reopened</numerusform>
            <numerusform>%n conversations reopened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) done</source>
        <translation>
            <numerusform>Conversation done</numerusform>
            <numerusform>%n conversations done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) marked as read</source>
        <translation>
            <numerusform>Conversation marked as read</numerusform>
            <numerusform>%n conversations marked as read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) marked as unread</source>
        <translation>
            <numerusform>Conversation marked as unread</numerusform>
            <numerusform>%n conversations marked as unread</numerusform>
        </translation>
    </message>
</context>
</TS>
