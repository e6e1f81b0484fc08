"""Who speaks by a verb of saying though the lists do not know that he can: *Das Vikariat stellte das in Abrede* · *Im
Rathaus warnt man vor Regen* · *Das wollte niemand bestätigen* · *Ein Drittel der Befragten lehnt das ab*."""

from attrib.quotation.among import those_among
from attrib.quotation.frame import Frame
from attrib.quotation.speaker import subject
from attrib.text.analysis import NO_WORD, Word
from attrib.text.words import NOUNS, any_form, ends_in, tagged

_NAMING = frozenset({"appos", "flat"})


def speaks_anyway(frame: Frame) -> bool:
    """Whether the verb, its words or those around it say that somebody speaks, whatever the subject is."""
    return _needs_no_party(frame) or _speaks_for_others(frame)


def _needs_no_party(frame: Frame) -> bool:
    """*Die Armeeleitung dementierte das*: verbs whose subject speaks, whatever the noun; not *Das Beben forderte
    Tote*."""
    words, head = frame.view.language.words, subject(frame)
    if any_form(frame.clause.words, words.toll_words) or frame.cue.passive:
        return False
    says = frame.cue.lemma in words.speaking_verbs or (
        frame.cue.phrase and any_form(frame.cue.words, words.speaking_words)
    )
    noun = head.upos == "NOUN" and head.form not in words.uninflected_nouns and not _is_said(frame, head)
    return noun and (says or _is_somebody(frame, head))


def _is_said(frame: Frame, head: Word) -> bool:
    """*Ein Vertreter, der schweigen will, bezweifelt | diese Zahl*: a noun that points back at what was said is what
    is spoken of, whatever the tree takes it for."""
    return frame.view.phrase(head)[0].has("PronType=Dem")


def _is_somebody(frame: Frame, head: Word) -> bool:
    """*Der Caterer Mensana begründet das*, *Eine Besetzerin berichtete von X*: what has a name behind it, and a woman
    who does something, where the lists know nothing else of the noun."""
    view = frame.view
    behind = view.behind(head)
    named = behind.upos == "PROPN" and behind.relation in _NAMING and behind.head == head.number
    grammar = view.language.grammar
    woman = grammar.is_agentive(head.text) and grammar.is_feminine(head.text)
    return (named or woman) and view.language.lexicon.voice(head) == "open"


def _speaks_for_others(frame: Frame) -> bool:
    """*Im Rathaus warnt man vor X* · *Das wollte niemand bestätigen*: those among whom it is said, or nobody at all."""
    head = subject(frame)
    return (
        _is_side(frame, head)
        or _is_neuter(frame, head)
        or those_among(frame, head) is not None
        or nobody_confirms(frame)
        or _is_share(frame, head)
    )


def nobody_confirms(frame: Frame) -> bool:
    """*Offiziell wollte das niemand bestätigen*: all who could take a stand decline it."""
    words, pronouns = frame.view.language.words, tagged(frame.clause.words, {"PRON"})
    willing = auxiliary_of(frame).lemma in words.claiming_modals or auxiliary_of(frame).form in words.volition_modals
    return any_form(pronouns, words.nobody) and willing and declines(frame)  # not *konnte niemand bestätigen*


def _is_neuter(frame: Frame, head: Word) -> bool:
    """*Das Amt prüft das; mit Ergebnissen rechnet es im Mai*: a party taken up; not *es gibt Auskunft*."""
    words = frame.view.language.words
    nobody = words.copulas | words.existential_verbs | words.expletive_verbs | words.continuing_verbs
    told = not (frame.cue.passive or frame.cue.placed)
    return head.form in words.neuter_pronouns and told and frame.cue.lemma not in nobody


def _is_side(frame: Frame, head: Word) -> bool:
    """*Von Gewerkschaftsseite wird das befürchtet*, *wurde von offizieller Seite bestätigt*."""
    return frame.cue.passive and ends_in(head, frame.view.language.words.side_nouns)


def _is_share(frame: Frame, head: Word) -> bool:
    """*Ein Drittel der Befragten*, *Fünf der Ärzte*: how many of those who speak."""
    view = frame.view
    share = head.upos == "NUM" or (head.upos == "NOUN" and ends_in(head, view.language.words.share_nouns))
    return share and any(view.is_party(word) for word in tagged(view.phrase(head), NOUNS) if word is not head)


def declines(frame: Frame) -> bool:
    """*wollte die Meldung nicht bestätigen*: refusing to take a stand is done by saying so."""
    words = frame.view.language.words
    clause = frame.view.sentence.outside_attributes(frame.clause.words)
    refuses = auxiliary_of(frame).lemma in words.refusing_modals and any_form(clause, words.negations | words.nobody)
    return refuses and frame.cue.lemma in frame.view.language.lexicon.verbs.declining


def auxiliary_of(frame: Frame) -> Word:
    """The finite form if it is not the reporting verb itself."""
    finite = frame.cue.finite
    return NO_WORD if finite is None or finite is frame.cue.verb else finite
