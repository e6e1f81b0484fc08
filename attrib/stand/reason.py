"""Why a stand is about a statement, in the words that its row keeps."""

from enum import StrEnum


class Reason(StrEnum):
    """What speaks for a target; the site shows it in both languages."""

    OWN_CLAUSE = "the clause that the stand introduces"
    SUMS_UP = "what confirms or denies it sums it up"
    ACCUSATIONS_OF_NAMED = "accusations of the party that is named"
    NAMED_ON_MATTER = "said by the party that is named, on the same matter"
    LAST_OF_NAMED = "the last that the named party said"
    FIRST_OF_NAMED = "the first that the named party says"
    DENIAL_OF_NAMED = "the named party's denial"
    LAST_DENIAL = "the last denial"
    ACCUSES = "it accuses or is about who is accused"
    SAME_EVENT = "it is about the event that the object names"
    SAME_MATTER = "it names what the object names"
    PASSAGE_BEFORE = "the passage before puts it forward"
    PASSAGE_BEHIND = "the passage behind it puts it forward"
    SENTENCE_BEFORE = "the sentence before puts it forward"
    EACH_SIDE = "said by one side or the other, here or in the lead"
    BOTH_SIDES = "said here or in the lead, by both sides"
    ABOUT_TAKER = "it is about who takes the stand, in the same paragraph or the one before"
    CENTRAL = "what the article is about so far"
    THE_NEWS = "the news, as heading and lead tell it"
    LAST_MATTER = "the last statement in the paragraph, and what is on the same matter"
    ONLY_MATTER = "nobody but one party has put anything forward so far"
    OPPOSITE = "the same event and participants, the opposite said of them"
    GOES_ON = "whoever has just denied it goes on with a negation"
    NOTHING = "nothing in the text fits"
