<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccountDetails</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters for each message</source>
        <translation>
            <numerusform>%n character for each message</numerusform>
            <numerusform>%n characters for each message</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CannedManager</name>
    <message numerus="yes">
        <source>used %n time(s)</source>
        <translation>
            <numerusform>used once</numerusform>
            <numerusform>used %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComposerTools</name>
    <message numerus="yes">
        <source>People who can&apos;t see it will not know what is in %n file(s).</source>
        <translation>
            <numerusform>People who can&apos;t see it will not know what is in %n file.</numerusform>
            <numerusform>People who can&apos;t see them will not know what is in %n files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message numerus="yes">
        <source>%n response(s) written</source>
        <translation>
            <numerusform>%n response written</numerusform>
            <numerusform>%n responses written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n would be added</source>
        <translation>
            <numerusform>%n would be added</numerusform>
            <numerusform>%n would be added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be changed</source>
        <translation>
            <numerusform>%n would be changed</numerusform>
            <numerusform>%n would be changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are there already</source>
        <translation>
            <numerusform>%n is there already</numerusform>
            <numerusform>%n are there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be refused</source>
        <translation>
            <numerusform>%n would be refused</numerusform>
            <numerusform>%n would be refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %n response(s)</source>
        <translation>
            <numerusform>Write %n response</numerusform>
            <numerusform>Write %n responses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotificationSettings</name>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>every minute</numerusform>
            <numerusform>every %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotificationWords</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) back from their snooze</source>
        <translation>
            <numerusform>%n conversation back from its snooze</numerusform>
            <numerusform>%n conversations back from their snooze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PuttingAway</name>
    <message numerus="yes">
        <source>%n conversation(s) snoozed until the customer writes</source>
        <translation>
            <numerusform>%n conversation snoozed until the customer writes</numerusform>
            <numerusform>%n conversations snoozed until the customer writes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) snoozed until {when}</source>
        <translation>
            <numerusform>%n conversation snoozed until {when}</numerusform>
            <numerusform>%n conversations snoozed until {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) reopened</source>
        <translation>
            <numerusform>%n conversation reopened</numerusform>
            <numerusform>%n conversations reopened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) wait for the customer</source>
        <translation>
            <numerusform>%n conversation waits for the customer</numerusform>
            <numerusform>%n conversations wait for the customer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) no spam after all</source>
        <translation>
            <numerusform>%n conversation is no spam after all</numerusform>
            <numerusform>%n conversations are no spam after all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) moved to spam</source>
        <translation>
            <numerusform>%n conversation moved to spam</numerusform>
            <numerusform>%n conversations moved to spam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) muted</source>
        <translation>
            <numerusform>%n conversation muted</numerusform>
            <numerusform>%n conversations muted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) unmuted</source>
        <translation>
            <numerusform>%n conversation unmuted</numerusform>
            <numerusform>%n conversations unmuted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendAndDone</name>
    <message numerus="yes">
        <source>%n conversation(s) done</source>
        <translation>
            <numerusform>%n conversation done</numerusform>
            <numerusform>%n conversations done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message numerus="yes">
        <source>The text is sent as %n messages, each answering the one before it.</source>
        <translation>
            <numerusform>The text is sent as %n message.</numerusform>
            <numerusform>The text is sent as %n messages, each answering the one before it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n messages</source>
        <translation>
            <numerusform>Send %n message</numerusform>
            <numerusform>Send %n messages</numerusform>
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
    <name>Tray</name>
    <message numerus="yes">
        <source>%n customer(s) need a reply</source>
        <translation>
            <numerusform>%n customer needs a reply</numerusform>
            <numerusform>%n customers need a reply</numerusform>
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
        <source>%n conversation(s) merged</source>
        <translation>
            <numerusform>%n conversation merged</numerusform>
            <numerusform>%n conversations merged</numerusform>
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
