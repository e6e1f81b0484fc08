"""Word vectors for tagger, parser and name recogniser, from openly licensed German text."""

import json
import re
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

TOKEN = re.compile(r"\w+(?:-\w+)*|[^\w\s]")


def tokens(line: str) -> list[str]:
    """The words and signs of a line in lower case, because Stanza looks every word up in lower case."""
    return TOKEN.findall(line.lower())


def klexikon_lines(archive: Path) -> Iterator[str]:
    """Every line of the Wikipedia articles in the archive."""
    with tarfile.open(archive) as files:
        for member in files:
            stream = files.extractfile(member) if member.name.endswith(".txt") else None
            if stream is not None:
                yield from stream.read().decode("utf-8", errors="replace").splitlines()


def wikinews_lines(folder: Path) -> Iterator[str]:
    """Every line of the articles' raw text; annotations are not read."""
    for path in sorted(folder.glob("*.json")):
        yield from json.loads(path.read_text(encoding="utf-8"))["originalText"].splitlines()


def write_corpus(lines: Iterable[str], path: Path) -> int:
    """Write one tokenised line each and return how many tokens there were."""
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for line in lines:
            words = tokens(line)
            if len(words) > 1:
                count += len(words)
                out.write(" ".join(words) + "\n")
    return count


def encyclopaedia_and_news(data: Path, *, news: int = 1) -> Iterator[str]:
    """Klexikon's Wikipedia articles once, the Wikinews articles `news` times."""
    yield from klexikon_lines(data / "text/de/klexikon_wiki_raw.tar.gz")
    for _ in range(news):
        yield from wikinews_lines(data / "wikinews-quotations/train")


def train_vectors(data: Path, work: Path, options: Mapping[str, int], seed: int) -> Path:
    """Train the German vectors and return the file in Stanza's format."""
    # The reporting words of news are rare in an encyclopaedia.
    return train_on(encyclopaedia_and_news(data, news=3), work, options, seed)


def train_on(lines: Iterable[str], work: Path, options: Mapping[str, int], seed: int, *, workers: int = 2) -> Path:
    """Train vectors on lines of text and return the file in Stanza's format."""
    from gensim.models import Word2Vec
    from stanza.models.common.pretrain import Pretrain

    work.mkdir(parents=True, exist_ok=True)
    corpus, text, pretrain = work / "corpus.txt", work / "vectors.txt", work / "vectors.pt"
    count = write_corpus(lines, corpus)
    model = Word2Vec(corpus_file=str(corpus), seed=seed, workers=workers, **options)
    model.wv.save_word2vec_format(str(text))
    pretrain.unlink(missing_ok=True)
    Pretrain(str(pretrain), str(text)).load()
    (work / "vectors.json").write_text(json.dumps({"tokens": count, "words": len(model.wv)}))
    return pretrain
