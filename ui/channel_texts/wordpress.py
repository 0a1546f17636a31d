"""WordPress' English sentences, for the translators."""

from __future__ import annotations

from ui.i18n import QT_TRANSLATE_NOOP

SENTENCES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP(
        "Core",
        "Comments on your site come in, with those that wait for approval. Your browser opens a page of your own site that makes an application password for this program: copy it from there, and remove it there whenever you like. The password of your profile is never needed. To approve comments, be an editor or administrator of the site.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Address of your site"),
    QT_TRANSLATE_NOOP("Core", "User name"),
    QT_TRANSLATE_NOOP("Core", "The name with which you sign in to the site."),
    QT_TRANSLATE_NOOP("Core", "Application password"),
    QT_TRANSLATE_NOOP(
        "Core", "Only if you have one already: from your profile on the site, under “Application Passwords”."
    ),
    QT_TRANSLATE_NOOP("Core", "Comments"),
    QT_TRANSLATE_NOOP("Core", "Comments to be approved"),
    # signing in
    QT_TRANSLATE_NOOP("Core", "This is no address of a site. It looks like https://www.example.org."),
    QT_TRANSLATE_NOOP("Core", "The site needs https: application passwords must not travel in the open."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Please enter your user name too. A site on the internet does not hand a new password to a program on your computer: it shows the password, and you copy it here.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The site does not accept this user name and application password. The password of your profile does not work here, and some hosts drop the login on its way: then whoever looks after the site has to allow the Authorization header.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "This is no user name and application password. They look like maud:abcd EFGH 1234 ijkl MNOP 6789."
    ),
    QT_TRANSLATE_NOOP("Core", "The site did not take the application password back. Remove it in your profile there."),
    QT_TRANSLATE_NOOP("Core", "The sign-in was not allowed."),
    QT_TRANSLATE_NOOP("Core", "It was not for this sign-in. Please begin again."),
    QT_TRANSLATE_NOOP("Core", "It holds no password. Please begin again."),
    # what a site refuses
    QT_TRANSLATE_NOOP("Core", "Comments are closed under this post."),
    QT_TRANSLATE_NOOP("Core", "This user of the site may not do that. An editor or administrator may."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The site's REST interface is switched off, or a plugin hides it. Whoever looks after the site can allow it.",
    ),
    QT_TRANSLATE_NOOP("Core", "A security plugin or firewall of the site refused it, and answered with a web page."),
    QT_TRANSLATE_NOOP("Core", "The text is too long for this site."),
    QT_TRANSLATE_NOOP("Core", "The site holds the same answer to this comment already."),
    QT_TRANSLATE_NOOP("Core", "The post stands in the trash."),
    QT_TRANSLATE_NOOP("Core", "The post is a draft."),
    QT_TRANSLATE_NOOP(
        "Core",
        "It is a web page, and no data: a plugin of the site (maintenance, security) or this network's own sign-in page answers in its place.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "It is no list of comments."),
    QT_TRANSLATE_NOOP("Core", "It is another comment."),
    QT_TRANSLATE_NOOP("Core", "It does not say whose login this is."),
    # what can't be done
    QT_TRANSLATE_NOOP("Core", "Here you answer comments. A new post is written on the site itself."),
    QT_TRANSLATE_NOOP("Core", "Comments are public: nothing can be said to one person only."),
    QT_TRANSLATE_NOOP("Core", "WordPress can't do that with a comment."),
    QT_TRANSLATE_NOOP("Core", "This is no comment of WordPress'."),
    QT_TRANSLATE_NOOP("Core", "A site has to be asked; it tells nothing by itself."),
    QT_TRANSLATE_NOOP("Core", "Comments are text: WordPress takes no files with them."),
    QT_TRANSLATE_NOOP(
        "Core",
        "What the site itself takes for spam, and what lies in its trash, does not come into the inbox; taken out there, it does.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "An answer to a comment that is not approved is seen by visitors only once that comment is approved."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "This user of the site may not moderate comments: only what everybody sees there can be read. An editor or administrator can do more.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Comments are public. Write to the person's e-mail address instead, where they left one."
    ),
    QT_TRANSLATE_NOOP("Core", "WordPress has no warnings in front of a comment."),
    QT_TRANSLATE_NOOP("Core", "WordPress has no favourites for comments."),
    QT_TRANSLATE_NOOP("Core", "Comments can't be passed on."),
    QT_TRANSLATE_NOOP("Core", "WordPress has no reactions to comments."),
    QT_TRANSLATE_NOOP("Core", "Who disturbs is kept away by the site's own list of disallowed words and addresses."),
    QT_TRANSLATE_NOOP("Core", "You are the moderator: mark it as spam, or move it to the trash."),
    QT_TRANSLATE_NOOP("Core", "Take the approval back instead: then only moderators see the comment."),
    QT_TRANSLATE_NOOP("Core", "WordPress tells nobody what was read."),
)

TEMPLATES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Core", "{host} does not say that it is a WordPress site. Please check the address."),
    QT_TRANSLATE_NOOP("Core", "The site says that its home is {host}. Please enter that address."),
)
