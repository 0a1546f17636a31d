<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About SCRM Desktop</source>
        <translation>À propos de SCRM Desktop</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Version {number}</translation>
    </message>
    <message>
        <source>Every customer conversation, from every network, in one inbox on your own computer.</source>
        <translation>Toutes les conversations avec vos clients, de tous les réseaux, dans une seule boîte sur votre ordinateur.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence, without any warranty.</source>
        <translation>Logiciel libre sous licence MIT, sans aucune garantie.</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>Licences…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy version and system, for a report of a fault</source>
        <translation>Copier la version et le système, pour signaler un défaut</translation>
    </message>
</context>
<context>
    <name>AccountDetails</name>
    <message>
        <source>Start the practice network</source>
        <translation>Lancer le réseau d’entraînement</translation>
    </message>
    <message>
        <source>Also forget the stored messages</source>
        <translation>Oublier aussi les messages enregistrés</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>What every answer of this account ends with (optional)</source>
        <translation>Ce qui termine chaque réponse de ce compte (facultatif)</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source> days</source>
        <translation> jours</translation>
    </message>
    <message>
        <source>How many days of history</source>
        <translation>Nombre de jours d’historique</translation>
    </message>
    <message>
        <source>Load history</source>
        <translation>Charger l’historique</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Remonter de</translation>
    </message>
    <message>
        <source>Remove account…</source>
        <translation>Retirer le compte…</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The login is given back to the server and forgotten here. Your notes, labels and drafts stay; what waits in the outbox of this account will not be sent.</source>
        <translation>L’autorisation est rendue au serveur et oubliée ici. Vos notes, étiquettes et brouillons restent&#xa0;; ce qui attend dans la boîte d’envoi de ce compte ne sera pas envoyé.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>Rien n’est encore enregistré.</translation>
    </message>
    <message>
        <source>Last checked {when}.</source>
        <translation>Dernière vérification&#xa0;: {when}.</translation>
    </message>
    <message>
        <source>News arrive at once.</source>
        <translation>Les nouveautés arrivent aussitôt.</translation>
    </message>
    <message>
        <source>{stream}: nothing yet</source>
        <translation>{stream}&#xa0;: rien pour l’instant</translation>
    </message>
    <message>
        <source>{stream}: complete since {date}</source>
        <translation>{stream}&#xa0;: complet depuis le {date}</translation>
    </message>
    <message>
        <source>the network has nothing older</source>
        <translation>le réseau n’a rien de plus ancien</translation>
    </message>
    <message>
        <source>    gap from {start} to {end}</source>
        <translation>    lacune du {start} au {end}</translation>
    </message>
    <message>
        <source>Unknown software</source>
        <translation>Logiciel inconnu</translation>
    </message>
    <message numerus="yes">
        <source>%n characters for each message</source>
        <translation>
            <numerusform>%n caractère par message</numerusform>
            <numerusform>%n caractères par message</numerusform>
        </translation>
    </message>
    <message>
        <source>History is being loaded in the background, newest first.</source>
        <translation>L’historique se charge en arrière-plan, du plus récent au plus ancien.</translation>
    </message>
</context>
<context>
    <name>AccountWizard</name>
    <message>
        <source>Connect an account</source>
        <translation>Connecter un compte</translation>
    </message>
    <message>
        <source>I have an access token</source>
        <translation>J’ai un jeton d’accès</translation>
    </message>
    <message>
        <source>Another network</source>
        <translation>Autre réseau</translation>
    </message>
    <message>
        <source>Keep for this run only</source>
        <translation>Garder pour cette session seulement</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Connect an account of {network}</source>
        <translation>Connecter un compte {network}</translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Se connecter avec le navigateur</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connecter</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached. Is the name right, and is there a network?</source>
        <translation>{host} est injoignable. Le nom est-il juste, et y a-t-il un réseau ?</translation>
    </message>
    <message>
        <source>Your browser is open: sign in there and allow the access, then come back.</source>
        <translation>Votre navigateur est ouvert&#xa0;: connectez-vous-y, autorisez l’accès, puis revenez ici.</translation>
    </message>
    <message>
        <source>No browser could be opened. Open this address yourself and sign in:</source>
        <translation>Aucun navigateur n’a pu être ouvert. Ouvrez vous-même cette adresse et connectez-vous&#xa0;:</translation>
    </message>
    <message>
        <source>Open this address, sign in, and paste the code that is shown:</source>
        <translation>Ouvrez cette adresse, connectez-vous et collez le code affiché&#xa0;:</translation>
    </message>
</context>
<context>
    <name>AccountsList</name>
    <message>
        <source>Connect an account…</source>
        <translation>Connecter un compte…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Details of {account}</source>
        <translation>Détails de {account}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Done</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Close this conversation; a new message of the customer opens it again</source>
        <translation>Clore cette conversation&#xa0;; un nouveau message du client la rouvrira</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>Put this away until a time, or until the customer writes</source>
        <translation>Mettre de côté jusqu’à un moment, ou jusqu’à ce que le client écrive</translation>
    </message>
    <message>
        <source>Wait for the customer</source>
        <translation>Attendre le client</translation>
    </message>
    <message>
        <source>It is the customer&apos;s turn; what they write opens it again</source>
        <translation>C’est au client de répondre ; son message rouvrira la conversation</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Say how much this matters</source>
        <translation>Dire combien cela compte</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Indésirable</translation>
    </message>
    <message>
        <source>Call this spam: closed, out of every other view, never heard of again</source>
        <translation>Classer en indésirable : close, absente des autres vues, plus jamais signalée</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Sourdine</translation>
    </message>
    <message>
        <source>New messages neither open this nor ring nor count as unread</source>
        <translation>Les nouveaux messages ne rouvrent rien, ne sonnent pas et ne comptent pas comme non lus</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Marquer comme non lu</translation>
    </message>
    <message>
        <source>Mark as read or unread</source>
        <translation>Marquer comme lu ou non lu</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiqueter</translation>
    </message>
    <message>
        <source>Put labels on, take them off</source>
        <translation>Poser ou enlever des étiquettes</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Assigner</translation>
    </message>
    <message>
        <source>Give this conversation to somebody of the team</source>
        <translation>Confier cette conversation à quelqu’un de l’équipe</translation>
    </message>
    <message>
        <source>Split off from this message on</source>
        <translation>Scinder à partir de ce message</translation>
    </message>
    <message>
        <source>Make a conversation of its own of the chosen message and all that follows it</source>
        <translation>Faire du message choisi et de tout ce qui le suit une conversation à part</translation>
    </message>
    <message>
        <source>Same person as…</source>
        <translation>Même personne que…</translation>
    </message>
    <message>
        <source>Join this customer with another profile of the same person</source>
        <translation>Réunir ce client avec un autre profil de la même personne</translation>
    </message>
    <message>
        <source>Not the same person…</source>
        <translation>Pas la même personne…</translation>
    </message>
    <message>
        <source>Tell a profile of this customer apart again</source>
        <translation>Séparer de nouveau un profil de ce client</translation>
    </message>
    <message>
        <source>Whole timeline</source>
        <translation>Tout l’historique</translation>
    </message>
    <message>
        <source>Everything with this customer on one scroll, over every channel</source>
        <translation>Tous les échanges avec ce client à la suite, tous canaux confondus</translation>
    </message>
    <message>
        <source>Public reply</source>
        <translation>Réponse publique</translation>
    </message>
    <message>
        <source>Write a public reply</source>
        <translation>Écrire une réponse publique</translation>
    </message>
    <message>
        <source>Direct message</source>
        <translation>Message privé</translation>
    </message>
    <message>
        <source>Write a direct message</source>
        <translation>Écrire un message privé</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Write a note that only your team sees</source>
        <translation>Écrire une note que seule votre équipe voit</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send and done</source>
        <translation>Envoyer et terminer</translation>
    </message>
    <message>
        <source>Send later…</source>
        <translation>Envoyer plus tard…</translation>
    </message>
    <message>
        <source>Choose when this reply leaves; it waits for you if the customer writes first</source>
        <translation>Choisir quand cette réponse part&#xa0;; elle vous attend si le client écrit avant</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Joindre un fichier</translation>
    </message>
    <message>
        <source>Insert an emoji</source>
        <translation>Insérer un émoji</translation>
    </message>
    <message>
        <source>Macro</source>
        <translation>Macro</translation>
    </message>
    <message>
        <source>Do several steps at once</source>
        <translation>Faire plusieurs étapes d’un coup</translation>
    </message>
    <message>
        <source>Canned responses…</source>
        <translation>Réponses types…</translation>
    </message>
    <message>
        <source>Write, import and export canned responses</source>
        <translation>Écrire, importer et exporter des réponses types</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Conversation suivante</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Conversation précédente</translation>
    </message>
    <message>
        <source>Merge into the shown one</source>
        <translation>Fusionner dans celle affichée</translation>
    </message>
    <message>
        <source>Make one conversation of those that are selected</source>
        <translation>Faire une seule conversation de celles qui sont sélectionnées</translation>
    </message>
    <message>
        <source>Take the merge apart</source>
        <translation>Défaire la fusion</translation>
    </message>
    <message>
        <source>Make several conversations of this one again, as before it was merged</source>
        <translation>Refaire plusieurs conversations de celle-ci, comme avant la fusion</translation>
    </message>
    <message>
        <source>Select everything</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Select everything that this list finds, to act on all of it at once</source>
        <translation>Sélectionner tout ce que cette liste trouve, pour agir sur tout en une fois</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>Ajouter un filtre</translation>
    </message>
    <message>
        <source>Add a filter: field, operator, value</source>
        <translation>Ajouter un filtre&#xa0;: champ, opérateur, valeur</translation>
    </message>
    <message>
        <source>Columns side by side</source>
        <translation>Colonnes côte à côte</translation>
    </message>
    <message>
        <source>Watch up to four views side by side</source>
        <translation>Suivre jusqu&apos;à quatre vues côte à côte</translation>
    </message>
    <message>
        <source>Save as view…</source>
        <translation>Enregistrer comme vue…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Find anything…</source>
        <translation>Tout rechercher…</translation>
    </message>
    <message>
        <source>Conversations, people, actions, settings and views in one list</source>
        <translation>Conversations, personnes, actions, réglages et vues dans une seule liste</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volet suivant</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Volet précédent</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Ask every channel for news now</source>
        <translation>Demander maintenant les nouveautés de chaque canal</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Connect an account…</source>
        <translation>Connecter un compte…</translation>
    </message>
    <message>
        <source>Practice debrief</source>
        <translation>Bilan de l’entraînement</translation>
    </message>
    <message>
        <source>What went well in this round, and what did not</source>
        <translation>Ce qui a bien marché dans cette partie, et ce qui a moins bien marché</translation>
    </message>
    <message>
        <source>Start the crisis now</source>
        <translation>Déclencher la crise maintenant</translation>
    </message>
    <message>
        <source>Thirty customers write within a few minutes</source>
        <translation>Trente clients écrivent en quelques minutes</translation>
    </message>
    <message>
        <source>New round…</source>
        <translation>Nouvelle partie…</translation>
    </message>
    <message>
        <source>Conversation beside the list</source>
        <translation>Conversation à côté de la liste</translation>
    </message>
    <message>
        <source>Conversation below the list</source>
        <translation>Conversation sous la liste</translation>
    </message>
    <message>
        <source>List only</source>
        <translation>Liste seule</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Taille de texte normale</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>User&apos;s guide</source>
        <translation>Guide de l’utilisateur</translation>
    </message>
    <message>
        <source>How to work with this program, in a window beside this one</source>
        <translation>Comment travailler avec ce programme, dans une fenêtre à côté de celle-ci</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Every key on one sheet, to read or to print</source>
        <translation>Toutes les touches sur une feuille, à lire ou à imprimer</translation>
    </message>
    <message>
        <source>About SCRM Desktop</source>
        <translation>À propos de SCRM Desktop</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>Answering: “{text}”</source>
        <translation>En réponse à&#xa0;: «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>The message you are answering was changed. It said: “{before}” It says now: “{now}”</source>
        <translation>Le message auquel vous répondez a été modifié. Il disait&#xa0;: «&#xa0;{before}&#xa0;» Il dit maintenant&#xa0;: «&#xa0;{now}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>AskForm</name>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Address on the network</source>
        <translation>Adresse sur le réseau</translation>
    </message>
    <message>
        <source>Our account</source>
        <translation>Notre compte</translation>
    </message>
    <message>
        <source>My name</source>
        <translation>Mon nom</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Numéro de commande</translation>
    </message>
</context>
<context>
    <name>AttachmentChip</name>
    <message>
        <source>Scale down</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Description of {name} for people who can&apos;t see it</source>
        <translation>Description de {name} pour les personnes qui ne peuvent pas voir</translation>
    </message>
    <message>
        <source>Describe it for people who can&apos;t see it</source>
        <translation>Décrivez-le pour les personnes qui ne peuvent pas voir</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Retirer {name}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Put away</source>
        <translation>Masquer</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Clear</source>
        <translation>Désélectionner</translation>
    </message>
    <message>
        <source>Select only the conversation that is shown</source>
        <translation>Ne garder que la conversation affichée</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n sélectionnée</numerusform>
            <numerusform>%n sélectionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>Select all {count}</source>
        <translation>Tout ({count})</translation>
    </message>
</context>
<context>
    <name>CannedEditor</name>
    <message>
        <source>Insert variable</source>
        <translation>Insérer une variable</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
    <message>
        <source>one word, typed after /</source>
        <translation>un mot, tapé après /</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>Toute langue</translation>
    </message>
    <message>
        <source>Ask me for…</source>
        <translation>Me demander…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Raccourci</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>How it will read</source>
        <translation>Aperçu</translation>
    </message>
</context>
<context>
    <name>CannedManager</name>
    <message>
        <source>Canned responses</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Importer et exporter</translation>
    </message>
    <message>
        <source>Look at a starter set…</source>
        <translation>Voir un jeu de départ…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Import from CSV…</source>
        <translation>Importer un CSV…</translation>
    </message>
    <message>
        <source>Export to CSV…</source>
        <translation>Exporter en CSV…</translation>
    </message>
    <message numerus="yes">
        <source>used %n time(s)</source>
        <translation>
            <numerusform>utilisée %n fois</numerusform>
            <numerusform>utilisée %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is saved.</source>
        <translation>«&#xa0;{name}&#xa0;» est enregistrée.</translation>
    </message>
    <message>
        <source>It is back.</source>
        <translation>Elle est de retour.</translation>
    </message>
    <message>
        <source>This one has no name or no text yet. Close again to throw it away.</source>
        <translation>Il manque encore un nom ou un texte. Fermez encore une fois pour l’abandonner.</translation>
    </message>
</context>
<context>
    <name>CannedSource</name>
    <message>
        <source>Canned responses</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>Manage…</source>
        <translation>Gérer…</translation>
    </message>
    <message>
        <source>Enter inserts, Esc leaves the text as it is.</source>
        <translation>Entrée insère, Échap laisse le texte tel quel.</translation>
    </message>
    <message>
        <source>There are no canned responses yet.</source>
        <translation>Il n’y a pas encore de réponses types.</translation>
    </message>
    <message>
        <source>This text needs to know:</source>
        <translation>Ce texte a besoin de savoir&#xa0;:</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insérer</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>Rechercher dans les raccourcis</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Change the keys…</source>
        <translation>Changer les touches…</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Aucun résultat.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Open</source>
        <translation>Ouvertes</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Non lues</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Publiques</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>Privées</translation>
    </message>
    <message>
        <source>+ Filter</source>
        <translation>+ Filtre</translation>
    </message>
    <message>
        <source>Add a filter: field, operator, value</source>
        <translation>Ajouter un filtre&#xa0;: champ, opérateur, valeur</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Close the window</source>
        <translation>Fermer la fenêtre</translation>
    </message>
    <message>
        <source>Shall the inbox stay in sync after the window is closed?</source>
        <translation>La boîte de réception doit-elle rester à jour une fois la fenêtre fermée&#xa0;?</translation>
    </message>
    <message>
        <source>In the tray the program goes on reading and sending, and tells you who writes. If you quit, both wait until you open it again. You can change this in the settings.</source>
        <translation>Dans la zone de notification, le programme continue de lire et d’envoyer, et vous dit qui écrit. Si vous quittez, tout attend que vous l’ouvriez de nouveau. Vous pourrez changer cela dans les réglages.</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>Rester dans la zone de notification</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>as {account}</source>
        <translation>en tant que {account}</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
    <message>
        <source>This server does not take that kind of file.</source>
        <translation>Ce serveur n’accepte pas ce type de fichier.</translation>
    </message>
    <message>
        <source>This server takes at most {count} files with one message.</source>
        <translation>Ce serveur accepte au plus {count} fichiers par message.</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} caractères</translation>
    </message>
</context>
<context>
    <name>ComposerFiles</name>
    <message>
        <source>This file is not there any more.</source>
        <translation>Ce fichier n’est plus là.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Ce fichier est vide.</translation>
    </message>
    <message>
        <source>This picture has {count} megapixels; this server takes {limit}.</source>
        <translation>Cette image compte {count} mégapixels&#xa0;; ce serveur en accepte {limit}.</translation>
    </message>
    <message>
        <source>This file has {size}; this server takes {limit}.</source>
        <translation>Ce fichier pèse {size}&#xa0;; ce serveur en accepte {limit}.</translation>
    </message>
    <message>
        <source>This picture can&apos;t be made small enough.</source>
        <translation>Cette image ne peut pas être réduite assez.</translation>
    </message>
</context>
<context>
    <name>ComposerForm</name>
    <message>
        <source>What to write</source>
        <translation>Texte à écrire</translation>
    </message>
    <message>
        <source>Content warning: what people see before they open it</source>
        <translation>Avertissement&#xa0;: ce que l’on voit avant d’ouvrir le message</translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation>Avertissement de contenu</translation>
    </message>
    <message>
        <source>Too long: send it as a thread…</source>
        <translation>Trop long&#xa0;: envoyer en plusieurs messages…</translation>
    </message>
    <message>
        <source>Send later (Ctrl+Shift+L)</source>
        <translation>Envoyer plus tard (Ctrl+Maj+L)</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>Envoyer plus tard</translation>
    </message>
    <message>
        <source>/ Replies</source>
        <translation>/ Réponses</translation>
    </message>
    <message>
        <source>Insert a canned response: type / and a few letters</source>
        <translation>Insérer une réponse type&#xa0;: tapez / et quelques lettres</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>Insert an emoji (Ctrl+.)</source>
        <translation>Insérer un émoji (Ctrl+.)</translation>
    </message>
    <message>
        <source>Insert an emoji</source>
        <translation>Insérer un émoji</translation>
    </message>
    <message>
        <source>What was sent to this person before</source>
        <translation>Ce qui a déjà été envoyé à cette personne</translation>
    </message>
    <message>
        <source>Attach files (Ctrl+Shift+A)</source>
        <translation>Joindre des fichiers (Ctrl+Maj+A)</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
</context>
<context>
    <name>ComposerTools</name>
    <message>
        <source>What was sent to this person before</source>
        <translation>Ce qui a déjà été envoyé à cette personne</translation>
    </message>
    <message>
        <source>Something is still missing</source>
        <translation>Il manque encore quelque chose</translation>
    </message>
    <message>
        <source>These places of your text are still empty. The customer would see them as they are.</source>
        <translation>Ces endroits de votre texte sont encore vides. Le client les verrait tels quels.</translation>
    </message>
    <message>
        <source>Fill in and send</source>
        <translation>Remplir et envoyer</translation>
    </message>
    <message>
        <source>This text is too long even for a thread.</source>
        <translation>Ce texte est trop long, même pour plusieurs messages.</translation>
    </message>
    <message>
        <source>Send without a description?</source>
        <translation>Envoyer sans description&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>People who can&apos;t see it will not know what is in %n file(s).</source>
        <translation>
            <numerusform>Qui ne peut pas le voir ne saura pas ce que contient %n fichier.</numerusform>
            <numerusform>Qui ne peut pas les voir ne saura pas ce que contiennent %n fichiers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Describe it</source>
        <translation>Décrire</translation>
    </message>
    <message>
        <source>Send as it is</source>
        <translation>Envoyer tel quel</translation>
    </message>
    <message>
        <source>Don&apos;t ask again</source>
        <translation>Ne plus demander</translation>
    </message>
</context>
<context>
    <name>ComposerWords</name>
    <message>
        <source>Public reply</source>
        <translation>Réponse publique</translation>
    </message>
    <message>
        <source>Direct message</source>
        <translation>Message privé</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Reply publicly</source>
        <translation>Répondre en public</translation>
    </message>
    <message>
        <source>Send direct message</source>
        <translation>Envoyer en privé</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Ajouter la note</translation>
    </message>
    <message>
        <source>Write what everybody may read…</source>
        <translation>Écrivez ce que tout le monde pourra lire…</translation>
    </message>
    <message>
        <source>Write to this person alone…</source>
        <translation>Écrivez à cette seule personne…</translation>
    </message>
    <message>
        <source>Write for your team…</source>
        <translation>Écrivez pour votre équipe…</translation>
    </message>
    <message>
        <source>Only your team sees this</source>
        <translation>Seule votre équipe voit ceci</translation>
    </message>
    <message>
        <source>Looking up who this goes to…</source>
        <translation>Recherche du destinataire…</translation>
    </message>
    <message>
        <source>Direct message, only {who} reads it</source>
        <translation>Message privé, seul(e) {who} le lira</translation>
    </message>
    <message>
        <source>Public reply to {who}, everyone can read it</source>
        <translation>Réponse publique à {who}, tout le monde peut la lire</translation>
    </message>
    <message>
        <source>Public reply to {who}, everyone can read it, but it is not listed</source>
        <translation>Réponse publique à {who}, tout le monde peut la lire, mais elle n’est pas listée</translation>
    </message>
    <message>
        <source>Reply to {who}, only your followers and those named can read it</source>
        <translation>Réponse à {who}, seuls vos abonnés et les personnes citées peuvent la lire</translation>
    </message>
    <message>
        <source>This conversation is private: a public reply would show it to everybody.</source>
        <translation>Cette conversation est privée&#xa0;: une réponse publique la montrerait à tout le monde.</translation>
    </message>
    <message>
        <source>This network has no public replies.</source>
        <translation>Ce réseau n’a pas de réponses publiques.</translation>
    </message>
    <message>
        <source>This network has no direct messages.</source>
        <translation>Ce réseau n’a pas de messages privés.</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Search all history…</source>
        <translation>Rechercher dans tout l’historique…</translation>
    </message>
    <message>
        <source>Search all history</source>
        <translation>Rechercher dans tout l’historique</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Ordre de la liste</translation>
    </message>
    <message>
        <source>Longest waiting first</source>
        <translation>Les plus longues attentes d’abord</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Les plus récentes d’abord</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>Les plus urgentes d’abord</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Résultats de recherche</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer words, or the beginning of one.</source>
        <translation>Rien trouvé. Essayez moins de mots, ou le début d’un mot.</translation>
    </message>
    <message>
        <source>No account is connected yet. Begin with “Connect an account” at the left.</source>
        <translation>Aucun compte n’est encore connecté. Commencez par «&#xa0;Connecter un compte&#xa0;» à gauche.</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>récentes</translation>
    </message>
    <message>
        <source>longest wait</source>
        <translation>longue attente</translation>
    </message>
    <message>
        <source>most urgent</source>
        <translation>les plus urgentes</translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>Choose a conversation on the left</source>
        <translation>Choisissez une conversation à gauche</translation>
    </message>
</context>
<context>
    <name>ConversationTable</name>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>Your browser opens your server&apos;s own sign-in page. This program never sees your password.</source>
        <translation>Votre navigateur ouvre la page de connexion de votre serveur. Ce programme ne voit jamais votre mot de passe.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>The part of your address behind the second @.</source>
        <translation>La partie de votre adresse après le deuxième @.</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>At Bluesky, open Settings, Privacy and security, App passwords, and add one for this program. Tick “Allow access to your direct messages” if you want to answer those here too. The app password is used once and not kept; it can be taken back at Bluesky at any time.</source>
        <translation>Sur Bluesky, ouvrez Paramètres, Confidentialité et sécurité, Mots de passe d’application, et ajoutez-en un pour ce programme. Cochez «&#xa0;Autoriser l’accès à vos messages privés&#xa0;» si vous voulez aussi y répondre ici. Le mot de passe d’application sert une seule fois et n’est pas gardé&#xa0;; vous pouvez le révoquer à tout moment sur Bluesky.</translation>
    </message>
    <message>
        <source>Bluesky name</source>
        <translation>Nom sur Bluesky</translation>
    </message>
    <message>
        <source>Your name as others see it behind the @, or your own domain.</source>
        <translation>Votre nom tel que les autres le voient après le @, ou votre propre domaine.</translation>
    </message>
    <message>
        <source>App password</source>
        <translation>Mot de passe d’application</translation>
    </message>
    <message>
        <source>Not the password that you sign in with: one made for this program.</source>
        <translation>Pas celui avec lequel vous vous connectez&#xa0;: un mot de passe créé pour ce programme.</translation>
    </message>
    <message>
        <source>Your account&apos;s server</source>
        <translation>Serveur de votre compte</translation>
    </message>
    <message>
        <source>Only if your account is on a server of its own and is not found by itself.</source>
        <translation>Seulement si votre compte est sur un serveur à part et n’est pas trouvé automatiquement.</translation>
    </message>
    <message>
        <source>Direct messages</source>
        <translation>Messages privés</translation>
    </message>
    <message>
        <source>Our own posts</source>
        <translation>Nos propres publications</translation>
    </message>
    <message>
        <source>This is no Bluesky name. It looks like shop.bsky.social, or like your own domain.</source>
        <translation>Ce n’est pas un nom de Bluesky. Il ressemble à boutique.bsky.social, ou à votre propre domaine.</translation>
    </message>
    <message>
        <source>This is no server&apos;s address. Leave it empty if you do not know it.</source>
        <translation>Ce n’est pas l’adresse d’un serveur. Laissez vide si vous ne la connaissez pas.</translation>
    </message>
    <message>
        <source>Please enter an app password. It looks like abcd-efgh-ijkl-mnop.</source>
        <translation>Veuillez saisir un mot de passe d’application. Il ressemble à abcd-efgh-ijkl-mnop.</translation>
    </message>
    <message>
        <source>Bluesky does not accept this name and app password together.</source>
        <translation>Bluesky n’accepte pas ce nom avec ce mot de passe d’application.</translation>
    </message>
    <message>
        <source>Write the name and the app password, with a space between them.</source>
        <translation>Écrivez le nom et le mot de passe d’application, séparés par une espace.</translation>
    </message>
    <message>
        <source>This app password may not read direct messages. Make one at Bluesky with “Allow access to your direct messages”, and connect the account anew with it.</source>
        <translation>Ce mot de passe d’application ne permet pas de lire les messages privés. Créez-en un sur Bluesky avec «&#xa0;Autoriser l’accès à vos messages privés&#xa0;», et reconnectez le compte avec celui-ci.</translation>
    </message>
    <message>
        <source>This account asks for a code by mail. Make an app password at Bluesky, in Settings, Privacy and security.</source>
        <translation>Ce compte demande un code par courriel. Créez un mot de passe d’application sur Bluesky, dans Paramètres, Confidentialité et sécurité.</translation>
    </message>
    <message>
        <source>Bluesky has taken this account down. Its owner was told why by mail.</source>
        <translation>Bluesky a retiré ce compte. Son propriétaire a été informé de la raison par courriel.</translation>
    </message>
    <message>
        <source>Bluesky has suspended this account.</source>
        <translation>Bluesky a suspendu ce compte.</translation>
    </message>
    <message>
        <source>This account is deactivated. It can be activated again at Bluesky.</source>
        <translation>Ce compte est désactivé. Il peut être réactivé sur Bluesky.</translation>
    </message>
    <message>
        <source>You have blocked this person.</source>
        <translation>Vous avez bloqué cette personne.</translation>
    </message>
    <message>
        <source>This person has blocked you.</source>
        <translation>Cette personne vous a bloqué.</translation>
    </message>
    <message>
        <source>Bluesky has no warnings in words in front of a post.</source>
        <translation>Bluesky n’a pas d’avertissement rédigé devant un message.</translation>
    </message>
    <message>
        <source>A post on Bluesky has room for 300 characters and 3,000 bytes.</source>
        <translation>Un message sur Bluesky peut contenir 300 caractères et 3 000 octets.</translation>
    </message>
    <message>
        <source>A direct message on Bluesky has room for 1,000 characters and 10,000 bytes.</source>
        <translation>Un message privé sur Bluesky peut contenir 1 000 caractères et 10 000 octets.</translation>
    </message>
    <message>
        <source>Bluesky&apos;s direct messages take no pictures.</source>
        <translation>Les messages privés de Bluesky n’acceptent pas d’images.</translation>
    </message>
    <message>
        <source>This is no message of Bluesky&apos;s.</source>
        <translation>Ce n’est pas un message de Bluesky.</translation>
    </message>
    <message>
        <source>Whoever wrote this lets only some people answer, and this account is not among them.</source>
        <translation>L’auteur de ce message n’autorise que certaines personnes à répondre, et ce compte n’en fait pas partie.</translation>
    </message>
    <message>
        <source>Bluesky has public posts and direct messages, and nothing in between.</source>
        <translation>Bluesky a des messages publics et des messages privés, et rien entre les deux.</translation>
    </message>
    <message>
        <source>At most 4 pictures fit into one post.</source>
        <translation>Un message contient au plus 4 images.</translation>
    </message>
    <message>
        <source>Bluesky has no queue of posts to be approved.</source>
        <translation>Bluesky n’a pas de file de messages à approuver.</translation>
    </message>
    <message>
        <source>Posts on Bluesky can be liked; they have no other reactions.</source>
        <translation>On peut aimer les messages sur Bluesky&#xa0;; il n’y a pas d’autres réactions.</translation>
    </message>
    <message>
        <source>Only what stands under a post of yours can be hidden.</source>
        <translation>On ne peut masquer que ce qui se trouve sous un message à vous.</translation>
    </message>
    <message>
        <source>Bluesky hides at most 300 answers under one post.</source>
        <translation>Bluesky masque au plus 300 réponses sous un message.</translation>
    </message>
    <message>
        <source>Bluesky deletes a direct message only for yourself: the other person keeps it.</source>
        <translation>Bluesky ne supprime un message privé que pour vous&#xa0;: l’autre personne le garde.</translation>
    </message>
    <message>
        <source>Only your own posts can be deleted.</source>
        <translation>Vous ne pouvez supprimer que vos propres messages.</translation>
    </message>
    <message>
        <source>This is nobody on Bluesky.</source>
        <translation>Ce n’est personne sur Bluesky.</translation>
    </message>
    <message>
        <source>A post can&apos;t be changed on Bluesky. It can be deleted and written anew.</source>
        <translation>Un message ne peut pas être modifié sur Bluesky. On peut le supprimer et l’écrire à nouveau.</translation>
    </message>
    <message>
        <source>Bluesky shows nobody what was read.</source>
        <translation>Bluesky ne montre à personne ce qui a été lu.</translation>
    </message>
    <message>
        <source>Bluesky tells other programs of news only when it is asked, so that they come within half a minute.</source>
        <translation>Bluesky n’annonce les nouveautés aux autres programmes que lorsqu’on les demande&#xa0;: elles arrivent en moins d’une demi-minute.</translation>
    </message>
    <message>
        <source>Pictures go out from here; films have to be posted at Bluesky itself.</source>
        <translation>Les images partent d’ici&#xa0;; les vidéos doivent être publiées sur Bluesky même.</translation>
    </message>
    <message>
        <source>A post without text. It can be seen on Bluesky.</source>
        <translation>Un message sans texte. Il est visible sur Bluesky.</translation>
    </message>
    <message>
        <source>Bluesky knows nobody called {name}.</source>
        <translation>Bluesky ne connaît personne du nom de {name}.</translation>
    </message>
    <message>
        <source>“{name}” is no picture that Bluesky takes: JPEG, PNG, WebP or GIF.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas une image que Bluesky accepte&#xa0;: JPEG, PNG, WebP ou GIF.</translation>
    </message>
    <message>
        <source>“{name}” is too large: {size} MB, and Bluesky takes pictures of up to 2 MB.</source>
        <translation>«&#xa0;{name}&#xa0;» est trop lourd&#xa0;: {size} Mo, et Bluesky accepte des images de 2 Mo au plus.</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>«&#xa0;{name}&#xa0;» est vide.</translation>
    </message>
    <message>
        <source>The description of “{name}” is longer than {limit} characters.</source>
        <translation>La description de «&#xa0;{name}&#xa0;» dépasse {limit} caractères.</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Nos publications</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>Messages privés</translation>
    </message>
    <message>
        <source>A message with a poll can&apos;t be edited without losing its votes.</source>
        <translation>Un message avec un sondage ne peut pas être modifié sans perdre ses votes.</translation>
    </message>
    <message>
        <source>This server can&apos;t delete messages for other programs.</source>
        <translation>Ce serveur ne permet pas aux autres programmes de supprimer des messages.</translation>
    </message>
    <message>
        <source>This server takes no reports from other programs.</source>
        <translation>Ce serveur n’accepte pas de signalements d’autres programmes.</translation>
    </message>
    <message>
        <source>“{name}” is no server&apos;s name.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas un nom de serveur.</translation>
    </message>
    <message>
        <source>Only https is safe. Please enter the server&apos;s name without http://.</source>
        <translation>Seul https est sûr. Saisissez le nom du serveur sans http://.</translation>
    </message>
    <message>
        <source>This is no access token.</source>
        <translation>Ce n’est pas un jeton d’accès.</translation>
    </message>
    <message>
        <source>{host} does not speak Mastodon&apos;s language.</source>
        <translation>{host} ne parle pas le langage de Mastodon.</translation>
    </message>
    <message>
        <source>This server has no live stream.</source>
        <translation>Ce serveur n’a pas de flux en direct.</translation>
    </message>
    <message>
        <source>“{file}” can&apos;t be read any more: {reason}</source>
        <translation>«&#xa0;{file}&#xa0;» ne peut plus être lu&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>This is no address of a picture.</source>
        <translation>Ce n’est pas l’adresse d’une image.</translation>
    </message>
    <message>
        <source>Nobody signed in within the time. Please try again.</source>
        <translation>Personne ne s’est connecté à temps. Veuillez réessayer.</translation>
    </message>
    <message>
        <source>No code was entered.</source>
        <translation>Aucun code n’a été saisi.</translation>
    </message>
    <message>
        <source>Install and start one: GNOME Keyring (package gnome-keyring), KWallet or KeePassXC.</source>
        <translation>Installez et démarrez-en un&#xa0;: GNOME Keyring (paquet gnome-keyring), KWallet ou KeePassXC.</translation>
    </message>
    <message>
        <source>Another program uses the way back from the browser. Please close it and try again.</source>
        <translation>Un autre programme occupe le chemin de retour du navigateur. Fermez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>A note stays in the house: it can&apos;t be sent.</source>
        <translation>Une note reste en interne&#xa0;: elle ne peut pas être envoyée.</translation>
    </message>
    <message>
        <source>This conversation belongs to another account.</source>
        <translation>Cette conversation appartient à un autre compte.</translation>
    </message>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>Il n’y a encore rien à envoyer.</translation>
    </message>
    <message>
        <source>That time has passed already.</source>
        <translation>Ce moment est déjà passé.</translation>
    </message>
    <message>
        <source>That is more than a year away.</source>
        <translation>C’est dans plus d’un an.</translation>
    </message>
    <message>
        <source>Only an answer can be sent later.</source>
        <translation>Seule une réponse peut être envoyée plus tard.</translation>
    </message>
    <message>
        <source>Only an answer can be taken back into its conversation.</source>
        <translation>Seule une réponse peut être reprise dans sa conversation.</translation>
    </message>
    <message>
        <source>This is on its way or was sent already: it can&apos;t be put off.</source>
        <translation>C’est déjà parti ou en route&#xa0;: impossible de le remettre à plus tard.</translation>
    </message>
    <message>
        <source>It takes two conversations to merge them.</source>
        <translation>Il faut deux conversations pour les fusionner.</translation>
    </message>
    <message>
        <source>Conversations of different accounts can&apos;t be merged yet: an answer has one way out.</source>
        <translation>Des conversations de comptes différents ne peuvent pas encore être fusionnées : une réponse n’a qu’un seul chemin.</translation>
    </message>
    <message>
        <source>It takes two profiles to make one person of them.</source>
        <translation>Il faut deux profils pour en faire une seule personne.</translation>
    </message>
    <message>
        <source>It takes two profiles to tell them apart.</source>
        <translation>Il faut deux profils pour les distinguer.</translation>
    </message>
    <message>
        <source>These profiles are one person already.</source>
        <translation>Ces profils sont déjà une seule personne.</translation>
    </message>
    <message>
        <source>This profile is not stored at the moment.</source>
        <translation>Ce profil n’est pas enregistré pour le moment.</translation>
    </message>
    <message>
        <source>That message does not stand in this conversation.</source>
        <translation>Ce message ne se trouve pas dans cette conversation.</translation>
    </message>
    <message>
        <source>This is the first message: nothing would be left of the conversation.</source>
        <translation>C’est le premier message : il ne resterait rien de la conversation.</translation>
    </message>
    <message>
        <source>There is no merge in this conversation that could be taken apart.</source>
        <translation>Cette conversation ne contient aucune fusion à défaire.</translation>
    </message>
    <message>
        <source>These words name no time. Try “tomorrow 9:00”, “monday” or “in 2 h”.</source>
        <translation>Ces mots ne désignent aucun moment. Essayez « demain 9h », « lundi » ou « dans 2 h ».</translation>
    </message>
    <message>
        <source>There is nothing with the number {number} in the outbox.</source>
        <translation>Il n’y a rien au numéro {number} dans la boîte d’envoi.</translation>
    </message>
    <message>
        <source>Only what may have been sent can be sent again in this way.</source>
        <translation>Seul ce qui a peut-être été envoyé peut être renvoyé ainsi.</translation>
    </message>
    <message>
        <source>This is not a picture that can be shown here.</source>
        <translation>Cette image ne peut pas être affichée ici.</translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation>Le fichier {name} n’existe pas.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read: {reason}.</source>
        <translation>{name} ne peut pas être lu&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The file can&apos;t be copied: {reason}.</source>
        <translation>Le fichier ne peut pas être copié&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>No practice network is running.</source>
        <translation>Aucun réseau d’entraînement n’est en marche.</translation>
    </message>
    <message>
        <source>There is no message of this customer to answer.</source>
        <translation>Il n’y a pas de message de ce client auquel répondre.</translation>
    </message>
    <message>
        <source>An answer can&apos;t be more public than the message it answers.</source>
        <translation>Une réponse ne peut pas être plus publique que le message auquel elle répond.</translation>
    </message>
    <message>
        <source>The text has {length} characters; this server takes {limit}.</source>
        <translation>Le texte compte {length} caractères&#xa0;; ce serveur en accepte {limit}.</translation>
    </message>
    <message>
        <source>This account was removed.</source>
        <translation>Ce compte a été retiré.</translation>
    </message>
    <message>
        <source>There is no account with the number {number}.</source>
        <translation>Il n’y a pas de compte au numéro {number}.</translation>
    </message>
    <message>
        <source>There is no conversation with the number {number}.</source>
        <translation>Il n’y a pas de conversation au numéro {number}.</translation>
    </message>
    <message>
        <source>The message that you answer is not stored.</source>
        <translation>Le message auquel vous répondez n’est pas enregistré.</translation>
    </message>
    <message>
        <source>The messages of this conversation are not stored at the moment.</source>
        <translation>Les messages de cette conversation ne sont pas enregistrés pour le moment.</translation>
    </message>
    <message>
        <source>This server has no direct messages.</source>
        <translation>Ce serveur n’a pas de messages privés.</translation>
    </message>
    <message>
        <source>At most {count} files fit into one message here.</source>
        <translation>Un message accepte ici au plus {count} fichiers.</translation>
    </message>
    <message>
        <source>A film or a sound has to stand alone in its message.</source>
        <translation>Une vidéo ou un son doit être seul dans son message.</translation>
    </message>
    <message>
        <source>“{file}” is of a kind that this server does not take ({kind}).</source>
        <translation>«&#xa0;{file}&#xa0;» est d’un type que ce serveur n’accepte pas ({kind}).</translation>
    </message>
    <message>
        <source>“{file}” is too large: {size} MB, and {limit} MB are allowed.</source>
        <translation>«&#xa0;{file}&#xa0;» est trop volumineux&#xa0;: {size} Mo, pour {limit} Mo autorisés.</translation>
    </message>
    <message>
        <source>“{file}” is empty.</source>
        <translation>«&#xa0;{file}&#xa0;» est vide.</translation>
    </message>
    <message>
        <source>The description of “{file}” is longer than {limit} characters.</source>
        <translation>La description de «&#xa0;{file}&#xa0;» dépasse {limit} caractères.</translation>
    </message>
    <message>
        <source>It did not keep what was written.</source>
        <translation>Il n’a pas gardé ce qui a été écrit.</translation>
    </message>
    <message>
        <source>It answered too late.</source>
        <translation>Il a répondu trop tard.</translation>
    </message>
    <message>
        <source>It did not answer within {seconds} seconds.</source>
        <translation>Il n’a pas répondu en {seconds} secondes.</translation>
    </message>
    <message>
        <source>It did not register this program.</source>
        <translation>Il n’a pas enregistré ce programme.</translation>
    </message>
    <message>
        <source>It gave no access token.</source>
        <translation>Il n’a pas donné de jeton d’accès.</translation>
    </message>
    <message>
        <source>Its login leads to another server.</source>
        <translation>Sa connexion mène à un autre serveur.</translation>
    </message>
    <message>
        <source>Comments on your site come in, with those that wait for approval. Your browser opens a page of your own site that makes an application password for this program: copy it from there, and remove it there whenever you like. The password of your profile is never needed. To approve comments, be an editor or administrator of the site.</source>
        <translation>Les commentaires de votre site arrivent ici, y compris ceux qui attendent d’être approuvés. Votre navigateur ouvre une page de votre propre site qui crée un mot de passe d’application pour ce programme : copiez-le, et retirez-le là-bas quand vous voulez. Le mot de passe de votre profil n’est jamais demandé. Pour approuver des commentaires, il faut être éditeur ou administrateur du site.</translation>
    </message>
    <message>
        <source>Address of your site</source>
        <translation>Adresse de votre site</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>The name with which you sign in to the site.</source>
        <translation>Le nom avec lequel vous vous connectez au site.</translation>
    </message>
    <message>
        <source>Application password</source>
        <translation>Mot de passe d’application</translation>
    </message>
    <message>
        <source>Only if you have one already: from your profile on the site, under “Application Passwords”.</source>
        <translation>Seulement si vous en avez déjà un : dans votre profil sur le site, sous «&#xa0;Mots de passe d’application&#xa0;».</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Comments to be approved</source>
        <translation>Commentaires à approuver</translation>
    </message>
    <message>
        <source>This is no address of a site. It looks like https://www.example.org.</source>
        <translation>Ce n’est pas l’adresse d’un site. Elle ressemble à https://www.example.org.</translation>
    </message>
    <message>
        <source>The site needs https: application passwords must not travel in the open.</source>
        <translation>Le site doit utiliser https : les mots de passe d’application ne doivent pas circuler en clair.</translation>
    </message>
    <message>
        <source>Please enter your user name too. A site on the internet does not hand a new password to a program on your computer: it shows the password, and you copy it here.</source>
        <translation>Veuillez aussi saisir votre nom d’utilisateur. Un site sur Internet ne transmet pas de nouveau mot de passe à un programme de votre ordinateur : il l’affiche, et vous le copiez ici.</translation>
    </message>
    <message>
        <source>The site does not accept this user name and application password. The password of your profile does not work here, and some hosts drop the login on its way: then whoever looks after the site has to allow the Authorization header.</source>
        <translation>Le site n’accepte pas ce nom d’utilisateur et ce mot de passe d’application. Le mot de passe de votre profil ne fonctionne pas ici, et certains hébergeurs perdent l’identification en route : la personne qui s’occupe du site doit alors autoriser l’en-tête Authorization.</translation>
    </message>
    <message>
        <source>This is no user name and application password. They look like maud:abcd EFGH 1234 ijkl MNOP 6789.</source>
        <translation>Ce n’est pas un nom d’utilisateur avec un mot de passe d’application. Ils ressemblent à maud:abcd EFGH 1234 ijkl MNOP 6789.</translation>
    </message>
    <message>
        <source>The site did not take the application password back. Remove it in your profile there.</source>
        <translation>Le site n’a pas repris le mot de passe d’application. Retirez-le dans votre profil sur le site.</translation>
    </message>
    <message>
        <source>The sign-in was not allowed.</source>
        <translation>La connexion n’a pas été autorisée.</translation>
    </message>
    <message>
        <source>It was not for this sign-in. Please begin again.</source>
        <translation>Elle n’était pas destinée à cette connexion. Veuillez recommencer.</translation>
    </message>
    <message>
        <source>It holds no password. Please begin again.</source>
        <translation>Elle ne contient pas de mot de passe. Veuillez recommencer.</translation>
    </message>
    <message>
        <source>Comments are closed under this post.</source>
        <translation>Les commentaires sont fermés sous cet article.</translation>
    </message>
    <message>
        <source>This user of the site may not do that. An editor or administrator may.</source>
        <translation>Cet utilisateur du site n’a pas le droit de faire cela. Un éditeur ou un administrateur le peut.</translation>
    </message>
    <message>
        <source>The site&apos;s REST interface is switched off, or a plugin hides it. Whoever looks after the site can allow it.</source>
        <translation>L’interface REST du site est désactivée, ou une extension la masque. La personne qui s’occupe du site peut l’autoriser.</translation>
    </message>
    <message>
        <source>A security plugin or firewall of the site refused it, and answered with a web page.</source>
        <translation>Une extension de sécurité ou un pare-feu du site l’a refusé et a répondu par une page web.</translation>
    </message>
    <message>
        <source>The text is too long for this site.</source>
        <translation>Le texte est trop long pour ce site.</translation>
    </message>
    <message>
        <source>The site holds the same answer to this comment already.</source>
        <translation>Le site contient déjà la même réponse à ce commentaire.</translation>
    </message>
    <message>
        <source>The post stands in the trash.</source>
        <translation>L’article est dans la corbeille.</translation>
    </message>
    <message>
        <source>The post is a draft.</source>
        <translation>L’article est un brouillon.</translation>
    </message>
    <message>
        <source>It is a web page, and no data: a plugin of the site (maintenance, security) or this network&apos;s own sign-in page answers in its place.</source>
        <translation>C’est une page web et non des données : une extension du site (maintenance, sécurité) ou la page de connexion de ce réseau répond à sa place.</translation>
    </message>
    <message>
        <source>It is no list of comments.</source>
        <translation>Ce n’est pas une liste de commentaires.</translation>
    </message>
    <message>
        <source>It is another comment.</source>
        <translation>C’est un autre commentaire.</translation>
    </message>
    <message>
        <source>It does not say whose login this is.</source>
        <translation>Elle ne dit pas à qui appartient cette connexion.</translation>
    </message>
    <message>
        <source>Here you answer comments. A new post is written on the site itself.</source>
        <translation>Ici, vous répondez aux commentaires. Un nouvel article s’écrit sur le site lui-même.</translation>
    </message>
    <message>
        <source>Comments are public: nothing can be said to one person only.</source>
        <translation>Les commentaires sont publics : rien ne peut être dit à une seule personne.</translation>
    </message>
    <message>
        <source>WordPress can&apos;t do that with a comment.</source>
        <translation>WordPress ne peut pas faire cela avec un commentaire.</translation>
    </message>
    <message>
        <source>This is no comment of WordPress&apos;.</source>
        <translation>Ce n’est pas un commentaire de WordPress.</translation>
    </message>
    <message>
        <source>A site has to be asked; it tells nothing by itself.</source>
        <translation>Il faut interroger un site ; il ne signale rien de lui-même.</translation>
    </message>
    <message>
        <source>Comments are text: WordPress takes no files with them.</source>
        <translation>Les commentaires sont du texte : WordPress n’accepte pas de fichiers avec eux.</translation>
    </message>
    <message>
        <source>What the site itself takes for spam, and what lies in its trash, does not come into the inbox; taken out there, it does.</source>
        <translation>Ce que le site prend lui-même pour indésirable, et ce qui est dans sa corbeille, n’arrive pas dans la boîte de réception ; une fois ressorti là-bas, oui.</translation>
    </message>
    <message>
        <source>An answer to a comment that is not approved is seen by visitors only once that comment is approved.</source>
        <translation>Les visiteurs ne voient la réponse à un commentaire non approuvé qu’une fois ce commentaire approuvé.</translation>
    </message>
    <message>
        <source>This user of the site may not moderate comments: only what everybody sees there can be read. An editor or administrator can do more.</source>
        <translation>Cet utilisateur du site n’a pas le droit de modérer les commentaires : seul ce que tout le monde y voit peut être lu. Un éditeur ou un administrateur peut davantage.</translation>
    </message>
    <message>
        <source>Comments are public. Write to the person&apos;s e-mail address instead, where they left one.</source>
        <translation>Les commentaires sont publics. Écrivez plutôt à l’adresse e-mail de la personne, si elle en a laissé une.</translation>
    </message>
    <message>
        <source>WordPress has no warnings in front of a comment.</source>
        <translation>WordPress n’a pas d’avertissement devant un commentaire.</translation>
    </message>
    <message>
        <source>WordPress has no favourites for comments.</source>
        <translation>WordPress n’a pas de favoris pour les commentaires.</translation>
    </message>
    <message>
        <source>Comments can&apos;t be passed on.</source>
        <translation>Les commentaires ne peuvent pas être relayés.</translation>
    </message>
    <message>
        <source>WordPress has no reactions to comments.</source>
        <translation>WordPress n’a pas de réactions aux commentaires.</translation>
    </message>
    <message>
        <source>Who disturbs is kept away by the site&apos;s own list of disallowed words and addresses.</source>
        <translation>Les gêneurs sont tenus à l’écart par la liste de mots et d’adresses interdits du site.</translation>
    </message>
    <message>
        <source>You are the moderator: mark it as spam, or move it to the trash.</source>
        <translation>C’est vous qui modérez : marquez-le comme indésirable ou mettez-le à la corbeille.</translation>
    </message>
    <message>
        <source>Take the approval back instead: then only moderators see the comment.</source>
        <translation>Retirez plutôt l’approbation : seuls les modérateurs voient alors le commentaire.</translation>
    </message>
    <message>
        <source>WordPress tells nobody what was read.</source>
        <translation>WordPress ne dit à personne ce qui a été lu.</translation>
    </message>
    <message>
        <source>{host} does not say that it is a WordPress site. Please check the address.</source>
        <translation>{host} n’indique pas être un site WordPress. Veuillez vérifier l’adresse.</translation>
    </message>
    <message>
        <source>The site says that its home is {host}. Please enter that address.</source>
        <translation>Le site indique que son adresse est {host}. Veuillez saisir cette adresse.</translation>
    </message>
    <message>
        <source>It came from another server. Please begin again.</source>
        <translation>Elle venait d’un autre serveur. Veuillez recommencer.</translation>
    </message>
    <message>
        <source>It holds no code. Please begin again.</source>
        <translation>Elle ne contient pas de code. Veuillez recommencer.</translation>
    </message>
    <message>
        <source>The practice network did not start</source>
        <translation>Le réseau d’entraînement n’a pas démarré</translation>
    </message>
    <message>
        <source>Its process ended at once.</source>
        <translation>Son processus s’est arrêté aussitôt.</translation>
    </message>
    <message>
        <source>It kept silent for too long.</source>
        <translation>Il est resté muet trop longtemps.</translation>
    </message>
    <message>
        <source>It will be looked after at the next start.</source>
        <translation>On s’en occupera au prochain démarrage.</translation>
    </message>
    <message>
        <source>This server has no live stream: new messages are fetched every half minute.</source>
        <translation>Ce serveur n’a pas de flux en direct&#xa0;: les nouveaux messages sont relevés toutes les trente secondes.</translation>
    </message>
    <message>
        <source>This server does not recognise a repeated send. After a broken connection, what you wrote is looked up before it is sent again.</source>
        <translation>Ce serveur ne reconnaît pas un envoi répété. Après une coupure, on vérifie si votre texte est arrivé avant de le renvoyer.</translation>
    </message>
    <message>
        <source>This server does not say how long a message may be: 500 characters are assumed.</source>
        <translation>Ce serveur n’indique pas la longueur maximale d’un message&#xa0;: 500 caractères par défaut.</translation>
    </message>
    <message>
        <source>This server can&apos;t tell of many messages at once: edits and deletions are noticed more slowly.</source>
        <translation>Ce serveur ne peut pas donner l’état de plusieurs messages à la fois&#xa0;: les modifications et suppressions sont remarquées plus lentement.</translation>
    </message>
    <message>
        <source>This server has no followers-only messages: what it calls private is a direct message.</source>
        <translation>Ce serveur n’a pas de messages réservés aux abonnés&#xa0;: ce qu’il appelle privé est un message direct.</translation>
    </message>
    <message>
        <source>A place in the text is still empty: “{name}”.</source>
        <translation>Un endroit du texte est encore vide&#xa0;: «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>A canned response needs a name.</source>
        <translation>Une réponse type a besoin d’un nom.</translation>
    </message>
    <message>
        <source>A canned response needs a text.</source>
        <translation>Une réponse type a besoin d’un texte.</translation>
    </message>
    <message>
        <source>Names have at most {count} characters, categories at most {limit}.</source>
        <translation>Un nom compte au plus {count} caractères, une catégorie au plus {limit}.</translation>
    </message>
    <message>
        <source>The text has more than {limit} characters.</source>
        <translation>Le texte compte plus de {limit} caractères.</translation>
    </message>
    <message>
        <source>“{code}” is no code of a language, such as en or fr.</source>
        <translation>«&#xa0;{code}&#xa0;» n’est pas un code de langue, comme en ou fr.</translation>
    </message>
    <message>
        <source>A shortcut is one word of letters, digits, - and _.</source>
        <translation>Un raccourci est un seul mot fait de lettres, de chiffres, de - et de _.</translation>
    </message>
    <message>
        <source>There is no variable “{name}”. To be asked for it, put ? in front of it.</source>
        <translation>Il n’y a pas de variable «&#xa0;{name}&#xa0;». Pour qu’elle vous soit demandée, mettez&#xa0;? devant.</translation>
    </message>
    <message>
        <source>It stands in line {line} already.</source>
        <translation>Elle figure déjà à la ligne {line}.</translation>
    </message>
    <message>
        <source>It has too few columns.</source>
        <translation>Il y manque des colonnes.</translation>
    </message>
    <message>
        <source>There is a canned response “{name}” in this language already.</source>
        <translation>Il y a déjà une réponse type «&#xa0;{name}&#xa0;» dans cette langue.</translation>
    </message>
    <message>
        <source>This canned response is not there any more.</source>
        <translation>Cette réponse type n’existe plus.</translation>
    </message>
    <message>
        <source>Another one has this name by now.</source>
        <translation>Une autre porte ce nom entre-temps.</translation>
    </message>
    <message>
        <source>The file is larger than {limit} MB.</source>
        <translation>Le fichier dépasse {limit} Mo.</translation>
    </message>
    <message>
        <source>The file is not UTF-8. Please save it as “CSV UTF-8”.</source>
        <translation>Le fichier n’est pas en UTF-8. Enregistrez-le comme «&#xa0;CSV UTF-8&#xa0;».</translation>
    </message>
    <message>
        <source>Line {line} is no CSV: {reason}.</source>
        <translation>La ligne {line} n’est pas du CSV&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The first line must name the columns: at least “name” and “text”.</source>
        <translation>La première ligne doit nommer les colonnes&#xa0;: au moins «&#xa0;nom&#xa0;» et «&#xa0;texte&#xa0;».</translation>
    </message>
    <message>
        <source>The file has more than {limit} lines.</source>
        <translation>Le fichier compte plus de {limit} lignes.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be written: {reason}.</source>
        <translation>{name} ne peut pas être écrit&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>{name} is larger than {limit} MB.</source>
        <translation>{name} dépasse {limit} Mo.</translation>
    </message>
    <message>
        <source>A macro needs a name.</source>
        <translation>Une macro a besoin d’un nom.</translation>
    </message>
    <message>
        <source>A macro needs at least one step.</source>
        <translation>Une macro a besoin d’au moins une étape.</translation>
    </message>
    <message>
        <source>A macro has at most {count} steps, and its name at most 80 characters.</source>
        <translation>Une macro compte au plus {count} étapes, et son nom au plus 80 caractères.</translation>
    </message>
    <message>
        <source>Every step must say with what.</source>
        <translation>Chaque étape doit dire avec quoi.</translation>
    </message>
    <message>
        <source>A macro writes at most one answer.</source>
        <translation>Une macro écrit au plus une réponse.</translation>
    </message>
    <message>
        <source>A macro that only inserts an answer can&apos;t put the conversation away: let it send.</source>
        <translation>Une macro qui ne fait qu’insérer une réponse ne peut pas ranger la conversation&#xa0;: laissez-la envoyer.</translation>
    </message>
    <message>
        <source>There is a macro “{name}” already.</source>
        <translation>Il y a déjà une macro «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>This macro is not there any more.</source>
        <translation>Cette macro n’existe plus.</translation>
    </message>
    <message>
        <source>This network can&apos;t be answered from here. Open it in the browser to answer there.</source>
        <translation>On ne peut pas répondre d’ici sur ce réseau. Ouvrez-le dans le navigateur pour y répondre.</translation>
    </message>
    <message>
        <source>This network has no public replies.</source>
        <translation>Ce réseau n’a pas de réponses publiques.</translation>
    </message>
    <message>
        <source>Answering from here</source>
        <translation>Réponse depuis ici</translation>
    </message>
    <message>
        <source>Public answers</source>
        <translation>Réponses publiques</translation>
    </message>
    <message>
        <source>Pictures and files</source>
        <translation>Images et fichiers</translation>
    </message>
    <message>
        <source>Editing what was sent</source>
        <translation>Modification après l’envoi</translation>
    </message>
    <message>
        <source>Deleting what was sent</source>
        <translation>Suppression après l’envoi</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoris</translation>
    </message>
    <message>
        <source>Boosts</source>
        <translation>Partages</translation>
    </message>
    <message>
        <source>Emoji reactions</source>
        <translation>Réactions par emoji</translation>
    </message>
    <message>
        <source>Content warnings</source>
        <translation>Avertissements de contenu</translation>
    </message>
    <message>
        <source>Muting people</source>
        <translation>Mise en sourdine</translation>
    </message>
    <message>
        <source>Blocking people</source>
        <translation>Blocage de personnes</translation>
    </message>
    <message>
        <source>Reporting people</source>
        <translation>Signalement de personnes</translation>
    </message>
    <message>
        <source>Approving comments</source>
        <translation>Approbation des commentaires</translation>
    </message>
    <message>
        <source>Marking as spam</source>
        <translation>Marquage comme indésirable</translation>
    </message>
    <message>
        <source>Moving to the trash</source>
        <translation>Mise à la corbeille</translation>
    </message>
    <message>
        <source>Hiding answers</source>
        <translation>Masquage de réponses</translation>
    </message>
    <message>
        <source>Showing that we have read</source>
        <translation>Accusés de lecture</translation>
    </message>
    <message>
        <source>New messages at once</source>
        <translation>Nouveaux messages instantanés</translation>
    </message>
    <message>
        <source>Repeated sends recognised</source>
        <translation>Doubles envois reconnus</translation>
    </message>
    <message>
        <source>Mastodon has favourites, and no other reactions.</source>
        <translation>Mastodon a des favoris, et aucune autre réaction.</translation>
    </message>
    <message>
        <source>Mastodon has no queue of comments to be approved: people who disturb are muted, blocked or reported.</source>
        <translation>Mastodon n’a pas de file de commentaires à approuver&#xa0;: les personnes qui dérangent sont mises en sourdine, bloquées ou signalées.</translation>
    </message>
    <message>
        <source>What others write under your posts stays where it is on Mastodon.</source>
        <translation>Sur Mastodon, ce que d’autres écrivent sous vos posts reste à sa place.</translation>
    </message>
    <message>
        <source>Mastodon tells nobody what was read.</source>
        <translation>Mastodon n’indique à personne ce qui a été lu.</translation>
    </message>
    <message>
        <source>Customers write to a bot of yours. In Telegram, open a chat with @BotFather (the one with the blue tick), send /newbot, and give it a name and an address that ends in “bot”. Copy the token that it answers with. The bot gets what people write to it from then on; in groups, only what names or answers it. To answer for a Telegram Business account, allow it at @BotFather and choose the bot in that account&apos;s settings, under Chatbots.</source>
        <translation>Vos clients écrivent à un bot qui est le vôtre. Dans Telegram, ouvrez une discussion avec @BotFather (celui qui porte la coche bleue), envoyez /newbot, puis donnez-lui un nom et une adresse qui se termine par «&#xa0;bot&#xa0;». Copiez le jeton qu’il vous répond. Le bot reçoit dès lors ce qu’on lui écrit&#xa0;; dans les groupes, seulement ce qui le nomme ou lui répond. Pour répondre au nom d’un compte Telegram Business, autorisez-le auprès de @BotFather et choisissez le bot dans les réglages de ce compte, sous Chatbots.</translation>
    </message>
    <message>
        <source>Bot token</source>
        <translation>Jeton du bot</translation>
    </message>
    <message>
        <source>From @BotFather: /newbot for a new bot, /mybots for one that you have. Treat it like a password.</source>
        <translation>De @BotFather&#xa0;: /newbot pour un nouveau bot, /mybots pour un bot que vous avez déjà. Traitez-le comme un mot de passe.</translation>
    </message>
    <message>
        <source>Web address to disconnect</source>
        <translation>Adresse web à déconnecter</translation>
    </message>
    <message>
        <source>Only if you are asked for it: another program gets this bot&apos;s messages there until now.</source>
        <translation>Seulement si on vous la demande&#xa0;: un autre programme y reçoit jusqu’ici les messages de ce bot.</translation>
    </message>
    <message>
        <source>Bot API server</source>
        <translation>Serveur Bot API</translation>
    </message>
    <message>
        <source>Only if you run a Bot API server of your own.</source>
        <translation>Seulement si vous exploitez votre propre serveur Bot API.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>This is no token of a bot. It looks like 123456789:AAH… and comes from @BotFather.</source>
        <translation>Ce n’est pas le jeton d’un bot. Il ressemble à 123456789:AAH… et vient de @BotFather.</translation>
    </message>
    <message>
        <source>Telegram does not know this token. Ask @BotFather for it again with /mybots, “API Token”.</source>
        <translation>Telegram ne connaît pas ce jeton. Redemandez-le à @BotFather avec /mybots, «&#xa0;API Token&#xa0;».</translation>
    </message>
    <message>
        <source>This is no address of a Bot API server. Leave it empty for Telegram&apos;s own.</source>
        <translation>Ce n’est pas l’adresse d’un serveur Bot API. Laissez vide pour celui de Telegram.</translation>
    </message>
    <message>
        <source>Another program reads this bot&apos;s messages too, and each message reaches only one of the two. Stop the other program, or make a bot of its own for this inbox.</source>
        <translation>Un autre programme lit aussi les messages de ce bot, et chaque message n’arrive que chez l’un des deux. Arrêtez l’autre programme, ou créez un bot réservé à cette boîte de réception.</translation>
    </message>
    <message>
        <source>This bot hands its messages to a web address, so that they can&apos;t be read here. Connect the account anew: you will be asked whether to disconnect that address.</source>
        <translation>Ce bot remet ses messages à une adresse web&#xa0;; ils ne peuvent donc pas être lus ici. Connectez le compte de nouveau&#xa0;: on vous demandera s’il faut déconnecter cette adresse.</translation>
    </message>
    <message>
        <source>Telegram lets a bot delete a message only within 48 hours, and in a group only with the right to do so.</source>
        <translation>Telegram ne laisse un bot supprimer un message que pendant 48&#xa0;heures, et dans un groupe seulement s’il en a le droit.</translation>
    </message>
    <message>
        <source>This person has blocked the bot.</source>
        <translation>Cette personne a bloqué le bot.</translation>
    </message>
    <message>
        <source>This person&apos;s account does not exist any more.</source>
        <translation>Le compte de cette personne n’existe plus.</translation>
    </message>
    <message>
        <source>A bot can&apos;t write first: this person has to write to the bot before.</source>
        <translation>Un bot ne peut pas écrire le premier&#xa0;: cette personne doit d’abord écrire au bot.</translation>
    </message>
    <message>
        <source>The bot was removed from this group.</source>
        <translation>Le bot a été retiré de ce groupe.</translation>
    </message>
    <message>
        <source>The bot is not in this group any more.</source>
        <translation>Le bot n’est plus dans ce groupe.</translation>
    </message>
    <message>
        <source>Telegram does not know this chat (any more), or this person never wrote to the bot.</source>
        <translation>Telegram ne connaît pas (ou plus) cette discussion, ou cette personne n’a jamais écrit au bot.</translation>
    </message>
    <message>
        <source>The bot has no right to do this here. A group&apos;s owner can give it in the group&apos;s settings.</source>
        <translation>Le bot n’a pas le droit de faire cela ici. Le propriétaire du groupe peut le lui donner dans les réglages du groupe.</translation>
    </message>
    <message>
        <source>Telegram has moved this group. Please answer a newer message of it.</source>
        <translation>Telegram a déplacé ce groupe. Veuillez répondre à un message plus récent.</translation>
    </message>
    <message>
        <source>The text is too long for Telegram.</source>
        <translation>Le texte est trop long pour Telegram.</translation>
    </message>
    <message>
        <source>The text under a file is too long for Telegram.</source>
        <translation>Le texte sous un fichier est trop long pour Telegram.</translation>
    </message>
    <message>
        <source>Telegram does not let a bot edit this message (any more).</source>
        <translation>Telegram ne laisse pas (ou plus) un bot modifier ce message.</translation>
    </message>
    <message>
        <source>This chat does not allow this emoji as a reaction.</source>
        <translation>Cette discussion n’autorise pas cet emoji comme réaction.</translation>
    </message>
    <message>
        <source>The business account has disconnected this bot.</source>
        <translation>Le compte professionnel a déconnecté ce bot.</translation>
    </message>
    <message>
        <source>The business account does not let this bot answer in this chat.</source>
        <translation>Le compte professionnel ne laisse pas ce bot répondre dans cette discussion.</translation>
    </message>
    <message>
        <source>A bot may answer for a business account only within 24 hours of the customer&apos;s message.</source>
        <translation>Un bot ne peut répondre au nom d’un compte professionnel que dans les 24&#xa0;heures qui suivent le message du client.</translation>
    </message>
    <message>
        <source>Telegram gives bots only files of up to 20 MB. Open it in Telegram.</source>
        <translation>Telegram ne donne aux bots que des fichiers de 20&#xa0;Mo au plus. Ouvrez-le dans Telegram.</translation>
    </message>
    <message>
        <source>Telegram takes files of up to 50 MB from bots.</source>
        <translation>Telegram accepte des bots des fichiers de 50&#xa0;Mo au plus.</translation>
    </message>
    <message>
        <source>Telegram does not have this file any more.</source>
        <translation>Telegram n’a plus ce fichier.</translation>
    </message>
    <message>
        <source>Telegram does not have this file at the moment.</source>
        <translation>Telegram n’a pas ce fichier pour le moment.</translation>
    </message>
    <message>
        <source>A bot has no page of its own: it can only answer, or write to somebody who wrote to it.</source>
        <translation>Un bot n’a pas de page à lui&#xa0;: il peut seulement répondre, ou écrire à quelqu’un qui lui a écrit.</translation>
    </message>
    <message>
        <source>This is no message of Telegram&apos;s.</source>
        <translation>Ce n’est pas un message de Telegram.</translation>
    </message>
    <message>
        <source>This is no file of Telegram&apos;s.</source>
        <translation>Ce n’est pas un fichier de Telegram.</translation>
    </message>
    <message>
        <source>In a business chat a bot can&apos;t put reactions.</source>
        <translation>Dans une discussion professionnelle, un bot ne peut pas mettre de réaction.</translation>
    </message>
    <message>
        <source>A bot can&apos;t report anybody. Use Telegram itself for that.</source>
        <translation>Un bot ne peut signaler personne. Faites-le dans Telegram.</translation>
    </message>
    <message>
        <source>A bot can&apos;t do that on Telegram.</source>
        <translation>Un bot ne peut pas faire cela sur Telegram.</translation>
    </message>
    <message>
        <source>Telegram does not let a bot read its own messages.</source>
        <translation>Telegram ne laisse pas un bot lire ses propres messages.</translation>
    </message>
    <message>
        <source>Telegram takes one file with a message. Send the others after it.</source>
        <translation>Telegram prend un fichier par message. Envoyez les autres à la suite.</translation>
    </message>
    <message>
        <source>Telegram has no descriptions of pictures. Say it in the text instead.</source>
        <translation>Telegram n’a pas de description d’image. Dites-le plutôt dans le texte.</translation>
    </message>
    <message>
        <source>A bot is not told what was said before, and Telegram keeps messages for it for 24 hours only: what waits longer is lost.</source>
        <translation>Un bot n’apprend pas ce qui a été dit avant lui, et Telegram ne lui garde les messages que 24&#xa0;heures&#xa0;: ce qui attend plus longtemps est perdu.</translation>
    </message>
    <message>
        <source>A bot can&apos;t read its own messages. After a broken connection you are asked whether an answer arrived.</source>
        <translation>Un bot ne peut pas lire ses propres messages. Après une coupure, on vous demande si une réponse est arrivée.</translation>
    </message>
    <message>
        <source>Telegram tells a bot of deleted messages only in business chats.</source>
        <translation>Telegram n’annonce à un bot les messages supprimés que dans les discussions professionnelles.</translation>
    </message>
    <message>
        <source>One file goes with a message.</source>
        <translation>Un seul fichier part avec un message.</translation>
    </message>
    <message>
        <source>In groups this bot sees only what names it or answers it (privacy mode). @BotFather can switch that off with /setprivacy.</source>
        <translation>Dans les groupes, ce bot ne voit que ce qui le nomme ou lui répond (mode confidentialité). @BotFather peut le désactiver avec /setprivacy.</translation>
    </message>
    <message>
        <source>This bot can&apos;t be added to groups. @BotFather can allow it with /setjoingroups.</source>
        <translation>Ce bot ne peut pas être ajouté à des groupes. @BotFather peut l’autoriser avec /setjoingroups.</translation>
    </message>
    <message>
        <source>This bot can&apos;t answer for a Telegram Business account. @BotFather can allow it in the bot&apos;s settings.</source>
        <translation>Ce bot ne peut pas répondre au nom d’un compte Telegram Business. @BotFather peut l’autoriser dans les réglages du bot.</translation>
    </message>
    <message>
        <source>Telegram has no warnings in front of a message.</source>
        <translation>Telegram n’a pas d’avertissement devant un message.</translation>
    </message>
    <message>
        <source>Telegram has reactions instead: a bot can put one on a message.</source>
        <translation>Telegram a des réactions à la place&#xa0;: un bot peut en mettre une sur un message.</translation>
    </message>
    <message>
        <source>Telegram has nothing that a bot could pass on to followers.</source>
        <translation>Telegram n’a rien qu’un bot pourrait transmettre à des abonnés.</translation>
    </message>
    <message>
        <source>A bot can&apos;t mute anybody.</source>
        <translation>Un bot ne peut masquer personne.</translation>
    </message>
    <message>
        <source>A bot can&apos;t block anybody. In a group of your own you can remove the person in Telegram.</source>
        <translation>Un bot ne peut bloquer personne. Dans votre propre groupe, vous pouvez retirer la personne dans Telegram.</translation>
    </message>
    <message>
        <source>Telegram has no queue of messages to be approved.</source>
        <translation>Telegram n’a pas de file de messages à approuver.</translation>
    </message>
    <message>
        <source>What others write in a group can&apos;t be hidden, only deleted by its administrators.</source>
        <translation>Ce que d’autres écrivent dans un groupe ne peut pas être masqué, seulement supprimé par ses administrateurs.</translation>
    </message>
    <message>
        <source>Telegram does not show people what a bot has read.</source>
        <translation>Telegram ne montre à personne ce qu’un bot a lu.</translation>
    </message>
    <message>
        <source>Telegram does not recognise a repeated send: after a broken connection you are asked.</source>
        <translation>Telegram ne reconnaît pas un envoi répété&#xa0;: après une coupure, on vous demande.</translation>
    </message>
    <message>
        <source>The rooms and private chats of a Matrix account come in, and what was said there before, as far back as you like. Encrypted rooms can&apos;t be read here: customers have to write to you in rooms and chats without encryption.</source>
        <translation>Les salons et conversations privées d’un compte Matrix arrivent ici, avec ce qui s’y est dit avant, aussi loin que vous voulez. Les salons chiffrés ne peuvent pas être lus ici : les clients doivent vous écrire dans des salons et conversations sans chiffrement.</translation>
    </message>
    <message>
        <source>Matrix user id</source>
        <translation>Identifiant Matrix</translation>
    </message>
    <message>
        <source>It is used once, to log in. Where the server knows no passwords: an access token.</source>
        <translation>Il ne sert qu’une fois, pour la connexion. Si le serveur n’accepte pas les mots de passe : un jeton d’accès.</translation>
    </message>
    <message>
        <source>Only if it can&apos;t be found by the user id.</source>
        <translation>Seulement si l’identifiant ne permet pas de le trouver.</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salons</translation>
    </message>
    <message>
        <source>This is no Matrix user id. It looks like @name:server.example.</source>
        <translation>Ce n’est pas un identifiant Matrix. Il ressemble à @nom:serveur.example.</translation>
    </message>
    <message>
        <source>This is no address of a Matrix server. It looks like https://matrix.server.example.</source>
        <translation>Ce n’est pas l’adresse d’un serveur Matrix. Elle ressemble à https://matrix.server.example.</translation>
    </message>
    <message>
        <source>The password is missing.</source>
        <translation>Il manque le mot de passe.</translation>
    </message>
    <message>
        <source>The server does not know this user id with this password.</source>
        <translation>Le serveur ne connaît pas cet identifiant avec ce mot de passe.</translation>
    </message>
    <message>
        <source>The server does not accept this access token.</source>
        <translation>Le serveur n’accepte pas ce jeton d’accès.</translation>
    </message>
    <message>
        <source>This server lets nobody in with a password, only through its web page. Copy an access token from another Matrix program (in Element: Settings, Help &amp; About) and enter it as the password.</source>
        <translation>Ce serveur n’accepte pas les mots de passe, seulement sa page web. Copiez un jeton d’accès depuis un autre programme Matrix (dans Element : Paramètres, Aide et à propos) et saisissez-le comme mot de passe.</translation>
    </message>
    <message>
        <source>This account is not in this room, or may not write there.</source>
        <translation>Ce compte n’est pas dans ce salon, ou n’a pas le droit d’y écrire.</translation>
    </message>
    <message>
        <source>This is too large for the Matrix server.</source>
        <translation>C’est trop volumineux pour le serveur Matrix.</translation>
    </message>
    <message>
        <source>This account was closed by its server.</source>
        <translation>Ce compte a été fermé par son serveur.</translation>
    </message>
    <message>
        <source>This account was locked by its server.</source>
        <translation>Ce compte a été verrouillé par son serveur.</translation>
    </message>
    <message>
        <source>This account was suspended by its server.</source>
        <translation>Ce compte a été suspendu par son serveur.</translation>
    </message>
    <message>
        <source>The server wants its terms to be accepted first. Open another Matrix program to do that.</source>
        <translation>Le serveur demande d’abord d’accepter ses conditions. Ouvrez un autre programme Matrix pour le faire.</translation>
    </message>
    <message>
        <source>This room lets no guests in.</source>
        <translation>Ce salon n’accepte pas d’invités.</translation>
    </message>
    <message>
        <source>The server is full. Ask whoever runs it.</source>
        <translation>Le serveur est plein. Adressez-vous à la personne qui le gère.</translation>
    </message>
    <message>
        <source>The server is too old for this room.</source>
        <translation>Le serveur est trop ancien pour ce salon.</translation>
    </message>
    <message>
        <source>The server already has a file there.</source>
        <translation>Le serveur a déjà un fichier à cet endroit.</translation>
    </message>
    <message>
        <source>Matrix has no page of one&apos;s own: a message needs a room, and answers somebody there.</source>
        <translation>Matrix n’a pas de page à soi : un message a besoin d’un salon et y répond à quelqu’un.</translation>
    </message>
    <message>
        <source>There are others in this chat too, who would read it. Answer in public, or in another Matrix program.</source>
        <translation>D’autres personnes sont aussi dans cette conversation et liraient la réponse. Répondez publiquement, ou dans un autre programme Matrix.</translation>
    </message>
    <message>
        <source>This is no message of Matrix&apos;s.</source>
        <translation>Ce n’est pas un message de Matrix.</translation>
    </message>
    <message>
        <source>This is no file of Matrix&apos;s.</source>
        <translation>Ce n’est pas un fichier de Matrix.</translation>
    </message>
    <message>
        <source>The login belongs to another account.</source>
        <translation>Cet identifiant appartient à un autre compte.</translation>
    </message>
    <message>
        <source>This room is encrypted. Answer in another Matrix program: from here it could be read by its server.</source>
        <translation>Ce salon est chiffré. Répondez dans un autre programme Matrix : depuis ici, son serveur pourrait lire la réponse.</translation>
    </message>
    <message>
        <source>That can&apos;t be done on Matrix from here.</source>
        <translation>Cela ne peut pas être fait sur Matrix depuis ici.</translation>
    </message>
    <message>
        <source>Only messages of our own can be edited.</source>
        <translation>Seuls nos propres messages peuvent être modifiés.</translation>
    </message>
    <message>
        <source>Matrix takes reports of messages only. Choose the messages that show why.</source>
        <translation>Matrix n’accepte que le signalement de messages. Choisissez ceux qui montrent pourquoi.</translation>
    </message>
    <message>
        <source>The text is too long for Matrix.</source>
        <translation>Le texte est trop long pour Matrix.</translation>
    </message>
    <message>
        <source>Matrix takes one file with a message. Send the others after it.</source>
        <translation>Matrix accepte un fichier par message. Envoyez les autres ensuite.</translation>
    </message>
    <message>
        <source>Matrix has no descriptions of pictures. Say it in the text instead.</source>
        <translation>Matrix n’a pas de description d’image. Dites-le plutôt dans le texte.</translation>
    </message>
    <message>
        <source>Encrypted rooms can&apos;t be read or answered here: that an encrypted message came is shown, what it says is not.</source>
        <translation>Les salons chiffrés ne peuvent être ni lus ni traités ici : l’arrivée d’un message chiffré est signalée, son contenu ne l’est pas.</translation>
    </message>
    <message>
        <source>A private chat has to be begun in another Matrix program, or by the customer.</source>
        <translation>Une conversation privée doit être commencée dans un autre programme Matrix, ou par le client.</translation>
    </message>
    <message>
        <source>Matrix has no warnings in front of a message.</source>
        <translation>Matrix n’a pas d’avertissement placé devant un message.</translation>
    </message>
    <message>
        <source>Matrix has no queue of messages to be approved.</source>
        <translation>Matrix n’a pas de file de messages à approuver.</translation>
    </message>
    <message>
        <source>Matrix has reactions instead: put one on the message.</source>
        <translation>Matrix a des réactions à la place : mettez-en une sur le message.</translation>
    </message>
    <message>
        <source>Matrix has nothing that could be passed on to followers.</source>
        <translation>Matrix n’a rien qui puisse être partagé à des abonnés.</translation>
    </message>
    <message>
        <source>Nobody can be muted from here. Another Matrix program can do it.</source>
        <translation>Personne ne peut être mis en sourdine depuis ici. Un autre programme Matrix peut le faire.</translation>
    </message>
    <message>
        <source>Nobody can be ignored from here. Another Matrix program can do it.</source>
        <translation>Personne ne peut être ignoré depuis ici. Un autre programme Matrix peut le faire.</translation>
    </message>
    <message>
        <source>What others write can&apos;t be hidden, only removed by a room&apos;s moderators.</source>
        <translation>Ce que d’autres écrivent ne peut pas être masqué, seulement supprimé par les modérateurs du salon.</translation>
    </message>
    <message>
        <source>An encrypted message. It can only be read in another Matrix program.</source>
        <translation>Un message chiffré. Il ne peut être lu que dans un autre programme Matrix.</translation>
    </message>
    <message>
        <source>An encrypted file. It can only be opened in another Matrix program.</source>
        <translation>Un fichier chiffré. Il ne peut être ouvert que dans un autre programme Matrix.</translation>
    </message>
    <message>
        <source>A message of a kind that can&apos;t be shown here. It can be seen in another Matrix program.</source>
        <translation>Un message d’un type qui ne peut pas être affiché ici. Il est visible dans un autre programme Matrix.</translation>
    </message>
    <message>
        <source>A sticker.</source>
        <translation>Un autocollant.</translation>
    </message>
    <message>
        <source>A place on the map.</source>
        <translation>Un lieu sur la carte.</translation>
    </message>
    <message>
        <source>A poll. It can only be seen in another Matrix program.</source>
        <translation>Un sondage. Il n’est visible que dans un autre programme Matrix.</translation>
    </message>
    <message>
        <source>An invitation into a private chat. Answer to accept it.</source>
        <translation>Une invitation à une conversation privée. Répondez pour l’accepter.</translation>
    </message>
    <message>
        <source>An invitation into a room. Answer to accept it: your answer is then read by everybody in the room.</source>
        <translation>Une invitation dans un salon. Répondez pour l’accepter : votre réponse sera lue par toutes les personnes du salon.</translation>
    </message>
    <message>
        <source>{host} is no Matrix server. If the server has another address, enter it as “Server”.</source>
        <translation>{host} n’est pas un serveur Matrix. Si le serveur a une autre adresse, indiquez-la dans « Serveur ».</translation>
    </message>
    <message>
        <source>A contact.</source>
        <translation>Un contact.</translation>
    </message>
    <message>
        <source>A story. It can only be seen in Telegram.</source>
        <translation>Une story. Elle n’est visible que dans Telegram.</translation>
    </message>
    <message>
        <source>This person opened the chat with the bot.</source>
        <translation>Cette personne a ouvert la discussion avec le bot.</translation>
    </message>
    <message>
        <source>Forwarded: these are somebody else&apos;s words.</source>
        <translation>Transféré&#xa0;: ce sont les mots de quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>A message of a kind that can&apos;t be shown here. It can be seen in Telegram.</source>
        <translation>Un message d’un genre qui ne peut pas être affiché ici. Il est visible dans Telegram.</translation>
    </message>
    <message>
        <source>This bot hands its messages to the web address {address}. Whatever answers there would get none any more. If that is right, write its name into “Web address to disconnect” and connect again.</source>
        <translation>Ce bot remet ses messages à l’adresse web {address}. Ce qui y répond n’en recevrait plus aucun. Si c’est voulu, écrivez son nom dans «&#xa0;Adresse web à déconnecter&#xa0;» et connectez de nouveau.</translation>
    </message>
    <message>
        <source>{host} does not speak Telegram&apos;s language.</source>
        <translation>{host} ne parle pas la langue de Telegram.</translation>
    </message>
    <message>
        <source>The text under a file may have {limit} characters on Telegram, and this has {length}. Send the file by itself.</source>
        <translation>Le texte sous un fichier peut compter {limit} caractères sur Telegram, et celui-ci en compte {length}. Envoyez le fichier seul.</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>Adresse e-mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Gmail, iCloud and Yahoo want an app password, made on their own pages.</source>
        <translation>Gmail, iCloud et Yahoo demandent un mot de passe d’application, créé sur leurs propres pages.</translation>
    </message>
    <message>
        <source>Our name</source>
        <translation>Notre nom</translation>
    </message>
    <message>
        <source>Example Ltd, customer care</source>
        <translation>Exemple SARL, service client</translation>
    </message>
    <message>
        <source>What customers see as the sender.</source>
        <translation>Ce que les clients voient comme expéditeur.</translation>
    </message>
    <message>
        <source>Server for reading (IMAP)</source>
        <translation>Serveur de réception (IMAP)</translation>
    </message>
    <message>
        <source>Server for sending (SMTP)</source>
        <translation>Serveur d’envoi (SMTP)</translation>
    </message>
    <message>
        <source>Only where it is not found by itself.</source>
        <translation>Seulement s’il n’est pas trouvé tout seul.</translation>
    </message>
    <message>
        <source>Only where it is not the mail address.</source>
        <translation>Seulement si ce n’est pas l’adresse e-mail.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>ID client</translation>
    </message>
    <message>
        <source>Only for signing in with the browser at Google or Microsoft, with an app that you registered there. The password is then that app&apos;s client secret, or a dash where it has none.</source>
        <translation>Seulement pour se connecter par le navigateur chez Google ou Microsoft, avec une application que vous y avez enregistrée. Le mot de passe est alors le secret de cette application, ou un tiret si elle n’en a pas.</translation>
    </message>
    <message>
        <source>Folders to read</source>
        <translation>Dossiers à lire</translation>
    </message>
    <message>
        <source>One a line; empty means the inbox. What you send is read in any case.</source>
        <translation>Un par ligne&#xa0;; vide signifie la boîte de réception. Ce que vous envoyez est lu dans tous les cas.</translation>
    </message>
    <message>
        <source>Other addresses of ours</source>
        <translation>Nos autres adresses</translation>
    </message>
    <message>
        <source>One a line. Mail from them is ours, and an answer leaves from the address that was written to.</source>
        <translation>Une par ligne. Les messages qui en viennent sont les nôtres, et une réponse part de l’adresse à laquelle on a écrit.</translation>
    </message>
    <message>
        <source>The servers are found by your address. The password goes to this system&apos;s keyring and nowhere else, and mail is read and sent over encrypted connections only.</source>
        <translation>Les serveurs sont trouvés grâce à votre adresse. Le mot de passe va dans le trousseau de ce système et nulle part ailleurs&#xa0;; les messages ne sont lus et envoyés que par des connexions chiffrées.</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Boîte de réception</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyés</translation>
    </message>
    <message>
        <source>This mailbox has no folder for sent messages: a reply that got no answer can&apos;t be looked up.</source>
        <translation>Cette boîte n’a pas de dossier des messages envoyés&#xa0;: une réponse restée sans confirmation ne peut pas être recherchée.</translation>
    </message>
    <message>
        <source>A mail that was broken off in the last moment can&apos;t be looked up: you are asked whether it may go again.</source>
        <translation>Un envoi interrompu au dernier moment ne peut pas être vérifié&#xa0;: on vous demande s’il doit repartir.</translation>
    </message>
    <message>
        <source>This server does not say when something arrives: it is asked once a minute.</source>
        <translation>Ce serveur ne dit pas quand quelque chose arrive&#xa0;: il est interrogé une fois par minute.</translation>
    </message>
    <message>
        <source>This mailbox has no trash folder: messages can&apos;t be thrown away from here.</source>
        <translation>Cette boîte n’a pas de corbeille&#xa0;: on ne peut pas jeter de messages d’ici.</translation>
    </message>
    <message>
        <source>This mailbox has no spam folder: messages can&apos;t be marked as spam from here.</source>
        <translation>Cette boîte n’a pas de dossier des indésirables&#xa0;: on ne peut pas signaler de messages comme indésirables d’ici.</translation>
    </message>
    <message>
        <source>Mail is private: every answer goes to the people it is written to.</source>
        <translation>Un e-mail est privé&#xa0;: chaque réponse va à ceux à qui elle est écrite.</translation>
    </message>
    <message>
        <source>Mail knows no content warnings.</source>
        <translation>L’e-mail ne connaît pas les avertissements de contenu.</translation>
    </message>
    <message>
        <source>A mail that was sent can&apos;t be changed.</source>
        <translation>Un e-mail envoyé ne peut plus être modifié.</translation>
    </message>
    <message>
        <source>A mail that was sent can&apos;t be taken back.</source>
        <translation>Un e-mail envoyé ne peut pas être repris.</translation>
    </message>
    <message>
        <source>Mail knows no likes.</source>
        <translation>L’e-mail ne connaît pas les «&#xa0;j’aime&#xa0;».</translation>
    </message>
    <message>
        <source>Mail knows no reposts.</source>
        <translation>L’e-mail ne connaît pas les partages.</translation>
    </message>
    <message>
        <source>Mail servers know no muting; mute the conversation instead.</source>
        <translation>Les serveurs de messagerie ne savent pas masquer quelqu’un&#xa0;; masquez plutôt la conversation.</translation>
    </message>
    <message>
        <source>Blocking a sender is a filter of the mail server, which programs can&apos;t set.</source>
        <translation>Bloquer un expéditeur est un filtre du serveur, qu’un programme ne peut pas régler.</translation>
    </message>
    <message>
        <source>There is nobody to report a sender to; mark the message as spam.</source>
        <translation>Il n’y a personne à qui signaler un expéditeur&#xa0;; marquez le message comme indésirable.</translation>
    </message>
    <message>
        <source>Mail knows no reactions.</source>
        <translation>L’e-mail ne connaît pas les réactions.</translation>
    </message>
    <message>
        <source>Nobody is told that you have read a mail.</source>
        <translation>Personne n’apprend que vous avez lu un e-mail.</translation>
    </message>
    <message>
        <source>There is no queue of messages that wait for approval.</source>
        <translation>Il n’y a pas de file de messages en attente d’approbation.</translation>
    </message>
    <message>
        <source>Nothing of a mail is public, so there is nothing to hide.</source>
        <translation>Rien d’un e-mail n’est public, il n’y a donc rien à masquer.</translation>
    </message>
    <message>
        <source>This message is encrypted and can&apos;t be read here.</source>
        <translation>Ce message est chiffré et ne peut pas être lu ici.</translation>
    </message>
    <message>
        <source>The mail server doubts that this is from the sender it names.</source>
        <translation>Le serveur doute que ce message vienne de l’expéditeur indiqué.</translation>
    </message>
    <message>
        <source>This came through a mailing list.</source>
        <translation>Ce message est arrivé par une liste de diffusion.</translation>
    </message>
    <message>
        <source>This is an automatic answer, for example of somebody who is away.</source>
        <translation>C’est une réponse automatique, par exemple de quelqu’un qui est absent.</translation>
    </message>
    <message>
        <source>A program sent this message.</source>
        <translation>Ce message a été envoyé par un programme.</translation>
    </message>
    <message>
        <source>Nobody reads answers to this address.</source>
        <translation>Personne ne lit les réponses à cette adresse.</translation>
    </message>
    <message>
        <source>A mail server reports that a message could not be delivered.</source>
        <translation>Un serveur signale qu’un message n’a pas pu être remis.</translation>
    </message>
    <message>
        <source>This message names no sender who could be answered.</source>
        <translation>Ce message ne nomme aucun expéditeur à qui répondre.</translation>
    </message>
    <message>
        <source>Nobody reads answers to this message: a program sent it from an address for sending only.</source>
        <translation>Personne ne lit les réponses à ce message&#xa0;: un programme l’a envoyé depuis une adresse réservée à l’envoi.</translation>
    </message>
    <message>
        <source>There is no mail address to write to.</source>
        <translation>Il n’y a pas d’adresse e-mail à laquelle écrire.</translation>
    </message>
    <message>
        <source>This mailbox has no folder for that.</source>
        <translation>Cette boîte n’a pas de dossier pour cela.</translation>
    </message>
    <message>
        <source>This server does not say when something arrives.</source>
        <translation>Ce serveur ne dit pas quand quelque chose arrive.</translation>
    </message>
    <message>
        <source>This is no address of a file in a mail.</source>
        <translation>Ce n’est pas l’adresse d’un fichier dans un e-mail.</translation>
    </message>
    <message>
        <source>A mailbox is connected with its address and password.</source>
        <translation>Une boîte se connecte avec son adresse et son mot de passe.</translation>
    </message>
    <message>
        <source>Please enter the password.</source>
        <translation>Veuillez saisir le mot de passe.</translation>
    </message>
    <message>
        <source>This can&apos;t be a password.</source>
        <translation>Cela ne peut pas être un mot de passe.</translation>
    </message>
    <message>
        <source>Mail is read and sent over encrypted connections only.</source>
        <translation>Les messages ne sont lus et envoyés que par des connexions chiffrées.</translation>
    </message>
    <message>
        <source>The mail servers of this address were not found. Please enter them.</source>
        <translation>Les serveurs de cette adresse n’ont pas été trouvés. Veuillez les saisir.</translation>
    </message>
    <message>
        <source>Only Google and Microsoft let a browser sign in for mail. Please use a password.</source>
        <translation>Seuls Google et Microsoft permettent de se connecter par le navigateur pour l’e-mail. Veuillez utiliser un mot de passe.</translation>
    </message>
    <message>
        <source>The folder was made anew.</source>
        <translation>Le dossier a été recréé.</translation>
    </message>
    <message>
        <source>It is in no folder.</source>
        <translation>Il ne se trouve dans aucun dossier.</translation>
    </message>
    <message>
        <source>It gave no token that can be renewed.</source>
        <translation>Il n’a donné aucun jeton renouvelable.</translation>
    </message>
    <message>
        <source>Answers to this message go to {address}.</source>
        <translation>Les réponses à ce message vont à {address}.</translation>
    </message>
    <message>
        <source>“{entered}” is no mail address.</source>
        <translation>«&#xa0;{entered}&#xa0;» n’est pas une adresse e-mail.</translation>
    </message>
    <message>
        <source>These files are too large together: {size} MB, and {limit} MB are allowed.</source>
        <translation>Ces fichiers sont trop gros ensemble&#xa0;: {size} Mo, et {limit} Mo sont permis.</translation>
    </message>
    <message>
        <source>Listen to blogs, news, reviews and forums: everything new in a feed (RSS, Atom or JSON Feed) becomes a conversation that you can label, assign and put away. Answering is done on the site itself. No login is needed.</source>
        <translation>Suivez des blogs, des actualités, des avis et des forums : toute nouveauté d&apos;un flux (RSS, Atom ou JSON Feed) devient une conversation que vous pouvez étiqueter, attribuer et classer. On répond sur le site lui-même. Aucune connexion n&apos;est nécessaire.</translation>
    </message>
    <message>
        <source>Addresses of feeds</source>
        <translation>Adresses des flux</translation>
    </message>
    <message>
        <source>One a line, up to 50. The address of a site will do where its page names its feed.</source>
        <translation>Une par ligne, 50 au plus. L&apos;adresse d&apos;un site suffit si sa page indique son flux.</translation>
    </message>
    <message>
        <source>Nothing can be sent to a feed, and no files either.</source>
        <translation>On ne peut rien envoyer à un flux, pas même un fichier.</translation>
    </message>
    <message>
        <source>An address with a name and a password in it can&apos;t be used: only open feeds can be read.</source>
        <translation>Une adresse qui contient un nom et un mot de passe ne convient pas : seuls les flux ouverts peuvent être lus.</translation>
    </message>
    <message>
        <source>Please enter the address of a feed.</source>
        <translation>Veuillez saisir l&apos;adresse d&apos;un flux.</translation>
    </message>
    <message>
        <source>It is no feed.</source>
        <translation>Ce n&apos;est pas un flux.</translation>
    </message>
    <message>
        <source>It is JSON, and no feed.</source>
        <translation>C&apos;est du JSON, mais pas un flux.</translation>
    </message>
    <message>
        <source>It is broken, and too large to be guessed at.</source>
        <translation>Il est abîmé, et trop grand pour être deviné.</translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation>Il est imbriqué trop profondément.</translation>
    </message>
    <message>
        <source>It leads into your own network.</source>
        <translation>Cela mène dans votre propre réseau.</translation>
    </message>
    <message>
        <source>It redirects in a circle.</source>
        <translation>Il renvoie en rond.</translation>
    </message>
    <message>
        <source>It redirects to an address that is not of the web.</source>
        <translation>Il renvoie vers une adresse qui n&apos;est pas du web.</translation>
    </message>
    <message>
        <source>It redirects from a protected address to an open one.</source>
        <translation>Il renvoie d&apos;une adresse protégée vers une adresse non protégée.</translation>
    </message>
    <message>
        <source>A feed can only be read. Open the article in the browser to answer on its site.</source>
        <translation>Un flux ne peut qu&apos;être lu. Ouvrez l&apos;article dans le navigateur pour répondre sur son site.</translation>
    </message>
    <message>
        <source>A feed names authors, and there is nobody behind it whom one could mute or block. Take the feed out instead.</source>
        <translation>Un flux nomme des auteurs, mais il n&apos;y a derrière lui personne à masquer ou à bloquer. Retirez plutôt le flux.</translation>
    </message>
    <message>
        <source>A feed shows what is published already; nothing in it waits to be approved.</source>
        <translation>Un flux montre ce qui est déjà publié ; rien n&apos;y attend d&apos;être approuvé.</translation>
    </message>
    <message>
        <source>A feed does not tell what was deleted: an article that left it stays here.</source>
        <translation>Un flux ne dit pas ce qui a été supprimé : un article qui l&apos;a quitté reste ici.</translation>
    </message>
    <message>
        <source>A feed holds only its last articles. What came and went while this program was closed is not seen.</source>
        <translation>Un flux ne contient que ses derniers articles. Ce qui est passé pendant que ce programme était fermé n&apos;est pas vu.</translation>
    </message>
    <message>
        <source>A feed does not call. It is asked every quarter of an hour, or as seldom as its site wishes.</source>
        <translation>Un flux n&apos;appelle pas. Il est interrogé tous les quarts d&apos;heure, ou aussi rarement que son site le souhaite.</translation>
    </message>
    <message>
        <source>A feed is asked from time to time; it does not call.</source>
        <translation>Un flux est interrogé de temps en temps ; il n&apos;appelle pas.</translation>
    </message>
    <message>
        <source>Nothing is ever sent to a feed.</source>
        <translation>Rien n&apos;est jamais envoyé à un flux.</translation>
    </message>
    <message>
        <source>“{line}” is no address of a feed. It begins with https:// or http://.</source>
        <translation>« {line} » n&apos;est pas l&apos;adresse d&apos;un flux. Elle commence par https:// ou http://.</translation>
    </message>
    <message>
        <source>One account holds up to {most} feeds, and these are {count}. Make a second account for the others.</source>
        <translation>Un compte contient jusqu&apos;à {most} flux, et il y en a {count}. Créez un second compte pour les autres.</translation>
    </message>
    <message>
        <source>The feed at {host} is closed for good. Take its address out of the account&apos;s details.</source>
        <translation>Le flux de {host} est fermé pour de bon. Retirez son adresse des détails du compte.</translation>
    </message>
    <message>
        <source>There is no feed any more at this address of {host}. Look whether the site has a new one.</source>
        <translation>Il n&apos;y a plus de flux à cette adresse de {host}. Regardez si le site en a un nouveau.</translation>
    </message>
    <message>
        <source>The feed at {host} asks for a login. Only open feeds can be read.</source>
        <translation>Le flux de {host} demande une connexion. Seuls les flux ouverts peuvent être lus.</translation>
    </message>
    <message>
        <source>{host} names no feed in its page. Please enter the address of the feed itself.</source>
        <translation>{host} n&apos;indique aucun flux dans sa page. Veuillez saisir l&apos;adresse du flux lui-même.</translation>
    </message>
</context>
<context>
    <name>CustomerPane</name>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>The customer of the conversation you choose is shown here.</source>
        <translation>Le client de la conversation choisie s’affiche ici.</translation>
    </message>
    <message>
        <source>Profile on {network}</source>
        <translation>Profil sur {network}</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>Abonnés</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Publications</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Inscription</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>automated account</source>
        <translation>compte automatisé</translation>
    </message>
    <message>
        <source>With us</source>
        <translation>Avec nous</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Premier contact</translation>
    </message>
    <message>
        <source>Wrote to us</source>
        <translation>Nous a écrit</translation>
    </message>
    <message>
        <source>We wrote</source>
        <translation>Nous avons écrit</translation>
    </message>
    <message>
        <source>Favourites of ours</source>
        <translation>Favoris chez nous</translation>
    </message>
    <message>
        <source>Boosts of ours</source>
        <translation>Partages de nos posts</translation>
    </message>
    <message>
        <source>Follows us</source>
        <translation>Nous suit</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Whole timeline</source>
        <translation>Tout l’historique</translation>
    </message>
    <message>
        <source>Everything with this customer on one scroll, over every channel</source>
        <translation>Tous les échanges avec ce client à la suite, tous canaux confondus</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>privé</translation>
    </message>
    <message>
        <source>public</source>
        <translation>public</translation>
    </message>
</context>
<context>
    <name>Debrief</name>
    <message>
        <source>What you put right</source>
        <translation>Ce que vous avez réparé</translation>
    </message>
    <message>
        <source>Who was left without an answer</source>
        <translation>Qui est resté sans réponse</translation>
    </message>
    <message>
        <source>How long people waited</source>
        <translation>Combien de temps on a attendu</translation>
    </message>
    <message>
        <source>Where an answer made it worse</source>
        <translation>Où une réponse a aggravé les choses</translation>
    </message>
    <message>
        <source>Words without help</source>
        <translation>Des mots sans aide</translation>
    </message>
    <message>
        <source>Public questions, private answers</source>
        <translation>Questions publiques, réponses privées</translation>
    </message>
    <message>
        <source>Trolls, spam and strays</source>
        <translation>Trolls, spam et égarés</translation>
    </message>
    <message>
        <source>The crisis</source>
        <translation>La crise</translation>
    </message>
    <message>
        <source>{name} asked about “{title}” and thanked you {waited} later. What helped: “{sentence}”</source>
        <translation>{name} a écrit au sujet de «&#xa0;{title}&#xa0;» et vous a remercié {waited} plus tard. Ce qui a aidé&#xa0;: «&#xa0;{sentence}&#xa0;»</translation>
    </message>
    <message>
        <source>{name} was angry about “{title}” and thanked you in the end. What turned it: “{sentence}”</source>
        <translation>{name} était en colère à propos de «&#xa0;{title}&#xa0;» et a fini par vous remercier. Ce qui a tout changé&#xa0;: «&#xa0;{sentence}&#xa0;»</translation>
    </message>
    <message>
        <source>{name} wrote about “{title}” and went away pleased. A few warm words were enough.</source>
        <translation>{name} a écrit au sujet de «&#xa0;{title}&#xa0;» et est reparti content. Quelques mots chaleureux ont suffi.</translation>
    </message>
    <message>
        <source>{name} asked about “{title}” and nobody answered for {waited}.</source>
        <translation>{name} a écrit au sujet de «&#xa0;{title}&#xa0;» et personne n’a répondu pendant {waited}.</translation>
    </message>
    <message>
        <source>{name} asked about “{title}”, waited {waited}, and went elsewhere.</source>
        <translation>{name} a écrit au sujet de «&#xa0;{title}&#xa0;», a attendu {waited}, puis est allé voir ailleurs.</translation>
    </message>
    <message>
        <source>{name} asked about “{title}”, waited {waited}, and told everybody; {boosts} passed it on.</source>
        <translation>{name} a écrit au sujet de «&#xa0;{title}&#xa0;», a attendu {waited}, puis l’a dit à tout le monde&#xa0;; relais&#xa0;: {boosts}.</translation>
    </message>
    <message>
        <source>{name} (“{title}”) got an answer, but not help, and went away.</source>
        <translation>{name} («&#xa0;{title}&#xa0;») a eu une réponse, mais pas d’aide, et est parti.</translation>
    </message>
    <message>
        <source>Half of all customers had their first answer within {waited}.</source>
        <translation>La moitié des clients ont eu leur première réponse en {waited}.</translation>
    </message>
    <message>
        <source>{name} waited longest: {waited}.</source>
        <translation>{name} a attendu le plus longtemps&#xa0;: {waited}.</translation>
    </message>
    <message>
        <source>{name}: usually {median}, at most {longest}.</source>
        <translation>{name}&#xa0;: en général {median}, au plus {longest}.</translation>
    </message>
    <message>
        <source>{name} read: “{sentence}” {why}</source>
        <translation>{name} a lu&#xa0;: «&#xa0;{sentence}&#xa0;» {why}</translation>
    </message>
    <message>
        <source>What {name} said about that answer was passed on: {boosts}.</source>
        <translation>Ce que {name} a dit de cette réponse a été relayé. Nombre de partages : {boosts}.</translation>
    </message>
    <message>
        <source>{name} read: “{sentence}” It would fit any complaint. Say what happens next, and when.</source>
        <translation>{name} a lu&#xa0;: «&#xa0;{sentence}&#xa0;» Cela irait pour n’importe quelle plainte. Dites ce qui va se passer, et quand.</translation>
    </message>
    <message>
        <source>You promised {name} to come back (“{sentence}”) and did not. That is worse than no promise.</source>
        <translation>Vous avez promis à {name} de revenir («&#xa0;{sentence}&#xa0;») et ne l’avez pas fait. C’est pire que de ne rien promettre.</translation>
    </message>
    <message>
        <source>{name} wrote in {asked}, and you answered in {answered}.</source>
        <translation>{name} a écrit en {asked}, et vous avez répondu en {answered}.</translation>
    </message>
    <message>
        <source>You deleted an answer to {name}. People notice; a correction below it is better.</source>
        <translation>Vous avez supprimé une réponse à {name}. Cela se remarque&#xa0;; mieux vaut une correction en dessous.</translation>
    </message>
    <message>
        <source>{name} asked in public and got only a private answer. Say in public that you help.</source>
        <translation>{name} a demandé en public et n’a eu qu’une réponse privée. Dites en public que vous aidez.</translation>
    </message>
    <message>
        <source>You muted or blocked {name}, who only needed help with “{title}”.</source>
        <translation>Vous avez masqué ou bloqué {name}, qui avait seulement besoin d’aide&#xa0;: «&#xa0;{title}&#xa0;».</translation>
    </message>
    <message>
        <source>Answers to {name}: {times}. Trolls live on them: mute, block or report instead.</source>
        <translation>Réponses à {name}&#xa0;: {times}. Les trolls s’en nourrissent&#xa0;: masquez, bloquez ou signalez plutôt.</translation>
    </message>
    <message>
        <source>You left {name} without an answer. That was right.</source>
        <translation>Vous avez laissé {name} sans réponse. C’était la bonne décision.</translation>
    </message>
    <message>
        <source>You muted, blocked or reported {name}. That was right.</source>
        <translation>Vous avez masqué, bloqué ou signalé {name}. C’était la bonne décision.</translation>
    </message>
    <message>
        <source>You answered the spam of {name}. Report it instead: an answer only shows that somebody reads.</source>
        <translation>Vous avez répondu au spam de {name}. Signalez-le plutôt&#xa0;: une réponse montre seulement que quelqu’un lit.</translation>
    </message>
    <message>
        <source>You muted, blocked or reported the spam of {name}. That was right.</source>
        <translation>Vous avez masqué, bloqué ou signalé le spam de {name}. C’était la bonne décision.</translation>
    </message>
    <message>
        <source>You left the spam of {name} alone. Reporting it would help everybody.</source>
        <translation>Vous avez laissé passer le spam de {name}. Le signaler aiderait tout le monde.</translation>
    </message>
    <message>
        <source>{name} meant somebody else, and you told them kindly.</source>
        <translation>{name} s’adressait à quelqu’un d’autre, et vous l’avez dit gentiment.</translation>
    </message>
    <message>
        <source>{name} meant somebody else. One friendly line would have spared them the wait.</source>
        <translation>{name} s’adressait à quelqu’un d’autre. Une ligne aimable lui aurait épargné l’attente.</translation>
    </message>
    <message>
        <source>You told everybody what happens, {waited} after it began: what a crisis needs first.</source>
        <translation>Vous avez dit à tous ce qui se passe, {waited} après le début&#xa0;: c’est ce qu’il faut d’abord dans une crise.</translation>
    </message>
    <message>
        <source>{voices} people wrote within minutes, and no post of your own told everybody what happens.</source>
        <translation>{voices} personnes ont écrit en quelques minutes, et aucune publication de votre part n’a dit à tous ce qui se passe.</translation>
    </message>
    <message>
        <source>{answered} of {voices} people in the crisis had an answer.</source>
        <translation>Réponses pendant la crise : {answered} pour {voices} personnes.</translation>
    </message>
    <message>
        <source>Whose fault it is helps nobody. Say what you will do.</source>
        <translation>Savoir à qui la faute n’aide personne. Dites ce que vous allez faire.</translation>
    </message>
    <message>
        <source>The customer bought from you, not from your partner. Deal with the partner yourself.</source>
        <translation>Le client a acheté chez vous, pas chez votre partenaire. Réglez cela vous-même avec lui.</translation>
    </message>
    <message>
        <source>It tells the customer that it is their own doing. Even where that is true, help first.</source>
        <translation>Cela dit au client que c’est de sa faute. Même quand c’est vrai, aidez d’abord.</translation>
    </message>
    <message>
        <source>Nobody ever became calm by being told to.</source>
        <translation>Personne ne s’est jamais calmé parce qu’on le lui disait.</translation>
    </message>
    <message>
        <source>It contests what the customer says. Believe them first, and ask.</source>
        <translation>Cela conteste ce que dit le client. Croyez-le d’abord, et demandez.</translation>
    </message>
    <message>
        <source>It doubts the customer. Ask what they see before you quote what your system says.</source>
        <translation>Cela met le client en doute. Demandez ce qu’il voit avant de citer ce que dit votre système.</translation>
    </message>
    <message>
        <source>It says no and nothing else. Say what you can do.</source>
        <translation>Cela dit non et rien d’autre. Dites ce que vous pouvez faire.</translation>
    </message>
    <message>
        <source>It shows the customer the door.</source>
        <translation>Cela met le client à la porte.</translation>
    </message>
    <message>
        <source>It insults. There is no second sentence that makes this good.</source>
        <translation>C’est insultant. Aucune seconde phrase ne rattrape cela.</translation>
    </message>
    <message>
        <source>A threat is passed on faster than any answer.</source>
        <translation>Une menace circule plus vite que n’importe quelle réponse.</translation>
    </message>
    <message>
        <source>Capitals read as shouting.</source>
        <translation>Les majuscules se lisent comme des cris.</translation>
    </message>
    <message>
        <source>{count} of {total} people who needed an answer had one.</source>
        <translation>Personnes qui avaient besoin d’une réponse et l’ont eue : {count} sur {total}.</translation>
    </message>
    <message>
        <source>Half of the first answers came within {waited}; three minutes give all points, fifteen none.</source>
        <translation>La moitié des premières réponses sont venues en {waited}&#xa0;; trois minutes donnent tous les points, quinze aucun.</translation>
    </message>
    <message>
        <source>{count} of {total} problems ended with thanks.</source>
        <translation>{count} problèmes sur {total} se sont terminés par un merci.</translation>
    </message>
    <message>
        <source>Answers that argued: {count}; each costs five points.</source>
        <translation>Réponses qui ont envenimé l’échange&#xa0;: {count}&#xa0;; chacune coûte cinq points.</translation>
    </message>
    <message>
        <source>Slips: {count} (trolls fed, people silenced, only private, wrong language, promises); 2 points each.</source>
        <translation>Faux pas&#xa0;: {count} (trolls nourris, gens réduits au silence, seulement en privé, mauvaise langue, promesses)&#xa0;; 2 points chacun.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
</context>
<context>
    <name>DebriefDialog</name>
    <message>
        <source>Practice debrief</source>
        <translation>Bilan de l’entraînement</translation>
    </message>
    <message>
        <source>Each customer&apos;s wait</source>
        <translation>L’attente de chaque client</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Nothing to look back at yet</source>
        <translation>Encore rien à passer en revue</translation>
    </message>
    <message>
        <source>Answer a few customers first, then come back.</source>
        <translation>Répondez d’abord à quelques clients, puis revenez.</translation>
    </message>
    <message>
        <source>{score} of {most} points</source>
        <translation>{score} points sur {most}</translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <source>Edit message</source>
        <translation>Modifier le message</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Content warning (optional)</source>
        <translation>Avertissement de contenu (facultatif)</translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation>Avertissement de contenu</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>EmojiPicker</name>
    <message>
        <source>Search emoji</source>
        <translation>Rechercher un émoji</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Émojis</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Rien trouvé.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>That did not work</source>
        <translation>Cela n’a pas fonctionné</translation>
    </message>
    <message>
        <source>Please check what you entered</source>
        <translation>Veuillez vérifier votre saisie</translation>
    </message>
    <message>
        <source>The message was edited</source>
        <translation>Le message a été modifié</translation>
    </message>
    <message>
        <source>{person} changed this message after you began. It said: “{before}” It says now: “{now}”</source>
        <translation>{person} a modifié ce message après que vous avez commencé. Il disait&#xa0;: «&#xa0;{before}&#xa0;» Il dit maintenant&#xa0;: «&#xa0;{now}&#xa0;»</translation>
    </message>
    <message>
        <source>The message is gone</source>
        <translation>Le message a disparu</translation>
    </message>
    <message>
        <source>{person} deleted the message that you are answering. Your text is kept.</source>
        <translation>{person} a supprimé le message auquel vous répondez. Votre texte est conservé.</translation>
    </message>
    <message>
        <source>A feed can&apos;t be read</source>
        <translation>Un flux ne peut pas être lu</translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached. It is asked again later; the other feeds go on.</source>
        <translation>{host} est injoignable. Il sera réinterrogé plus tard ; les autres flux continuent.</translation>
    </message>
    <message>
        <source>A feed asks to wait</source>
        <translation>Un flux demande de patienter</translation>
    </message>
    <message>
        <source>{host} asks to slow down. It is asked again at {until}; the other feeds go on.</source>
        <translation>{host} demande de ralentir. Il sera réinterrogé à {until} ; les autres flux continuent.</translation>
    </message>
    <message>
        <source>Please decide</source>
        <translation>À vous de décider</translation>
    </message>
    <message>
        <source>Something new came in</source>
        <translation>Du nouveau est arrivé</translation>
    </message>
    <message>
        <source>{person} wrote again: look before this goes out.</source>
        <translation>{person} a de nouveau écrit : à relire avant l’envoi.</translation>
    </message>
    <message>
        <source>The customer wrote first</source>
        <translation>Le client a écrit avant</translation>
    </message>
    <message>
        <source>{person} wrote before your reply went; it waits for you.</source>
        <translation>{person} a écrit avant le départ de votre réponse&#xa0;; elle vous attend.</translation>
    </message>
    <message>
        <source>Its time has passed</source>
        <translation>Son heure est passée</translation>
    </message>
    <message>
        <source>The time of this reply passed while the program was closed, the computer asleep or the account out of reach. Send it now, choose another time, or take it back.</source>
        <translation>L’heure de cette réponse est passée alors que le programme était fermé, l’ordinateur en veille ou le compte injoignable. Envoyez-la maintenant, choisissez une autre heure ou reprenez-la.</translation>
    </message>
    <message>
        <source>Does this still fit?</source>
        <translation>Est-ce encore d’actualité&#xa0;?</translation>
    </message>
    <message>
        <source>This was written on {written} and could not be sent since. Read it again, then send it or take it back.</source>
        <translation>Ceci a été écrit le {written} et n’a pas pu être envoyé depuis. Relisez-le, puis envoyez-le ou retirez-le.</translation>
    </message>
    <message>
        <source>It may have been sent</source>
        <translation>C’est peut-être parti</translation>
    </message>
    <message>
        <source>{host} did not confirm it, and it was not found there. Please look, then send it again or take it back.</source>
        <translation>{host} ne l’a pas confirmé et on ne l’y a pas trouvé. Vérifiez, puis renvoyez-le ou retirez-le.</translation>
    </message>
    <message>
        <source>The network did not answer</source>
        <translation>Le réseau n’a pas répondu</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Pas de connexion</translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached. Everything you write is kept and leaves when the network returns.</source>
        <translation>{host} est injoignable. Tout ce que vous écrivez est conservé et partira au retour du réseau.</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Pas de réponse</translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation>{host} n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>Unreadable answer</source>
        <translation>Réponse illisible</translation>
    </message>
    <message>
        <source>{host} sent an answer that can&apos;t be read. {detail}</source>
        <translation>{host} a envoyé une réponse illisible. {detail}</translation>
    </message>
    <message>
        <source>Network sign-in needed</source>
        <translation>Connexion au réseau requise</translation>
    </message>
    <message>
        <source>This network shows a sign-in page instead of {host}. Open a browser, sign in, and it goes on by itself.</source>
        <translation>Ce réseau affiche une page de connexion au lieu de {host}. Ouvrez un navigateur, connectez-vous, et tout reprendra de soi-même.</translation>
    </message>
    <message>
        <source>The server has a problem</source>
        <translation>Le serveur a un problème</translation>
    </message>
    <message>
        <source>{host} answered with an error of its own ({status}). It will be tried again.</source>
        <translation>{host} a répondu par une erreur interne ({status}). Un nouvel essai aura lieu.</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Trop de requêtes</translation>
    </message>
    <message>
        <source>{host} asks to slow down. Next try at {until}.</source>
        <translation>{host} demande de ralentir. Prochain essai à {until}.</translation>
    </message>
    <message>
        <source>Refused for safety</source>
        <translation>Refusé par sécurité</translation>
    </message>
    <message>
        <source>The answer of {host} was refused: {detail}</source>
        <translation>La réponse de {host} a été refusée&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>There is no safe connection to {host}: {detail}. Nothing was sent. If this network has a sign-in page, open a browser and sign in.</source>
        <translation>Il n’y a pas de connexion sûre avec {host}&#xa0;: {detail}. Rien n’a été envoyé. Si ce réseau a une page de connexion, ouvrez un navigateur et connectez-vous.</translation>
    </message>
    <message>
        <source>The file was not uploaded</source>
        <translation>Le fichier n’a pas été transmis</translation>
    </message>
    <message>
        <source>{host} did not take “{name}”. Nothing was sent; it will be tried again. {detail}</source>
        <translation>{host} n’a pas accepté «&#xa0;{name}&#xa0;». Rien n’a été envoyé&#xa0;; un nouvel essai aura lieu. {detail}</translation>
    </message>
    <message>
        <source>The network refused</source>
        <translation>Le réseau a refusé</translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>Veuillez vous reconnecter</translation>
    </message>
    <message>
        <source>{host} does not accept this login any more. What waits in the outbox is kept.</source>
        <translation>{host} n’accepte plus cette connexion. Ce qui attend dans la boîte d’envoi est conservé.</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Non autorisé</translation>
    </message>
    <message>
        <source>{host} does not allow it: {reason}</source>
        <translation>{host} ne l’autorise pas&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>It was deleted, or it can&apos;t be seen by this account any more. Your text is kept.</source>
        <translation>Il a été supprimé, ou ce compte ne peut plus le voir. Votre texte est conservé.</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Non accepté</translation>
    </message>
    <message>
        <source>{host} did not accept it: {reason}</source>
        <translation>{host} ne l’a pas accepté&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Not possible here</source>
        <translation>Impossible ici</translation>
    </message>
    <message>
        <source>The keyring can&apos;t be used</source>
        <translation>Le trousseau est inutilisable</translation>
    </message>
    <message>
        <source>No keyring found</source>
        <translation>Aucun trousseau trouvé</translation>
    </message>
    <message>
        <source>This system has no keyring service that keeps passwords safely. {detail}</source>
        <translation>Ce système n’a pas de trousseau qui garde les mots de passe en sécurité. {detail}</translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation>Le trousseau est verrouillé</translation>
    </message>
    <message>
        <source>Unlock the system&apos;s keyring and try again. {detail}</source>
        <translation>Déverrouillez le trousseau du système et réessayez. {detail}</translation>
    </message>
    <message>
        <source>The keyring holds no login for {account}.</source>
        <translation>Le trousseau ne contient pas de connexion pour {account}.</translation>
    </message>
    <message>
        <source>The profile can&apos;t be used</source>
        <translation>Le profil est inutilisable</translation>
    </message>
    <message>
        <source>Already open</source>
        <translation>Déjà ouvert</translation>
    </message>
    <message>
        <source>This profile is open in another window.</source>
        <translation>Ce profil est ouvert dans une autre fenêtre.</translation>
    </message>
    <message>
        <source>This profile is from a newer version</source>
        <translation>Ce profil vient d’une version plus récente</translation>
    </message>
    <message>
        <source>{path} was written by a newer version (schema {found}, this one knows {known}). Nothing was changed.</source>
        <translation>{path} a été écrit par une version plus récente (schéma {found}, celle-ci connaît {known}). Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The profile folder can&apos;t be written</source>
        <translation>Le dossier du profil n’est pas accessible en écriture</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Le disque est plein</translation>
    </message>
    <message>
        <source>Nothing was lost, and nothing more can be stored in {path} until there is room.</source>
        <translation>Rien n’est perdu, mais plus rien ne peut être enregistré dans {path} tant que la place manque.</translation>
    </message>
    <message>
        <source>A database is damaged</source>
        <translation>Une base de données est endommagée</translation>
    </message>
    <message>
        <source>{path} is damaged. {detail}</source>
        <translation>{path} est endommagé. {detail}</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Import from CSV</source>
        <translation>Importer un CSV</translation>
    </message>
    <message>
        <source>Export to CSV</source>
        <translation>Exporter en CSV</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
    <message>
        <source>Import canned responses</source>
        <translation>Importer des réponses types</translation>
    </message>
    <message>
        <source>A starter set of canned responses</source>
        <translation>Un jeu de départ de réponses types</translation>
    </message>
    <message numerus="yes">
        <source>%n response(s) written</source>
        <translation>
            <numerusform>%n réponse enregistrée</numerusform>
            <numerusform>%n réponses enregistrées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldSpelling</name>
    <message>
        <source>No suggestion</source>
        <translation>Aucune suggestion</translation>
    </message>
    <message>
        <source>Add to my words</source>
        <translation>Ajouter à mes mots</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Orthographe</translation>
    </message>
    <message>
        <source>No dictionary was found on this computer</source>
        <translation>Aucun dictionnaire trouvé sur cet ordinateur</translation>
    </message>
    <message>
        <source>As the customer writes</source>
        <translation>Comme le client écrit</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivée</translation>
    </message>
    <message>
        <source>{language}: no dictionary</source>
        <translation>{language} : pas de dictionnaire</translation>
    </message>
</context>
<context>
    <name>FieldsPage</name>
    <message>
        <source>{label} (optional)</source>
        <translation>{label} (facultatif)</translation>
    </message>
    <message>
        <source>Paste an access token that you made in the network&apos;s own settings.</source>
        <translation>Collez un jeton d’accès créé dans les réglages du réseau.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Jeton d’accès</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Another day…</source>
        <translation>Un autre jour…</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>Sauf</translation>
    </message>
    <message>
        <source>More than</source>
        <translation>Plus de</translation>
    </message>
    <message>
        <source>Longer than</source>
        <translation>Plus longtemps que</translation>
    </message>
    <message>
        <source>Fewer than</source>
        <translation>Moins de</translation>
    </message>
    <message>
        <source>Shorter than</source>
        <translation>Moins longtemps que</translation>
    </message>
</context>
<context>
    <name>FolderLine</name>
    <message>
        <source>Messages, notes, drafts and settings are kept in one folder on this computer and nowhere else. Logins are kept in the system&apos;s keyring.</source>
        <translation>Les messages, notes, brouillons et réglages sont gardés dans un seul dossier de cet ordinateur, et nulle part ailleurs. Les identifiants sont gardés dans le trousseau du système.</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Afficher le dossier</translation>
    </message>
</context>
<context>
    <name>GoingAbout</name>
    <message>
        <source>Text size: {percent} %</source>
        <translation>Taille du texte&#xa0;: {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Enregistré sous {file}</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written.</source>
        <translation>Impossible d’écrire {file}.</translation>
    </message>
    <message>
        <source>The sheet was not saved</source>
        <translation>La feuille n’a pas été enregistrée</translation>
    </message>
</context>
<context>
    <name>GuidePages</name>
    <message>
        <source>User&apos;s guide</source>
        <extracomment>Each page in English and French; an installed program has these and no others.</extracomment>
        <translation>Guide de l’utilisateur</translation>
    </message>
    <message>
        <source>Query language</source>
        <translation>Langage de recherche</translation>
    </message>
    <message>
        <source>What each network allows</source>
        <translation>Ce que permet chaque réseau</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Occurrence précédente</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Occurrence suivante</translation>
    </message>
    <message>
        <source>Search in this page</source>
        <translation>Rechercher dans cette page</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>This page was not installed with the program.</source>
        <translation>Cette page n’a pas été installée avec le programme.</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} sur {total}</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Rien trouvé.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>direct</source>
        <translation>privé</translation>
    </message>
    <message>
        <source>public</source>
        <translation>public</translation>
    </message>
    <message>
        <source>assigned to {name}</source>
        <translation>assignée à {name}</translation>
    </message>
    <message>
        <source>snoozed until {when}</source>
        <translation>reportée au {when}</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>in sync</source>
        <translation>à jour</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>vérification…</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>hors ligne</translation>
    </message>
    <message>
        <source>trouble</source>
        <translation>en difficulté</translation>
    </message>
    <message>
        <source>sign in again</source>
        <translation>reconnexion nécessaire</translation>
    </message>
    <message>
        <source>the practice network is not running</source>
        <extracomment>A practice account&apos;s login lives in memory only, and its server is a process beside this one.</extracomment>
        <translation>le réseau d’entraînement n’est pas lancé</translation>
    </message>
    <message>
        <source>Its customers live in a program beside this one, which runs only while you practise. Start it here, or start SCRM Desktop with --practice; what you wrote there is kept.</source>
        <translation>Ses clients vivent dans un programme à côté de celui-ci, qui ne tourne que pendant l’entraînement. Lancez-le ici, ou démarrez SCRM Desktop avec --practice ; ce que vous y avez écrit est conservé.</translation>
    </message>
</context>
<context>
    <name>HoursField</name>
    <message>
        <source>Outside of these hours, offer to send it when they begin</source>
        <translation>En dehors de ces heures, proposer l’envoi à leur début</translation>
    </message>
    <message>
        <source>Answers leave from</source>
        <translation>Les réponses partent à partir de</translation>
    </message>
    <message>
        <source>Answers leave until</source>
        <translation>Les réponses partent jusqu’à</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n would be added</source>
        <translation>
            <numerusform>%n serait ajoutée</numerusform>
            <numerusform>%n seraient ajoutées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be changed</source>
        <translation>
            <numerusform>%n serait modifiée</numerusform>
            <numerusform>%n seraient modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are there already</source>
        <translation>
            <numerusform>%n existe déjà</numerusform>
            <numerusform>%n existent déjà</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be refused</source>
        <translation>
            <numerusform>%n serait refusée</numerusform>
            <numerusform>%n seraient refusées</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Rien n’est encore enregistré.</translation>
    </message>
    <message numerus="yes">
        <source>Write %n response(s)</source>
        <translation>
            <numerusform>Enregistrer %n réponse</numerusform>
            <numerusform>Enregistrer %n réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Effet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Trial run</source>
        <translation>Essai à blanc</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajoutée</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiée</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Inchangée</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusée</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Press the keys…</source>
        <translation>Appuyez sur les touches…</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Reset all keys</source>
        <translation>Rétablir toutes les touches</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Reset the keys of {action}</source>
        <translation>Rétablir les touches de {action}</translation>
    </message>
    <message>
        <source>No keys for {action}</source>
        <translation>Aucune touche pour {action}</translation>
    </message>
    <message>
        <source>Keys of {action}: {keys}</source>
        <translation>Touches de {action}&#xa0;: {keys}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>{keys} is taken</source>
        <translation>{keys} est déjà prise</translation>
    </message>
    <message>
        <source>“{other}” has these keys. Give them to “{action}” instead?</source>
        <translation>«&#xa0;{other}&#xa0;» a ces touches. Les donner plutôt à «&#xa0;{action}&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Give them</source>
        <translation>Les donner</translation>
    </message>
</context>
<context>
    <name>Likeness</name>
    <message>
        <source>the very same account</source>
        <translation>exactement le même compte</translation>
    </message>
    <message>
        <source>same handle</source>
        <translation>même pseudo</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>même nom</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Open link</source>
        <translation>Ouvrir le lien</translation>
    </message>
    <message>
        <source>This link is not opened: it is no web or mail address.</source>
        <translation>Ce lien n’est pas ouvert&#xa0;: ce n’est ni une adresse web ni une adresse de courriel.</translation>
    </message>
    <message>
        <source>Open {host} outside this program?</source>
        <translation>Ouvrir {host} hors de ce programme&#xa0;?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
</context>
<context>
    <name>ListManager</name>
    <message>
        <source>New</source>
        <translation>Nouvelle</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>“{name}” is deleted.</source>
        <translation>« {name} » est supprimée.</translation>
    </message>
</context>
<context>
    <name>MacroManager</name>
    <message>
        <source>Macros</source>
        <translation>Macros</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Ajouter une étape</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
</context>
<context>
    <name>MacroPicker</name>
    <message>
        <source>Manage macros…</source>
        <translation>Gérer les macros…</translation>
    </message>
    <message>
        <source>Run a macro</source>
        <translation>Lancer une macro</translation>
    </message>
</context>
<context>
    <name>MacroWords</name>
    <message>
        <source>Insert an answer</source>
        <translation>Insérer une réponse</translation>
    </message>
    <message>
        <source>Send an answer</source>
        <translation>Envoyer une réponse</translation>
    </message>
    <message>
        <source>Put a label on</source>
        <translation>Mettre une étiquette</translation>
    </message>
    <message>
        <source>Take a label off</source>
        <translation>Ôter une étiquette</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>M’assigner</translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation>Assigner à</translation>
    </message>
    <message>
        <source>Assign to nobody</source>
        <translation>N’assigner à personne</translation>
    </message>
    <message>
        <source>Set the priority</source>
        <translation>Fixer la priorité</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Écrire une note</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marquer comme lue</translation>
    </message>
    <message>
        <source>Wait for the customer</source>
        <translation>Attendre le client</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Mettre en veille</translation>
    </message>
    <message>
        <source>Call it spam</source>
        <translation>Déclarer indésirable</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Its canned response is deleted.</source>
        <translation>Sa réponse type est supprimée.</translation>
    </message>
    <message>
        <source>Its label is deleted.</source>
        <translation>Son étiquette est supprimée.</translation>
    </message>
    <message>
        <source>There is a text of yours in the composer. Send it or clear it first.</source>
        <translation>Il y a un texte à vous dans l’éditeur. Envoyez-le ou effacez-le d’abord.</translation>
    </message>
    <message>
        <source>Its priority becomes: {name}.</source>
        <translation>Sa priorité devient&#xa0;: {name}.</translation>
    </message>
    <message>
        <source>A note for the team: “{text}”</source>
        <translation>Une note pour l’équipe&#xa0;: «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>It is marked as read.</source>
        <translation>Elle est marquée comme lue.</translation>
    </message>
    <message>
        <source>It waits for the customer.</source>
        <translation>Elle attend le client.</translation>
    </message>
    <message>
        <source>It is called spam and closed.</source>
        <translation>Elle est déclarée indésirable et terminée.</translation>
    </message>
    <message>
        <source>It is open already.</source>
        <translation>Elle est déjà ouverte.</translation>
    </message>
    <message>
        <source>It is opened again.</source>
        <translation>Elle est rouverte.</translation>
    </message>
    <message>
        <source>It is done already.</source>
        <translation>Elle est déjà terminée.</translation>
    </message>
    <message>
        <source>It is done.</source>
        <translation>Elle est terminée.</translation>
    </message>
    <message>
        <source>It is assigned to you.</source>
        <translation>Elle vous est assignée.</translation>
    </message>
    <message>
        <source>It is assigned to nobody.</source>
        <translation>Elle n’est assignée à personne.</translation>
    </message>
    <message>
        <source>It is assigned to {name}.</source>
        <translation>Elle est assignée à {name}.</translation>
    </message>
    <message>
        <source>“{name}” is put into the composer, not sent.</source>
        <translation>«&#xa0;{name}&#xa0;» est mise dans l’éditeur, pas envoyée.</translation>
    </message>
    <message>
        <source>“{name}” is sent to {who} as a direct message. This can&apos;t be undone.</source>
        <translation>«&#xa0;{name}&#xa0;» est envoyée à {who} en message privé. Cela ne peut pas être annulé.</translation>
    </message>
    <message>
        <source>“{name}” is sent to {who} in public. This can&apos;t be undone.</source>
        <translation>«&#xa0;{name}&#xa0;» est envoyée à {who} en public. Cela ne peut pas être annulé.</translation>
    </message>
    <message>
        <source>Label “{name}” is on already.</source>
        <translation>L’étiquette «&#xa0;{name}&#xa0;» y est déjà.</translation>
    </message>
    <message>
        <source>Label “{name}” is not on.</source>
        <translation>L’étiquette «&#xa0;{name}&#xa0;» n’y est pas.</translation>
    </message>
    <message>
        <source>Label “{name}” is put on.</source>
        <translation>L’étiquette «&#xa0;{name}&#xa0;» est mise.</translation>
    </message>
    <message>
        <source>Label “{name}” is taken off.</source>
        <translation>L’étiquette «&#xa0;{name}&#xa0;» est ôtée.</translation>
    </message>
    <message>
        <source>It is put away until the customer writes.</source>
        <translation>Elle est mise en veille jusqu’à ce que le client écrive.</translation>
    </message>
    <message>
        <source>It is put away until {time}.</source>
        <translation>Elle est mise en veille jusqu’au {time}.</translation>
    </message>
</context>
<context>
    <name>Macros</name>
    <message>
        <source>Macro “{name}”</source>
        <translation>Macro «&#xa0;{name}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Note added</source>
        <translation>Note ajoutée</translation>
    </message>
    <message>
        <source>Asking every channel for news</source>
        <translation>Recherche de nouveautés sur chaque canal</translation>
    </message>
    <message>
        <source>The practice network is starting…</source>
        <translation>Le réseau d’entraînement démarre…</translation>
    </message>
    <message>
        <source>The practice network is running: its customers write to you now.</source>
        <translation>Le réseau d’entraînement est lancé&#xa0;: ses clients vous écrivent désormais.</translation>
    </message>
</context>
<context>
    <name>MessageActs</name>
    <message>
        <source>Delete this message for everybody? The network can&apos;t bring it back.</source>
        <translation>Supprimer ce message pour tout le monde&#xa0;? Le réseau ne pourra pas le rétablir.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Mute {name}? You won&apos;t be told of what they write any more, and they are not told.</source>
        <translation>Masquer {name}&#xa0;? Vous ne serez plus averti de ses messages, et cette personne n’en saura rien.</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Block {name}? They can&apos;t follow or write to you any more, and they can find out.</source>
        <translation>Bloquer {name}&#xa0;? Cette personne ne pourra plus vous suivre ni vous écrire, et elle peut s’en apercevoir.</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquer</translation>
    </message>
    <message>
        <source>Send it again? If it did arrive after all, it will stand there twice.</source>
        <translation>Renvoyer&#xa0;? Si c’était tout de même arrivé, le message y figurera deux fois.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Discard this reply? It is not sent, and its words are gone.</source>
        <translation>Abandonner cette réponse&#xa0;? Elle ne sera pas envoyée et son texte sera perdu.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Answer this one</source>
        <translation>Répondre à celui-ci</translation>
    </message>
    <message>
        <source>Copy selection</source>
        <translation>Copier la sélection</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Read the whole message…</source>
        <translation>Lire le message entier…</translation>
    </message>
    <message>
        <source>Open that conversation</source>
        <translation>Ouvrir cette conversation</translation>
    </message>
    <message>
        <source>Split off from here on</source>
        <translation>Scinder à partir d’ici</translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation>Retirer la note</translation>
    </message>
    <message>
        <source>Show or hide the text</source>
        <translation>Afficher ou masquer le texte</translation>
    </message>
    <message>
        <source>Earlier versions…</source>
        <translation>Versions précédentes…</translation>
    </message>
    <message>
        <source>Save “{name}” as…</source>
        <translation>Enregistrer « {name} » sous…</translation>
    </message>
    <message>
        <source>Show picture {n}</source>
        <translation>Afficher l’image {n}</translation>
    </message>
    <message>
        <source>Open in browser…</source>
        <translation>Ouvrir dans le navigateur…</translation>
    </message>
    <message>
        <source>Take favourite back</source>
        <translation>Retirer des favoris</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Ajouter aux favoris</translation>
    </message>
    <message>
        <source>Take boost back</source>
        <translation>Annuler le partage</translation>
    </message>
    <message>
        <source>Boost</source>
        <translation>Partager</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Réagir</translation>
    </message>
    <message>
        <source>Not spam (on the site)</source>
        <translation>Pas indésirable (sur le site)</translation>
    </message>
    <message>
        <source>Take out of the site&apos;s trash</source>
        <translation>Sortir de la corbeille du site</translation>
    </message>
    <message>
        <source>Show to everybody again</source>
        <translation>Remontrer à tout le monde</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approuver</translation>
    </message>
    <message>
        <source>Take approval back</source>
        <translation>Retirer l’approbation</translation>
    </message>
    <message>
        <source>Hide from everybody</source>
        <translation>Masquer pour tout le monde</translation>
    </message>
    <message>
        <source>Mark as spam on the site</source>
        <translation>Marquer comme indésirable sur le site</translation>
    </message>
    <message>
        <source>Move to the site&apos;s trash</source>
        <translation>Mettre à la corbeille du site</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Mute…</source>
        <translation>Masquer…</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Bloquer…</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Signaler…</translation>
    </message>
</context>
<context>
    <name>NetworkNotes</name>
    <message>
        <source>Can only be read</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Possible: {things}.</source>
        <translation>Possible&#xa0;: {things}.</translation>
    </message>
    <message>
        <source>Not possible: {things}. {reason}</source>
        <translation>Impossible&#xa0;: {things}. {reason}</translation>
    </message>
    <message>
        <source>What {network} allows</source>
        <translation>Ce que permet {network}</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>NotificationSettings</name>
    <message>
        <source>Tell me when a customer writes</source>
        <translation>Me prévenir quand un client écrit</translation>
    </message>
    <message>
        <source>Show what was written</source>
        <translation>Montrer ce qui est écrit</translation>
    </message>
    <message>
        <source>With a sound</source>
        <translation>Avec un son</translation>
    </message>
    <message>
        <source>Also while I work in this window</source>
        <translation>Aussi quand je travaille dans cette fenêtre</translation>
    </message>
    <message>
        <source>For these channels</source>
        <translation>Pour ces canaux</translation>
    </message>
    <message>
        <source>No channel is connected yet: all will ring.</source>
        <translation>Aucun canal n’est encore connecté&#xa0;: tous préviendront.</translation>
    </message>
    <message>
        <source>For these priorities</source>
        <translation>Pour ces priorités</translation>
    </message>
    <message>
        <source>Only for conversations in these views (none ticked: for all)</source>
        <translation>Seulement pour les conversations de ces vues (aucune cochée&#xa0;: pour toutes)</translation>
    </message>
    <message>
        <source>Never for conversations in these views</source>
        <translation>Jamais pour les conversations de ces vues</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Heures calmes</translation>
    </message>
    <message>
        <source>At most one notification</source>
        <translation>Au plus une notification</translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>toutes les %n minutes</numerusform>
            <numerusform>toutes les %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>par minute</translation>
    </message>
    <message>
        <source>What comes in between is summed up in the next one.</source>
        <translation>Ce qui arrive entre-temps est résumé dans la suivante.</translation>
    </message>
    <message>
        <source>Keep quiet at these times, and tell me afterwards</source>
        <translation>Ne pas me déranger à ces heures, et me prévenir après</translation>
    </message>
    <message>
        <source>Urgent conversations ring all the same</source>
        <translation>Les conversations urgentes préviennent quand même</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Le programme</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>Quand la fenêtre est fermée</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Me demander</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>Rester dans la zone de notification</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>This desktop has no tray: closing the window ends the program.</source>
        <translation>Ce bureau n’a pas de zone de notification&#xa0;: fermer la fenêtre termine le programme.</translation>
    </message>
    <message>
        <source>Start with this computer&apos;s login, in the tray</source>
        <translation>Démarrer à l’ouverture de la session, dans la zone de notification</translation>
    </message>
    <message>
        <source>That could not be changed: {reason}</source>
        <translation>Cela n’a pas pu être modifié&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>NotificationWords</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>{reply}…</source>
        <translation>{reply}…</translation>
    </message>
    <message>
        <source>Back from its snooze</source>
        <translation>Report terminé</translation>
    </message>
    <message>
        <source>wrote you a direct message</source>
        <translation>vous a écrit un message privé</translation>
    </message>
    <message>
        <source>wrote to you in public</source>
        <translation>vous a écrit en public</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n nouveau message</numerusform>
            <numerusform>%n nouveaux messages</numerusform>
        </translation>
    </message>
    <message>
        <source>{counted}. The last one: {text}</source>
        <translation>{counted}. Le dernier&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Direct message: {text}</source>
        <translation>Message privé&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Back from its snooze: {text}</source>
        <translation>Report terminé&#xa0;: {text}</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) back from their snooze</source>
        <translation>
            <numerusform>%n conversation de retour</numerusform>
            <numerusform>%n conversations de retour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>{messages} from {people}</source>
        <translation>{messages} de {people}</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} et %n autre</numerusform>
            <numerusform>{names} et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Reply by direct message</source>
        <translation>Répondre par message privé</translation>
    </message>
    <message>
        <source>Reply to followers</source>
        <translation>Répondre aux abonnés</translation>
    </message>
    <message>
        <source>Reply in public</source>
        <translation>Répondre en public</translation>
    </message>
    <message>
        <source>Only {handle} will see it</source>
        <translation>Seul {handle} le verra</translation>
    </message>
    <message>
        <source>Everybody who sees the conversation will see it</source>
        <translation>Tous ceux qui voient la conversation le verront</translation>
    </message>
    <message>
        <source>Your answer to {person} is on its way</source>
        <translation>Votre réponse à {person} est en route</translation>
    </message>
    <message>
        <source>{person} wrote again: read it before you answer. Your text is in the composer.</source>
        <translation>{person} a écrit de nouveau&#xa0;: lisez avant de répondre. Votre texte est dans la zone de rédaction.</translation>
    </message>
    <message>
        <source>Outside your sending hours (until {when}): your text is in the composer.</source>
        <translation>En dehors de vos heures d’envoi (jusqu’à&#xa0;: {when})&#xa0;: votre texte est dans l’éditeur.</translation>
    </message>
    <message>
        <source>Your answer was not sent. Your text is in the composer.</source>
        <translation>Votre réponse n’a pas été envoyée. Votre texte est dans la zone de rédaction.</translation>
    </message>
    <message>
        <source>The conversation with {person} is done</source>
        <translation>La conversation avec {person} est terminée</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Tout rechercher</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Aucun résultat.</translation>
    </message>
    <message>
        <source>Find a person, a conversation, an action, a setting…</source>
        <translation>Chercher une personne, une conversation, une action, un réglage…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Perhaps the same person</source>
        <translation>Peut-être la même personne</translation>
    </message>
</context>
<context>
    <name>PeopleActions</name>
    <message>
        <source>{one} and {other} are one person</source>
        <translation>{one} et {other} sont une seule personne</translation>
    </message>
    <message>
        <source>{name} is somebody else</source>
        <translation>{name} est quelqu’un d’autre</translation>
    </message>
    <message>
        <source>This customer has one profile only</source>
        <translation>Ce client n’a qu’un profil</translation>
    </message>
    <message>
        <source>Which profile is somebody else?</source>
        <translation>Quel profil est quelqu’un d’autre ?</translation>
    </message>
</context>
<context>
    <name>PeopleSource</name>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
</context>
<context>
    <name>Person</name>
    <message>
        <source>Me</source>
        <translation>Moi</translation>
    </message>
</context>
<context>
    <name>Persons</name>
    <message>
        <source>Perhaps the same person</source>
        <translation>Peut-être la même personne</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Comparer…</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Pas la même</translation>
    </message>
    <message>
        <source>Same person as…</source>
        <translation>Même personne que…</translation>
    </message>
    <message>
        <source>Not the same person…</source>
        <translation>Pas la même personne…</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Type a name to make a new one</source>
        <translation>Écrivez un nom pour en créer une</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Aucun résultat.</translation>
    </message>
    <message>
        <source>{name}, chosen</source>
        <translation>{name}, choisi</translation>
    </message>
</context>
<context>
    <name>Popup</name>
    <message>
        <source>Suggestions for the search</source>
        <translation>Suggestions pour la recherche</translation>
    </message>
</context>
<context>
    <name>PracticeMenu</name>
    <message>
        <source>Time as in real life</source>
        <translation>Temps comme en vrai</translation>
    </message>
    <message>
        <source>Time {times} times faster</source>
        <translation>Temps {times} fois plus rapide</translation>
    </message>
    <message>
        <source>Practice time runs as in real life again</source>
        <translation>Le temps d’entraînement passe de nouveau comme en vrai</translation>
    </message>
    <message>
        <source>Practice time runs {times} times faster</source>
        <translation>Le temps d’entraînement passe {times} fois plus vite</translation>
    </message>
    <message>
        <source>The crisis begins: many customers will write to you now</source>
        <translation>La crise commence : de nombreux clients vont vous écrire</translation>
    </message>
    <message>
        <source>Begin a new round?</source>
        <translation>Commencer une nouvelle partie ?</translation>
    </message>
    <message>
        <source>Other stories begin. What is still open of this round moves to Done; its customers no longer react, and the debrief begins anew.</source>
        <translation>D’autres histoires commencent. Ce qui reste ouvert de cette partie passe dans Terminées ; ses clients ne réagissent plus, et le bilan repart de zéro.</translation>
    </message>
    <message>
        <source>Begin a new round</source>
        <translation>Commencer une nouvelle partie</translation>
    </message>
    <message>
        <source>A new round begins: its first customers write within a minute</source>
        <translation>Une nouvelle partie commence : ses premiers clients écrivent d’ici une minute</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Aucun résultat.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Rechercher dans les réglages</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Priority</name>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Basse</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Haute</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
</context>
<context>
    <name>ProfileSide</name>
    <message>
        <source>Followers</source>
        <translation>Abonnés</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Premier contact</translation>
    </message>
    <message>
        <source>Wrote to us</source>
        <translation>Nous a écrit</translation>
    </message>
    <message>
        <source>We wrote</source>
        <translation>Nous avons écrit</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
</context>
<context>
    <name>PuttingAway</name>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Wait for the customer</source>
        <translation>Attendre le client</translation>
    </message>
    <message>
        <source>Not spam</source>
        <translation>Pas indésirable</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Indésirable</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Remettre le son</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Sourdine</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) snoozed until the customer writes</source>
        <translation>
            <numerusform>%n conversation reportée jusqu’à ce que le client écrive</numerusform>
            <numerusform>%n conversations reportées jusqu’à ce que le client écrive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) snoozed until {when}</source>
        <translation>
            <numerusform>%n conversation reportée jusqu’au {when}</numerusform>
            <numerusform>%n conversations reportées jusqu’au {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) reopened</source>
        <translation>
            <numerusform>%n conversation rouverte</numerusform>
            <numerusform>%n conversations rouvertes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) wait for the customer</source>
        <translation>
            <numerusform>%n conversation attend le client</numerusform>
            <numerusform>%n conversations attendent le client</numerusform>
        </translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Priority: {name}</source>
        <translation>Priorité : {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) no spam after all</source>
        <translation>
            <numerusform>%n conversation retirée des indésirables</numerusform>
            <numerusform>%n conversations retirées des indésirables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) moved to spam</source>
        <translation>
            <numerusform>%n conversation mise dans les indésirables</numerusform>
            <numerusform>%n conversations mises dans les indésirables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) muted</source>
        <translation>
            <numerusform>%n conversation mise en sourdine</numerusform>
            <numerusform>%n conversations mises en sourdine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) unmuted</source>
        <translation>
            <numerusform>Son remis pour %n conversation</numerusform>
            <numerusform>Son remis pour %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>There is no field “{name}:”. To look for the word itself, put it in quotation marks.</source>
        <translation>Il n&apos;y a pas de champ «&#xa0;{name}:&#xa0;». Pour chercher le mot lui-même, mettez-le entre guillemets.</translation>
    </message>
    <message>
        <source>There is no field “{name}:”. Did you mean “{close}:”?</source>
        <translation>Il n&apos;y a pas de champ «&#xa0;{name}:&#xa0;». Vouliez-vous dire «&#xa0;{close}:&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>“{field}:” does not know “{value}”. It takes: {choices}.</source>
        <translation>«&#xa0;{field}:&#xa0;» ne connaît pas «&#xa0;{value}&#xa0;». Valeurs possibles&#xa0;: {choices}.</translation>
    </message>
    <message>
        <source>“{field}:” does not know “{value}”. Did you mean “{close}”?</source>
        <translation>«&#xa0;{field}:&#xa0;» ne connaît pas «&#xa0;{value}&#xa0;». Vouliez-vous dire «&#xa0;{close}&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>“{field}:” needs a value right after the colon, for example {example}.</source>
        <translation>«&#xa0;{field}:&#xa0;» attend une valeur juste après les deux-points, par exemple {example}.</translation>
    </message>
    <message>
        <source>“{value}” is no length of time. “{field}:” takes 30m, 2h, 3d or 1w, for example {example}.</source>
        <translation>«&#xa0;{value}&#xa0;» n&apos;est pas une durée. «&#xa0;{field}:&#xa0;» accepte 30m, 2h, 3j ou 1sem, par exemple {example}.</translation>
    </message>
    <message>
        <source>“{value}” is no number. “{field}:” takes a number, for example {example}.</source>
        <translation>«&#xa0;{value}&#xa0;» n&apos;est pas un nombre. «&#xa0;{field}:&#xa0;» attend un nombre, par exemple {example}.</translation>
    </message>
    <message>
        <source>“{value}” is no day. “{field}:” takes a date, today or yesterday, for example {example}.</source>
        <translation>«&#xa0;{value}&#xa0;» n&apos;est pas un jour. «&#xa0;{field}:&#xa0;» attend une date, aujourd&apos;hui ou hier, par exemple {example}.</translation>
    </message>
    <message>
        <source>“{field}:” can&apos;t be compared with &lt; or &gt;.</source>
        <translation>«&#xa0;{field}:&#xa0;» ne se compare pas avec &lt; ou &gt;.</translation>
    </message>
    <message>
        <source>The brackets are nested too deeply.</source>
        <translation>Les parenthèses sont trop imbriquées.</translation>
    </message>
    <message>
        <source>The query is too long.</source>
        <translation>La requête est trop longue.</translation>
    </message>
    <message>
        <source>The query has too many parts.</source>
        <translation>La requête a trop de parties.</translation>
    </message>
    <message>
        <source>This bracket closes nothing.</source>
        <translation>Cette parenthèse ne ferme rien.</translation>
    </message>
    <message>
        <source>A minus sign needs something right behind it.</source>
        <translation>Le signe moins attend quelque chose juste après lui.</translation>
    </message>
    <message>
        <source>“OR” needs something on both sides.</source>
        <translation>«&#xa0;OU&#xa0;» attend quelque chose des deux côtés.</translation>
    </message>
    <message>
        <source>There is no label “{value}” (any more).</source>
        <translation>Il n&apos;y a pas (ou plus) d&apos;étiquette «&#xa0;{value}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no account “{value}” (any more).</source>
        <translation>Il n&apos;y a pas (ou plus) de compte «&#xa0;{value}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no channel “{value}” here.</source>
        <translation>Il n&apos;y a pas de canal «&#xa0;{value}&#xa0;» ici.</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>Fields by their canonical names, as a chip or a menu calls them.</extracomment>
        <translation>État</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Assignée à</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Message text</source>
        <translation>Texte des messages</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Public or direct</source>
        <translation>Publique ou privée</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Contient</translation>
    </message>
    <message>
        <source>Waiting for</source>
        <translation>En attente depuis</translation>
    </message>
    <message>
        <source>Last message, how long ago</source>
        <translation>Dernier message, il y a</translation>
    </message>
    <message>
        <source>Begun, how long ago</source>
        <translation>Commencée il y a</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>Abonnés</translation>
    </message>
    <message>
        <source>Number of messages</source>
        <translation>Nombre de messages</translation>
    </message>
    <message>
        <source>Unread messages</source>
        <translation>Messages non lus</translation>
    </message>
    <message>
        <source>Last message since</source>
        <translation>Dernier message depuis le</translation>
    </message>
    <message>
        <source>Last message before</source>
        <translation>Dernier message avant le</translation>
    </message>
    <message>
        <source>Last message on</source>
        <translation>Dernier message le</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>Values by field and canonical name.</extracomment>
        <translation>Ouverte</translation>
    </message>
    <message>
        <source>Waiting for customer</source>
        <translation>En attente du client</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Non lue</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lue</translation>
    </message>
    <message>
        <source>Needs reply</source>
        <translation>À répondre</translation>
    </message>
    <message>
        <source>Last word is ours</source>
        <translation>Le dernier mot est à nous</translation>
    </message>
    <message>
        <source>Something not sent yet</source>
        <translation>Pas encore tout envoyé</translation>
    </message>
    <message>
        <source>Sending failed</source>
        <translation>Envoi échoué</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Publique</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>Privée</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>Assignée à moi</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Assignée à quelqu&apos;un</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Assignée à personne</translation>
    </message>
    <message>
        <source>Done with an answer</source>
        <translation>Terminée avec réponse</translation>
    </message>
    <message>
        <source>Done without an answer</source>
        <translation>Terminée sans réponse</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Indésirable</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Mise en sourdine</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Pièce jointe</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Scheduled reply</source>
        <translation>Réponse programmée</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>Sondage</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Basse</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Haute</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>Not: {what}</source>
        <translation>Sauf&#xa0;: {what}</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one} ou {other}</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} et {other}</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«&#xa0;{words}&#xa0;»</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}&#xa0;: {value}</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>me</source>
        <translation>moi</translation>
    </message>
</context>
<context>
    <name>QuietEditor</name>
    <message>
        <source>+ More quiet hours</source>
        <translation>+ D’autres heures calmes</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>This computer&apos;s</source>
        <translation>Celui de cet ordinateur</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Boîte</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Exercice</translation>
    </message>
    <message>
        <source>The practice network: debrief, speed, crisis, new round</source>
        <translation>Le réseau d’entraînement : bilan, vitesse, crise, nouvelle partie</translation>
    </message>
</context>
<context>
    <name>ReadOnlyNotice</name>
    <message>
        <source>Open in browser…</source>
        <translation>Ouvrir dans le navigateur…</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Now:</source>
        <translation>Maintenant :</translation>
    </message>
    <message>
        <source>{time}:</source>
        <translation>{time} :</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Versions précédentes</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>Signaler</translation>
    </message>
    <message>
        <source>Report {name} and this message to the moderators of your server.</source>
        <translation>Signaler {name} et ce message aux modérateurs de votre serveur.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>It is spam</source>
        <translation>C’est du spam</translation>
    </message>
    <message>
        <source>It breaks the server&apos;s rules</source>
        <translation>Cela enfreint les règles du serveur</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Autre chose</translation>
    </message>
    <message>
        <source>What should the moderators know?</source>
        <translation>Que doivent savoir les modérateurs&#xa0;?</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Also tell the moderators of {server}</source>
        <translation>Prévenir aussi les modérateurs de {server}</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>(no text)</source>
        <extracomment>The names that a reply begins with: the list says already who talks to whom.</extracomment>
        <translation>(sans texte)</translation>
    </message>
    <message>
        <source>You: {text}</source>
        <translation>Vous&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>Waiting {span}</source>
        <translation>Attend depuis {span}</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Priorité haute</translation>
    </message>
    <message>
        <source>Medium priority</source>
        <translation>Priorité moyenne</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>Priorité basse</translation>
    </message>
    <message>
        <source>Waiting for customer</source>
        <translation>En attente du client</translation>
    </message>
    <message>
        <source>Until they write</source>
        <translation>Jusqu’à sa réponse</translation>
    </message>
    <message>
        <source>Until {when}</source>
        <translation>Jusqu’à {when}</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>En sourdine</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Indésirable</translation>
    </message>
    <message>
        <source>Done, no answer</source>
        <translation>Close, sans réponse</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Non envoyé</translation>
    </message>
    <message>
        <source>Reply held</source>
        <translation>Réponse retenue</translation>
    </message>
    <message>
        <source>Leaves {when}</source>
        <translation>Part {when}</translation>
    </message>
    <message>
        <source>In the outbox</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Non lu</translation>
    </message>
</context>
<context>
    <name>SamePersonDialog</name>
    <message>
        <source>Same person as…</source>
        <translation>Même personne que…</translation>
    </message>
    <message>
        <source>This customer</source>
        <translation>Ce client</translation>
    </message>
    <message>
        <source>The same person?</source>
        <translation>La même personne ?</translation>
    </message>
    <message>
        <source>Choose somebody in the list above.</source>
        <translation>Choisissez quelqu’un dans la liste ci-dessus.</translation>
    </message>
    <message>
        <source>They are the same person</source>
        <translation>C’est la même personne</translation>
    </message>
    <message>
        <source>Find a person by name or handle…</source>
        <translation>Chercher par nom ou pseudo…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>They become one customer with one timeline and one history. No network is told, and they can be told apart again.</source>
        <translation>Ils deviennent un seul client, avec un seul historique sur tous les canaux. Aucun réseau n’en est averti, et on peut les séparer de nouveau.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Rien trouvé.</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Save the file</source>
        <translation>Enregistrer le fichier</translation>
    </message>
</context>
<context>
    <name>SavedViewActions</name>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Edit the query</source>
        <translation>Modifier la requête</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>Enregistrer la vue</translation>
    </message>
    <message>
        <source>Save as view</source>
        <translation>Enregistrer comme vue</translation>
    </message>
    <message>
        <source>View “{name}” saved</source>
        <translation>Vue «&#xa0;{name}&#xa0;» enregistrée</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Renommer la vue</translation>
    </message>
    <message>
        <source>View renamed to “{name}”</source>
        <translation>Vue renommée en «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>View “{name}” moved</source>
        <translation>Vue «&#xa0;{name}&#xa0;» déplacée</translation>
    </message>
    <message>
        <source>View “{name}” deleted</source>
        <translation>Vue «&#xa0;{name}&#xa0;» supprimée</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Édition</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Aller à</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Exercice</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
</context>
<context>
    <name>SendAndDone</name>
    <message numerus="yes">
        <source>%n conversation(s) done</source>
        <translation>
            <numerusform>%n conversation terminée</numerusform>
            <numerusform>%n conversations terminées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendLater</name>
    <message>
        <source>In an hour</source>
        <translation>Dans une heure</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Demain matin</translation>
    </message>
    <message>
        <source>On Monday</source>
        <translation>Lundi</translation>
    </message>
    <message>
        <source>When you answer again</source>
        <translation>À votre prochaine ouverture</translation>
    </message>
    <message>
        <source>Send at… (“tomorrow 9:00”, “in 2 h”)</source>
        <translation>Envoyer à… («&#xa0;demain 9h&#xa0;», «&#xa0;dans 2 h&#xa0;»)</translation>
    </message>
    <message>
        <source>Outside your sending hours</source>
        <translation>En dehors de vos heures d’envoi</translation>
    </message>
    <message>
        <source>You answer again {when}. Send this then, or now all the same?</source>
        <translation>Vous répondez de nouveau {when}. L’envoyer à ce moment-là, ou tout de suite&#xa0;?</translation>
    </message>
    <message>
        <source>Send at {time}</source>
        <translation>Envoyer à {time}</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
</context>
<context>
    <name>SendUndo</name>
    <message>
        <source>Leaves {when}</source>
        <translation>Part {when}</translation>
    </message>
    <message>
        <source>Sending in a moment</source>
        <translation>Envoi dans un instant</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Beside the list</source>
        <translation>À côté de la liste</translation>
    </message>
    <message>
        <source>Below the list</source>
        <translation>Sous la liste</translation>
    </message>
    <message>
        <source>In place of the list, when opened</source>
        <translation>À la place de la liste, une fois ouverte</translation>
    </message>
    <message>
        <source>Go to the next conversation</source>
        <translation>Aller à la conversation suivante</translation>
    </message>
    <message>
        <source>Go to the previous conversation</source>
        <translation>Aller à la conversation précédente</translation>
    </message>
    <message>
        <source>Go back to the list</source>
        <translation>Revenir à la liste</translation>
    </message>
    <message>
        <source>Checked as the customer writes</source>
        <translation>Vérifiée dans la langue du client</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Non vérifiée</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>A new name is used from the next start on.</source>
        <translation>Un nouveau nom sert à partir du prochain démarrage.</translation>
    </message>
    <message>
        <source>Show the menus in a bar at the top</source>
        <translation>Afficher les menus dans une barre en haut</translation>
    </message>
    <message>
        <source>Nothing blinks or fades</source>
        <translation>Rien ne clignote ni ne s’estompe</translation>
    </message>
    <message>
        <source>The cursor stands still and menus appear at once</source>
        <translation>Le curseur ne clignote pas et les menus apparaissent aussitôt</translation>
    </message>
    <message>
        <source>Hold the answer back and ask before it goes out</source>
        <translation>Retenir la réponse et demander avant l’envoi</translation>
    </message>
    <message>
        <source>Ask for a description before a picture leaves without any</source>
        <translation>Demander une description avant qu’une image parte sans</translation>
    </message>
    <message>
        <source>Keys without Ctrl or Alt, such as E or /</source>
        <translation>Touches sans Ctrl ni Alt, comme E ou /</translation>
    </message>
    <message>
        <source>Switched off, no single key does anything by accident</source>
        <translation>Désactivées, aucune touche seule n’agit par accident</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Boîte</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Profile and privacy</source>
        <translation>Profil et confidentialité</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>English French translation</source>
        <translation>anglais français traduction</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>who signs what I do</source>
        <translation>qui signe ce que je fais</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>theme dark light night high contrast</source>
        <translation>thème sombre clair nuit contraste élevé</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>zoom larger smaller font</source>
        <translation>zoom agrandir réduire police</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>reading pane right below off layout split</source>
        <translation>volet de lecture à droite en bas masqué disposition</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Barre de menus</translation>
    </message>
    <message>
        <source>menus at the top screen reader</source>
        <translation>menus en haut lecteur d’écran</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Moins de mouvement</translation>
    </message>
    <message>
        <source>reduced motion animation blinking</source>
        <translation>mouvement réduit animation clignotement</translation>
    </message>
    <message>
        <source>After Done</source>
        <translation>Après «&#xa0;Terminer&#xa0;»</translation>
    </message>
    <message>
        <source>next previous back to the list advance</source>
        <translation>suivante précédente retour à la liste avancer</translation>
    </message>
    <message>
        <source>Undo send</source>
        <translation>Annuler l’envoi</translation>
    </message>
    <message>
        <source>take back delay hold wait before sending</source>
        <translation>reprendre délai retenir attendre avant envoi</translation>
    </message>
    <message>
        <source>When the customer writes meanwhile</source>
        <translation>Si le client écrit entre-temps</translation>
    </message>
    <message>
        <source>stop hold ask new message collision</source>
        <translation>arrêter retenir demander nouveau message collision</translation>
    </message>
    <message>
        <source>Sending hours</source>
        <translation>Heures d’envoi</translation>
    </message>
    <message>
        <source>quiet hours send later schedule office opening night weekend</source>
        <translation>heures calmes envoyer plus tard programmer bureau ouverture nuit week-end</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>alt text description accessibility attachments</source>
        <translation>texte alternatif description accessibilité pièces jointes</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Orthographe</translation>
    </message>
    <message>
        <source>spell check dictionary language mistakes</source>
        <translation>orthographe correction dictionnaire langue fautes</translation>
    </message>
    <message>
        <source>Notifications, tray and start</source>
        <translation>Notifications, barre système et démarrage</translation>
    </message>
    <message>
        <source>ring sound quiet hours digest do not disturb start at login close</source>
        <translation>sonner son heures calmes résumé ne pas déranger démarrer à la connexion fermer</translation>
    </message>
    <message>
        <source>Keys of one letter</source>
        <translation>Touches d’une seule lettre</translation>
    </message>
    <message>
        <source>switch off single letters by accident</source>
        <translation>désactiver lettres seules par accident</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>change keys remap hotkey</source>
        <translation>changer touches réaffecter raccourci</translation>
    </message>
    <message>
        <source>channels networks connect disconnect login</source>
        <translation>canaux réseaux connecter déconnecter identifiants</translation>
    </message>
    <message>
        <source>Where everything is kept</source>
        <translation>Où tout est gardé</translation>
    </message>
    <message>
        <source>profile folder data backup privacy</source>
        <translation>profil dossier données sauvegarde confidentialité</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vues enregistrées</translation>
    </message>
    <message>
        <source> · not counted: that would take too long</source>
        <translation> · non compté&#xa0;: ce serait trop long</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>+ Connect an account</source>
        <translation>+ Connecter un compte</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>Signature: switch it off for this answer</source>
        <translation>Signature&#xa0;: à décocher pour cette réponse</translation>
    </message>
    <message>
        <source>Sign with “{text}”</source>
        <translation>Signer «&#xa0;{text}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Snooze</name>
    <message>
        <source>Later today</source>
        <translation>Plus tard aujourd’hui</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Demain matin</translation>
    </message>
    <message>
        <source>On Monday</source>
        <translation>Lundi</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>Dans une semaine</translation>
    </message>
    <message>
        <source>Until the customer writes</source>
        <translation>Jusqu’à ce que le client écrive</translation>
    </message>
    <message>
        <source>Open again now</source>
        <translation>Rouvrir maintenant</translation>
    </message>
    <message>
        <source>Snooze until… (“tomorrow 9:00”, “in 2 h”)</source>
        <translation>Reporter à… (« demain 9h », « dans 2 h »)</translation>
    </message>
</context>
<context>
    <name>SpanLine</name>
    <message>
        <source>Quiet from</source>
        <translation>Calme de</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Calme jusqu’à</translation>
    </message>
    <message>
        <source>Remove these quiet hours</source>
        <translation>Retirer ces heures calmes</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Send as a thread</source>
        <translation>Envoyer en plusieurs messages</translation>
    </message>
    <message numerus="yes">
        <source>The text is sent as %n messages, each answering the one before it.</source>
        <translation>
            <numerusform>Le texte part en %n message, chacun répondant au précédent.</numerusform>
            <numerusform>Le texte part en %n messages, chacun répondant au précédent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n messages</source>
        <translation>
            <numerusform>Envoyer %n message</numerusform>
            <numerusform>Envoyer %n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Send later…</source>
        <translation>Envoyer plus tard…</translation>
    </message>
</context>
<context>
    <name>Splitting</name>
    <message>
        <source>Choose the first message of the new conversation, then split</source>
        <translation>Choisissez le premier message de la nouvelle conversation, puis scindez</translation>
    </message>
    <message>
        <source>Split: the rest is a conversation of its own</source>
        <translation>Scindée : la suite est une conversation à part</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>Outbox: %n waiting</source>
        <translation>
            <numerusform>Boîte d’envoi&#xa0;: %n en attente</numerusform>
            <numerusform>Boîte d’envoi&#xa0;: %n en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n non envoyé</numerusform>
            <numerusform>%n non envoyés</numerusform>
        </translation>
    </message>
    <message>
        <source>Older messages can be loaded from the account&apos;s details</source>
        <translation>Les messages plus anciens se chargent depuis les détails du compte</translation>
    </message>
    <message>
        <source>No account connected</source>
        <translation>Aucun compte connecté</translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s) in sync</source>
        <translation>
            <numerusform>%n canal à jour</numerusform>
            <numerusform>%n canaux à jour</numerusform>
        </translation>
    </message>
    <message>
        <source>checked {when}</source>
        <translation>vérifié {when}</translation>
    </message>
    <message>
        <source>Complete since {date}</source>
        <translation>Complet depuis le {date}</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n lacune</numerusform>
            <numerusform>%n lacunes</numerusform>
        </translation>
    </message>
    <message>
        <source>next check in {seconds} s</source>
        <translation>prochaine vérification dans {seconds} s</translation>
    </message>
    <message>
        <source>next check in {minutes} min</source>
        <translation>prochaine vérification dans {minutes} min</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>(deleted)</source>
        <translation>(supprimée)</translation>
    </message>
    <message>
        <source>“tomorrow 9:00”; empty: until the customer writes</source>
        <translation>«&#xa0;demain 9:00&#xa0;»&#xa0;; vide&#xa0;: jusqu’à ce que le client écrive</translation>
    </message>
</context>
<context>
    <name>Stream</name>
    <message>
        <source>Close this column</source>
        <translation>Fermer cette colonne</translation>
    </message>
    <message>
        <source>View of this column: {name}</source>
        <translation>Vue de cette colonne&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>StreamsPane</name>
    <message>
        <source>+ Column</source>
        <translation>+ Colonne</translation>
    </message>
</context>
<context>
    <name>Teller</name>
    <message>
        <source>Something went wrong</source>
        <translation>Un problème est survenu</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of yours. It is written in the log; you can go on.</source>
        <translation>C’est une faute du programme, pas la vôtre. Elle est notée dans le journal&#xa0;; vous pouvez continuer.</translation>
    </message>
</context>
<context>
    <name>TermChip</name>
    <message>
        <source>Remove the filter {words}</source>
        <translation>Retirer le filtre {words}</translation>
    </message>
</context>
<context>
    <name>TermChips</name>
    <message>
        <source>Save as view…</source>
        <translation>Enregistrer comme vue…</translation>
    </message>
</context>
<context>
    <name>ThreadEvent</name>
    <message>
        <source>{who} closed this conversation</source>
        <extracomment>By kind of event; ``{who}`` is the person, ``{what}`` the detail (a name, a label).</extracomment>
        <translation>{who} a clos cette conversation</translation>
    </message>
    <message>
        <source>{who} closed this conversation without an answer</source>
        <translation>{who} a clos cette conversation sans réponse</translation>
    </message>
    <message>
        <source>{who} opened this conversation again</source>
        <translation>{who} a rouvert cette conversation</translation>
    </message>
    <message>
        <source>{who} set this to wait for the customer</source>
        <translation>{who} attend le client pour cette conversation</translation>
    </message>
    <message>
        <source>{who} snoozed this until {what}</source>
        <translation>{who} a reporté ceci au {what}</translation>
    </message>
    <message>
        <source>{who} snoozed this until the customer writes</source>
        <translation>{who} a reporté ceci jusqu’à ce que le client écrive</translation>
    </message>
    <message>
        <source>Open again: the snooze is over</source>
        <translation>De nouveau ouverte : le report est fini</translation>
    </message>
    <message>
        <source>A scheduled reply missed its time</source>
        <translation>Une réponse programmée a manqué son heure</translation>
    </message>
    <message>
        <source>{who} set the priority: {what}</source>
        <translation>{who} a fixé la priorité : {what}</translation>
    </message>
    <message>
        <source>{who} removed the priority</source>
        <translation>{who} a retiré la priorité</translation>
    </message>
    <message>
        <source>{who} moved this to spam</source>
        <translation>{who} a mis ceci dans les indésirables</translation>
    </message>
    <message>
        <source>{who} said that this is no spam</source>
        <translation>{who} a dit que ce n’est pas un indésirable</translation>
    </message>
    <message>
        <source>{who} muted this conversation</source>
        <translation>{who} a mis cette conversation en sourdine</translation>
    </message>
    <message>
        <source>{who} unmuted this conversation</source>
        <translation>{who} a remis le son de cette conversation</translation>
    </message>
    <message>
        <source>{who} muted this person on the network</source>
        <translation>{who} a masqué cette personne sur le réseau</translation>
    </message>
    <message>
        <source>{who} unmuted this person on the network</source>
        <translation>{who} ne masque plus cette personne sur le réseau</translation>
    </message>
    <message>
        <source>{who} blocked this person on the network</source>
        <translation>{who} a bloqué cette personne sur le réseau</translation>
    </message>
    <message>
        <source>{who} unblocked this person on the network</source>
        <translation>{who} a débloqué cette personne sur le réseau</translation>
    </message>
    <message>
        <source>{who} reported this person to the network&apos;s moderators</source>
        <translation>{who} a signalé cette personne à la modération du réseau</translation>
    </message>
    <message>
        <source>{who} merged {what} conversations into this one</source>
        <translation>{who} a fusionné {what} conversations en celle-ci</translation>
    </message>
    <message>
        <source>{who} took {what} merged conversations apart</source>
        <translation>{who} a séparé {what} conversations fusionnées</translation>
    </message>
    <message>
        <source>{who} made the rest a conversation of its own: open it</source>
        <translation>{who} a fait de la suite une conversation à part : l’ouvrir</translation>
    </message>
    <message>
        <source>{who} split this off another conversation: open that one</source>
        <translation>{who} a détaché ceci d’une autre conversation : l’ouvrir</translation>
    </message>
    <message>
        <source>{who} joined this customer with {what}</source>
        <translation>{who} a réuni ce client avec {what}</translation>
    </message>
    <message>
        <source>{who} said that {what} is somebody else</source>
        <translation>{who} a dit que {what} est quelqu’un d’autre</translation>
    </message>
    <message>
        <source>Open again: the customer wrote</source>
        <translation>Rouverte&#xa0;: le client a écrit</translation>
    </message>
    <message>
        <source>{who} assigned this to {what}</source>
        <translation>{who} l’a assignée à {what}</translation>
    </message>
    <message>
        <source>{who} took this conversation on</source>
        <translation>{who} s’est attribué cette conversation</translation>
    </message>
    <message>
        <source>{who} took the assignment away</source>
        <translation>{who} a retiré l’assignation</translation>
    </message>
    <message>
        <source>{who} added the label {what}</source>
        <translation>{who} a posé l’étiquette {what}</translation>
    </message>
    <message>
        <source>{who} removed the label {what}</source>
        <translation>{who} a enlevé l’étiquette {what}</translation>
    </message>
    <message>
        <source>{who} marked this as read</source>
        <translation>{who} l’a marquée comme lue</translation>
    </message>
    <message>
        <source>{who} marked this as unread</source>
        <translation>{who} l’a marquée comme non lue</translation>
    </message>
    <message>
        <source>{who} undid the last step</source>
        <translation>{who} a annulé la dernière action</translation>
    </message>
    <message>
        <source>Two parts of this conversation were joined</source>
        <translation>Deux parties de cette conversation ont été réunies</translation>
    </message>
    <message>
        <source>Your team</source>
        <translation>Votre équipe</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
</context>
<context>
    <name>ThreadPane</name>
    <message>
        <source>New messages ↓</source>
        <translation>Nouveaux messages ↓</translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
</context>
<context>
    <name>ThreadWords</name>
    <message>
        <source>We</source>
        <extracomment>So many kinds of emoji stand under a bubble.</extracomment>
        <translation>Nous</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>unlisted</source>
        <translation>non listé</translation>
    </message>
    <message>
        <source>followers only</source>
        <translation>abonnés seulement</translation>
    </message>
    <message>
        <source>direct message</source>
        <translation>message privé</translation>
    </message>
    <message>
        <source>✓ sent</source>
        <translation>✓ envoyé</translation>
    </message>
    <message>
        <source>✓ published</source>
        <translation>✓ publié</translation>
    </message>
    <message>
        <source>◷ sending in a moment</source>
        <translation>◷ envoi dans un instant</translation>
    </message>
    <message>
        <source>◷ waits for you</source>
        <translation>◷ vous attend</translation>
    </message>
    <message>
        <source>◷ held back</source>
        <translation>◷ retenu</translation>
    </message>
    <message>
        <source>◷ waiting for the network</source>
        <translation>◷ en attente du réseau</translation>
    </message>
    <message>
        <source>↑ sending…</source>
        <translation>↑ envoi…</translation>
    </message>
    <message>
        <source>✕ not sent</source>
        <translation>✕ non envoyé</translation>
    </message>
    <message>
        <source>? unconfirmed</source>
        <translation>? non confirmé</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>◷ leaves behind the one above</source>
        <translation>◷ part après celle du dessus</translation>
    </message>
    <message>
        <source>◷ leaves {when}</source>
        <translation>◷ part {when}</translation>
    </message>
    <message>
        <source>It left, and nobody knows yet whether it arrived.</source>
        <translation>C’est parti, sans que l’on sache encore si c’est arrivé.</translation>
    </message>
    <message>
        <source>It could not be sent.</source>
        <translation>L’envoi a échoué.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Send it now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Send all the same</source>
        <translation>Envoyer quand même</translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation>Autre heure…</translation>
    </message>
    <message>
        <source>a favourite of the customer</source>
        <translation>mis en favori par le client</translation>
    </message>
    <message>
        <source>boosted by the customer</source>
        <translation>partagé par le client</translation>
    </message>
    <message>
        <source>boosted by the customer, and a favourite</source>
        <translation>partagé et mis en favori par le client</translation>
    </message>
    <message>
        <source>⚑ waits for approval</source>
        <translation>⚑ attend l’approbation</translation>
    </message>
    <message>
        <source>⚑ spam on the site</source>
        <translation>⚑ indésirable sur le site</translation>
    </message>
    <message>
        <source>⚑ in the site&apos;s trash</source>
        <translation>⚑ dans la corbeille du site</translation>
    </message>
    <message>
        <source>⚑ hidden</source>
        <translation>⚑ masqué</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>Animation</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>No description</source>
        <translation>Sans description</translation>
    </message>
    <message>
        <source>Votes: {count}</source>
        <translation>Votes&#xa0;: {count}</translation>
    </message>
    <message>
        <source>{votes} · closed</source>
        <translation>{votes} · clos</translation>
    </message>
    <message>
        <source>{votes} · open until {until}</source>
        <translation>{votes} · ouvert jusqu’au {until}</translation>
    </message>
    <message>
        <source>Internal note by {name}, {time}: {text}</source>
        <translation>Note interne de {name}, {time}&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Deleted by its author</source>
        <translation>Supprimé par son auteur</translation>
    </message>
    <message>
        <source>Content warning: {text}</source>
        <translation>Avertissement&#xa0;: {text}</translation>
    </message>
    <message>
        <source>What is answered</source>
        <translation>Message auquel on répond</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Afficher plus</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Afficher moins</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>We deleted this</source>
        <translation>Nous l’avons supprimé</translation>
    </message>
    <message>
        <source>Show what was kept</source>
        <translation>Afficher ce qui a été conservé</translation>
    </message>
    <message>
        <source>In reply to</source>
        <translation>En réponse à</translation>
    </message>
    <message>
        <source>In reply to our post</source>
        <translation>En réponse à notre publication</translation>
    </message>
    <message>
        <source>Show picture</source>
        <translation>Afficher l’image</translation>
    </message>
    <message>
        <source>Hide picture</source>
        <translation>Masquer l’image</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Internal note · {name}</source>
        <translation>Note interne · {name}</translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation>Avertissement de contenu</translation>
    </message>
    <message>
        <source>Show what it quotes</source>
        <translation>Montrer ce qui est cité</translation>
    </message>
    <message>
        <source>Hide what it quotes</source>
        <translation>Masquer ce qui est cité</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>The picture can&apos;t be shown</source>
        <translation>L’image ne peut pas être affichée</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Demain</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>today, {time}</source>
        <translation>aujourd’hui, {time}</translation>
    </message>
    <message>
        <source>tomorrow, {time}</source>
        <translation>demain, {time}</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} j</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>{span} ago</source>
        <translation>il y a {span}</translation>
    </message>
</context>
<context>
    <name>TimelinePane</name>
    <message>
        <source>Everything with {person}</source>
        <translation>Tous les échanges avec {person}</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Retour à la conversation</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Historique</translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message>
        <source>direct messages</source>
        <translation>messages privés</translation>
    </message>
    <message>
        <source>public</source>
        <translation>public</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouverte</translation>
    </message>
    <message>
        <source>waiting for the customer</source>
        <translation>en attente du client</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>reportée</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>Conversation: {about}. Enter opens it.</source>
        <translation>Conversation : {about}. Entrée l’ouvre.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n customer(s) need a reply</source>
        <translation>
            <numerusform>%n client attend une réponse</numerusform>
            <numerusform>%n clients attendent une réponse</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody needs a reply</source>
        <translation>Personne n’attend de réponse</translation>
    </message>
    <message>
        <source>Notifications are paused until {time}</source>
        <translation>Notifications en pause jusqu’à {time}</translation>
    </message>
    <message>
        <source>tomorrow, {time}</source>
        <translation>demain, {time}</translation>
    </message>
    <message>
        <source>Open SCRM Desktop</source>
        <translation>Ouvrir SCRM Desktop</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Pause notifications for 1 hour</source>
        <translation>Mettre les notifications en pause pendant 1 heure</translation>
    </message>
    <message>
        <source>Pause notifications until tomorrow</source>
        <translation>Mettre les notifications en pause jusqu’à demain</translation>
    </message>
    <message>
        <source>Notify me again</source>
        <translation>Me prévenir de nouveau</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message>
        <source>{words} (stopped before the end)</source>
        <extracomment>So many conversations at a time: then the rest of the program gets its turn, and the person can stop it.</extracomment>
        <translation>{words} (arrêté avant la fin)</translation>
    </message>
    <message>
        <source>Undone: {words}</source>
        <translation>Annulé&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Done again: {words}</source>
        <translation>Rétabli&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Taken back: nothing was sent</source>
        <translation>Repris : rien n’a été envoyé</translation>
    </message>
</context>
<context>
    <name>TriageActions</name>
    <message>
        <source>Reopen</source>
        <extracomment>So many of the selected rows decide how the actions are called.</extracomment>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marquer comme lu</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Marquer comme non lu</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) reopened</source>
        <translation>
            <numerusform>Conversation rouverte</numerusform>
            <numerusform>%n conversations rouvertes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) done</source>
        <translation>
            <numerusform>Conversation terminée</numerusform>
            <numerusform>%n conversations terminées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) merged</source>
        <translation>
            <numerusform>%n conversation fusionnée</numerusform>
            <numerusform>%n conversations fusionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>The merge was taken apart</source>
        <translation>La fusion a été défaite</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) marked as read</source>
        <translation>
            <numerusform>Conversation marquée comme lue</numerusform>
            <numerusform>%n conversations marquées comme lues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) marked as unread</source>
        <translation>
            <numerusform>Conversation marquée comme non lue</numerusform>
            <numerusform>%n conversations marquées comme non lues</numerusform>
        </translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiqueter</translation>
    </message>
    <message>
        <source>New label “{name}”</source>
        <translation>Nouvelle étiquette «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Label “{name}” taken off</source>
        <translation>Étiquette «&#xa0;{name}&#xa0;» enlevée</translation>
    </message>
    <message>
        <source>Label “{name}” put on</source>
        <translation>Étiquette «&#xa0;{name}&#xa0;» posée</translation>
    </message>
    <message>
        <source>{name} (me)</source>
        <translation>{name} (moi)</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation>Assigner à</translation>
    </message>
    <message>
        <source>Assign to “{name}”</source>
        <translation>Assigner à «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Assigned to {name}</source>
        <translation>Assignée à {name}</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Assignée à personne</translation>
    </message>
</context>
<context>
    <name>ViewNameDialog</name>
    <message>
        <source>For example: Complaints, public</source>
        <translation>Par exemple&#xa0;: Réclamations publiques</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Nom de la vue</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save as a new view</source>
        <translation>Enregistrer comme nouvelle vue</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Needs reply</source>
        <translation>À répondre</translation>
    </message>
    <message>
        <source>Nobody is waiting for an answer. Who writes next appears here by itself.</source>
        <translation>Personne n’attend de réponse. Le prochain message apparaîtra ici tout seul.</translation>
    </message>
    <message>
        <source>Everything has been read. What comes next appears here by itself.</source>
        <translation>Tout est lu. Ce qui viendra ensuite apparaîtra ici tout seul.</translation>
    </message>
    <message>
        <source>Nothing is assigned to you. Take a conversation with “Assign”.</source>
        <translation>Rien ne vous est assigné. Prenez une conversation avec «&#xa0;Assigner&#xa0;».</translation>
    </message>
    <message>
        <source>Nothing is snoozed. “Snooze” puts a conversation away for a while.</source>
        <translation>Rien n’est reporté. «&#xa0;Mettre en pause&#xa0;» range une conversation pour un temps.</translation>
    </message>
    <message>
        <source>It is no customer&apos;s turn. “Wait for the customer” puts a conversation here.</source>
        <translation>Ce n’est le tour d’aucun client. «&#xa0;Attendre le client&#xa0;» place une conversation ici.</translation>
    </message>
    <message>
        <source>Everything you wrote has been sent. What waits for its network stands here.</source>
        <translation>Tout ce que vous avez écrit est parti. Ce qui attend son réseau se trouve ici.</translation>
    </message>
    <message>
        <source>Nothing is done yet. “Done” closes a conversation that needs no more work.</source>
        <translation>Rien n’est encore terminé. «&#xa0;Terminer&#xa0;» ferme une conversation qui ne demande plus rien.</translation>
    </message>
    <message>
        <source>There are no conversations yet. “Check now” asks every channel for news.</source>
        <translation>Il n’y a pas encore de conversation. «&#xa0;Vérifier maintenant&#xa0;» interroge chaque canal.</translation>
    </message>
    <message>
        <source>Nothing was called spam. “Spam” keeps a sender out of every other view.</source>
        <translation>Rien n’est classé indésirable. «&#xa0;Indésirable&#xa0;» écarte un expéditeur de toutes les autres vues.</translation>
    </message>
    <message>
        <source>No open conversation here. What was closed stands under “Done”.</source>
        <translation>Aucune conversation ouverte ici. Celles qui sont fermées se trouvent sous «&#xa0;Terminées&#xa0;».</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Rien trouvé.</translation>
    </message>
    <message>
        <source>No open conversation has this label. Put it on one with “Label”.</source>
        <translation>Aucune conversation ouverte ne porte cette étiquette. Posez-la avec «&#xa0;Étiqueter&#xa0;».</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Non lues</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>Assignées à moi</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Reportées</translation>
    </message>
    <message>
        <source>Waiting for customer</source>
        <translation>En attente du client</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminées</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Indésirable</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Address to open</source>
        <translation>Adresse à ouvrir</translation>
    </message>
    <message>
        <source>Code shown by the network</source>
        <translation>Code affiché par le réseau</translation>
    </message>
    <message>
        <source>Use this code</source>
        <translation>Utiliser ce code</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Checking the code…</source>
        <translation>Vérification du code…</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Every conversation, in one inbox on your own computer</source>
        <translation>Toutes les conversations, dans une seule boîte, sur votre propre ordinateur</translation>
    </message>
    <message>
        <source>Two ways to begin; each takes less than a minute, and you can go both.</source>
        <translation>Deux façons de commencer&#xa0;; chacune prend moins d’une minute, et l’une n’empêche pas l’autre.</translation>
    </message>
    <message>
        <source>Connect an account…</source>
        <translation>Connecter un compte…</translation>
    </message>
    <message>
        <source>Try the practice network</source>
        <translation>Essayer le réseau d’entraînement</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>Regarder d’abord</translation>
    </message>
    <message>
        <source>Sign in with your browser; this program never sees your password. What customers wrote in the last two weeks comes in by itself.</source>
        <translation>Connectez-vous avec votre navigateur&#xa0;; ce programme ne voit jamais votre mot de passe. Ce que les clients ont écrit depuis deux semaines arrive tout seul.</translation>
    </message>
    <message>
        <source>Invented customers on this computer who write, wait, get angry and say thank you. Nothing there reaches the internet.</source>
        <translation>Des clients inventés, sur cet ordinateur, qui écrivent, attendent, se fâchent et remercient. Rien n’en sort vers internet.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
</context>
</TS>
