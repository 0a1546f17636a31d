"""What the judge makes of answers that people really write, in both languages."""

from __future__ import annotations

import pytest

from scrm_desktop.practice.data import Wants
from scrm_desktop.practice.judge import Trait, Verdict, judge, language_of, sentences, shouts
from scrm_desktop.practice.reaction import Event, Situation, events, what

GOOD_EN = [
    "Hi, sorry for the delay. It will be delivered tomorrow.",
    "Refund done, should be on your account in 3 days. Sorry again!",
    "I hear you, and I'd be furious too. The carrier lost it; I've ordered a new one for you, it ships tonight.",
    "Yes, we can move it to Thursday.",
    "We moved your delivery to Thursday.",
    "A new leg is in the post.",
    "No problem, Thursday works. Our driver will be there between 2 and 4.",
    "I'm so sorry, Jonas. We'll send you a new lamp tomorrow.",
    "That should not have happened. We will refund you in full today.",
    "Sorry! A replacement leaves our workshop on Monday.",
    "You're right, we messed up. I've just refunded the delivery fee.",
    "We're sending a second parcel this afternoon, no need to return the first.",
    "Would you prefer a refund or a new one?",
    "Shall we exchange it for the larger size?",
    "The carrier lost it in Lyon. A new one is on its way to you.",
    "I've put one aside for you until Saturday.",
    "You'll receive the spare leg by Thursday, free of charge.",
    "We can repair it at our expense, or you can have your money back.",
    "Sorry about that, I have opened a claim with the carrier.",
    "Your refund is on its way, 3 to 5 days depending on your bank.",
    "Our driver will collect the table and bring another on Friday.",
    "Here is your invoice, sorry for the wait.",
    "We can't reach the carrier today, but a new parcel leaves on Monday.",
    "I'll personally call you this afternoon.",
    "The duplicate charge has been cancelled.",
    "Let me send you another one.",
    "We have corrected the payment page and every double charge will be refunded by tonight.",
    "It's not your fault at all. We'll replace it.",
]
GOOD_FR = [
    "Bonjour, votre colis a été retrouvé, il arrive demain !",
    "Facture envoyée à l'instant sur votre mail, bonne soirée !",
    "C'est fait, vous l'avez dans votre boîte mail.",
    "Pas de souci, on décale à jeudi.",
    "C'est noté pour jeudi, le livreur passera entre 14 h et 16 h.",
    "Je vois que l'adresse était incomplète, c'est pour ça qu'il est revenu. Je le refais partir aujourd'hui.",
    "Votre commande sera réexpédiée demain en express.",
    "Gardez la table, nous vous envoyons un nouveau plateau cette semaine.",
    "Je vous propose un échange ou 20 % de remise, comme vous préférez.",
    "Camille, vous avez raison et je suis désolée : le transporteur a perdu votre colis à Lyon. Un nouveau part lundi.",
    "Pardon Hugo, on vous renvoie un pied dès demain.",
    "Nous vous remboursons aujourd'hui, toutes nos excuses.",
    "Un remplacement est déjà en route, sans frais.",
    "Préférez-vous un remboursement ou un échange ?",
    "Je vous ai mis un olivier de côté jusqu'à samedi.",
    "Votre remboursement est lancé, comptez 3 jours.",
    "Vous recevrez une nouvelle lampe jeudi.",
    "On passe reprendre la table vendredi et on vous en livre une autre.",
    "Vous serez remboursée d'ici mercredi, promis.",
    "Désolé pour ce raté, j'ai ouvert une enquête auprès du transporteur.",
    "Voici votre facture en pièce jointe, pardon pour le délai.",
    "Le double prélèvement sera annulé ce soir.",
    "Je vous rappelle cet après-midi pour convenir d'une date.",
    "L'atelier répare la chaise à nos frais.",
    "Nous ne pouvons pas livrer ce soir, mais un nouveau colis part demain matin.",
    "Ce n'est pas de votre faute : on vous en envoie une autre.",
    "Le problème est corrigé et les doubles paiements seront remboursés demain.",
    "Souhaitez-vous que nous passions la chercher ?",
    "Desolee Lea, je vous envoie une autre plante lundi",
]
ARGUE_EN = [
    ("You're not the only customer, please wait.", "contests"),
    ("It's only a small scratch, nobody will see it.", "contests"),
    ("It's a bug on the bank's side, please contact your bank.", "blames_others"),
    ("Did you even read the email we sent?", "blames_you"),
    ("That's not our fault, the carrier lost it.", "not_our_fault"),
    ("You should have checked the measurements.", "blames_you"),
    ("Calm down, please.", "orders_calm"),
    ("No need to shout at us.", "orders_calm"),
    ("You're exaggerating, it's a small scratch.", "contests"),
    ("We already told you that last week.", "contests"),
    ("Please contact the carrier.", "blames_others"),
    ("There's nothing we can do.", "refuses"),
    ("We don't refund opened items.", "refuses"),
    ("Read the terms and conditions.", "refuses"),
    ("If you're not happy, go elsewhere.", "dismisses"),
    ("What do you expect for that price?", "dismisses"),
    ("Only an idiot would water it every day.", "insults"),
    ("It was fine when it left. You must have dropped it.", "blames_you"),
    ("READ THE DESCRIPTION BEFORE ORDERING", "shouts"),
    ("Delete your post or we'll block you.", "threatens"),
    ("You forgot to give us your address.", "blames_you"),
    ("You are the only customer who complains.", "contests"),
    ("Our system says it was delivered on Monday.", "doubts"),
    ("Watch your tone.", "orders_calm"),
    ("Sorry, but that's not our problem.", "not_our_fault"),
    ("We'll refund you, but you should have told us earlier.", "blames_you"),
]
ARGUE_FR = [
    ("Vous n'êtes pas le seul client.", "contests"),
    ("Désolé mais vous n'aviez pas donné la bonne adresse.", "blames_you"),
    ("Vous avez donné une mauvaise adresse.", "blames_you"),
    ("La poste est en grève, on n'y peut rien.", "refuses"),
    ("Le délai de livraison est de 3 semaines, comme indiqué sur le site.", "contests"),
    ("Ce n'est pas notre faute.", "not_our_fault"),
    ("Vous auriez dû vérifier les dimensions.", "blames_you"),
    ("Calmez-vous.", "orders_calm"),
    ("Inutile de crier, on vous lit.", "orders_calm"),
    ("Vous exagérez, c'est une petite rayure.", "contests"),
    ("On vous a déjà répondu.", "contests"),
    ("Voyez avec le transporteur.", "blames_others"),
    ("C'est la faute du livreur.", "blames_others"),
    ("On ne peut rien faire.", "refuses"),
    ("Nous ne remboursons pas les plantes.", "refuses"),
    ("Relisez nos conditions générales de vente.", "refuses"),
    ("Si vous n'êtes pas contente, allez ailleurs.", "dismisses"),
    ("Il faut être idiot pour l'arroser tous les jours.", "insults"),
    ("Vous l'avez mal montée.", "blames_you"),
    ("Il fallait commander plus tôt.", "blames_you"),
    ("C'est faux, le suivi indique que le colis a bien été livré.", "contests"),
    ("Supprimez votre message ou nous allons vous signaler.", "threatens"),
    ("Vous n'aviez qu'à lire la notice.", "blames_you"),
    ("Merci de rester courtois.", "orders_calm"),
    ("APPRENEZ A LIRE LES FICHES PRODUIT", "shouts"),
    ("Nous ne sommes pas responsables des retards.", "not_our_fault"),
    ("On vous rembourse, mais vous exagérez.", "contests"),
]
NOT_ARGUING = [
    "It's not your fault, of course.",
    "You're right to be angry, I would be too.",
    "We'll contact the carrier this morning.",
    "I'm sorry you didn't receive anything yet.",
    "That was a stupid mistake of ours.",
    "You should have received an email, I'm checking why it never came.",
    "I can't wait to see your living room!",
    "The wait is ridiculous, you're right.",
    "You don't have to contact the carrier, we do.",
    "Your order shipped with DHL on 12 May.",
    "Ce n'est pas de votre faute, évidemment.",
    "Vous avez raison d'être en colère.",
    "Nous allons contacter le transporteur ce matin.",
    "Vous auriez dû recevoir un message, je regarde pourquoi rien n'est parti.",
    "C'était une erreur idiote de notre part.",
    "Pas besoin de nous renvoyer l'ancien.",
    "Il n'est pas trop tard pour changer de couleur.",
    "Je ne doute pas de vous : sans aucun doute un souci chez nous.",
    "N'hésitez pas à passer à la boutique.",
]
HOLDING = [
    "We are aware of the problem with the payments and are working on it.",
    "Bonjour, je transmets à mon collègue de l'entrepôt.",
    "Nous n'avons pas encore la réponse du transporteur, je vous redonne des nouvelles à 17 h.",
    "Sorry, I'm looking into it and will get back to you this morning.",
    "Let me check with the warehouse.",
    "Bear with us, we're checking.",
    "Je regarde avec l'entrepôt et je reviens vers vous ici ce matin.",
    "Je m'en occupe.",
    "On vérifie et on vous tient au courant.",
]
ASKING = [
    "If you send us your order number we will refund you today.",
    "Sorry to hear that! What is your order number?",
    "Could you send us a photo of the crack?",
    "Which colour did you order?",
    "Quel est votre numéro de commande ?",
    "Pouvez-vous nous envoyer une photo ?",
    "Donnez-nous votre numéro de commande, s'il vous plaît.",
]
INVITING = [
    "Sorry Priya! Could you send us your address by direct message?",
    "Please DM us your order number.",
    "Pouvez-vous nous l'envoyer en message privé ?",
    "Écrivez-nous en MP avec votre adresse.",
]
EMPTY = [
    "We apologise for any inconvenience caused.",
    "Thank you for your feedback. Your satisfaction is our priority.",
    "We take this very seriously.",
    "Sorry!",
    "Noted.",
    "Veuillez nous excuser pour la gêne occasionnée.",
    "Merci pour votre retour, votre satisfaction est notre priorité.",
    "Nous faisons le nécessaire dans les meilleurs délais.",
    "Désolé.",
    "Merci de votre patience.",
]
INFORMING = [
    "Il nous en reste une en boutique, je vous la mets de côté ?",
    "Rempotez-la dans un terreau bien drainé et éloignez-la du radiateur.",
    "Trop d'eau ! Laissez sécher la terre entre deux arrosages.",
    "Yes, it's back in stock on Friday.",
    "It is 140 cm wide and made of oak.",
    "Unfortunately we don't make it in green.",
    "We have three left in the Lyon shop.",
    "Oui, il en reste deux en boutique.",
    "Elle sera de nouveau en stock jeudi.",
    "Malheureusement nous ne la faisons plus.",
    "149 €, livraison comprise.",
]
THANKING = [
    "Thank you Anna, you made our day!",
    "So glad you like it 🌿",
    "That looks gorgeous, enjoy it!",
    "Merci beaucoup, ça nous fait très plaisir !",
    "Quelle belle photo, profitez bien !",
    "Ravie qu'elle vous plaise 😊",
]


def _codes(verdict: Verdict) -> set[str]:
    return {finding.code for finding in verdict.findings if finding.trait in (Trait.ARGUE, Trait.REFUSE)}


@pytest.mark.parametrize("text", GOOD_EN + GOOD_FR)
def test_a_fix_is_seen(text: str) -> None:
    verdict = judge(text)
    assert verdict.has(Trait.FIX), verdict
    assert what(verdict, Wants.FIX) is Event.GOOD, verdict


@pytest.mark.parametrize(("text", "code"), ARGUE_EN + ARGUE_FR)
def test_an_argument_is_seen_with_its_sentence(text: str, code: str) -> None:
    verdict = judge(text)
    assert code in _codes(verdict), verdict
    assert what(verdict, Wants.FIX) is Event.ARGUE
    sentence = next(finding.sentence for finding in verdict.findings if finding.code == code)
    assert sentence in text


@pytest.mark.parametrize("text", NOT_ARGUING + GOOD_EN + GOOD_FR + HOLDING + ASKING + INVITING + THANKING)
def test_a_decent_answer_is_no_argument(text: str) -> None:
    verdict = judge(text)
    assert what(verdict, Wants.FIX) is not Event.ARGUE, verdict


@pytest.mark.parametrize(
    ("texts", "wants", "event"),
    [
        (HOLDING, Wants.FIX, Event.HOLD),
        (ASKING, Wants.FIX, Event.ASK),
        (INVITING, Wants.FIX, Event.PRIVATE),
        (EMPTY, Wants.FIX, Event.EMPTY),
        (INFORMING, Wants.INFO, Event.GOOD),
        (THANKING, Wants.THANKS, Event.GOOD),
    ],
    ids=["hold", "ask", "private", "empty", "info", "thanks"],
)
def test_the_other_kinds_of_answer(texts: list[str], wants: Wants, event: Event) -> None:
    seen = {text: what(judge(text), wants) for text in texts}
    assert seen == dict.fromkeys(texts, event)


def test_boilerplate_is_no_thanks() -> None:
    assert what(judge("Merci pour votre retour."), Wants.THANKS) is Event.EMPTY
    assert what(judge("Thank you for your feedback."), Wants.THANKS) is Event.EMPTY


@pytest.mark.parametrize(
    "text", ["We will not refund you.", "Nous ne vous rembourserons pas.", "We can't send you another one."]
)
def test_a_no_is_not_a_fix(text: str) -> None:
    verdict = judge(text)
    assert not verdict.has(Trait.FIX), verdict
    assert what(verdict, Wants.FIX) is Event.ARGUE


def test_a_no_is_no_argument_to_somebody_who_only_asks() -> None:
    assert what(judge("Unfortunately we can't send it before March."), Wants.INFO) is Event.GOOD


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bonjour Camille, je regarde avec l'entrepôt.", "fr"),
        ("Hello Jonas, we will look into it for you.", "en"),
        ("OK", ""),
        ("12345", ""),
        ("@camille@piaille.example @maisonverte", ""),
        ("Merci beaucoup pour votre message, la plante part demain.", "fr"),
        ("Thanks for the message, the plant leaves tomorrow.", "en"),
    ],
)
def test_the_language_is_told_where_it_can_be(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("texts", [(GOOD_EN, "en"), (GOOD_FR, "fr")], ids=["en", "fr"])
def test_the_language_of_a_decent_answer_is_never_mistaken(texts: tuple[list[str], str]) -> None:
    assert {language_of(text) for text in texts[0]} <= {texts[1], ""}
    assert sum(language_of(text) == texts[1] for text in texts[0]) >= len(texts[0]) - 3


def test_handles_and_links_are_not_judged() -> None:
    assert not judge("@idiot@stupid.example https://example.org/calm-down Un nouveau colis part lundi.").has(
        Trait.ARGUE
    )


def test_capitals_of_codes_are_no_shouting() -> None:
    assert not shouts("Use MERCI15 and quote FR-2231 with DHL or UPS, thank you")
    assert shouts("STOP WRITING TO US")


def test_sentences_keep_their_marks() -> None:
    assert sentences("@a@b.example Bonjour ! Quel est votre numéro ? Merci.\nNadia") == [
        "Bonjour !",
        "Quel est votre numéro ?",
        "Merci.",
        "Nadia",
    ]


@pytest.mark.parametrize(
    "text", ["", " ", "@maisonverte", "?", "…", "\u202e\u0000", "a" * 5000, "?" * 500, "we ll " * 900]
)
def test_odd_texts_are_judged_quickly(text: str) -> None:
    assert isinstance(judge(text), Verdict)


def _situation(**change: object) -> Situation:
    base: dict[str, object] = {
        "wants": Wants.FIX,
        "language": "fr",
        "asked_in_public": True,
        "answered_in_public": True,
    }
    return Situation(**{**base, **change})  # type: ignore[arg-type]  # a test's shorthand


def test_a_fix_in_private_is_first_of_all_private() -> None:
    found = events(judge("Un nouveau colis part lundi, pardon."), _situation(answered_in_public=False))
    assert found[:2] == (Event.PRIVATE_ONLY, Event.GOOD)


def test_the_wrong_language_is_noticed_before_the_help_in_it() -> None:
    found = events(judge("We will send you a new one tomorrow."), _situation())
    assert found[:2] == (Event.WRONG_LANGUAGE, Event.GOOD)


def test_an_argument_is_one_in_every_language_and_place() -> None:
    found = events(judge("You should have checked that before you ordered."), _situation(answered_in_public=False))
    assert found[0] is Event.ARGUE
