"""SVG as safe markup: every text and attribute is escaped, colours come from the style sheet by class."""

from collections.abc import Iterable

from markupsafe import Markup, escape


def element(name: str, *content: Markup | str, **attributes: object) -> Markup:
    """One element; `css` is its class, an underscore in a name stands for a hyphen, None leaves an attribute out."""
    named = {"class" if key == "css" else key.replace("_", "-"): value for key, value in attributes.items()}
    pairs = Markup("").join(
        Markup(' {}="{}"').format(Markup(key), _text(value)) for key, value in named.items() if value is not None
    )
    inner = Markup("").join(escape(each) for each in content)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), pairs, inner)


def picture(*content: Markup, width: float, height: float, title: str, id: str, is_linked: bool = False) -> Markup:
    """The whole picture, as wide as its place allows; `title` is what it is called by screen readers.

    Where parts of it are links it is a group of them, for nothing inside an image can be reached.
    """
    return element(
        "svg",
        element("title", title, id=f"{id}-title"),
        *content,
        css="picture",
        viewBox=f"0 0 {_text(width)} {_text(height)}",
        width=width,
        height=height,
        role="group" if is_linked else "img",
        aria_labelledby=f"{id}-title",
    )


def linked(href: str, *content: Markup, title: str) -> Markup:
    """A part of a picture that leads somewhere; `title` says what it is, as a tooltip and to screen readers."""
    return element("a", element("title", title), *content, href=href, aria_label=title)


def label(words: str, x: float, y: float, *, css: str = "label", anchor: str | None = None, most: int = 40) -> Markup:
    """A text at a place; a long one is cut and keeps its whole in a tooltip."""
    shown = words if len(words) <= most else words[: most - 1].rstrip() + "…"
    tooltip = [element("title", words)] if shown != words else []
    return element("text", shown, *tooltip, x=x, y=y, css=css, text_anchor=anchor)


def box(x: float, y: float, width: float, height: float, css: str, *, tooltip: str | None = None) -> Markup:
    """A rectangle."""
    inside = [] if tooltip is None else [element("title", tooltip)]
    return element("rect", *inside, x=x, y=y, width=width, height=height, css=css)


def line(x1: float, y1: float, x2: float, y2: float, css: str) -> Markup:
    """A straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, css=css)


def group(parts: Iterable[Markup]) -> Markup:
    """Several elements as one piece of markup."""
    return Markup("").join(parts)


def _text(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
