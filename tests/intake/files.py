"""Files of several formats, made by hand: no test needs a program that writes them."""

import io
import zipfile
from collections.abc import Mapping

from attrib.intake.reading.found import NO_COLUMNS, Blob

TEXT = "Die Brücke über den Fluß bleibt „vorerst“ gesperrt – für Monate.\r\n\r\nDer Minister prüft ein Gebäude.\n"
PAGE = """<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Brücke gesperrt</title>
<link rel="canonical" href="https://www.bote.example/a/1"><meta name="author" content="Erika Muster">
<meta property="article:published_time" content="2024-10-22T08:00:00+02:00">
<meta property="og:site_name" content="Bote">
<script>alert("Skript &amp; Werbung")</script></head><body><nav><a href="/">Start</a></nav>
<article><h1>Brücke gesperrt</h1>
<p>Die Brücke &uuml;ber den Fluß bleibt &bdquo;vorerst&ldquo; gesperrt, sagte die Ministerin am Freitag in Berlin.</p>
<p>Der Verkehr wird umgeleitet. Eine Prüfung &amp; weitere Arbeiten sollen im Herbst beginnen, hieß es weiter.</p>
</article><script>document.write("böse")</script><footer>Impressum</footer></body></html>"""


def blob(content: bytes, name: str, *, columns: Mapping[str, str] = NO_COLUMNS) -> Blob:
    """Bytes with a name."""
    return Blob(name, name, len(content), lambda: io.BytesIO(content), columns)  # type: ignore[arg-type, return-value]


def pdf(*lines: str) -> bytes:
    """A PDF of one page with these lines as its text layer."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 50 700 Td {shown} ET".encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (Br\xfccke) /Author (Erika Muster) >>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(content)
    return content + b"xref\n0 7\n0000000000 65535 f \n" + table + end


def zipped(members: Mapping[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive with these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Der Bote</title><link>https://www.bote.example/</link><atom:link href="https://bote.example/feed"/>
<item><title>Brücke &amp; Tunnel</title><link>https://www.bote.example/1</link><dc:creator>Jan Beispiel</dc:creator>
<pubDate>Tue, 22 Oct 2024 08:00:00 +0200</pubDate><description>Kurz.</description><media:title>Bild</media:title>
<content:encoded><![CDATA[<p>Die Br&uuml;cke bleibt gesperrt, sagte <b>Erika Müller</b>.</p><figure>Foto</figure>
<p>„Bis zum Herbst“, hieß es.</p>]]></content:encoded></item>
<item><title>Kein Kommentar</title><guid isPermaLink="true">https://bote.example/2</guid>
<description>Der Minister äußerte sich nicht …</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Kurier</title><updated>2024-10-24T00:00:00Z</updated>
<entry><title type="html">F&amp;auml;hre</title><link rel="self" href="https://kurier.example/a.atom"/>
<link href="https://kurier.example/a"/><author><name>Erika Muster</name><email>e@kurier.example</email></author>
<published>2024-10-21T23:00:00+02:00</published><updated>2024-10-22T08:00:00Z</updated><summary>Kurz.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Die Fähre fährt <em>wieder</em>.</p>
<ul><li>Montag</li><li>Dienstag</li></ul></div></content></entry>
<entry><title>Zwei</title><id>tag:kurier.example,2024:2</id><updated>2024-10-23T08:00:00Z</updated>
<content type="html">&lt;p&gt;Zwei, sagte er.&lt;br/&gt;Drei.&lt;/p&gt;</content></entry></feed>"""

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Brücke &amp; Tunnel</dc:title>'
    "<dc:creator>Erika Muster</dc:creator></cp:coreProperties>"
)


def docx(body: str, *, main: str = "word/document.xml") -> bytes:
    """A document of Word with this body (elements of the namespace w)."""
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        f'Target="/{main}"/></Relationships>'
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    )
    parts = {"[Content_Types].xml": "<Types/>", "_rels/.rels": relations, main: content, "docProps/core.xml": _CORE}
    return zipped({name: text.encode() for name, text in parts.items()})


def odt(body: str) -> bytes:
    """An OpenDocument text with this body (elements of the namespace text)."""
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
        f"{body}</office:text></office:body></office:document-content>"
    )
    meta = (
        '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>Titel</dc:title>'
        "<dc:creator>Jan Beispiel</dc:creator></office:meta></office:document-meta>"
    )
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "meta.xml": meta}
    return zipped({name: text.encode() for name, text in parts.items()})


def epub(chapters: Mapping[str, str], *, metadata: str = "") -> bytes:
    """A book with these pages, in this order."""
    items = "".join(
        f'<item id="c{n}" href="text/{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Ausgabe</dc:title>{metadata}</metadata>'
        '<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f'{items}</manifest><spine><itemref idref="nav"/>{spine}</spine></package>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "OEBPS/book.opf": book}
    parts |= {"OEBPS/nav.xhtml": "<html><body><p>Inhalt</p></body></html>"}
    parts |= {f"OEBPS/text/{name}": text for name, text in chapters.items()}
    return zipped({name: text.encode() for name, text in parts.items()})


def xhtml(body: str, *, kind: str = "chapter") -> str:
    """A page of a book."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body epub:type="{kind}">{body}</body></html>'
    )


def record(
    content: bytes,
    *,
    url: str = "https://www.bote.example/a",
    kind: str = "response",
    status: str = "200 OK",
    headers: Mapping[str, str] = {"Content-Type": "text/html; charset=utf-8"},
    captured: str = "2024-10-23T06:00:00Z",
) -> bytes:
    """A record of a web archive: what a server answered."""
    answer = content
    if kind in {"response", "revisit"}:
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        answer = f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + content
    said = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": captured,
        "WARC-Record-ID": "<urn:uuid:1>",
        "Content-Type": "application/http; msgtype=response" if kind in {"response", "revisit"} else "text/html",
        "Content-Length": str(len(answer)),
    }
    return "".join(["WARC/1.0\r\n", *(f"{name}: {value}\r\n" for name, value in said.items()), "\r\n"]).encode() + (
        answer + b"\r\n\r\n"
    )


def chunked(content: bytes, *, size: int = 100) -> bytes:
    """Content as HTTP sends it in pieces."""
    pieces = [content[at : at + size] for at in range(0, len(content), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in [*pieces, b""])
