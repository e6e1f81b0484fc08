"""Who acts where the subject is something else: the agent of a passive, whoever is cited."""

from attrib.quotation.frame import Frame
from attrib.quotation.nominative import is_adverbial
from attrib.quotation.reporting_noun import noun_entry
from attrib.quotation.subject_by_order import linear_subject
from attrib.quotation.subject_site import Site
from attrib.text.analysis import NO_WORD, NOMINAL, Word
from attrib.text.view import View
from attrib.text.words import NOUNS, SPEAKERS, first, formed, last_tag, tagged


def cited(site: Site) -> Word:
    """*Die Zeitung zitiert den Wirt mit den Worten …* · *Der Wirt wird zitiert*: whose words they are."""
    wanted = "nsubj" if site.cue.passive else "obj"
    for child in tagged(site.free(site.view.sentence.children(site.cue.verb)), SPEAKERS):
        if child.relation == wanted and not child.has("Reflex=Yes"):
            return child
    # *wird X wie folgt zitiert*
    return linear_subject(site) if site.cue.passive else NO_WORD


def agent_of_tree(site: Site) -> Word:
    """*wurde von der Polizei mitgeteilt*: by the tree."""
    view, sentence = site.view, site.view.sentence
    agents = (child for child in sentence.children(site.cue.verb) if child.relation == "obl" and child.upos in NOMINAL)
    return first(agents, lambda child: any(_marks_agent(view, case) for case in sentence.children(child)))


def _marks_agent(view: View, word: Word) -> bool:
    return word.relation == "case" and word.form in view.language.words.agent_prepositions


def linear_agent(site: Site) -> Word:
    """*war von der Junta mit dem Hinweis abgelehnt worden*: by word order, where the tree joins it elsewhere."""
    view = site.view
    prepositions = tagged(site.free(view.clause_of(site.cue.verb).words), {"ADP"})
    for word in formed(prepositions, view.language.words.agent_prepositions):
        before = view.before(word)
        if before.upos in {*NOUNS, "X"} and not is_adverbial(view, before) and not _is_of_verb(site.frame, word):
            continue  # *die Forderung von Weber*
        head = last_tag(view.governed_group(word) or (), NOUNS)
        if view.is_party(head):
            return head
    return NO_WORD


def _is_of_verb(frame: Frame, preposition: Word) -> bool:
    """*wurde die Aktion | von den Veranstaltern als Erfolg gewertet* · *Abgelehnt wird der Plan | von der Opposition*:
    between the verbs or behind both, before an article for which an attribute would have a genitive."""
    view, words = frame.view, frame.view.language.words
    anchor, verb = frame.cue.anchor.number, frame.cue.verb.number
    behind = anchor < preposition.number < verb or verb < anchor < preposition.number
    article = view.behind(preposition)
    definite = article.upos == "DET" and article.form in words.sure_datives | words.dative_articles
    return behind and definite and noun_entry(view.before(preposition), view.language) is None
