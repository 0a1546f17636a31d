<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AccountDetails</name>
    <message>
        <source>Also forget the stored messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many days of history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The login is given back to the server and forgotten here. Your notes, labels and drafts stay; what waits in the outbox of this account will not be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last checked {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>News arrive at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stream}: nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stream}: complete since {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network has nothing older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>    gap from {start} to {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown software</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n characters for each message</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>History is being loaded in the background, newest first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountWizard</name>
    <message>
        <source>Connect an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have an access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep for this run only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect an account of {network}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your browser is open: sign in there and allow the access, then come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No browser could be opened. Open this address yourself and sign in:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this address, sign in, and paste the code that is shown:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this conversation; a new message of the customer opens it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as read or unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put labels on, take them off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this conversation to somebody of the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a public reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a direct message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note that only your team sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask every channel for news now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect an account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice debrief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went well in this round, and what did not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentChip</name>
    <message>
        <source>Description of {name} for people who can&apos;t see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe it for people who can&apos;t see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Put away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>as {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message you are answering was changed. It said: “{before}” It says now: “{now}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answering: “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server does not take that kind of file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server takes at most {count} files with one message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComposerForm</name>
    <message>
        <source>What to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content warning: what people see before they open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files (Ctrl+Shift+A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComposerWords</name>
    <message>
        <source>Public reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply publicly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send direct message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what everybody may read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to this person alone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write for your team…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only your team sees this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking up who this goes to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct message, only {who} reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public reply to {who}, everyone can read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public reply to {who}, everyone can read it, but it is not listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply to {who}, only your followers and those named can read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This conversation is private: a public reply would show it to everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network has no direct messages.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Search all history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest waiting first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longest wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>Choose a conversation on the left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationTable</name>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>Your browser opens your server&apos;s own sign-in page. This program never sees your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of your address behind the second @.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message with a poll can&apos;t be edited without losing its votes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server can&apos;t delete messages for other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server takes no reports from other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is no server&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only https is safe. Please enter the server&apos;s name without http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no access token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not speak Mastodon&apos;s language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server has no live stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” can&apos;t be read any more: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no address of a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody signed in within the time. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No code was entered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note stays in the house: it can&apos;t be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This conversation belongs to another account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to send yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing with the number {number} in the outbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what may have been sent can be sent again in this way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a picture that can be shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file can&apos;t be copied: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No practice network is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no message of this customer to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer can&apos;t be more public than the message it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has {length} characters; this server takes {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account with the number {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no conversation with the number {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message that you answer is not stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The messages of this conversation are not stored at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server has no direct messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {count} files fit into one message here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A film or a sound has to stand alone in its message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is of a kind that this server does not take ({kind}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is too large: {size} MB, and {limit} MB are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description of “{file}” is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not keep what was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answered too late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not answer within {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not register this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gave no access token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its login leads to another server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not for this sign-in. Please begin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came from another server. Please begin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds no code. Please begin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice network did not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its process ended at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It kept silent for too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will be looked after at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server has no live stream: new messages are fetched every half minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server does not recognise a repeated send. After a broken connection, what you wrote is looked up before it is sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server does not say how long a message may be: 500 characters are assumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server can&apos;t tell of many messages at once: edits and deletions are noticed more slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server has no followers-only messages: what it calls private is a direct message.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerPane</name>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer of the conversation you choose is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile on {network}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Followers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Following</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automated account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote to us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourites of ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boosts of ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>public</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DebriefDialog</name>
    <message>
        <source>Practice debrief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <source>Edit message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content warning (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>That did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please check what you entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message was edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} changed this message after you began. It said: “{before}” It says now: “{now}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} deleted the message that you are answering. Your text is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does this still fit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was written on {written} and could not be sent since. Read it again, then send it or take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not confirm it, and it was not found there. Please look, then send it again or take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached. Everything you write is kept and leaves when the network returns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sent an answer that can&apos;t be read. {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network sign-in needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network shows a sign-in page instead of {host}. Open a browser, sign in, and it goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} answered with an error of its own ({status}). It will be tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} asks to slow down. Next try at {until}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused for safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of {host} was refused: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {host} was refused: {detail}. Nothing was sent. If this network has a sign-in page, open a browser and sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not uploaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not take “{name}”. Nothing was sent; it will be tried again. {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not accept this login any more. What waits in the outbox is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not allow it: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was deleted, or it can&apos;t be seen by this account any more. Your text is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not accept it: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring can&apos;t be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keyring found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no keyring service that keeps passwords safely. {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the system&apos;s keyring and try again. {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring holds no login for {account}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile can&apos;t be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile is open in another window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile is from a newer version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was written by a newer version (schema {found}, this one knows {known}). Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile folder can&apos;t be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was lost, and nothing more can be stored in {path} until there is room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A database is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged. {detail}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldsPage</name>
    <message>
        <source>Paste an access token that you made in the network&apos;s own settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>direct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assigned to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>in sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trouble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign in again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Note added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking every channel for news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice network is starting…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageActs</name>
    <message>
        <source>Delete this message for everybody? The network can&apos;t bring it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute {name}? You won&apos;t be told of what they write any more, and they are not told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block {name}? They can&apos;t follow or write to you any more, and they can find out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it again? If it did arrive after all, it will stand there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Answer this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the whole message…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier versions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show picture {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in browser…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take favourite back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take boost back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>{name}, chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report {name} and this message to the moderators of your server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is spam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It breaks the server&apos;s rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should the moderators know?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also tell the moderators of {server}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>(no text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and language change with the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect an account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Connect an account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Outbox: %n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Older messages can be loaded from the account&apos;s details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s) in sync</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>checked {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete since {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>next check in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next check in {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teller</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a fault of the program, not of yours. It is written in the log; you can go on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThreadEvent</name>
    <message>
        <source>{who} closed this conversation</source>
        <extracomment>By kind of event; ``{who}`` is the person, ``{what}`` the detail (a name, a label).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} opened this conversation again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again: the customer wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} assigned this to {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} took the assignment away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} added the label {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} removed the label {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} marked this as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} marked this as unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} undid the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two parts of this conversation were joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThreadPane</name>
    <message>
        <source>New messages ↓</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThreadWords</name>
    <message>
        <source>We</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlisted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>followers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◷ held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◷ waiting for the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It left, and nobody knows yet whether it arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Animation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{votes} · closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{votes} · open until {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal note by {name}, {time}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted by its author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content warning: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We deleted this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In reply to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In reply to our post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal note · {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture can&apos;t be shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{span} ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message>
        <source>Undone: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TriageActions</name>
    <message>
        <source>Reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) reopened</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) done</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) marked as read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) marked as unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New label “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label “{name}” taken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label “{name}” put on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (me)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign to “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Needs reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is waiting for an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything has been read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is assigned to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you wrote has been sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is done yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no conversations yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open conversation here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open conversation has this label.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Address to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code shown by the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the code…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Every conversation, in one inbox on your own computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect an account of your company, or begin on the practice network: invented customers on this computer who write, wait, get angry and say thank you. Nothing there reaches the internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect an account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the practice network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
