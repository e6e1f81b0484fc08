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
