"""Words and sentences as CoNLL-U (https://universaldependencies.org/format.html) with the statements in MISC.

`Statement=`, `Cue=` and `Speaker=` list the ids of the statements to which a word belongs; a word of a nested statement
belongs to the outer one too. Words of one statement need not stand together.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrib.publish.export.material import Material, Written, packed
from attrib.records import Annotation, Span
from attrib.text.analysis import Analysis, Sentence, read_conllu, write_sentence

FILE = "statements.conllu.gz"


def write_conllu(material: Material, folder: Path) -> Iterator[Written]:
    """`statements.conllu.gz`, all documents with full rights one after the other."""
    number = 0
    with packed(folder / FILE) as file:
        for annotation in material.annotations():
            file.write(conllu(annotation))
            number += 1
            material.step()
    yield Written(FILE, number, "documents", "Words and sentences as CoNLL-U, statements, cues and speakers in MISC")


def conllu(annotation: Annotation) -> str:
    """One document."""
    analysis = read_conllu(annotation.conllu)
    misc = _misc(annotation, analysis)
    blocks = (_block(sentence, annotation, misc) for sentence in analysis.sentences)
    return f"# newdoc id = {annotation.document.id}\n" + "".join(blocks) if analysis.sentences else ""


def _block(sentence: Sentence, annotation: Annotation, misc: Mapping[Span, str]) -> str:
    text = " ".join(annotation.document.text[sentence.start : sentence.end].split())
    head, *lines = write_sentence(sentence).rstrip("\n").split("\n")
    named = head.replace("# sent_id = ", f"# sent_id = {annotation.document.id}-", 1)
    return "\n".join([named, f"# text = {text}", *(_line(line, misc) for line in lines)]) + "\n\n"


def _line(line: str, misc: Mapping[Span, str]) -> str:
    if line.startswith("#"):
        return line
    fields = dict(pair.split("=", 1) for pair in line.rsplit("\t", 1)[1].split("|"))
    added = misc.get(Span(int(fields["start_char"]), int(fields["end_char"])), "")
    return line + added


def _misc(annotation: Annotation, analysis: Analysis) -> dict[Span, str]:
    """What is added to the last column of a word, by its place in the text."""
    places = sorted({word.span for word in analysis.words})
    starts, ends = [place.start for place in places], [place.end for place in places]
    found: dict[Span, dict[str, list[str]]] = {}
    for statement in annotation.statements:
        for name, spans in (("Statement", statement.spans), ("Cue", statement.cue), ("Speaker", statement.speaker)):
            for span in spans:
                for place in places[bisect_right(ends, span.start) : bisect_left(starts, span.end)]:
                    ids = found.setdefault(place, {}).setdefault(name, [])
                    if statement.id not in ids:
                        ids.append(statement.id)
    return {
        place: "".join(f"|{name}={','.join(ids)}" for name, ids in sorted(names.items()))
        for place, names in found.items()
    }
